"""Only what has changed is drawn again.

A thing is known by its paint and the values that its paint has taken along: two paints with the same code
and the same values put the same pixels. Whatever cannot be compared counts as changed.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import FunctionType
from typing import Any, NamedTuple, cast

from game.ui.canvas import Canvas
from game.ui.screen import View
from game.ui.text import Paragraph
from game.ui.tree import Box, Node, Paint, by_id

_FAR, _NEAR = 64.0, 6.0  # units that a paint may reach beyond its node: with a shadow or a turn, without
_REACHING = {"shadow", "tilted", "picture"}
_PLAIN = frozenset({str, int, float, bool, type(None), Box})
_ROUND = 26.0  # units of a corner that may not be covered where nothing says how round it is
_LITTLE = 12_000  # square units: drawing them once more is cheaper than another pass
_MOST = 0.6  # of the window: from there on all of it is drawn


class Stroke(NamedTuple):
    """One thing that is drawn: what it is known by, the units it may touch, what a scroll window shows of it.

    `around` holds all of `boxes`. All of `covered` is opaque afterwards.
    """

    key: Hashable
    around: Box
    boxes: tuple[Box, ...]
    paint: Paint
    window: Box | None
    node: Node
    covered: Box | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """What lies on a canvas. The tree is kept so that no other object can take the place of one of its values."""

    strokes: list[Stroke]
    root: Node


def draw(canvas: Canvas, root: Node, view: View) -> None:
    """Paint the tree, and the ring of the focus over all of it; where the last drawing looks the same, nothing."""
    before = canvas.shows if isinstance(canvas.shows, Seen) else None
    ring = by_id(root, view.focus) if view.keyboard else None
    now = Seen(strokes(root, ring, before.strokes if before else ()), root)
    canvas.shows = now
    boxes = stale(before.strokes, now.strokes, root.box) if before else None
    if boxes is None:
        _paint(canvas, now.strokes)
        return
    whole = canvas.surface.get_clip()
    for box in boxes:
        canvas.surface.set_clip(canvas.rect(box).clip(whole))
        _paint(canvas, _reaching(now.strokes, box))
    canvas.surface.set_clip(whole)


def _reaching(strokes: Sequence[Stroke], part: Box) -> list[Stroke]:
    """What has to be drawn for this part, from the last thing on that covers all of it."""
    found: list[Stroke] = []
    left, top, right, bottom = part.x, part.y, part.right, part.bottom
    for stroke in strokes:
        x, y, w, h = stroke.around
        if x < right and y < bottom and x + w > left and y + h > top:
            if stroke.covered is not None and stroke.covered.holds(part):
                found.clear()
            found.append(stroke)
    return found


def _paint(canvas: Canvas, strokes: Sequence[Stroke]) -> None:
    for stroke in strokes:
        if stroke.window is None:
            stroke.paint(canvas)
            continue
        before = canvas.surface.get_clip()
        canvas.surface.set_clip(canvas.rect(stroke.window).clip(before))
        stroke.paint(canvas)
        canvas.surface.set_clip(before)


def strokes(root: Node, ring: Node | None, before: Sequence[Stroke] = ()) -> list[Stroke]:
    """All that a drawing of the tree consists of, in its order; `ring` is the node that the keyboard is on.

    Nodes that were there `before` give the same stroke again.
    """
    found: list[Stroke] = []
    _collect(root, None, {id(stroke.node): stroke for stroke in before}, found)
    if ring is not None:
        radius = ring.radius + 9 if ring.radius else 12
        window = ring.clip.inset(-9) if ring.clip else None
        box = ring.box.inset(-9)

        def paint(canvas: Canvas) -> None:
            canvas.frame(box, "focus", 5, radius)

        around = box.inset(-2)
        edges = _edges(around, max(radius, 5.0) + 4)
        found.append(Stroke(("ring", box, radius, window), around, edges, paint, window, ring))
    return found


def _edges(box: Box, thick: float) -> tuple[Box, ...]:
    """Four strips along the inside of a box."""
    thick = min(thick, box.w / 2, box.h / 2)
    low, inner = box.bottom - thick, box.h - 2 * thick
    return (
        Box(box.x, box.y, box.w, thick),
        Box(box.x, low, box.w, thick),
        Box(box.x, box.y + thick, thick, inner),
        Box(box.right - thick, box.y + thick, thick, inner),
    )


def _collect(node: Node, window: Box | None, known: Mapping[int, Stroke], found: list[Stroke]) -> None:
    if node.paint is not None:
        old = known.get(id(node))
        same = old is not None and old.paint is node.paint and old.window == window
        found.append(old if old is not None and same else _stroke(node, node.paint, window))
    if node.role == "scroll" and node.reach > 1:
        shown = node.box.inset(-24, 0)
        window = shown if window is None else _shared(shown, window)
    for child in node.children:
        _collect(child, window, known, found)


def _stroke(node: Node, paint: Paint, window: Box | None) -> Stroke:
    reach = _FAR if _reaches(paint) else _NEAR
    covered = None
    if node.fill and not node.loose and window is None:
        rounding = 0.0 if node.role == "table" else node.radius + 2 if node.radius else _ROUND
        covered = node.box.inset(rounding)
    around = node.box.inset(-reach)
    return Stroke((_known(paint), window), around, (around,), paint, window, node, covered)


def _shared(one: Box, other: Box) -> Box:
    x, y = max(one.x, other.x), max(one.y, other.y)
    return Box(x, y, max(0.0, min(one.right, other.right) - x), max(0.0, min(one.bottom, other.bottom) - y))


def stale(before: Sequence[Stroke], after: Sequence[Stroke], whole: Box) -> list[Box] | None:
    """Where `after` may look unlike `before`: boxes apart from each other. None: draw all of it."""
    kept, still = set(map(id, before)), set(map(id, after))
    gone, come = [s for s in before if id(s) not in still], [s for s in after if id(s) not in kept]
    old, new = {s.key for s in gone}, {s.key for s in come}
    if [s.key for s in gone if s.key in new] != [s.key for s in come if s.key in old]:
        return None
    if [s for s in map(id, before) if s in still] != [s for s in map(id, after) if s in kept]:
        return None
    changed = [s for s in gone if s.key not in new] + [s for s in come if s.key not in old]
    boxes = [box for stroke in changed for box in stroke.boxes]
    apart = _apart(boxes)
    return apart if sum(box.w * box.h for box in apart) < _MOST * whole.w * whole.h else None


def _apart(boxes: Sequence[Box]) -> list[Box]:
    """Boxes that share ground, or have little between them, become one."""
    apart: list[Box] = []
    for box in boxes:
        while near := next((other for other in apart if _belong(box, other)), None):
            apart.remove(near)
            box = _around(box, near)
        apart.append(box)
    return apart


def _around(one: Box, other: Box) -> Box:
    x, y = min(one.x, other.x), min(one.y, other.y)
    return Box(x, y, max(one.right, other.right) - x, max(one.bottom, other.bottom) - y)


def _belong(one: Box, other: Box) -> bool:
    both = _around(one, other)
    return one.overlaps(other) or both.w * both.h < one.w * one.h + other.w * other.h + _LITTLE


def _known(paint: Paint) -> Hashable:
    """The paint's code with the values in its closure and defaults."""
    if not isinstance(paint, FunctionType):
        return ("object", id(paint))
    return (paint.__code__, tuple(map(_value, _closed(paint))))


def _closed(function: FunctionType) -> Iterator[Any]:
    for cell in function.__closure__ or ():
        try:
            yield cell.cell_contents
        except ValueError:  # a name that is not bound yet
            yield None
    yield from function.__defaults__ or ()


def _value(value: Any) -> Hashable:
    kind = type(value)
    if kind in _PLAIN:
        return cast(Hashable, value)
    if isinstance(value, Paragraph):  # kept by the fonts: the same lines are the same object
        return ("paragraph", id(value))
    if isinstance(value, tuple | list):
        return tuple(map(_value, value))
    if isinstance(value, FunctionType):
        return _known(value)
    return ("object", id(value))


def _reaches(paint: Callable[..., object]) -> bool:
    if not isinstance(paint, FunctionType):
        return True
    inner = [value for value in _closed(paint) if isinstance(value, FunctionType)]
    return not _REACHING.isdisjoint(paint.__code__.co_names) or any(map(_reaches, inner))
