"""The files of a scenarios folder, and the digest that names them. Knows no YAML."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

LARGEST = 1_000_000  # bytes; a larger file is refused before it is read


@dataclass(frozen=True, slots=True)
class File:
    """One file: its name below the folder, as posix; `data` is None when it is too big to be read."""

    name: str
    data: bytes | None
    size: int
    layer: int = 0


def files_below(folder: Path, layer: int = 0) -> dict[str, File]:
    """All *.yaml below `folder` (or the file itself) by name, sorted. OSError when one cannot be read."""
    if folder.is_file():
        return {folder.name: _file(folder, folder.name, layer)}
    found = sorted((path.relative_to(folder).as_posix(), path) for path in folder.rglob("*.yaml") if path.is_file())
    return {name: _file(path, name, layer) for name, path in found}


def _file(path: Path, name: str, layer: int) -> File:
    size = path.stat().st_size
    return File(name, path.read_bytes() if size <= LARGEST else None, size, layer)


def digest_of(files: Sequence[File]) -> str:
    """sha256 over names and bytes, the same on every machine: line ends are made one."""
    total = sha256()
    for file in sorted(files, key=lambda file: file.name):
        data = f"too big: {file.size}".encode() if file.data is None else file.data.replace(b"\r\n", b"\n")
        total.update(f"{file.name}\n{len(data)}\n".encode())
        total.update(data)
    return total.hexdigest()
