"""A contest's stages over its editions: how many entries reached each, and what share passed, with the gaps named."""

from collections.abc import Mapping

import pandas as pd

from ui import charts, figures, stage_figures, stage_rows, stage_words, tables
from ui.cells import known, records
from ui.tables import Column
from ui.view import View

_EARLY = ("registered", "submitted", "administrative")


def paths(view: View) -> pd.DataFrame:
    """The paths of all editions of the contest for the whole contest, with the year of each."""
    rows = stage_rows.steps(view, edition=None, government=None, agency=None)
    own = stage_rows.path(rows[rows["scope_kind"] == "all"])
    return own.assign(year=[int(view.known.editions[edition]["year"]) for edition in own["edition_id"]])


def gaps(view: View, rows: pd.DataFrame) -> list[int]:
    """The years between the first and the last of `rows` in which the contest has no edition."""
    held = {
        int(row["year"]) for row in view.known.editions.values() if row["competition_id"] == view.choice.competition
    }
    years = range(int(rows["year"].min()), int(rows["year"].max()) + 1) if len(rows) else range(0)
    return [year for year in years if year not in held]


def counts(view: View, rows: pd.DataFrame) -> None:
    """The entries that reached the early stages of each edition as lines, and all stages in the table."""
    empty = gaps(view, rows)
    early = rows[rows["kind"].isin(_EARLY) & rows["count"].notna()]
    drawn = early if len(early) else rows[rows["count"].notna()]
    drawn = drawn.sort_values("stage_order").drop_duplicates(["year", "kind"], keep="last")
    drawn = drawn.assign(name=[view.t(f"stage_kind.{kind}") for kind in drawn["kind"]]).sort_values("stage_order")
    words = {year: view.t("page.tahapan.no_edition") for year in empty}
    title = counted(view, rows) if _handed_in(rows) else view.t("page.tahapan.counts_years")
    several = drawn["name"].nunique() > 1
    chart = charts.series(drawn, view.look, title=title, value="count", name="name" if several else None, gaps=words)
    columns = (
        Column("year", "year"),
        *(Column(kind, "number", heading=f"stage_kind.{kind}") for kind in (_EARLY if len(early) else ())),
        Column("later", heading="page.tahapan.later"),
    )
    body = tables.table(_by_year(view, rows, empty), columns, title, view.lang)
    note = view.t("page.tahapan.gap_note", years=", ".join(map(str, empty))) if empty else None
    figures.figure(view, title, chart, rows, columns, name="lintas-tahun", note=note, table=body)


def rates(view: View, rows: pd.DataFrame) -> None:
    """The pass rate of each stage and edition; lines where one kind of stage has a rate in several years."""
    later = rows[rows["reason"] != "first_stage"]
    rated = later[later["value"].notna() & later["group"].isna()]
    lines = rated[rated["kind"].isin(_EARLY)].assign(
        name=lambda part: [view.t(f"page.tahapan.rate_of.{k}") for k in part["kind"]]
    )
    named = stage_figures.rate_frame(view, later, stage_names(view)) if len(later) else later
    title = _from_to(view, lines) or view.t("page.tahapan.rates_years" if len(rated) else "page.tahapan.rates_none")
    chart = None
    if len(lines):
        words = {year: view.t("page.tahapan.no_edition") for year in gaps(view, rows)}
        chart = charts.series(lines, view.look, title=title, name="name", share=True, gaps=words)
    columns = (Column("year", "year"), *stage_figures.RATE_COLUMNS)
    if later.empty:
        figures.empty(view, view.t("page.tahapan.rates_none"), view.t("page.tahapan.rates_none_do"))
        return
    body = tables.table(named, columns, title, view.lang, row_header="label")
    figures.figure(view, title, chart, later, columns, name="kelulusan-lintas-tahun",
                   note=view.t("page.tahapan.rates_lines") if chart else None, table=body)  # fmt: skip


