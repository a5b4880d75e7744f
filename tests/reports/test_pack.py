"""The meeting pack: three files with the same figures, legible from the back row, and nothing in them that acts."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import typst
from hypothesis import given
from hypothesis import strategies as st
from pptx import Presentation
from pptx.util import Emu, Inches

import metrics
from metrics import UnknownName
from planning import agencies, allocation
from reports.__main__ import main
from reports.pack import FORMATS, Pack, PackRequest, tabular
from reports.pack.cover import Cover
from reports.pack.document import TEMPLATE, document
from reports.pack.look import BODY, BOTTOM, CELL, HEIGHT, WIDTH
from reports.pack.slides import slides
from reports.plan import PlanRequest
from reports.reader import Reader, spans
from reports.section import Column, Section, Table, Tile, shown

BANGKA = PackRequest("kab-bangka", "kipp-2018")
SAMPLE = PackRequest("kab-contoh", "lomba-kab-contoh-2025")
OPEN = PackRequest("kab-contoh", "lomba-kab-contoh-2026")
WHOLE = PackRequest(None, "kipp-2025")
NASTY = '=1+1 #sys.inputs *tebal* $x$ <b>"'


@pytest.fixture
def warehouse(published: object) -> metrics.Warehouse:
    """The repository's own data."""
    return metrics.open_warehouse()


@cache
def made(version: str, request: PackRequest, kind: str) -> bytes:
    """One file, made once for all tests of a build."""
    warehouse = metrics.open_warehouse()
    assert warehouse.version == version
    return Pack(warehouse, request).made(kind)


def deck(warehouse: metrics.Warehouse, request: PackRequest) -> Any:
    """The slides, read back."""
    return Presentation(io.BytesIO(made(warehouse.version, request, "pptx")))


def book(warehouse: metrics.Warehouse, request: PackRequest) -> Any:
    """The workbook, read back with its values."""
    return openpyxl.load_workbook(io.BytesIO(made(warehouse.version, request, "xlsx")), data_only=True)


def words(slide: Any) -> str:
    """All words of a slide, tables included."""
    found = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    found += [cell.text for shape in slide.shapes if shape.has_table for row in shape.table.rows for cell in row.cells]
    return "\n".join(found)


def section(pack: Pack, name: str) -> Section:
    """The section on the sheet of that name."""
    return next(each for each in pack.sections if each.name == name)


@pytest.mark.parametrize("request_of", [BANGKA, SAMPLE, WHOLE])
@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_three_files_have_every_section(
    warehouse: metrics.Warehouse, request_of: PackRequest, lang: str
) -> None:  # fmt: skip
    request = replace(request_of, lang=lang)
    sections = Pack(warehouse, request).sections
    sheets = book(warehouse, request)
    assert sheets.sheetnames[:-1] == [each.name for each in sections]
    titles = [slide.shapes.title.text for slide in deck(warehouse, request).slides]
    for each in sections:
        assert any(title.startswith(each.title) for title in titles)
        assert sheets[each.name]["A1"].value == each.title
    assert made(warehouse.version, request, "pdf").startswith(b"%PDF-")


def test_slides_and_sheets_show_the_same_figures(warehouse: metrics.Warehouse) -> None:
    for request in (BANGKA, SAMPLE):
        sheets, lines = book(warehouse, request), set()
        for each in Pack(warehouse, request).sections:
            for table in each.tables:
                in_sheet = {_stored(row) for row in sheets[each.name].iter_rows(values_only=True)}
                for row in table.rows:
                    lines |= {tuple(shown(cell, c.kind, "id") for cell, c in zip(row, table.columns, strict=True))}
                    plain = tuple(("–" if cell is None else cell) for cell in row)
                    assert table.drawn or any(line[: len(plain)] == _stored(plain) for line in in_sheet)
        tables = [s.table for slide in deck(warehouse, request).slides for s in slide.shapes if s.has_table]
        for table in tables:
            for row in list(table.rows)[1:]:
                cells = [cell.text for cell in row.cells]
                assert any(set(cells) <= {*line, ""} for line in lines) or cells[0] in {"Jumlah", "Rata-rata"}


def _stored(row: Sequence[Any]) -> tuple[Any, ...]:
    """A row as a sheet gives it back: an empty text is an empty cell, a fraction has fifteen digits."""
    return tuple(None if cell == "" else round(cell, 9) if isinstance(cell, float) else cell for cell in row)


