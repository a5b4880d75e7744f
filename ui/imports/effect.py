"""Step 5: what a batch would change, as the metrics say it on the published warehouse and on a trial one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

import metrics
import texts
from etl import batches
from ui import figures, tables
from ui.cells import bare, known, records
from ui.imports import words
from ui.imports.state import Upload
from ui.imports.words import PAGE
from ui.markup import tag
from ui.tables import Column
from ui.view import View

Figures = dict[tuple[object, ...], tuple[str, str]]  # key -> (what it counts, the figure as written)
_WHEN = ("before", "after")
_MOST = 14


def draw(view: View, upload: Upload, dry: batches.DryRun) -> None:
    """A table of the figures that change, before and after; that none does, where none does."""
    rows = upload.trial.get(upload.checked)
    if rows is None:
        try:
            with st.spinner(view.t(f"{PAGE}.trying")):
                rows = upload.trial[upload.checked] = changes(view, dry)
        except (batches.InputError, batches.FailedCheck) as error:
            words.wrong(view.t(f"{PAGE}.no_trial", why=words.refusal(view, error)))
            return
    if not len(rows):
        figures.block(tag("p", view.t(f"{PAGE}.nothing_moves"), class_="pi-say"))
        return
    said = view.t(f"{PAGE}.moves", n=view.number(len(rows)))
    heads = [Column("what", heading=f"{PAGE}.column_figure"), *(Column(n, heading=f"{PAGE}.column_{n}") for n in _WHEN)]
    tables.show(tables.table(rows.head(_MOST), heads, said, view.lang), said)
    if len(rows) > _MOST:
        figures.block(tag("p", view.t("chart.more", n=view.number(len(rows) - _MOST)), class_="pi-say"))


def changes(view: View, dry: batches.DryRun) -> pd.DataFrame:
    """The figures that differ between the data as they are and with these rows: what, before, after (as written)."""
    here = government(dry.tables) or dry.given.government_id
    with batches.rehearse(dry.tables) as files:
        before, after = (_of_file(view, path, here) for path in files)
    lines = [
        {"what": (after.get(key) or before[key])[0], "before": _said(before, key), "after": _said(after, key)}
        for key in {**after, **before}
        if _said(before, key) != _said(after, key)
    ]
    return pd.DataFrame(lines, columns=["what", *_WHEN])


def government(written: Mapping[str, list[batches.Row]]) -> str | None:
    """The government that most rows name; None where none does, or where several share them."""
    named = Counter(row["government_id"] for rows in written.values() for row in rows if row.get("government_id"))
    first = named.most_common(1)
    return first[0][0] if first and first[0][1] * 2 > sum(named.values()) else None


def _of_file(view: View, path: Path, here: str | None) -> Figures:
    warehouse = metrics.Warehouse(metrics.Published(path.stem, path, by_pointer=False))
    try:
        return figures_of(view, warehouse, here)
    finally:
        warehouse.close()


def figures_of(view: View, warehouse: metrics.Warehouse, government: str | None) -> Figures:
    """The figures that a batch may move, for one government, or without one for whole editions."""
    scope = metrics.Scope(government=government)
    try:
        return dict(_figures(view, warehouse, scope, _editions(warehouse)))
    except metrics.UnknownName:  # a government that only the batch brings
        return {}


def _figures(
    view: View, warehouse: metrics.Warehouse, scope: metrics.Scope, names: Mapping[str, str]
) -> Iterator[tuple[tuple[object, ...], tuple[str, str]]]:
    entries = metrics.run("submissions", scope, warehouse)
    whole = entries["government_id"].notna() if scope.government else entries["government_id"].isna()
    for row in records(entries[whole & entries["agency_id"].isna()]):
        yield from _figure(view, "entries", row, edition=names[str(row["edition_id"])])
    for edition, (n, basis) in _took_part(entries).items():
        said = _bound(view, view.number(n), basis)
        yield ("agencies", edition), (view.t(f"{PAGE}.of_agencies", edition=names[edition]), said)
    if scope.government:
        yield from _participation(view, metrics.run("participation", scope, warehouse))
    steps = metrics.run("stage_funnel", scope, warehouse)
    wanted = "government" if scope.government else "all"
    for row in records(steps[steps["scope_kind"] == wanted]):
        yield from _figure(view, "stage", row, edition=names[str(row["edition_id"])], stage=_stage(row))


def _figure(view: View, kind: str, row: Mapping[str, Any], **params: str) -> Iterator[Any]:
    value = row["value"]
    if known(value):
        key = (kind, row["edition_id"], str(row.get("stage_id")), str(row.get("group")))
        yield key, (view.t(f"{PAGE}.of_{kind}", **params), _bound(view, view.number(value), row["basis"]))


def _participation(view: View, rows: pd.DataFrame) -> Iterator[Any]:
    for row in records(rows):
        year = str(int(row["year"]))
        if row["basis"] != "unknown":
            share = _bound(view, view.ratio(row["numerator"], row["denominator"]), row["basis"])
            yield ("met", year), (view.t(f"{PAGE}.of_participation", year=year), share)
        for kind in ("none", "no_data"):
            yield (kind, year), (view.t(f"{PAGE}.of_{kind}", year=year), view.number(row[kind]))
        yield ("unattributed", year), (view.t(f"{PAGE}.of_unattributed", year=year), view.number(row["unattributed"]))


def _took_part(entries: pd.DataFrame) -> dict[str, tuple[int, str]]:
    """How many agencies have an entry in each edition, and on what basis."""
    agencies = entries[entries["agency_id"].notna() & (entries["numerator"].fillna(0) > 0)]
    return {str(edition): (len(rows), _basis(rows)) for edition, rows in agencies.groupby("edition_id")}


def _basis(rows: pd.DataFrame) -> str:
    return "at_least" if (rows["basis"] == "at_least").any() else "rows"


def _bound(view: View, figure: str, basis: object) -> str:
    """A figure with the sign of a lower bound, where it is one."""
    return view.t("comparator.or_more", n=figure) if basis == "at_least" else figure


def _editions(warehouse: metrics.Warehouse) -> dict[str, str]:
    """Editions as they are spoken of, by id."""
    contests = {row["competition_id"]: bare(row["name"]) for row in records(_list("competitions", warehouse))}
    rows = records(_list("editions", warehouse))
    return {str(row["edition_id"]): f"{contests[row['competition_id']]} {int(row['year'])}" for row in rows}


def _list(name: str, warehouse: metrics.Warehouse) -> pd.DataFrame:
    return metrics.listing(name, metrics.Scope(), warehouse)


def _stage(row: Mapping[str, Any]) -> str:
    return str(row["stage_name"]) + (f" ({row['group']})" if known(row["group"]) else "")


def _said(figures: Figures, key: tuple[object, ...]) -> str:
    return figures[key][1] if key in figures else texts.MISSING
