"""What stands beside a state: the agency's own answer to it, and the document that exempts it."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from ui import figures
from ui.cells import known, records
from ui.compliance.cells import Beside
from ui.markup import Html, join, tag
from ui.view import View

_ASKED: Mapping[str, Any] = {"competition": None, "edition": None}


def beside(view: View, rows: pd.DataFrame) -> dict[tuple[str, int], list[Beside]]:
    """By agency and year, replies before exemptions. In rows of `standing.carried` what predecessors said goes along
    with their states."""
    found = _own(view)
    if "through_ids" in rows:
        lines = rows[["agency_id", "year", "through_ids"]].itertuples(index=False, name=None)
        carried = {(str(a), int(y)): [each for i in ids for each in found.get((i, int(y)), [])] for a, y, ids in lines}
        return found | {place: said for place, said in carried.items() if said}
    return found


def _own(view: View) -> dict[tuple[str, int], list[Beside]]:
    found: dict[tuple[str, int], list[Beside]] = {}
    for row in records(view.listing("replies", **_ASKED)):
        found.setdefault(_place(row), []).append(_reply(view, row))
    for row in records(view.listing("exemptions", **_ASKED)):
        found.setdefault(_place(row), []).append(_exemption(view, row))
    return found


def signed(view: View, row: Mapping[str, Any]) -> str:
    """A reply's reference, who wrote it and when, as far as each is known."""
    reference = view.t("board.reference", reference=row["reference"]) if known(row["reference"]) else None
    day = view.day(row["on_date"]) if known(row["on_date"]) else None
    return ", ".join(filter(None, [reference, row["by"] if known(row["by"]) else None, day]))


def _place(row: Mapping[str, Any]) -> tuple[str, int]:
    return str(row["agency_id"]), int(row["year"])


def _reply(view: View, row: Mapping[str, Any]) -> Beside:
    text, by = str(row["text"]), signed(view, row)
    said = join([tag("p", f"“{text}”"), tag("p", by, class_="meta") if by else None])
    return Beside(view.t("board.reply"), said, f"“{text}” ({by})" if by else f"“{text}”")


def _exemption(view: View, row: Mapping[str, Any]) -> Beside:
    reason: Html | None = tag("p", str(row["reason"])) if known(row["reason"]) else None
    source = view.sources.get(str(row["source_id"]))
    title = str(source["title"]) if source else str(row["source_id"])
    said = join([reason, tag("p", figures.source(view, str(row["source_id"])))])
    return Beside(view.t("board.exemption"), said, f"{row['reason']} ({title})" if reason else title)
