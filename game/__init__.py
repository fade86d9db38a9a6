"""Budget game: Dilemme. A household, a kitchen table, and the months as they come."""

NAME = "Dilemme"  # the only place that says what the game is called
VERSION = "0.1.0"
