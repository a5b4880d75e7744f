"""The files for a meeting can be taken from the summary, in the language of the screen."""

import pytest

import metrics
from planning import course_words
from reports.pack import Pack, PackRequest, goals
from tests.pages.conftest import Visit
from ui.scope import EVERYWHERE

PAGE = "pages/rapat/ringkasan.py"


@pytest.mark.parametrize(
    ("lang", "labels"),
    [
        ("id", ["Salindia (PPTX)", "Dokumen (PDF)", "Buku kerja (XLSX)"]),
        ("en", ["Slides (PPTX)", "Document (PDF)", "Workbook (XLSX)"]),
    ],
)
@pytest.mark.parametrize("government", ["kab-bangka", ""])
def test_the_summary_offers_the_three_files(visit: Visit, lang: str, labels: list[str], government: str) -> None:
    asked = {"edition": "kipp-2018", "competition": "kipp", "lang": lang}
    screen = visit(PAGE, asked | {"government": government or EVERYWHERE})
    shown = [str(getattr(button, "label", "")) for button in screen.app.get("download_button")]
    assert [label for label in shown if label in labels] == labels


@pytest.mark.parametrize(
    ("government", "edition"),
    [
        ("kab-bangka", "kipp-2018"),
        ("kab-bangka-barat", "kipp-2023"),
        ("kab-contoh", "lomba-kab-contoh-2025"),
        ("kab-contoh", "lomba-kab-contoh-2026"),
        ("", "kipp-2025"),
    ],
)
def test_the_pack_says_what_the_pages_say(
    visit: Visit, warehouse: metrics.Warehouse, government: str, edition: str
) -> None:
    """The finding, the tiles, and how every target of the edition stands."""
    pack = Pack(warehouse, PackRequest(government or None, edition))
    asked = {"competition": pack.meeting.competition, "edition": edition, "government": government or EVERYWHERE}
    summary, targets = visit(PAGE, asked), visit("pages/rapat/target.py", asked)
    situation = pack.sections[0]
    assert summary.finding == situation.title
    assert [tile.value for tile in summary.tiles.values()] == [tile.value or "–" for tile in situation.tiles]
    for row in goals.on_record(pack.meeting):
        if row["edition_id"] != edition:
            continue
        found = pack.meeting.standings.of(row)
        assert course_words.label(found, "id") in targets.text
        if found.rule in {"earlier", "pace", "cap"}:
            assert pack.meeting.target_words.arithmetic(row, found) in targets.text
