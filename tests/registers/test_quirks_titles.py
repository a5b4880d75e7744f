"""Habits of titles (spellings, doubles, quotes, very short ones) and of what the figures mean."""

from tests.registers.conftest import Read
from tests.registers.material import Register
from tests.registers.quirk import on_every_file
from tests.registers.reading import Reading


def _outcomes(reading: Reading, stage: str) -> list[str | None]:
    """Outcomes at one stage, in order."""
    return [one["outcome"] for one in reading.dry.tables.get("stage_results", []) if one["stage_id"] == stage]


@on_every_file
def test_spelling_variants(read: Read, register: Register) -> None:
    assert read(register).titles(8) == ["Japri Ka Boss"]
    assert len(read(register).titles()) == 10


@on_every_file
def test_same_title_twice(read: Read, register: Register) -> None:
    if register.name == "contoh-ekspor-indeks.csv":
        assert read(register).fate(5) in ("quarantined", "duplicate") or "possible_duplicate" in read(register).codes(5)
    else:
        assert [read(register).titles(row) for row in (6, 22)] == [["SILAK"], ["SIlak"]]
        assert "possible_duplicate" in read(register).codes(22)


@on_every_file
def test_same_entry_in_two_groups(read: Read, register: Register) -> None:
    cells = [f"{read(register).sheet}!B{row}" for row in (23, 24)]
    assert [cell for cell in cells if not read(register).listed(cell)] == []
    assert [read(register).titles(row) for row in (23, 24)] == [[], []]
    assert len(read(register).dry.tables["submissions"]) == 18


@on_every_file
def test_same_innovation_two_years(read: Read, register: Register) -> None:
    assert [("Pelita Si Abah".lower() in read(register).cell("B", row).lower()) for row in (4, 11)] == [True, True]
    assert read(register).dry.tables.get("submissions", []) == []


@on_every_file
def test_curly_quotes(read: Read, register: Register) -> None:
    assert read(register).titles(19)[0] == read(register).cell("B", 19)
    assert str(read(register).titles(19)[0]).startswith("‘Mixer Kompos Try in One’")


@on_every_file
def test_odd_quotes(read: Read, register: Register) -> None:
    assert read(register).titles(10) == ["Pengolahan Garam Bersih Menggunakan Teknologi N”FILLADS”"]


@on_every_file
def test_open_bracket(read: Read, register: Register) -> None:
    assert read(register).titles(11) == ["SIPERI ( Sistem pengendalian Rekomendasi izin"]


@on_every_file
def test_apostrophe(read: Read, register: Register) -> None:
    assert read(register).titles(5) == ["Japri'ka Bos"]


@on_every_file
def test_short_title(read: Read, register: Register) -> None:
    row, title = {
        "kab-luwu-utara-kipp-2021-presentasi.csv": (17, "SIM B"),
        "kota-bogor-inovasik-2017-inovasi.csv": (23, "PR2"),
    }.get(register.name, (7, "KKT (Komunitas Kelas Terindah)"))
    assert read(register).titles(row) == [title]


@on_every_file
def test_very_short_title(read: Read, register: Register) -> None:
    assert read(register).titles(5) == ["organik"]


@on_every_file
def test_title_contains_agency(read: Read, register: Register) -> None:
    assert "Dinas Lingkungan Hidup" in read(register).cell("B", 4)
    assert not any(row.get("agency_id") for _, row in read(register).all_rows())
    assert read(register).dry.tables.get("agencies", []) == []


@on_every_file
def test_winners_only(read: Read, register: Register) -> None:
    outcomes = {one["outcome"] for one in read(register).dry.tables.get("stage_results", [])}
    assert outcomes <= {"passed"}
    extents = {one["extent"] for one in read(register).dry.tables.get("coverage", [])}
    assert "complete" not in extents
    assert not any(one.get("rank") for one in read(register).dry.tables.get("stage_results", []))


@on_every_file
def test_incomplete_list(read: Read, register: Register) -> None:
    assert "42 inovasi" in read(register).cell("A", 1)
    assert not any(row.get("value") == "42" for _, row in read(register).all_rows())
    assert {one["extent"] for one in read(register).dry.tables.get("coverage", [])} <= {"partial", "passed_only"}


