"""The right of the month's table: mail, debts, telephone."""

from __future__ import annotations

from game.explain.desk import Desk, Owed
from game.ui.app import eased
from game.ui.canvas import Canvas
from game.ui.parts import badge, money_row, slip
from game.ui.screen import Move, Open, Push
from game.ui.screens.month_facts import Facts
from game.ui.screens.month_more import Debts, debt_name
from game.ui.sheet import Sheet
from game.ui.theme import style
from game.ui.things import letter_pile, phone
from game.ui.tree import Box

_PILE = 236.0
_KEY = 44.0  # the letters that open mail and debts


def fits(sheet: Sheet, month: Facts, box: Box) -> bool:
    """Whether the three have room one under the other; otherwise they become tabs."""
    return _pile_height(sheet, month.desk, box) >= 130


def _pile_height(sheet: Sheet, now: Desk, box: Box) -> float:
    """What the mail may take when the others have what they need."""
    caption = sheet.measure(_mail_line(sheet, now), style("note", size=30), box.w - _key_width(sheet, now))[1]
    debts = _slip_height(sheet, min(2, max(1, len(now.debts))))
    return min(_PILE, box.h - _phone_height(sheet, now, box.w) - caption - debts - 60)


def _key_width(sheet: Sheet, now: Desk) -> float:
    """From the left edge to the words about the mail: its key, while there is some."""
    return max(_KEY, sheet.styled(style("key", size=_KEY * 0.58)).size * 1.35) + 12 if now.mail else 0.0


def lay(sheet: Sheet, month: Facts, box: Box) -> None:
    """From above the mail, from below the telephone; the debts take what is between."""
    now = month.desk
    call_high = _phone_height(sheet, now, box.w)
    pile = _pile_height(sheet, now, box)
    caption = _mail(sheet, month, Box(box.x, box.y, box.w, pile))
    phone_top = box.bottom + 10 - call_high
    _debts(sheet, now, Box(box.x, caption.bottom + 14, box.w, phone_top - 14 - caption.bottom - 14))
    label, note, move = _call(sheet, now)
    phone(sheet, Box(box.x, phone_top, box.w, call_high), "open.call", "T", label, note, move)


# --- mail ----------------------------------------------------------------------------------------------------------


def _mail(sheet: Sheet, month: Facts, box: Box) -> Box:
    """The pile with what it is in words below; both open the mail."""
    now = month.desk
    new = max(0, len(now.mail) - month.before.letters) if month.before else 0
    levels = [letter.level for letter in now.mail]
    said = _mail_line(sheet, now)
    if levels:
        landed = eased(sheet.view.arrival, 1.0) if new else 1.0
        around = Box(box.x + 12, box.y, box.w - 24, box.h)
        name = said.replace("*", "")
        letter_pile(sheet, around, levels, "open.mail", name, Open("mail"), "M", new=new, landed=landed)
    else:
        spot = Box(box.centre[0] - 140, box.bottom - 196, 280, 182)
        sheet.shape(spot, lambda canvas: canvas.frame(spot, "line", 3, 14), loose=True)
    caption = style("note", size=30)
    left, y = _key_width(sheet, now), box.bottom + 14
    if left:
        badge(sheet, box.x, y + (sheet.measure("0", caption)[1] - (left - 12)) / 2, "M", _KEY)
    return sheet.text(box.x + left, y, box.w - left, said, caption, align="center", lines=3, shrink=28)


def letters(sheet: Sheet, now: Desk) -> str:
    """How many letters lie there."""
    return sheet.say("month.letters", n=len(now.mail)) if now.mail else sheet.say("month.no_letters")


def _mail_line(sheet: Sheet, now: Desk) -> str:
    """`**Mail** 5 letters · reminders: 2`."""
    said = [f"**{sheet.say('month.mail')}**\u2002{letters(sheet, now)}"]
    if reminders := sum(letter.level != "white" for letter in now.mail):
        said.append(sheet.say("month.reminders", count=reminders))
    if closed := sum(not letter.opened for letter in now.mail):
        said.append(sheet.say("month.closed", count=closed))
    return " · ".join(said)


# --- debts ---------------------------------------------------------------------------------------------------------


def debts_move(now: Desk) -> Move | None:
    """Onto the page with all debts."""
    return Push(Debts(now)) if now.debts else None


def _row_height(sheet: Sheet) -> float:
    return sheet.styled("amount").size * 1.25 + 13


def _slip_height(sheet: Sheet, rows: int) -> float:
    return 16 + sheet.styled("strong").size * 1.25 + 10 + rows * _row_height(sheet) + 20


