"""The planner's words, tables and rows: what is said where much, little or nothing is known."""

from dataclasses import replace
from typing import Any, cast

import numpy as np
import pytest

from planning import counts, hindcast
from planning.agencies import Candidate, Roll
from planning.allocation import allocate
from planning.caps import Cap
from planning.evidence import Chain, Observed, Step, StepEvidence
from planning.outcome import Path
from planning.pooling import Rate
from planning.projection import Projection
from planning.series import Series, YearCount
from tests.unit.views import view
from ui.charts.fan import Ahead, fan
from ui.planner import dials, history, outcomes, rates, save, shares, side, takes, tested, words
from ui.planner.dials import Dials

LONG = [(2006 + n, count) for n, count in enumerate((41, 35, 33, 36, 32, 40, 38, 49, 44, 54, 50, 45))]
TARGET = {"target_metric": "submissions", "comparator": "at_least", "denominator": 15, "previous": None, "change": None,
          "sources": ["s-1"]}  # fmt: skip
HALF = Rate(np.full(8, 0.5))


def chain(stage: str = "top40", name: str = "Top 40", **more: Any) -> Chain:
    """A chain of one step with one observation per tier."""
    counted = (("government", 1, 5, "s-1"), ("level", 8, 53, "s-2"), ("all", 40, 99, "s-2"))
    own, level, nation = (
        (Observed("kipp-2017", 2017, kind, kind, k, n, "reported", (source,)),) for kind, k, n, source in counted
    )
    step = StepEvidence(Step("submitted", "final", stage, name), own, level, nation, (), ())
    given: dict[str, Any] = {"quota": None, "group": None, "starts_from": "submitted", "steps": (step,)} | more
    return Chain(stage, name, "final", **given)


def path(chance: float = 0.5, **more: Any) -> Path:
    """A way to a stage on which every entry has the same chance."""
    return Path(chain(**more), (HALF,), np.full(8, chance))


def projection(known: list[tuple[int, int]] | None = None, **more: Any) -> Projection:
    """A projection for 2018 from exact counts, one more year that is not exact and one that is unknown."""
    given = [(2017, 9)] if known is None else known
    listed = [YearCount(year, f"kipp-{year}", n, "rows", exact=True, sources=("s-1",)) for year, n in given]
    listed += [YearCount(2004, "kipp-2004", 3, "at_least", exact=False, sources=("s-2",))]
    listed += [YearCount(2005, "kipp-2005", None, "unknown", exact=False)]
    series = Series("kab-a", "kipp", "submitted", tuple(sorted(listed, key=lambda count: count.year)))
    made = Projection("kab-a", "kipp", 2018, "kipp-2018", series, counts.forecast(series.exact, 2018),
                      hindcast.hindcast(series.exact), (), (), Cap(None), None, None)  # fmt: skip
    return replace(made, **more)


def aimed(**more: Any) -> dict[str, Any]:
    """A documented target of 15 as fields of a projection."""
    return {"target": 15, "target_row": {**TARGET, **more}}


def test_one_year_is_too_few_and_the_target_is_what_was_set() -> None:
    """9 → 15 without a forecast: why there is none, the step as what was set, and what the pass rates do support."""
    given = projection(paths=(path(0.1),), **aimed(previous=9, change=6))
    said, detail = words.finding(view(lang="en"), given)
    assert said == ("Kabupaten A, KIPP 2018: Too few years for a forecast: 1 with an exact count (2017: 9); "
                    "at least 3 are needed.")  # fmt: skip
    assert detail is not None
    assert detail.startswith("The target on record for 2018 is ≥ 15, a step of +6 from 9: that is what was set,")
    assert "of 15 entries there is a 4 in 5 chance that 0 to 3 reach Top 40 (1.5 on average)" in detail


