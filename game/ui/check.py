"""What a person would find wrong at a glance, found in the nodes of a screen without a window."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from game.ui.sheet import Sheet
from game.ui.theme import MINIMUM_CONTRAST, MINIMUM_TEXT, MINIMUM_TOUCH, contrast
from game.ui.tree import Box, Node

_SLACK = 1.5  # units: less is a rounding of pixels
_TOUCHED = ("button", "option", "choice", "toggle", "tab", "segment", "pile", "ruler")


def check_layout(sheet: Sheet) -> list[str]:
    """Each fault in one line; empty when texts fit, nothing overlaps or leaves the window, and all can be read.

    Nodes that are `loose` are decoration and are not looked at.
    """
    nodes = [(node, parents) for node, parents in _with_parents(sheet.root, ()) if not node.loose]
    found: list[str] = []
    for node, parents in nodes:
        found += _overflow(node)
        found += _outside(node, parents, sheet)
        found += _size(node, sheet)
    found += _overlaps([node for node, _ in nodes], {id(node): parents for node, parents in nodes})
    found += _contrast(sheet)
    found += _ids([node for node, _ in nodes])
    return found


def _with_parents(node: Node, parents: tuple[Node, ...]) -> list[tuple[Node, tuple[Node, ...]]]:
    below = [pair for child in node.children for pair in _with_parents(child, (*parents, node))]
    return [(node, parents), *below]


def _called(node: Node) -> str:
    return f"{node.role} {node.id or node.name[:40]!r}"


def _overflow(node: Node) -> list[str]:
    letters = node.lettering
    if letters is None:
        return []
    found = []
    if letters.width:
        found.append(f"{_called(node)}: {letters.width:.0f} units too wide")
    if letters.height:
        found.append(f"{_called(node)}: {letters.height:.0f} units too high in {letters.lines} lines")
    return found


def _outside(node: Node, parents: Sequence[Node], sheet: Sheet) -> list[str]:
    window = Box(0, 0, sheet.width, sheet.height)
    scrolled = any(parent.role == "scroll" for parent in parents)
    box = node.box._replace(y=0, h=1) if scrolled else node.box
    if not window.holds(box, _SLACK):
        return [f"{_called(node)}: leaves the window at {_numbers(node.box)}"]
    if node.role in ("text", "picture") and parents and parents[-1].role in ("paper", *_TOUCHED):
        around = parents[-1].box.inset(-6)
        if not around.holds(node.box, _SLACK):
            return [f"{_called(node)}: leaves its {_called(parents[-1])} at {_numbers(node.box)} of {_numbers(around)}"]
    return []


def _numbers(box: Box) -> str:
    return f"{box.x:.0f},{box.y:.0f} {box.w:.0f}x{box.h:.0f}"


def _size(node: Node, sheet: Sheet) -> list[str]:
    smallest = MINIMUM_TEXT * sheet.text_size / 100
    if node.lettering is not None and node.lettering.size < smallest - 0.1:
        return [f"{_called(node)}: letters of {node.lettering.size:.1f} units, {smallest:.0f} is the least"]
    if node.move is not None or node.focusable:
        least = MINIMUM_TOUCH if node.role != "segment" else 60.0  # the row around a segment is touched too
        if node.box.w < least - 0.1 or node.box.h < least - 0.1:
            return [f"{_called(node)}: touch area {_numbers(node.box)}, {least:.0f} is the least"]
        if not node.name:
            return [f"{_called(node)}: a reader has no name to say"]
    return []


def _overlaps(nodes: Sequence[Node], parents: dict[int, tuple[Node, ...]]) -> list[str]:
    """Texts, pictures and controls must not share ground, except a thing and what it holds; nor be covered."""
    found = []
    seen = [node for node in nodes if node.role in ("text", "picture", "paper", *_TOUCHED) or node.fill]
    boxes = [_shown(node) for node in seen]
    for index, (one, here) in enumerate(zip(seen, boxes, strict=True)):
        if one.role not in ("text", *_TOUCHED):
            continue
        for other, there in zip(seen[index + 1 :], boxes[index + 1 :], strict=True):  # what is drawn after it
            if here.overlaps(there, _SLACK) and not _holds(parents, one, other):
                found.append(
                    f"{_called(one)} and {_called(other)} overlap at {_numbers(one.box)}, {_numbers(other.box)}"
                )
    return found


def _holds(parents: dict[int, tuple[Node, ...]], one: Node, other: Node) -> bool:
    """Whether one of the two lies inside the other."""
    return any(parent is one for parent in parents[id(other)]) or any(parent is other for parent in parents[id(one)])


def _shown(node: Node) -> Box:
    """What a scroll window lets through of it."""
    if node.clip is None:
        return node.box
    box, clip = node.box, node.clip
    left, top = max(box.x, clip.x), max(box.y, clip.y)
    return Box(left, top, max(0.0, min(box.right, clip.right) - left), max(0.0, min(box.bottom, clip.bottom) - top))


def _contrast(sheet: Sheet) -> list[str]:
    """Each text in sight against the last fill that was laid under all of it."""
    found, grounds = [], [("table", sheet.root.box)]
    for node in sheet.root.walk():
        if node.fill:
            grounds.append((node.fill, _shown(node)))
        seen = _shown(node)
        if node.lettering is None or seen.w < 1 or seen.h < 1:
            continue
        under = next((fill for fill, box in reversed(grounds) if box.holds(seen, 8)), "table")
        ratio = contrast(sheet.palette[node.lettering.colour], sheet.palette[under])
        if ratio < MINIMUM_CONTRAST:
            said = f"{node.lettering.colour} on {under} has {ratio:.1f}, {MINIMUM_CONTRAST} is the least"
            found.append(f"{_called(node)}: {said}")
    return found


def _ids(nodes: Sequence[Node]) -> list[str]:
    """Two controls with one id would share the focus; two with one key would hide each other."""
    ids = sorted(node.id for node in nodes if node.id)
    keys = sorted(node.key for node in nodes if node.key and node.move is not None)
    return [f"the id {a!r} is there twice" for a, b in pairwise(ids) if a == b] + [
        f"the key {a!r} is there twice" for a, b in pairwise(keys) if a == b
    ]
