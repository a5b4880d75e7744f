"""Who hands in how many: a total divided among the agencies, with the numbers a person sets and the sum kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from planning.agencies import Candidate, Roll
from planning.allocation import CannotDivide, Share, allocate, why
from planning.projection import Projection
from ui import figures, links, tables
from ui.cells import assigned
from ui.letters.addressees import note, wrong
from ui.planner.dials import Dials
from ui.tables import Column
from ui.view import View

_HELD = "pi-plan-held"
_COLUMNS = (
    Column("agency"),
    Column("n", "number", "planner.column_n"),
    Column("minimum", "number", "planner.column_minimum"),
    Column("why", heading="planner.column_why"),
)


@dataclass(frozen=True)
class Asked:
    """What is to be divided: the total, the most for one agency (None: any), and among whom."""

    total: int
    cap: int | None
    among: tuple[Candidate, ...]


def draw(view: View, given: Projection, roll: Roll | None, dials: Dials) -> tuple[Share, ...]:
    """The fields, the table and its editing; returns the division, empty where there is none."""
    title = view.t("planner.shares_title")
    if roll is None:
        why_none = view.t("empty.no_agencies", government=view.place)
        figures.statement(title, f"{why_none} {view.t('empty.no_agencies_do')}")
        return ()
    figures.heading(title, _policy(view, roll))
    asked = ask(view, given, roll, dials)
    held = _held(given)
    try:
        shares = allocate(asked.among, asked.total, roll.minimum, asked.cap, held)
    except CannotDivide as refused:
        wrong(refused.words(view.lang))
        _release(view, held)
        return ()
    _table(view, given, shares, roll)
    if not view.large:
        _edit(view, shares, held, asked.total)
    links.to(view, "kepatuhan", view.t("page.ringkasan.to_board"))
    return shares


def ask(view: View, given: Projection, roll: Roll, dials: Dials) -> Asked:
    """The total (at first the number on the slider), the cap, and the agencies; all of them unless the total is below
    what the policy asks of all, or the reader narrows it."""
    left, right = st.columns(2, gap="medium")
    with left:
        slot = f"pi-plan-total-{dials.entries}"  # the slider moved: its number is the total again
        total = st.number_input(view.t("planner.total"), 0, 10**4, dials.entries, 1, key=slot)
    with right:
        cap = st.number_input(view.t("planner.cap_each"), 1, 10**4, None, 1, key="pi-plan-cap",
                              placeholder=view.t("planner.no_limit"))  # fmt: skip
    return Asked(int(total), cap, _among(view, given, roll, int(total)))


def short(roll: Roll, total: int) -> int | None:
    """How many entries the policy asks of all its agencies, where that is more than the total; else None."""
    try:
        allocate(roll.candidates, total, roll.minimum)
    except CannotDivide as refused:
        needed = refused.params.get("needed")
        return int(str(needed)) if refused.code == "too_few" else None
    return None


def likely(candidates: Sequence[Candidate], total: int, minimum: int) -> tuple[str, ...]:
    """The agencies to begin with where the total is not enough for all: those with something in preparation or on
    record, at most as many as it is enough for, those that prepare something and handed in most first."""
    able = [one for one in candidates if not one.exempt and (one.prepared or one.record)]
    able.sort(key=lambda one: (-one.prepared, -(one.record or 0), one.agency_id))
    return tuple(one.agency_id for one in able[: total // max(minimum, 1)])


def frame(view: View, shares: Sequence[Share]) -> pd.DataFrame:
    """One row per agency, the largest number first: n, of it by policy, and why."""
    ordered = sorted(shares, key=lambda share: (-share.n, share.name, share.agency_id))
    rows = pd.DataFrame({"n": pd.Series([share.n for share in ordered], dtype="Int64"),
                         "minimum": pd.Series([share.minimum for share in ordered], dtype="Int64")})  # fmt: skip
    return assigned(
        rows,
        agency=[share.name for share in ordered],
        why=[why(share, view.lang) for share in ordered],
        sources=[[] for _ in ordered],
    )


def _policy(view: View, roll: Roll) -> str:
    bound = sum(not one.exempt for one in roll.candidates)
    words = {"minimum": view.number(roll.minimum), "n": view.number(bound), "year": roll.board_year}
    if roll.board_year == roll.year:
        return view.t("planner.policy", **words)
    return view.t("planner.policy_other", planned=roll.year, **words)


def _among(view: View, given: Projection, roll: Roll, total: int) -> tuple[Candidate, ...]:
    needed = short(roll, total)
    if needed is None and not st.session_state.get(_slot(given, "some")):
        st.checkbox(view.t("planner.some_only"), key=_slot(given, "some"))
        return roll.candidates
    if needed is not None:
        bound = view.number(sum(not one.exempt for one in roll.candidates))
        figures.notice(view.t("planner.below_minimum", total=view.number(total), needed=view.number(needed), n=bound))
    else:
        st.checkbox(view.t("planner.some_only"), key=_slot(given, "some"))
    return _chosen(view, given, roll, total)


def _chosen(view: View, given: Projection, roll: Roll, total: int) -> tuple[Candidate, ...]:
    names = {one.agency_id: one.name for one in roll.candidates}
    slot = _slot(given, f"among-{total}")
    st.session_state.setdefault(slot, list(likely(roll.candidates, total, roll.minimum)))
    picked = st.multiselect(view.t("planner.among"), list(names), format_func=names.__getitem__, key=slot,
                            placeholder=view.t("form.choose"))  # fmt: skip
    note(view.t("planner.among_note"))
    return tuple(one for one in roll.candidates if one.agency_id in picked)


def _table(view: View, given: Projection, shares: Sequence[Share], roll: Roll) -> None:
    rows = frame(view, shares)
    total = view.number(sum(share.n for share in shares))
    said = view.t("planner.shares", total=total, n=view.number(sum(share.n > 0 for share in shares)), year=given.year)
    totals: Mapping[str, object] = {"n": rows["n"].sum(), "minimum": rows["minimum"].sum()}
    shown = tables.table(rows, _COLUMNS, said, view.lang, total=totals)
    figures.figure(view, said, None, rows, (), name="pembagian", table=shown, note=view.t("planner.shares_note"),
                   cited=False)  # fmt: skip


def _edit(view: View, shares: Sequence[Share], held: dict[str, int], total: int) -> None:
    """One number field per agency; whoever is changed keeps the number, the others share what is left."""
    if not st.toggle(view.t("planner.edit"), key="pi-plan-edit"):
        _release(view, held)
        return
    note(view.t("planner.edit_note"))
    places = st.columns(3, gap="medium")
    for place, share in enumerate(sorted(shares, key=lambda share: (share.name, share.agency_id))):
        slot = f"pi-plan-n-{share.agency_id}"
        st.session_state[slot] = share.n
        label = _plain(f"{share.name} · {view.t('planner.by_hand')}" if share.fixed else share.name)
        with places[place % 3]:
            st.number_input(label, 0, total, step=1, key=slot, on_change=_hold, args=(held, share.agency_id, slot))
    _release(view, held)


def _release(view: View, held: dict[str, int]) -> None:
    if held:
        st.button(view.t("planner.reset", n=view.number(len(held))), key="pi-plan-reset", on_click=held.clear,
                  icon=":material/undo:")  # fmt: skip


def _hold(held: dict[str, int], agency: str, slot: str) -> None:
    held[agency] = int(st.session_state[slot])


def _held(given: Projection) -> dict[str, int]:
    """The numbers set by hand for this plan, by agency."""
    kept: dict[str, dict[str, int]] = st.session_state.setdefault(_HELD, {})
    return kept.setdefault(_slot(given, "held"), {})


def _slot(given: Projection, name: str) -> str:
    return f"pi-plan-{name}-{given.government}-{given.competition}-{given.year}"


def _plain(name: str) -> str:
    """A name in a label that Streamlit reads as Markdown."""
    return "".join(f"\\{letter}" if letter in "\\`*_{}[]()#+-!~:$<>|" else letter for letter in name)
