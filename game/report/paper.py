"""The story as one PDF: A4, tagged headings in an outline, figures with their words, the game's own letters."""

from __future__ import annotations

from pathlib import Path

import font_source_sans_pro  # type: ignore[import-untyped]
from fpdf import FPDF
from fpdf.enums import XPos, YPos

from game.explain.charts import Area, Block, Disc, Figure, Label, Picture, Shape, Stroke
from game.i18n.speech import Speech
from game.model.message import message
from game.report.ink import LETTERS, rgb, stand_in
from game.report.page import broken
from game.report.story import Section, Story

MARGIN = 18  # mm
LETTER = 11.5  # pt
POINTS = 72 / 25.4
BEAD = 18  # units between the beads of a dotted line


def pdf(told: Story, voice: Speech, language: str, out: Path) -> None:
    """Write the file. OSError when it cannot be written."""
    paper = FPDF(format="A4")
    paper.set_lang(language)
    title = voice.say(message("report.title", household=told.name))
    paper.set_title(title)
    paper.set_margin(MARGIN)
    paper.set_auto_page_break(True, MARGIN)
    fonts = font_source_sans_pro.font_files_ttf
    paper.add_font("sans", "", fonts["SourceSansPro"])
    paper.add_font("sans", "B", fonts["SourceSansProBold"])
    paper.add_page()
    _heading(paper, title, 0, 22)
    _line(paper, voice.say(message("report.about", count=told.number, n=told.months)))
    for section in told.sections:
        _section(paper, section, voice)
    _help(paper, told, voice)
    paper.output(str(out))


def _heading(paper: FPDF, text: str, level: int, size: float) -> None:
    paper.set_font("sans", "B", size)
    paper.set_text_color(*rgb("ink"))
    paper.start_section(text, level)
    paper.multi_cell(0, size * 0.46, text, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    paper.ln(2)


def _line(paper: FPDF, text: str) -> None:
    paper.set_font("sans", "", LETTER)
    paper.set_text_color(*rgb("ink"))
    paper.multi_cell(0, 5.6, text, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    paper.ln(1)


def _section(paper: FPDF, section: Section, voice: Speech) -> None:
    wide = paper.epw if len(section.figures) < 2 else paper.epw / 3 - 4
    high = max((wide / figure.width * figure.height for figure in section.figures), default=0)
    rows = -(-len(section.figures) // 3) if len(section.figures) > 1 else len(section.figures)
    if paper.get_y() + 22 + rows * (high + 12) > paper.h - MARGIN:
        paper.add_page()
    paper.ln(5)
    _heading(paper, voice.say(section.title), 1, 15)
    top = paper.get_y()
    for place, figure in enumerate(section.figures):
        column, row = (place % 3, place // 3) if len(section.figures) > 1 else (0, place)
        x, y = MARGIN + column * (wide + 6), top + row * (high + 12)
        _figure(paper, figure, x, y, wide, voice)
        if place < len(section.captions):
            paper.set_font("sans", "B", 10)
            paper.set_xy(x, y + high + 1)
            paper.cell(wide, 5, voice.say(section.captions[place]), align="C")
    if section.figures:
        paper.set_xy(MARGIN, top + rows * (high + 12))
        _seen(paper, voice.say(section.figures[0].alt))
    for sentence in section.sentences:
        _line(paper, voice.say(sentence))


def _seen(paper: FPDF, text: str) -> None:
    """What a figure shows, in words under it: drawings carry no text of their own for a screen reader."""
    paper.set_font("sans", "", 9)
    paper.set_text_color(*rgb("ink2"))
    paper.multi_cell(0, 4.6, text, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    paper.ln(1.5)


def _help(paper: FPDF, told: Story, voice: Speech) -> None:
    paper.add_page()
    _heading(paper, voice.say(message("help.title")), 1, 15)
    _line(paper, voice.say(message("report.help", date=told.checked_on)))
    for office in told.offices:
        words = " · ".join(word for word in (office.address, office.telephone, office.email) if word)
        paper.set_font("sans", "B", LETTER)
        paper.multi_cell(0, 5.6, office.name, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        _line(paper, words)


def _figure(paper: FPDF, figure: Figure, x: float, y: float, wide: float, voice: Speech) -> None:
    """A figure in millimetres; what it shows stands under it in words for whoever does not see it."""
    scale = wide / figure.width
    for shape in figure.shapes:
        _shape(paper, shape, x, y, scale)
    for label in figure.labels:
        _label(paper, label, x, y, scale, voice)


def _shape(paper: FPDF, shape: Shape, x: float, y: float, scale: float) -> None:
    match shape:
        case Block():
            paper.set_fill_color(*rgb(shape.tone))
            paper.rect(x + shape.x * scale, y + shape.y * scale, shape.w * scale, shape.h * scale, style="F")
        case Disc():
            if shape.rim:
                _disc(paper, x + shape.x * scale, y + shape.y * scale, (shape.r + shape.thick) * scale, shape.rim)
            _disc(paper, x + shape.x * scale, y + shape.y * scale, shape.r * scale, shape.tone)
        case Area():
            with paper.local_context(fill_opacity=shape.alpha / 255):
                paper.set_fill_color(*rgb(shape.tone))
                paper.polygon([(x + px * scale, y + py * scale) for px, py in shape.points], style="F")
        case Stroke():
            _stroke(paper, shape, x, y, scale)
        case Picture():
            radius, tone = stand_in(shape)
            across, down = x + (shape.x + shape.w / 2) * scale, y + (shape.y + shape.h / 2) * scale
            _disc(paper, across, down, (radius + 3) * scale, "ink")
            _disc(paper, across, down, radius * scale, tone)


def _disc(paper: FPDF, x: float, y: float, radius: float, tone: str) -> None:
    paper.set_fill_color(*rgb(tone))
    paper.circle(x, y, radius, style="F")


def _stroke(paper: FPDF, shape: Stroke, x: float, y: float, scale: float) -> None:
    paper.set_draw_color(*rgb(shape.tone))
    paper.set_line_width(shape.thick * scale)
    if shape.dotted:
        paper.set_dash_pattern(dash=0.01, gap=BEAD * scale)
    paper.polyline([(x + px * scale, y + py * scale) for px, py in shape.points])
    paper.set_dash_pattern()


def _label(paper: FPDF, label: Label, x: float, y: float, scale: float, voice: Speech) -> None:
    size, bold = LETTERS.get(label.kind, LETTERS["note"])
    paper.set_font("sans", "B" if bold else "", size * scale * POINTS)
    paper.set_text_color(*rgb(label.tone))
    lines = broken(voice.say(label.text), label.w, size, label.lines)
    align = {"left": "L", "right": "R"}.get(label.align, "C")
    top = y + (label.y - len(lines) * size * 0.6) * scale
    for place, line in enumerate(lines):
        paper.set_xy(x + label.x * scale, top + place * size * 1.2 * scale)
        paper.cell(label.w * scale, size * 1.2 * scale, line, align=align)
