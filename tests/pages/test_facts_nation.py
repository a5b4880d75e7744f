"""The national contest: funnel, silent loss, rivals and the gap of 2024, each the metric's own figure."""

import metrics
import texts
from tests.golden import Row
from tests.pages.conftest import Visit
from tests.pages.facts import listed, one, rows
from tests.pages.scopes import SCOPES

STAGES, ENTRIES, QUALITY = "pages/rapat/tahapan.py", "pages/rapat/usulan.py", "pages/data/mutu.py"
NATION = {"government": "all", "competition": "kipp"}
WHOLE = {"scope_kind": "all", "group": ""}


def rate(warehouse: metrics.Warehouse, edition: str, stage: str) -> Row:
    """The pass rate of a stage for the whole contest."""
    return one(warehouse, "stage_pass_rate", {**WHOLE, "stage_id": stage}, edition=edition)


def test_the_administrative_stage_of_2022(visit: Visit, warehouse: metrics.Warehouse) -> None:
    """1.917 of 2.454 passed: 78,1 %, 76,4–79,7 %, as counts, as a rate and in the finding."""
    row, screen = rate(warehouse, "kipp-2022", "administrative"), visit(STAGES, SCOPES["nation-2022"])
    passed, entered = texts.number(row["numerator"]), texts.number(row["denominator"])
    share, span = texts.percent(row["value"]), texts.span(row["low"], row["high"])
    assert (passed, entered, share, span) == ("1.917", "2.454", "78,1 %", "76,4–79,7 %")
    assert screen.has_row(row["stage_name"], passed, entered)
    assert screen.has_row(row["stage_name"], texts.ratio(row["numerator"], row["denominator"]), share, span)
    assert all(words in screen.finding for words in (passed, entered, share))


def test_the_administrative_stage_of_2022_in_english(visit: Visit, warehouse: metrics.Warehouse) -> None:
    """The same figures as English writes them."""
    row = rate(warehouse, "kipp-2022", "administrative")
    screen = visit(STAGES, {**SCOPES["nation-2022"], "lang": "en"})
    assert texts.ratio(row["numerator"], row["denominator"], "en") == "1,917/2,454"
    assert screen.has_row(row["stage_name"], "1,917/2,454", "78.1 %", "76.4–79.7 %")
    assert "2.454" not in screen.text


def test_the_silent_loss_of_2022(visit: Visit, warehouse: metrics.Warehouse) -> None:
    """1.024 registered and never handed in, 612 with the service units and 412 with the admins, out of 3.478."""
    lost = {row["part"]: row for row in rows(warehouse, "silent_loss", {"scope_kind": "all"}, edition="kipp-2022")}
    screen = visit(STAGES, SCOPES["nation-2022"])
    numbers = {part: texts.number(row["numerator"]) for part, row in lost.items()}
    assert numbers == {"": "1.024", "unit layanan": "612", "admin instansi": "412"}
    assert texts.number(lost[""]["denominator"]) == "3.478"
    cells = [(row[0], set(row)) for table in screen.tables for row in table.rows]
    for part, number in numbers.items():
        assert any(part in header and {number, "3.478"} <= row for header, row in cells), (part, number)
    assert texts.percent(lost[""]["value"]) == "29,4 %"
    assert all(words in screen.finding for words in ("1.024", "3.478", "29,4 %"))
    assert "29,4 %" in {tile.value for tile in visit("pages/rapat/ringkasan.py", SCOPES["nation-2022"]).tiles.values()}


def test_every_figure_of_the_funnel_is_marked_as_reported(visit: Visit, warehouse: metrics.Warehouse) -> None:
    """The rate of 2022 opens its basis and both of its sources by title."""
    row, screen = rate(warehouse, "kipp-2022", "administrative"), visit(STAGES, SCOPES["nation-2022"])
    titles = [one_of["title"] for one_of in listed(warehouse, "sources", {"source_id": row["sources"]})]
    opened = [" ".join(each.itertext()) for each in screen.root.iter("details")]
    assert row["basis"] == "reported"
    assert len(titles) == 2
    assert any(texts.t("basis.mark_reported") in words and all(t in words for t in titles) for words in opened)


def test_2019_shows_its_figure_and_both_rivals(visit: Visit, warehouse: metrics.Warehouse) -> None:
    """1.329 is shown, and 1.627 and 1.651 of other sources stand beside it, on the funnel and under data quality."""
    query = {**NATION, "edition": "kipp-2019"}
    row = rate(warehouse, "kipp-2019", "administrative")
    place = {"edition_id": "kipp-2019", "stage_id": "administrative", "scope_kind": "all", "group": ""}
    said = {texts.number(rival["value"]): rival["shown"] for rival in listed(warehouse, "rivals", place)}
    assert said == {"1.329": True, "1.627": False, "1.651": False}
    assert texts.number(row["numerator"]) == "1.329"
    assert visit(STAGES, query).has_row(row["stage_name"], "1.329")
    for path in (STAGES, QUALITY):
        assert all(number in visit(path, query).text for number in said)


def test_the_levels_of_2019_add_up(visit: Visit, warehouse: metrics.Warehouse) -> None:
    """232 + 68 + 161 + 597 + 271 = 1.329: the rows by level on the page, and its total row."""
    where = {"scope_kind": "level", "stage_id": "administrative", "group": ""}
    levels = {row["scope_id"]: row for row in rows(warehouse, "stage_funnel", where, edition="kipp-2019")}
    screen = visit(ENTRIES, {**NATION, "edition": "kipp-2019"})
    assert sum(row["passed"] for row in levels.values()) == 1329
    for level, row in levels.items():
        assert screen.has_row(texts.t(f"level.{level}"), texts.number(row["passed"]))
    assert ["1.329"] in [list(table.foot[1:]) for table in screen.tables]


def test_2024_is_a_gap_and_not_a_zero(visit: Visit, warehouse: metrics.Warehouse) -> None:
    """Over the years 2024 stands as a year without an edition: dashes and words that say so, no number at all."""
    screen = visit(STAGES, {**NATION, "edition": "kipp-2025", "from": "2014", "to": "2025"})
    found = screen.rows_headed("2024")
    assert rows(warehouse, "submissions", competition="kipp", years=(2024, 2024)) == []
    assert found
    assert [cell for row in found for cell in row if any(character.isdigit() for character in cell)] == []
    assert all(texts.MISSING in row and texts.t("page.tahapan.no_edition") in row for row in found)


def test_the_years_of_the_contest_are_the_metric_s(visit: Visit, warehouse: metrics.Warehouse) -> None:
    """Registered, handed in and passed the administrative stage, year by year from 2014 to 2025."""
    screen = visit(STAGES, {**NATION, "edition": "kipp-2025", "from": "2014", "to": "2025"})
    counts = [f for kind in ("registered", "submitted", "administrative")
             for f in rows(warehouse, "stage_funnel", {**WHOLE, "kind": kind}, competition="kipp")]  # fmt: skip
    years = {row["edition_id"]: str(row["year"]) for row in listed(warehouse, "editions", {"competition_id": "kipp"})}
    known = [(years[row["edition_id"]], texts.number(row["passed"])) for row in counts if row["basis"] == "reported"]
    assert len(known) > 20
    assert [pair for pair in known if not screen.has_row(*pair)] == []
