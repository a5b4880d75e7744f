"""Personal data: quirks.md, section 1, and what must not be taken for it."""

import pytest

from etl.columns.headings import normalise
from etl.columns.personal import agency_part, is_personal_heading, scrub
from tests.columns.tables import understood


@pytest.mark.parametrize(
    "heading",
    ["Nama/NIP", "NIP Inovator", "NIK", "No. HP (WA aktif)", "Nomor Telepon", "E-mail", "Alamat Rumah", "Nama Inovator",
     "Ketua Tim", "Nama Penanggung Jawab", "Nama Kepala OPD", "PIC", "Tanggal Lahir", "Kontak Person"],
)  # fmt: skip
def test_personal_column(heading: str) -> None:
    assert is_personal_heading(normalise(heading))
    found = understood(["Judul", heading], ["A", "Budi"])[1]
    assert (found.column, found.personal, found.samples) == (None, True, ())


@pytest.mark.parametrize(
    "heading", ["Nama Inovasi", "Instansi Inovator", "Nama OPD Inisiator", "Tim Penilai", "Kepala", "Wilayah"]
)
def test_headings_that_announce_no_person(heading: str) -> None:
    assert not is_personal_heading(normalise(heading))


@pytest.mark.parametrize(
    "value",
    [
        "19800101 200501 1 001",
        "198001012005011001",
        "3204010101800001",
        "0812-3456-7890",
        "budi@contoh.go.id",
        81234567890,
    ],
)
def test_personal_by_value_whatever_the_heading(value: str | int) -> None:
    for heading in ("Judul", "Kode", "Rahasia"):
        found = understood([heading], [value], [value], [None])[0]
        assert (found.column, found.personal, found.by) == (None, True, "value")


def test_names_with_academic_titles_below_an_unknown_heading() -> None:
    found = understood(["Judul", "Perintis"], ["A", "Budi Santoso, S.Sos"], ["B", "Dr. Siti Aminah"])[1]
    assert (found.personal, found.by) == (True, "value")


def test_an_initiator_is_a_kind_or_a_person() -> None:
    assert not understood(["Inisiator"], ["ASN"], ["OPD"])[0].personal
    assert understood(["Inisiator"], ["Budi"], ["Siti"])[0].personal


def test_two_facts_in_one_cell() -> None:
    found = understood(["Judul", "Inisiator & OPD"], ["A", "Budi / Dinas Sosial"])[1]
    assert (found.column, found.two_facts) == ("agency", True)
    assert understood(["Nama Inovator/Instansi"], ["Budi"])[0].two_facts
    assert agency_part("Budi Santoso, S.Sos / Dinas Sosial") == "Dinas Sosial"
    assert agency_part("Dinas Sosial (Budi)") == "Dinas Sosial"
    assert agency_part("Siti\nPuskesmas Cempaka 1") == "Puskesmas Cempaka 1"
    assert agency_part("Budi & Siti") is None


@pytest.mark.parametrize(
    ("text", "clean", "kind"),
    [
        ("NIP 00000000 000000 0 000", "[…]", "staff_number"),
        ("Budi NIP. 19800101 200501 1 001, Kabid", "Budi […], Kabid", "staff_number"),
        ("198001012005011001", "[…]", "staff_number"),
        ("NIK 3204010101800001", "[…]", "identity_number"),
        ("hub. +62 812 3456 7890", "hub. […]", "phone"),
        ("Nama Contoh 0800-0000-0000", "Nama Contoh […]", "phone"),
        ("Telp. (0291) 438811", "[…]", "phone"),
        ("budi.s@contoh.go.id", "[…]", "mail"),
    ],
)
def test_personal_data_in_signature_and_remarks(text: str, clean: str, kind: str) -> None:
    assert scrub(text) == (clean, (kind,))


@pytest.mark.parametrize(
    "text",
    ["188.45/ 2981/BKPP/2016", "061/118/B.Organisasi/Setda", "001000000000000", "000600000000000", "010001", "200001",
     "Rp 81.234.567.890", "2021050612345678", "12/02/2025 08:15", "iga2025.kabupaten.contoh", "3.478", "-1.5,106.1",
     "https://contoh.invalid/v/0812345678901", "081/234/5678/2020"],
)  # fmt: skip
def test_what_is_no_personal_data(text: str) -> None:
    assert scrub(text) == (text, ())
