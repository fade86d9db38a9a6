"""Words around the game: title, setup, settings, exit, help, errors and the command line."""

from __future__ import annotations

MESSAGES: dict[str, str | tuple[str, str]] = {
    # saves: what a player is told when a file or a disk does not do as it should
    "save.gone": "This save is no longer there: {file}",
    "save.in_use": "This game is open in another window. Close it there first: {file}",
    "save.format": "This save needs a newer version of the game. It stays as it is: {file}",
    "save.broken": "This save cannot be read. It was set aside, nothing was deleted: {aside}",
    "save.cut": "This save was damaged. The game goes on from the last good line. The damaged file is kept: {aside}",
    "save.unreadable": "This save cannot be read. It stays as it is: {file}",
    "save.household": "This game no longer has the household of this save: {household}",
    "save.differs": "This game was begun with other content. From this month on it differs: {month}",
    "save.full": "The disk is full. The game goes on, but new answers are not kept yet.",
    "save.read_only": "Nothing can be written in this folder. The game goes on, but new answers are not kept.",
    "save.refused": "The answer could not be written. The game goes on, but it is not kept yet: {reason}",
}
