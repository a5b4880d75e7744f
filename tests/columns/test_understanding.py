"""Columns known by what stands in them: quirks.md, sections 1, 6 and 7."""

from etl.columns import guess_purpose, understand_form
from etl.columns.headings import Vocabulary
from etl.layout.types import Form
from tests.columns.tables import LOCAL_2025, columns_of, table, understood


def test_government_under_address() -> None:
    rows = (["Multi Efek", "Kota Surakarta"], ["Alat Pelarik", "Kabupaten Batang"])
    found = understood(["JUDUL TEMUAN", "ALAMAT"], *rows)
    assert [(u.column, u.by, u.personal) for u in found] == [("name", "heading", False), ("government", "value", False)]


def test_an_address_is_dropped() -> None:
    for street in ("Jl. Merdeka No. 5, Kota Surakarta", "Desa Sukamaju RT 02 RW 03", None):
        found = understood(["Judul", "ALAMAT"], ["Multi Efek", street])[1]
        assert (found.column, found.personal, found.samples) == (None, True, ())


def test_governments_and_agencies_under_each_other_s_heading() -> None:
    assert columns_of(["Judul", "Instansi"], ["A", "Kota Surakarta"]) == ["name", "government"]
    assert columns_of(["Judul", "Daerah"], ["A", "Dinas Kesehatan"]) == ["name", "agency"]
    assert columns_of(["Judul", "Daerah"], ["A", "Bantaeng"]) == ["name", "government"]


def test_prize_class_in_category() -> None:
    assert columns_of(["Judul", "Kategori"], ["A", "Top 7"], ["B", "Partisipatif"]) == ["name", "category"]


def test_head_of_agency_as_agency() -> None:
    rows = (["Kepala Dinas Kesehatan"], ["Camat Sungailiat"])
    assert columns_of(
        ["NAMA/NIP", "JPT PRATAMA >> JABATAN BARU"], *[[None, *row] for row in rows], purpose="agencies"
    ) == [
        None,
        "name",
    ]


def test_maturity_is_not_a_stage() -> None:
    rows = (["A", "Penerapan"], ["B", "Uji Coba"])
    for heading in ("Tahapan Inovasi", "Tahapan*", "tahap"):
        assert columns_of(["Judul", heading], *rows, vocabulary=Vocabulary(LOCAL_2025)) == ["name", "maturity_step"]


def test_a_tahap_that_is_no_maturity_is_left_to_a_person() -> None:
    assert columns_of(["Judul", "Tahap"], ["A", "Babak kedua"]) == ["name", None]


def test_type_and_form_swapped() -> None:
    headings = ["Judul", "Jenis", "Bentuk"]
    straight, swapped = ["A", "Digital", "Pelayanan Publik"], ["B", "Pelayanan Publik", "Non Digital"]
    assert columns_of(headings, straight, straight, swapped) == ["name", "type", "form"]
    found = understood(headings, swapped, swapped)
    assert [(u.column, u.by) for u in found[1:]] == [("form", "value"), ("type", "value")]


def test_another_kind_of_kind_is_not_the_type() -> None:
    assert columns_of(["Judul", "Jenis Inovasi"], ["A", "Produk"], ["B", "Proses"]) == ["name", None]


def test_agency_before_title() -> None:
    assert columns_of(["No", "OPD", "Inovasi"], [1, "Dinas Sosial", "Sidatuk"]) == [None, "agency", "name"]


def test_one_column() -> None:
    assert columns_of(["Nama Inovasi"], ["Kejar Stunting"]) == ["name"]


def test_no_agency_column() -> None:
    assert columns_of(["Judul", "Uraian"], ["SIPINTAR", "Dinas di pasar"], ["B", "Antrean"]) == ["name", None]


def test_agencies_below_an_unknown_heading() -> None:
    found = understood(["Judul", "Pengampu"], ["A", "Dinas Sosial"], ["B", "Puskesmas Cempaka 1"])[1]
    assert (found.column, found.by) == ("agency", "value")
    several = columns_of(["Judul", "Pengampu", "Mitra"], ["A", "Dinas Sosial", "Dinas Kesehatan"])
    assert several == ["name", None, None]


def test_the_title_is_the_longest_of_the_candidates() -> None:
    rows = (["Sidatuk", "Sistem Data Terpadu untuk Keluarga"], ["SILAK", "Sistem Layanan Akta"])
    assert columns_of(["Nama Inovasi", "Judul Inovasi"], *rows) == [None, "name"]


def test_numbers_are_no_titles() -> None:
    assert columns_of(["Perangkat Daerah", "Inovasi"], ["Dinas Sosial", 4], ["Dinas Kesehatan", 9]) == ["agency", None]


