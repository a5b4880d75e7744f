"""Prepares figures that disagree: rival totals of two sources, and totals that differ from their rows."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from ui import figures, issues
from ui.cells import assigned, known, records, source_lists
from ui.markup import Html, tag
from ui.tables import Column
from ui.view import View

Row = Mapping[str, Any]
_PAGE = "page.mutu"
_GRADES = ("official", "register", "press", "own")
_SAME = ["edition_id", "stage_id", "scope_kind", "scope_id", "group", "category", "measure"]
_SIGNS = {"~": "comparator.approximate", ">=": "comparator.or_more"}


def rivals(view: View) -> pd.DataFrame:
    """The listing `rivals` as far as it concerns the scope, with `sources`.

    With a government: its own figures and those of the editions that it is in; without one: all of the real data.
    """
    return _concerning(view, view.listing("rivals", government=None, competition=None, edition=None, agency=None))


def differences(view: View) -> pd.DataFrame:
    """The listing `differences` as far as it concerns the scope, as `rivals`; adds what it is about, in words."""
    found = _concerning(view, view.listing("differences", government=None, competition=None, edition=None, agency=None))
    rows = records(found)
    return assigned(
        found,
        about=[_about(view, row) for row in rows],
        total=[_number(view, row["reported_value"], row["comparator"]) for row in rows],
        document=[figures.source(view, str(row["source_id"])) for row in rows],
    )


@dataclass(frozen=True)
class Dispute:
    """One figure that sources disagree on. `key` names it in an address; the figure shown is the first of `rows`."""

    key: str
    about: str
    rows: tuple[Row, ...]


def disputed(view: View, found: pd.DataFrame) -> list[Dispute]:
    """The figures behind `rivals`, one by one."""
    made = []
    for same, group in found.groupby(_SAME, sort=False, dropna=False):
        rows = sorted(records(group), key=lambda row: not row["shown"])
        key = "/".join(str(part) if known(part) else "" for part in same)
        made.append(Dispute(key, _about(view, rows[0]), tuple(rows)))
    return made


def rival_rows(view: View, found: pd.DataFrame) -> pd.DataFrame:
    """One row per disputed figure: what it is, the number shown, why that one, the others with their sources, and the
    link to the form that settles it."""
    made = []
    for dispute in disputed(view, found):
        shown, *others = dispute.rows
        made.append(
            {
                "about": dispute.about,
                "shown": tag("div", _figure(view, shown)),
                "why": view.t(f"{_PAGE}.why_{_why(view, shown, others)}"),
                "others": tag("div", *(tag("p", _figure(view, row)) for row in others)),
                "answer": issues.answer(view, "rival", dispute.key),
            }
        )
    return pd.DataFrame(made, columns=["about", "shown", "why", "others", "answer"], dtype=object)


def figure_words(view: View, row: Row) -> str:
    """A published figure and whose it is, in plain text."""
    source = view.sources.get(str(row["source_id"]), {})
    named = " – ".join(str(source[key]) for key in ("title", "publisher") if known(source.get(key)))
    return f"{_number(view, row['value'], row['comparator'])} · {named or row['source_id']}"


def rival_columns() -> list[Column]:
    """The columns of `rival_rows`."""
    headings = {"about": "figure", "shown": "shown", "why": "why", "others": "others", "answer": "answer"}
    return [Column(name, heading=f"{_PAGE}.column_{heading}") for name, heading in headings.items()]


def difference_columns() -> list[Column]:
    """The columns of `differences`."""
    return [
        Column("about", heading=f"{_PAGE}.column_figure"),
        Column("rows_value", "number"),
        Column("total", heading="column.reported_value"),
        Column("document", heading="column.source"),
    ]


def _concerning(view: View, found: pd.DataFrame) -> pd.DataFrame:
    sample = {name for name, row in view.known.competitions.items() if row["is_sample"]}
    here = view.choice.government
    if here:
        editions = {e for part in view.known.of.get(here, {}).values() for e in part}
        kept = found[
            (found["government_id"] == here) | (found["edition_id"].isin(editions) & found["government_id"].isna())
        ]
    else:
        kept = found[~found["competition_id"].isin(sample)]
    return kept.assign(sources=source_lists(kept))


def _about(view: View, row: Any) -> str:
    parts = [view.edition_name(row["edition_id"]), str(row["stage_name"]), _scope(view, row)]
    parts += [str(row[key]) for key in ("group", "category") if isinstance(row.get(key), str)]
    if row.get("measure") not in (None, "entries"):
        parts.append(view.t(f"{_PAGE}.measure_{row['measure']}"))
    return " · ".join(part for part in parts if part)


def _scope(view: View, row: Any) -> str:
    kind, name = str(row["scope_kind"]), str(row["scope_id"])
    if kind == "level":
        return " + ".join(view.t(f"level.{level}") for level in name.split("+"))
    if kind == "all":
        return view.t(f"{_PAGE}.whole")
    return view.known.name(name) or name


def _number(view: View, value: object, comparator: object) -> str:
    key = _SIGNS.get(str(comparator))
    return view.t(key, n=view.number(value)) if key else view.number(value)


def _figure(view: View, row: Any) -> Html:
    number = tag("b", _number(view, row["value"], row["comparator"]))
    return tag("span", number, " – ", figures.source(view, str(row["source_id"])))


def _why(view: View, shown: Any, others: list[Any]) -> str:
    """Why this figure is the one shown: the order in which the build chooses."""
    if shown["preferred"] is True:
        return "preferred"
    grades = [_grade(view, row) for row in (shown, *others)]
    return "grade" if grades[0] < min(grades[1:], default=len(_GRADES)) else "later"


def _grade(view: View, row: Any) -> int:
    grade = str(view.sources.get(str(row["source_id"]), {}).get("grade"))
    return _GRADES.index(grade) if grade in _GRADES else len(_GRADES)
