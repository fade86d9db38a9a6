"""The ruler of the month: how far the money reaches, as things stand or with the option that is looked at."""

from __future__ import annotations

from game.explain.outlook import Outlook
from game.ui.app import eased
from game.ui.screen import Push
from game.ui.screens.month_facts import Facts
from game.ui.screens.month_more import Ahead
from game.ui.sheet import Sheet
from game.ui.things import ruler
from game.ui.tree import Box

_SHOWN = 4


def height(sheet: Sheet, month: Facts, compact: bool) -> float:
    """One line of the sentence in the open form, as many as it takes in the compact one."""
    line = sheet.styled("body").size * 1.3
    least = max(72.0, line + 24)
    if not compact:
        return least
    room = sheet.width - 2 * sheet.margin - 420 * sheet.text_size / 100
    sentences = [said(sheet, look, bool(option)) for option, look in (("", month.line), *month.lines)]
    lines = max(sheet.measure(sentence, "body", room)[1] for sentence in sentences)
    return max(least, min(2 * line, lines) + 20)


def lay(sheet: Sheet, month: Facts, box: Box, compact: bool) -> None:
    """The ruler along the lower edge."""
    option = month.looked_at(sheet)
    tried = month.look(option)
    look = tried or month.line
    lead = month.keys[[o.id for o in month.question.options].index(option)] if tried else ""
    months = [_month(sheet, month, look, index) for index in _places(look)]
    alarm = look.reached is not None
    move = Push(Ahead(month.line, tried, lead)) if compact else None
    sentence = said(sheet, look, tried is not None)
    named = [sheet.say("month.end_of"), *months]  # the label goes first where there is no room
    shown = named if not compact else months[-1:] if alarm else months[:1]
    ruler(
        sheet, box, sentence, shown,
        alarm=alarm, key="L" if compact else "", move=move, lead=lead,
    )  # fmt: skip


def said(sheet: Sheet, look: Outlook, then: bool) -> str:
    """The line in one sentence; `then` speaks of an option that is only looked at."""
    suffix = "_then" if then else ""
    if look.reached == look.months[0] and look.short:
        return sheet.say(f"month.short{suffix}", month=look.months[0], amount=look.short)
    if look.reached is not None:
        return sheet.say(f"month.reached{suffix}", month=look.reached)
    return sheet.say(f"month.holds{suffix}")


def _places(look: Outlook) -> list[int]:
    """The next ends of months and, last, the one that matters: where the limit is reached, or the farthest."""
    last = look.months.index(look.reached) if look.reached is not None else len(look.months) - 1
    return [*range(min(last, _SHOWN - 1)), last]


def _month(sheet: Sheet, month: Facts, look: Outlook, index: int) -> str:
    """`Aug −1,640 €`; the figures run from the line as it stands to the one with the option."""
    cents = look.accounts[index]
    if look is not month.line and index < len(month.line.accounts) and sheet.view.change < 1:
        start = month.line.accounts[index]
        cents = round(start + (cents - start) * eased(sheet.view.change, 1.0))
    if look.months[index] == look.reached:
        cents = max(cents, -look.limit)
    name = sheet.voice.month_short(look.months[index])
    return f"{name}\u00a0{sheet.voice.money(cents)}"
