"""Stages, groups and what happened at them, in words."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

import texts
from ui.cells import known, records
from ui.view import View

_TOOK_PART = {"presentation", "field"}


def group(view: View, name: object) -> str:
    """A group's name; a joined one with its parts."""
    return " + ".join(_one_group(view, part) for part in str(name).split("+")) if known(name) else view.t("group.all")


def stage(view: View, row: Mapping[str, Any]) -> str:
    """The stage's name, with its group where the name does not already say it, and without a closing bracket that only
    repeats the government in view."""
    name = bare(view, str(row["stage_name"]))
    said = not known(row["group"]) or all(part in name.lower() for part in str(row["group"]).split("+"))
    return name if said else f"{name} ({group(view, row['group']).lower()})"


def denominator(view: View, row: Mapping[str, Any], names: Mapping[str, tuple[str, str]]) -> str:
    """What the denominator is, such as "of those submitted"; `names` gives a stage's kind and name by its id."""
    if not known(row["from_stage_id"]) or str(row["from_stage_id"]) not in names:
        return ""
    kind, name = names[str(row["from_stage_id"])]
    if kind in _TOOK_PART and row["basis"] == "reported":
        return view.t("page.tahapan.of_part", stage=name)
    name = bare(view, name)
    own = f"page.tahapan.of_kind.{kind}"
    return view.t(own) if texts.has(own, view.lang) else view.t("page.tahapan.of_stage", stage=name)


def k_of_n(view: View, k: object, n: object) -> str:
    """ "1.917/2.454", or a dash where a side is not known."""
    return view.ratio(k, n) if known(k) and known(n) else texts.MISSING


def rate(view: View, row: Mapping[str, Any]) -> str:
    """ "78,1 % dari 2.454", with those pending; empty where there is no rate."""
    if not known(row["value"]):
        return view.t("page.tahapan.took_part") if row["count_reason"] == "took_part_only" else ""
    words = view.t("page.tahapan.share_of", share=view.percent(row["value"]), n=view.number(row["denominator"]))
    waiting = row["pending"]
    if known(waiting) and waiting > 0:
        words += " · " + view.t("page.tahapan.waiting", n=view.number(waiting))
    return words


def lost_at(view: View, part: str) -> str:
    """Where entries stopped that were never handed in."""
    if not part:
        return view.t("page.tahapan.silent")
    key = f"page.tahapan.part.{part.replace(' ', '_')}"
    return view.t("page.tahapan.silent_part", part=view.t(key) if texts.has(key, view.lang) else part)


def finding(view: View, own: pd.DataFrame, silent: pd.DataFrame, whole: pd.DataFrame | None) -> tuple[str, str | None]:
    """The sentence of the page and its second line, from the strongest that the rows can say to the weakest."""
    judged = records(own[own["value"].notna() & (own["kind"] != "submitted")])
    if len(silent):
        row = records(silent)[0]
        said = _said(view, "silent", row, share=view.percent(row["value"]))
        return said, _passed(view, judged[0], "next") if judged else None
    if judged:
        row = min(judged, key=lambda each: float(each["value"]))
        return _passed(view, row), _elsewhere(view, row, whole)
    edition = view.edition_name(view.choice.edition)
    counted = records(own[own["count"].notna()])
    if not counted:
        return view.t("page.tahapan.found_none", place=_who(view), edition=edition), view.t(
            "page.tahapan.found_none_do"
        )
    row = counted[0]
    name = "least" if row["basis"] == "at_least" else "count"
    name = "winners" if {each["reason"] for each in counted} == {"winners_only"} else name
    given = {"n": view.number(row["count"]), "stage": stage(view, row), "edition": edition}
    return view.t(f"page.tahapan.found_{name}", **given), view.reason(row["reason"])


def way(view: View, own: pd.DataFrame) -> str:
    """From how many at the first known stage to how many at the last."""
    counted = records(own[own["count"].notna()])
    if not counted:
        return view.t("page.tahapan.way_none", edition=view.edition_name(view.choice.edition))
    first, last = counted[0], counted[-1]
    given = {"n": count(view, first), "stage": stage(view, first)}
    if len(counted) == 1:
        return view.t("page.tahapan.way_one", **given)
    return view.t("page.tahapan.way", m=count(view, last), last=stage(view, last), **given)


def passing(view: View, rows: pd.DataFrame) -> str:
    """The first known rate in words, with the whole contest's where it is known too."""
    rated = records(rows[rows["value"].notna()])
    if not rated:
        return view.t("page.tahapan.rates_none")
    row = next((each for each in rated if each["kind"] != "submitted"), rated[0])
    return _passed(view, row, "stage")


def comparing(view: View, rows: pd.DataFrame) -> str:
    """The groups' rates at the first stage that has several, beside each other."""
    for _, part in rows[rows["value"].notna()].sort_values("stage_order").groupby("stage_id", sort=False):
        if len(part) > 1:
            each = [
                view.t(
                    "page.tahapan.group_rate", group=group(view, row["group"]).lower(), share=view.percent(row["value"])
                )
                for row in records(part)
            ]
            return view.t("page.tahapan.groups_at", stage=str(part["stage_name"].iloc[0]), items="; ".join(each))
    return view.t("page.tahapan.groups")


def count(view: View, row: Mapping[str, Any]) -> str:
    """A count as it is known: 15, or ≥ 3."""
    text = view.number(row["count"])
    return view.t("comparator.or_more", n=text) if row["basis"] == "at_least" else text


def _passed(view: View, row: Mapping[str, Any], name: str = "rate") -> str:
    waiting = known(row["pending"]) and row["pending"] > 0
    given = {"n": view.number(row["numerator"]), "m": view.number(row["denominator"]), "stage": stage(view, row)}
    if waiting:
        return view.t("page.tahapan.found_pending", pending=view.number(row["pending"]), **given)
    return view.t(f"page.tahapan.found_{name}", share=view.percent(row["value"]), **given)


def _elsewhere(view: View, row: Mapping[str, Any], whole: pd.DataFrame | None) -> str | None:
    if whole is None:
        return None
    same = whole[(whole["stage_id"] == row["stage_id"]) & whole["value"].notna()]
    same = same[same["group"].isna()] if not known(row["group"]) else same[same["group"] == row["group"]]
    return _said(view, "whole", records(same)[0], share=view.percent(same["value"].iloc[0])) if len(same) else None


def _said(view: View, name: str, row: Mapping[str, Any], **more: str) -> str:
    given = {"n": view.number(row["numerator"]), "m": view.number(row["denominator"])}
    return view.t(f"page.tahapan.found_{name}", **given, **more)


def bare(view: View, name: str) -> str:
    """A stage's name without a closing bracket that only repeats the government in view."""
    repeats = view.choice.government and name.endswith(f"{view.place})")
    return name.rsplit(" (", 1)[0] if repeats else name


def _who(view: View) -> str:
    return view.agency(view.choice.agency) if view.choice.agency else view.place


def _one_group(view: View, part: str) -> str:
    return view.t(f"group.{part}") if texts.has(f"group.{part}", view.lang) else part
