"""What the fields of the forms offer: only what the data hold already."""

from collections.abc import Iterable, Mapping
from typing import Any

from ui.cells import known, records
from ui.entry_list import stage_name
from ui.view import View

Row = Mapping[str, Any]
WHOLE: dict[str, Any] = {"government": None, "competition": None, "edition": None, "agency": None, "years": None}
HELD = "held"


def editions(view: View) -> list[str]:
    """Every edition of the contest in view, newest first."""
    own = [row for row in view.known.editions.values() if row["competition_id"] == view.choice.competition]
    newest = sorted(own, key=lambda row: (int(row["year"]), str(row["edition_id"])), reverse=True)
    return [str(row["edition_id"]) for row in newest]


def year_of(view: View, edition: str) -> int:
    """The year of an edition."""
    return int(view.known.editions[edition]["year"])


def stages(view: View, edition: str) -> dict[str, Row]:
    """The stages of an edition by id, in their order: the organiser's, and the own preparation of the government."""
    listed = records(view.listing("stages", **{**WHOLE, "edition": edition}))
    mine = (view.choice.government or None, None)
    return {
        str(row["stage_id"]): row for row in listed if row["government_id"] in mine or not known(row["government_id"])
    }


def stage_words(view: View, row: Row) -> str:
    """A stage's name, and that it is only planned where it is."""
    name = stage_name(row) or str(row["stage_id"])
    return name if row["status"] == HELD else f"{name} ({view.t('stage_status.planned')})"


def intake(given: Mapping[str, Row]) -> str | None:
    """Where entries are handed in: the first stage of that kind that the organiser holds."""
    own = [key for key, row in given.items() if row["kind"] == "submitted" and row["status"] == HELD]
    return next((key for key in own if not known(given[key]["government_id"])), None)


def entries(view: View, edition: str) -> dict[str, Row]:
    """The government's entries of an edition by id, by title."""
    listed = records(view.listing("entries", **{**WHOLE, "edition": edition, "government": view.choice.government}))
    return {str(row["submission_id"]): row for row in listed}


def entry_words(view: View, row: Row) -> str:
    """An entry's title and whose it is."""
    title = str(row["innovation"]) if known(row["innovation"]) else view.t("page.usulan.untitled")
    written = str(row["agency_name"]) if known(row["agency_name"]) else None
    whose = view.agency(row["agency_id"]) if known(row["agency_id"]) else written
    return f"{title} · {whose}" if whose else title


def agencies(view: View, year: int | None = None) -> list[str]:
    """The government's agencies by name, without those that had ended before `year` or began after it."""
    listed = view.known.agencies.get(view.choice.government, {})
    return [str(key) for key, row in listed.items() if year is None or _alive(row, year)]


def seen(rows: Iterable[Row], column: str) -> list[str]:
    """The values that stand in a column, each once, in their order."""
    return sorted({str(row[column]) for row in rows if known(row[column])})


def _alive(row: Row, year: int) -> bool:
    first, last = (_year(row[key]) for key in ("valid_from", "valid_to"))
    return (first is None or first <= year) and (last is None or last >= year)


def _year(value: object) -> int | None:
    return int(str(value)[:4]) if known(value) else None
