"""Step 3, first part: whose file it is, what it lists, and for which edition. Every answer reads the file again."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from etl import batches
from texts import imports
from ui import figures
from ui.imports import state, words
from ui.imports.columns import COLUMNS
from ui.imports.state import Upload
from ui.imports.words import PAGE
from ui.view import View

UNSAID = ""  # an answer not given


def asked(dry: batches.DryRun) -> set[str]:
    """What must be said before anything loads."""
    return {ask.what for ask in dry.asks}


def fields(view: View, upload: Upload, dry: batches.DryRun) -> None:
    """Government, kind of list, edition, and where it matters the stage and the contest."""
    given, known = upload.given, view.known
    if dry.asks:
        figures.notice(" ".join(imports.asked(ask, view.lang) for ask in dry.asks))
    stages = words.stages(view, given.edition_id or dry.given.edition_id)
    left, right = st.columns(2)
    with left:
        _field(view, upload, dry, "government", given.government_id, list(known.governments),
               lambda key: str(known.name(key)))  # fmt: skip
        _field(view, upload, dry, "edition", given.edition_id, _editions(view, given.government_id), view.edition_name)
    with right:
        _field(view, upload, dry, "table", given.table, list(COLUMNS), lambda key: words.table(view, key))
        if "stage" in asked(dry) or given.stage_id:
            _field(view, upload, dry, "stage", given.stage_id, list(stages), lambda key: stages.get(key, key))
        if asked(dry) & {"competition", "edition"} or given.competition_id:
            _field(view, upload, dry, "competition", given.competition_id, list(known.competitions), view.short_name)
        if "year" in asked(dry) or given.year:
            last = view.warehouse.as_of.year + 1
            _field(view, upload, dry, "year", str(given.year or ""), [str(y) for y in range(last, last - 20, -1)], str)
        sheets = [sheet.name for sheet in dry.sheets]
        if len(sheets) > 1 or given.sheet:
            _field(view, upload, dry, "sheet", given.sheet, sheets, str)


def _field(
    view: View, upload: Upload, dry: batches.DryRun, what: str, value: str | None, options: Sequence[str],
    said: Callable[[str], str],
) -> None:  # fmt: skip
    ask = next((ask for ask in dry.asks if ask.what == what), None)
    offered = dict(ask.options) if ask else {}
    every = [UNSAID, *dict.fromkeys([*offered, *([value] if value else []), *options])]
    unsaid = "every_sheet" if what == "sheet" else "from_file"
    blank = view.t(f"{PAGE}.{'choose_first' if ask else unsaid}")
    label = view.t(f"{PAGE}.which_{what}") + (f" · {view.t(f'{PAGE}.needed')}" if ask else "")
    st.selectbox(
        label,
        every,
        format_func=lambda key: (said(key) if what == "table" else offered.get(key) or said(key)) if key else blank,
        **state.tied(state.slot(upload, what), value or UNSAID, _say, what),
    )


def _say(what: str, value: str) -> None:
    # Answers about names belong to one government, a stage to one edition.
    left: dict[str, object] = {"agencies": {}, "extent_agency": None} if what == "government" else {}
    stage = {"stage_id": None} if what in {"government", "edition"} else {}
    said: object = int(value) if what == "year" and value else value or None
    upload = state.current()
    if upload is not None and what == "government":
        upload.assumed = False
    state.change(**left, **stage, **{what if what in {"table", "sheet", "year"} else f"{what}_id": said})


def _editions(view: View, government: str | None) -> list[str]:
    """The editions to offer: all but those of other governments' own contests, the newest first."""
    rows = [(int(row["year"]), key) for key, row in view.known.editions.items()
            if _open_to(view, str(row["competition_id"]), government)]  # fmt: skip
    return [key for _, key in sorted(rows, reverse=True)]


def _open_to(view: View, competition: str, government: str | None) -> bool:
    row = view.known.competitions.get(competition)
    return row is None or not government or row["level"] != "local" or row["government_id"] == government
