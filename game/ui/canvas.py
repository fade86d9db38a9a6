"""Drawing: flat shapes with smooth edges, soft shadows, letters and pictures, all at the window's own pixels.

Boxes come in units and are turned into pixels here and nowhere else. What is costly to draw (a shadow,
a corner, a picture at a size) is kept until the size of the window changes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

import pygame

from game.paths import data_folder
from game.ui.text import Fonts, Paragraph
from game.ui.theme import Colour, Palette, tokens
from game.ui.tree import Box

_SMOOTH = 4  # edges are drawn that many times larger and scaled down
_CACHED_SURFACES = 500
_SIZE = re.compile(r'viewBox="[-0-9.]+ [-0-9.]+ ([0-9.]+) ([0-9.]+)"')


class Canvas:
    """A surface, the size of one unit on it in pixels, and what was drawn before."""

    def __init__(self, surface: pygame.Surface, unit: float, palette: Palette, fonts: Fonts, left: float = 0) -> None:
        self.surface = surface
        self.unit = unit
        self.palette = palette
        self.fonts = fonts
        self.left = left  # pixels before the stage on a very wide window
        self._kept: dict[Hashable, pygame.Surface] = {}
        self.shows: object = None  # what `redraw` has put on the surface

    def pixels(self, length: float) -> int:
        """Units as whole pixels, at least one."""
        return max(1, round(length * self.unit))

    def rect(self, box: Box) -> pygame.Rect:
        """The pixels of a box; edges that touch in units touch in pixels."""
        x, y = round(box.x * self.unit + self.left), round(box.y * self.unit)
        right, bottom = round(box.right * self.unit + self.left), round(box.bottom * self.unit)
        return pygame.Rect(x, y, max(0, right - x), max(0, bottom - y))

    def kept(self, key: Hashable, make: Callable[[], pygame.Surface]) -> pygame.Surface:
        """The surface of that key, made once."""
        if key not in self._kept:
            if len(self._kept) > _CACHED_SURFACES:
                self._kept.clear()
            self._kept[key] = make()
        return self._kept[key]

    def colour(self, name: str) -> Colour:
        """By meaning."""
        return self.palette[name]

    def fill(self, box: Box, colour: str, radius: float = 0) -> None:
        """A flat rectangle with round corners."""
        self._rounded(self.rect(box), self.colour(colour), round(radius * self.unit))

    def frame(self, box: Box, colour: str, width: float, radius: float = 0) -> None:
        """Only the edge, drawn inside the box."""
        rect, thick = self.rect(box), self.pixels(width)
        radius_px = min(round(radius * self.unit), rect.w // 2, rect.h // 2)
        tone = self.colour(colour)
        if radius_px <= thick:
            pygame.draw.rect(self.surface, tone, rect, thick)
            return
        self._corners(rect, radius_px, self._ring(radius_px, thick, tone))
        inner_w, inner_h = rect.w - 2 * radius_px, rect.h - 2 * radius_px
        for edge in (
            (rect.x + radius_px, rect.y, inner_w, thick),
            (rect.x + radius_px, rect.bottom - thick, inner_w, thick),
            (rect.x, rect.y + radius_px, thick, inner_h),
            (rect.right - thick, rect.y + radius_px, thick, inner_h),
        ):
            self.surface.fill(tone, edge)

    def shadow(self, box: Box, kind: str, radius: float) -> None:
        """The soft shadow of paper, kraft, button or picture, as the tokens have it."""
        rect = self.rect(box)
        for layer in tokens()["shadow"][kind]:
            sigma, alpha = layer["blur_sigma"], int(layer["alpha"])
            spread = self.pixels(sigma * 2.4)
            key = ("shadow", rect.size, round(radius * self.unit), sigma, alpha, self.palette.night)
            soft = self.kept(key, partial(self._soft, rect.size, radius, sigma, alpha, spread))
            self.surface.blit(soft, (rect.x - spread, rect.y - spread + round(layer["dy"] * self.unit)))

    def polygon(self, box: Box, points: Sequence[tuple[float, float]], colour: str, alpha: int = 255) -> None:
        """A filled shape; `points` are units from the upper left of `box`, which bounds it."""
        rect, tone = self.rect(box), self.colour(colour)
        drawn = self.kept(
            ("polygon", rect.size, tuple(points), tone, alpha), lambda: self._polygon(rect.size, points, tone, alpha)
        )
        self.surface.blit(drawn, rect)

    def circle(self, x: float, y: float, radius: float, colour: str) -> None:
        """A filled circle around a point in units."""
        self.fill(Box(x - radius, y - radius, 2 * radius, 2 * radius), colour, radius)

    def line(self, x: float, y: float, x2: float, y2: float, colour: str, width: float = 2) -> None:
        """A straight line; level and upright ones have sharp edges."""
        start, end = (x * self.unit + self.left, y * self.unit), (x2 * self.unit + self.left, y2 * self.unit)
        pygame.draw.aaline(self.surface, self.colour(colour), start, end, self.pixels(width))

    def ticks(self, box: Box, step: float, colour: str) -> None:
        """The marks of a ruler along the lower edge of `box`: every fifth is longer."""
        rect, tone = self.rect(box), self.colour(colour)

        def make() -> pygame.Surface:
            strip = pygame.Surface(rect.size, pygame.SRCALPHA)
            strip.fill((*tone, 0))
            for index in range(int(box.w / step) + 1):
                high = self.pixels(9 if index % 5 else 16)
                strip.fill(tone, (round(index * step * self.unit), rect.h - high, self.pixels(2), high))
            return strip

        self.surface.blit(self.kept(("ticks", rect.size, step, tone), make), rect)

    def letters(self, box: Box, text: Paragraph, colour: str, align: str = "left") -> None:
        """A paragraph whose lines begin at the top of `box`; each stands in the middle of its line height."""
        tone = self.colour(colour)
        left, width = box.x * self.unit + self.left, box.w * self.unit
        for index, line in enumerate(text.lines):
            gap = {"left": 0.0, "right": width - line.width, "center": (width - line.width) / 2}[align]
            top = box.y * self.unit + index * text.line_height
            for run in line.runs:
                face = replace(text.style, weight=700) if run.bold else text.style
                drawn = self.fonts.drawn(run.text, face, tone)
                middle = round(top + (text.line_height - drawn.get_height()) / 2)
                self.surface.blit(drawn, (round(left + gap + run.x), middle))

    def picture(self, name: str, box: Box, tilt: float = 0, shadow: bool = False, clip: Box | None = None) -> None:
        """`assets/pictures/<name>.svg` as large as fits into `box`, in its middle, turned by degrees clockwise."""
        size = fitted(name, box)
        width, height = self.pixels(size[0]), self.pixels(size[1])
        drawn = self.kept(("picture", name, width, height, tilt), lambda: _loaded(name, width, height, tilt))
        middle = self.rect(box).center
        place = drawn.get_rect(center=middle)
        if shadow:
            self._picture_shadow(drawn, (name, width, height, tilt), place)
        if clip is None:
            self.surface.blit(drawn, place)
            return
        before = self.surface.get_clip()
        self.surface.set_clip(self.rect(clip).clip(before))
        self.surface.blit(drawn, place)
        self.surface.set_clip(before)

    def tilted(
        self, box: Box, degrees: float, key: Hashable, draw: Callable[[Canvas], None], margin: float = 40
    ) -> None:
        """What `draw` puts at (margin, margin) of its own canvas of the box's size, turned clockwise about its middle.

        `key` names what is drawn: the same key is drawn once.
        """

        def make() -> pygame.Surface:
            unit = self.unit * 2
            size = (round((box.w + 2 * margin) * unit), round((box.h + 2 * margin) * unit))
            inner = Canvas(pygame.Surface(size, pygame.SRCALPHA), unit, self.palette, Fonts())
            inner.surface.fill((*self.colour("paper"), 0))
            draw(inner)
            return pygame.transform.rotozoom(inner.surface, -degrees, 0.5)

        drawn = self.kept(("tilted", key, box.w, box.h, degrees, self.palette.night), make)
        self.surface.blit(drawn, drawn.get_rect(center=self.rect(box).center))

    def _rounded(self, rect: pygame.Rect, tone: Colour, radius: int) -> None:
        radius = min(radius, rect.w // 2, rect.h // 2)
        if radius <= 1:
            self.surface.fill(tone, rect)
            return
        self._corners(rect, radius, self._ring(radius, 0, tone))
        self.surface.fill(tone, (rect.x + radius, rect.y, rect.w - 2 * radius, rect.h))
        self.surface.fill(tone, (rect.x, rect.y + radius, radius, rect.h - 2 * radius))
        self.surface.fill(tone, (rect.right - radius, rect.y + radius, radius, rect.h - 2 * radius))

    def _corners(self, rect: pygame.Rect, radius: int, disc: pygame.Surface) -> None:
        for x, sx in ((rect.x, 0), (rect.right - radius, radius)):
            for y, sy in ((rect.y, 0), (rect.bottom - radius, radius)):
                self.surface.blit(disc, (x, y), (sx, sy, radius, radius))

    def _ring(self, radius: int, thick: int, tone: Colour) -> pygame.Surface:
        """Four smooth corners in one square of twice the radius; `thick` 0 fills them."""

        def make() -> pygame.Surface:
            large = pygame.Surface((2 * radius * _SMOOTH,) * 2, pygame.SRCALPHA)
            large.fill((*tone, 0))
            middle = radius * _SMOOTH
            pygame.draw.circle(large, tone, (middle, middle), middle, thick * _SMOOTH)
            return pygame.transform.smoothscale(large, (2 * radius, 2 * radius))

        return self.kept(("ring", radius, thick, tone), make)

    def _soft(self, size: tuple[int, int], radius: float, sigma: float, alpha: int, spread: int) -> pygame.Surface:
        """A quarter of the size is enough for what is blurred anyway, and forty times faster."""
        tone = (0, 0, 0) if self.palette.night else tuple(tokens()["shadow"]["colour"])
        full = (size[0] + 2 * spread, size[1] + 2 * spread)
        small = pygame.Surface((max(1, full[0] // 4), max(1, full[1] // 4)), pygame.SRCALPHA)
        small.fill((*tone, 0))
        inner = pygame.Rect(spread // 4, spread // 4, max(1, size[0] // 4), max(1, size[1] // 4))
        pygame.draw.rect(small, (*tone, alpha), inner, border_radius=round(radius * self.unit / 4))
        blurred = pygame.transform.gaussian_blur(small, max(1, round(sigma * self.unit / 4)))
        return pygame.transform.smoothscale(blurred, full)

    def _polygon(
        self, size: tuple[int, int], points: Sequence[tuple[float, float]], tone: Colour, alpha: int
    ) -> pygame.Surface:
        large = pygame.Surface((max(1, size[0]) * _SMOOTH, max(1, size[1]) * _SMOOTH), pygame.SRCALPHA)
        large.fill((*tone, 0))
        scale = self.unit * _SMOOTH
        pygame.draw.polygon(large, (*tone, alpha), [(x * scale, y * scale) for x, y in points])
        return pygame.transform.smoothscale(large, (max(1, size[0]), max(1, size[1])))

    def _picture_shadow(self, drawn: pygame.Surface, key: Hashable, place: pygame.Rect) -> None:
        layer = tokens()["shadow"]["picture"][0]
        spread = self.pixels(layer["blur_sigma"] * 2.4)

        def make() -> pygame.Surface:
            tone = (0, 0, 0) if self.palette.night else tuple(tokens()["shadow"]["colour"])
            shape = pygame.mask.from_surface(drawn, 100).to_surface(
                setcolor=(*tone, int(layer["alpha"])), unsetcolor=(*tone, 0)
            )
            full = pygame.Surface((place.w + 2 * spread, place.h + 2 * spread), pygame.SRCALPHA)
            full.fill((*tone, 0))
            full.blit(shape, (spread, spread))
            small = pygame.transform.smoothscale(full, (max(1, full.get_width() // 4), max(1, full.get_height() // 4)))
            blurred = pygame.transform.gaussian_blur(small, max(1, round(layer["blur_sigma"] * self.unit / 4)))
            return pygame.transform.smoothscale(blurred, full.get_size())

        soft = self.kept(("picture shadow", key), make)
        self.surface.blit(soft, (place.x - spread, place.y - spread + round(layer["dy"] * self.unit)))


@cache
def picture_path(name: str) -> Path:
    """The file of a picture; a letter stands for one that is missing, so that a scenario may name its own."""
    path = data_folder("assets") / "pictures" / f"{name}.svg"
    return path if path.is_file() else path.with_name("letter.svg")


@cache
def natural(name: str) -> tuple[float, float]:
    """Width and height that the picture was drawn at."""
    found = _SIZE.search(picture_path(name).read_text("utf-8"))
    return (float(found[1]), float(found[2])) if found else (64.0, 64.0)


def fitted(name: str, box: Box) -> tuple[float, float]:
    """Units that the picture takes inside `box` with its own proportions."""
    width, height = natural(name)
    scale = min(box.w / width, box.h / height)
    return width * scale, height * scale


def _loaded(name: str, width: int, height: int, tilt: float) -> pygame.Surface:
    """Turned pictures are drawn at double size first: a turn blurs what is already sharp."""
    if not tilt:
        return pygame.image.load_sized_svg(str(picture_path(name)), (width, height))
    large = pygame.image.load_sized_svg(str(picture_path(name)), (width * 2, height * 2))
    return pygame.transform.rotozoom(large, -tilt, 0.5)
