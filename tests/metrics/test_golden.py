"""The figures of the design papers on the real history: once from the twins, once from the engine."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest

import metrics
from tests import golden
from tests.golden import Figure, Row
from tests.support import building, comparing
from tests.support.twin import TWINS
from tests.support.twin.listings import listing
from tests.support.twin.tables import Tables, read

AS_OF = date(2026, 11, 21)
HISTORY = Path(__file__).resolve().parents[2] / "data" / "history"
FIGURES = golden.load()


@cache
def tables() -> Tables:
    """The history as rows."""
    return read([HISTORY])


@cache
def twin_rows(metric_id: str) -> list[Row]:
    """A twin's rows for the whole history."""
    return TWINS[metric_id](tables(), AS_OF)


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> metrics.Warehouse:
    """The history alone, built as of the day it was compiled."""
    root = tmp_path_factory.mktemp("history")
    (root / "history").symlink_to(HISTORY, target_is_directory=True)
    return building.build(root, AS_OF)


@pytest.mark.parametrize("figure", FIGURES, ids=[figure.id for figure in FIGURES])
def test_twin(figure: Figure) -> None:
    rows = twin_rows(figure.metric) if figure.metric else listing(figure.listing, tables(), AS_OF)
    assert not golden.complaints(figure, rows), figure.says


@pytest.mark.parametrize("figure", FIGURES, ids=[figure.id for figure in FIGURES])
def test_engine(figure: Figure, warehouse: metrics.Warehouse) -> None:
    if figure.metric:
        rows = building.scope_rows(figure.metric, metrics.Scope(**figure.scope), warehouse)
    else:
        rows = building.listing_rows(figure.listing, warehouse)
    assert not golden.complaints(figure, rows), figure.says


@pytest.mark.parametrize("metric_id", sorted(TWINS))
def test_engine_and_twin_agree_on_the_history(metric_id: str, warehouse: metrics.Warehouse) -> None:
    engine = building.all_rows(metric_id, warehouse)
    lines = comparing.differences(metrics.find_metric(metric_id).keys, engine, twin_rows(metric_id))
    said = "\n".join(lines[:40])
    assert not lines, f"{metric_id}: {len(lines)} differences\n{said}"
