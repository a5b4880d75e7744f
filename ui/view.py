"""What a page gets to see: the scope in words and rows, the metrics, the texts, and how to draw."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, cast

import pandas as pd
import streamlit as st

import metrics
import texts
from ui import ask, scope, theme
from ui.cells import bare, known, number
from ui.charts import Look
from ui.listings import Listings, Row

_SLOT = "pi-view"


@dataclass(frozen=True)
class View:
    """One reader's view: what is chosen, in which warehouse, drawn how."""

    choice: scope.Choice
    known: Listings
    warehouse: metrics.Warehouse
    look: Look

    @property
    def lang(self) -> str:
        return self.choice.lang

    @property
    def government(self) -> Row | None:
        """The government's row, or None for the whole country."""
        return self.known.governments.get(self.choice.government)

    @property
    def place(self) -> str:
        """The government's name, or the words for the whole country."""
        return self.known.name(self.choice.government) or self.t("scope.all_governments")

    @property
    def competition(self) -> Row:
        return self.known.competitions[self.choice.competition]

    @property
    def edition(self) -> Row | None:
        return self.known.editions.get(self.choice.edition or "")

    @property
    def year(self) -> int | None:
        """The year of the edition in view."""
        return int(self.edition["year"]) if self.edition else None

    @property
    def is_sample(self) -> bool:
        return self.known.is_sample(self.choice.government)

    @property
    def large(self) -> bool:
        return self.choice.mode == scope.PRESENTATION

    @cached_property
    def scope(self) -> metrics.Scope:
        """The scope as the metrics take it."""
        chosen = self.choice
        return metrics.Scope(
            government=chosen.government or None,
            agency=chosen.agency,
            competition=chosen.competition,
            edition=chosen.edition,
            years=chosen.years,
        )

    def ask(self, metric: str, **changes: Any) -> pd.DataFrame:
        """A metric's rows for the scope, with fields of it replaced: `view.ask("submissions", edition=None)`.

        The frame is shared between readers: derive new frames, never change it.
        """
        wanted = ask.narrowed(self.scope, changes)
        return ask.result(metric, wanted, self.warehouse.version, self.warehouse)

    def listing(self, name: str, **changes: Any) -> pd.DataFrame:
        """A reference list for the scope, as `ask`."""
        return ask.listing(name, ask.narrowed(self.scope, changes), self.warehouse.version, self.warehouse)

    @cached_property
    def sources(self) -> Mapping[str, Row]:
        """Every source by its id."""
        return ask.sources(self.warehouse.version, self.warehouse)

    def t(self, key: str, **params: object) -> str:
        return texts.t(key, self.lang, **params)

    def reason(self, code: object) -> str | None:
        """A metric's reason in words, None where there is none."""
        return texts.reason(code, self.lang) if isinstance(code, str) and code else None

    def number(self, value: object, decimals: int = 0) -> str:
        return texts.number(number(value), self.lang, decimals)

    def percent(self, fraction: object, decimals: int = 1) -> str:
        return texts.percent(number(fraction), self.lang, decimals)

    def signed(self, value: object) -> str:
        return texts.signed(number(value), self.lang)

    def ratio(self, numerator: object, denominator: object) -> str:
        return texts.ratio(number(numerator), number(denominator), self.lang)

    def day(self, value: Any) -> str:
        return texts.day(value if known(value) else None, self.lang)

    def agency(self, agency_id: object) -> str:
        """The agency's name, or a dash."""
        row = self.known.agencies.get(self.choice.government, {}).get(str(agency_id))
        return str(row["name"]) if row else texts.MISSING

    def agency_kind(self, agency_id: object) -> str | None:
        """The agency's kind, or None where the government has no such agency."""
        row = self.known.agencies.get(self.choice.government, {}).get(str(agency_id))
        return str(row["kind"]) if row else None

    def edition_name(self, edition_id: object) -> str:
        """The contest's name with the year, such as "KIPP 2022"."""
        row = self.known.editions.get(str(edition_id))
        if row is None:
            return texts.MISSING
        return f"{self.short_name(str(row['competition_id']))} {int(row['year'])}"

    def short_name(self, competition: str) -> str:
        """The contest's name without what stands in brackets."""
        return bare(self.known.competitions[competition]["name"])


def build(choice: scope.Choice, known: Listings, warehouse: metrics.Warehouse) -> View:
    large = choice.mode == scope.PRESENTATION
    return View(choice, known, warehouse, Look(choice.lang, theme.palette(), large))


def keep(view: View) -> None:
    """Leave the view where the page of this run finds it."""
    st.session_state[_SLOT] = view


def current() -> View:
    """The view that the frame prepared for this run."""
    return cast(View, st.session_state[_SLOT])