def test_a_forecast_says_its_interval_and_the_chance_of_the_target() -> None:
    given = projection(LONG, target=52, target_row=TARGET | {"denominator": 52})
    assert given.forecast is not None
    low, high = given.forecast.interval()
    said, detail = words.finding(view(), given)
    assert said == (f"Kabupaten A, KIPP 2018: 4 dari 5 kemungkinan antara {low} dan {high} usulan; "
                    f"nilai tengah {given.forecast.quantile(0.5)}.")  # fmt: skip
    chance = f"{given.forecast.at_least(52) * 100:.0f} %"
    assert detail is not None
    assert f"Target 2018 yang tercatat ≥ 52: peluang mencapainya menurut perkiraan {chance}." in detail


def test_a_reach_of_none_or_of_one_number_is_no_interval() -> None:
    assert "tidak satu pun mencapai Top 40 (rata-rata 0,0)" in words.reach(view(), path(0.001), 5)
    assert "tepat 5 mencapai Top 40" in words.reach(view(), path(0.999), 5)
    assert [words.between(view(), path(share), 5) for share in (0.001, 0.5)] == ["0", "1–4"]


def test_a_rule_that_is_no_better_is_said_plainly() -> None:
    """On a series that stands still "same as last year" is never wrong, and the page says so."""
    _, detail = words.finding(view(), projection([(2008 + n, 9) for n in range(10)]))
    assert detail is not None
    assert "tidak lebih baik daripada “sama seperti tahun lalu”" in detail
    assert words.finding(view(), projection(LONG[:3]))[1] is None


@pytest.mark.parametrize(
    ("share", "said"), [(0.0, "0 %"), (0.001, "< 1 %"), (0.22, "22 %"), (0.9996, "> 99 %"), (1.0, "> 99 %")]
)
def test_what_is_not_certain_is_never_written_as_certain(share: float, said: str) -> None:
    assert words.chance(view(), share) == said


@pytest.mark.parametrize(
    ("given", "entries", "origin", "most"),
    [(projection(**aimed()), 15, "target", 30), (projection(), 9, "last", 30), (projection([]), 5, "none", 30),
     (projection([], cap=Cap(3)), 3, "none", 3), (projection(cap=Cap(10), **aimed()), 10, "target", 10),
     (projection([(2017, 900)]), 500, "last", 500)],
)  # fmt: skip
def test_where_the_slider_starts_and_ends(given: Projection, entries: int, origin: str, most: int) -> None:
    assert (dials.opening(given), dials.origin(given), dials.top(given)) == (entries, origin, most)


def test_the_slider_starts_from_the_middle_of_the_forecast() -> None:
    given = projection(LONG)
    assert given.forecast is not None
    assert dials.opening(given) == given.forecast.quantile(0.5)
    assert dials.origin(given) == "forecast"
    assert dials.top(given) >= 2 * 54


def test_each_year_of_the_history_says_whether_the_forecast_rests_on_it() -> None:
    """Exact years are used; "at least", unknown and the planned year itself are not, and unknown is a dash, not 0."""
    known = [*LONG[2:], (2018, 60)]
    rows = history.frame(view(), projection(known)).set_index("year")
    assert list(rows.loc[[2004, 2005, 2017, 2018], "entries"]) == ["≥ 3", "–", "45", "60"]
    assert list(rows["used"]) == [False, False] + [True] * 10 + [False]
    assert rows.loc[2018, "use"] == "tidak dipakai: baru diketahui kemudian"
    assert rows.loc[2005, "use"] == "tidak diketahui, bukan nol"


