"""The compliance board: who stands on it, whose history it shows, and the forms that add to it and are taken back."""

from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest

import metrics
import texts
from etl import batches
from tests.pages.conftest import Visit
from tests.pages.facts import listed, one, rows
from tests.pages.scopes import SCOPES
from tests.pages.screen import Screen, Table, open_page, words
from tests.pages.test_forms import Filling, form, now
from tests.pages.test_forms import listed as read
from tests.pages.test_forms import root as root
from tests.pages.test_forms import shipped as shipped
from tests.support.building import scope_rows

BOARD = "pages/kepatuhan/kepatuhan.py"
HERE = {"government": "kab-contoh", "competition": "lomba-kab-contoh", "edition": "lomba-kab-contoh-2026"}
AGENCY = "kab-contoh-disdukcapil"


def board(screen: Screen) -> Table:
    """The board on a page."""
    heading = texts.t("board.agency")
    return next(table for table in screen.tables if table.headings[0] == heading and "2017" in table.headings)


def column(table: Table, year: int) -> dict[str, str]:
    """The words of a year's cells by agency."""
    place = table.headings.index(str(year))
    return {row[0]: row[place] for row in table.rows}


def name(warehouse: metrics.Warehouse, agency: str) -> str:
    return str(listed(warehouse, "agencies", {"agency_id": agency})[0]["name"])


def points(screen: Screen) -> str:
    """What the board rests on, and who changed, in words."""
    return " ".join(words(each) for each in screen.root.iter("dl"))


def test_an_agency_without_a_row_in_any_file_is_on_the_board(visit: Visit, warehouse: metrics.Warehouse) -> None:
    """Agencies that no entry names stand on it, in the year that is complete as "none", elsewhere as "no data"."""
    entered = {row["agency_id"] for row in listed(warehouse, "entries", {"government_id": "kota-bogor"})}
    agencies = {row["agency_id"] for row in rows(warehouse, "compliance", government="kota-bogor", years=(2017, 2017))}
    silent = [name(warehouse, agency) for agency in agencies - entered]
    assert len(silent) >= 10
    table = board(visit(BOARD, SCOPES["bogor-2017"]))
    for agency in silent:
        assert column(table, 2017)[agency] == f"✗ {texts.t('board.state.none')} ({texts.t('board.uncertain')})"
        assert column(table, 2016)[agency] == f"? {texts.t('board.state.no_data')}"


def test_badung_2018_counts_companies_and_invites_villages(visit: Visit, warehouse: metrics.Warehouse) -> None:
    """Its own policy names regional companies; villages are invited, and none stands on the board."""
    screen = visit(BOARD, SCOPES["badung-2018"])
    on_board = rows(warehouse, "compliance", government="kab-badung", years=(2018, 2018))
    kinds = {row["agency_id"]: row["kind"] for row in listed(warehouse, "agencies", {"government_id": "kab-badung"})}
    assert "bumd" in {kinds[row["agency_id"]] for row in on_board}
    assert not {"desa", "kelurahan"} & {kinds[row["agency_id"]] for row in on_board}
    assert texts.t("agency_kind.bumd") in points(screen)
    assert texts.t("page.kepatuhan.invited", edition="Kompetisi Inovasi Pelayanan Publik 2018") in points(screen)
    assert texts.t("page.kepatuhan.short_own") in screen.text
    empty = f"? {texts.t('board.state.no_data')}"
    assert [state for state in column(board(screen), 2018).values() if state == empty] == [empty] * 41


def test_bogor_2017_narrowed_by_state_keeps_the_whole_total(visit: Visit) -> None:
    """Only those without stand on the board; the total row speaks of all 35, and the entry without agency shows."""
    screen = visit(BOARD, {**SCOPES["bogor-2017"], "state": "none"})
    table = board(screen)
    assert len(table.rows) == 19
    assert {row[1] for row in table.rows} == {f"✗ {texts.t('board.state.none')} ({texts.t('board.uncertain')})"}
    assert table.foot[1] == "16/35"
    assert texts.t("page.kepatuhan.board_part", year=2017, n="19", all="35") == table.caption
    assert texts.t("page.kepatuhan.short_unattributed", n="1") in screen.text


def test_bogor_2017_narrowed_by_kind(visit: Visit, warehouse: metrics.Warehouse) -> None:
    table = board(visit(BOARD, {**SCOPES["bogor-2017"], "kinds": "kecamatan"}))
    assert {row[0] for row in table.rows} == {
        row["name"] for row in listed(warehouse, "agencies", {"government_id": "kota-bogor", "kind": "kecamatan"})
    }
    assert table.foot[1] == "16/35"


def test_bangka_across_2017_shows_the_agencies_of_each_year(visit: Visit, warehouse: metrics.Warehouse) -> None:
    """Without the switch a predecessor has its own row up to 2016 and its successor one from 2017 on."""
    table = board(visit(BOARD, {**SCOPES["bangka-2018"], "year": "2017"}))
    gone = "· " + texts.t("board.not_in_force")
    before, after = (name(warehouse, f"kab-bangka-{a}") for a in ("bkpp-pra-2017", "bkpsdmd"))
    assert (column(table, 2016)[before] == gone, column(table, 2017)[before] == gone) == (False, True)
    assert (column(table, 2016)[after] == gone, column(table, 2017)[after] == gone) == (True, False)


