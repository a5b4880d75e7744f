"""A template of one's own: what must stand in it, what may, and what is refused by name before anything runs."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest
from docx import Document

import metrics
import reports
from reports import LetterRequest, MinutesRequest, Refused, docs, templating
from reports.fields import LETTER, MINUTES, Form
from reports.templates import make
from tests.reports.reading import attachments, text_of
from tests.reports.town import PLACE, YEAR
from texts import LANGUAGES

OURS = templating.shipped("letter", "id")
REQUIRED = [
    (form, name)
    for form in (LETTER, MINUTES)
    for field in form.fields
    if field.required
    for name in (*([] if field.parts else [field.name]), *(f"{field.name}.{part}" for part in field.parts))
]


def changed(template: bytes, old: str, new: str, part: str = "word/document.xml") -> bytes:
    """A template with one piece of its XML replaced; the piece must be there."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template)) as before, zipfile.ZipFile(made, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            if name == part:
                assert old in content.decode()
                content = content.decode().replace(old, new).encode()
            after.writestr(name, content)
    return made.getvalue()


def with_text(text: str, template: bytes = OURS) -> bytes:
    """A template with a paragraph more."""
    document = Document(io.BytesIO(template))
    document.paragraphs[0].insert_paragraph_before(text)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def without(name: str, form: Form) -> bytes:
    """The shipped template with a field taken out, in whatever way it is written there."""
    template = templating.shipped(form.name, "id")
    field, _, part = name.partition(".")
    if part:
        return _without_part(template, field, part)
    if form.by_name[field].is_list:
        xml = zipfile.ZipFile(io.BytesIO(template)).read("word/document.xml").decode()
        loop = re.search(rf"for baris in {field} %}}.*?({{{{ baris }}}})", xml, re.S)
        assert loop
        return changed(template, loop[0], loop[0].replace(loop[1], "tetap"))
    for written in {f"{{{{ {field} }}}}", f"{{{{ {field}|upper }}}}"}:
        if written in zipfile.ZipFile(io.BytesIO(template)).read("word/document.xml").decode():
            template = changed(template, written, "tetap")
    return template


def _without_part(template: bytes, field: str, part: str) -> bytes:
    xml = zipfile.ZipFile(io.BytesIO(template)).read("word/document.xml").decode()
    loop = re.search(rf"for baris in {field} %}}.*?{{%tr endfor", xml, re.S)
    assert loop
    return changed(template, loop[0], loop[0].replace(f"{{{{ baris.{part} }}}}", "tetap"))


def refusal(template: bytes, form: Form = LETTER) -> Refused:
    with pytest.raises(Refused) as refused:
        templating.check(template, form)
    return refused.value


def test_the_shipped_templates_are_what_the_script_makes(tmp_path: Path) -> None:
    make.main(tmp_path)
    names = [f"{form}.{lang}.docx" for form in ("letter", "minutes") for lang in LANGUAGES]
    for name in names:
        with zipfile.ZipFile(tmp_path / name) as made, zipfile.ZipFile(templating.HERE / name) as kept:
            assert {part: made.read(part) for part in made.namelist()} == {p: kept.read(p) for p in kept.namelist()}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_shipped_templates_pass_and_use_every_field(lang: str) -> None:
    for form in (LETTER, MINUTES):
        template = templating.shipped(form.name, lang)
        templating.check(template, form)
        xml = zipfile.ZipFile(io.BytesIO(template)).read("word/document.xml").decode()
        unused = [field.name for field in form.fields if not re.search(rf"\b{field.name}\b", xml)]
        assert unused == ([] if form is LETTER else ["pemerintah"])


@pytest.mark.parametrize(("form", "name"), REQUIRED, ids=[f"{form.name}-{name}" for form, name in REQUIRED])
def test_a_missing_field_is_refused_by_name(form: Form, name: str) -> None:
    error = refusal(without(name, form), form)
    assert (error.code, error.params) == ("field_missing", {"field": name})
    assert name in error.message()
    assert name in error.message("en")


def test_a_field_that_is_only_tested_is_missing() -> None:
    tested = changed(OURS, "{{ batas_waktu }}", "{% if batas_waktu %}ada{% endif %}")
    assert refusal(tested).params == {"field": "batas_waktu"}


