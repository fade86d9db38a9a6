"""The left of the month's table: who lives here, the bank slip, the envelopes of the plan."""

from __future__ import annotations

from collections.abc import Sequence

from game.explain.desk import Desk, Pocket
from game.ui.app import eased
from game.ui.canvas import Canvas
from game.ui.controls import tab
from game.ui.parts import badge, bar, envelope, panel, paper, slip
from game.ui.screen import Open
from game.ui.screens.month_facts import Facts
from game.ui.sheet import Sheet
from game.ui.theme import style
from game.ui.things import photo
from game.ui.tree import Box

_GAP = 18.0
_LEAST_PHOTO = 118.0
_LEAST_NAMES = 56.0
_KEY = 36.0
_ICONS = {"home": "icon_rent"}


def width(sheet: Sheet, compact: bool) -> float:
    """Three columns; as wide as the narrow table has them; more with very large letters."""
    if not compact:
        return sheet.span(3)
    return 354.0 if sheet.width < 1600 else 430.0 if sheet.text_size < 150 else 500.0


def lay(sheet: Sheet, month: Facts, box: Box, compact: bool) -> None:
    """From below: the envelopes, the slip over them, and the photo in what is left."""
    now = month.desk
    slip_high = _slip_height(sheet, now, box.w)
    room = box.h - slip_high - _GAP
    rows = _rows(sheet, now.pockets, box.w, room, compact)
    high = _block_height(sheet, rows) if rows else _tab_height(sheet, _full(sheet, now.pockets), box.w)
    top = box.bottom - high
    if rows:
        _envelopes(sheet, rows, Box(box.x, top, box.w, high))
    else:
        _plan_tab(sheet, now, Box(box.x, top, box.w, high))
    slip_top = top - _GAP - slip_high
    picture = Box(box.x, box.y, box.w, slip_top - box.y - _GAP)
    if picture.h >= _LEAST_PHOTO * (sheet.text_size / 100) ** 0.75 and now.picture:  # no strip of hair
        photo(sheet, picture, now.picture, sheet.say(now.names))
    elif picture.h >= _LEAST_NAMES * sheet.text_size / 100:
        _names(sheet, picture, sheet.say(now.names))
    else:
        slip_top = box.y + 2
    _slip(sheet, month, Box(box.x, slip_top, box.w, slip_high))


def _names(sheet: Sheet, box: Box, names: str) -> None:
    """Who lives here, on paper, where a photo has no room."""
    with sheet.inside(paper(sheet, box)):
        sheet.text(
            box.x + 16, box.y, box.w - 32, names, "note_strong",
            align="center", height=box.h, middle=True, lines=2, shrink=28,
        )  # fmt: skip


def this_month(sheet: Sheet, month: Facts, box: Box) -> Box:
    """The month's name on teal, where the calendar has no room; returns what is left of the column."""
    name = f"{sheet.voice.month(month.desk.month)} {month.desk.year}"
    high = sheet.styled("label").size * 1.25 + 18
    place = Box(box.x, box.y, box.w, high)
    with sheet.inside(panel(sheet, place, "teal_fill")):
        sheet.text(
            place.x + 16, place.y, place.w - 32, name, "label",
            align="center", colour="white", height=high, middle=True, lines=1, shrink=28,
        )  # fmt: skip
    return Box(box.x, place.bottom + _GAP, box.w, box.h - high - _GAP)


# --- the bank slip -------------------------------------------------------------------------------------------------


def _slip_parts(sheet: Sheet, now: Desk, w: float) -> tuple[float, float]:
    """Heights of the slip's first row (two lines when name and limit do not share one) and of the balance."""
    name_w, name_h = sheet.measure(sheet.say("month.account"), "strong")
    limit = sheet.say("month.limit", amount=-now.limit)
    beside = not now.limit or name_w + sheet.measure(limit, "note")[0] + 20 <= w - 48
    first = name_h if beside else name_h + sheet.measure(limit, "note", w - 48)[1]
    return first, sheet.styled("balance").size * 1.05


def _slip_height(sheet: Sheet, now: Desk, w: float) -> float:
    first, balance = _slip_parts(sheet, now, w)
    return 16 + first + balance - 10 + (56 if now.limit else 24)


def _slip(sheet: Sheet, month: Facts, box: Box) -> None:
    now, before = month.desk, month.before
    account = now.account
    if before is not None and sheet.view.arrival < 1:
        account = round(before.account + (account - before.account) * eased(sheet.view.arrival, 1.0))
    first, balance = _slip_parts(sheet, now, box.w)
    x, w = box.x + 24, box.w - 48
    with sheet.inside(slip(sheet, box)):
        name = sheet.text(x, box.y + 16, w, sheet.say("month.account"), "strong")
        if now.limit:
            limit = sheet.say("month.limit", amount=-now.limit)
            beside = first < name.h + 5
            y = box.y + 16 + (name.h - sheet.measure(limit, "note")[1]) / 2 if beside else name.bottom
            sheet.text(x, y, w, limit, "note", align="right" if beside else "left", colour="ink2")
        money = sheet.voice.money(account)
        y = box.y + 16 + first - 10
        colour = "ink" if account >= 0 else "amber_text" if account > -now.limit else "brick_text"
        sheet.text(x, y, w, money, "balance", align="right", colour=colour, lines=1, shrink=44, height=balance)
        if now.limit:
            share = -account / now.limit
            tint = "amber" if share < 1 else "brick"
            bar(sheet, Box(x, y + balance + 8, w, 18), share, colour=tint, limit=True)


