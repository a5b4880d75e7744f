"""The text to send: short, only those to be written to, asking before it accuses."""

from __future__ import annotations

from datetime import date

import metrics
from reports import LetterRequest, duty, whatsapp
from tests.reports.town import NASTY, PLACE, YEAR

REQUEST = LetterRequest(PLACE, YEAR, deadline=date(2021, 8, 31), contact="Sdr. Ana")


def text(warehouse: metrics.Warehouse, lang: str = "id") -> str:
    return whatsapp.text(duty.rows(warehouse, PLACE, YEAR), REQUEST, lang)


def test_it_names_those_not_met_with_deadline_and_contact(complete: metrics.Warehouse) -> None:
    said = text(complete)
    rows = duty.rows(complete, PLACE, YEAR)
    named = [row["name"] for row in rows if row["name"] in said]
    assert named == [row["name"] for row in rows if row["state"] in {"none", "draft_only", "no_data"}]
    assert f"Mohon segera menyelesaikan dan menyerahkan inovasi 2021 ({len(named)}):" in said
    assert "Batas waktu: Selasa, 31 Agustus 2021\nNarahubung: Sdr. Ana" in said
    assert "konfirmasi" not in said


def test_the_uncertain_are_asked_to_confirm(partial: metrics.Warehouse) -> None:
    said = text(partial)
    assert "Mohon konfirmasi lebih dahulu, karena catatan 2021 belum pasti" in said
    assert "Mohon segera" not in said
    assert "Please confirm first" in text(partial, "en")


def test_what_is_not_given_is_left_out_and_nobody_means_no_text(complete: metrics.Warehouse) -> None:
    rows = duty.rows(complete, PLACE, YEAR)
    assert "Batas waktu" not in whatsapp.text(rows, LetterRequest(PLACE, YEAR), "id")
    assert whatsapp.text([row for row in rows if row["state"] == "met"], REQUEST, "id") == ""


def test_a_name_stays_on_its_line(large: metrics.Warehouse) -> None:
    rows = duty.rows(large, PLACE, YEAR, agencies=("alun-002",))
    broken = [{**rows[0], "name": f"{NASTY}\n\x07baru"}]
    assert f"1. {NASTY} baru (Baru disiapkan)" in whatsapp.text(broken, REQUEST, "id")
