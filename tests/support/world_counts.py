"""Published counts and coverage of a generated edition."""

from random import Random

from tests.support.world_places import BOARD, Row, source

Tables = dict[str, list[Row]]
Scope = tuple[str, str]

EXTENTS = ["complete", "complete", "passed_only", "partial", "none"]
BREAKDOWNS: list[Scope] = [("level", "regency"), ("level", "province+city"), ("province", "prov-utara")]


def fill(tables: Tables, random: Random, edition: Row, competition: Row, stages: list[Row]) -> None:
    """Coverage and counts for the scopes of an edition; a local one speaks of the whole or of its owner, not both."""
    whole: Scope = ("all", "all")
    if competition["level"] == "local":
        owner: Scope = ("government", competition["government_id"])
        scopes = [random.choice([whole, owner])]
        inside = scopes_of_agencies(tables, [competition["government_id"]])
    else:
        scopes = [whole, *[("government", government_id) for government_id in BOARD]]
        inside = scopes_of_agencies(tables, list(BOARD))
    scopes += random.sample(inside, min(2, len(inside)))
    for scope in scopes:
        fill_coverage(tables, random, stages, scope)
        fill_totals(tables, random, stages, scope, chance=0.5 if scope == whole else 0.25)
    if competition["level"] == "national":
        for scope in BREAKDOWNS:
            fill_totals(tables, random, stages, scope, chance=0.2)


def scopes_of_agencies(tables: Tables, government_ids: list[str]) -> list[Scope]:
    """The agencies of some governments as scopes."""
    return [("agency", row["agency_id"]) for row in tables["agencies"] if row["government_id"] in government_ids]


def concerns(tables: Tables, stage: Row, scope: Scope) -> bool:
    """A preparation stage is spoken of only for its government and its agencies."""
    government_id = stage.get("government_id", "")
    owners = {row["agency_id"]: row["government_id"] for row in tables["agencies"]}
    return not government_id or government_id in (scope[1], owners.get(scope[1]))


def fill_coverage(tables: Tables, random: Random, stages: list[Row], scope: Scope) -> None:
    """What is said of some stages; agencies are seldom spoken of."""
    chance = 0.15 if scope[0] == "agency" else 0.5
    for stage in stages:
        if concerns(tables, stage, scope) and random.random() < chance:
            extent = "none" if stage["status"] == "planned" else random.choice(EXTENTS)
            tables["coverage"].append({**place(stage, scope), "extent": extent, "source_id": source(random)})


def place(stage: Row, scope: Scope) -> Row:
    """The key of a statement on a stage and a scope."""
    return {
        "edition_id": stage["edition_id"],
        "stage_id": stage["stage_id"],
        "scope_kind": scope[0],
        "scope_id": scope[1],
    }


def fill_totals(tables: Tables, random: Random, stages: list[Row], scope: Scope, chance: float) -> None:
    """Totals that fall from stage to stage, with rivals, parts by group and by category, and other measures."""
    value = random.randint(20, 60)
    for stage in stages:
        if stage["status"] == "planned" or not concerns(tables, stage, scope):
            continue
        value = max(1, int(value * random.uniform(0.4, 1.0)))
        if random.random() < chance:
            comparator = random.choices(["=", "~", ">="], weights=[8, 1, 1], k=1)[0]
            add(tables, random, stage, scope, value=value, comparator=comparator)
            fill_rivals(tables, random, stage, scope, value)
        if not stage.get("group") and random.random() < chance / 2:
            for group in ("umum", "khusus"):
                add(tables, random, stage, scope, value=max(1, value // 2), group=group)
        fill_sideshow(tables, random, stage, scope, value)


def fill_rivals(tables: Tables, random: Random, stage: Row, scope: Scope, value: int) -> None:
    """A second source that says something else; sometimes one of the two is preferred."""
    if random.random() < 0.25:
        first = tables["reported_counts"][-1]
        rival = add(tables, random, stage, scope, value=value + random.randint(0, 3), unlike=first["source_id"])
        preferred = random.choice([None, None, first, rival])
        if preferred:
            preferred["preferred"] = "true"


def fill_sideshow(tables: Tables, random: Random, stage: Row, scope: Scope, value: int) -> None:
    """Counts that enter no rate: other measures, categories, and where entries stopped."""
    if random.random() < 0.08:
        add(tables, random, stage, scope, value=7, measure="agencies")
    if random.random() < 0.08:
        add(tables, random, stage, scope, value=value // 2, category="bidang: kesehatan")
    if stage["kind"] == "registered" and random.random() < 0.3:
        add(tables, random, stage, scope, value=value // 3, category="berhenti: unit layanan")


def add(tables: Tables, random: Random, stage: Row, scope: Scope, unlike: str = "", **cells: object) -> Row:
    """A row of reported_counts; rivals have sources of their own."""
    source_id = source(random)
    while source_id == unlike:
        source_id = source(random)
    row: Row = {"measure": "entries", "comparator": "=", **place(stage, scope), **cells, "source_id": source_id}
    tables["reported_counts"].append(row)
    return row