def test_bangka_says_what_was_set_and_what_is_not_known(warehouse: metrics.Warehouse) -> None:
    pack = Pack(warehouse, BANGKA)
    said = section(pack, "Keadaan")
    assert said.title == (
        "Target Kabupaten Bangka 2018: sekurang-kurangnya 15 usulan diserahkan, +6 (+66,7 %) dari 9 pada 2017. "
        "Realisasinya belum diketahui."
    )
    assert said.tiles[0].value is None
    ahead = section(pack, "Proyeksi")
    assert ahead.title.startswith("Data terlalu sedikit untuk perkiraan: baru 1 tahun")
    assert "setelah 9 pada tahun sebelumnya" in ahead.points[0]
    assert section(pack, "Hasil per tahap").title.startswith("Dari 15 usulan")
    tile = words(deck(warehouse, BANGKA).slides[1])
    assert "\n–\n" in tile


def test_the_whole_contest_has_its_silent_loss_and_no_duties(warehouse: metrics.Warehouse) -> None:
    pack = Pack(warehouse, WHOLE)
    assert "673 dari 3.051 usulan terdaftar (22,1 %) tidak pernah diserahkan" in section(pack, "Tahapan").title
    assert not {"Perangkat daerah", "Keputusan rapat"} & {each.name for each in pack.sections}
    english = Pack(warehouse, replace(WHOLE, lang="en"))
    assert "673 of 3,051" in section(english, "Stages").title


def test_an_open_edition_is_judged_and_its_partial_counts_are_not_drawn(warehouse: metrics.Warehouse) -> None:
    pack = Pack(warehouse, OPEN)
    assert "berisiko" in section(pack, "Keadaan").title
    assert section(pack, "Tahapan").chart is None
    targets = section(pack, "Target")
    assert [table.slides for table in targets.tables] == [True, False]
    assert "Edisi" not in targets.title
    assert pack.meeting.plan.year == 2026
    assert Pack(warehouse, SAMPLE).meeting.plan.year == 2026


def test_a_plan_brings_its_division(warehouse: metrics.Warehouse) -> None:
    found = agencies.roll(warehouse, "kab-contoh", 2026)
    assert found is not None
    shares = allocation.allocate(found.candidates, 52, found.minimum)
    plan = PlanRequest("kab-contoh", "lomba-kab-contoh", 2026, 52, 2, 0.9, shares)
    pack = Pack(warehouse, replace(OPEN, plan=plan))
    table = section(pack, "Pembagian").tables[0]
    assert table.total is not None
    assert table.total[1] == 52 == sum(int(row[1] or 0) for row in table.rows)
    assert section(pack, "Hasil per tahap").points == ("52 usulan adalah jumlah yang direncanakan untuk 2026.",)
    last = [shape.table for slide in Presentation(io.BytesIO(pack.made("pptx"))).slides for shape in slide.shapes
            if shape.has_table][-1]  # fmt: skip
    assert [cell.text for cell in last.rows[len(last.rows) - 1].cells][:2] == ["Jumlah", "52"]


@pytest.mark.parametrize("request_of", [BANGKA, SAMPLE, WHOLE])
def test_slides_can_be_read_from_the_back_row(warehouse: metrics.Warehouse, request_of: PackRequest) -> None:
    made_deck = deck(warehouse, request_of)
    assert (made_deck.slide_width, made_deck.slide_height) == (Inches(WIDTH), Inches(HEIGHT))
    for slide in made_deck.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.left + shape.width <= made_deck.slide_width
            if shape.has_table:
                assert shape.top + sum(row.height for row in shape.table.rows) <= Inches(BOTTOM) + Emu(1000)
                frames, least = [cell.text_frame for row in shape.table.rows for cell in row.cells], CELL
            elif shape.has_text_frame and shape.top < Inches(BOTTOM):
                frames, least = [shape.text_frame], BODY - 2 if shape == slide.shapes.title else BODY
            else:
                continue
            runs = [run for frame in frames for paragraph in frame.paragraphs for run in paragraph.runs]
            assert all(run.font.size.pt >= least for run in runs)


def test_long_tables_are_parted_and_say_which_part(warehouse: metrics.Warehouse) -> None:
    titles = [slide.shapes.title.text for slide in deck(warehouse, BANGKA).slides]
    parts = [title for title in titles if title.startswith("Tahun 2018: 32 dari 35")]
    assert [title[-5:] for title in parts] == [f"({n}/{len(parts)})" for n in range(1, len(parts) + 1)]
    assert len(parts) > 1


