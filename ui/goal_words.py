"""Targets in words, as tiles and as a table: what was aimed at, what came of it, who set it and where it stands."""

import re

import pandas as pd

import texts
from ui import figures, goals, tables
from ui.cells import known, records
from ui.entry_list import stage_name, stage_rows
from ui.figures import Tile
from ui.goals import Row
from ui.markup import Html, join, tag
from ui.tables import Column
from ui.view import View

_SIGNED = {"gap", "change"}
_TOP = re.compile(r"^top(\d+)")  # a stage that only the target names, such as "top10"
_OPTIONAL = {"gap", "change"}  # left out where no target in the table has one
_COLUMNS = (
    Column("target"),
    Column("edition"),
    Column("actual", heading="column.actual"),
    Column("gap"),
    Column("change", heading="page.target.column_change"),
    Column("document"),
)


def what(view: View, row: Row) -> str:
    """What is aimed at: "Usulan diserahkan", "Lolos Top 45"; with the agency where it is one agency's target."""
    metric = str(row["target_metric"])
    if metric.startswith("reach:"):
        stage_id = metric.removeprefix("reach:")
        stage = stage_rows(view, str(row["edition_id"])).get(stage_id) if known(row["edition_id"]) else None
        words = view.t("page.target.metric_reach", stage=stage_name(stage) or _TOP.sub(r"Top \1", stage_id))
    else:
        words = view.t(f"page.target.metric_{metric}")
    return f"{words} ({view.agency(row['scope_id'])})" if row["scope_kind"] == "agency" else words


def aim(view: View, row: Row) -> str:
    """How much: "sekurang-kurangnya 15", or that no number was stated."""
    if not known(row["denominator"]):
        return view.t("page.target.hope")
    return view.t(f"comparator.{row['comparator']}", n=amount(view, row, "denominator"))


def said(view: View, row: Row) -> str:
    """The whole target: "Lolos Top 45: sekurang-kurangnya 2"."""
    return f"{what(view, row)}: {aim(view, row)}"


def amount(view: View, row: Row, name: str) -> str | None:
    """A figure of the row in its unit: a share of agencies as percent, all else as a plain number; None: unknown."""
    if not known(row[name]):
        return None
    value, words = float(row[name]), view.signed if name in _SIGNED else view.number
    if row["target_metric"] != "participation":
        return words(value)
    if known(row["denominator"]) and float(row["denominator"]) <= 1:
        return view.percent(value)
    return view.t("page.target.points" if name in _SIGNED else "page.target.percent", n=words(value))


def actual(view: View, row: Row) -> str | None:
    """What was reached, "≥ 1" where that is all that is known; None where unknown."""
    number = amount(view, row, "numerator")
    return view.t("comparator.or_more", n=number) if number and row["basis"] == "at_least" else number


def change(view: View, row: Row) -> str | None:
    """The change asked for on the previous year: "+6 (+66,7 %) dari 9 pada 2017"; None where that is unknown."""
    moved, previous = amount(view, row, "change"), amount(view, row, "previous")
    if moved is None or previous is None:
        return None
    if not float(row["change"]):
        return view.t("page.target.change_same", previous=previous, year=int(row["year"]) - 1)
    if known(row["change_pct"]):
        moved += f" ({texts.signed_percent(float(row['change_pct']), view.lang)})"
    return view.t("page.target.change_from", change=moved, previous=previous, year=int(row["year"]) - 1)


def pace(view: View, row: Row) -> str | None:
    """Entries a week still needed while the edition is open."""
    return view.number(row["pace_per_week"], 1) if known(row["pace_per_week"]) else None


def tile(view: View, row: Row) -> Tile:
    """One target as a tile: what was reached, of how many, and where it stands."""
    rest = [change(view, row), _pace_words(view, row)]
    others = [view.number(r["value"]) for r in goals.rivals(view, row) if r["shown"] is not True]
    rest += [view.t("page.target.rival", n=number) for number in others]
    return Tile(
        label=what(view, row),
        value=actual(view, row),
        row=row,
        beside=_aimed(view, row),
        trend=". ".join(words for words in rest if words) or None,
        rivals=goals.rivals(view, row),
        marked=row["basis"] == "reported",
    )


def _aimed(view: View, row: Row) -> str:
    """Below the number: the target as a sign and figure, and where it stands."""
    state = goals.verdict(row)
    if state == "hope":
        return view.t("page.target.hope")
    signs = {"at_least": "≥ ", "at_most": "≤ "}
    aimed = view.t("page.target.of", aim=signs.get(str(row["comparator"]), "") + str(amount(view, row, "denominator")))
    return aimed if state in {"unknown", "not_measured"} else f"{aimed} · {view.t(f'page.target.verdict_{state}')}"


