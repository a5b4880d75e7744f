"""The addresses that every page is opened at, and the data a reader can meet there."""

from collections.abc import Mapping

Query = Mapping[str, str]


def _of(government: str, competition: str, edition: str, **more: str) -> Query:
    return {"government": government, "competition": competition, "edition": edition, **more}


NOTHING = "kab-belitung"  # a government of the register that no contest, target or event names
SCOPES: Mapping[str, Query] = {
    "home": {},
    "bangka-2018": _of("kab-bangka", "kipp", "kipp-2018"),
    "bangka-barat-2023": _of("kab-bangka-barat", "kipp", "kipp-2023"),
    "bogor-2017": _of("kota-bogor", "inovasik-kota-bogor", "inovasik-kota-bogor-2017"),
    "magelang-2017": _of("kota-magelang", "krenova-opd-bumd-magelang", "krenova-opd-bumd-magelang-2017"),
    "pekalongan-2019": _of("kab-pekalongan", "kipp-kab-pekalongan", "kipp-kab-pekalongan-2019"),
    "badung-2018": _of("kab-badung", "kipp", "kipp-2018"),
    "luwu-utara-2021": _of("kab-luwu-utara", "kipp-sulsel", "kipp-sulsel-2021"),
    "luwu-utara-years": _of("kab-luwu-utara", "kipp-sulsel", "kipp-sulsel-2021", **{"from": "2018", "to": "2023"}),
    "krenova-jateng-2010": _of("all", "krenova-jateng", "krenova-jateng-2010"),
    "nation-2022": _of("all", "kipp", "kipp-2022"),
    "nation-2024-gap": _of("all", "kipp", "kipp-2025", **{"from": "2023", "to": "2025"}),
    "sample-open-2026": _of("kab-contoh", "lomba-kab-contoh", "lomba-kab-contoh-2026"),
    "sample-presentation": _of("kab-contoh", "kipp-prov-contoh", "kipp-prov-contoh-2023", mode="presentation"),
    "one-agency": _of("kab-bangka", "kipp", "kipp-2018", agency="kab-bangka-dinkes", kinds="dinas"),
    "no-entry-of-a-kind": _of("kab-bangka", "kipp", "kipp-2021", kinds="dinas"),
    "no-data": {"government": NOTHING},
}
# One value per key that names nothing, one that is like a real name and one that would be markup.
NONSENSE: Query = {
    "government": "kab-bangka-brat",
    "competition": "<b>kipp</b>",
    "edition": "kipp-2108",
    "from": "dua ribu",
    "to": "20182",
    "agency": "'; DROP TABLE agencies; --",
    "kinds": "dines,dinas",
    "lang": "fr",
    "mode": "besar",
}
# English is opened on the scopes whose words differ most; the catalogue itself is compared in tests/unit.
ENGLISH = ("home", "luwu-utara-2021", "nation-2022", "sample-open-2026", "no-data")
# Scopes that pages are opened at for their own figures (tests of facts), but whose shape another one has already.
ALIKE = ("badung-2018", "pekalongan-2019", "krenova-jateng-2010", "luwu-utara-years")
EVERY = {**SCOPES, "nonsense": NONSENSE}
VISITS = tuple((name, "id") for name in EVERY if name not in ALIKE) + tuple((name, "en") for name in ENGLISH)