def test_the_fan_ends_where_the_interval_does_and_without_a_forecast_there_is_none() -> None:
    given = projection(LONG)
    drawn = fan(history.frame(view(), given), history.ahead(view(), given), view().look, title="x")
    assert given.forecast is not None
    low, high = given.forecast.interval()
    bands = [trace for trace in drawn.figure["data"] if trace.get("fill") == "toself"]
    assert len(bands) == 2
    assert (min(bands[0]["y"]), max(bands[0]["y"])) == (low, high)
    assert bands[0]["y"][0] == 45
    ends = [note["text"] for note in drawn.figure["layout"]["annotations"]]
    assert {str(low), str(high), "–"} <= set(ends)
    assert f"2018 {low}–{high}" in drawn.alt
    few = projection(**aimed())
    plain = fan(history.frame(view(), few), history.ahead(view(), few), view().look, title="x")
    assert not [trace for trace in plain.figure["data"] if trace.get("fill")]
    assert [shape["y0"] for shape in plain.figure["layout"]["shapes"]] == [15]
    assert "Target ≥ 15" in plain.alt


def test_a_year_without_an_edition_breaks_the_line() -> None:
    given = projection([(2014, 5), (2015, 6), (2017, 9)])
    drawn = fan(history.frame(view(), given), history.ahead(view(), given), view().look, title="x")
    line = next(trace for trace in drawn.figure["data"] if trace["mode"] == "lines+markers+text")
    assert (line["x"], line["y"], line["connectgaps"]) == ([2014, 2015, 2016, 2017], [5, 6, None, 9], False)


def test_a_fan_without_any_count_stands_by_itself() -> None:
    rows = history.frame(view(), projection([]))
    ahead = Ahead(2018, ((3.0, 9.0),), 5.0)
    drawn = fan(rows, ahead, view().look, title="x")
    band = next(trace for trace in drawn.figure["data"] if trace.get("fill"))
    assert sorted(set(band["y"])) == [3.0, 9.0]


def test_the_hindcast_table_has_a_row_per_tested_year() -> None:
    given = projection(LONG)
    rows = tested.frame(view(), given)
    assert list(rows["year"]) == [year.year for year in given.hindcast.years]
    assert "dalam rentang" in rows["happened"].iloc[-1]
    assert f"tahun lalu {abs(45 - 50):.1f}".replace(".", ",") in rows["error"].iloc[-1]


def test_an_outcome_has_its_chance_and_a_blocked_stage_its_reason() -> None:
    given = projection(paths=(path(0.5, quota=12),), blocked=())
    row = outcomes.frame(view(), given, Dials(10, 2, 0.8)).iloc[0]
    assert (row["each"], row["mean"], row["between"]) == (0.5, 5.0, "3–7")
    assert row["chance"] == "<b>99 %</b>"
    assert "12 tempat" in row["stage"]
    full = outcomes.frame(view(), projection(paths=(path(0.5, quota=3),), blocked=()), Dials(10, 2, 0.8)).iloc[0]
    assert (round(full["mean"], 2), full["between"]) == (2.93, "3")
    assert outcomes.nothing(view(), projection()).startswith("Tahap KIPP tidak tercatat")
    blocked = projection(paths=(path(),), blocked=(chain(reason="no_evidence"),))
    silent = outcomes.frame(view(), blocked, Dials(10, 2, 0.8)).iloc[1]
    assert silent["mean"] is None
    assert "belum dapat diperkirakan" in silent["between"]


def test_the_rates_behind_an_outcome_name_every_tier_with_its_year() -> None:
    line = rates.frame(view(), path()).iloc[0]
    expected = {"own": "1/5", "level": "8/53", "nation": "40/99"}
    assert all(part in str(line[tier]) for tier, part in expected.items())
    assert "(2017)" in line["own"]
    assert "50 %" in line["rate"]
    assert rates.sources([path()]) == ["s-1", "s-2"]


