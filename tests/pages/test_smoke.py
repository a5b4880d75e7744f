"""Every page below pages/ at every scope: it draws, says its finding, and shows no raw value."""

import re

import pytest

import metrics
import texts
from tests.pages.conftest import Visit
from tests.pages.scopes import EVERY, NONSENSE, NOTHING, SCOPES, VISITS
from tests.pages.screen import PAGES, open_root

RAW = {
    "id": re.compile(r"\b(nan|NaN|NaT|None|inf)\b|<NA>|\{\w+\}"),
    "en": re.compile(r"\b(nan|NaN|NaT|inf)\b|<NA>|\{\w+\}"),  # "None" is a word there: a state of the board
}
KEY = re.compile(r"\b[a-z_]+(?:\.[a-z_0-9]+)+\b")

cases = pytest.mark.parametrize(
    ("path", "scope", "lang"),
    [pytest.param(path, *visit, id="-".join((path.split("/")[-1][:-3], *visit))) for path in PAGES for visit in VISITS],
)


def address(scope: str, lang: str) -> dict[str, str]:
    """The query of a scope in a language; Indonesian is what an address without `lang` opens."""
    return {**EVERY[scope], **({} if lang == texts.DEFAULT else {"lang": lang})}


def test_there_are_pages() -> None:
    """The tests below have something to open, and every page stands in a section's folder."""
    assert len(PAGES) >= 8
    assert all(re.fullmatch(r"pages/[a-z]+/[a-z]+\.py", path) for path in PAGES)


@cases
def test_a_page_draws_without_an_error(path: str, scope: str, lang: str, visit: Visit) -> None:
    """No exception, no error box, and well-formed markup."""
    screen = visit(path, address(scope, lang))
    assert [(element.message, element.stack_trace[-3:]) for element in screen.app.exception] == []
    assert [element.value for element in screen.app.error] == []
    assert screen.root is not None


@cases
def test_a_page_has_one_title_and_a_finding(path: str, scope: str, lang: str, visit: Visit) -> None:
    """Exactly one h1, the page's own in the language asked for, and one sentence that says the finding."""
    screen, name = visit(path, address(scope, lang)), path.split("/")[-1][:-3]
    assert screen.titles == [f"{texts.t(f'page.{name}.title', lang)}: {texts.t(f'page.{name}.question', lang)}"]
    assert len(screen.finding.split()) >= 3, f"the finding is {screen.finding!r}"


@cases
def test_no_raw_value_and_no_raw_key_on_a_page(path: str, scope: str, lang: str, visit: Visit) -> None:
    """A missing value is a dash, and a text key or an unfilled placeholder never reaches the reader."""
    known = texts.catalogue(lang)
    pieces = visit(path, address(scope, lang)).pieces
    raw = [piece for piece in pieces if RAW[lang].search(piece)]
    keys = [key for piece in pieces for key in KEY.findall(piece) if key in known or key.startswith("page.")]
    assert raw == []
    assert keys == []


@cases
def test_every_table_names_its_columns_and_rows(path: str, scope: str, lang: str, visit: Visit) -> None:
    """A table has a caption, headings that say they are, and as many cells in a row as headings."""
    for table in visit(path, address(scope, lang)).root.iter("table"):
        assert table.find("caption") is not None
        headings = list(table.iterfind("thead/tr/th"))
        assert headings
        assert all(heading.get("scope") == "col" for heading in headings)
        for row in table.iterfind("tbody/tr"):
            assert len(row) == len(headings)
            assert [cell.get("scope") for cell in row if cell.tag == "th"] == ["row"]


@pytest.mark.parametrize("path", PAGES)
def test_an_unknown_value_in_the_address_is_named(path: str, visit: Visit) -> None:
    """Each wrong value of an address is shown as text and the nearest real one is named; the page opens."""
    screen = visit(path, NONSENSE)
    notices = [" ".join(each.itertext()) for each in screen.root.iter("div") if each.get("class") == "pi-notice"]
    said = " ".join(notices)
    wrong = [value for key, value in NONSENSE.items() if key != "kinds"]
    assert [value for value in (*wrong, "dines") if value not in said] == []
    assert "kab-bangka-barat" in said
    assert [tag.tag for tag in screen.root.iter("b") if tag.text == "kipp"] == []


def test_the_scope_without_data_is_without_data(warehouse: metrics.Warehouse) -> None:
    """The government of the scope "no-data" is in the register, and nothing is known of it in any contest."""
    scope = metrics.Scope(government=NOTHING)
    assert NOTHING in set(metrics.listing("governments", metrics.Scope(), warehouse)["government_id"])
    known = metrics.run("coverage", scope, warehouse)
    assert known[known["government_id"].notna()].empty


def test_the_scopes_are_real(warehouse: metrics.Warehouse) -> None:
    """Every edition and agency that the scopes name is in the data; a misspelt one would test the notice instead."""
    editions = set(metrics.listing("editions", metrics.Scope(), warehouse)["edition_id"])
    agencies = set(metrics.listing("agencies", metrics.Scope(), warehouse)["agency_id"])
    assert {query["edition"] for query in SCOPES.values() if "edition" in query} <= editions
    assert {query["agency"] for query in SCOPES.values() if "agency" in query} <= agencies


def test_the_bare_address_opens_the_first_page_at_home(visit: Visit) -> None:
    """Without a page and a query the reader sees the summary of the home government, and the address says so."""
    root, named = open_root({}), visit("pages/rapat/ringkasan.py", {})
    assert root.text == named.text
    assert root.app.query_params["government"] == "kab-bangka"
    assert root.app.query_params["edition"] == "kipp-2018"