def _debts(sheet: Sheet, now: Desk, room: Box) -> None:
    """As many debts as fit, the largest of them; the last row counts the others."""
    rows = [(debt_name(sheet, debt), debt.amount) for debt in _in_order(now.debts)]
    if not rows:
        return _no_debts(sheet, room)
    names = style("note", size=30)
    head = _slip_height(sheet, 0)
    rows, lines = _fitting(sheet, rows, room._replace(h=room.h - head))
    box = Box(room.x, room.y, room.w, head + sum(lines))
    hovered = sheet.state("open.debts") == "hover"

    def paint(canvas: Canvas) -> None:
        if hovered:
            canvas.frame(box.inset(-7), "ink", 3, 16)

    spoken = f"{sheet.say('month.debts')}: {sheet.voice.money(now.debt)}"
    node = sheet.control("pile", "open.debts", spoken, box, debts_move(now), paint, key="S", radius=12)
    with sheet.inside(node), sheet.inside(slip(sheet, box)):
        edge = max(_KEY, sheet.styled(style("key", size=_KEY * 0.58)).size * 1.35)
        badge(sheet, box.right - 20 - edge, box.y + 12, "S", _KEY)
        y = sheet.text(box.x + 24, box.y + 16, box.w - 64 - edge, sheet.say("month.debts"), "strong").bottom + 8
        for (name, amount), high in zip(rows, lines, strict=True):
            money_row(sheet, box.x + 24, y + 4, box.w - 48, name, sheet.voice.money(amount), given=names, line=False)
            sheet.rule(box.x + 24, y, box.w - 48)
            y += high
    return None


def _wrapped(sheet: Sheet, name: str, amount: int, w: float) -> float:
    room = w - sheet.measure(sheet.voice.money(amount), "amount")[0] - 24
    return sheet.measure(name, style("note", size=30), room)[1]


def _fitting(sheet: Sheet, rows: list[tuple[str, int]], room: Box) -> tuple[list[tuple[str, int]], list[float]]:
    """As many rows as fit, with their heights; the others are counted in the last one."""
    shown, lines = rows, _heights(sheet, rows, room.w)
    for count in range(len(rows) - 1, 0, -1):
        if sum(lines) <= room.h:
            break
        rest = rows[count - 1 :]
        more = (sheet.say("month.more_debts", count=len(rest)), sum(amount for _, amount in rest))
        shown = [*rows[: count - 1], more]
        lines = _heights(sheet, shown, room.w)
    return shown, lines


def _heights(sheet: Sheet, rows: list[tuple[str, int]], w: float) -> list[float]:
    return [max(_row_height(sheet), _wrapped(sheet, name, amount, w - 48) + 12) for name, amount in rows]


def _no_debts(sheet: Sheet, room: Box) -> None:
    head = sheet.measure(sheet.say("month.debts"), "strong")[1]
    note = sheet.measure(sheet.say("month.no_debts"), "note", room.w - 48)[1]
    box = Box(room.x, room.y, room.w, 16 + head + 8 + note + 28)
    with sheet.inside(slip(sheet, box)):
        y = sheet.text(box.x + 24, box.y + 16, box.w - 48, sheet.say("month.debts"), "strong").bottom + 8
        sheet.text(box.x + 24, y, box.w - 48, sheet.say("month.no_debts"), "note", colour="ink2")


def _in_order(debts: tuple[Owed, ...]) -> list[Owed]:
    """Bills not paid first; what has no fixed end before what has one."""
    return sorted(debts, key=lambda debt: (not debt.overdue, not debt.rate, -debt.amount))


# --- the telephone -------------------------------------------------------------------------------------------------


def _call(sheet: Sheet, now: Desk) -> tuple[str, str, Move | None]:
    """Label, note, move."""
    if now.call_used:
        return sheet.say("month.telephone"), sheet.say("month.call_used"), None
    if now.adviser:
        return sheet.say("month.call_adviser"), sheet.say("month.call_free"), Open("call")
    return sheet.say("month.make_a_call"), sheet.say("month.call_one"), Open("call")


def _phone_height(sheet: Sheet, now: Desk, w: float) -> float:
    label, note, _ = _call(sheet, now)
    room = w - 152
    badge = max(56.0, sheet.styled(style("note", size=56 * 0.58)).size * 1.35)
    words = sheet.measure(label, "label", room)[1] + 4 + sheet.measure(note, "note", room)[1]
    return max(225.0, badge + 10 + words + 6)
