"""The facts: what the story was, the guess of its curve, and the household drawn beside its twins."""

from __future__ import annotations

from game.explain import charts, charts_bars
from game.explain.charts import Mark, Plot, Run
from game.explain.debrief import Twin
from game.model.message import Message, message
from game.ui import figure, parts
from game.ui.canvas import Canvas
from game.ui.choices import card_choice, choice
from game.ui.screen import Move
from game.ui.screens.between import existing, snapshot
from game.ui.screens.debrief.frame import held, notes, notes_height, sentences
from game.ui.screens.debrief.seen import STEP, Shown, guessed, known_months
from game.ui.screens.debrief.slider import HEIGHT, slider
from game.ui.sheet import Sheet
from game.ui.theme import style
from game.ui.tree import Box


def opening(sheet: Sheet, box: Box, shown: Shown) -> None:
    """The household's photo and what happened, in sentences."""
    findings = shown.page.findings
    if sheet.narrow or sheet.text_size > 125:
        sentences(sheet, box, findings)
        return
    photo = Box(box.x + 8, box.y + 6, sheet.span(5) - 16, min(box.h - 24, 620))
    name = sheet.say(shown.debrief.name)
    said = sheet.say(message("debrief.months_told", n=shown.debrief.months))
    snapshot(sheet, photo, existing(shown.around.picture, "house"), name, said)
    left = sheet.col(5) + 24
    sentences(sheet, Box(left, box.y, box.right - left, box.h), findings)


# --- the guess ---------------------------------------------------------------------------------------------------


def guess(sheet: Sheet, box: Box, shown: Shown, drawn: float) -> None:
    """The known months, empty ones after them, and a handle at the end; `drawn` of the true line over the guess."""
    played = shown.debrief.twins[0].owed
    known = known_months(len(played))
    guess = guessed(shown.debrief, shown.seen)
    highest = _highest(played, known, guess, drawn > 0)
    with sheet.inside(parts.paper(sheet, box)):
        inner = Box(box.x + 24, box.y + 32, box.w - 48, box.h - 56)
        made, at = charts.guess(figure.room(sheet, inner), played, known, guess, highest, drawn)
        figure.figure(sheet, made, inner.x, inner.y)
        _hand(sheet, inner, at, shown, known)
        _handle(sheet, inner, at, shown, guess[-1])


_GROUND = 1_600_000  # cents of a ground that is the same for every story, so that it betrays no end


def _highest(played: tuple[int, ...], known: int, guess: tuple[int, ...], shown: bool) -> int:
    """What the ground has to hold: what is known and guessed, and the story itself once it is shown."""
    return max(_GROUND, *guess, 2 * max(played[: known + 1]), *(played if shown else ()))


def _hand(sheet: Sheet, inner: Box, at: Plot, shown: Shown, known: int) -> None:
    """A mouse or a finger draws over the empty months; up and down move the end."""
    area = Box(inner.x + at.x(known) + 8, inner.y + at.upper, at.right - at.x(known) + 24, at.lower - at.upper)
    last = at.months - 1

    def touched(x: float, y: float) -> Move:
        share = (x - inner.x - at.left) / max(1.0, at.right - at.left)
        month = min(last, max(known + 1, round(share * last)))
        cents = round((at.lower - (y - inner.y)) / (at.lower - at.upper) * at.top / 5_000) * 5_000
        points = {**dict(shown.seen.guess), month: min(at.top, max(0, cents))}
        return shown.move(guess=tuple(sorted(points.items())))

    name = sheet.say("debrief.guess_area")
    node = sheet.control("ruler", "guess", name, area, None, radius=12)
    node.touched = touched
    node.loose = True  # words lie on it


def _handle(sheet: Sheet, inner: Box, at: Plot, shown: Shown, end: int) -> None:
    """What the guess comes to, with keys to move it."""
    x = inner.x + at.right + 44
    wide = inner.right - x - 4
    word = sheet.say("debrief.the_guess")
    high = sheet.measure(word, "body", wide)[1] + 76 * max(1, sheet.text_size / 110) + 64 + 56
    y = min(max(inner.y, inner.y + at.y(end) - high / 2), inner.y + at.lower - high + 20)
    box = Box(x, y, wide, high)
    up, down = lifts(shown)

    def paint(canvas: Canvas) -> None:
        canvas.shadow(box, "paper", 20)
        canvas.fill(box, "paper", 20)
        canvas.frame(box, "blue", 4, 20)

    said = f"{word}: {sheet.voice.money(end)}"
    node = sheet.control("choice", "handle", said, box, None, paint, fill="paper", radius=20)
    node.lift = (up, down)
    node.focusable = node.first = True
    with sheet.inside(node):
        used = sheet.text(x + 8, y + 16, wide - 16, word, "body", align="center", colour="ink2")
        amount = style("shock", line=76 / 64)
        used = sheet.text(
            x + 8, used.bottom, wide - 16, sheet.voice.money(end), amount, align="center", lines=1, shrink=32
        )
        middle = box.centre[0]
        for arrow, move, left in (("↑", up, middle - 80), ("↓", down, middle + 16)):
            place = Box(left, box.bottom - 84, 64, 64)
            turned = sheet.control("segment", f"handle.{arrow}", arrow, place, move, focusable=False, radius=16)
            with sheet.inside(turned):
                edge = max(64.0, sheet.styled(style("key", size=37)).size * 1.35)
                parts.badge(sheet, place.x + (64 - edge) / 2, place.y + (64 - edge) / 2, arrow, 64)


