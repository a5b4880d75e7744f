"""The league by stage: of a government's agencies, or of the governments; in one edition and over the years."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from ui import charts, figures, stage_rows, stage_words, tables
from ui.cells import known, records, where
from ui.markup import join
from ui.tables import Column
from ui.view import View

MOST = 15
LINES = 5
_SURE = {"rows", "reported"}


def rows(view: View, **changes: object) -> pd.DataFrame:
    """The metric `league` for the agencies of the government in view, or for all governments, with `name`.

    A stage with counts by group as well has several rows of one name; the one of all groups is kept.
    """
    found = view.ask("league", **({"agency": None} | changes))
    own = found["agency_id"].notna() if view.choice.government else found["agency_id"].isna()
    found = found[own].sort_values("numerator", ascending=False)
    found = found.drop_duplicates(["government_id", "agency_id", "edition_id", "stage_id"])
    if view.choice.kinds and view.choice.government:
        found = where(found, [view.agency_kind(agency) in view.choice.kinds for agency in found["agency_id"]])
    return found.assign(name=_names(view, found), who=found["agency_id" if view.choice.government else "government_id"])


def whole_lists(view: View, **changes: object) -> set[tuple[str, str]]:
    """The (edition, stage) pairs whose list is whole: only there do places speak of everybody."""
    if view.choice.government:
        found = view.ask("league", **({"agency": None} | changes))
        found = found[found["agency_id"].isna()]
    else:
        found = view.ask("stage_funnel", **({"agency": None} | changes))
        found = found[found["scope_kind"] == "all"]
    found = found[found["basis"] == "rows"]
    return set(zip(found["edition_id"], found["stage_id"], strict=True))


def edition(view: View, found: pd.DataFrame) -> None:
    """The league of the edition in view: bars for the furthest stage that says something, a table of all stages."""
    stage = _telling(found)
    part = found[found["stage_id"] == stage].sort_values(["place", "name"])
    whole = (str(part["edition_id"].iloc[0]), stage) in whole_lists(view)
    title = _leading(view, part, whole)
    names = {row["stage_id"]: row for row in records(found.sort_values("stage_order"))}
    columns = [_name_column(view), Column("place", "number", heading="page.peringkat.place")]
    columns += [
        Column(key, "number", title=stage_words.bare(view, row["stage_name"])) for key, row in reversed(names.items())
    ]
    body = tables.table(_crossed(view, found, part, list(names)), columns, title, view.lang)
    told = part["numerator"].nunique() > 1
    chart = charts.bars(part.head(MOST), view.look, label="name", value="numerator", title=title) if told else None
    notes = [view.t("page.peringkat.league_note", stage=stage_words.bare(view, str(part["stage_name"].iloc[0])))]
    if not whole:
        notes.append(view.t("page.peringkat.league_least"))
    if told and len(part) > MOST:
        notes.append(view.t("page.peringkat.league_most", n=view.number(MOST), m=view.number(len(part))))
    raw = found.drop(columns="who")
    figures.figure(view, title, chart, raw, columns, name="klasemen", note=" ".join(notes), table=body)


def over_years(view: View, every: pd.DataFrame) -> None:
    """Places over the years as lines, for those that stood highest in the last year. Only whole lists have places that
    can be compared; without three years of them there is no chart."""
    whole = whole_lists(view, edition=None)
    pairs = zip(every["edition_id"], every["stage_id"], strict=True)
    sure = where(every, [pair in whole for pair in pairs])
    sure = sure[sure["basis"].isin(_SURE)]
    sure = sure.assign(year=[int(view.known.editions[e]["year"]) for e in sure["edition_id"]])
    drawn, kind = _comparable(sure)
    if drawn.empty:
        figures.statement(view.t("page.peringkat.bump"), view.t("page.peringkat.bump_none"))
        return
    last = drawn[drawn["year"] == drawn["year"].max()].sort_values(["place", "name"])
    several = drawn["who"].map(drawn["who"].value_counts()).ge(2)
    leaders = [who for who in last["who"] if who in set(drawn.loc[several, "who"])][:LINES]
    lines = drawn[drawn["who"].isin(leaders)]
    order = {who: place for place, who in enumerate(leaders)}
    lines = lines.sort_values("who", key=lambda column: column.map(order), kind="stable")
    year = str(int(last["year"].iloc[0]))
    told = {"kind": view.t(f"stage_kind.{kind}").lower(), "n": view.number(len(leaders)), "year": year}
    title = view.t("page.peringkat.bump_title", **told)
    chart = charts.bump(lines, view.look, title=title, rank="place")
    columns = (
        _name_column(view),
        Column("year", "year"),
        Column("stage_name", heading="column.stage"),
        Column("numerator", "number", heading="column.entries"),
        Column("place", "number", heading="page.peringkat.place"),
    )
    shown = lines.sort_values(["year", "place", "name"], ascending=[False, True, True])
    figures.figure(view, title, chart, shown.drop(columns="who"), columns, name="peringkat-lintas-tahun",
                   note=view.t("page.peringkat.bump_note"))  # fmt: skip


def _names(view: View, found: pd.DataFrame) -> list[str]:
    if view.choice.government:
        return [view.agency(agency) for agency in found["agency_id"]]
    return [view.known.name(str(government)) or str(government) for government in found["government_id"]]


def _telling(found: pd.DataFrame) -> str:
    """The furthest stage that at least three names reached, else the one that most did."""
    sizes = found.groupby(["stage_order", "stage_id"]).size().sort_index(ascending=False)
    several = sizes[sizes >= 3]
    chosen = several.index[0] if len(several) else sizes.index[int(sizes.to_numpy().argmax())]
    return str(chosen[1])


def _leading(view: View, part: pd.DataFrame, whole: bool) -> str:
    first = records(part[part["place"] == part["place"].min()])
    row = first[0] | {"count": first[0]["numerator"]}
    given = {"n": stage_words.count(view, row), "stage": stage_words.bare(view, str(row["stage_name"]))}
    if len(first) > 3:
        key = "leaders_agencies" if view.choice.government else "leaders_governments"
        said = view.t(f"page.peringkat.{key}", m=view.number(len(first)), **given)
    else:
        said = view.t("page.peringkat.leader", name=", ".join(str(each["name"]) for each in first), **given)
    return said if whole else view.t("page.peringkat.among_known", said=said)


def _crossed(view: View, found: pd.DataFrame, part: pd.DataFrame, stages: list[str]) -> pd.DataFrame:
    """One row per name, one column per stage, those ahead at the later stages first; `place` is that of `part`."""
    cells: dict[str, dict[str, Any]] = {}
    for row in records(found):
        cells.setdefault(str(row["who"]), {"name": row["name"]})[row["stage_id"]] = row
    places = dict(zip(part["who"], part["place"], strict=True))
    order = sorted(cells, key=lambda who: (_ahead(cells[who], stages), cells[who]["name"]))
    lines = [
        {"name": cells[who]["name"], "place": places.get(who)} | {s: _cell(view, cells[who].get(s)) for s in stages}
        for who in order
    ]
    return pd.DataFrame(lines, columns=["name", "place", *stages], dtype=object)


def _ahead(cells: Mapping[str, Any], stages: list[str]) -> list[int]:
    return [-int(cells[stage]["numerator"]) if stage in cells else 0 for stage in reversed(stages)]


def _cell(view: View, row: Mapping[str, Any] | None) -> object:
    return (
        join([stage_words.count(view, {**row, "count": row["numerator"]})]) if row and known(row["numerator"]) else None
    )


def _comparable(sure: pd.DataFrame) -> tuple[pd.DataFrame, str]:
    """The kind of stage that tells the names apart best, among those with whole lists in three years or more; one stage
    a year. Where nearly all share a place, nothing is told apart and nothing comes back."""
    told: dict[str, float] = {}
    handed_in = sure[~sure["kind"].isin({*stage_rows.PREPARED, "registered"})]
    for kind, part in handed_in.sort_values("stage_order").groupby("kind"):
        places = part.drop_duplicates(["year", "who"]).groupby("year")["place"].nunique()
        if len(places) >= 3:
            told[str(kind)] = float(places.median())
    best = max(told, key=lambda kind: told[kind], default="")
    if told.get(best, 0) < 3:
        return sure.head(0), ""
    same = sure[sure["kind"] == best].sort_values("stage_order")
    return same.drop_duplicates(["year", "who"]), best


def _name_column(view: View) -> Column:
    return Column("name", heading="column.agency" if view.choice.government else "column.government")
