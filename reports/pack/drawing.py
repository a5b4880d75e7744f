"""Native charts on slides, with labels written as the office writes numbers, whatever machine shows them."""

from __future__ import annotations

from typing import Any

from lxml import etree
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_MARKER_STYLE
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from reports.pack.look import BOTTOM, COLOURS, FONT, INK, LINE, MARGIN, MUTED, SMALL, WIDTH, colour
from reports.plain import plain
from reports.section import Chart, Section, Table, shown

KINDS = {"columns": XL_CHART_TYPE.COLUMN_CLUSTERED, "bars": XL_CHART_TYPE.BAR_CLUSTERED,
         "lines": XL_CHART_TYPE.LINE_MARKERS}  # fmt: skip


def chart(slide: Any, section: Section, lang: str, below: float) -> None:
    """The section's chart over the rest of the slide, from `below` inches downwards."""
    wanted = section.chart
    assert wanted is not None
    table = section.tables[wanted.table]
    room = Inches(MARGIN), Inches(below), Inches(WIDTH - 2 * MARGIN), Inches(BOTTOM - below)
    frame = slide.shapes.add_chart(KINDS[wanted.kind], *room, _data(wanted, table, lang))
    frame._element.nvGraphicFramePr.cNvPr.set("descr", plain(f"{wanted.title}. {section.title}"))
    drawn = frame.chart
    drawn.font.size, drawn.font.name = Pt(SMALL), FONT
    drawn.font.color.rgb = colour(INK)
    drawn.has_title = len(wanted.series) == 1
    if drawn.has_title:
        drawn.chart_title.text_frame.text = wanted.title
        drawn.chart_title.text_frame.paragraphs[0].runs[0].font.size = Pt(SMALL)
    drawn.has_legend = len(wanted.series) > 1
    if drawn.has_legend:
        drawn.legend.position, drawn.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    _axes(drawn, wanted)
    for number, place in enumerate(wanted.series):
        _series(drawn.plots[0].series[number], wanted, table, place, COLOURS[number % len(COLOURS)], lang)


def _data(wanted: Chart, table: Table, lang: str) -> Any:
    made = CategoryChartData()  # type: ignore[no-untyped-call]
    kind = table.columns[wanted.category].kind
    made.categories = [plain(shown(row[wanted.category], kind, lang)) for row in table.rows]
    for place in wanted.series:
        values = [row[place] for row in table.rows]
        made.add_series(table.columns[place].heading, values)  # type: ignore[no-untyped-call]
    return made


def _axes(drawn: Any, wanted: Chart) -> None:
    """Names on one axis; the other has no figures of its own, since every mark says its own."""
    drawn.value_axis.visible = False
    drawn.value_axis.has_major_gridlines = False
    drawn.value_axis.minimum_scale = 0
    drawn.category_axis.format.line.color.rgb = colour(LINE)
    drawn.category_axis.tick_labels.font.size = Pt(SMALL)
    if wanted.kind == "bars":
        drawn.category_axis.reverse_order = True
        drawn.plots[0].gap_width = 45


def _series(series: Any, wanted: Chart, table: Table, place: int, ink: str, lang: str) -> None:
    if wanted.kind == "lines":
        series.smooth = False
        series.format.line.color.rgb, series.format.line.width = colour(ink), Pt(2.5)
        series.marker.style, series.marker.size = XL_MARKER_STYLE.CIRCLE, 9
        series.marker.format.fill.solid()
        series.marker.format.fill.fore_color.rgb = colour(ink)
    else:
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = colour(ink)
    for number, row in enumerate(table.rows):
        if row[place] is None:
            continue
        label = series.points[number].data_label
        label.text_frame.text = shown(row[place], table.columns[place].kind, lang)
        run = label.text_frame.paragraphs[0].runs[0]
        run.font.size, run.font.bold, run.font.color.rgb = Pt(SMALL), True, colour(ink if ink != LINE else MUTED)
        label.position = _beside(wanted, place)


def _beside(wanted: Chart, place: int) -> Any:
    """Where the figures stand; those of the outlook are above each other and have theirs at the side."""
    if wanted.kind != "lines":
        return XL_LABEL_POSITION.OUTSIDE_END
    return XL_LABEL_POSITION.ABOVE if place == wanted.series[0] else XL_LABEL_POSITION.RIGHT


def slide_number(frame: Any, size: float) -> None:
    """A field that shows the number of its slide."""
    paragraph = frame.paragraphs[0]._p
    field = etree.SubElement(paragraph, qn("a:fld"), id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}", type="slidenum")
    etree.SubElement(field, qn("a:rPr"), lang="id-ID", sz=str(int(size * 100)))
    etree.SubElement(field, qn("a:t")).text = "‹#›"
