"""The other source cases on the pages: each figure is the metric's, and no rate stands where none can be known."""

import pytest

import metrics
import texts
from tests.pages.conftest import Visit
from tests.pages.facts import listed, one, rows
from tests.pages.scopes import SCOPES, Query
from tests.pages.screen import PAGES, Screen

STAGES, BOARD, ENTRIES = "pages/rapat/tahapan.py", "pages/kepatuhan/kepatuhan.py", "pages/rapat/usulan.py"


def rates(screen: Screen, stage: str) -> list[tuple[str, ...]]:
    """The rows of a stage that hold a share of something (k/n)."""
    return [row for row in screen.rows_headed(stage) if any("/" in cell for cell in row)]


def test_bogor_2017_counts_agencies_not_innovations(visit: Visit, warehouse: metrics.Warehouse) -> None:
    """16 of 35 agencies in force, 45,7 %; never 31 innovations over 35, nor over 18 named agencies."""
    row, screen = (
        one(warehouse, "participation", government="kota-bogor", years=(2017, 2017)),
        visit(BOARD, SCOPES["bogor-2017"]),
    )
    share = texts.percent(row["value"])
    assert (texts.ratio(row["numerator"], row["denominator"]), share) == ("16/35", "45,7 %")
    assert all(words in screen.finding for words in ("16", "35", share))
    assert share in {tile.value for tile in screen.tiles.values()}
    assert screen.has_row("2017", "16/35", "19")
    assert [path for path in PAGES if "31/35" in visit(path, SCOPES["bogor-2017"]).text] == []


def test_bogor_2017_the_rate_by_hand(visit: Visit, warehouse: metrics.Warehouse) -> None:
    """The rows of the register, counted here without a metric, give the 16 agencies that the page says have met."""
    entries = listed(warehouse, "entries", {"edition_id": "inovasik-kota-bogor-2017"})
    kinds = {row["agency_id"]: row["kind"] for row in listed(warehouse, "agencies", {"government_id": "kota-bogor"})}
    counted = set(listed(warehouse, "policies", {"government_id": "kota-bogor", "year": 2017})[0]["kinds_counted"])
    met = {row["agency_id"] for row in entries if row["agency_id"] and kinds[row["agency_id"]] in counted}
    screen = visit(BOARD, SCOPES["bogor-2017"])
    words = texts.t("board.state.met")
    board = next(table for table in screen.tables if "2017" in table.headings and len(table.rows) == 35)
    assert len(met) == 16
    assert len([row for row in board.rows if words in row[1]]) == len(met)


def test_bangka_barat_2023_one_of_five(visit: Visit, warehouse: metrics.Warehouse) -> None:
    """Verification at that moment: 1 of 5, 20 %, 3,6–62,4 %, four pending."""
    screen = visit(STAGES, SCOPES["bangka-barat-2023"])
    found = rows(warehouse, "stage_pass_rate", {"kind": "verified"}, government="kab-bangka-barat", edition="kipp-2023")
    row = next(each for each in found if each["government_id"] == "kab-bangka-barat")
    share, span = texts.percent(row["value"]), texts.span(row["low"], row["high"])
    assert (texts.ratio(row["numerator"], row["denominator"]), share, span) == ("1/5", "20,0 %", "3,6–62,4 %")
    stage = row["stage_name"].split(" (")[0]  # the page leaves out whose preparation it is
    assert screen.has_row(stage, "1/5", share, span)
    assert screen.has_row(stage, "5", "1", texts.number(row["pending"]))
    assert row["pending"] == 4


