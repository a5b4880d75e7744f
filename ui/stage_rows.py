"""The stages of an edition as frames: what came into and through each, its pass rate, the whole contest's beside."""

import pandas as pd

from ui.cells import objects
from ui.view import View

KEYS = ["government_id", "edition_id", "stage_id", "group", "scope_kind", "scope_id"]
PREPARED = {"identified", "drafted", "clinic", "revised", "verified"}
_RATE = ["from_stage_id", "concluded", "numerator", "denominator", "value", "low", "high", "reason"]


def own_kind(view: View) -> str:
    """The kind of scope the reader looks at: a government, one of its agencies, or the whole contest."""
    if view.choice.agency:
        return "agency"
    return "government" if view.choice.government else "all"


def steps(view: View, **changes: object) -> pd.DataFrame:
    """Counts and rates of each stage, group and scope, in the order of the stages; `changes` as in `view.ask`.

    Columns: the keys, stage_order, kind, stage_name, entered, passed, failed, pending, withdrawn, count (what is known
    of those that came through, or took part), count_reason, basis, sources, and from the pass rate from_stage_id,
    numerator, denominator, value, low, high, reason.
    """
    counts = view.ask("stage_funnel", **changes).rename(columns={"value": "count", "reason": "count_reason"})
    rates = view.ask("stage_pass_rate", **changes)[[*KEYS, *_RATE]]
    both = counts.drop(columns=["numerator", "denominator", "low", "high"]).merge(rates, on=KEYS)
    return both.sort_values(["edition_id", "stage_order", "group"], na_position="first", ignore_index=True)


def path(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per stage: that of all groups where there is one, else those of its groups. Groups are never added up."""
    plain = rows["group"].isna()
    has_plain = plain.groupby([rows["edition_id"], rows["stage_id"]]).transform("any")
    return rows[plain | ~has_plain].reset_index(drop=True)


def edition_path(view: View) -> pd.DataFrame:
    """The path of the edition in view for the reader's own scope, every stage of it; unknown where nothing is said."""
    rows = steps(view)
    own = path(rows[rows["scope_kind"] == own_kind(view)])
    missing = _unknown(view, stages(view), set(own["stage_id"]))
    if missing.empty:
        return own
    parts = [own, missing] if len(own) else [missing]
    return pd.concat(parts).sort_values("stage_order", kind="stable", ignore_index=True)


def whole_contest(view: View) -> pd.DataFrame | None:
    """The path of everybody in the edition, to set beside the reader's own; None where that is the same thing."""
    if not view.choice.government or view.competition["government_id"] == view.choice.government:
        return None
    rows = steps(view, government=None, agency=None)
    return rows[rows["scope_kind"] == "all"]


def beside(own: pd.DataFrame, whole: pd.DataFrame | None) -> pd.DataFrame:
    """`own` with the whole contest's rate of the same stage and group (nation, nation_k, nation_n) and its sources."""
    names = {"value": "nation", "numerator": "nation_k", "denominator": "nation_n", "sources": "nation_sources"}
    if whole is None:
        return own.assign(nation=None, nation_k=None, nation_n=None)
    kept = whole[["stage_id", "group", *names]].rename(columns=names)
    both = own.merge(kept, on=["stage_id", "group"], how="left")
    lists = zip(both["sources"], both["nation_sources"], both["nation"].notna(), strict=True)
    joined = [list(dict.fromkeys([*mine, *(theirs if rated else [])])) for mine, theirs, rated in lists]
    both["sources"] = objects(joined, both)
    return both.drop(columns="nation_sources")


def stages(view: View) -> pd.DataFrame:
    """The edition's stages that concern the reader: the organiser's, and the preparation of their own government."""
    rows = view.listing("stages", government=None, agency=None)
    return rows[rows["government_id"].isna() | (rows["government_id"] == view.choice.government)]


def groups(view: View) -> pd.DataFrame:
    """The rows of the edition that speak of one group of entries, where something is known of at least two groups."""
    rows = steps(view)
    found = rows[(rows["scope_kind"] == own_kind(view)) & rows["group"].notna() & rows["count"].notna()]
    several = found["group"].nunique() > 1
    return found.sort_values(["group", "stage_order"], ignore_index=True) if several else found.head(0)


def parts(view: View, kind: str) -> pd.DataFrame:
    """The published breakdown of the whole edition by `kind` (level, province): the rows of all groups."""
    rows = steps(view)
    return rows[(rows["scope_kind"] == kind) & rows["group"].isna() & rows["count"].notna()]


def _unknown(view: View, listed: pd.DataFrame, known: set[str]) -> pd.DataFrame:
    """Stages that were held and of which the metrics say nothing for this scope."""
    rows = listed[(listed["status"] == "held") & ~listed["stage_id"].isin(known)]
    made = rows[["edition_id", "stage_id", "group", "stage_order", "kind"]].assign(
        stage_name=rows["name"], government_id=view.choice.government or None, scope_kind=own_kind(view),
        basis="unknown", reason="no_coverage", count_reason="no_coverage",
    )  # fmt: skip
    numbers = ("entered", "passed", "failed", "pending", "withdrawn", "count", "value", "low", "high")
    blank = pd.DataFrame(None, made.index, [*numbers, "numerator", "denominator", "from_stage_id"])
    return made.join(blank).assign(sources=objects([[] for _ in range(len(made))], made))
