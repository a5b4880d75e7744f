"""The letter and its attachment say what the board says, for one agency and for a hundred, and never more."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import PurePosixPath
from typing import Any

import pytest

import metrics
import reports
import texts
from reports import LetterRequest, Refused
from tests.reports.reading import attachment, attachments, text_of
from tests.reports.town import NASTY, PLACE, YEAR
from tests.support.building import plain

Row = dict[str, Any]


def board(warehouse: metrics.Warehouse) -> list[Row]:
    """What the metric says, with the agency's name: read apart from what the letter reads."""
    scope = metrics.Scope(government=PLACE, years=(YEAR, YEAR))
    agencies = plain(metrics.listing("agencies", scope, warehouse).to_dict("records"))
    names = {row["agency_id"]: row["name"] for row in agencies}
    rows = plain(metrics.run("compliance", scope, warehouse).to_dict("records"))
    return [row | {"name": names[row["agency_id"]]} for row in rows]


def not_met(warehouse: metrics.Warehouse) -> dict[str, Row]:
    """Those to be written to by default, by name."""
    return {row["name"]: row for row in board(warehouse) if row["state"] in {"none", "draft_only", "no_data"}}


def count(row: Row) -> str:
    """The count as the attachment has to write it."""
    n = texts.number(row["numerator"])
    return f"≥ {n}" if row["basis"] == "at_least" else n


def ask(**given: Any) -> LetterRequest:
    return LetterRequest(PLACE, YEAR, **given)


@pytest.mark.parametrize("world", ["complete", "partial", "nameless", "large"])
def test_the_attachment_equals_the_metric_row_by_row(world: str, request: pytest.FixtureRequest) -> None:
    warehouse = request.getfixturevalue(world)
    wanted = not_met(warehouse)
    rows = attachment(reports.letter(warehouse, ask()))[1:-1]
    assert len(wanted) > 4
    assert sorted(row[1] for row in rows) == sorted(wanted)
    for number, (no, name, target, realised, _, last, _) in enumerate(rows, 1):
        said = wanted[name]
        assert (no, target, realised) == (str(number), texts.number(said["denominator"]), count(said))
        assert last == (str(said["last_met_year"]) if said["last_met_year"] else "–")


def test_the_number_of_agencies_is_that_of_the_board_in_words_and_total(large: metrics.Warehouse) -> None:
    paper = reports.letter(large, ask())
    n = len(not_met(large))
    assert n > 80
    assert f"dari {n} Perangkat Daerah yang dituju surat ini" in text_of(paper)
    assert attachment(paper)[-1][1:4] == [f"Jumlah: {n} perangkat daerah", str(n), "0"]


def test_a_letter_each_for_a_hundred_agencies_gives_each_its_own_row(large: metrics.Warehouse) -> None:
    wanted = not_met(large)
    tables = attachments(reports.letter(large, ask(form="each")))
    assert len(tables) == len(wanted)
    assert sorted(table[1][1] for table in tables) == sorted(wanted)
    assert {(len(table), table[1][3]) for table in tables} == {(3, "0")}


def test_the_zip_holds_one_letter_for_each_under_harmless_names(large: metrics.Warehouse) -> None:
    archive = zipfile.ZipFile(io.BytesIO(reports.letters_zip(large, ask())))
    names = archive.namelist()
    assert len(names) == len(set(names)) == len(not_met(large))
    assert all(len(PurePosixPath(name).parts) == 1 and name.endswith("-2021.docx") for name in names)
    listed = reports.letter(large, ask())
    assert [attachment(archive.read(name))[1][1] for name in names] == [row[1] for row in attachment(listed)[1:-1]]


def test_for_one_agency_the_letter_speaks_of_it_alone(complete: metrics.Warehouse) -> None:
    paper = reports.letter(complete, ask(agencies=("alun-007",)))
    assert [row[1] for row in attachment(paper)[1:-1]] == ["Dinas Urusan 007"]
    assert "Yth.\tKepala Dinas Urusan 007" in text_of(paper)
    assert "daftar usulan Tahun 2021 telah lengkap dan Dinas Urusan 007 belum menyerahkan inovasi" in text_of(paper)


@pytest.mark.parametrize("agency", ["alun-000", "alun-003"])
def test_met_and_exempt_agencies_get_no_letter_by_default(complete: metrics.Warehouse, agency: str) -> None:
    states = {row["agency_id"]: row["state"] for row in board(complete)}
    assert states[agency] in {"met", "exempt"}
    listed = [row[1] for row in attachment(reports.letter(complete, ask()))]
    assert f"Dinas Urusan {agency[-3:]}" not in listed
    with pytest.raises(Refused, match="one_left_out") as refused:
        reports.letter(complete, ask(agencies=(agency,)))
    assert texts.t(f"board.state.{states[agency]}") in refused.value.message()


def test_the_states_asked_for_are_the_states_written_to(complete: metrics.Warehouse) -> None:
    rows = attachment(reports.letter(complete, ask(states=("exempt", "none"))))[1:-1]
    assert {row[4] for row in rows} == {"Dikecualikan", "Tidak ada"}
    assert "Dikecualikan: Baru dibentuk." in [row[6] for row in rows]


