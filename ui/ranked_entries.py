"""The entries of the edition in view by how far they came, with their rank, score and awards."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

import texts
from ui import figures, stage_rows, stage_words, tables
from ui.cells import known, records
from ui.tables import Column
from ui.view import View

MOST = 100


def entries(view: View) -> pd.DataFrame:
    """The metric `ranking`, best first, with stage_name, kind and awards (in words).

    For the whole country only the furthest stages are asked for, until there are `MOST` entries or no stage is left:
    so that the page costs the same however many entries an edition had.
    """
    listed = stage_rows.stages(view) if view.choice.government else _organisers(view)
    rows = view.ask("ranking") if view.choice.government else _furthest(view, listed)
    named = listed[["stage_id", "name", "kind", "group"]].rename(columns={"name": "stage_name", "group": "stage_group"})
    rows = pd.merge(rows, named, left_on="best_stage_id", right_on="stage_id", how="left")
    won = _won(view)
    rows["awards"] = pd.Series([won.get(str(s)) for s in rows["submission_id"]], index=rows.index, dtype=object)
    order = ["best_stage_order", "rank", "score", "innovation"]
    placed: pd.DataFrame = rows.sort_values(
        order, ascending=[False, True, False, True], na_position="last", ignore_index=True
    )
    return placed


def best(rows: pd.DataFrame) -> pd.DataFrame:
    """The entries of the furthest stage that any came through."""
    furthest = rows["best_stage_order"].max()
    found: pd.DataFrame = rows.loc[rows["best_stage_order"].notna() & (rows["best_stage_order"] == furthest)]
    return found


def finding(view: View, rows: pd.DataFrame) -> tuple[str, str | None]:
    """Who came furthest, in words."""
    top = records(best(rows))
    edition = view.edition_name(view.choice.edition)
    if not top:
        results = view.listing("government_results", competition=None)
        key = "found_results" if len(results) else "found_none"
        return view.t(f"page.peringkat.{key}", place=view.place, edition=edition, n=view.number(len(results))), None
    stage = stage_words.stage(view, top[0] | {"group": top[0]["stage_group"]})
    first = [row for row in top if known(row["rank"]) and row["rank"] == 1]
    if first:
        names = "; ".join(_named(view, row) for row in first)
        return view.t("page.peringkat.found_first", names=names, edition=edition, stage=stage), None
    names = "; ".join(_named(view, row) for row in top[:3])
    if len(top) > 3:
        names += ", " + view.t("chart.more", n=view.number(len(top) - 3))
    count = view.number(len(top))
    return view.t("page.peringkat.found_stage", n=count, stage=stage, edition=edition), names


def table(view: View, rows: pd.DataFrame) -> None:
    """The entries, best first. Columns that no entry fills are left out."""
    shown = rows.head(MOST)
    listed = records(shown)
    frame = shown.assign(
        title=[_title(view, row) for row in listed],
        stage=[_stage(view, row) for row in listed],
        who=[_who(view, row) or texts.MISSING for row in listed],
        of=[_category(view, row) for row in listed],
    )
    columns = [
        Column("title", heading="column.innovation"),
        Column("who", heading=f"column.{_whose(view)}"),
        Column("stage", heading="column.best_stage"),
    ]
    optional = (Column("rank", "number"), Column("score", "decimal"), Column("of", heading="page.peringkat.category"))
    columns += [column for column in optional if any(known(v) and v != "" for v in frame[column.name])]
    columns.append(Column("awards", heading="column.award"))
    title = view.t("page.peringkat.entries", edition=view.edition_name(view.choice.edition), n=view.number(len(rows)))
    note = [] if rows["rank"].notna().any() else [view.reason("not_ranked") or ""]
    if len(rows) > MOST or (len(rows) == MOST and not view.choice.government):
        note.append(view.t("page.peringkat.entries_most"))
    body = tables.table(frame, columns, title, view.lang)
    figures.figure(view, title, None, rows, columns, name="usulan-terbaik", note=" ".join(note) or None, table=body)


def _organisers(view: View) -> pd.DataFrame:
    rows = stage_rows.stages(view)
    return rows[rows["government_id"].isna()]


def _furthest(view: View, listed: pd.DataFrame) -> pd.DataFrame:
    found: list[pd.DataFrame] = []
    for stage in listed.sort_values("stage_order", ascending=False)["stage_id"]:
        found.append(view.ask("ranking", stage=str(stage), agency=None))
        if sum(len(part) for part in found) >= MOST:
            break
    filled = [part for part in found if len(part)]
    return pd.concat(filled, ignore_index=True) if filled else view.ask("ranking").head(0)


def _won(view: View) -> dict[str, str]:
    rows = records(view.ask("awards"))
    won: dict[str, list[str]] = {}
    for row in rows:
        prize = f" ({texts.rupiah(int(row['prize_idr']), view.lang)})" if known(row["prize_idr"]) else ""
        won.setdefault(str(row["submission_id"]), []).append(f"{row['award']}{prize}")
    return {submission: "; ".join(awards) for submission, awards in won.items()}


def _stage(view: View, row: Mapping[str, Any]) -> str:
    if not known(row["stage_name"]):
        return view.t("page.tahapan.no_stage")
    return stage_words.stage(view, {**row, "group": row["stage_group"]})


def _category(view: View, row: Mapping[str, Any]) -> str:
    named = [str(row["category"])] if known(row["category"]) else []
    return ", ".join([*named, *([stage_words.group(view, row["group"]).lower()] if known(row["group"]) else [])])


def _whose(view: View) -> str:
    return "agency" if view.choice.government else "government"


def _who(view: View, row: Mapping[str, Any]) -> str | None:
    if view.choice.government:
        return view.agency(row["agency_id"])
    return view.known.name(str(row["government_id"])) if known(row["government_id"]) else None


def _named(view: View, row: Mapping[str, Any]) -> str:
    who = _who(view, row)
    if not who or who == texts.MISSING:
        return _title(view, row)
    return f"{row['innovation']} ({who})" if known(row["innovation"]) else who


def _title(view: View, row: Mapping[str, Any]) -> str:
    return str(row["innovation"]) if known(row["innovation"]) else view.t("page.peringkat.untitled")
