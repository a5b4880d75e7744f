"""Sources, governments, agencies, policies, innovations and exemptions of a generated world."""

from random import Random
from typing import Any

Row = dict[str, Any]
Tables = dict[str, list[Row]]

GRADES = ("official", "register", "press", "own")
PROVINCE, REGENCY, CITY = "prov-utara", "kab-alun", "kota-bari"
BOARD = (REGENCY, CITY)
NAMES = {
    "dinas": ["Dinas Kesehatan", "Dinas Sosial dan Desa", "Dinas Kominfo, Statistik & Sandi", "Dinas Perikanan"],
    "badan": ["Badan Perencanaan Daerah", "Badan Keuangan"],
    "sekretariat": ["Sekretariat Daerah"],
    "kecamatan": ["Kecamatan Hulu", "Kecamatan Hilir"],
    "rsud": ["RSUD Sehat"],
    "bumd": ["Perumda Air Minum"],
}
UNITS = {"puskesmas": ["Puskesmas Hulu", "Puskesmas Hilir"], "upt": ["UPT Laboratorium"]}


def fill(tables: Tables, random: Random, years: tuple[int, ...]) -> None:
    """Everything that does not hang on an edition."""
    tables["sources"] = [
        {
            "source_id": f"s{number}",
            "title": f"Source {number}",
            "published_on": f"{random.choice(years)}-{number:02d}-{10 + number}",
            "grade": random.choice(GRADES),
        }
        for number in range(1, 10)
    ]
    tables["governments"] = [
        {"government_id": PROVINCE, "name": "Provinsi Utara", "level": "province", "province": "Utara"},
        {
            "government_id": REGENCY,
            "name": "Kabupaten Alun",
            "level": "regency",
            "province": "Utara",
            "parent_id": PROVINCE,
        },
        {"government_id": CITY, "name": "Kota Bari", "level": "city", "province": "Utara", "parent_id": PROVINCE},
    ]
    for government_id in BOARD:
        fill_agencies(tables, random, government_id, years)
        fill_innovations(tables, random, government_id)
    fill_policies(tables, random, years)
    for agency in tables["agencies"]:
        for year in years:
            if random.random() < 0.06:
                row = {"agency_id": agency["agency_id"], "year": year, "reason": "by letter", "source_id": "s1"}
                tables["exemptions"].append(row)


def source(random: Random) -> str:
    """Any source."""
    return f"s{random.randint(1, 9)}"


def fill_agencies(tables: Tables, random: Random, government_id: str, years: tuple[int, ...]) -> None:
    """Three to eight agencies: units under a parent, a merger, undated ones, ones seen late."""
    named = [(kind, name) for kind, names in NAMES.items() for name in names]
    chosen = random.sample(named, random.randint(3, 6))
    made = [agency(random, government_id, kind, name, years) for kind, name in chosen]
    for kind, names in UNITS.items():
        if random.random() < 0.6:
            unit = agency(random, government_id, kind, random.choice(names), years)
            unit["parent_id"] = random.choice(made)["agency_id"]
            made.append(unit)
    if random.random() < 0.6:
        made.append(predecessor(random, government_id, made[0], years))
    tables["agencies"] += made
    if random.random() < 0.5:
        confirmed = {"government_id": government_id, "alias": "Nama Lama", "agency_id": made[0]["agency_id"]}
        tables["aliases"].append({**confirmed, "by": "clerk", "on_date": "2021-01-02"})


def agency(random: Random, government_id: str, kind: str, name: str, years: tuple[int, ...]) -> Row:
    """One agency; most have no dates at all."""
    words = name.split()
    row: Row = {
        "agency_id": f"{government_id}-{'-'.join(words).lower().replace(',', '').replace('&', 'n')}",
        "government_id": government_id,
        "name": name,
        "short_name": words[-1] + words[0][:2] if random.random() < 0.6 else "",
        "kind": kind,
        "aliases": f"Unit {name}|{''.join(word[0] for word in words)}X{words[-1]}" if random.random() < 0.4 else "",
        "source_id": source(random),
    }
    if random.random() < 0.25:
        row["valid_from"] = random.choice([f"{random.choice(years)}-01-01", str(random.choice(years))])
    if random.random() < 0.15:
        row["valid_to"] = f"{random.choice(years)}-12-31"
    if random.random() < 0.4:
        row["first_seen"] = random.choice([str(random.choice(years)), f"{random.choice(years)}-05"])
        row["last_seen"] = str(years[-1])
    return row


def predecessor(random: Random, government_id: str, successor: Row, years: tuple[int, ...]) -> Row:
    """An agency that became another: the day known, or only when it was last seen, or neither."""
    row = agency(random, government_id, successor["kind"], f"Kantor {successor['name']}", years)
    row.update(succeeded_by=successor["agency_id"], valid_from="", valid_to="", first_seen="", last_seen="")
    known = random.choice(["day", "seen", "nothing"])
    if known == "day":
        row["valid_to"] = f"{years[0]}-12-31"
    elif known == "seen":
        row["last_seen"] = random.choice([str(years[0]), f"{years[1]}-03"])
    return row


def fill_innovations(tables: Tables, random: Random, government_id: str) -> None:
    """A few innovations, some of a named agency."""
    agencies = [row["agency_id"] for row in tables["agencies"] if row["government_id"] == government_id]
    for number in range(1, 7):
        tables["innovations"].append(
            {
                "innovation_id": f"{government_id}-i{number}",
                "government_id": government_id,
                "agency_id": random.choice(agencies) if random.random() < 0.5 else "",
                "name": f"Inovasi {number} {government_id}",
                "source_id": source(random),
            }
        )


def fill_policies(tables: Tables, random: Random, years: tuple[int, ...]) -> None:
    """Rows of governments and of the nation, with blanks."""
    for government_id in (*BOARD, ""):
        for year in years:
            if random.random() < 0.35:
                tables["policies"].append(
                    {
                        "government_id": government_id,
                        "year": year,
                        "kinds_counted": random.choice(["", "", "dinas|badan|puskesmas", "dinas|bumd|kecamatan|upt"]),
                        "roll_up": random.choice(["", "true", "false"]),
                        "minimum_per_agency": random.choice(["", 1, 2]),
                        "competitions_counted": random.choice(["", "", "nas", "nas|lok", "reg"]),
                        "source_id": source(random),
                    }
                )
