"""`python -m reports`: the same papers on the command line, with the exit codes of the other commands."""

from __future__ import annotations

from pathlib import Path

import pytest

import metrics
import reports
from reports import LetterRequest
from reports.__main__ import main
from tests.reports.reading import attachment, text_of

SAMPLE = ("letter", "--government", "kab-contoh", "--year", "2025")


@pytest.fixture(autouse=True)
def _warehouse(published: object) -> None:
    """Every command reads the repository's own data."""


def said(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> str:
    """What a command printed, on standard output if it was done and on standard error if not."""
    assert main(arguments) == code
    printed = capsys.readouterr()
    assert (printed.err if code == 0 else printed.out) == ""
    return printed.err if code else printed.out


def test_the_letter_is_written_with_what_was_given(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "surat.docx"
    days = ("--deadline", "2025-08-29", "--assistance", "2025-08-05", "--contact", "Sdr. Ana")
    printed = said(capsys, *SAMPLE, *days, str(out))
    text = text_of(out.read_bytes())
    assert "paling lambat Jumat, 29 Agustus 2025. Narahubung: Sdr. Ana." in text
    assert "dilaksanakan pada Selasa, 5 Agustus 2025," in text
    rows = attachment(out.read_bytes())[1:-1]
    assert printed == f"surat.docx ditulis: {len(rows)} perangkat daerah.\n"
    own = reports.letter(metrics.open_warehouse(), LetterRequest("kab-contoh", 2025))
    assert rows == attachment(own)[1:-1]
    assert list(tmp_path.iterdir()) == [out]


def test_one_agency_and_a_template_of_ones_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = tmp_path / "kop.docx"
    own.write_bytes(reports.templating.shipped("letter", "id"))
    out = tmp_path / "satu.docx"
    said(capsys, *SAMPLE, "--agency", "kab-contoh-setwan", "--template", str(own), str(out))
    assert [row[1] for row in attachment(out.read_bytes())[1:-1]] == ["Sekretariat DPRD"]
    assert "Yth.\tSekretaris DPRD" in text_of(out.read_bytes())
    assert "Jawaban Saudara tanggal 18 November 2025 telah dicatat" in text_of(out.read_bytes())


def test_minutes_are_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "ba.docx"
    asked = ("minutes", "--government", "kab-contoh", "--meeting", "kab-contoh-rakor-2026")
    assert said(capsys, *asked, str(out)) == "ba.docx ditulis.\n"
    assert "dua ribu dua puluh enam" in text_of(out.read_bytes())


@pytest.mark.parametrize(
    ("arguments", "code", "named"),
    [
        (("letter", "--government", "kab-conto", "--year", "2025", "x.docx"), 2, "kab-contoh"),
        ((*SAMPLE, "--agency", "kab-contoh-setwa", "x.docx"), 2, "kab-contoh-setwan"),
        ((*SAMPLE, "--agency", "kab-contoh-dinkes", "x.docx"), 1, "Terpenuhi"),
        ((*SAMPLE, "x.pdf"), 1, ".docx"),
        ((*SAMPLE, "nowhere/x.docx"), 1, "nowhere"),
        ((*SAMPLE, "--template", "none.docx", "x.docx"), 1, "none.docx"),
        (("letter", "--government", "arsip-nasional", "--year", "2025", "x.docx"), 2, "Yang terdekat"),
        (("minutes", "--government", "kab-contoh", "--meeting", "rakor-2026", "x.docx"), 2, "kab-contoh-rakor-2026"),
    ],
)
def test_a_refusal_is_one_sentence_with_its_code(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: tuple[str, ...],
    code: int,
    named: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert named in said(capsys, *arguments, code=code)
    assert list(tmp_path.iterdir()) == []


def test_wrong_usage_says_what_is_right(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["leter", *SAMPLE[1:], "x.docx"])
    assert left.value.code == 2
    assert "did you mean 'letter'?" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        main([*SAMPLE, "--deadline", "besok", "x.docx"])
    assert "2026-08-31" in capsys.readouterr().err
