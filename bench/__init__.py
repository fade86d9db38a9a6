"""How fast the game is, as ratios to a bare loop on the same machine."""