def lifts(shown: Shown) -> tuple[Move, Move]:
    """What up and down do to the end of the guess."""
    end = guessed(shown.debrief, shown.seen)[-1]
    return _to(shown, end + STEP), _to(shown, max(0, end - STEP))


def _to(shown: Shown, cents: int) -> Move:
    """The move that puts the end of the guess there; what was drawn before it stays."""
    played = shown.debrief.twins[0].owed
    end = len(played) - 1
    points = {**dict(shown.seen.guess), end: cents}
    if not shown.seen.guess:
        points = {end: cents}
    return shown.move(guess=tuple(sorted(points.items())))


def guess_error(shown: Shown) -> Message:
    """What the guess was and what came: two amounts, no judgement."""
    played = shown.debrief.twins[0].owed
    end = guessed(shown.debrief, shown.seen)[-1]
    return message("debrief.guess_seen", amount=played[-1], amount_guess=end)


def guess_start(shown: Shown) -> Message:
    """The question of the guess: where the story stands and where it is going."""
    played = shown.debrief.twins[0].owed
    known = known_months(len(played))
    return message("debrief.guess_ask", amount=played[known], month_year=known, month_year_end=len(played) - 1)


# --- the twins ---------------------------------------------------------------------------------------------------

COMPARED = ("without_shocks", "without_biggest", "careful", "rights")


def compared(shown: Shown) -> tuple[Twin | None, tuple[Twin, ...]]:
    """The twin that is shown, and all that may be."""
    found = tuple(twin for id in COMPARED if (twin := shown.debrief.twin(id)) is not None)
    chosen = next((twin for twin in found if twin.id == shown.seen.compare), found[0] if found else None)
    return chosen, found


def twins(sheet: Sheet, box: Box, shown: Shown) -> None:
    """Two lines up to the month of the slider, the months that mattered, and how this month was paid for."""
    debrief, played = shown.debrief, shown.debrief.twins[0]
    other, found = compared(shown)
    last = len(played.owed) - 1
    month = last if shown.seen.month < 0 else min(shown.seen.month, last)
    marks = _marks(shown)
    label = debrief.marks.months[month].label if month < len(debrief.marks.months) else "none"
    word = sheet.say(message("debrief.minsky_month", month_year=month, what=Message(f"debrief.minsky_{label}")))
    words = [sheet.say(twin.name) for twin in found] if len(found) > 1 else []
    in_foot = shown.foot.w >= 900 and sheet.text_size == 100
    pick = 0.0 if in_foot or not words else _pick_height(sheet, words, box.w - 80) + 14
    told = tuple(one for one in shown.page.findings if one.message.id == "explain.doors.with_help")
    legend = sheet.say("end.legend")
    below = notes_height(sheet, told, box.w - 80) + sheet.measure(legend, "note", box.w - 80)[1]
    low = HEIGHT + sheet.measure(word, "note_strong", box.w - 80)[1] + 32 + pick + below

    def put(place: Box) -> None:
        with sheet.inside(parts.paper(sheet, place)):
            inner = Box(place.x + 24, place.y + 20, place.w - 48, place.h - low - 24)
            name = other.name if other else Message("debrief.as_played")
            ends = figure.ends(sheet, [sheet.say(name), sheet.say("debrief.as_played")], inner, 340)
            runs = [Run(played.owed, played.own, "brick", Message("debrief.as_played"))]
            runs += [Run(other.owed, other.own, "teal", name)] if other else []
            made, at = charts.twins(figure.room(sheet, inner), runs, month, marks, ends)
            figure.figure(sheet, made, inner.x, inner.y)
            _flags(sheet, inner, at, marks, month)
            _strip(sheet, inner, at, shown, month)
            slider(sheet, at, inner.x, inner.bottom - 4, month, lambda to: shown.move(month=to))
            used = sheet.text(place.x + 40, inner.bottom - 4 + HEIGHT, place.w - 80, word, "note_strong")
            used = sheet.text(place.x + 40, used.bottom, place.w - 80, legend, "note", colour="ink2")
            notes(sheet, told, place.x + 40, used.bottom + 4, place.w - 80)
            if pick:
                _choose(
                    sheet,
                    Box(place.x + 40, place.bottom - pick - 2, place.w - 80, pick - 14),
                    shown,
                    words,
                    other,
                    found,
                )

    held(sheet, box, low + 400 * sheet.text_size / 100, put)
    if in_foot and words:
        _choose(sheet, shown.foot, shown, words, other, found)


