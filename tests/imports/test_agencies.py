"""Agencies as entries name them, and lists of agencies."""

import pytest

from etl.registers.agencies import kind_of
from tests.imports.small import Data, asked, column, held


def entries(*agencies: str) -> str:
    return "Judul Inovasi,OPD\n" + "".join(f'Inovasi {n},"{name}"\n' for n, name in enumerate(agencies))


def test_an_unknown_agency_loads_as_written_and_is_asked_about_once(data: Data) -> None:
    dry = data.read(entries("Dinas Sosil", "Dinas Sosil", "Dinas Sosial"))
    assert column(dry, "submissions", "agency") == ["Dinas Sosil", "Dinas Sosil", "Dinas Sosial"]
    assert asked(dry) == [("CSV!B2", "unknown_agency", None)]
    assert dry.questions[0].params["n"] == "2"
    assert [s.key for s in dry.questions[0].suggestions] == ["a-dinsos"]


def test_an_agency_of_another_government_waits(data: Data) -> None:
    dry = data.read(entries("Dinas Kesehatan Kabupaten B", "Diskominfo Kota Entah", "Dinas Sosial Kabupaten A"))
    assert held(dry) == [("CSV!B2", "other_government", "agency"), ("CSV!B3", "other_government", "agency")]


def test_an_error_in_the_agency_cell_is_no_agency(data: Data) -> None:
    dry = data.read(entries("#N/A", "=VLOOKUP(A2;B:C;2)".replace('"', "")))
    assert column(dry, "submissions", "agency") == [None, None]
    assert [code for _, code, _ in asked(dry)] == ["unknown_agency", "unknown_agency"]


@pytest.mark.parametrize(
    ("written", "detail", "offered"),
    [("dinkes.kab-a", "login", ["a-dinkes"]), ("Kepala Dinas Kesehatan", "post", ["a-dinkes"])],
)
def test_accounts_and_posts_are_only_suggestions(data: Data, written: str, detail: str, offered: list[str]) -> None:
    dry = data.read(entries(written))
    assert asked(dry) == [("CSV!B2", "unknown_agency", detail)]
    assert [s.key for s in dry.questions[0].suggestions] == offered


def test_an_answer_settles_the_name_and_becomes_an_alias(data: Data) -> None:
    dry = data.read(entries("Dinas Sosil"), agencies={"Dinas Sosil": "a-dinsos"})
    assert asked(dry) == []
    assert [(row["alias"], row["agency_id"]) for row in dry.tables["aliases"]] == [("Dinas Sosil", "a-dinsos")]


def test_codes_stand_for_nobody_until_the_register_knows_them(data: Data) -> None:
    rows = "Judul Inovasi,opd_id\nSehat,13\nPeduli,14\n"
    dry = data.read(rows)
    assert column(dry, "submissions", "agency") == [None, None]
    assert asked(dry) == [("CSV!B1", "unknown_agency", "codes_only")]
    data.load(data.read("Kode,Nama OPD\n13,Dinas Pariwisata\n14,Dinas Perhubungan\n", table="agencies"))
    assert column(data.read(rows), "submissions", "agency") == ["Dinas Pariwisata", "Dinas Perhubungan"]


def test_a_list_creates_new_agencies_and_leaves_known_ones(data: Data) -> None:
    dry = data.read("Nama OPD\nDINAS_KESEHATAN\nDinas Pariwisata\n", table="agencies")
    assert dry.counts["loaded"] == 2
    assert [(r["agency_id"], r["kind"]) for r in dry.tables["agencies"]] == [("kab-a-dinas-pariwisata", "dinas")]
    data.load(dry)
    assert data.read("Nama OPD\nDINAS_KESEHATAN\nDinas Pariwisata\n", table="agencies").outcome == "nothing"


def test_a_near_name_makes_no_agency_until_a_person_says_that_it_is_new(data: Data) -> None:
    near = "Nama OPD\nDinas Kesehatn\n"
    dry = data.read(near, table="agencies")
    assert asked(dry) == [("CSV!A2", "unknown_agency", "spelling")]
    assert dry.tables == {}
    new = data.read(near, table="agencies", agencies={"Dinas Kesehatn": ""})
    assert column(new, "agencies", "name") == ["Dinas Kesehatn"]


def test_two_codes_for_one_name_are_one_agency_and_a_question(data: Data) -> None:
    dry = data.read("Kode,Nama OPD\n11,bahu\n12,bahu\n", table="agencies")
    assert column(dry, "agencies", "code") == ["11"]
    assert asked(dry) == [("CSV!B3", "possible_duplicate", "agency")]


def test_units_of_one_name_below_two_parents_stay_two(data: Data) -> None:
    rows = "Kode,Nama OPD\n0308,Dinas Kominfo\n030801,Sub Bagian Umum\n1400,Dinas Perizinan\n140001,Sub Bagian Umum\n"
    dry = data.read(rows, table="agencies")
    assert len(set(column(dry, "agencies", "agency_id"))) == 4
    assert column(dry, "agencies", "parent_id") == [None] * 4
    assert "units_by_code" in [note.code for note in dry.notes]


def test_a_list_of_posts_loads_nothing_before_a_person_answers(data: Data) -> None:
    dry = data.read("Nama OPD\nKepala Dinas Kesehatan\nSekretaris Daerah\n", table="agencies")
    assert (dry.outcome, [ask.what for ask in dry.asks]) == ("ask", ["agencies"])


def test_another_governments_agency_is_not_taken_into_the_list(data: Data) -> None:
    dry = data.read("Nama OPD\nDinas Kesehatan Kabupaten B\nDinas Pariwisata\n", table="agencies")
    assert held(dry) == [("CSV!A2", "other_government", "agency")]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Disdukcapil", "dinas"),
        ("RSUD Sungailiat", "rsud"),
        ("UPT. Transportasi Darat", "upt"),
        ("PD Pasar", "bumd"),
        ("SMP Negeri 1", "sekolah"),
        ("Kantor Korpri", "other"),
        ("Satpol PP", "satpol"),
    ],
)
def test_the_first_words_of_a_name_tell_its_kind(name: str, kind: str) -> None:
    assert kind_of(name) == kind
