"""The pages' door to the metrics: one warehouse, results kept per published version."""

from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

import metrics
from ui.listings import Listings, Row

_LISTINGS = ("governments", "competitions", "editions", "agencies", "coverage_map", "targets", "events")


def warehouse() -> metrics.Warehouse:
    """The published warehouse, opened once per version. Raises metrics.NoWarehouse where nothing can be opened."""
    return _opened(metrics.locate().version)


@st.cache_resource(max_entries=3, show_spinner=False)
def _opened(version: str) -> metrics.Warehouse:
    opened = metrics.open_warehouse()
    opened.require_tables()
    return opened


@st.cache_resource(max_entries=4096, show_spinner=False)
def result(metric: str, scope: metrics.Scope, version: str, _warehouse: metrics.Warehouse) -> pd.DataFrame:
    """A metric's frame for one scope of one published version. Shared between readers: never change it in place."""
    return metrics.run(metric, scope, _warehouse)


@st.cache_resource(max_entries=1024, show_spinner=False)
def listing(name: str, scope: metrics.Scope, version: str, _warehouse: metrics.Warehouse) -> pd.DataFrame:
    """A reference list for one scope. Shared between readers: never change it in place."""
    return metrics.listing(name, scope, _warehouse)


@st.cache_resource(max_entries=4, show_spinner=False)
def listings(version: str, _warehouse: metrics.Warehouse) -> Listings:
    """Everything there is to choose from."""
    everything = metrics.Scope()
    return Listings.build(*(metrics.listing(name, everything, _warehouse) for name in _LISTINGS))


def narrowed(scope: metrics.Scope, changes: dict[str, Any]) -> metrics.Scope:
    """The scope with some of its fields replaced; None lifts a restriction."""
    return replace(scope, **changes) if changes else scope


@st.cache_resource(max_entries=4, show_spinner=False)
def sources(version: str, _warehouse: metrics.Warehouse) -> dict[str, Row]:
    """Every source by its id."""
    rows = metrics.listing("sources", metrics.Scope(), _warehouse).to_dict("records")
    return {str(row["source_id"]): {str(key): value for key, value in row.items()} for row in rows}
