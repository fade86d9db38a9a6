"""Two pages behind the month's table: all debts (S), and the account month by month (L)."""

from __future__ import annotations

from dataclasses import dataclass

from game.explain.desk import Desk, Owed
from game.explain.outlook import Outlook
from game.ui.canvas import Canvas
from game.ui.controls import button
from game.ui.parts import money_row, paper, pill
from game.ui.screen import Pop, Still
from game.ui.sheet import Sheet
from game.ui.theme import style
from game.ui.tree import Box


def debt_name(sheet: Sheet, debt: Owed) -> str:
    """The debt's name: with its rate while it has no end, or with the word that it was not paid."""
    if debt.overdue:
        return sheet.say("month.unpaid", name=debt.name)
    if debt.rate:
        return sheet.say("month.debt_rate", name=debt.name, percent=debt.rate)
    return sheet.say(debt.name)


@dataclass(frozen=True, slots=True)
class Debts(Still):
    """Every debt with its terms, and all of them together."""

    desk: Desk

    def lay(self, sheet: Sheet) -> None:
        """One paper with a row a debt; the sum stands outside the list, always in sight."""
        sheet.table()
        box, foot = _page(sheet)
        with sheet.inside(paper(sheet, box, radius=24)):
            x, w = box.x + 56, box.w - 112
            y = sheet.text(x, box.y + 40, w, sheet.say("month.debts"), "title", lines=1, shrink=36).bottom + 20
            low = box.bottom - 40 - sheet.styled("price").size * 1.3
            with sheet.scroll(Box(x - 16, y, w + 32, low - 24 - y), "debts") as top:
                for debt in self.desk.debts:
                    top = _debt(sheet, debt, Box(x, top, w - 16, 0)).bottom + 14
            total = sheet.say("month.all_debts")
            money = sheet.voice.money(self.desk.debt)
            money_row(sheet, x, low, w, total, money, given="subheading", amount_style="price", line=True)
        button(sheet, foot, "back", sheet.say("month.back"), Pop(), key="ESCAPE", first=True)


def _debt(sheet: Sheet, debt: Owed, box: Box) -> Box:
    row = money_row(sheet, box.x, box.y + 12, box.w, debt_name(sheet, debt), sheet.voice.money(debt.amount), line=False)
    sheet.rule(box.x, box.y, box.w)
    said = []
    if debt.instalment:
        said.append(sheet.say("month.instalment", exact=debt.instalment))
    if debt.months:
        said.append(sheet.say("month.months_left", count=debt.months))
    if not said:
        return row
    note = " · ".join(said)
    return sheet.text(box.x, row.bottom, box.w, note, "note", colour="ink2")


@dataclass(frozen=True, slots=True)
class Ahead(Still):
    """The account at the end of each coming month, as things stand and with the option `key` that was looked at."""

    line: Outlook
    with_option: Outlook | None = None
    key: str = ""

    def lay(self, sheet: Sheet) -> None:
        """Bars from zero, one a month: to the right above it, to the left below it, as far as the limit."""
        sheet.table()
        box, foot = _page(sheet)
        look = self.with_option or self.line
        with sheet.inside(paper(sheet, box, radius=24)):
            x, w = box.x + 56, box.w - 112
            title = sheet.say("month.ahead_with", key=self.key) if self.with_option else sheet.say("month.ahead")
            y = sheet.text(x, box.y + 40, w, title, "title", lines=2, shrink=36).bottom + 8
            limit = sheet.say("month.limit", amount=-look.limit)
            y = sheet.text(x, y, w, limit, "note", colour="ink2").bottom + 16
            with sheet.scroll(Box(x - 16, y, w + 32, box.bottom - 40 - y), "ahead") as top:
                for month, cents in zip(look.months, look.accounts, strict=True):
                    top = _end_of_month(sheet, look, month, cents, Box(x, top, w - 16, 0))
        button(sheet, foot, "back", sheet.say("month.back"), Pop(), key="ESCAPE", first=True)


def _end_of_month(sheet: Sheet, look: Outlook, month: int, cents: int, box: Box) -> float:
    name, money = sheet.voice.month(month), sheet.voice.money(max(cents, -look.limit))
    high = sheet.styled("amount").size * 1.25 + 20
    reached = look.reached is not None and month >= look.reached
    name_w = max(230.0, sheet.measure(name, "body")[0] + 10)
    money_w = 260 * sheet.text_size / 100
    sheet.text(box.x, box.y, name_w, name, "body", height=high, middle=True)
    level = Box(box.x + name_w + 20, box.y + (high - 20) / 2, box.w - name_w - money_w - 60, 20)
    above = max(0, *look.accounts)
    zero = level.x + level.w * look.limit / max(1, look.limit + above)
    end = zero + level.w * max(cents, -look.limit) / max(1, look.limit + above)

    def paint(canvas: Canvas) -> None:
        canvas.fill(level, "line", 10)
        drawn = level._replace(x=min(zero, end), w=max(6.0, abs(end - zero)))
        canvas.fill(drawn, "teal" if cents >= 0 else "brick" if reached else "amber", 4)
        canvas.fill(Box(zero - 2, level.y - 10, 4, level.h + 20), "ink", 2)

    if level.w > 60:
        sheet.shape(level, paint, loose=True)
    if month == look.reached:
        given = style("amount", weight=700)
        wide, tall = sheet.measure(money, given)
        at = box.right - wide - 48
        pill(sheet, at, box.y + (high - tall - 16) / 2, money, fill="brick_light", colour="brick_text", given=given)
    else:
        sheet.text(box.x, box.y, box.w - 24, money, "amount", align="right", height=high, middle=True)
    return box.y + high + 4


def _page(sheet: Sheet) -> tuple[Box, Box]:
    """The paper in the middle of the table, and the button under it."""
    w = min(1180.0, sheet.width - 2 * sheet.margin)
    high = max(84.0, sheet.styled("subheading").size * 1.25 + 24)
    x = (sheet.width - w) / 2
    foot = Box(x, sheet.height - 36 - high, w, high)
    return Box(x, 44, w, foot.y - 28 - 44), foot