def finding(view: View, row: Row) -> str:
    """Where the target for the number of entries stands, in one sentence."""
    words = {"aim": aim(view, row), "year": int(row["year"]), "place": _who(view, row)}
    words["noun"] = view.t(f"page.target.noun_{row['target_metric']}")
    state, number = goals.verdict(row), actual(view, row)
    if state == "open" and number is not None and known(row["pace_per_week"]):
        return view.t("page.target.said_open", n=number, pace=pace(view, row), **words)
    if state in {"met", "missed"}:
        return view.t(f"page.target.said_{state}", n=number, gap=amount(view, row, "gap"), **words)
    moved = change(view, row)
    aimed = view.t("page.target.said_aim", **words) if moved is None else view.t(
        "page.target.said_aim_change", change=moved, **words
    )  # fmt: skip
    if number is None:
        return join([aimed, view.t("page.target.said_actual_unknown")], " ")
    return join([aimed, view.t("page.target.said_actual", n=number)], " ")


def others(view: View, rows: pd.DataFrame) -> str | None:
    """The other targets of the edition in view in words, beside the one for the number of entries."""
    aimed = goals.of_intake(view, rows)
    if aimed is None or view.government is None:
        return None
    here = [row for row in records(rows[rows["in_view"]]) if row["target_id"] != aimed["target_id"]]
    return view.t("page.target.also", list="; ".join(said(view, row) for row in here)) if here else None


def tally(view: View, rows: pd.DataFrame) -> str:
    """How many targets were met, missed and so on."""
    states = [goals.verdict(row) for row in records(rows)]
    kinds = {"met": {"met"}, "missed": {"missed"}, "open": {"open"}, "unknown": {"unknown", "not_measured"},
             "hope": {"hope"}}  # fmt: skip
    numbers = {kind: sum(state in of for state in states) for kind, of in kinds.items()}
    said = (view.t(f"page.target.count_{kind}", n=view.number(n)) for kind, n in numbers.items() if n)
    return view.t("page.target.counts", counts=", ".join(said))


def table(view: View, rows: pd.DataFrame, caption: str) -> Html:
    """Every target with its figures, its state and its document."""
    made = [_cells(view, row) for row in records(rows)]
    frame = pd.DataFrame({c.name: pd.Series([line[c.name] for line in made], dtype=object) for c in _COLUMNS})
    shown = [c for c in _COLUMNS if c.name not in _OPTIONAL or frame[c.name].notna().any()]
    shown = shown if view.government else [Column("government"), *shown]
    if not view.government:
        frame["government"] = pd.Series([_who(view, row) for row in records(rows)], dtype=object)
    return tables.table(frame, shown, caption, view.lang, row_header="target")


def _cells(view: View, row: Row) -> dict[str, object]:
    named = known(row["competition_id"])
    contest = view.short_name(str(row["competition_id"])) if named else view.t("page.target.all_contests")
    return {
        "target": said(view, row),
        "edition": f"{contest} {int(row['year'])}",
        "actual": _outcome(view, row),
        "gap": amount(view, row, "gap"),
        "change": change(view, row),
        "document": _document(view, row),
    }


def _outcome(view: View, row: Row) -> Html:
    """What was reached and where it stands; below it the reason where unknown, and the pace still needed."""
    state = view.t(f"page.target.verdict_{goals.verdict(row)}")
    hidden = {"target_without_number", "rank_no_share"}
    reason = None if row["reason"] in hidden else view.reason(row["reason"])
    rest = [words for words in (reason, _pace_words(view, row)) if words]
    below = (tag("div", words, class_="pi-small") for words in rest)
    return tag("div", tag("b", actual(view, row) or texts.MISSING), f" · {state}", *below)


def _document(view: View, row: Row) -> Html:
    """The document, linked, and below it who set the target and when, where stated."""
    day = view.day(row["set_on"])
    words = view.t("page.target.set_on", day=day) if known(row["set_on"]) else None
    if known(row["set_by"]):
        words = view.t("page.target.set_by", by=f"{row['set_by']}, {day}" if words else row["set_by"])
    said = tag("div", words, class_="pi-small") if words else None
    return tag("div", figures.source(view, str(row["source_id"])), said, class_="pi-doc")


def _who(view: View, row: Row) -> str:
    if row["scope_kind"] == "agency":
        return view.agency(row["scope_id"])
    return view.known.name(str(row["scope_id"])) or view.short_name(str(row["competition_id"]))


def _pace_words(view: View, row: Row) -> str | None:
    number = pace(view, row)
    return view.t("page.target.pace", n=number) if number else None
