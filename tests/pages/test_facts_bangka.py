"""Kabupaten Bangka in January 2018, as its head of Bappeda asks: each figure on the pages is the metric's figure."""

import metrics
import texts
from tests.pages.conftest import Visit
from tests.pages.facts import listed, one, rows
from tests.pages.scopes import SCOPES
from tests.pages.screen import Screen, Table

HOME = SCOPES["bangka-2018"]
SUMMARY, ENTRIES = "pages/rapat/ringkasan.py", "pages/rapat/usulan.py"
TARGET, BOARD = "pages/rapat/target.py", "pages/kepatuhan/kepatuhan.py"
KABUPATEN = {"agency_id": ""}


def board(screen: Screen) -> Table:
    """The table whose first column holds agencies and whose others are years."""
    heading = texts.t("board.agency")
    return next(table for table in screen.tables if table.headings[0] == heading and "2018" in table.headings)


def test_nine_in_2017_and_fifteen_wanted_in_2018(visit: Visit, warehouse: metrics.Warehouse) -> None:
    """9 entries in 2017, at least 15 wanted in 2018: +6, +66,7 %, on the summary and on the page of targets."""
    before = one(warehouse, "submissions", KABUPATEN, government="kab-bangka", edition="kipp-2017")
    target = one(warehouse, "target_progress", government="kab-bangka", edition="kipp-2018")
    change = f"{texts.signed(target['change'])} ({texts.signed_percent(target['change_pct'])})"
    assert (texts.number(before["numerator"]), texts.number(target["denominator"])) == ("9", "15")
    assert change == "+6 (+66,7 %)"
    for path in (SUMMARY, TARGET):
        screen = visit(path, HOME)
        assert all(words in screen.finding for words in ("15", change, "9", "2017", "2018"))
        tile = screen.tiles[texts.t("page.target.metric_submissions")]
        assert "≥ 15" in str(tile.beside)
        assert change in str(tile.trend)
        assert screen.has_row("2017", "9")
        assert screen.has_row("2018", texts.MISSING, "≥ 15")


def test_the_actual_of_2018_is_a_dash_with_its_reason(visit: Visit, warehouse: metrics.Warehouse) -> None:
    """What was handed in for 2018 is unknown: a dash and why, and nowhere a 0 in its place."""
    target = one(warehouse, "target_progress", government="kab-bangka", edition="kipp-2018")
    assert target["numerator"] is None
    for path in (SUMMARY, TARGET):
        tile = visit(path, HOME).tiles[texts.t("page.target.metric_submissions")]
        assert tile.value == texts.MISSING
        assert tile.why == texts.reason(target["reason"])
    for path in (SUMMARY, TARGET, ENTRIES):
        found = visit(path, HOME).rows_headed("2018")
        assert found
        assert [row for row in found if "0" in row] == []


def test_the_four_flagships_with_their_agencies(visit: Visit, warehouse: metrics.Warehouse) -> None:
    """The flagship entries stand on the summary and the list of entries, each beside its agency."""
    here = {"government_id": "kab-bangka", "edition_id": "kipp-2018", "flagship": True}
    flagships = listed(warehouse, "entries", here)
    names = {row["agency_id"]: row["name"] for row in listed(warehouse, "agencies", {"government_id": "kab-bangka"})}
    assert len(flagships) == 4
    assert len({row["agency_id"] for row in flagships}) == 3
    for entry in flagships:
        assert visit(SUMMARY, HOME).has_row(entry["innovation"], names[entry["agency_id"]])
    cells = {cell for table in visit(ENTRIES, HOME).tables for row in table.rows for cell in row}
    assert {entry["innovation"] for entry in flagships} <= cells


def test_an_entry_that_is_not_digital_counts(visit: Visit, warehouse: metrics.Warehouse) -> None:
    """Three of the four flagships are not digital; they stand in the list like any other."""
    listed_types = [row for table in visit(ENTRIES, HOME).tables for row in table.rows if "nondigital" in row]
    known = listed(
        warehouse, "entries", {"government_id": "kab-bangka", "edition_id": "kipp-2018", "type": "non-digital"}
    )
    assert len(known) == 3
    assert len([row for row in listed_types if set(row) & {entry["innovation"] for entry in known}]) == 3


def test_the_board_of_2017_counts_33_agencies(visit: Visit, warehouse: metrics.Warehouse) -> None:
    """33 counted in 2017, one known to have met, and the others named as without data."""
    here = one(warehouse, "participation", government="kab-bangka", years=(2017, 2017))
    screen = visit(BOARD, {**HOME, "edition": "kipp-2017"})
    assert (here["denominator"], here["met"], here["no_data"]) == (33, 1, 32)
    said = {texts.number(here[name]) for name in ("denominator", "met", "no_data")}
    assert said <= set(screen.finding.replace("/", " ").replace(";", " ").split())
    no_data = texts.t("board.state.no_data")
    assert screen.tiles[no_data].value == "32"
    assert len([row for row in board(screen).rows if no_data in row[1]]) == 32


def test_nobody_is_said_to_have_nothing_in_2018(visit: Visit, warehouse: metrics.Warehouse) -> None:
    """No complete list is published for 2018: three prepared, the rest without data, the state "none" nowhere."""
    states = [row["state"] for row in rows(warehouse, "compliance", government="kab-bangka", years=(2018, 2018))]
    screen = visit(BOARD, HOME)
    table, none = board(screen), texts.t("board.state.none")
    column = table.headings.index("2018")
    in_force = [row for row in table.rows if texts.t("board.not_in_force") not in row[column]]
    for state in set(states):
        words = texts.t(f"board.state.{state}")
        assert len([row for row in in_force if words in row[column]]) == states.count(state)
    assert "none" not in states
    assert [row for row in table.rows if any(none in cell for cell in row)] == []
    assert screen.tiles[none].value == texts.MISSING


def test_every_agency_of_the_register_stands_on_the_board(visit: Visit, warehouse: metrics.Warehouse) -> None:
    """The agencies in force in 2018 by the metric are those that the board shows for it, by name."""
    names = {row["agency_id"]: row["name"] for row in listed(warehouse, "agencies", {"government_id": "kab-bangka"})}
    wanted = {names[r["agency_id"]] for r in rows(warehouse, "compliance", government="kab-bangka", years=(2018, 2018))}
    table = board(visit(BOARD, HOME))
    column = table.headings.index("2018")
    assert {row[0] for row in table.rows if texts.t("board.not_in_force") not in row[column]} == wanted


def test_the_board_says_what_would_change_no_data(visit: Visit) -> None:
    """The page says which list is missing, and where the summary sends whoever must act."""
    notes = [" ".join(each.itertext()) for each in visit(BOARD, HOME).root.iter("dl")]
    assert any("kipp" in note.lower() or "Kompetisi Inovasi Pelayanan Publik 2018" in note for note in notes)


def test_bang_muda_reached_the_top_40_of_2017(visit: Visit) -> None:
    """Bang Muda stands among the awards with the Top 40 of 2017."""
    screen = visit("pages/rapat/peringkat.py", HOME)
    found = [row for table in screen.tables for row in table.rows if row[0].startswith("Bang Muda")]
    assert any("Top 40" in row and any("2017" in cell for cell in row) for row in found), found
