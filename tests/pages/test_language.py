"""The words of a page are in one language; only names, titles and notes keep the language of their source."""

import re
from collections.abc import Callable

import pytest

import metrics
import texts
from tests.pages.conftest import Visit
from tests.pages.scopes import ENGLISH, EVERY
from tests.pages.screen import PAGES

# Words that every sentence of a language uses, and that the other language has not.
FOREIGN = {
    "id": re.compile(r"\b(the|of|and|with|from|not|are|is|has|have|which|entries|agencies|unknown|year)\b", re.I),
    "en": re.compile(r"\b(dan|yang|dari|untuk|belum|tidak|pada|dengan|usulan|tahun|oleh|adalah|sudah|menurut)\b", re.I),
}
Clean = Callable[[str, str], str]


@pytest.fixture(scope="session")
def data_words() -> dict[str, list[str]]:
    """Room for the texts of the warehouse that hold words of a language, read once."""
    return {}


@pytest.fixture
def own_words(warehouse: metrics.Warehouse, data_words: dict[str, list[str]]) -> Clean:
    """Strips from a piece of text what stands in the data, so that the project's own words are left."""
    if not data_words:
        found = _texts_of(warehouse)
        data_words |= {lang: [text for text in found if FOREIGN[lang].search(text)] for lang in texts.LANGUAGES}

    def strip(piece: str, lang: str) -> str:
        if FOREIGN[lang].search(piece):
            for text in data_words[lang]:
                piece = piece.replace(text, "")
        return piece

    return strip


@pytest.mark.parametrize("scope", ENGLISH)
@pytest.mark.parametrize("lang", texts.LANGUAGES)
@pytest.mark.parametrize("path", PAGES)
def test_a_page_speaks_one_language(path: str, lang: str, scope: str, visit: Visit, own_words: Clean) -> None:
    """No word of the other language outside what the data say, in markup, labels and descriptions of charts."""
    query = {**EVERY[scope], **({} if lang == texts.DEFAULT else {"lang": lang})}
    pieces = visit(path, query).pieces
    left = {own_words(piece, lang) for piece in pieces}
    assert sorted(piece for piece in left if FOREIGN[lang].search(piece)) == []


def _texts_of(warehouse: metrics.Warehouse) -> list[str]:
    """Every text in the published tables, also without what stands in brackets; the longest first."""
    columns = warehouse.rows(
        "SELECT table_name, column_name FROM duckdb_columns()"
        " WHERE database_name = 'warehouse' AND data_type = 'VARCHAR'"
    )
    found: set[str] = set()
    for table, column in columns:
        rows = warehouse.rows(f'SELECT DISTINCT "{column}" FROM warehouse."{table}" WHERE "{column}" IS NOT NULL')
        found |= {str(text) for (text,) in rows}
    short = {re.split(r" \(|; ", text)[0] for text in found}
    return sorted(found | short, key=len, reverse=True)
