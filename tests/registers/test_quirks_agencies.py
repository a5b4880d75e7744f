"""Habits of agencies' names: case, log-ins, codes, units and posts for agencies, one agency twice."""

from tests.registers.conftest import Read
from tests.registers.material import Register
from tests.registers.quirk import on_every_file
from tests.registers.reading import Reading

LIST_2016 = "kab-bangka-opd-2016-bagan.csv"


def _made(reading: Reading) -> list[str]:
    """Names of the agencies that would be written."""
    return [str(one["name"]) for one in reading.dry.tables.get("agencies", [])]


def _asked(reading: Reading, row: int) -> bool:
    """Whether a row is held back or asked about."""
    return bool(reading.codes(row))


@on_every_file
def test_upper_case_names(read: Read, register: Register) -> None:
    if register.name == LIST_2016:
        assert read(register).values(13, "agency_id") == ["kab-bangka-dinkes"]
    else:
        assert read(register).cell("C", 19) == "KEPALA DINAS KESEHATAN KABUPATEN BANGKA"
    assert "DINAS KESEHATAN" not in {name.replace("_", " ") for name in _made(read(register))}


@on_every_file
def test_lower_case_names(read: Read, register: Register) -> None:
    assert read(register).values(8, "name") == ["sekretariat DPRD"]


@on_every_file
def test_underscore_for_space(read: Read, register: Register) -> None:
    assert read(register).cell("A", 12) == "DINAS_KEPENDUDUKAN_DAN_CATATAN_SIPIL"
    assert read(register).values(12, "agency_id") == ["kab-bangka-dukcapil-lama"]


@on_every_file
def test_government_behind_name(read: Read, register: Register) -> None:
    if register.name == "contoh-tahapan-kolom.xlsx":
        assert read(register).cell("C", 7) == "Badan Pengelolaan Keuangan dan Aset Daerah Kab. Contoh"
        assert read(register).values(7, "agency_id") == ["kab-contoh-bpkad"]
    else:
        offered = {one.key for issue in read(register).dry.questions for one in issue.suggestions}
        assert not any(key.startswith("kab-bangka-barat") for key in offered)
        assert not any(name.endswith("KABUPATEN BANGKA") for name in _made(read(register)))


@on_every_file
def test_spaces_around(read: Read, register: Register) -> None:
    written = [str(value) for _, row in read(register).all_rows() for value in row.values() if value is not None]
    assert written
    assert [text for text in written if text != text.strip()] == []


@on_every_file
def test_abbreviated_agency(read: Read, register: Register) -> None:
    row, short, agency = {
        "contoh-tahapan-kolom.xlsx": (4, "Dinkes", "kab-contoh-dinkes"),
        "kab-luwu-utara-kipp-2021-hasil.csv": (10, "Diskominfo", "kab-luwu-utara-kominfo"),
        "kab-luwu-utara-kipp-2021-hasil.xlsx": (10, "Diskominfo", "kab-luwu-utara-kominfo"),
    }.get(register.name, (10, "Dinas Kominfo SP", "kab-luwu-utara-kominfo"))
    assert read(register).values(row, "agency_text") == [short]
    assert read(register).values(row, "agency_id") == [agency]


@on_every_file
def test_login_as_agency(read: Read, register: Register) -> None:
    if register.name == "kota-bogor-inovasik-2017-opd.csv":
        assert "kominfo" in _made(read(register)) or _asked(read(register), 52)
    else:
        row = 2
        assert read(register).values(row, "agency_text") in (["iga2025.kabupaten.contoh"], ["dishub"])
        assert read(register).values(row, "agency_id") == []
        assert "unknown_agency" in read(register).codes(row)


@on_every_file
def test_code_as_agency(read: Read, register: Register) -> None:
    assert read(register).cell("B", 2) == "13"
    assert read(register).values(2, "agency_id") == []
    assert read(register).dry.questions


@on_every_file
def test_unit_instead_of_agency(read: Read, register: Register) -> None:
    row, unit = {"contoh-ekspor-indeks.csv": (4, "SMP Contoh 1")}.get(register.name, (7, "Puskesmas Cempaka 1"))
    assert read(register).values(row, "agency_text") == [unit]
    assert read(register).values(row, "agency_id") == []
    assert "unknown_agency" in read(register).codes(row)


@on_every_file
def test_unit_with_parent(read: Read, register: Register) -> None:
    assert read(register).values(11, "agency_text") == ["Dinas Kesehatan / Puskesmas Contoh Utara"]
    assert read(register).values(11, "agency_id") == ["kab-contoh-pkm-utara"]


@on_every_file
def test_same_unit_name_two_parents(read: Read, register: Register) -> None:
    rows = [row for row in read(register).dry.tables["agencies"] if row["name"] == "Sub Bagian Umum"]
    assert len({row["agency_id"] for row in rows}) == 2


@on_every_file
def test_sub_unit_in_agency_list(read: Read, register: Register) -> None:
    if register.name == LIST_2016:
        secretariat = [read(register).resolve(read(register).cell("A", row)) for row in (32, 33, 34)]
        assert secretariat == [None, None, None]
    else:
        sections = {name for name in _made(read(register)) if name.startswith(("Sub Bagian", "Seksi", "Bidang"))}
        kinds = {row["name"]: row.get("kind") for row in read(register).dry.tables["agencies"]}
        assert sections
        assert {kinds[name] for name in sections} <= {"other", None}


@on_every_file
def test_not_an_agency(read: Read, register: Register) -> None:
    row, name = {
        LIST_2016: (5, "BADAN_NARKOTIKA_NASIONAL"),
        "kota-bogor-inovasik-2017-opd.csv": (43, "HIPMI"),
    }.get(register.name, (2, "Walikota"))
    assert name in {read(register).cell(letter, row) for letter in "AB"}
    kinds = [one.get("kind") for one in read(register).at("agencies", row)]
    assert kinds in ([], ["other"], [None]) or _asked(read(register), row)


@on_every_file
def test_test_row(read: Read, register: Register) -> None:
    assert read(register).cell("B", 185) == "wwww"
    assert read(register).dry.outcome == "ask" or read(register).fate(185) == "loaded"


@on_every_file
def test_agency_of_another_government(read: Read, register: Register) -> None:
    assert [read(register).fate(row) for row in (17, 39)] == ["quarantined", "quarantined"]
    assert read(register).codes(17) == {"other_government"}
    assert "Dinas Kesehatan Kabupaten Serang" not in _made(read(register))


@on_every_file
def test_duplicate_agency(read: Read, register: Register) -> None:
    row, name = {"prov-banten-opd.csv": (34, "Badan Perencanaan Pembangunan Daerah")}.get(register.name, (3, "bahu"))
    assert read(register).cell("B", row) == name
    assert _made(read(register)).count(name) <= 1
    assert _asked(read(register), row) or _asked(read(register), row - 1) or _asked(read(register), 30)


@on_every_file
def test_typing_error(read: Read, register: Register) -> None:
    assert read(register).values(39, "name") == ["Seksi Pengelolaan Data dan Introperabilitas"]
