"""What the figures' names of colours and letters are on paper: dark enough to be told apart without colour."""

from __future__ import annotations

from game.explain.charts import Picture

# tone -> colour; the light ones print as pale grey, the dark ones stay apart by their lightness
TONES = {
    "ink": "#22304A",
    "ink2": "#3A4459",
    "key_fill": "#22304A",
    "key_text": "#FFFFFF",
    "white": "#FFFFFF",
    "paper": "#FFFFFF",
    "line": "#D8CBB6",
    "kraft": "#E3C79B",
    "kraft_light": "#F2E2C6",
    "kraft_dark": "#CFAE7C",
    "teal": "#0B6E69",
    "teal_fill": "#0A5A56",
    "teal_light": "#D5EBE8",
    "teal_text": "#064B47",
    "amber": "#C9780A",
    "amber_light": "#FBE7C6",
    "amber_text": "#5F3900",
    "brick": "#8E2A20",
    "brick_fill": "#8E2A20",
    "brick_light": "#F8DAD4",
    "brick_text": "#7F2018",
    "blue": "#2B5F9E",
    "plum": "#6B4A86",
}
# kind of label -> size in units, whether bold
LETTERS = {
    "note": (28, False),
    "note_strong": (28, True),
    "body": (34, False),
    "strong": (34, True),
    "amount": (38, True),
    "price": (44, True),
    "title": (48, True),
    "large": (80, True),
    "giant": (120, True),
}


def colour(tone: str) -> str:
    """The colour of a tone, `#RRGGBB`; ink for a tone that paper does not know."""
    return TONES.get(tone, TONES["ink"])


def rgb(tone: str) -> tuple[int, int, int]:
    """The same as three numbers under 256."""
    shade = colour(tone)
    return int(shade[1:3], 16), int(shade[3:5], 16), int(shade[5:7], 16)


def stand_in(picture: Picture) -> tuple[float, str]:
    """Radius and tone of the dot that stands for one of the game's pictures: coins keep their size."""
    if picture.name.startswith("coin"):
        return min(picture.w, picture.h) * 0.42, "brick" if picture.name != "coin" else "amber_light"
    return 8, "ink"
