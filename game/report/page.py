"""The story as one HTML file: its figures are drawn inside, nothing is fetched, any browser prints it."""

from __future__ import annotations

from html import escape

from game.explain.charts import Area, Block, Disc, Figure, Label, Picture, Shape, Stroke
from game.i18n.speech import Speech
from game.model.message import message
from game.report.ink import LETTERS, colour, stand_in
from game.report.story import Section, Story

STYLE = """
body { font: 12pt/1.45 "Source Sans Pro", "Source Sans 3", system-ui, sans-serif; color: #22304A; background: #FFF;
  max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 2rem; line-height: 1.2; } h2 { font-size: 1.35rem; line-height: 1.25; margin-top: 2.4rem; }
figure { margin: 1rem 0; } svg { width: 100%; height: auto; } figcaption { font-size: .95rem; }
.dials { display: grid; grid-template-columns: repeat(3, 1fr); gap: 1rem; }
.dials figure { margin: 0; text-align: center; }
table { border-collapse: collapse; width: 100%; } td, th { text-align: left; padding: .3rem .6rem .3rem 0;
  border-top: 1px solid #D8CBB6; vertical-align: top; }
@media print { section { break-inside: avoid; } body { margin: 0; max-width: none; } }
"""


def html(told: Story, voice: Speech, language: str) -> str:
    """The whole document. Headings are in order, every figure has its words."""
    title = voice.say(message("report.title", household=told.name))
    parts = [
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>",
        f"<h1>{escape(title)}</h1>",
        f"<p>{escape(voice.say(message('report.about', count=told.number, n=told.months)))}</p>",
        *(_section(section, voice) for section in told.sections),
        _help(told, voice),
        "</main>\n</body>\n</html>\n",
    ]
    return "\n".join(parts)


def _section(section: Section, voice: Speech) -> str:
    lines = [f"<section>\n<h2>{escape(voice.say(section.title))}</h2>"]
    figures = [
        _figure(figure, voice, voice.say(section.captions[place]) if place < len(section.captions) else "")
        for place, figure in enumerate(section.figures)
    ]
    if len(figures) > 1:
        lines.append(f'<div class="dials">{"".join(figures)}</div>')
    else:
        lines += figures
    lines += [f"<p>{escape(voice.say(sentence))}</p>" for sentence in section.sentences]
    return "\n".join([*lines, "</section>"])


def _help(told: Story, voice: Speech) -> str:
    rows = "".join(
        f"<tr><th scope='row'>{escape(office.name)}</th><td>{escape(office.address)}</td>"
        f"<td>{escape(office.telephone)}</td><td>{escape(office.email)}</td></tr>"
        for office in told.offices
    )
    return (
        f"<section>\n<h2>{escape(voice.say(message('help.title')))}</h2>\n"
        f"<p>{escape(voice.say(message('report.help', date=told.checked_on)))}</p>\n<table>{rows}</table>\n</section>"
    )


def _figure(figure: Figure, voice: Speech, caption: str) -> str:
    alt = escape(voice.say(figure.alt))
    inside = [_shape(shape) for shape in figure.shapes] + [_label(label, voice) for label in figure.labels]
    under = f"<figcaption>{escape(caption)}</figcaption>" if caption else ""
    return (
        f'<figure><svg viewBox="-10 -10 {figure.width + 20:.0f} {figure.height + 20:.0f}" role="img" '
        f'aria-label="{alt}" font-family="inherit"><title>{alt}</title>{"".join(inside)}</svg>{under}</figure>'
    )


def _shape(shape: Shape) -> str:
    match shape:
        case Block():
            return (
                f'<rect x="{shape.x:.1f}" y="{shape.y:.1f}" width="{shape.w:.1f}" height="{shape.h:.1f}" '
                f'rx="{shape.radius:.0f}" fill="{colour(shape.tone)}"/>'
            )
        case Disc():
            rim = f' stroke="{colour(shape.rim)}" stroke-width="{shape.thick:.0f}"' if shape.rim else ""
            return f'<circle cx="{shape.x:.1f}" cy="{shape.y:.1f}" r="{shape.r:.1f}" fill="{colour(shape.tone)}"{rim}/>'
        case Area():
            seen = f"{shape.alpha / 255:.2f}"
            return f'<polygon points="{_points(shape.points)}" fill="{colour(shape.tone)}" opacity="{seen}"/>'
        case Stroke():
            dots = ' stroke-dasharray="0.1 18"' if shape.dotted else ""
            return (
                f'<polyline points="{_points(shape.points)}" fill="none" stroke="{colour(shape.tone)}" '
                f'stroke-width="{shape.thick:.0f}" stroke-linecap="round" stroke-linejoin="round"{dots}/>'
            )
        case Picture():
            x, y = shape.x + shape.w / 2, shape.y + shape.h / 2
            radius, tone = stand_in(shape)
            return (
                f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="{colour(tone)}" '
                f'stroke="{colour("ink")}" stroke-width="3"/>'
            )


def _points(points: tuple[tuple[float, float], ...]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)


def _label(label: Label, voice: Speech) -> str:
    size, bold = LETTERS.get(label.kind, LETTERS["note"])
    anchor, x = {"left": ("start", label.x), "right": ("end", label.x + label.w)}.get(
        label.align, ("middle", label.x + label.w / 2)
    )
    lines = broken(voice.say(label.text), label.w, size, label.lines)
    top = label.y - (len(lines) - 1) * size * 0.6
    spans = "".join(
        f'<tspan x="{x:.1f}" y="{top + place * size * 1.2 + size * 0.35:.1f}">{escape(line)}</tspan>'
        for place, line in enumerate(lines)
    )
    weight = ' font-weight="700"' if bold else ""
    return f'<text text-anchor="{anchor}" font-size="{size}" fill="{colour(label.tone)}"{weight}>{spans}</text>'


def broken(text: str, wide: float, size: float, most: int) -> list[str]:
    """The text in at most `most` lines, by an estimate of half an em a letter."""
    lines = [""]
    for word in text.replace("\n", " ").split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if len(longer) * size * 0.5 > wide and lines[-1] and len(lines) < most:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines
