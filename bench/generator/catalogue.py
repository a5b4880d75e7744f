"""The agencies of an invented regency: who exists when, and how large its appetite for contests is."""

import datetime as dt
from typing import NamedTuple


class Agency(NamedTuple):
    """`since` and `until` are whole years; `weight` is the mean number of entries in a year in which it takes part."""

    key: str
    name: str
    short: str
    kind: str
    subject: str
    weight: float = 1.4
    since: int = 2010
    until: int | None = None
    succeeded_by: str = ""
    parent: str = ""
    note: str = ""

    def in_force(self, year: int) -> bool:
        return self.since <= year and (self.until is None or year <= self.until)

    @property
    def valid_from(self) -> dt.date:
        return dt.date(self.since, 1, 1)

    @property
    def valid_to(self) -> dt.date | None:
        return None if self.until is None else dt.date(self.until, 12, 31)


_OFFICES = (
    Agency("setda", "Sekretariat Daerah", "Setda", "sekretariat", "governance"),
    Agency("setwan", "Sekretariat DPRD", "Setwan", "sekretariat", "governance", 1.0),
    Agency("inspektorat", "Inspektorat Daerah", "Inspektorat", "inspektorat", "oversight", 1.1),
    Agency("satpol-pp", "Satuan Polisi Pamong Praja", "Satpol PP", "satpol", "order", 1.2),
    Agency("bkad", "Badan Keuangan dan Aset Daerah", "BKAD", "badan", "finance", 1.2),
    Agency("bapenda", "Badan Pendapatan Daerah", "Bapenda", "badan", "finance", 1.5),
    Agency("bkpsdm", "Badan Kepegawaian dan Pengembangan SDM", "BKPSDM", "badan", "staff", 1.2),
    Agency("kesbangpol", "Badan Kesatuan Bangsa dan Politik", "Kesbangpol", "badan", "order", 1.0),
    Agency("bpbd", "Badan Penanggulangan Bencana Daerah", "BPBD", "badan", "disaster", 1.3),
)

_SERVICES = (
    Agency("disdikbud", "Dinas Pendidikan dan Kebudayaan", "Disdikbud", "dinas", "education", 3.0),
    Agency("dinkes", "Dinas Kesehatan", "Dinkes", "dinas", "health", 3.2),
    Agency("dpupr", "Dinas Pekerjaan Umum dan Penataan Ruang", "DPUPR", "dinas", "works", 1.6),
    Agency("disperkim", "Dinas Perumahan Rakyat dan Kawasan Permukiman", "Disperkim", "dinas", "housing"),
    Agency("disdukcapil", "Dinas Kependudukan dan Pencatatan Sipil", "Disdukcapil", "dinas", "registry", 2.4),
    Agency("diskominfo", "Dinas Komunikasi dan Informatika", "Diskominfo", "dinas", "digital", 2.0),
    Agency("dpmptsp", "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu", "DPMPTSP", "dinas", "permits", 1.8),
    Agency("dishub", "Dinas Perhubungan", "Dishub", "dinas", "transport", 1.3),
    Agency("dlh", "Dinas Lingkungan Hidup", "DLH", "dinas", "environment", 1.7),
    Agency("diskan", "Dinas Perikanan", "Diskan", "dinas", "fishery", 1.3),
    Agency("disdagkop", "Dinas Perdagangan dan Koperasi", "Disdagkop", "dinas", "trade", 1.6),
    Agency("disnakerin", "Dinas Tenaga Kerja dan Perindustrian", "Disnakerin", "dinas", "labour", 1.4),
    Agency("disparpora", "Dinas Pariwisata Pemuda dan Olahraga", "Disparpora", "dinas", "tourism", 1.4),
    Agency("dispusip", "Dinas Perpustakaan dan Kearsipan", "Dispusip", "dinas", "library", 1.3),
    Agency("dppkb", "Dinas Pengendalian Penduduk dan Keluarga Berencana", "DPPKB", "dinas", "family", 1.5),
)

_REFORMS = (
    Agency("dinsospmd", "Dinas Sosial dan Pemberdayaan Masyarakat Desa", "Dinsos PMD", "dinas", "social", 1.6,
           until=2016, succeeded_by="dinsos|dpmd", note="Dipecah menjadi dua dinas."),
    Agency("dinsos", "Dinas Sosial", "Dinsos", "dinas", "social", 1.5, since=2017),
    Agency("dpmd", "Dinas Pemberdayaan Masyarakat dan Desa", "DPMD", "dinas", "village", 1.5, since=2017),
    Agency("distan", "Dinas Pertanian", "Distan", "dinas", "farming", 1.5, until=2019, succeeded_by="dkpp",
           note="Digabung."),
    Agency("disketapang", "Dinas Ketahanan Pangan", "Disketapang", "dinas", "food", 1.2, until=2019,
           succeeded_by="dkpp", note="Digabung."),
    Agency("dkpp", "Dinas Ketahanan Pangan dan Pertanian", "DKPP", "dinas", "farming", 1.9, since=2020,
           note="Gabungan Dinas Pertanian dan Dinas Ketahanan Pangan."),
    Agency("bappeda", "Badan Perencanaan Pembangunan Daerah", "Bappeda", "badan", "planning", 1.3, until=2022,
           succeeded_by="bapperida", note="Berganti nama."),
    Agency("bapperida", "Badan Perencanaan Pembangunan Riset dan Inovasi Daerah", "Bapperida", "badan", "planning",
           1.5, since=2023, note="Nama baru Badan Perencanaan Pembangunan Daerah."),
)  # fmt: skip

_HOSPITALS_AND_COMPANIES = (
    Agency("rsud-tanjung-melati", "RSUD Tanjung Melati", "RSUD TM", "rsud", "hospital", 1.8),
    Agency("rsud-lembah-kenari", "RSUD Pratama Lembah Kenari", "RSUD LK", "rsud", "hospital", 1.2, since=2018),
    Agency("tirta-seroja", "Perumda Air Minum Tirta Seroja", "Tirta Seroja", "bumd", "water", 1.2),
    Agency("bpr-kemuning", "Perumda BPR Kemuning Sejahtera", "BPR Kemuning", "bumd", "banking", 1.0, since=2016),
)

_SUBDISTRICTS = tuple(
    Agency(f"kec-{place.lower().replace(' ', '-')}", f"Kecamatan {place}", f"Kec. {place}", "kecamatan",
           "subdistrict", 1.1, since=since)
    for place, since in (
        ("Melati Raya", 2010),
        ("Kenari Hulu", 2010),
        ("Tanjung Cempaka", 2010),
        ("Pandan Wangi Ilir", 2010),
        ("Bukit Anggrek", 2010),
        ("Teluk Kemuning", 2010),
        ("Rawa Seroja", 2010),
        ("Muara Dahlia", 2019),
    )
)  # fmt: skip

_UNITS = (
    Agency("pkm-melati-raya", "Puskesmas Melati Raya", "PKM Melati Raya", "puskesmas", "health", parent="dinkes"),
    Agency("pkm-kenari-hulu", "Puskesmas Kenari Hulu", "PKM Kenari Hulu", "puskesmas", "health", parent="dinkes"),
    Agency("pkm-bukit-anggrek", "Puskesmas Bukit Anggrek", "PKM Bukit Anggrek", "puskesmas", "health",
           parent="dinkes"),
    Agency("pkm-muara-dahlia", "Puskesmas Muara Dahlia", "PKM Muara Dahlia", "puskesmas", "health", since=2019,
           parent="dinkes"),
    Agency("upt-uji-kendaraan", "UPT Pengujian Kendaraan Bermotor", "UPT PKB", "upt", "transport", 1.0,
           parent="dishub"),
    Agency("upt-lab-lingkungan", "UPT Laboratorium Lingkungan", "UPT Lab", "upt", "environment", 1.0, since=2016,
           parent="dlh"),
    Agency("upt-metrologi", "UPT Metrologi Legal", "UPT Metrologi", "upt", "trade", 1.0, since=2017,
           parent="disdagkop"),
)  # fmt: skip

AGENCIES: tuple[Agency, ...] = (
    *_OFFICES, *_SERVICES, *_REFORMS, *_HOSPITALS_AND_COMPANIES, *_SUBDISTRICTS, *_UNITS,
)  # fmt: skip
BY_KEY: dict[str, Agency] = {agency.key: agency for agency in AGENCIES}


def in_force(year: int) -> list[Agency]:
    """Agencies and units that exist in `year`, in the order of the catalogue."""
    return [agency for agency in AGENCIES if agency.in_force(year)]


def successor_in(key: str, year: int) -> str:
    """The agency that carries on the work of `key` in `year`: itself, or its (first) successor in force."""
    while not BY_KEY[key].in_force(year) and BY_KEY[key].succeeded_by:
        key = BY_KEY[key].succeeded_by.split("|")[0]
    return key