@pytest.mark.parametrize("world", ["partial", "nameless"])
def test_who_is_not_certain_is_asked_to_confirm_and_not_accused(world: str, request: pytest.FixtureRequest) -> None:
    warehouse = request.getfixturevalue(world)
    unsure = [row for row in not_met(warehouse).values() if row["uncertain"] or row["basis"] != "rows"]
    assert unsure
    for row in unsure:
        paper = reports.letter(warehouse, ask(agencies=(row["agency_id"],)))
        text = text_of(paper)
        assert "Permohonan konfirmasi" in text
        assert "Saudara dimohon lebih dahulu menyampaikan konfirmasi tertulis" in text
        assert "diminta segera" not in text
        assert "belum menyerahkan inovasi" not in text
        assert attachment(paper)[1][6].startswith("Perlu konfirmasi.")


def test_no_data_is_told_as_such_and_its_count_is_a_dash(partial: metrics.Warehouse) -> None:
    paper = reports.letter(partial, ask(states=("no_data",)))
    assert {row[3] for row in attachment(paper)[1:]} == {"–"}
    assert {row[4] for row in attachment(paper)[1:-1]} == {"Belum ada data"}
    assert "belum ada datanya, yang tidak berarti tidak berinovasi" in text_of(paper)


def test_a_partial_count_is_a_lower_bound_also_in_the_total(partial: metrics.Warehouse) -> None:
    known = sum(row["numerator"] or 0 for row in not_met(partial).values())
    assert known > 0
    assert attachment(reports.letter(partial, ask()))[-1][3] == f"≥ {known}"


def test_sure_and_unsure_agencies_are_told_apart_in_one_letter(nameless: metrics.Warehouse) -> None:
    text = text_of(reports.letter(nameless, ask()))
    assert "Pengingat dan permohonan konfirmasi" in text
    assert "dengan keterangan “perlu konfirmasi” pada Lampiran dimohon lebih dahulu" in text


def test_names_are_data(large: metrics.Warehouse) -> None:
    paper = reports.letter(large, ask(agencies=("alun-002",), contact="<w:p/>&\n\x07{{ x }}"))
    assert attachment(paper)[1][1] == NASTY
    assert f"Kepala {NASTY}" in text_of(paper)
    assert "Narahubung: <w:p/>& {{ x }}." in text_of(paper)


def test_the_letter_names_its_basis_and_leaves_number_and_signature_blank(complete: metrics.Warehouse) -> None:
    text = text_of(reports.letter(complete, ask()))
    assert "Berdasarkan Surat Edaran 1/2021 serta Perbup Alun 7/2021, dengan hormat" in text
    assert "paling sedikit 1 (satu) inovasi pada Tahun 2021" in text
    order = ["PEMERINTAH KABUPATEN ALUN", "SEKRETARIAT DAERAH", "Nomor", "Sifat", "Lampiran", "Perihal", "Kepada"]
    order += ["Yth.", "Berdasarkan", "operator inovasi", "Pendampingan", "paling lambat", "Demikian"]
    order += ["a.n. Bupati Alun", "Sekretaris Daerah,", "NIP …", "Tembusan:", "(sebagai laporan)"]
    places = [text.find(words) for words in order]
    assert -1 not in places
    assert places == sorted(places)
    assert "Nomor\t:\t…" in text


@pytest.mark.parametrize("day", [date(2018, 1, 21 + n) for n in range(7)] + [date(2018, n, 1) for n in range(1, 13)])
def test_weekdays_and_months_are_indonesian(complete: metrics.Warehouse, day: date) -> None:
    weekdays = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]
    months = ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober"]
    months += ["November", "Desember"]
    said = f"{weekdays[day.weekday()]}, {day.day} {months[day.month - 1]} 2018"
    text = text_of(reports.letter(complete, ask(deadline=day, assistance=day, dated=day)))
    assert f"paling lambat {said}." in text
    assert f"dilaksanakan pada {said}," in text
    assert f", {day.day} {months[day.month - 1]} 2018\n" in text


def test_few_addressees_are_listed_and_many_attached(complete: metrics.Warehouse, large: metrics.Warehouse) -> None:
    few = text_of(reports.letter(complete, ask(agencies=("alun-002", "alun-006"))))
    assert "Yth.\t1. Kepala Dinas Urusan 002\n\t2. Kepala Dinas Urusan 006" in few
    assert "Kepala Perangkat Daerah (daftar terlampir)" in text_of(reports.letter(large, ask()))


def test_a_year_without_a_board_and_an_agency_not_on_it_are_refused(complete: metrics.Warehouse) -> None:
    with pytest.raises(Refused, match="no_board"):
        reports.letter(complete, LetterRequest(PLACE, 1999))
    with pytest.raises(metrics.UnknownName, match="alun-999"):
        reports.letter(complete, ask(agencies=("alun-999",)))
    with pytest.raises(metrics.UnknownName, match="kab-aluun"):
        reports.letter(complete, LetterRequest("kab-aluun", YEAR))


def test_the_english_letter_holds_the_same_figures(complete: metrics.Warehouse) -> None:
    english = reports.letter(complete, ask(lang="en"))
    assert f"Total: {len(not_met(complete))} agencies" in text_of(english)
    assert "Perangkat Daerah" not in text_of(english)