@pytest.mark.parametrize(
    ("text", "code", "named"),
    [
        ("{{ batas_wktu }}", "field_unknown_near", "batas_wktu"),
        ("{{ qqq }}", "field_unknown", "qqq"),
        ("{% for r in lampiran %}{{ r.nilai_uang }}{% endfor %}", "field_unknown", "lampiran.nilai_uang"),
        ("{{ lampiran.no }}", "field_unknown", "lampiran.no"),
        ("{{ hal.__class__ }}", "field_unknown", "hal.__class__"),
        ("{{ hal()}}", "template_construct", "call"),
        ("{{ 'a' * 10 }}", "template_construct", "mul"),
        ("{{ hal|safe }}", "template_construct", "safe"),
        ("{% set x = 1 %}", "template_construct", "assign"),
        ("{% include 'x' %}", "template_construct", "include"),
        ("{% for x in range(9) %}{% endfor %}", "template_construct", "for"),
        ("{% for x in kepada %}{% for y in kepada %}{{ y }}{% endfor %}{% endfor %}", "template_construct", "for"),
        ("{% for x in hal %}{{ x }}{% endfor %}", "template_construct", "hal"),
        ("{{r hal }}", "template_construct", "{{r hal"),
        ("{% if hal %}", "template_syntax", "endif"),
    ],
)
def test_what_a_template_may_not_do_is_refused(text: str, code: str, named: str) -> None:
    error = refusal(with_text(text))
    assert error.code == code
    assert named in error.message()


def test_a_field_of_one_letter_may_not_stand_in_the_footer() -> None:
    document = Document(io.BytesIO(OURS))
    document.sections[0].footer.paragraphs[0].text = "{{ keadaan }}"
    made = io.BytesIO()
    document.save(made)
    assert (error := refusal(made.getvalue())).code == "field_in_frame"
    assert "keadaan" in error.message()


@pytest.mark.parametrize("content", [b"", b"nomor: {{ nomor }}", b"PK\x03\x04broken", OURS[:5000]])
def test_what_is_no_docx_is_refused_in_one_sentence(content: bytes) -> None:
    assert refusal(content).code == "template_no_docx"


def test_a_workbook_a_bomb_and_entities_are_refused() -> None:
    bomb, workbook = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(workbook, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 70_000_000)
    assert refusal(workbook.getvalue()).code == "template_no_docx"
    assert refusal(bomb.getvalue()).code == "template_too_large"
    entity = changed(OURS, "<w:document", '<!DOCTYPE x [<!ENTITY e "x">]><w:document')
    assert refusal(entity).code == "template_entities"


def test_a_template_of_ones_own_keeps_its_words_and_takes_the_figures(complete: metrics.Warehouse) -> None:
    own = changed(OURS, "Demikian disampaikan", "Atas nama rakyat &amp; daerah")
    own = with_text("{{ pemerintah|upper }}: {% if nomor %}bernomor{% endif %}", own)
    text = text_of(reports.letter(complete, LetterRequest(PLACE, YEAR, template=own)))
    assert "Atas nama rakyat & daerah" in text
    assert text.startswith("KABUPATEN ALUN: bernomor\n")


def test_a_template_is_checked_before_the_figures_are_read(complete: metrics.Warehouse) -> None:
    with pytest.raises(Refused, match="template_no_docx"):
        reports.letter(complete, LetterRequest("nobody", 1, template=b"x"))
    with pytest.raises(Refused, match="template_no_docx"):
        reports.minutes(complete, MinutesRequest("nobody", "nothing", template=b"x"))


def test_letters_in_one_file_begin_anew_and_keep_their_own_pages(complete: metrics.Warehouse) -> None:
    paper = reports.letter(complete, LetterRequest(PLACE, YEAR, form="each"))
    document: Any = Document(io.BytesIO(paper))
    n = len(attachments(paper))
    assert len(document.sections) == 2 * n
    starts = [bool(section._sectPr.xpath("./w:pgNumType/@w:start")) for section in document.sections]
    assert starts == [True, False] * n
    assert [section.footer.is_linked_to_previous for section in document.sections] == [False] * (2 * n)
    heading = [
        row._tr.xpath("./w:trPr/w:tblHeader") != [] for t in document.tables if len(t.columns) == 7 for row in t.rows
    ]
    assert heading == [True, False, False] * n


def test_the_document_of_fields_is_what_the_program_says(repository: Path) -> None:
    assert (repository / "docs" / "letter_template.md").read_text(encoding="utf-8") == docs.render()


def test_a_word_processor_opens_every_paper(large: metrics.Warehouse, tmp_path: Path) -> None:
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.fail("LibreOffice is missing: install the package libreoffice-writer-nogui", pytrace=False)
    for request in (LetterRequest(PLACE, YEAR, form="one"), LetterRequest(PLACE, YEAR, form="each")):
        (tmp_path / f"{request.form}.docx").write_bytes(reports.letter(large, request))
    command = [
        office,
        f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        "txt:Text",
    ]
    papers = [str(path) for path in sorted(tmp_path.glob("*.docx"))]
    subprocess.run([*command, "--outdir", str(tmp_path), *papers], check=True, capture_output=True, timeout=150)
    opened = {path.stem: path.read_text(encoding="utf-8-sig") for path in tmp_path.glob("*.txt")}
    n = len(attachments((tmp_path / "each.docx").read_bytes()))
    assert opened["each"].count("Demikian disampaikan") == n > 80
    assert f"Jumlah: {n} perangkat daerah" in opened["one"]