# --- the envelopes -------------------------------------------------------------------------------------------------

Rows = list[list[Pocket]]


def _rows(sheet: Sheet, pockets: Sequence[Pocket], w: float, room: float, compact: bool) -> Rows:
    """Two side by side; a list when names need it or the table is narrow; nothing when even that is too high."""
    pairs = [list(pockets[index : index + 2]) for index in range(0, len(pockets), 2)]
    single = [[pocket] for pocket in pockets]
    for rows in [single] if compact else [pairs, single]:
        if _names_fit(sheet, rows, w) and _block_height(sheet, rows) <= room:
            return rows
    return []


def _cell_width(w: float, rows: Rows) -> float:
    return (w - 14) / 2 if any(len(row) > 1 for row in rows) else w


def _names_fit(sheet: Sheet, rows: Rows, w: float) -> bool:
    cell = _cell_width(w, rows)
    for pocket in (pocket for row in rows for pocket in row):
        name = sheet.measure(_name(sheet, pocket), style("note_strong", size=28))[0]
        amount = _amount_width(sheet, pocket)
        beside = amount + 10 if cell == w else 0
        if name + beside > cell - 76 or amount > cell - 20:
            return False
    return True


def _amount_width(sheet: Sheet, pocket: Pocket) -> float:
    if pocket.paid:
        return sheet.measure(sheet.say("month.paid"), "note")[0] + 56
    return sheet.measure(sheet.voice.money(pocket.there), style("amount", size=34, weight=700))[0] + 4


def _row_heights(sheet: Sheet, rows: Rows) -> tuple[float, float]:
    """Height of a row, and from one row to the next."""
    if any(len(row) > 1 for row in rows):
        high = 96 * sheet.text_size / 100
        return high, high + 9
    high = min(82.0, max(60.0, sheet.styled(style("amount", size=34)).size * 1.1 + 20))
    return high, high + 6


def _block_height(sheet: Sheet, rows: Rows) -> float:
    high, step = _row_heights(sheet, rows)
    return step * (len(rows) - 1) + high


def _envelopes(sheet: Sheet, rows: Rows, box: Box) -> None:
    hovered = sheet.state("open.plan") == "hover"
    around = box.inset(-7)

    def paint(canvas: Canvas) -> None:
        if hovered:
            canvas.frame(around, "ink", 3, 16)

    node = sheet.control("pile", "open.plan", sheet.say("month.plan"), box, Open("plan"), paint, key="P", radius=10)
    high, step = _row_heights(sheet, rows)
    cell = _cell_width(box.w, rows)
    with sheet.inside(node):
        for line, row in enumerate(rows):
            for column, pocket in enumerate(row):
                place = Box(box.x + column * (cell + 14), box.y + line * step, cell, high)
                _envelope(sheet, place, pocket)
    _key_beside(sheet, box)


def _key_beside(sheet: Sheet, box: Box) -> None:
    """The letter that opens the plan, in the margin beside its envelopes while it has room there."""
    edge = max(_KEY, sheet.styled(style("key", size=28)).size * 1.35)
    if edge <= box.x - 6:
        badge(sheet, (box.x - edge) / 2, box.y + 4, "P", _KEY)


def _envelope(sheet: Sheet, box: Box, pocket: Pocket) -> None:
    paid = sheet.say("month.paid") if pocket.paid else ""
    amount = "" if paid else sheet.voice.money(pocket.there)
    share = pocket.there / max(1, pocket.planned, pocket.normal)
    envelope(sheet, box, _icon(pocket), _name(sheet, pocket), amount, share, paid=paid)


def _name(sheet: Sheet, pocket: Pocket) -> str:
    return sheet.say(f"month.pocket_{pocket.id}")


def _icon(pocket: Pocket) -> str:
    return _ICONS.get(pocket.id, f"icon_{pocket.id}")


def _tab_height(sheet: Sheet, full: str, w: float) -> float:
    room = w - 44 - max(64.0, sheet.styled("key").size * 1.35)
    words = sheet.measure(sheet.say("month.plan_short"), "strong", room)[1] + sheet.measure(full, "note", room)[1]
    return max(107.0, words + 30)


def _full(sheet: Sheet, pockets: Sequence[Pocket]) -> str:
    full = sum(pocket.there >= pocket.planned for pocket in pockets)
    return sheet.say("month.plan_note", count=full, count_all=len(pockets))


def _plan_tab(sheet: Sheet, now: Desk, box: Box) -> None:
    """The envelopes behind one tab, when letters are so large that six of them do not fit."""
    tab(sheet, box, "open.plan", "P", sheet.say("month.plan_short"), _full(sheet, now.pockets), "teal", Open("plan"))
