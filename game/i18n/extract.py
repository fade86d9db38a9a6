"""Reads the modules of `english/` as text, so that a comment `# note: …` above a message reaches translators.

`extract` is the same as a plug-in for Babel's own command line tool.
"""

from __future__ import annotations

import ast
import io
import tokenize
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import IO

NOTE = "note:"


@dataclass(frozen=True, slots=True)
class Found:
    """One message of a module: its line (from 1), id, English words (a pair: one and many) and note."""

    line: int
    id: str
    words: str | tuple[str, str]
    note: str


def comments_by_line(source: str) -> dict[int, str]:
    """Comments that stand alone on their line, by line number from 1."""
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    return {
        token.start[0]: token.string.lstrip("# ").rstrip()
        for token in tokens
        if token.type == tokenize.COMMENT and not token.line[: token.start[1]].strip()
    }


def note_above(line: int, comments: Mapping[int, str]) -> str:
    """The note that ends just above `line`: from `# note:` on. Other comments are for programmers."""
    first = line
    while first - 1 in comments:
        first -= 1
    above = " ".join(comments[number] for number in range(first, line))
    return above.partition(NOTE)[2].strip()


def dictionaries(tree: ast.Module) -> Iterator[ast.Dict]:
    """The values assigned to MESSAGES at the top of a module."""
    for node in tree.body:
        targets: list[ast.expr]
        if isinstance(node, ast.AnnAssign):
            targets = [node.target]
        elif isinstance(node, ast.Assign):
            targets = node.targets
        else:
            continue
        named = any(isinstance(target, ast.Name) and target.id == "MESSAGES" for target in targets)
        if named and isinstance(node.value, ast.Dict):
            yield node.value


def messages_in(source: str) -> Iterator[Found]:
    """The messages of one module in the order of the file. ValueError if a message is not a plain text or pair."""
    comments = comments_by_line(source)
    for mapping in dictionaries(ast.parse(source)):
        for key, value in zip(mapping.keys, mapping.values, strict=True):
            if key is None:
                raise ValueError(f"line {value.lineno}: messages of another mapping cannot be read")
            yield Found(value.lineno, str(ast.literal_eval(key)), words_of(value), note_above(key.lineno, comments))


def words_of(node: ast.expr) -> str | tuple[str, str]:
    """The text, or the pair (one, many), that is written out in a module. ValueError if it is anything else."""
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.Tuple(elts=[ast.Constant(value=str(one)), ast.Constant(value=str(many))]):
            return one, many
    raise ValueError(f"line {node.lineno}: a message is a text or a pair (one, many), written out")


def extract(
    fileobj: IO[bytes],
    keywords: Mapping[str, object],  # noqa: ARG001, the plug-in's signature
    comment_tags: Collection[str],  # noqa: ARG001
    options: Mapping[str, object],  # noqa: ARG001
) -> Iterator[tuple[int, str, tuple[str, ...], list[str]]]:
    """Babel's plug-in: (line, function, (context, words…), comments) for each message of a module."""
    for found in messages_in(fileobj.read().decode("utf-8")):
        note = [found.note] if found.note else []
        if isinstance(found.words, str):
            yield found.line, "pgettext", (found.id, found.words), note
        else:
            yield found.line, "npgettext", (found.id, *found.words), note