@on_every_file
def test_counts_not_entries(read: Read, register: Register) -> None:
    assert read(register).dry.tables.get("submissions", []) == []
    assert read(register).dry.outcome == "ask" or read(register).dry.tables["reported_counts"]


@on_every_file
def test_stages_as_columns(read: Read, register: Register) -> None:
    assert read(register).values(3, "value:registered") == ["46"] or read(register).values(3, "value:intake") == ["46"]
    assert read(register).values(3, "value:administrative") == ["32"]


@on_every_file
def test_stages_as_rows(read: Read, register: Register) -> None:
    stages = {row: [one["stage_id"] for one in read(register).at("reported_counts", row)] for row in (3, 4, 5)}
    assert stages == {3: ["intake"], 4: ["administrative"], 5: ["presentation"]}


@on_every_file
def test_target_column(read: Read, register: Register) -> None:
    assert read(register).cell("D", 4) == "30"
    assert "30" not in [row.get("value") for row in read(register).dry.tables.get("reported_counts", [])]
    assert read(register).dry.tables.get("targets", []) == []


@on_every_file
def test_stage_columns(read: Read, register: Register) -> None:
    expected = {"contoh-tahapan-kolom.xlsx": ("administrative", 6), "2021": ("top30", 2), "2022": ("top30", 1)}
    stage, passed = next(value for key, value in expected.items() if key in register.name)
    assert _outcomes(read(register), stage).count("passed") == passed


@on_every_file
def test_tick_marks(read: Read, register: Register) -> None:
    assert [read(register).cell("E", row) for row in (4, 5, 8)] == ["✓", "v", "x"]
    got = [read(register).values(row, "outcome:presentation") for row in (4, 5, 8)]
    assert got == [["passed"], ["passed"], ["failed"]]


@on_every_file
def test_date_means_passed(read: Read, register: Register) -> None:
    assert read(register).values(6, "outcome:presentation") == ["passed"]
    assert read(register).values(6, "decided_on:presentation") == ["2025-05-06"]


@on_every_file
def test_score_in_stage_column(read: Read, register: Register) -> None:
    assert [float(str(one)) for one in read(register).values(7, "score:presentation")] == [78.0]
    assert read(register).values(7, "outcome:presentation") in ([], ["pending"], ["unknown"])


@on_every_file
def test_dash_as_not_passed(read: Read, register: Register) -> None:
    row, stage = (4, "top30")
    assert read(register).cell(register.column(f"outcome:{stage}"), row) == "-"
    assert read(register).values(row, f"outcome:{stage}") in ([], ["failed"])


@on_every_file
def test_empty_stage_cell(read: Read, register: Register) -> None:
    row, stages = {"contoh-tahapan-kolom.xlsx": (9, ("presentation", "top7"))}.get(
        register.name, (13, ("top50", "top30"))
    )
    assert [read(register).values(row, f"outcome:{stage}") for stage in stages] == [[], []]


@on_every_file
def test_withdrawn(read: Read, register: Register) -> None:
    assert read(register).values(11, "outcome:presentation") == ["withdrawn"]


@on_every_file
def test_rank(read: Read, register: Register) -> None:
    assert [read(register).values(row, "rank") for row in range(3, 13)] == [[str(rank)] for rank in range(1, 11)]


@on_every_file
def test_tied_ranks(read: Read, register: Register) -> None:
    assert [read(register).values(row, "rank") for row in (4, 5, 6, 7)] == [["1"], ["2"], ["2"], []]


@on_every_file
def test_register_not_contest(read: Read, register: Register) -> None:
    assert read(register).dry.tables.get("submissions", []) == []
    assert read(register).dry.outcome == "ask" or read(register).dry.tables["innovations"]


@on_every_file
def test_snapshots(read: Read, register: Register) -> None:
    rows = read(register).dry.tables["innovations"]
    names = {str(row["name"]).casefold() for row in rows}
    assert len({row["innovation_id"] for row in rows}) == len(rows)
    assert len(names) <= len(rows) <= len(register.rows("loaded"))
    assert {"arcview gis 3.2", "rfid bus sekolah"} <= names


@on_every_file
def test_orphan_key(read: Read, register: Register) -> None:
    assert read(register).cell("B", 6) == "14"
    assert read(register).titles(6) == ["SILAK"]
    assert read(register).values(6, "agency_id") == []
