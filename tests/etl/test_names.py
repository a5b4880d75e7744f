"""Names of agencies as people write them, and the agency of the register they stand for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.names import Agency, Match, Register, abbreviations, normalise, resolve_all

UTARA = "Kabupaten Luwu Utara"
AGENCIES = {
    "dinkes": Agency("dinkes", "Dinas Kesehatan", "Dinkes", (), None),
    "disdik-lama": Agency("disdik-lama", "Dinas Pendidikan", None, (), None),
    "disdikbud": Agency("disdikbud", "Dinas Pendidikan dan Kebudayaan", "Disdikbud", ("Dikbud", "Dinas Dikbud"), None),
    "kominfo": Agency(
        "kominfo",
        "Dinas Komunikasi, Informatika, Statistik, dan Persandian",
        "Diskominfo-SP",
        ("Diskominfo", "Dinas Kominfo SP"),
        None,
    ),
    "dukcapil": Agency("dukcapil", "Dinas Kependudukan dan Pencatatan Sipil", None, (), None),
    "dpmptsp": Agency("dpmptsp", "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu", "DPMPTSP", (), None),
    "bpkad": Agency("bpkad", "BPKAD", "BPKAD", (), None),
    "bppd": Agency("bppd", "Badan Pengelolaan Pajak dan Retribusi Daerah", None, (), None),
    "setda": Agency("setda", "Sekretariat Daerah", "Setda", (), None),
    "satpol": Agency("satpol", "Satuan Polisi Pamong Praja", None, ("Kantor Satuan Polisi dan Pamong Praja",), None),
    "dindag": Agency("dindag", "Dinas Perindustrian, Perdagangan, Koperasi, UMKM", None, (), None),
    "kec": Agency("kec", "Kecamatan Sukamaju", None, (), None),
    "kec-selatan": Agency("kec-selatan", "Kecamatan Sukamaju Selatan", "Sultan", ("Kec. Sukamaju Selatan",), None),
    "bone": Agency("bone", "Kecamatan Bone-Bone", None, (), None),
    "kel": Agency("kel", "Kelurahan Sukamaju", None, (), None),
    "rsud": Agency("rsud", "RSUD Luwu Utara", None, (), None),
    "lab-dinkes": Agency("lab-dinkes", "UPT Laboratorium", None, (), "dinkes"),
    "lab-dindag": Agency("lab-dindag", "UPT Laboratorium", None, (), "dindag"),
}
REGISTER = Register(UTARA, list(AGENCIES.values()))

FOUND = {
    "Dinas Kesehatan": ("exact", "dinkes"),
    "Kecamatan Sukamaju": ("exact", "kec"),
    "Dinas Pendidikan": ("exact", "disdik-lama"),
    "BPKAD": ("exact", "bpkad"),
    "Dinkes": ("alias", "dinkes"),
    "DPMPTSP": ("alias", "dpmptsp"),
    "Diskominfo": ("alias", "kominfo"),
    "Dinas Dikbud": ("alias", "disdikbud"),
    "dinas kesehatan": ("normalised", "dinkes"),
    "Dinas  Kesehatan ": ("normalised", "dinkes"),
    "DINAS_KESEHATAN": ("normalised", "dinkes"),
    "Dinas Kesehatan Kabupaten Luwu Utara": ("normalised", "dinkes"),
    "Dinas Kesehatan Kab. Luwu Utara": ("normalised", "dinkes"),
    "Dinas Kesehatan Pemkab Luwu Utara": ("normalised", "dinkes"),
    "Dinas Kesehatan Pemerintah Kabupaten Luwu Utara": ("normalised", "dinkes"),
    "Dinas Kesehatan Luwu Utara": ("normalised", "dinkes"),
    "Dinas Komunikasi Informatika Statistik & Persandian": ("normalised", "kominfo"),
    "BADAN PENGELOLAAN PAJAK & RETRIBUSI DAERAH": ("normalised", "bppd"),
    "DINAS_PERINDUSTRIAN_PERDAGANGAN_KOPERASI_UMKM": ("normalised", "dindag"),
    "KANTOR_SATUAN_POLISI_DAN_PAMONG_PRAJA": ("normalised", "satpol"),
    "Dinas Kependudukan & Pencatatan Sipil": ("normalised", "dukcapil"),
    "Disdukcapil": ("normalised", "dukcapil"),
    "Dinas Dukcapil": ("normalised", "dukcapil"),
    "Disdukcapil Kab. Luwu Utara": ("normalised", "dukcapil"),
    "Satpol PP": ("normalised", "satpol"),
    "SatpolPP": ("normalised", "satpol"),
    "DPM-PTSP": ("normalised", "dpmptsp"),
    "Badan Pengelolaan Keuangan dan Aset Daerah": ("normalised", "bpkad"),
    "Kec. Sukamaju": ("normalised", "kec"),
    "KEC. SUKAMAJU SELATAN": ("normalised", "kec-selatan"),
    "Kecamatan Bone Bone": ("normalised", "bone"),
    "BPKAD Kab. Luwu Utara": ("normalised", "bpkad"),
    "UPT Laboratorium (Dinas Kesehatan)": ("unit", "lab-dinkes"),
    "UPT Laboratorium, Dinkes": ("unit", "lab-dinkes"),
    "Dinas Kesehatan / UPT Laboratorium": ("unit", "lab-dinkes"),
    "Dinas Kesehatan - UPT Laboratorium": ("unit", "lab-dinkes"),
    "UPT Laboratorium pada Dinas Kesehatan": ("unit", "lab-dinkes"),
    "UPT Laboratorium Dinas Kesehatan Kab. Luwu Utara": ("unit", "lab-dinkes"),
}


@pytest.mark.parametrize("written", FOUND)
def test_a_name_resolves_by_the_first_step_that_knows_it(written: str) -> None:
    step, agency_id = FOUND[written]
    assert REGISTER.resolve(written) == Match((agency_id,), step)


ASKED = {
    "Dinas Komunikasi dan Informatika": "kominfo",  # shorter than the legal name
    "Dinas Kependudukan dan Catatan Sipil": "dukcapil",  # near, not equal
    "Dinas Kesehatan serta Dinas Perikanan": "dinkes",  # two agencies
    "SETDA_ASISTEN_ADMINISTRASI_UMUM": "setda",  # a part
    "KEPALA DINAS KESEHATAN KABUPATEN LUWU UTARA": "dinkes",  # a post
    "Sukamaju": "kel",  # a district or a ward
    "UPT Laboratorium Dinas Sosial": "lab-dinkes",  # not that agency's unit
}


@pytest.mark.parametrize("written", ASKED)
def test_a_name_that_is_only_near_is_a_suggestion_for_a_person(written: str) -> None:
    match = REGISTER.resolve(written)
    assert (match.agency_ids, match.step) == ((), "none")
    assert ASKED[written] in match.suggestions
    assert len(match.suggestions) <= 3


@pytest.mark.parametrize(
    "written",
    ["Dinas Kesehatan Kabupaten Luwu Timur", "Dinas Kesehatan Kota Luwu Utara", "Seluruh Perangkat Daerah", "-", ""],
)
def test_another_governments_agency_and_what_is_no_agency_stand_for_nobody(written: str) -> None:
    assert REGISTER.resolve(written) == Match((), "none")


def test_two_agencies_of_one_name_are_both_named_so_that_a_person_or_the_year_decides() -> None:
    assert REGISTER.resolve("UPT Laboratorium") == Match(("lab-dindag", "lab-dinkes"), "exact")


def test_a_units_own_place_stays_part_of_its_name() -> None:
    assert REGISTER.resolve("RSUD").step == "none"
    assert normalise("Kecamatan Luwu Utara", UTARA) == "kecamatan luwu utara"


def test_names_never_resolve_across_governments() -> None:
    governments = {"utara": UTARA, "timur": "Kabupaten Luwu Timur", "barat": "Kabupaten Barat"}
    agencies = [("utara", AGENCIES["dinkes"]), ("timur", Agency("t-dinsos", "Dinas Sosial", None, (), None))]
    written = [("timur", "Dinas Kesehatan"), ("utara", "Dinas Sosial"), ("barat", "Dinas Kesehatan"), ("x", "Dinkes")]
    for government, _, match in resolve_all(governments, agencies, written):
        assert match.agency_ids == ()
        assert all(suggested.startswith("t-") == (government == "timur") for suggested in match.suggestions)


WORDS = sorted({word for agency in AGENCIES.values() for word in agency.name.split()} | {"Kab.", "Luwu", "Utara", "&"})
FORMS = {name for a in AGENCIES.values() for name in (a.name, a.short_name, *a.aliases) if name}


def _letters(name: str) -> str:
    return normalise(name, UTARA).replace(" ", "")


@given(st.one_of(st.lists(st.sampled_from(WORDS), max_size=7).map(" ".join), st.text(max_size=40)))
def test_nothing_resolves_whose_normal_form_is_not_in_the_register(written: str) -> None:
    match = REGISTER.resolve(written)
    assert bool(match.agency_ids) == (match.step != "none")
    if match.step in ("exact", "alias", "normalised"):
        assert _letters(written) in {_letters(name) for name in FORMS}
    if match.step == "unit":
        for agency_id in match.agency_ids:
            parent = AGENCIES[AGENCIES[agency_id].parent_id or ""]
            parts = {_letters(name) for name in (parent.name, parent.short_name) if name}
            own = _letters(AGENCIES[agency_id].name)
            assert any(_letters(written) in (own + part, part + own) for part in parts)


@given(st.sampled_from(sorted(FORMS)), st.sampled_from([str.upper, str.lower, str.title]), st.sampled_from(" _-.,"))
def test_case_and_punctuation_do_not_matter(name: str, case: "type[str]", mark: str) -> None:
    written = mark.join(case(name).split())
    assert set(REGISTER.resolve(name).agency_ids) <= set(REGISTER.resolve(written).agency_ids)


def test_abbreviations_are_lower_case_letters_without_blanks_and_spell_out_to_themselves() -> None:
    for short, full in abbreviations().items():
        assert short == short.lower()
        assert short.isalnum()
        assert normalise(full, "") == full