def stage_names(view: View, **changes: object) -> Mapping[str, tuple[str, str]]:
    """Kind and name by stage id. Ids are unique within an edition; over editions the latest name of an id stands."""
    rows = view.listing("stages", **({"government": None, "agency": None, "edition": None} | changes))
    return {str(row["stage_id"]): (str(row["kind"]), str(row["name"])) for row in records(rows)}


def finding(view: View, rows: pd.DataFrame) -> tuple[str, str | None]:
    """The share handed in in the last year and the first, or what is counted where that share is not known."""
    if not _handed_in(rows):
        reasons = set(rows.loc[rows["count"].notna(), "reason"])
        return counted(view, rows), view.reason("winners_only") if reasons == {"winners_only"} else None
    silent = rows[(rows["kind"] == "submitted") & rows["value"].notna()].sort_values("year")
    first, last = records(silent)[0], records(silent)[-1]
    given = {"n": view.number(last["numerator"]), "m": view.number(last["denominator"]), "to": str(last["year"])}
    words = view.t("page.tahapan.found_handed_in", share=view.percent(last["value"]), **given)
    if len(silent) == 1:
        return words, None
    before = {"n": view.number(first["numerator"]), "m": view.number(first["denominator"]), "from": str(first["year"])}
    return words, view.t("page.tahapan.found_before", share=view.percent(first["value"]), **before)


def _handed_in(rows: pd.DataFrame) -> bool:
    """Whether some edition says what share of those registered was handed in."""
    return bool(((rows["kind"] == "submitted") & rows["value"].notna()).any())


def counted(view: View, rows: pd.DataFrame) -> str:
    """The first stage's count in the first and in the last year."""
    first = rows[rows["count"].notna()]
    if first.empty:
        return view.t("page.tahapan.found_none", place=view.place, edition=view.short_name(view.choice.competition))
    kind = next((kind for kind in _EARLY if kind in set(first["kind"])), str(first["kind"].iloc[0]))
    same = records(first[first["kind"] == kind].sort_values("year").drop_duplicates("year"))
    given = {"contest": view.short_name(view.choice.competition), "kind": view.t(f"stage_kind.{kind}").lower()}
    given |= {"n": stage_words.count(view, same[0]), "from": str(same[0]["year"])}
    if len(same) == 1:
        return view.t("page.tahapan.found_year", **given)
    return view.t("page.tahapan.found_years", m=stage_words.count(view, same[-1]), to=str(same[-1]["year"]), **given)


def _from_to(view: View, lines: pd.DataFrame) -> str | None:
    """The last and the first rate of the latest kind of stage that has several."""
    for kind in reversed(_EARLY):
        same = records(lines[lines["kind"] == kind].sort_values("year"))
        if len(same) > 1:
            ends = {
                "share": view.percent(same[-1]["value"]),
                "to": str(same[-1]["year"]),
                "name": str(same[-1]["name"]),
            }
            return view.t(
                "page.tahapan.rate_from_to",
                was=view.percent(same[0]["value"]),
                **ends,
                **{"from": str(same[0]["year"])},
            )
    return None


def _by_year(view: View, rows: pd.DataFrame, empty: list[int]) -> pd.DataFrame:
    made: list[dict[str, object]] = [{"year": y, "later": view.t("page.tahapan.no_edition")} for y in empty]
    for year, part in rows.groupby("year"):
        line: dict[str, object] = {"year": year}
        early = part[part["kind"].isin(_EARLY) & part["group"].isna()]
        line |= {row["kind"]: row["count"] for row in records(early)}
        after = part.drop(early.index)
        said = [
            f"{stage_words.stage(view, row)}: {stage_words.count(view, row)}"
            for row in records(after)
            if known(row["count"])
        ]
        made.append(line | {"later": "; ".join(said) or None})
    frame = pd.DataFrame(made, columns=["year", *_EARLY, "later"])
    return frame.sort_values("year", ignore_index=True)