_CHOICE = style("note", weight=600)


def _pick_height(sheet: Sheet, words: list[str], wide: float) -> float:
    """One row where all words hold in two lines, else two."""
    line = sheet.measure("0", "note")[1]
    one = max(sheet.measure(word, _CHOICE, wide / len(words) - 28)[1] for word in words)
    return max(72.0, one + 18) if one <= 2.2 * line else 2 * max(72.0, 2 * line + 18) + 12


def _choose(
    sheet: Sheet, box: Box, shown: Shown, words: list[str], other: Twin | None, found: tuple[Twin, ...]
) -> None:
    if box.h < 180:
        chosen = found.index(other) if other in found else 0
        moves = [shown.move(compare=twin.id) for twin in found]
        choice(sheet, box, "compare", sheet.say("debrief.compare"), words, chosen, moves, given=28)
        return
    wide, high = (box.w - 12) / 2, (box.h - 12) / 2
    for index, (word, twin) in enumerate(zip(words, found, strict=True)):
        place = Box(box.x + index % 2 * (wide + 12), box.y + index // 2 * (high + 12), wide, high)
        move = shown.move(compare=twin.id)
        card_choice(sheet, place, f"compare.{twin.id}", word, twin is other, move, given=_CHOICE)


def _marks(shown: Shown) -> tuple[Mark, ...]:
    """The month of the biggest shock, the last cheap exit, the tipping month: at most three, in their order."""
    marks = shown.debrief.marks
    found: dict[int, Mark] = {}
    if marks.shocks:
        found[marks.shocks[0][0]] = Mark(marks.shocks[0][0], "brick", message("debrief.mark_shock"))
    for month, tone, name in (
        (marks.exit.month if marks.exit else None, "teal", "debrief.mark_exit"),
        (marks.tipping, "amber", "debrief.mark_tipping"),
        (marks.no_return, "brick", "debrief.mark_no_return"),
    ):
        if month is not None and month not in found:
            found[month] = Mark(month, tone, message(name))
    return tuple(found[month] for month in sorted(found))


_FLAG_PICTURES = {
    "debrief.mark_shock": "icon_shock", "debrief.mark_exit": "icon_exit", "debrief.mark_tipping": "icon_wait",
    "debrief.mark_no_return": "icon_lock",
}  # fmt: skip


def _flags(sheet: Sheet, inner: Box, at: Plot, marks: tuple[Mark, ...], month: int) -> None:
    """A round sign over each month that mattered, its words where they fit beside it."""
    free = inner.x
    shown = [mark for mark in marks if mark.month <= month]
    for index, mark in enumerate(shown):
        x = inner.x + at.x(mark.month)
        left = max(free, x - 32)
        after = inner.x + at.x(shown[index + 1].month) - 36 if index + 1 < len(shown) else inner.x + at.right + 16
        words = sheet.say(mark.text)
        month_name = sheet.voice.month(mark.month)
        wide = 76 + max(sheet.measure(words, "note")[0], sheet.measure(month_name, "note_strong")[0]) + 22
        high = 2 * sheet.measure("0", "note")[1] + 4
        open_ = left + wide < after
        box = Box(left, inner.y + at.upper - 20 - high, wide if open_ else 64, high)
        _flag(sheet, box, mark, month_name, words, open_)
        free = box.right + 8


def _flag(sheet: Sheet, box: Box, mark: Mark, month: str, words: str, open_: bool) -> None:
    fill = f"{mark.tone}_light"
    box = box._replace(y=max(box.y, 0))

    def paint(canvas: Canvas) -> None:
        canvas.shadow(box, "paper", 12)
        canvas.fill(box, fill, 12)

    sheet.shape(box, paint, name=f"{month}: {words}", fill=fill, loose=True)
    if sheet.palette.night:
        plate = Box(box.x + 6, box.y + (box.h - 52) / 2, 52, 52)
        sheet.shape(plate, lambda c: c.fill(plate, "picture_plate", 10), loose=True)
    sheet.picture(_FLAG_PICTURES[mark.text.id], Box(box.x + 10, box.y + (box.h - 44) / 2, 44, 44), loose=True)
    if open_:
        used = sheet.text(box.x + 68, box.y, box.w - 70, month, "note_strong")
        sheet.text(box.x + 68, used.bottom, box.w - 70, words, "note")


def _strip(sheet: Sheet, inner: Box, at: Plot, shown: Shown, month: int) -> None:
    """How each month was paid for, a cell a month, right above the zero line's names."""
    labels = [mark.label for mark in shown.debrief.marks.months]
    step = (at.right - at.left) / max(1, at.months - 1)
    wide = step * len(labels)
    made = charts_bars.stage_strip(charts.Room(wide, 12), labels, month)
    figure.figure(sheet, made, inner.x + at.left - step / 2, inner.y + at.lower + 2)
