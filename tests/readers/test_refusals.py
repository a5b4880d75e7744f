"""What is not read, and why: one code, one sentence in each language, nothing else."""

import io
import re
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

import texts
from etl import readers
from etl.limits import LimitError, Limits, limits
from etl.workbook import Refused
from tests.readers.making import SHEET_XML, members, ods, read, refusal, table, xlsx, zipped

SMALL = table(["No", "Judul"], [1, "Sapa"])
MEGABYTE = 1024 * 1024


def _swollen(megabytes: int) -> bytes:
    parts = members(SMALL)
    return zipped(parts | {SHEET_XML: parts[SHEET_XML].replace(b"</worksheet>", b" " * megabytes * MEGABYTE)})


def _lying(data: bytes, name: str) -> bytes:
    """The archive with a directory that calls the member one byte long."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = struct.pack("<I", archive.getinfo(name).file_size)
    return data.replace(size, struct.pack("<I", 1))


def _with_member(name: str, content: bytes) -> bytes:
    return zipped(members(SMALL) | {name: content})


_ENTITY = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'
FILES: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "no byte": (lambda: b"", "a.xlsx", "empty"),
    "only a byte order mark": (lambda: b"\xef\xbb\xbf", "a.csv", "empty"),
    "only blanks": (lambda: b" \r\n\t\n", "a.csv", "empty"),
    "no cell": (lambda: xlsx(), "a.xlsx", "empty"),
    "no cell in an ODS": (lambda: ods('<table:table table:name="R"/>'), "a.ods", "empty"),
    "a PDF": (lambda: b"%PDF-1.7\n1 0 obj\n", "a.xlsx", "not_what_it_claims"),
    "a PDF as text": (lambda: b"%PDF-1.7\n1 0 obj\n", "a.csv", "not_what_it_claims"),
    "a picture": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(64), "a.xls", "not_what_it_claims"),
    "a text document": (lambda: zipped({"word/document.xml": "<w/>"}), "a.xlsx", "not_what_it_claims"),
    "some archive": (lambda: zipped({"a.txt": "a"}), "a.xlsx", "not_what_it_claims"),
    "bytes of no known kind": (lambda: bytes(range(256)) * 8, "a.xlsx", "not_what_it_claims"),
    "another XML": (lambda: b'<?xml version="1.0"?><a><b>1</b></a>', "a.csv", "not_what_it_claims"),
    "half a workbook": (lambda: SMALL[: len(SMALL) // 2], "a.xlsx", "unreadable"),
    "a workbook without its sheet": (
        lambda: zipped({k: v for k, v in members(SMALL).items() if k != SHEET_XML}),
        "a.xlsx",
        "unreadable",
    ),
    "a sheet that is no XML": (lambda: _with_member(SHEET_XML, b"<worksheet><sheetData>"), "a.xlsx", "unreadable"),
    "much out of little": (lambda: _swollen(30), "a.xlsx", "bomb"),
    "much, called little": (lambda: _lying(_swollen(30), SHEET_XML), "a.xlsx", "bomb"),
    "an entity": (lambda: _with_member(SHEET_XML, _ENTITY), "a.xlsx", "xml_entities"),
    "an entity in a part that is not read": (lambda: _with_member("docProps/x.xml", _ENTITY), "a.xlsx", "xml_entities"),
    "an entity in UTF-16": (
        lambda: _with_member("docProps/x.xml", _ENTITY.decode().encode("utf-16")),
        "a.xlsx",
        "xml_entities",
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_files_that_are_not_read(name: str) -> None:
    make, called, code = FILES[name]
    assert refusal(make(), called) == code


def test_small_files_that_pack_well_are_no_bombs() -> None:
    data = table(*[["sama"] * 8] * 5_000)
    assert refusal(data, ratio=1) == "read"


def test_the_unpacked_size_is_counted_whatever_the_ratio() -> None:
    assert refusal(_swollen(2), unpacked=MEGABYTE, ratio=10_000) == "bomb"
    assert refusal(table(["x"]), unpacked=MEGABYTE) == "read"


def test_bytes_and_rows_have_limits() -> None:
    assert refusal(b"a,b\n" * 300, "a.csv", bytes=1_000) == "too_large"
    data = table(*[[number] for number in range(11)])
    assert refusal(data, rows=10) == "too_large"
    assert refusal(data, rows=11) == "read"


def test_a_locked_archive_is_refused() -> None:
    data = bytearray(zipped({"xl/workbook.xml": "<a/>"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert refusal(bytes(data)) == "password"


@pytest.mark.parametrize("code", sorted({code for _, _, code in FILES.values()} | {"too_large", "password"}))
@pytest.mark.parametrize("lang", texts.LANGUAGES)
def test_every_refusal_is_one_sentence_that_names_the_file(code: str, lang: str) -> None:
    refused = _refused(code)
    sentence = texts.t(f"import.refused.{code}", lang, **refused.params)
    assert "rekap.xlsx" in sentence
    assert sentence.endswith(".")


def _refused(code: str) -> Refused:
    made = {code: make for make, _, code in FILES.values()} | {"too_large": lambda: b"x" * 2 * MEGABYTE}
    made["password"] = lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage\0".encode("utf-16-le")
    with pytest.raises(Refused) as caught:
        readers.read("rekap.xlsx", made[code](), allowed=Limits(bytes=MEGABYTE))
    assert caught.value.code == code
    return caught.value


def test_the_sentence_for_another_kind_of_file_names_the_kind() -> None:
    with pytest.raises(Refused) as caught:
        read(b"%PDF-1.7", "a.xlsx")
    assert "(PDF)" in texts.t("import.refused.not_what_it_claims", "id", **caught.value.params)


def test_every_note_has_its_sentence() -> None:
    code = "".join(file.read_text(encoding="utf-8") for file in Path(readers.__file__).parent.glob("*.py"))
    said = {f"import.note.{name}" for name in re.findall(r'Note\("(\w+)"', code)}
    assert said == {key for key in texts.catalogue("id") if key.startswith("import.note.read_")}


def test_limits_come_from_the_environment() -> None:
    chosen = limits({"PAPAN_MAX_MB": "1", "PAPAN_MAX_ROWS": " 50 ", "PAPAN_MAX_TITLE": "", "PAPAN_MAX_RATIO": "9"})
    assert chosen == Limits(bytes=MEGABYTE, rows=50, ratio=9)
    assert limits({}) == Limits()


@pytest.mark.parametrize("value", ["0", "-1", "2,5", "banyak", "½"])
def test_a_limit_that_is_no_number_says_which_and_what(value: str) -> None:
    with pytest.raises(LimitError, match="PAPAN_MAX_UNPACKED_MB") as caught:
        limits({"PAPAN_MAX_UNPACKED_MB": value})
    assert repr(value) in str(caught.value)


def test_the_environment_is_what_a_reading_goes_by(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAPAN_MAX_ROWS", "1")
    with pytest.raises(Refused, match="too_large"):
        readers.read("a.csv", b"a,b\n1,2\n")


def test_an_error_of_whoever_is_told_the_progress_is_no_fault_of_the_file() -> None:
    def stumble(step: str, done: int, total: int) -> None:
        raise LookupError("no text")

    with pytest.raises(LookupError, match="no text"):
        readers.read("rekap.xlsx", table(["Judul"], ["SIAKAS"]), stumble)
