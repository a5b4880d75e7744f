"""Entries of a generated edition, with their results and awards."""

from random import Random

from tests.support.world_places import BOARD, PROVINCE, Row, source

Tables = dict[str, list[Row]]


def fill(tables: Tables, random: Random, edition: Row, competition: Row, stages: list[Row]) -> None:
    """None to ten entries, each on its way through the stages."""
    local = competition["government_id"] if competition["level"] == "local" else None
    for number in range(1, random.randint(0, 10) + 1):
        government_id = local or random.choice([*BOARD, *BOARD, *BOARD, PROVINCE, ""])
        entry = make_entry(tables, random, edition, government_id, number, stages)
        tables["submissions"].append(entry)
        results = walk(random, entry, stages)
        tables["stage_results"] += results
        if not results and random.random() < 0.4:
            entry["submitted_on"] = f"{edition['year']}-03-01"
        passed = [row for row in results if row["outcome"] == "passed"]
        if passed and random.random() < 0.1:
            prize = random.choice(["", 5_000_000])
            award = {"submission_id": entry["submission_id"], "award": "Terbaik", "prize_idr": prize}
            tables["awards"].append({**award, "source_id": source(random)})


def make_entry(tables: Tables, random: Random, edition: Row, government_id: str, number: int, stages: list[Row]) -> Row:
    """One entry: of a known innovation, with a title only, or with neither; its agency in some spelling or blank."""
    entry: Row = {
        "submission_id": f"{edition['edition_id']}-{number:02d}",
        "edition_id": edition["edition_id"],
        "government_id": government_id,
        "agency": spelling(tables, random, government_id),
        "group": random.choice(["", "umum", "khusus", "replikasi"]) if any(s.get("group") for s in stages) else "",
        "category": random.choice(["", "", "tata kelola"]),
        "source_id": source(random),
    }
    known = [row for row in tables["innovations"] if row["government_id"] == government_id]
    kind = random.random()
    if known and kind < 0.6:
        innovation = random.choice(known)
        entry.update(innovation_id=innovation["innovation_id"], innovation=innovation["name"])
    elif kind < 0.9:
        titles = [f"Judul {random.randint(1, 4)}", f"  JUDUL, {random.randint(1, 4)}!"]
        titles += [row["name"].upper() for row in known[:1]]
        entry["innovation"] = random.choice(titles)
    else:
        entry["note"] = "title not reported"
    return entry


def spelling(tables: Tables, random: Random, government_id: str) -> str:
    """An agency's name as a register might write it."""
    agencies = [row for row in tables["agencies"] if row["government_id"] == government_id]
    if not agencies or random.random() < 0.15:
        return random.choice(["", "", "Dinas Antah Berantah"])
    agency = random.choice(agencies)
    government = next(row["name"] for row in tables["governments"] if row["government_id"] == government_id)
    name: str = agency["name"]
    aliases = [alias["alias"] for alias in tables["aliases"] if alias["agency_id"] == agency["agency_id"]]
    spellings = [
        name,
        name,
        name.upper(),
        name.replace(" dan ", " & "),
        name.replace(" & ", " dan "),
        f"{name}  {government}",
        agency["short_name"] or name,
        (agency["aliases"] or name).split("|")[0],
        *aliases,
    ]
    return str(random.choice(spellings))


def walk(random: Random, entry: Row, stages: list[Row]) -> list[Row]:
    """Results up to where the entry stops, with gaps where no source tells."""
    results: list[Row] = []
    for stage in stages:
        if not concerns(entry, stage) or random.random() < 0.2:
            continue
        if random.random() < 0.1:
            break
        outcome = random.choices(
            ["passed", "failed", "pending", "withdrawn", "unknown"], weights=[70, 14, 5, 5, 6], k=1
        )[0]
        results.append(result(random, entry, stage, outcome))
        if outcome != "passed":
            break
    return results


def concerns(entry: Row, stage: Row) -> bool:
    """True if an entry may have a result at a stage: held, of its government, of its group."""
    if stage["status"] == "planned" or stage.get("government_id", "") not in ("", entry["government_id"]):
        return False
    group = stage.get("group", "")
    return not group or entry["group"] in group.split("+")


def result(random: Random, entry: Row, stage: Row, outcome: str) -> Row:
    """A result row, sometimes with a rank or a score."""
    return {
        "submission_id": entry["submission_id"],
        "stage_id": stage["stage_id"],
        "outcome": outcome,
        "rank": random.choice(["", "", random.randint(1, 9)]),
        "score": random.choice(["", "", random.randint(500, 990) / 10]),
        "source_id": source(random),
    }
