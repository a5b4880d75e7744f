"""Targets in words: what is aimed at, what came of it, and where it stands. A page, a slide and a file say the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import texts
from metrics.records import plain
from planning import course_words
from planning.course import Course

Row = Mapping[str, Any]  # a row of target_progress
RUNNING = {"on_course", "at_risk", "out_of_reach", "open"}
_SIGNED = {"gap", "change"}
_TOP = re.compile(r"^top(\d+)")  # a stage that only the target names, such as "top10"
_PAGE = "page.target"


@dataclass(frozen=True)
class Words:
    """The words of one language. `stage_name` gives the name of a stage of an edition, None where it has no such stage;
    `agency_name` that of an agency."""

    lang: str
    stage_name: Callable[[str, str], str | None]
    agency_name: Callable[[str], str]

    def what(self, row: Row) -> str:
        """What is aimed at: "Usulan diserahkan", "Lolos Top 45"; with the agency where it is one agency's target."""
        metric = str(row["target_metric"])
        reach = metric.startswith("reach:")
        words = self._t("metric_reach", stage=self.stage(row)) if reach else self._t(f"metric_{metric}")
        return f"{words} ({self.agency_name(str(row['scope_id']))})" if row["scope_kind"] == "agency" else words

    def stage(self, row: Row) -> str:
        """The stage to come through; one that only the target names in its own words: "Top 10"."""
        stage, edition = str(row["target_metric"]).removeprefix("reach:"), plain(row["edition_id"])
        named = self.stage_name(str(edition), stage) if edition is not None else None
        return named or _TOP.sub(r"Top \1", stage)

    def aim(self, row: Row) -> str:
        """How much: "sekurang-kurangnya 15", or that no number was stated."""
        number = self.amount(row, "denominator")
        if number is None:
            return self._t("hope")
        return texts.t(f"comparator.{row['comparator']}", self.lang, n=number)

    def said(self, row: Row) -> str:
        """The whole target: "Lolos Top 45: sekurang-kurangnya 2"."""
        return f"{self.what(row)}: {self.aim(row)}"

    def amount(self, row: Row, name: str) -> str | None:
        """A figure of the row in its unit: a share of agencies as percent, all else as a number; None: unknown."""
        value = plain(row[name])
        return None if value is None else self.written(row, float(value), name in _SIGNED)

    def written(self, row: Row, value: float, signed: bool = False) -> str:
        """A number in the unit of the row's target."""
        words = texts.signed(value, self.lang) if signed else texts.number(value, self.lang)
        if row["target_metric"] != "participation":
            return words
        aim = plain(row["denominator"])
        if aim is not None and float(aim) <= 1:
            return texts.percent(value, self.lang)
        return self._t("points" if signed else "percent", n=words)

    def actual(self, row: Row) -> str | None:
        """What was reached, "≥ 1" where that is all that is known; None where unknown."""
        number = self.amount(row, "numerator")
        return texts.t("comparator.or_more", self.lang, n=number) if number and row["basis"] == "at_least" else number

    def change(self, row: Row) -> str | None:
        """The change on the previous year: "+6 (+66,7 %) dari 9 pada 2017"; None where that is unknown."""
        moved, previous = self.amount(row, "change"), self.amount(row, "previous")
        if moved is None or previous is None:
            return None
        before = {"previous": previous, "year": int(row["year"]) - 1}
        if not float(row["change"]):
            return self._t("change_same", **before)
        share = plain(row["change_pct"])
        moved += f" ({texts.signed_percent(float(share), self.lang)})" if share is not None else ""
        return self._t("change_from", change=moved, **before)

    def arithmetic(self, row: Row, found: Course) -> str:
        """How the standing was found: the numbers compared."""
        if found.state == "not_open" and plain(row["edition_id"]) is None:
            return self._t("year_ahead", year=int(row["year"]))
        said = course_words.words(found, self.lang, lambda value: self.written(row, value))
        if found.at_least and found.rule in {"earlier", "pace"}:
            return f"{self._t('as_recorded')} {said}"
        return said

    def finding(self, row: Row, found: Course, place: str) -> str:
        """Where the target for the number of entries stands, in one sentence; `place`: whose it is."""
        words = {"aim": self.aim(row), "year": int(row["year"]), "place": place}
        words["noun"] = self._t(f"noun_{row['target_metric']}")
        number, gap = self.actual(row), self.amount(row, "gap")
        if found.state in RUNNING and number is not None:
            return self._t("said_open", n=number, state=course_words.label(found, self.lang), **words)
        if found.state in {"met", "missed"} and number is not None and gap is not None:
            return self._t(f"said_{found.state}", n=number, gap=gap, **words)
        return f"{self._aimed(row, words)} {self._came_of_it(found, number)}"

    def _aimed(self, row: Row, words: Mapping[str, object]) -> str:
        moved = self.change(row)
        return self._t("said_aim", **words) if moved is None else self._t("said_aim_change", change=moved, **words)

    def _came_of_it(self, found: Course, number: str | None) -> str:
        if found.state == "not_open":
            return self._t("said_not_open")
        return self._t("said_actual_unknown") if number is None else self._t("said_actual", n=number)

    def _t(self, key: str, **params: object) -> str:
        return texts.t(f"{_PAGE}.{key}", self.lang, **params)
