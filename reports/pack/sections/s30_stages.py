"""Where entries fall out: each stage with its pass rate as k of n, and the whole contest's beside it."""

from __future__ import annotations

import texts
from planning.series import EXACT
from reports.pack.brief import Brief
from reports.pack.sections.s10_situation import silent_loss
from reports.reader import Row, bare
from reports.section import Cell, Chart, Column, Section, Table

_PAGE = "page.tahapan"
_KEY = ("stage_id", "group")


def sections(meeting: Brief) -> list[Section]:
    """The path of the edition, every stage of it; unknown where nothing is said."""
    reader = meeting.reader
    rows, whole = path(meeting), _whole(meeting)
    if not rows:
        return []
    table = Table(_columns(meeting, bool(whole)), tuple(_row(meeting, row, whole) for row in rows))
    counts = [
        (_name(meeting, row), row["count"]) for row in rows if row["count"] is not None and row["count_basis"] in EXACT
    ]
    heads = Column(reader.t("column.stage"), wide=3), Column(reader.t("column.entries"), "count")
    drawn = Table(heads, tuple(counts), caption=reader.t("plan_sheet.drawn"), drawn=True)
    said, more = finding(meeting, rows)
    chart = Chart("bars", reader.t("pack.stages_chart"), 0, (1,), 1) if len(counts) > 1 else None
    sources = tuple(source for row in [*rows, *whole.values()] for source in row["sources"])
    return [
        Section(
            reader.t(f"{_PAGE}.title"),
            said,
            points=(more,) if more else (),
            tables=(table, drawn) if chart else (table,),
            chart=chart,
            notes=(reader.t("pack.stages_note"),),
            sources=sources,
        )
    ]


def path(meeting: Brief) -> list[Row]:
    """One row per stage in order, of all groups together where that is known, else one per group: `count`, why there is
    none (`count_reason`), and the pass rate."""
    found = _steps(meeting, meeting.government)
    plain = {row["stage_id"] for row in found if row["group"] is None}
    rows = [row for row in found if row["group"] is None or row["stage_id"] not in plain]
    known = {row["stage_id"] for row in rows}
    listed = meeting.reader.listing("stages", edition=meeting.edition_id)
    own = [s for s in listed if s["government_id"] in (None, meeting.government) and s["status"] == "held"]
    rows += [_blank(stage) for stage in own if stage["stage_id"] not in known]
    return sorted(rows, key=lambda row: (row["stage_order"], row["stage_id"], row["group"] or ""))


def _steps(meeting: Brief, government: str | None) -> list[Row]:
    """Count and rate of each stage and group of one scope."""
    kind = "government" if government else "all"
    asked = {"government": government, "edition": meeting.edition_id}
    rates = {_key(row): row for row in meeting.reader.rows("stage_pass_rate", **asked) if row["scope_kind"] == kind}
    return [
        rates[_key(row)] | {"count": row["value"], "count_reason": row["reason"], "count_basis": row["basis"]}
        for row in meeting.reader.rows("stage_funnel", **asked)
        if row["scope_kind"] == kind
    ]


def _key(row: Row) -> tuple[object, ...]:
    return tuple(row[name] for name in _KEY)


def _blank(stage: Row) -> Row:
    blank = dict.fromkeys(("count", "numerator", "denominator", "value", "low", "high", "pending"))
    told = {"stage_name": stage["name"], "count_reason": "no_coverage", "reason": "no_coverage", "sources": []}
    return stage | blank | told | {"count_basis": "unknown"}


def _whole(meeting: Brief) -> dict[tuple[object, ...], Row]:
    """The whole contest's stages, to set beside a government's own."""
    contest = meeting.reader.competitions[meeting.competition]
    if meeting.government is None or contest["government_id"] == meeting.government:
        return {}
    return {_key(row): row for row in _steps(meeting, None) if row["value"] is not None}


