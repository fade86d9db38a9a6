"""The row of households on the set-up page: a picture, who they are, how many of ten euros are spoken for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from game.model.household import Household
from game.model.message import Message, message
from game.ui import parts
from game.ui.canvas import Canvas
from game.ui.choices import turns
from game.ui.screen import Move
from game.ui.sheet import Sheet
from game.ui.theme import Style, style
from game.ui.tree import Box

_GAP = 24.0
_COIN = 36.0


@dataclass(frozen=True, slots=True)
class Row:
    """All households, the chosen one counted from 0, and the move that chooses each."""

    households: tuple[Household, ...]
    chosen: int
    moves: Sequence[Move | None]


def onward(sheet: Sheet, row: Row) -> None:
    """Two arrows at the upper right while there are more households than the row shows."""
    count = len(row.households)
    if count <= fitting(sheet, count)[0]:
        return
    moves = row.moves
    for place, (arrow, index) in enumerate((("←", row.chosen - 1), ("→", row.chosen + 1))):
        box = Box(sheet.width - sheet.margin - (2 - place) * 76 + 12, 40, 64, 64)
        move = moves[index] if 0 <= index < count else None
        node = sheet.control(
            "button",
            f"onward.{place}",
            sheet.say("setup.title") + " " + arrow,
            box,
            move,
            enabled=move is not None,
            focusable=False,
            radius=17,
        )
        with sheet.inside(node):
            parts.badge(sheet, box.x, box.y, arrow, 64, enabled=move is not None)


def fitting(sheet: Sheet, count: int) -> tuple[int, float]:
    """How many households stand side by side, and the width of their cards."""
    across = sheet.width - 2 * sheet.margin
    fits = max(1, int((across + _GAP) // (300 * (1 + (sheet.text_size / 100 - 1) * 0.8) + _GAP)))
    places = max(min(fits, count), min(fits, 2))
    return min(fits, count), min((across - (places - 1) * _GAP) / places, 620.0)


def alone_height(sheet: Sheet, household: Household, wide: float) -> float:
    """Units that the words of the wide card need."""
    room = wide - _picture_width(wide) - 84
    words = sum(sheet.measure(text, given, room)[1] + 14 for text, given in _wide_texts(sheet, household) if text)
    return words + 18 + _COIN + sheet.measure(_spoken(sheet, household), "note", room)[1] + 56


def alone(sheet: Sheet, household: Household, box: Box) -> None:
    """The only household there is: a wide card with its picture, who they are, and what they want this year."""
    texts = [(text, given) for text, given in _wide_texts(sheet, household) if text]
    left = _picture_width(box.w)
    room = box.w - left - 84
    with sheet.inside(parts.paper(sheet, box, name=". ".join(text for text, _ in texts))):
        plate = Box(box.x + 18, box.y + 18, left, box.h - 36)
        parts.plate(sheet, plate, household.picture or f"family_{household.id}", radius=12, stands=True)
        x, y = plate.right + 32, box.y + (box.h - alone_height(sheet, household, box.w)) / 2 + 28
        for place, (text, given) in enumerate(texts):
            colour = "teal_text" if place == 2 and not sheet.palette.night else "ink"
            y = sheet.text(x, y, room, text, given, colour=colour).bottom + 14
        _coins(sheet, Box(x, y + 12, 10 * _COIN, _COIN), household.spoken_for)
        sheet.text(x, y + 18 + _COIN, room, _spoken(sheet, household), "note", colour="ink2")


def _picture_width(wide: float) -> float:
    return wide * 0.42


def _wide_texts(sheet: Sheet, household: Household) -> tuple[tuple[str, Style], ...]:
    """Larger letters than on the narrow cards where the window is wide."""
    larger = 1.2 if sheet.width / sheet.text_size >= 17 else 1.0
    wish = sheet.say(message("setup.wish", wish=Message(household.wish))) if household.wish else ""
    texts = (*_card_texts(sheet, household)[:2], (wish, style("strong", size=34)))
    return tuple((text, replace(given, size=given.size * larger)) for text, given in texts)


def _spoken(sheet: Sheet, household: Household) -> str:
    return sheet.say("setup.spoken", count=household.spoken_for)


def _card_texts(sheet: Sheet, household: Household) -> tuple[tuple[str, Style], ...]:
    return (
        (sheet.say(household.title), style("label", size=34)),
        (sheet.say(household.card), style("note", size=30)),
        (_spoken(sheet, household), style("note")),
    )


def text_height(sheet: Sheet, household: Household, wide: float) -> float:
    """Units of a card that are not its picture."""
    texts = sum(sheet.measure(text, given, wide - 48)[1] for text, given in _card_texts(sheet, household))
    return texts + min(30.0, (wide - 48) / 10) + 80


def cards(sheet: Sheet, row: Row, first_card: Box, shown: int) -> None:
    """As many households as there is room for; the row moves with the chosen one."""
    everyone, wide = row.households, first_card.w
    first = max(0, min(row.chosen - shown // 2, len(everyone) - shown))
    picture = first_card.h - max(text_height(sheet, one, wide) for one in everyone)
    for place in range(shown):
        index = first + place
        box = first_card.moved(place * (wide + _GAP), -10 if index == row.chosen else 0)
        _card(sheet, row, index, box, picture)


def _card(sheet: Sheet, row: Row, index: int, box: Box, picture: float) -> None:
    """One household. The chosen one keeps its id wherever it is in the row, so that the focus stays on it."""
    household, chosen = row.households[index], index == row.chosen
    texts = _card_texts(sheet, household)
    heights = [sheet.measure(text, given, box.w - 48)[1] for text, given in texts]
    coin = min(30.0, (box.w - 48) / 10)
    id = "household" if chosen else f"household.{index}"
    moves = row.moves

    def paint(canvas: Canvas) -> None:
        canvas.shadow(box, "paper", 20)
        canvas.fill(box, "paper", 20)
        if chosen or sheet.state(id) == "hover":
            canvas.frame(box, "ink", 5 if chosen else 3, 20)

    said = ". ".join(text for text, _ in texts)
    node = sheet.control(
        "option",
        id,
        said,
        box,
        moves[index],
        paint,
        key=str(index + 1),
        focusable=chosen,
        turn=turns(moves, index),
        fill="paper",
        radius=20,
    )
    with sheet.inside(node):
        plate = Box(box.x + 16, box.y + 16, box.w - 32, max(64.0, picture))
        picture_name = household.picture or f"family_{household.id}"
        tint = ("plate", "plate2")[index % 2]
        parts.plate(sheet, plate, picture_name, fill=tint, radius=12, stands=True)
        parts.badge(sheet, box.x + 28, box.y + 28, str(index + 1), 48)
        y = plate.bottom + 14
        for (text, given), high in zip(texts[:2], heights, strict=False):
            sheet.text(box.x + 24, y, box.w - 48, text, given)
            y += high + 4
        y = box.bottom - 16 - heights[2] - coin - 6
        _coins(sheet, Box(box.x + 24, y, 10 * coin, coin), household.spoken_for)
        sheet.text(box.x + 24, y + coin + 2, box.w - 48, texts[2][0], texts[2][1], colour="ink2")


def _coins(sheet: Sheet, row: Box, gone: int) -> None:
    def paint(canvas: Canvas) -> None:
        for count in range(10):
            place = Box(row.x + count * row.h, row.y, row.h - 2, row.h - 2)
            canvas.picture("coin" if count < gone else "coin_empty", place)

    sheet.shape(row, paint, role="picture", name=f"{gone}/10")