def test_magelang_2017_as_held_and_as_planned(visit: Visit, warehouse: metrics.Warehouse) -> None:
    """53, then 21, then 11 as held; the planned assessments and tops stand apart, named as planned."""
    screen = visit(STAGES, SCOPES["magelang-2017"])
    where = {"government_id": "kota-magelang"}
    funnel = rows(
        warehouse, "stage_funnel", where, edition="krenova-opd-bumd-magelang-2017", government="kota-magelang"
    )
    in_order = sorted(funnel, key=lambda row: row["stage_order"])
    held = {row["stage_name"]: texts.number(row["passed"]) for row in in_order if row["passed"]}
    assert list(held.values()) == ["53", "21", "11"]
    assert all(screen.has_row(stage, number) for stage, number in held.items())
    stages = listed(warehouse, "stages", {"edition_id": "krenova-opd-bumd-magelang-2017", "status": "planned"})
    planned = {str(row["name"]) for row in stages}
    assert len(planned) == 9
    apart = [table for table in screen.tables if planned <= {row[0] for row in table.rows}]
    assert len(apart) == 1
    assert {row[0] for row in apart[0].rows} == planned
    assert str(len(planned)) in apart[0].caption
    assert "direncanakan" in apart[0].caption
    assert {"15", "5", "3"} <= {cell for row in apart[0].rows for cell in row}


def test_magelang_2017_prizes(visit: Visit) -> None:
    """The prizes by the rules: 5, 3 and 2 million rupiah."""
    text = visit(STAGES, SCOPES["magelang-2017"]).text
    assert all(prize in text for prize in (texts.rupiah(5_000_000), texts.rupiah(3_000_000), texts.rupiah(2_000_000)))


def test_pekalongan_2019_24_entries_and_the_top_7(visit: Visit, warehouse: metrics.Warehouse) -> None:
    """24 handed in, 7 in the Top 7."""
    query = SCOPES["pekalongan-2019"]
    handed = one(warehouse, "submissions", {"agency_id": ""}, government="kab-pekalongan", edition=query["edition"])
    funnel = rows(warehouse, "stage_funnel", government="kab-pekalongan", edition=query["edition"])
    top = next(row for row in funnel if row["stage_name"] == "Top 7")
    tiles = visit("pages/rapat/ringkasan.py", query).tiles.values()
    assert (texts.number(handed["numerator"]), texts.number(top["passed"])) == ("24", "7")
    assert "24" in {tile.value for tile in tiles}
    assert [tile for tile in tiles if tile.value == "Top 7" and str(tile.beside).startswith("7 ")]
    assert visit(STAGES, query).has_row("Top 7", "24", "7")


@pytest.mark.parametrize(
    ("competition", "edition", "wanted"),
    [
        ("kipp-sulsel", "kipp-sulsel-2021", ["4/5", "3/4", "2/3", "2/2"]),
        ("kipp-luwu-utara", "kipp-luwu-utara-2021", ["7/15"]),
    ],
)
def test_luwu_utara_2021(
    competition: str, edition: str, wanted: list[str], visit: Visit, warehouse: metrics.Warehouse
) -> None:
    """The pass rates of its entries with k/n and interval where both sides are known, else the reason."""
    query: Query = {"government": "kab-luwu-utara", "competition": competition, "edition": edition}
    screen = visit(STAGES, query)
    where = {"government_id": "kab-luwu-utara"}
    found = rows(warehouse, "stage_pass_rate", where, government="kab-luwu-utara", edition=edition)
    found = sorted(found, key=lambda row: row["stage_order"])
    known = [row for row in found if row["value"] is not None]
    assert [texts.ratio(row["numerator"], row["denominator"]) for row in known] == wanted
    for row, share in zip(known, wanted, strict=True):
        assert screen.has_row(
            row["stage_name"], share, texts.percent(row["value"]), texts.span(row["low"], row["high"])
        )
    for row in found:
        if row["value"] is None:
            assert rates(screen, row["stage_name"]) == []
            assert row["reason"] == "first_stage" or screen.has_row(row["stage_name"], texts.reason(row["reason"]))


def test_luwu_utara_climbs_from_district_to_nation(visit: Visit, warehouse: metrics.Warehouse) -> None:
    """Over the years its entries stand with the contests they entered, at all three levels."""
    screen = visit(STAGES, SCOPES["luwu-utara-years"])
    for competition in ("kipp-luwu-utara", "kipp-sulsel", "kipp"):
        here = {"government_id": "kab-luwu-utara", "competition_id": competition}
        entries = [
            row for row in listed(warehouse, "entries", here) if 2018 <= row["year"] <= 2023 and row["innovation"]
        ]
        assert entries
        assert any(str(row["innovation"]).split(" (")[0] in screen.text for row in entries)


