"""An agency's best result in each contest, and what it won."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from ui import figures, tables
from ui.cells import bare, known, records
from ui.knowledge import KINDS
from ui.ladder import LEVELS
from ui.profile import path
from ui.tables import Column
from ui.view import View

_PAGE = "page.profil"
_LAST = 10**6
Row = Mapping[str, Any]


def best(view: View, agency: str) -> pd.DataFrame:
    """The metric `ranking` cut to the furthest entry of each contest (then the best rank, then the newest), with the
    contest's name, the stage's name, and the awards of the entry."""
    stages = _stages(view)
    made: dict[str, tuple[tuple[int, ...], dict[str, Any]]] = {}
    for row in records(view.ask("ranking", competition=None, edition=None, agency=agency)):
        edition = view.known.editions[str(row["edition_id"])]
        stage = stages.get((str(row["edition_id"]), str(row["best_stage_id"])))
        if stage is None:
            continue
        contest = str(edition["competition_id"])
        level = LEVELS.index(str(view.known.competitions[contest]["level"]))
        rank = int(row["rank"]) if known(row["rank"]) else _LAST
        place = (level, KINDS.index(str(stage["kind"])), -rank, int(edition["year"]))
        if contest not in made or place > made[contest][0]:
            made[contest] = (place, row | {"year": int(edition["year"]), "stage": stage["name"], "contest": contest})
    found = sorted(made.values(), key=lambda pair: pair[0], reverse=True)
    won = _awards(view, agency)
    rows = [{**row, "award": won.get(str(row["submission_id"]))} for _, row in found]
    return pd.DataFrame(rows, dtype=object)


def table(view: View, agency: str) -> None:
    """The best result of each contest, those of the nation first."""
    found = best(view, agency)
    if found.empty:
        figures.statement(view.t(f"{_PAGE}.best_none"), view.t(f"{_PAGE}.best_none_why"))
        return
    listed = records(found)
    frame = found.assign(
        innovation=[path.title(view, row) for row in listed],
        edition=[view.edition_name(row["edition_id"]) for row in listed],
        stage=[bare(row["stage"]) for row in listed],
    )
    columns = [Column("innovation"), Column("edition"), Column("stage", heading="column.best_stage"),
               Column("rank", "number"), Column("score", "decimal", decimals=2), Column("award")]  # fmt: skip
    columns = [c for c in columns if c.name in {"innovation", "edition", "stage"} or frame[c.name].notna().any()]
    first = records(frame)[0]
    key = "best" if known(listed[0]["innovation"]) else "best_untitled"
    said = view.t(f"{_PAGE}.{key}", innovation=first["innovation"], stage=first["stage"], edition=first["edition"])
    body = tables.table(frame, columns, said, view.lang)
    figures.figure(view, said, None, found, columns, name="terbaik", note=view.t(f"{_PAGE}.best_note"), table=body)


def _awards(view: View, agency: str) -> dict[str, str]:
    won: dict[str, list[str]] = {}
    for row in records(view.ask("awards", competition=None, edition=None, agency=agency)):
        won.setdefault(str(row["submission_id"]), []).append(str(row["award"]))
    return {entry: ", ".join(awards) for entry, awards in won.items()}


def _stages(view: View) -> dict[tuple[str, str], Row]:
    listed = view.listing("stages", government=None, agency=None, competition=None, edition=None, years=None)
    return {(str(row["edition_id"]), str(row["stage_id"])): row for row in records(listed)}
