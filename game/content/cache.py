"""Checked content on disk, one JSON file a digest. A file that cannot be used is as good as none."""

from __future__ import annotations

import gc
import json
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from game.content.codec import decoder, encode
from game.model.content import Content
from game.model.problem import Problem

Checked = tuple[Content, tuple[Problem, ...]]

FORMAT = 1  # to be raised when the same files mean something else and no source file tells


@lru_cache(maxsize=1)
def made_by() -> str:
    """Names the program that wrote a file: another version may understand the same words differently."""
    room = Path(__file__).parent
    total = sha256(str(FORMAT).encode())
    for path in sorted([*room.glob("*.py"), *room.parent.glob("model/*.py")]):
        total.update(path.read_bytes())
    return total.hexdigest()


def cached(folder: Path, key: str) -> Checked | None:
    """What was kept under `key`; None when nothing usable is there."""
    try:
        text = (folder / f"{key}.json").read_text("utf-8")
        head, _, body = text.partition("\n")
        if head != _head(body):
            return None
    except (OSError, UnicodeDecodeError):
        return None
    return _decoded(body)


def keep(folder: Path | None, key: str, content: Content, problems: tuple[Problem, ...]) -> Checked:
    """Keep both under `key`, and return them as they will come back. A folder that cannot be written is no error."""
    body = json.dumps([encode(content, Content), encode(problems, tuple[Problem, ...])], ensure_ascii=False)
    if folder is not None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            unfinished = folder / f"{key}.part"
            unfinished.write_text(f"{_head(body)}\n{body}", "utf-8")
            unfinished.replace(folder / f"{key}.json")
        except OSError:
            pass
    return _decoded(body)


def _head(body: str) -> str:
    """First line: the writer and a sum over the rest, so that half a file is seen as such."""
    return f"{made_by()} {sha256(body.encode('utf-8', 'surrogatepass')).hexdigest()}"


def _decoded(body: str) -> Checked:
    collecting = gc.isenabled()
    gc.disable()  # thousands of new values, none of them garbage
    try:
        content, problems = json.loads(body)
        read_content, read_problems = decoder(Content), decoder(tuple[Problem, ...])
        assert read_content and read_problems
        return read_content(content), read_problems(problems)
    finally:
        if collecting:
            gc.enable()
