"""More figures of the debrief as data: bars, flows, dots and dials. See `charts` for what a figure is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import cos, pi, sin

from game.explain.charts import (
    Area,
    Block,
    Disc,
    Figure,
    Label,
    Picture,
    Plot,
    Point,
    Room,
    Shape,
    Stroke,
    money,
    spread,
)
from game.explain.debrief import Bar, Destiny, Dial, Flow, Traced, Way
from game.model.game import STAGES
from game.model.message import Message, message
from game.model.units import Cents, Month

STAGE_TONES = dict(zip(STAGES, ("teal", "blue", "amber", "brick", "plum"), strict=True))
_BAR_TONES = {"calm": "teal", "played": "ink", "others": "kraft_dark"}
_GROUP_TONES = {"luck": "blue", "rights": "plum", "choices": "amber", "prices": "brick"}
_ZONES = ("green", "yellow", "orange", "red")
_ZONE_TONES = ("teal", "kraft_dark", "amber", "brick")
# the edges of the four zones of a dial, in its own number, calm first
_SCALES = {
    "solvency": (0, 12, 36, 84, 120),
    "buffer": (200, 100, 50, 0, 0),
    "credit": (0, 1, 2, 4, 10),
    "essentials": (0, 0, 2, 5, 12),
    "morale": (100, 60, 45, 30, 0),
    "rights": (100, 90, 60, 30, 0),
}


def waterfall(room: Room, bars: Sequence[Bar], groups: Mapping[str, str]) -> Figure:
    """From the calm twin to the run, one bar a cause in the colour of its group; what made the end worse goes up."""
    names, top = room.line * 3 + 16, room.line * 1.7 + 10
    values = [cents for bar in bars for cents in (bar.start, bar.end)]
    at = Plot(20, room.width - 20, top, room.height - names, 2, max((0, *values)), min((0, *values)))
    step = (at.right - at.left) / max(1, len(bars))
    wide = step * 0.72
    shapes: list[Shape] = []
    labels: list[Label] = []
    for index, bar in enumerate(bars):
        x = at.left + index * step + (step - wide) / 2
        high, low = sorted((at.y(bar.start), at.y(bar.end)))
        shapes.append(Block(x, high, wide, max(6.0, low - high), _bar_tone(bar, groups)))
        if index + 1 < len(bars):
            shapes.append(Block(x + wide, at.y(bar.end) - 2, step - wide, 4, "kraft_dark", 0))
        whole = bar.id in ("calm", "played")
        amount = money(bar.end) if whole else money(bar.end - bar.start, True)
        tall, zero = room.line * 1.5, at.y(0)
        middle = high - 4 - tall / 2
        if middle - tall * 0.45 < zero < middle + tall * 0.45:
            middle = zero - 6 - tall / 2  # never across the line
        labels.append(Label(x - 20, middle, wide + 40, amount, "price" if whole else "amount", "center"))
        left = at.left + index * step + 4
        labels.append(Label(left, at.lower + 12 + room.line * 1.5, step - 8, bar.name, "note", "center", "ink", 3))
    shapes.append(Block(0, at.y(0) - 2, room.width, 4, "ink", 0))
    return Figure(room.width, room.height, tuple(shapes), tuple(labels), message("debrief.waterfall_alt"))


def _bar_tone(bar: Bar, groups: Mapping[str, str]) -> str:
    return _BAR_TONES.get(bar.id) or _GROUP_TONES.get(groups.get(bar.id, ""), "brick")


def strip(room: Room, months: Sequence[Cents]) -> Figure:
    """Interest on interest and fees: one bar a month, the dearest with its amount."""
    most = max((*months, 1))
    at = Plot(10, room.width - 10, room.line * 1.6, room.height - room.line - 20, max(2, len(months)), most)
    step = (at.right - at.left) / max(1, len(months))
    shapes: list[Shape] = []
    labels: list[Label] = []
    dearest = max(range(len(months)), key=lambda month: months[month]) if months else 0
    for month, cents in enumerate(months):
        y = at.y(cents)
        tone = "brick" if month == dearest else "amber"
        shapes.append(
            Block(at.left + step * (month + 0.14), min(y, at.lower - 3), step * 0.72, max(3.0, at.lower - y), tone, 5)
        )
    if months and months[dearest]:
        wide = room.money * 1.7
        x = min(max(at.left, at.left + step * (dearest + 0.5) - wide / 2), at.right - wide)
        text = message("chart.exact", exact=months[dearest])
        labels.append(Label(x, at.y(most) - room.line * 0.8, wide, text, "amount", "center", "brick_text"))
    shapes.append(Block(0, at.lower, room.width, 4, "ink", 0))
    labels += _month_names(at, room, len(months), step)
    return Figure(room.width, room.height, tuple(shapes), tuple(labels), message("debrief.strip_alt"))


def _month_names(at: Plot, room: Room, months: int, step: float) -> list[Label]:
    y, wide = at.lower + 14 + room.line / 2, 90 * room.grown
    every = next((n for n in (1, 2, 3, 6) if n * step >= wide), 12)
    return [
        Label(
            at.left + step * (month + 0.5) - wide / 2, y, wide, message("chart.month", month_short=month), "note",
            "center", "ink2",
        )
        for month in range(0, months, every)
        if wide / 2 <= step * (month + 0.5) + at.left
    ]  # fmt: skip


def need(room: Room, ways: Sequence[Way], price: Cents) -> Figure:
    """The same thing paid in each way: the price, and on top what the way itself costs."""
    most = max((*(way.total for way in ways), 1))
    step = room.width / max(1, len(ways))
    lines = 1 if step > 420 * room.grown else 2 if step > 230 * room.grown else 3
    few = min(2, lines)
    name, note = room.line * 1.25 * lines, room.line * few
    at = Plot(0, room.width, room.line * 2, room.height - name - 2 * note - 34, 2, most)
    wide = min(step * 0.6, 300)
    shapes: list[Shape] = []
    labels: list[Label] = []
    for index, way in enumerate(ways):
        left = index * step
        x = left + (step - wide) / 2
        y, base = at.y(way.total), at.y(price)
        shapes.append(Block(x, base, wide, at.lower - base, "teal", 8))
        if way.extra > 0:
            shapes.append(Block(x, y, wide, max(5.0, base - y), "brick", 8 if base - y > 16 else 2))
        labels.append(Label(left, y - room.line * 0.9, step, money(way.total), "price", "center"))
        low, room_w = at.lower + 14, step - 12
        labels.append(Label(left + 6, low + name / 2, room_w, way.name, "strong", "center", "ink", lines))
        low += name + 4
        labels.append(Label(left + 6, low + note / 2, room_w, _paid(way), "note", "center", "ink2", few))
        extra = message("debrief.way_extra", amount=way.extra) if way.extra else message("debrief.way_nothing")
        tone = "brick_text" if way.extra else "teal_text"
        labels.append(Label(left + 6, low + note * 1.5 + 4, room_w, extra, "note", "center", tone, few))
    shapes.append(Block(0, at.lower, room.width, 4, "ink", 0))
    return Figure(room.width, room.height, tuple(shapes), tuple(labels), message("debrief.need_alt"))


def _paid(way: Way) -> Message:
    if way.months <= 1:
        return message("debrief.way_now")
    return message("debrief.way_months", amount=way.monthly, months=way.months)


_SINKS = (
    ("repaid", "debrief.flow_repaid", "teal"),
    ("charges", "debrief.flow_charges", "amber"),
    ("owed", "debrief.flow_owed", "brick"),
    ("written_off", "debrief.flow_written_off", "plum"),
)


def flows(room: Room, traced: Traced) -> Figure:
    """From where money was owed to where it went: a band for each pair, as thick as its euros."""
    sinks = [(field, name, tone) for field, name, tone in _SINKS if any(getattr(flow, field) for flow in traced.flows)]
    total = max(1, sum(getattr(flow, field) for flow in traced.flows for field, _, _ in sinks))
    gap, side = 18.0, room.width * 0.31
    many = max(len(traced.flows), len(sinks), 1)
    scale = max(0.0, room.height - gap * many) / total
    left = _stack(
        [sum(getattr(flow, field) for field, _, _ in sinks) for flow in traced.flows], scale, gap, room.height
    )
    right = _stack(
        [sum(getattr(flow, field) for flow in traced.flows) for field, _, _ in sinks], scale, gap, room.height
    )
    x, x2 = side, room.width - side
    shapes: list[Shape] = []
    outs, ins = list(left), list(right)
    for index, flow in enumerate(traced.flows):
        for place, (field, _, tone) in enumerate(sinks):
            thick = getattr(flow, field) * scale
            if thick > 0:
                shapes.append(_band((x + 14, outs[index]), (x2 - 14, ins[place]), max(1.5, thick), tone))
                outs[index] += thick
                ins[place] += thick
    labels = _sources(traced.flows, left, outs, x, room, shapes)
    labels += _ends(traced.flows, sinks, right, ins, x2, room, shapes)
    return Figure(room.width, room.height, tuple(shapes), tuple(labels), message("debrief.flows_alt"))


def _stack(sums: Sequence[Cents], scale: float, gap: float, height: float) -> list[float]:
    """Where each begins, so that all stand in the middle of the height with gaps between them."""
    used = sum(sums) * scale + gap * len(sums)
    y = (height - used) / 2 + gap / 2
    tops = []
    for cents in sums:
        tops.append(y)
        y += cents * scale + gap
    return tops


def _band(start: Point, end: Point, thick: float, tone: str) -> Area:
    """A band that leaves and arrives level."""
    (x, y), (x2, y2) = start, end
    steps = [index / 20 for index in range(21)]
    curve = [(x + (x2 - x) * t, y + (y2 - y) * (3 * t * t - 2 * t * t * t)) for t in steps]
    return Area((*curve, *((px, py + thick) for px, py in reversed(curve))), tone, 130)


def _sources(
    found: Sequence[Flow], tops: Sequence[float], lows: Sequence[float], x: float, room: Room, shapes: list[Shape]
) -> list[Label]:
    labels = []
    middles = [(top + low) / 2 for top, low in zip(tops, lows, strict=True)]
    high = min(room.line * 2 + 6, room.height / max(1, len(found)))
    places = spread(middles, [high] * len(found), 0, room.height)
    for flow, top, low, place in zip(found, tops, lows, places, strict=True):
        shapes.append(Block(x, top, 14, max(4.0, low - top), "ink", 3))
        total = flow.repaid + flow.charges + flow.owed + flow.written_off
        text = message("debrief.flow_from", amount=total, what=flow.name)
        labels.append(Label(0, place + high / 2, x - 20, text, "note", "right", "ink", 2))
    return labels


def _ends(
    found: Sequence[Flow],
    sinks: Sequence[tuple[str, str, str]],
    tops: Sequence[float],
    lows: Sequence[float],
    x: float,
    room: Room,
    shapes: list[Shape],
) -> list[Label]:
    labels = []
    middles = [(top + low) / 2 for top, low in zip(tops, lows, strict=True)]
    high = room.line * 2.6
    places = spread(middles, [high] * len(sinks), 0, room.height)
    for (field, name, tone), top, low, place in zip(sinks, tops, lows, places, strict=True):
        shapes.append(Block(x - 14, top, 14, max(4.0, low - top), tone, 3))
        text = message(name, amount=sum(getattr(flow, field) for flow in found))
        labels.append(Label(x + 20, place + high / 2, room.width - x - 20, text, "strong", "left", "ink", 2))
    return labels


def luck(room: Room, destinies: Sequence[Destiny], stage: str, owed: Cents) -> Figure:
    """One dot a destiny in the five stages, the story itself with a ring."""
    column = room.width / len(STAGES)
    lines = 2 if column > 290 * room.grown else 3
    base = room.height - room.line * (1.6 + lines) - 20
    counts = {name: sum(one.stage == name for one in destinies) for name in STAGES}
    counts[stage] += 1
    told = 2 if room.money + 200 * room.grown <= column - 20 else 4  # lines of what is said of the story itself
    over = {name: room.line * (3.0 + told if name == stage else 1.9) for name in STAGES}
    pitch, per = _pitch(column - 26, [(base - over[name], counts[name]) for name in STAGES])
    shapes: list[Shape] = []
    labels: list[Label] = []
    own: Point = (0.0, 0.0)
    for index, name in enumerate(STAGES):
        left = index * column + (column - (per - 1) * pitch) / 2
        for place in range(counts[name]):
            point = (left + place % per * pitch, base - pitch * 0.53 - place // per * pitch)
            if name == stage and place == counts[name] - 1:
                own = point
            else:
                shapes.append(Disc(*point, pitch * 0.385, STAGE_TONES[name]))
        rows = -(-counts[name] // per)
        y = base - rows * pitch - room.line * 0.95
        lift = room.line * (1.1 + told) if name == stage else 0
        shown = counts[name] - (name == stage)
        labels.append(Label(index * column, y - lift, column, message("chart.count", n=shown), "price", "center"))
        left, low = index * column + 4, base + 18
        word, text = message(f"debrief.stage_{name}"), message(f"debrief.stage_{name}_text")
        labels.append(Label(left - 32, low + room.line * 0.6, column + 56, word, "strong", "center"))
        labels.append(
            Label(left, low + room.line * (1.3 + lines / 2), column - 8, text, "note", "center", "ink2", lines)
        )
    shapes.append(Block(0, base, room.width, 4, "ink", 0))
    own_labels = _own(room, own, owed, pitch, STAGE_TONES[stage], shapes, told)
    return Figure(room.width, room.height, tuple(shapes), (*labels, *own_labels), message("debrief.luck_alt"))


def _own(room: Room, own: Point, owed: Cents, pitch: float, tone: str, shapes: list[Shape], lines: int) -> list[Label]:
    x, y = own
    column = room.width / len(STAGES)
    wide, left = column - 12, x // column * column + 6
    low, high = y - pitch - room.line * 0.4, room.line * (lines + 0.1)
    shapes.append(Block(left, low - high, wide, high, "key_fill", 14))
    shapes.append(Stroke(((x, low - 6), (x, y - 20)), "key_fill", 4))
    shapes.append(Disc(x, y, 18, "paper", "ink", 6))
    shapes.append(Disc(x, y, 8, tone))
    text = message("debrief.this_story", amount=owed)
    return [Label(left + 8, low - high / 2, wide - 16, text, "note_strong", "center", "key_text", lines)]


def _pitch(wide: float, stages: Sequence[tuple[float, int]]) -> tuple[float, int]:
    """Units between two dots and dots a row: as large as every stage allows (its height, its dots), at most 30."""
    pitch = 30.0
    while pitch > 6:
        per = max(1, int(wide // pitch))
        if all(-(-count // per) * pitch <= high for high, count in stages):
            return pitch, per
        pitch -= 0.5
    return pitch, max(1, int(wide // pitch))


def coins(room: Room, kinds: Sequence[tuple[str, int]]) -> Figure:
    """Ten coins in a row: what paid debt back, then interest and fees, with a line under each part."""
    edge = min(room.width / 10 * 0.84, room.height - 28)
    step = (room.width - edge) / 9
    back = sum(count for name, count in kinds if name == "principal")
    shapes: list[Shape] = []
    for index in range(10):
        shapes.append(Picture("coin" if index < back else "coin_interest", index * step, 0, edge, edge))
    y = edge + 20
    if back:
        shapes.append(Block(0, y, (back - 1) * step + edge, 6, "amber", 3))
    if back < 10:
        shapes.append(Block(back * step, y, (9 - back) * step + edge, 6, "brick", 3))
    return Figure(room.width, room.height, tuple(shapes), (), message("debrief.coins_alt"))


def dial(room: Room, one: Dial) -> Figure:
    """Four zones of a half circle, the one it stands in thicker; a needle, and the adviser's mark outside."""
    radius = min(room.width * 0.36, room.height - 70)
    cx, cy = room.width / 2, room.height - 24
    zone = _ZONES.index(one.colour) if one.colour in _ZONES else -1
    shapes: list[Shape] = []
    for index, tone in enumerate(_ZONE_TONES):
        thick = 44 if index == zone else 22
        tone = tone if zone >= 0 else "line"
        shapes.append(_arc((cx, cy), radius, thick, index / 4 + 0.012, (index + 1) / 4 - 0.012, tone))
    if one.number is not None and zone >= 0:
        shapes += _needle((cx, cy), radius * 0.68, place(one.id, one.number, one.colour))
    if one.careful is not None and one.careful_colour in _ZONES:
        shapes.append(_pointer((cx, cy), radius + 24, place(one.id, one.careful, one.careful_colour)))
    shapes.append(Disc(cx, cy, 20, "ink"))
    shapes.append(Disc(cx, cy, 7, "paper"))
    return Figure(room.width, room.height, tuple(shapes), (), message("debrief.dial_alt", what=one.name, word=one.word))


