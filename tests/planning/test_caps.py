"""The cap on entries is read from the rules of the edition."""

from __future__ import annotations

import pytest

import metrics
from metrics import UnknownName, Warehouse
from planning.caps import Cap, cap


@pytest.fixture(scope="module")
def warehouse(warehouse_folder: object) -> Warehouse:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PAPAN_WAREHOUSE", str(warehouse_folder))
        return metrics.open_warehouse()


@pytest.mark.parametrize(
    ("group", "value", "parts"),
    [
        ("umum", 10, (("umum", 10),)),
        ("replikasi", 5, (("replikasi", 5),)),
        ("umum+replikasi", 15, (("replikasi", 5), ("umum", 10))),
        (None, 15, (("replikasi", 5), ("umum", 10))),
        ("khusus", None, ()),
        ("umum+khusus", None, ()),
    ],
)
def test_2021_had_ten_general_and_five_replications(
    warehouse: Warehouse, group: str | None, value: int | None, parts: tuple[tuple[str | None, int], ...]
) -> None:
    found = cap(warehouse, "kab-luwu-utara", "kipp-2021", group)
    assert (found.value, found.parts) == (value, parts)
    assert found.sources == (("mmc-2021-close",) if value else ())


def test_a_rule_for_levels_binds_those_levels_only(warehouse: Warehouse) -> None:
    fifteen = Cap(15, ((None, 15),), ("bhirawa-2025-sidoarjo",))
    assert cap(warehouse, "kab-sidoarjo", "kipp-2025") == fifteen
    assert cap(warehouse, "kota-magelang", "kipp-2025", "umum") == fifteen
    assert cap(warehouse, "prov-jawa-timur", "kipp-2025") == Cap(None)
    assert cap(warehouse, None, "kipp-2025") == Cap(None)


def test_the_sample_contest_caps_governments(warehouse: Warehouse) -> None:
    assert cap(warehouse, "kab-contoh", "kipp-prov-contoh-2026").value == 25


@pytest.mark.parametrize("edition", ["kipp-2018", "kipp-2022", "lomba-kab-contoh-2026"])
def test_without_a_rule_there_is_none(warehouse: Warehouse, edition: str) -> None:
    assert cap(warehouse, "kab-bangka", edition) == Cap(None)


def test_names_are_checked(warehouse: Warehouse) -> None:
    with pytest.raises(UnknownName, match="kipp-2024"):
        cap(warehouse, "kab-bangka", "kipp-2024")
