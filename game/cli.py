"""The command line: which words there are and which file of `commands` each one runs.

Nothing heavy is imported before a command is known, so that `--help` answers at once.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from datetime import date
from importlib import import_module
from pathlib import Path

from game import NAME, VERSION
from game.commands.wrong import FOUND, Wrong

LANGUAGES = ("en", "fr", "de", "lb")
POLICIES = ("careful", "minimum", "loudest", "random")
EPILOG = "Without a command the game opens. Exit codes: 0 good, 1 found something, 2 wrong use."


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; mistakes of use are said in one line."""
    options = parser().parse_args(arguments)
    _same_bytes_everywhere()
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")  # it would greet on the output that others read
    command = import_module(f"game.commands.{options.command}")
    try:
        code = int(command.run(options))
        sys.stdout.flush()
    except Wrong as wrong:
        print(f"dilemme: {wrong.text}", file=sys.stderr)
        return wrong.code
    except BrokenPipeError:
        # The reader has gone; nothing may be written when the process ends either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return FOUND
    except KeyboardInterrupt:
        return 130
    return code


def parser() -> argparse.ArgumentParser:
    """All commands with their options."""
    root = argparse.ArgumentParser("dilemme", description=f"Budget game: {NAME}", epilog=EPILOG)
    root.add_argument("--version", action="version", version=f"{NAME} {VERSION}")
    _everywhere(root, None)
    _window(root, None)
    root.set_defaults(command="play", household="", seed=None, months=24)
    commands = root.add_subparsers(title="commands", metavar="COMMAND")
    for add in (_play, _check, _cases, _autoplay, _debrief, _report, _shot, _schema, _parameters, _texts):
        _everywhere(add(commands), argparse.SUPPRESS)
    return root


Commands = argparse._SubParsersAction  # the only name argparse has for it


def _command(commands: Commands[argparse.ArgumentParser], name: str, says: str) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=says, description=says)
    command.set_defaults(command=name)
    return command


def _play(commands: Commands[argparse.ArgumentParser]) -> argparse.ArgumentParser:
    command = _command(commands, "play", "straight to the table")
    command.add_argument("--household", default="", metavar="ID", help="who is played; without it the title opens")
    command.add_argument("--seed", type=int, metavar="N", help="the same number brings the same luck")
    command.add_argument("--months", type=_months, default=24, metavar="N")
    _window(command, argparse.SUPPRESS)
    return command


def _check(commands: Commands[argparse.ArgumentParser]) -> argparse.ArgumentParser:
    command = _command(commands, "check", "looks for mistakes in content: file:line:column: what is wrong")
    command.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="files or folders; without one, all content"
    )
    command.add_argument("--json", action="store_true", help="one JSON object instead of lines")
    return command


def _cases(commands: Commands[argparse.ArgumentParser]) -> argparse.ArgumentParser:
    command = _command(commands, "cases", "runs YAML rule cases against the real rules")
    command.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    return command


def _autoplay(commands: Commands[argparse.ArgumentParser]) -> argparse.ArgumentParser:
    command = _command(commands, "autoplay", "plays a whole game without a window")
    command.add_argument("--household", required=True, metavar="ID")
    command.add_argument("--seed", type=int, default=1, metavar="N")
    command.add_argument("--months", type=_months, default=24, metavar="N")
    command.add_argument("--policy", choices=POLICIES, default="careful")
    command.add_argument("--save", type=Path, metavar="FILE", help="also write the game as a save")
    command.add_argument("--json", action="store_true", help="ledger, rows, answers and end as one JSON object")
    return command


def _debrief(commands: Commands[argparse.ArgumentParser]) -> argparse.ArgumentParser:
    command = _command(commands, "debrief", "explains a saved game: how it came so, what would have helped")
    command.add_argument("save", type=Path, metavar="SAVE", help="the file of a game, as --save of autoplay writes it")
    command.add_argument("--json", action="store_true", help="all figures as one JSON object")
    return command


def _report(commands: Commands[argparse.ArgumentParser]) -> argparse.ArgumentParser:
    command = _command(commands, "report", "prints a saved game's story as PDF or HTML, with its figures")
    command.add_argument("save", type=Path, metavar="SAVE")
    command.add_argument("-o", "--out", type=Path, required=True, metavar="FILE", help="story.pdf or story.html")
    return command


def _shot(commands: Commands[argparse.ArgumentParser]) -> argparse.ArgumentParser:
    command = _command(commands, "shot", "draws a screen into a picture, without a window")
    command.add_argument("screen", nargs="?", default="", metavar="SCREEN")
    command.add_argument("--list", action="store_true", help="name the screens")
    command.add_argument("-o", "--output", type=Path, metavar="FILE.png")
    command.add_argument("--size", type=_size, default=(1920, 1080), metavar="WxH")
    command.add_argument("--save", type=Path, metavar="FILE", help="the game to show")
    command.add_argument("--household", default="", metavar="ID")
    command.add_argument("--seed", type=int, default=1, metavar="N")
    command.add_argument("--month", type=_months, metavar="N", help="counted from 1")
    return command


def _schema(commands: Commands[argparse.ArgumentParser]) -> argparse.ArgumentParser:
    return _command(commands, "schema", "prints the JSON Schema with which editors complete scenario files")


def _parameters(commands: Commands[argparse.ArgumentParser]) -> argparse.ArgumentParser:
    command = _command(commands, "parameters", "prints the figures of law and price in force, with their sources")
    command.add_argument("--on", type=_date, metavar="DATE", help="YYYY-MM-DD; without it, the last known value")
    command.add_argument("--settlement", action="store_true", help="the table of the collective debt settlement")
    return command


def _texts(commands: Commands[argparse.ArgumentParser]) -> argparse.ArgumentParser:
    command = _command(commands, "texts", "gathers what is to translate and checks the translations")
    command.add_argument("arguments", nargs=argparse.REMAINDER, metavar="…")
    return command


def _everywhere(command: argparse.ArgumentParser, default: str | None) -> None:
    """The options of every command. A sub-command must not overwrite what stood before it."""
    group = command.add_argument_group("everywhere")
    group.add_argument("--content", type=Path, default=default, metavar="DIR", help="own content over the game's")
    group.add_argument("--data-dir", type=Path, default=default, metavar="DIR", help="keep saves and settings here")
    group.add_argument("--lang", choices=LANGUAGES, default=default, help="language")


def _window(command: argparse.ArgumentParser, default: str | None) -> None:
    group = command.add_argument_group("window")
    group.add_argument("--fullscreen", action="store_true", default=default or False)
    group.add_argument("--display", type=int, default=default or 0, metavar="N", help="which screen, counted from 0")


def _months(word: str) -> int:
    if not word.isascii() or not word.isdigit() or not 1 <= int(word) <= 120:
        raise argparse.ArgumentTypeError(f"'{word}' is no number of months from 1 to 120")
    return int(word)


def _date(word: str) -> date:
    try:
        return date.fromisoformat(word)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{word}' is no date like 2026-03-31") from None


def _size(word: str) -> tuple[int, int]:
    width, _, height = word.partition("x")
    if not (width.isdecimal() and height.isdecimal() and 200 <= int(width) <= 8192 and 200 <= int(height) <= 8192):
        raise argparse.ArgumentTypeError(f"'{word}' is no size like 1920x1080 (200 to 8192)")
    return int(width), int(height)


def _same_bytes_everywhere() -> None:
    """UTF-8 and plain line ends on every system, whatever the console would have chosen."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", newline="\n")
