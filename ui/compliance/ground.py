"""What a year's board rests on, in one line that opens, with the way to state the real policy."""

from typing import Any

import pandas as pd
import streamlit as st

from ui import duty, figures, links
from ui.cells import records
from ui.compliance.cells import Row
from ui.markup import Html, join, tag
from ui.view import View

_PAGE = "page.kepatuhan"
_INVITED = "village_entries_invited"  # the rule of an edition by which villages may enter without being bound


def draw(view: View, row: Any, policies: pd.DataFrame) -> None:
    """The line, and beside it the form of the policy where the year has none of the government's own."""
    year = int(row["year"])
    policy, run = duty.policy_of(policies, year), _run(view, year)
    points = [*duty.points(view, row, policies), *_invited(view, policy), *([_run_point(view, run)] if run else [])]
    body = tag(
        "dl", *(part for word, said in points for part in (tag("dt", word), tag("dd", said))), class_="pi-points"
    )
    told = [duty.summary(view, row, policies)]
    if run:
        told.append(view.t(f"{_PAGE}.short_run", n=_editions(view, run), contest=_contest(view, run)))
    with st.container(horizontal=True, key="pi-board-ground", gap="small"):
        st.html(tag("div", figures.more("; ".join(told), body), class_="pi-ground"), width="stretch")
        if policy["whose"] != "own" and not view.large:
            to_policy(view, year)


def to_policy(view: View, year: int) -> None:
    """The link to the form of a year's policy."""
    links.to(view, "impor", view.t(f"{_PAGE}.to_policy", year=year), part="isi", form="policy", about=str(year))


def _invited(view: View, policy: Any) -> list[tuple[str, Html]]:
    """That villages are invited and not counted, where a rule of the year says so of this government."""
    asked = view.listing("rules", government=None, agency=None, competition=None, edition=None,
                         years=(policy["year"], policy["year"]))  # fmt: skip
    rules = [r for r in records(asked) if r["rule_id"] == _INVITED and r["applies_to"] == view.choice.government]
    if not rules or view.t("agency_kind.desa") in policy["kinds"].split(", "):
        return []
    said = view.t(f"{_PAGE}.invited", edition=view.edition_name(rules[0]["edition_id"]))
    return [(view.t(f"{_PAGE}.invited_not"), _cited(view, said, rules[0]["source_id"]))]


def _run(view: View, year: int) -> Row | None:
    """In how many editions of the contest in view the government itself took part in a row, two or more, up to the
    year of the board."""
    found = records(view.ask("taking_part", agency=None)) if view.year == year else []
    return next((row for row in found if row["streak"] >= 2), None)


def _run_point(view: View, run: Row) -> tuple[str, Html]:
    given = {"n": _editions(view, run), "edition": view.edition_name(run["edition_id"]), "place": view.place}
    return view.t(f"{_PAGE}.run"), _cited(view, view.t(f"{_PAGE}.run_said", **given), *run["sources"])


def _editions(view: View, run: Row) -> str:
    n = view.number(run["streak"])
    return view.t("comparator.or_more", n=n) if run["streak_at_least"] else n


def _contest(view: View, run: Row) -> str:
    return view.short_name(str(run["competition_id"]))


def _cited(view: View, said: str, *sources: str) -> Html:
    cited = (join([" (", figures.source(view, source), ")"]) for source in sources)
    return join([said, *cited, "."])
