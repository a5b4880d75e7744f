"""Which agency takes part in which year, so that every state of the compliance board occurs.

`enter`: at least one entry is handed in. `draft`: prepared or registered only. `withdraw`: handed in and taken back.
`none`: nothing. `exempt`: nothing, with a document.
"""

from bench.generator.catalogue import Agency
from bench.generator.sample.world import OPEN_YEAR, World

# Agencies that stay away for years.
QUIET: dict[str, tuple[int, ...]] = {
    "setwan": (*range(2014, 2023), 2025),
    "kesbangpol": tuple(range(2014, 2021)),
    "kec-rawa-seroja": tuple(range(2016, 2022)),
    "kec-teluk-kemuning": tuple(range(2014, 2019)),
    "bpr-kemuning": (2017, 2018, 2019),
    "satpol-pp": (2022, 2023),
}
DRAFTED = {
    ("inspektorat", 2015), ("bkad", 2016), ("bkpsdm", 2018), ("setda", 2019), ("kec-bukit-anggrek", 2020),
    ("bpr-kemuning", 2020), ("inspektorat", 2021), ("kec-melati-raya", 2022), ("setwan", 2023), ("diskan", 2024),
    ("kec-teluk-kemuning", 2025), ("kesbangpol", 2025),
}  # fmt: skip
WITHDRAWN = {("dispusip", 2021), ("dishub", 2023)}
EXEMPT: dict[tuple[str, int], str] = {
    ("rsud-lembah-kenari", 2018): "Rumah sakit baru dibentuk pada tahun berjalan.",
    ("kec-muara-dahlia", 2019): "Kecamatan baru dibentuk pada tahun berjalan.",
    ("dppkb", 2020): "Pegawai ditugaskan penuh pada penanganan wabah.",
    ("bpbd", 2021): "Tanggap darurat banjir.",
    ("tirta-seroja", 2024): "Peralihan badan hukum perusahaan.",
}
# Agencies that never miss a year.
FAITHFUL = {"dinkes", "disdukcapil", "disdikbud", "rsud-tanjung-melati"}


def zeal(agency: Agency, year: int) -> float:
    """Probability of taking part: it grows over the years, with a dip in 2020; less in units and kecamatan."""
    if agency.key in FAITHFUL:
        return 1.0 if year < OPEN_YEAR else 0.8
    base = 0.48 if year == OPEN_YEAR else 0.52 + 0.035 * (year - 2014) - 0.15 * (year == 2020)
    return base * (0.4 if agency.parent else 0.85 if agency.kind in ("kecamatan", "bumd") else 1.0)


def intentions(world: World, agencies: list[Agency], year: int) -> dict[str, str]:
    """Key of each agency in force -> what it does this year. A unit takes part only beside its parent."""
    result: dict[str, str] = {}
    for agency in agencies:
        drawn = "enter" if world.chance(zeal(agency, year)) else "none"
        result[agency.key] = _scripted(agency.key, year) or drawn
        if agency.parent and result[agency.parent] != "enter":
            result[agency.key] = "none"
    return result


def _scripted(key: str, year: int) -> str | None:
    if (key, year) in EXEMPT:
        return "exempt"
    if (key, year) in DRAFTED:
        return "draft"
    if (key, year) in WITHDRAWN:
        return "withdraw"
    return "none" if year in QUIET.get(key, ()) else None