def place(id: str, number: int, colour: str) -> float:
    """Where a number stands on its half circle, 0 left to 1 right; always inside the zone of its colour."""
    zone = _ZONES.index(colour)
    low, high = _SCALES[id][zone], _SCALES[id][zone + 1]
    share = (number - low) / (high - low) if high != low else 0.5
    return (zone + min(0.86, max(0.14, share))) / 4


def _on(centre: Point, radius: float, share: float) -> Point:
    return centre[0] + radius * cos(pi * (1 + share)), centre[1] + radius * sin(pi * (1 + share))


def _arc(centre: Point, radius: float, thick: float, start: float, end: float, tone: str) -> Area:
    steps = [start + (end - start) * index / 24 for index in range(25)]
    outer = [_on(centre, radius + thick / 2, share) for share in steps]
    return Area((*outer, *(_on(centre, radius - thick / 2, share) for share in reversed(steps))), tone)


def _needle(centre: Point, length: float, share: float) -> list[Shape]:
    tip = _on(centre, length, share)
    side = _on((0, 0), 9, share + 0.5)
    x, y = centre
    return [Area(((x + side[0], y + side[1]), tip, (x - side[0], y - side[1])), "ink")]


def _pointer(centre: Point, radius: float, share: float) -> Area:
    """A small triangle outside the half circle that points at it."""
    tip = _on(centre, radius - 12, share)
    middle, side = _on(centre, radius + 20, share), _on((0, 0), 17, share + 0.5)
    return Area((tip, (middle[0] + side[0], middle[1] + side[1]), (middle[0] - side[0], middle[1] - side[1])), "ink")


def stage_strip(room: Room, labels: Sequence[str], at: Month) -> Figure:
    """One cell a month in the tone of how it was paid for; the month `at` stands out."""
    tones = {"none": "line", "gap": "amber", "hedge": "teal", "speculative": "amber", "ponzi": "brick"}
    step = room.width / max(1, len(labels))
    shapes: list[Shape] = []
    for month, label in enumerate(labels):
        high = room.height if month == at else room.height * 0.6
        shapes.append(Block(month * step + 1, room.height - high, step - 2, high, tones.get(label, "line"), 3))
    return Figure(room.width, room.height, tuple(shapes), (), message("debrief.minsky_alt"))