def test_krenova_jateng_lists_winners_and_no_rate(visit: Visit, warehouse: metrics.Warehouse) -> None:
    """21, 10, 22, 20, 20, 20, 20, 18 winners from 2010 to 2017; no share of anything beside them, but the reason."""
    screen = visit(STAGES, {**SCOPES["krenova-jateng-2010"], "from": "2010", "to": "2017"})
    wanted = dict(zip(range(2010, 2018), ("21", "10", "22", "20", "20", "20", "20", "18"), strict=True))
    for year, number in wanted.items():
        row = one(warehouse, "stage_pass_rate", competition="krenova-jateng", years=(year, year))
        assert (texts.number(row["numerator"]), row["value"]) == (number, None)
        found = screen.rows_headed(str(year))
        assert any(cell.endswith(f": {number}") for cells in found for cell in cells)
        assert not [cell for cells in found for cell in cells if "%" in cell]
        assert any(texts.reason(row["reason"]) in cells for cells in found)


@pytest.mark.parametrize("path", [path for path in PAGES if path.startswith("pages/rapat/")])
def test_no_share_in_any_cell_of_a_winners_list(path: str, visit: Visit) -> None:
    """On the pages of meetings no cell, tile or finding for a list of winners holds a percentage."""
    screen = visit(path, SCOPES["krenova-jateng-2010"])
    cells = [cell for table in screen.tables for row in (*table.rows, table.foot) for cell in row]
    said = [screen.finding, *cells, *(tile.value for tile in screen.tiles.values())]
    assert [words for words in said if "%" in words] == []


def test_badung_2018_is_wholly_without_data(visit: Visit, warehouse: metrics.Warehouse) -> None:
    """All 41 agencies counted are without data: participation is no number, and nobody is said to have nothing."""
    row, screen = (
        one(warehouse, "participation", government="kab-badung", years=(2018, 2018)),
        visit(BOARD, SCOPES["badung-2018"]),
    )
    assert (row["denominator"], row["no_data"], row["met"], row["none"]) == (41, 41, 0, 0)
    assert screen.tiles[texts.t("board.state.no_data")].value == "41"
    assert screen.tiles[texts.t("board.state.none")].value == texts.MISSING
    assert "0 %" not in {tile.value for tile in screen.tiles.values()}


def test_the_open_sample_edition_counts_its_days(visit: Visit, warehouse: metrics.Warehouse) -> None:
    """The closing tile follows the calendar of the build: days left while it is open, otherwise the day it closed."""
    edition = listed(warehouse, "editions", {"edition_id": "lomba-kab-contoh-2026"})[0]
    tiles = visit("pages/rapat/ringkasan.py", SCOPES["sample-open-2026"]).tiles
    if edition["is_open"]:
        assert tiles[texts.t("page.ringkasan.closing_days")].value == texts.number(edition["days_to_close"])
    else:
        assert texts.day(str(edition["closes_on"])) in str(tiles[texts.t("page.ringkasan.closing")].beside)


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("scope", ["sample-open-2026", "sample-presentation"])
def test_sample_data_are_marked_on_every_page(path: str, scope: str, visit: Visit) -> None:
    """Wherever the sample is shown, also on a projector, a banner says that it is made up."""
    marks = [
        " ".join(each.itertext())
        for each in visit(path, SCOPES[scope]).root.iter("div")
        if each.get("class") == "pi-sample"
    ]
    assert len(marks) == 1
    assert "Kabupaten Contoh" in marks[0]
    assert not [each for each in visit(path, SCOPES["home"]).root.iter("div") if each.get("class") == "pi-sample"]


def test_bangka_barat_took_part_in_at_least_four_editions_in_a_row(visit: Visit, warehouse: metrics.Warehouse) -> None:
    """Four years running up to 2023, said as "at least", with its source."""
    scope = {"government": "kab-bangka-barat", "competition": "kipp", "edition": "kipp-2023"}
    row = one(warehouse, "taking_part", government="kab-bangka-barat", edition="kipp-2023")
    assert (row["streak"], row["streak_at_least"], row["sources"]) == (4, True, ["seed-bangkabarat-2023"])
    tile = visit(ENTRIES, scope).tiles[texts.t("page.usulan.run")]
    assert tile.value == texts.t("comparator.or_more", n=texts.number(row["streak"]))
