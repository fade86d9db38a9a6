"""The door of this room: a folder of scenarios to Content and the problems of its authors.

Content that was read once is kept as JSON under the digest of its files. As long as no file changes,
neither the YAML reader nor the validation library is imported.
"""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from game.content.cache import cached, keep
from game.content.files import digest_of, files_below
from game.model.content import Content
from game.model.problem import Problem


def load(
    folder: Path, overlay: Path | None = None, cache: Path | None = None, pictures: frozenset[str] | None = None
) -> tuple[Content, tuple[Problem, ...]]:
    """All that is good below `folder`, and what is wrong, sorted by file and line.

    A file of `overlay` (the user's own folder) wins over one with the same path, or with the same thing in it.
    `cache` is a folder where checked content is kept; it need not exist. `pictures` are the names of the
    pictures there are; None: not checked.
    """
    files = files_below(folder)
    if overlay is not None:
        files |= files_below(overlay, layer=1)
    chosen = sorted(files.values(), key=lambda file: file.name)
    digest = digest_of(chosen)
    key = digest if pictures is None else f"{digest}-{_sum(pictures)}"
    found = cached(cache, key) if cache is not None else None
    if found is None:
        from game.content.reading import read_files  # the libraries behind it are slow to import

        reading = read_files(chosen, digest, pictures)
        found = keep(cache, key, reading.content, tuple(reading.problems))
    content, problems = found
    roots = {file.name: overlay if file.layer and overlay else folder for file in chosen}
    return content, tuple(sorted(replace(one, file=_shown(roots[one.file], one.file)) for one in problems))


def _sum(pictures: frozenset[str]) -> str:
    return sha256("\n".join(sorted(pictures)).encode()).hexdigest()[:12]


def _shown(root: Path, name: str) -> str:
    return root.as_posix() if root.is_file() else (root / name).as_posix()
