"""The input tables: their columns in order, rows kept in memory, files written with fixed bytes."""

import csv
import datetime as dt
from pathlib import Path

Cell = str | int | float | bool | dt.date | None

# As in data/history; the last six are tables that the history has no rows for.
COLUMNS: dict[str, tuple[str, ...]] = {
    table: tuple(columns.split())
    for table, columns in {
        "sources": "source_id title publisher published_on url grade",
        "governments": "government_id name level region_code province parent_id",
        "agencies": "agency_id government_id code name short_name kind parent_id valid_from valid_to first_seen"
        " last_seen succeeded_by aliases source_id note",
        "competitions": "competition_id name type level organiser government_id",
        "editions": "edition_id competition_id year theme legal_basis opens_on closes_on source_id note",
        "stages": "edition_id stage_id stage_order kind name group government_id status quota starts_on ends_on"
        " source_id note",
        "innovations": "innovation_id government_id agency_id name summary form type affair started_on flagship"
        " successor_of source_id note",
        "submissions": "submission_id edition_id innovation_id innovation government_id agency category group"
        " flagship submitted_on source_id note",
        "stage_results": "submission_id stage_id outcome rank score decided_on source_id note",
        "reported_counts": "edition_id stage_id scope_kind scope_id group category measure comparator value"
        " preferred source_id note",
        "coverage": "edition_id year stage_id scope_kind scope_id extent source_id note",
        "targets": "target_id scope_kind scope_id year edition_id metric comparator value set_on set_by source_id note",
        "policies": "government_id year kinds_counted roll_up minimum_per_agency competitions_counted source_id note",
        "rules": "edition_id rule_id applies_to value unit source_id note",
        "events": "event_id government_id edition_id kind on_date participants source_id note",
        "awards": "submission_id award prize_idr source_id",
        "incentives": "incentive_id edition_id government_id fiscal_year kind amount_min_idr amount_max_idr unit"
        " source_id note",
        "intake_progress": "edition_id stage_id as_of scope_kind scope_id group value source_id note",
        "government_results": "edition_id government_id rank score category source_id note",
        "exemptions": "agency_id year reason source_id",
        "meetings": "meeting_id government_id on_date place kind note",
        "decisions": "decision_id government_id meeting_id text owner due_on done_on",
        "replies": "reply_id agency_id year text reference by on_date",
        "aliases": "government_id alias agency_id by on_date",
        "settings": "government_id key value",
    }.items()
}


def text(cell: Cell) -> str:
    """A cell as it stands in a file: blank for None, `true`/`false`, ISO dates."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return cell.isoformat() if isinstance(cell, dt.date) else str(cell)


class Tables:
    """Rows of several tables, in the order in which they were added."""

    def __init__(self) -> None:
        self.rows: dict[str, list[list[str]]] = {}

    def add(self, table: str, **cells: Cell) -> None:
        """Add one row; absent columns are blank. KeyError for a column that the table does not have."""
        unknown = cells.keys() - set(COLUMNS[table])
        if unknown:
            raise KeyError(f"{table} has no column {', '.join(sorted(unknown))}")
        self.rows.setdefault(table, []).append([text(cells.get(column)) for column in COLUMNS[table]])

    def write(self, folder: Path) -> dict[str, int]:
        """Write one CSV per table that has rows; returns the number of rows per table."""
        folder.mkdir(parents=True, exist_ok=True)
        for table, rows in self.rows.items():
            with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
                writer = csv.writer(file, lineterminator="\n")
                writer.writerow(COLUMNS[table])
                writer.writerows(rows)
        return {table: len(rows) for table, rows in self.rows.items()}


def write_card(folder: Path, title: str, seed: int, size: str) -> None:
    """Write `dataset.toml`, the card that marks the folder as sample data."""
    lines = [
        "# Card of this data set. Generated; nothing in it is real.",
        f'title = "{title}"',
        'publisher = "Dibuat oleh bench.generator; bukan data pemerintah mana pun"',
        'kind = "sample"',
        'language = "id"',
        f'generated_by = "python -m bench.generator --size {size} --seed {seed}"',
    ]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "dataset.toml").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