def _columns(meeting: Brief, beside: bool) -> tuple[Column, ...]:
    t = meeting.reader.t
    nation = t("chart.nation" if meeting.reader.competitions[meeting.competition]["level"] == "national"
               else f"{_PAGE}.whole")  # fmt: skip
    others = (Column(f"{nation} ({t(f'{_PAGE}.k_of_n')})", "ratio", 1.6), Column(f"{nation} (%)", "percent", 1.3))
    return (
        Column(t("column.stage"), wide=3.2),
        Column(t("column.entries"), "ratio", 1.1),
        Column(t(f"{_PAGE}.k_of_n"), "ratio", 1.3),
        Column(t("column.rate"), "percent", 1.5),
        Column(t("column.interval"), "ratio", 1.6),
        *(others if beside else ()),
        Column(t("column.note"), wide=3.2),
    )


def _row(meeting: Brief, row: Row, whole: dict[tuple[object, ...], Row]) -> tuple[Cell, ...]:
    reader, other = meeting.reader, whole.get(_key(row))
    beside: tuple[Cell, ...] = (_ratio(meeting, other), other["value"]) if other else (None, None)
    count = reader.number(row["count"]) if row["count"] is not None else None
    if count and row["count_basis"] == "at_least":
        count = reader.t("comparator.or_more", n=count)
    why = row["count_reason"] if row["count"] is None else row["reason"]
    interval = texts.span(row["low"], row["high"], reader.lang) if row["value"] is not None else None
    return (
        _name(meeting, row), count, _ratio(meeting, row), row["value"], interval,
        *(beside if whole else ()), _why(meeting, why),
    )  # fmt: skip


def _why(meeting: Brief, code: str | None) -> str:
    """Why a figure is missing; that nothing is on record, in two words, since a table may say it in every row."""
    return meeting.reader.basis("unknown") if code == "no_coverage" else meeting.reader.reason(code) or ""


def _ratio(meeting: Brief, row: Row) -> str | None:
    """ "1.917/2.454"; None where there is no rate."""
    return texts.ratio(row["numerator"], row["denominator"], meeting.reader.lang) if row["value"] is not None else None


def _name(meeting: Brief, row: Row) -> str:
    """The stage, with its group where the name does not already say it."""
    name, group = bare(row["stage_name"]), row["group"]
    if not group or all(part in name.lower() for part in group.split("+")):
        return name
    keys = {part: f"group.{part}" for part in group.split("+")}
    words = (meeting.reader.t(key) if texts.has(key, meeting.reader.lang) else part for part, key in keys.items())
    return f"{name} ({' + '.join(words).lower()})"


def finding(meeting: Brief, rows: list[Row]) -> tuple[str, str | None]:
    """The sentence of the page Tahapan and its second line, from the strongest that the rows can say to the weakest."""
    reader = meeting.reader
    judged = [row for row in rows if row["value"] is not None and row["kind"] != "submitted"]
    lost = silent_loss(meeting)
    if lost and lost["value"] is not None:
        said = reader.t(f"{_PAGE}.found_silent", **_words(meeting, lost))
        return said, _passed(meeting, judged[0], "next") if judged else None
    if judged:
        return _passed(meeting, min(judged, key=lambda row: row["value"]), "rate"), None
    counted = [row for row in rows if row["count"] is not None]
    if not counted:
        return reader.t(f"{_PAGE}.found_none", place=meeting.place, edition=meeting.edition_name), None
    first = counted[0]
    name = "least" if first["count_basis"] == "at_least" else "count"
    name = "winners" if {row["reason"] for row in counted} == {"winners_only"} else name
    words = {"n": reader.number(first["count"]), "stage": _name(meeting, first), "edition": meeting.edition_name}
    return reader.t(f"{_PAGE}.found_{name}", **words), reader.reason(first["reason"])


def _words(meeting: Brief, row: Row) -> dict[str, str]:
    reader = meeting.reader
    numbers = {"n": reader.number(row["numerator"]), "m": reader.number(row["denominator"])}
    return numbers | {"share": reader.percent(row["value"], 1)}


def _passed(meeting: Brief, row: Row, name: str) -> str:
    words = _words(meeting, row) | {"stage": _name(meeting, row)}
    if row["pending"]:
        return meeting.reader.t(f"{_PAGE}.found_pending", pending=meeting.reader.number(row["pending"]), **words)
    return meeting.reader.t(f"{_PAGE}.found_{name}", **words)
