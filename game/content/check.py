"""What `dilemme check` shows: all problems of some files, or of a whole folder.

`python -m game.content.check [PATH…]` prints them; exit code 0 clean, 1 problems, 2 no such file.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence, Set
from pathlib import Path

from game.content.files import File, digest_of, files_below
from game.content.reading import Reading, read_files
from game.model.problem import Problem

FOLDERS = ("households", "dilemmas", "shocks", "rights", "calls", "creditors", "credits", "law")


def default_folder() -> Path:
    """The game's own scenarios, in a checkout or installed."""
    game = Path(__file__).resolve().parent.parent
    checkout = game.parent / "scenarios"
    return checkout if checkout.is_dir() else game / "_data" / "scenarios"


def root_of(path: Path, default: Path) -> Path:
    """The scenarios folder around `path`; `default` when it stands alone."""
    for folder in (path, *path.absolute().parents):
        if folder.is_dir() and sum((folder / name).is_dir() for name in FOLDERS) >= 2:
            return folder
    return default


def check(
    paths: Sequence[Path] = (),
    folder: Path | None = None,
    pictures: frozenset[str] | None = None,
    translated: Mapping[str, Set[str]] | None = None,
) -> tuple[Problem, ...]:
    """Problems of these files and folders, sorted; without a path, of all content.

    A file is seen together with the scenarios folder around it, or else with `folder` (the game's own when
    None). `translated` are the text ids each language has.
    """
    game = folder if folder is not None else default_folder()
    found: set[Problem] = set()
    for path in paths or (game,):
        found.update(_problems(path, game, pictures, translated or {}))
    return tuple(sorted(found))


def _problems(
    path: Path, game: Path, pictures: frozenset[str] | None, translated: Mapping[str, Set[str]]
) -> list[Problem]:
    root = root_of(path, game)
    around = {(root / name).absolute(): (name, file) for name, file in files_below(root).items()}
    asked: dict[str, str] = {}  # name inside the reading -> as the author wrote it
    files = dict(around.values())
    for name, file in files_below(path).items():
        full = path if path.is_file() else path / name
        inside = around[full.absolute()][0] if full.absolute() in around else full.as_posix()
        asked[inside] = full.as_posix()
        if inside not in files:
            files[inside] = File(inside, file.data, file.size, layer=1)
    chosen = sorted(files.values(), key=lambda file: file.name)
    reading = read_files(chosen, digest_of(chosen), pictures)
    problems = [*reading.problems, *untranslated(reading, translated)]
    return [
        Problem(asked[one.file], one.line, one.column, one.code, one.message, one.hint, one.fatal)
        for one in problems
        if one.file in asked
    ]


def untranslated(reading: Reading, translated: Mapping[str, Set[str]]) -> list[Problem]:
    """Texts that a language lacks, not fatal. English and the file's own language need no translation."""
    missing: dict[str, list[str]] = {}
    for language, ids in translated.items():
        for id in reading.places.keys() - ids:
            if language != reading.content.languages.get(id, "en"):
                missing.setdefault(id, []).append(language)
    return [
        Problem(
            file,
            place.line,
            place.column,
            "untranslated",
            f"no translation into {', '.join(sorted(languages))}",
            f"translate {id}; until then the text is shown as it is",
            fatal=False,
        )
        for id, languages in missing.items()
        for file, place in [reading.places[id]]
    ]


def pictures_in(folder: Path) -> frozenset[str]:
    """Names of the pictures of an assets folder."""
    return frozenset(path.stem for path in folder.glob("*.svg"))


def main(arguments: Sequence[str]) -> int:
    """Print the problems of the paths; 0 clean, 1 problems, 2 no such file."""
    paths = [Path(argument) for argument in arguments]
    if lost := [path for path in paths if not path.exists()]:
        print("\n".join(f"{path}: no such file or folder" for path in lost), file=sys.stderr)
        return 2
    assets = default_folder().parent / "assets" / "pictures"
    problems = check(paths, pictures=pictures_in(assets) if assets.is_dir() else None)
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