@pytest.mark.parametrize("kind", FORMATS)
def test_the_same_figures_make_the_same_file(warehouse: metrics.Warehouse, kind: str) -> None:
    assert Pack(warehouse, BANGKA).made(kind) == made(warehouse.version, BANGKA, kind)


def test_words_of_the_data_are_shown_and_never_act(warehouse: metrics.Warehouse) -> None:
    reader, day = Reader(warehouse, "id"), warehouse.as_of
    table = Table((Column(NASTY), Column("n", "count")), ((NASTY, 1),), caption=NASTY)
    nasty = Section(NASTY, NASTY, (NASTY,), (Tile(NASTY, NASTY, NASTY),), (table,), notes=(NASTY,))
    cover = Cover(NASTY, (NASTY,))
    read = Presentation(io.BytesIO(slides(cover, [nasty], reader, day)))
    assert read.slides[0].shapes.title.text == NASTY
    assert NASTY in words(read.slides[2])
    assert document(cover, [nasty], reader, day).startswith(b"%PDF-")
    titles = typst.query(TEMPLATE.read_bytes(), "heading", field="body", sys_inputs={"data": json.dumps(_given(nasty))})
    assert NASTY in str(json.loads(titles))


def _given(nasty: Section) -> dict[str, Any]:
    one: dict[str, Any] = {key: [] for key in ("points", "tiles", "tables", "notes")} | {"title": nasty.title}
    one |= {"chart": None}
    return {"lang": "id", "title": nasty.title, "lines": [], "sections": [one], "year": 2026, "month": 1, "day": 2}


@given(st.lists(st.text("abc ", max_size=400), max_size=60), st.booleans())
def test_parts_of_a_table_keep_every_row_and_fit(texts: list[str], has_total: bool) -> None:
    rows = tuple((text, number) for number, text in enumerate(texts))
    total = ("Jumlah", len(texts)) if has_total else None
    table = Table((Column("a"), Column("b", "count")), rows, total=total, summed=(1,) if has_total else ())
    parts = tabular.split(table, "id")
    assert tuple(row for part in parts for row in part.rows) == rows
    assert [part.total for part in parts] == [None] * (len(parts) - 1) + [total]
    assert all(part.rows for part in parts) or not rows


def test_numbers_of_sources_are_drawn_together() -> None:
    assert spans([1, 2, 3, 7, 9, 10]) == ["1–3", "7", "9–10"]


def test_unknown_names_are_refused(warehouse: metrics.Warehouse) -> None:
    for request in (PackRequest("kab-bangk", "kipp-2018"), PackRequest(None, "kipp-218")):
        with pytest.raises(UnknownName):
            _ = Pack(warehouse, request).sections


def test_the_command_writes_all_three(
    warehouse: metrics.Warehouse, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["pack", "--government", "kab-bangka", "--edition", "kipp-2018", "--out", str(tmp_path)]
    assert main(asked) == 0
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == sorted(f"rapat-kab-bangka-kipp-2018.{kind}" for kind in FORMATS)
    assert capsys.readouterr().out.endswith("ditulis.\n")
    for kind in FORMATS:
        written = (tmp_path / f"rapat-kab-bangka-kipp-2018.{kind}").read_bytes()
        assert written == made(warehouse.version, BANGKA, kind)


@pytest.mark.parametrize(
    ("changed", "code", "named"),
    [
        ({"--government": "kab-bangk"}, 2, "kab-bangka"),
        ({"--edition": "kipp-218"}, 2, "kipp-2018"),
        ({"--out": "nowhere"}, 1, "nowhere"),
    ],
)
def test_the_command_refuses_in_one_sentence(
    warehouse: metrics.Warehouse,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    changed: dict[str, str],
    code: int,
    named: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    given_words = {"--government": "kab-bangka", "--edition": "kipp-2018", "--out": "."} | changed
    assert main(["pack", *(word for pair in given_words.items() for word in pair)]) == code
    said = capsys.readouterr().err
    assert named in said
    assert len(said.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("kind", "part"), [("xlsx", "libsclo.so"), ("pptx", "libsdlo.so")])
def test_an_office_program_opens_it(warehouse: metrics.Warehouse, tmp_path: Path, kind: str, part: str) -> None:
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None or not (Path(office).resolve().parent / part).exists():
        pytest.fail(f"no LibreOffice that opens {kind}: run `make programs` or install it", pytrace=False)
    (tmp_path / f"rapat.{kind}").write_bytes(made(warehouse.version, BANGKA, kind))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), f"rapat.{kind}"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=150)
    assert (tmp_path / "rapat.pdf").read_bytes().startswith(b"%PDF-")