def test_bangka_across_2017_with_history_carried_to_successors(visit: Visit, warehouse: metrics.Warehouse) -> None:
    """With it the predecessor's years stand in the successor's row and name it; participation stays as it was."""
    plain = visit(BOARD, {**SCOPES["bangka-2018"], "year": "2017"})
    carried = visit(BOARD, {**SCOPES["bangka-2018"], "year": "2017", "lineage": "yes"})
    before, after = (name(warehouse, f"kab-bangka-{a}") for a in ("bkpp-pra-2017", "bkpsdmd"))
    table = board(carried)
    row = next(row for row in table.rows if row[0].startswith(after))
    assert texts.t("board.via", span="2014–2016", names=before) in row[0]
    assert texts.t("board.through", names=before) in row[table.headings.index("2015")]
    assert texts.t("board.through", names=before) not in row[table.headings.index("2017")]
    assert before not in {row[0] for row in table.rows}
    assert carried.finding == plain.finding
    assert table.foot == board(plain).foot
    shown = rows(warehouse, "lineage", government="kab-bangka", years=(2017, 2017))
    assert texts.t("page.kepatuhan.board_lineage", year=2017, n=texts.number(len(shown))) == table.caption


def test_bangka_barat_2023_and_its_own_run_of_four(visit: Visit) -> None:
    """33 counted, 3 prepared, 30 without data; itself in at least four editions in a row, by its source."""
    screen = visit(BOARD, SCOPES["bangka-barat-2023"])
    states = list(column(board(screen), 2023).values())
    assert len([state for state in states if texts.t("board.state.draft_only") in state]) == 3
    assert len([state for state in states if texts.t("board.state.no_data") in state]) == 30
    run = texts.t("page.kepatuhan.run_said", place="Kabupaten Bangka Barat", n="≥ 4",
                  edition="Kompetisi Inovasi Pelayanan Publik 2023")  # fmt: skip
    assert f"{run} (" in points(screen)


def test_who_fell_out_is_named_where_it_is_known(visit: Visit, warehouse: metrics.Warehouse) -> None:
    """2025 of the sample names exactly those that lost it by the metric."""
    scope: dict[str, Any] = {"government": "kab-contoh", "years": (2025, 2025)}
    lost = {name(warehouse, r["agency_id"]) for r in rows(warehouse, "compliance_change", {"change": "lost"}, **scope)}
    screen = visit(BOARD, {**HERE, "year": "2025"})
    (said,) = [pair for pair in pairs(screen) if pair[0] == texts.t("page.kepatuhan.change_lost")]
    assert lost
    assert set(said[1].split(": ", 1)[1].split(", ")) == lost
    assert said[1].startswith(f"{len(lost)}: ")


def pairs(screen: Screen) -> list[tuple[str, str]]:
    """The points of the page: the word and what is said."""
    found: list[tuple[str, str]] = []
    for each in screen.root.iter("dl"):
        cells: list[Element] = list(each)
        found += [(words(a), words(b)) for a, b in zip(cells[::2], cells[1::2], strict=True)]
    return found


def test_nobody_is_said_to_have_fallen_out_of_a_year_without_data(visit: Visit) -> None:
    said = dict(pairs(visit(BOARD, SCOPES["bangka-2018"])))
    assert said[texts.t("page.kepatuhan.change_lost")] == texts.t("page.kepatuhan.change_open")
    assert texts.t("page.kepatuhan.change_unknown") in said


def test_by_kind_each_group_says_how_many_and_in_which_state(visit: Visit, warehouse: metrics.Warehouse) -> None:
    screen = visit(BOARD, {**HERE, "year": "2025", "group": "kind"})
    heads = [words(row) for row in screen.root.iter("tr") if row.get("class") == "group"]
    on_board = rows(warehouse, "compliance", government="kab-contoh", years=(2025, 2025))
    kinds = {row["agency_id"]: row["kind"] for row in listed(warehouse, "agencies", {"government_id": "kab-contoh"})}
    services = [row for row in on_board if kinds[row["agency_id"]] == "dinas"]
    met = sum(row["state"] == "met" for row in services)
    (head,) = [each for each in heads if each.startswith(texts.t("agency_kind.dinas"))]
    assert f": {len(services)} " in head
    assert f"{texts.t('board.state.met').lower()} {met}" in head


def answered(name: str, **fields: Any) -> Filling:
    """A form of one agency's year, opened from the board."""
    return form(name, about=f"{AGENCY}:2026").fill(**fields, by="Siti Aminah")


def state(warehouse: metrics.Warehouse) -> str:
    """The agency's state in 2026."""
    scope = metrics.Scope(government="kab-contoh", agency=AGENCY, years=(2026, 2026))
    return str(scope_rows("compliance", scope, warehouse)[0]["state"])


def shown_beside() -> str:
    """What opens beside the agency's state on the board of 2026."""
    screen = open_page(BOARD, {**HERE, "year": "2026", "agency": AGENCY})
    return " ".join(words(each) for each in screen.root.iter("td") if each.get("class") == "said")