def test_what_it_takes_is_a_number_or_out_of_reach() -> None:
    """Half of the entries get through: 1 entry for an even chance of one, 3 for 80 %; within a cap of 2 not."""
    seen, turned = view(), Dials(10, 1, 0.8)
    free = takes.frame(seen, projection(paths=(path(),)), turned)
    assert [free.iloc[0][str(p)] for p in (0.5, 0.8, 0.9)] == ["<b>1</b>", "<b>3</b>", "<b>4</b>"]
    bound = takes.frame(seen, projection([], year=2019, paths=(path(),), cap=Cap(2)), turned)
    assert "tidak tercapai dalam batas" in bound.iloc[0]["0.8"]
    assert "terbaik 75 %" in bound.iloc[0]["0.8"]
    assert takes.columns(Dials(10, 4, 0.95)) == (0.5, 0.8, 0.9, 0.95)
    assert takes.goals(Dials(10, 4, 0.95)) == (1, 2, 4)


def test_the_cap_names_its_parts() -> None:
    both = projection(cap=Cap(15, (("umum", 10), ("replikasi", 5))))
    assert "15 usulan per instansi" in takes.limit(view(), both)
    assert "10 umum + 5 replikasi" in takes.limit(view(), both)
    assert "tidak tercatat" in takes.limit(view(), projection())


def test_numbers_stand_side_by_side_and_what_cannot_be_said_has_its_reason() -> None:
    given = projection(paths=(path(),), **aimed())
    rows = side.frame(view(), given, Dials(4, 1, 0.8))
    assert list(rows["entries"]) == ["<b>9</b>", "<b>–</b>", "<b>–</b>", "<b>15</b>", "<b>4</b>"]
    assert "terlalu sedikit" in rows["scenario"].iloc[1]
    assert list(rows["sources"])[3] == ["s-1"]
    assert "<b>2,0</b>" in rows["top40"].iloc[4]


CANDIDATES = tuple(
    Candidate(f"a-{n}", f"Dinas {n}", record, 3 if record is not None else 0, 2, prepared, 0, exempt=False)
    for n, (record, prepared) in enumerate([(2.0, 0), (None, 1), (0.0, 0), (1.0, 0), (None, 0)])
)
ROLL = Roll("kab-a", 2018, 2018, 1, CANDIDATES)


def test_a_total_below_the_minimum_starts_with_those_that_prepare_or_have_a_record() -> None:
    assert shares.short(ROLL, 4) == 5
    assert shares.short(ROLL, 5) is None
    assert shares.likely(CANDIDATES, 4, 1) == ("a-1", "a-0", "a-3")
    assert shares.likely(CANDIDATES, 2, 1) == ("a-1", "a-0")


def test_the_division_is_listed_with_its_reasons_largest_first() -> None:
    rows = shares.frame(view(), allocate(CANDIDATES, 9))
    assert rows["n"].sum() == 9
    assert list(rows["n"]) == sorted(rows["n"], reverse=True)
    assert all("menurut kebijakan" in said for said in rows["why"])


def test_a_plan_becomes_one_target_for_each_thing_that_was_chosen() -> None:
    """The total, an agency's number where it has one, and the stage; a target on record is revised, not doubled."""
    divided = allocate(CANDIDATES[:2], 5, fixed={"a-0": 0})
    known = [{"target_id": "old", "scope_kind": "government", "scope_id": "kab-a", "edition_id": "kipp-2018",
              "year": None, "metric": "submissions"}]  # fmt: skip
    made = save.targets(projection(), "kipp-2018", 5, divided, ("top40", 2), known,
                        source_id="sk-1", set_on="2018-01-23", set_by="Bupati")  # fmt: skip
    assert [(row["target_id"], row["scope_id"], row["metric"], row["value"]) for row in made] == [
        ("old", "kab-a", "submissions", "5"),
        ("a-1-kipp-2018-submissions", "a-1", "submissions", "5"),
        ("kab-a-kipp-2018-reach-top40", "kab-a", "reach:top40", "2"),
    ]
    assert {cast(str, row["source_id"]) for row in made} == {"sk-1"}
    assert {row["comparator"] for row in made} == {"at_least"}
    assert save.targets(projection(), "kipp-2018", None, (), None, [], source_id="sk-1", set_on=None, set_by="x") == []
