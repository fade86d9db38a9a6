"""Rule cases: what an adviser writes down as given and expected, held against the rules of the game."""
