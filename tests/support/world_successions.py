"""Mergers, splits, chains and circles of agencies for a generated world that has few of its own."""

from random import Random

from tests.support.world_places import BOARD, Row

Tables = dict[str, list[Row]]


def add(tables: Tables, random: Random, years: tuple[int, ...]) -> None:
    """Let about half of each government's agencies have successors, whose first day is known; ends may overlap it."""
    for government_id in BOARD:
        agencies = [row for row in tables["agencies"] if row["government_id"] == government_id]
        for agency in random.sample(agencies, len(agencies) // 2):
            others = [row for row in agencies if row is not agency]
            after = random.sample(others, min(len(others), random.choice([1, 1, 2])))
            agency["succeeded_by"] = "|".join(row["agency_id"] for row in after)
            year = random.choice(years)
            agency.update(random.choice([{"valid_to": f"{year}-12-31"}, {"last_seen": str(year), "valid_to": ""}]))
            for row in after:
                row["valid_from"] = f"{year + random.choice([0, 1, 1])}-01-01"
        bound = {name for row in agencies for name in (row.get("succeeded_by") or "").split("|") if name}
        for row in agencies:
            if row["agency_id"] in bound and not row.get("valid_from"):
                row["valid_from"] = f"{years[0]}-01-01"
