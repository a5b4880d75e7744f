"""Competitions, editions, stages, entries, results, counts, coverage, targets and awards of a generated world."""

from datetime import date
from random import Random
from typing import Any

from tests.support import world_counts, world_entries
from tests.support.world_places import BOARD, CITY, PROVINCE, REGENCY, Row, source

Tables = dict[str, list[Row]]

COMPETITIONS: list[Row] = [
    {"competition_id": "nas", "type": "contest", "level": "national", "government_id": ""},
    {"competition_id": "lok", "type": "", "level": "local", "government_id": REGENCY},
    {"competition_id": "reg", "type": "register", "level": "local", "government_id": CITY},
    {"competition_id": "pro", "type": "contest", "level": "provincial", "government_id": PROVINCE},
    {"competition_id": "dir", "type": "directory", "level": "national", "government_id": ""},
    {"competition_id": "aw", "type": "award", "level": "national", "government_id": ""},
]
LADDER = [
    ("registered", 0.6),
    ("submitted", 0.85),
    ("administrative", 0.6),
    ("evaluation", 0.3),
    ("shortlist", 0.5),
    ("presentation", 0.4),
    ("field", 0.25),
    ("final", 0.6),
]
GROUPS = ["", "", "", "umum|khusus", "umum|khusus|umum+replikasi"]


def fill(tables: Tables, random: Random, years: tuple[int, ...], as_of: date) -> None:
    """One to three competitions that take entries, sometimes a directory and an award list."""
    chosen = random.sample(COMPETITIONS[:4], random.randint(1, 3))
    chosen += [row for row in COMPETITIONS[4:] if random.random() < 0.25]
    for competition in chosen:
        tables["competitions"].append({**competition, "name": f"Lomba {competition['competition_id']}"})
        for year in years:
            if random.random() < 0.75:
                fill_edition(tables, random, competition, year, as_of)
    fill_policy_references(tables)
    fill_years(tables, random, years)
    fill_targets(tables, random, years)


def fill_edition(tables: Tables, random: Random, competition: Row, year: int, as_of: date) -> None:
    """An edition with its stages and what is known of them."""
    edition: Row = {
        "edition_id": f"{competition['competition_id']}-{year}",
        "competition_id": competition["competition_id"],
        "year": year,
        "closes_on": random.choice(["", str(year), f"{year}-10", f"{year}-09-05"]),
        "source_id": source(random),
    }
    tables["editions"].append(edition)
    stages = make_stages(random, edition, competition)
    tables["stages"] += stages
    world_entries.fill(tables, random, edition, competition, stages)
    world_counts.fill(tables, random, edition, competition, stages)


def make_stages(random: Random, edition: Row, competition: Row) -> list[Row]:
    """Preparation, the ladder of the organiser with splits by group, and planned stages, in order."""
    if competition["type"] == "directory":
        return numbered(random, edition, [{"kind": "registered", "stage_id": "registered"}])
    groups = [group for group in random.choice(GROUPS).split("|") if group]
    drafts: list[Row] = []
    if competition["level"] != "local" and random.random() < 0.4:
        drafts += [{"kind": kind, "stage_id": kind, "government_id": REGENCY} for kind in ("drafted", "verified")]
    for kind, chance in LADDER:
        if random.random() < chance:
            drafts += split(random, kind, groups)
    if random.random() < 0.25:
        drafts.insert(random.randint(0, len(drafts)), {"kind": "evaluation", "stage_id": "plan", "status": "planned"})
    return numbered(random, edition, drafts)


def split(random: Random, kind: str, groups: list[str]) -> list[Row]:
    """One stage for all, or one beside the other for each group."""
    if groups and kind in ("shortlist", "final") and random.random() < 0.7:
        return [{"kind": kind, "stage_id": f"{kind}-{group}", "group": group} for group in groups]
    return [{"kind": kind, "stage_id": kind}]


def numbered(random: Random, edition: Row, drafts: list[Row]) -> list[Row]:
    """The stages with their order, names and days."""
    year = edition["year"]
    return [
        {
            "edition_id": edition["edition_id"],
            "stage_order": order,
            "name": f"Tahap {draft['stage_id']}",
            "status": "held",
            "ends_on": random.choice(["", "", str(year), f"{year}-{min(12, 2 * order):02d}", f"{year}-08-15"]),
            "source_id": source(random),
            **draft,
        }
        for order, draft in enumerate(drafts, start=1)
    ]


def fill_policy_references(tables: Tables) -> None:
    """Policies name only competitions that there are."""
    there = {row["competition_id"] for row in tables["competitions"]}
    for policy in tables["policies"]:
        named = [name for name in policy["competitions_counted"].split("|") if name in there]
        policy["competitions_counted"] = "|".join(named)


def fill_years(tables: Tables, random: Random, years: tuple[int, ...]) -> None:
    """Coverage rows of a year: all that was handed in, or the list of agencies."""
    for government_id in BOARD:
        for year in years:
            for stage_id in ("", "agencies"):
                if random.random() < (0.4 if stage_id else 0.15):
                    extent = random.choice(["complete", "complete", "partial", "none"])
                    tables["coverage"].append(year_row(random, government_id, year, stage_id, extent))


def year_row(random: Random, government_id: str, year: int, stage_id: str, extent: str) -> dict[str, Any]:
    """A coverage row without an edition."""
    return {
        "year": year,
        "stage_id": stage_id,
        "scope_kind": "government",
        "scope_id": government_id,
        "extent": extent,
        "source_id": source(random),
    }


def scopes_of(tables: Tables, edition: Row | None) -> list[tuple[str, str]]:
    """The whole and those to whom the edition is open."""
    owners = {row["competition_id"]: row["government_id"] for row in tables["competitions"] if row["level"] == "local"}
    owner = owners.get(edition["competition_id"]) if edition else None
    return [("all", "all"), *[("government", government_id) for government_id in ([owner] if owner else BOARD)]]


def fill_targets(tables: Tables, random: Random, years: tuple[int, ...]) -> None:
    """Targets for editions and for years; some are a hope without a number."""
    for number in range(1, 7):
        edition = random.choice(tables["editions"]) if tables["editions"] else None
        scope = random.choice(scopes_of(tables, edition))
        metrics = ["submissions", "registered", "submissions", "participation"]
        if edition:
            stages = [row for row in tables["stages"] if row["edition_id"] == edition["edition_id"]]
            metrics += [f"reach:{stage['stage_id']}" for stage in stages if not stage.get("government_id")]
        metric = random.choice(metrics)
        if metric == "participation" or edition is None:
            scope, edition, metric = ("government", random.choice(BOARD)), None, "participation"
        tables["targets"].append(
            {
                "target_id": f"t{number}",
                "scope_kind": scope[0],
                "scope_id": scope[1],
                "year": edition["year"] if edition else random.choice(years),
                "edition_id": edition["edition_id"] if edition else "",
                "metric": metric,
                "comparator": random.choice(["at_least", "exactly", "at_most"]),
                "value": random.choice(["", 0.5, 1]) if metric == "participation" else random.choice(["", 3, 10, 25]),
                "source_id": source(random),
            }
        )
