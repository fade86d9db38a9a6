"""The tree of one screen: what is on it, where, and what a touch does. Known before anything is drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from game.ui.canvas import Canvas
    from game.ui.screen import Move

Paint = Callable[["Canvas"], None]


class Box(NamedTuple):
    """A rectangle in units; 1080 units are the height of the stage."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.h

    @property
    def centre(self) -> tuple[float, float]:
        """The middle."""
        return self.x + self.w / 2, self.y + self.h / 2

    def inset(self, dx: float, dy: float | None = None) -> Box:
        """Smaller on every side (larger where negative)."""
        dy = dx if dy is None else dy
        return Box(self.x + dx, self.y + dy, self.w - 2 * dx, self.h - 2 * dy)

    def moved(self, dx: float, dy: float) -> Box:
        """The same size elsewhere."""
        return Box(self.x + dx, self.y + dy, self.w, self.h)

    def has(self, x: float, y: float) -> bool:
        """Whether the point lies inside."""
        return self.x <= x < self.right and self.y <= y < self.bottom

    def holds(self, other: Box, slack: float = 0) -> bool:
        """Whether `other` lies inside, but for `slack` units."""
        return (
            other.x >= self.x - slack
            and other.y >= self.y - slack
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )

    def overlaps(self, other: Box, slack: float = 0) -> bool:
        """Whether the two share more than `slack` units in both directions."""
        return (
            min(self.right, other.right) - max(self.x, other.x) > slack
            and min(self.bottom, other.bottom) - max(self.y, other.y) > slack
        )


@dataclass(frozen=True, slots=True)
class Lettering:
    """What a text node says and needs, in units: tests read it, nothing draws from it."""

    text: str
    size: float
    colour: str
    width: float
    height: float
    lines: int


@dataclass(slots=True)
class Node:
    """One thing on the screen.

    `role` is text, picture, paper, shape, button, option, choice, toggle, tab, scroll or group; `name` is what
    a reader says. A node with a `move` may be clicked; one that is `focusable` also takes the keyboard. `fill`
    is the colour it lays under what comes after it. `loose` things
    (decoration, tilted pictures) may overlap others and leave the window. While the focus is on a node with
    `typed`, characters go there: a printable one, or `\\b` for the backspace. `turn` is what left and right do on
    it, `lift` what up and down do. Where a node is `touched`, a pressed mouse draws: it gets the point in units.
    """

    role: str
    name: str
    box: Box
    id: str = ""
    paint: Paint | None = None
    move: Move | None = None
    key: str = ""
    turn: tuple[Move | None, Move | None] = (None, None)
    focusable: bool = False
    enabled: bool = True
    first: bool = False
    typed: Callable[[str], Move | None] | None = None
    touched: Callable[[float, float], Move | None] | None = None
    lift: tuple[Move | None, Move | None] = (None, None)
    fill: str = ""
    loose: bool = False
    radius: float = 0
    lettering: Lettering | None = None
    clip: Box | None = None
    reach: float = 0  # scroll: units by which the content is longer than the box
    children: list[Node] = field(default_factory=list)

    def walk(self) -> Iterator[Node]:
        """This node and all below it, in the order of drawing."""
        yield self
        for child in self.children:
            yield from child.walk()


def focusable(root: Node) -> list[Node]:
    """What Tab reaches, in order."""
    return [node for node in root.walk() if node.focusable and node.enabled]


def at(root: Node, x: float, y: float) -> Node | None:
    """The uppermost thing with a move under a point, as far as its clip shows it."""
    found = None
    for node in root.walk():
        able = node.move is not None or node.touched is not None
        if able and node.enabled and node.box.has(x, y) and (not node.clip or node.clip.has(x, y)):
            found = node
    return found


def by_id(root: Node, id: str) -> Node | None:
    """The first node of that id."""
    return next((node for node in root.walk() if id and node.id == id), None)


def by_key(root: Node, key: str) -> Node | None:
    """The node that a letter chooses."""
    wanted = key.upper()
    return next((n for n in root.walk() if wanted and n.key == wanted and n.enabled and n.move is not None), None)


_BESIDE = 300.0  # units by which something beside must be nearer than what lies straight ahead


def neighbour(root: Node, current: Node, dx: int, dy: int) -> Node | None:
    """The nearest focusable thing in a direction; what lies straight ahead wins over what is beside.

    Distances run from edge to edge: below a wide card comes the row under it, not what has the same middle.
    """

    def cost(node: Node) -> float | None:
        (x, y), (cx, cy), there, here = node.box.centre, current.box.centre, node.box, current.box
        if (x - cx) * dx + (y - cy) * dy <= 1:
            return None
        across = max(0.0, there.x - here.right, here.x - there.right)
        along = max(0.0, there.y - here.bottom, here.y - there.bottom)
        ahead, aside = (across, along) if dx else (along, across)
        middle = abs(y - cy) if dx else abs(x - cx)
        return ahead + 2.5 * aside + 0.1 * middle + (_BESIDE if aside else 0)

    best = [
        (price, index, node)
        for index, node in enumerate(focusable(root))
        if node is not current and (price := cost(node)) is not None
    ]
    return min(best, key=lambda entry: entry[:2])[2] if best else None