def test_the_agency_is_the_column_that_looks_like_agencies() -> None:
    assert columns_of(["Judul", "Dibuat Oleh", "SKPD"], ["A", "dinkes.contoh", "Dinas Kesehatan"]) == [
        "name",
        None,
        "agency",
    ]
    assert columns_of(["opd_id", "nama_inovasi"], [13, "Market Place Sampah"]) == ["agency", "name"]
    assert columns_of(["opd_id", "nama_inovasi", "OPD"], [13, "Market Place Sampah", "dishub"]) == [
        None,
        "name",
        "agency",
    ]


def test_login_as_agency() -> None:
    assert columns_of(["Judul", "Admin OPD"], ["A", "iga2025.kabupaten.contoh"]) == ["name", "agency"]


def test_the_final_score_comes_before_the_provisional_one() -> None:
    assert columns_of(["Judul", "Skor Sementara", "Skor Akhir"], ["A", "80", "82,5"]) == ["name", None, "score"]


def test_a_score_beside_steps_of_maturity_is_one_of_maturity() -> None:
    assert columns_of(["Judul", "Skor"], ["A", "80"]) == ["name", "score"]
    assert columns_of(["Judul", "Skor", "Tahapan"], ["A", "80", "Penerapan"]) == ["name", "maturity", "maturity_step"]


def test_keys_of_a_database_are_no_submission_ids() -> None:
    assert columns_of(["id", "judul"], [8, "A"], [13, "B"]) == [None, "name"]
    assert columns_of(["id", "judul"], ["INV-2021-8", "A"]) == ["submission_id", "name"]


def test_name_alone_may_be_a_person() -> None:
    person, _ = understood(["Nama", "Catatan"], ["Budi", "hadir"])
    assert (person.column, person.personal) == (None, True)
    assert columns_of(["name"], ["SIPINTAR"]) == ["name"]
    assert columns_of(["Nama", "Judul"], ["Dinas Sosial", "A"]) == ["agency", "name"]
    assert columns_of(["Nama", "SKPD", "Jenis"], ["SIPINTAR", "Dinas Sosial", "Digital"]) == ["name", "agency", "type"]
    assert columns_of(["Kode", "Nama"], ["01", "Dinas Sosial"], purpose="agencies") == ["code", "name"]


def test_codes_with_leading_zeros() -> None:
    rows = (["001000000000000", "Dinas Tenaga Kerja"], ["000600000000000", "Dinas Pekerjaan Umum"])
    found = understood(["code", "name"], *rows, purpose="agencies")
    assert [(u.column, u.personal) for u in found] == [("code", False), ("name", False)]


def test_a_register_of_applications() -> None:
    headings = ["id_app", "judul", "unit", "unit_pengguna", "thn_pembuatan"]
    rows = ([1, "ATCS", "030701", "030701", "-"], [5, "Bank Data", "030801", "000000", "2016"])
    assert columns_of(headings, *rows, purpose="innovations") == ["code", "name", "agency", None, "started_on"]


def test_transposed_form() -> None:
    labels = {
        "Nama OPD/UPTD/Puskesmas": "Puskesmas Contoh Utara",
        "Contact Person (nama + WA)": "Nama Contoh 0800-0000-0000",
        "Nama Inovasi": "POSYANDU CONTOH",
        "Tahapan Inovasi": "Penerapan",
        "Inisiator Inovasi": "ASN",
        "Jenis Inovasi": "Non Digital",
        "Bentuk Inovasi": "Pelayanan Publik",
        "Waktu Uji Coba": "4 Maret 2024",
        "Waktu Penerapan": "2 September 2024",
        "Rancang Bangun": "Teks contoh.",
    }
    form = Form({label: (value, row, 4) for row, (label, value) in enumerate(labels.items(), 6)}, [])
    found = understand_form(form, Vocabulary())
    assert [found[label].column for label in labels] == [
        "agency", None, "name", "maturity_step", None, "type", "form", None, "started_on", "summary",
    ]  # fmt: skip
    assert [label for label in labels if found[label].personal] == ["Contact Person (nama + WA)"]
    assert (found["Nama Inovasi"].heading.row, found["Nama Inovasi"].heading.column) == (8, 4)


def test_what_a_table_is_read_for_is_guessed() -> None:
    known = Vocabulary()
    assert guess_purpose(table(["OPD", "Judul"], ["Dinas Sosial", "A"]), known) == "submissions"
    assert guess_purpose(table(["idopd", "namaopd"], ["01", "Walikota"]), known) == "agencies"
    assert guess_purpose(table(["Daerah", "Jumlah"], ["Bantaeng", 10]), known) == "reported_counts"


def test_samples_are_three_different_values() -> None:
    found = understood(["Judul"], ["A"], ["A"], ["B 0812-3456-7890"], ["C"], ["D"])[0]
    assert found.samples == ("A", "B […]", "C")
