"""The stages of an edition as a calendar: held, planned only, and the prizes its rules promise."""

import pandas as pd

import texts
from ui import figures, stage_rows, stage_words, tables
from ui.cells import known, records, source_lists
from ui.tables import Column
from ui.view import View

_COLUMNS = (
    Column("label", heading="column.stage"),
    Column("kind_name", heading="column.kind"),
    Column("whose", heading="page.tahapan.whose"),
    Column("quota", "number", heading="page.tahapan.quota"),
    Column("dates", heading="column.date"),
)
_ORDINALS = ("first", "second", "third")


def calendar(view: View) -> None:
    """The stages that were held, in order, with whose they are, quota and dates; then those only planned, apart."""
    rows = stage_rows.stages(view)
    edition = view.edition_name(view.choice.edition)
    for status in ("held", "planned"):
        part = rows[rows["status"] == status]
        if part.empty:
            continue
        frame = _frame(view, part)
        sources = part.assign(sources=source_lists(part))
        title = view.t(f"page.tahapan.stages_{status}", edition=edition, n=view.number(len(part)))
        note = view.t("page.tahapan.planned_note") if status == "planned" else None
        own = part["government_id"].notna().any()
        columns = [column for column in _COLUMNS if own or column.name != "whose"]
        body = tables.table(frame, columns, title, view.lang)
        figures.figure(view, title, None, sources, columns, name=f"tahap-{status}", note=note, table=body)


def promised_prizes(view: View) -> None:
    """The prizes in money that the edition's rules promise: what is written there, not what was paid."""
    rules = view.listing("rules", government=None, agency=None)
    money = rules[rules["unit"] == "idr"]
    if money.empty:
        return
    rows = money.assign(
        label=[_place(view, place) for place in money["applies_to"]],
        prize_idr=pd.to_numeric(money["value"], errors="coerce"),
        sources=source_lists(money),
    )
    columns = (Column("label", heading="page.tahapan.winner"), Column("prize_idr", "rupiah"))
    title = view.t("page.tahapan.prizes", edition=view.edition_name(view.choice.edition))
    body = tables.table(rows, columns, title, view.lang)
    note = view.t("page.tahapan.prizes_note")
    figures.figure(view, title, None, rows.drop(columns="label"), columns, name="hadiah", note=note, table=body)


def _frame(view: View, rows: pd.DataFrame) -> pd.DataFrame:
    listed = records(rows)
    return rows.assign(
        label=[stage_words.stage(view, row | {"stage_name": row["name"]}) for row in listed],
        kind_name=[view.t(f"stage_kind.{row['kind']}") for row in listed],
        whose=[_whose(view, row["government_id"]) for row in listed],
        dates=[_dates(view, row["starts_on"], row["ends_on"]) for row in listed],
    )


def _whose(view: View, government: object) -> str:
    return view.t("page.tahapan.preparation") if known(government) else view.t("page.tahapan.organiser")


def _dates(view: View, first: object, last: object) -> str:
    if known(first) and known(last) and first != last:
        return f"{view.day(first)} – {view.day(last)}"
    if known(last):
        return view.day(last) if known(first) else view.t("page.tahapan.until", day=view.day(last))
    return view.t("page.tahapan.since", day=view.day(first)) if known(first) else texts.MISSING


def _place(view: View, place: object) -> str:
    if not known(place):
        return texts.MISSING
    return view.t(f"page.tahapan.place.{place}") if place in _ORDINALS else str(place)