def test_an_answer_stands_beside_the_state_and_does_not_change_it(root: Path) -> None:
    said = "Usulan kami tercatat atas nama Bappeda."
    filling = answered("reply", text=said, reference="065/7", said_by="Sekretaris Dinas")
    before = now(state)
    assert texts.t("form.reply.state", year="2026", state=texts.t(f"board.state.{before}"))[:-1] in filling.text
    filling.save()
    (batch, *_) = batches.history()
    assert batch.tables == {"replies": 1}
    assert now(state) == before
    assert all(part in shown_beside() for part in (said, "065/7", "Sekretaris Dinas"))
    batches.withdraw(batch.id, "Siti Aminah", "uji")
    assert said not in shown_beside()


def test_an_answer_can_be_replaced(root: Path) -> None:
    answered("reply", text="Salah tulis.").save()
    filling = form("reply", about=f"{AGENCY}:2026")
    (key,) = now(read("replies", "reply_id", agency_id=AGENCY, year=2026))
    filling.fill(which=key)
    assert filling.widget("text").value == "Salah tulis."
    filling.fill(text="Sudah diajukan.", by="Siti Aminah").save()
    assert now(read("replies", "text", agency_id=AGENCY, year=2026)) == ["Sudah diajukan."]


def test_an_exemption_needs_its_document_and_changes_the_state(root: Path) -> None:
    filling = answered("exemption", reason="Dibentuk tahun ini.")
    filling.save()
    assert batches.history() == []  # the document is missing
    before = now(state)
    filling.fill(basis_title="Keputusan Bupati", basis_number="9/2026").save()
    (batch, *_) = batches.history()
    assert batch.tables == {"sources": 1, "exemptions": 1}
    assert (before, now(state)) == ("no_data", "exempt")
    assert "Keputusan Bupati Nomor 9/2026" in shown_beside()
    batches.withdraw(batch.id, "Siti Aminah", "uji")
    assert now(state) == before


def policy_of(year: int) -> Any:
    """Reads the minimum, the kinds and whether the government states it."""

    def policy(warehouse: metrics.Warehouse) -> Any:
        (row,) = listed(warehouse, "policies", {"government_id": "kab-contoh", "year": year})
        return int(row["minimum_per_agency"]), sorted(row["kinds_counted"]), row["source_id"]

    return policy


def test_a_policy_with_another_minimum_and_kind_moves_the_board(root: Path) -> None:
    minimum, kinds, source = now(policy_of(2025))
    scope: dict[str, Any] = {"government": "kab-contoh", "years": (2025, 2025)}
    met = now(lambda w: one(w, "participation", **scope)["met"])
    filling = form("policy", about="2025")
    assert filling.widget("minimum").value == minimum
    boxes = {box.label.split(" (")[0]: box for box in filling.app.checkbox if "kind-" in str(box.key)}
    assert {label for label, box in boxes.items() if box.value} == {texts.t(f"agency_kind.{kind}") for kind in kinds}
    boxes[texts.t("agency_kind.kecamatan")].uncheck().run()
    filling.fill(minimum=2, basis_title="Surat Edaran Bupati", by="Siti Aminah").save()
    (batch, *_) = batches.history()
    assert batch.tables == {"sources": 1, "policies": 1}
    assert now(policy_of(2025))[:2] == (2, [kind for kind in kinds if kind != "kecamatan"])
    assert now(lambda w: one(w, "participation", **scope)["met"]) < met
    batches.withdraw(batch.id, "Siti Aminah", "uji")
    assert now(policy_of(2025)) == (minimum, kinds, source)


def test_the_same_policy_as_last_year_in_one_step(root: Path) -> None:
    """Minimum, kinds and the document of the year before are taken over."""
    wanted = now(policy_of(2017))
    assert now(policy_of(2018)) != wanted
    filling = form("policy", about="2018").fill(like="before", by="Siti Aminah")
    filling.save()
    assert batches.history()[0].tables == {"policies": 1}
    assert now(policy_of(2018)) == wanted


def test_a_policy_that_counts_nobody_is_refused(root: Path) -> None:
    filling = form("policy", about="2025").fill(basis_title="Surat", by="Siti Aminah")
    for key in [str(box.key) for box in filling.app.checkbox if "kind-" in str(box.key) and box.value]:
        filling.app.checkbox(key=key).uncheck().run()
    assert texts.t("form.policy.no_kind") in filling.save().text
    assert batches.history() == []


@pytest.mark.parametrize("lang", texts.LANGUAGES)
def test_the_product_s_default_is_said_with_the_way_to_the_form(lang: str, visit: Visit) -> None:
    screen = visit(BOARD, {**SCOPES["bangka-2018"], "lang": lang})
    assert texts.t("page.kepatuhan.short_default", lang) in screen.text
    link = texts.t("page.kepatuhan.to_policy", lang, year=2018)
    found = [each.proto for each in screen.elements if each.type == "page_link" and each.proto.label == link]
    assert found
    assert all("form=policy" in each.query_string and "about=2018" in each.query_string for each in found)
