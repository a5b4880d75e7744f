"""The pack as PDF, set by typst with the fonts it brings along; charts as drawings by Vega-Lite."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import typst
import vl_convert

from reports.pack.cover import Cover
from reports.plain import plain
from reports.reader import Reader
from reports.section import Cell, Section, Table, is_number, shown

TEMPLATE = Path(__file__).with_name("pack.typ")
FONT = "Libertinus Serif"  # part of typst
COLOURS = ("#0A6B6B", "#C47A00", "#6B7C82", "#B23A2E", "#5B4B8A")
# The fonts are those of typst alone, so that every machine sets the same pages.


def document(cover: Cover, sections: Sequence[Section], reader: Reader, made_on: date) -> bytes:
    """The PDF. Everything from the data goes in as data, so that no title or name is read as markup."""
    given = {
        "lang": reader.lang,
        "title": plain(cover.title),
        "lines": [plain(line) for line in cover.lines],
        "sections": [_section(section, reader.lang) for section in sections],
        "year": made_on.year,
        "month": made_on.month,
        "day": made_on.day,
    }
    made = typst.compile(
        TEMPLATE.read_bytes(), format="pdf", ignore_system_fonts=True, sys_inputs={"data": json.dumps(given)}
    )
    assert isinstance(made, bytes)
    return made


def _section(section: Section, lang: str) -> dict[str, Any]:
    return {
        "name": plain(section.name),
        "title": plain(section.title),
        "points": [plain(point) for point in section.points],
        "tiles": [
            {"label": plain(tile.label), "value": plain(tile.value or "–"), "beside": plain(tile.beside)}
            for tile in section.tiles
        ],
        "tables": [_table(table.filled(), lang) for table in section.tables if not table.drawn],
        "chart": drawing(section, lang) if section.chart else None,
        "notes": [plain(note) for note in section.notes],
    }


def _table(table: Table, lang: str) -> dict[str, Any]:
    return {
        "caption": plain(table.caption),
        "heads": [plain(column.heading) for column in table.columns],
        "wide": [column.wide for column in table.columns],
        "right": [is_number(column) for column in table.columns],
        "rows": [_words(row, table, lang) for row in table.rows],
        "total": ["" if cell is None else text for cell, text in zip(table.total, _words(table.total, table, lang),
                  strict=True)] if table.total else [],
    }  # fmt: skip


def _words(row: Sequence[Cell], table: Table, lang: str) -> list[str]:
    return [plain(shown(cell, column.kind, lang)) for cell, column in zip(row, table.columns, strict=True)]


def drawing(section: Section, lang: str) -> str:
    """The section's chart as SVG."""
    return str(vl_convert.vegalite_to_svg(json.dumps(specification(section, lang))))


def specification(section: Section, lang: str) -> dict[str, Any]:
    """The chart in Vega-Lite: every mark with its figure beside it, written out in the language."""
    chart = section.chart
    assert chart is not None
    table = section.tables[chart.table]
    name = table.columns[chart.category]
    values = [
        {
            "name": plain(shown(row[chart.category], name.kind, lang)),
            "series": table.columns[place].heading,
            "value": row[place],
            "label": shown(row[place], table.columns[place].kind, lang),
        }
        for row in table.rows
        for place in chart.series
        if row[place] is not None
    ]
    order = list(dict.fromkeys(plain(shown(row[chart.category], name.kind, lang)) for row in table.rows))
    heads = [table.columns[place].heading for place in chart.series]
    marks = _bars(order) if chart.kind == "bars" else _over_years(order, chart.kind)
    colours: Mapping[str, Any] = {"field": "series", "type": "nominal", "title": None,
                                  "scale": {"domain": heads, "range": list(COLOURS[: len(heads)])},
                                  "legend": {"orient": "bottom"} if len(heads) > 1 else None}  # fmt: skip
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "width": 560,
        "height": {"step": 26} if chart.kind == "bars" else 220,
        "background": "transparent",
        "data": {"values": values},
        "encoding": {"color": colours},
        "config": {
            "font": FONT,
            "view": {"stroke": None},
            "axis": {"labelFontSize": 12, "labelLimit": 240},
            "legend": {"labelFontSize": 12, "labelLimit": 260},
        },
    } | marks


def _bars(order: list[str]) -> dict[str, Any]:
    across = {
        "y": {"field": "name", "type": "nominal", "sort": order, "title": None, "axis": {"ticks": False}},
        "x": {"field": "value", "type": "quantitative", "axis": None, "scale": {"zero": True}},
    }
    return {
        "layer": [
            {"mark": {"type": "bar", "height": 16}, "encoding": across},
            {"mark": _label("left", 4, 0), "encoding": across | {"text": {"field": "label"}}},
        ]
    }


def _over_years(order: list[str], kind: str) -> dict[str, Any]:
    upward = {
        "x": {"field": "name", "type": "nominal", "sort": order, "title": None, "scale": {"domain": order},
              "axis": {"labelAngle": 0, "ticks": False}},
        "y": {"field": "value", "type": "quantitative", "axis": None, "scale": {"zero": True}},
    }  # fmt: skip
    mark: dict[str, Any] = {"type": "line", "strokeWidth": 2, "point": {"size": 60, "filled": True}}
    if kind == "columns":
        mark = {"type": "bar", "width": 22}
    layers = [
        {"mark": mark, "encoding": upward},
        {"mark": _label("center", 0, -10), "encoding": upward | {"text": {"field": "label"}}},
    ]
    return {"layer": layers}


def _label(align: str, dx: int, dy: int) -> dict[str, Any]:
    return {"type": "text", "align": align, "baseline": "middle" if not dy else "bottom", "dx": dx,
            "dy": 0 if not dy else -6, "fontSize": 12}  # fmt: skip
