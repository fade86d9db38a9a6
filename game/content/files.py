"""The files of a scenarios folder, and the digest that names them. Knows no YAML."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

LARGEST = 1_000_000  # bytes; a larger file is refused before it is read


@dataclass(frozen=True, slots=True)
class File:
    """One file: its name below the folder, as posix. `data` is None when it was not read; `refused` says why
    when that is not its size. `layer` 1 is the user's own folder."""

    name: str
    data: bytes | None
    size: int
    layer: int = 0
    refused: str = ""


def files_below(folder: Path, layer: int = 0) -> dict[str, File]:
    """All *.yaml below `folder` (or the file itself) by name, sorted by name."""
    if folder.is_file():
        return {folder.name: _file(folder, folder.name, layer)}
    found = sorted((path.relative_to(folder).as_posix(), path) for path in folder.rglob("*.yaml") if path.is_file())
    return {name: _file(path, name, layer) for name, path in found}


def _file(path: Path, name: str, layer: int) -> File:
    try:
        size = path.stat().st_size
        return File(name, path.read_bytes() if size <= LARGEST else None, size, layer)
    except OSError as error:
        return File(name, None, 0, layer, error.strerror or "it cannot be opened")


def digest_of(files: Sequence[File]) -> str:
    """sha256 over names and bytes, the same on every machine: line ends are made one."""
    total = sha256()
    for file in sorted(files, key=lambda file: file.name):
        data = f"not read: {file.size} {file.refused}".encode() if file.data is None else file.data
        data = data.replace(b"\r\n", b"\n")
        total.update(f"{file.name}\n{len(data)}\n".encode())
        total.update(data)
    return total.hexdigest()
