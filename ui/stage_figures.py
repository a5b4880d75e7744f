"""The figures of one edition's stages, each with its finding, table, sources and file."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

import texts
from ui import charts, figures, stage_rows, stage_words, tables
from ui.cells import known, records
from ui.markup import Html, join
from ui.tables import Column
from ui.view import View

_COUNTS = ("entered", "passed", "failed", "pending", "withdrawn")


def funnel(view: View, own: pd.DataFrame, silent: pd.DataFrame) -> None:
    """The path with the silent loss as a step of its own, and the rival figures opened at their number."""
    rivals = _rivals(view)
    shown: list[dict[str, Any]] = []
    for row in records(own):
        lost = records(silent[silent["stage_id"] == row["stage_id"]])
        shown += [_loss(view, part) for part in lost] + [_step(view, row, rivals)]
    frame = pd.DataFrame(shown, dtype=object)
    columns = [Column("label", heading="column.stage"), Column("kind_name", heading="column.kind")]
    columns += [Column(name, "number", heading=f"page.tahapan.{name}") for name in _COUNTS]
    columns += [Column("detail", heading="column.basis")]
    title = stage_words.way(view, own)
    body = tables.table(frame, columns, title, view.lang)
    chart = charts.funnel(_condensed(view, frame), view.look, title=title) if frame["value"].notna().any() else None
    raw = pd.concat([own, silent.rename(columns={"numerator": "failed", "denominator": "entered"})])
    figures.figure(view, title, chart, raw, columns, name="corong", note=_rival_note(view, own, rivals), table=body)


def rates(view: View, own: pd.DataFrame, whole: pd.DataFrame | None, names: Mapping[str, tuple[str, str]]) -> None:
    """The pass rate of each stage with its interval, what it is a share of, and the whole contest's beside."""
    later = stage_rows.beside(own[own["reason"] != "first_stage"], whole)
    if later.empty:
        return
    frame = rate_frame(view, later, names)
    title = stage_words.passing(view, later)
    shared = _shared_name(view) if whole is not None else None
    columns = [*RATE_COLUMNS]
    if shared:
        columns[-2:-2] = [
            Column("nation_ratio", "number", title=shared),
            Column("nation", "percent", title=f"{shared} (%)"),
        ]
    drawn = frame[frame["value"].notna() | frame["nation"].notna()]
    drawn = drawn.assign(why=drawn["why"].where(drawn["reason"] != "no_coverage", ""))
    chart = charts.rates(drawn, view.look, title=title, shared_name=shared) if len(drawn) else None
    body = tables.table(frame, columns, title, view.lang)
    note = view.t("page.tahapan.rates_note") if chart else None
    figures.figure(view, title, chart, later, columns, name="kelulusan", note=note, table=body)


def groups(view: View, rows: pd.DataFrame, names: Mapping[str, tuple[str, str]]) -> None:
    """Each group of entries against itself."""
    if rows.empty:
        return
    frame = rate_frame(view, stage_rows.beside(rows, None), names)
    frame["label"] = [
        f"{stage_words.group(view, g)}: {n}" for g, n in zip(rows["group"], rows["stage_name"], strict=True)
    ]
    drawn = frame[frame["value"].notna()]
    title = stage_words.comparing(view, rows)
    chart = charts.rates(drawn, view.look, title=title, nation=None) if len(drawn) else None
    columns = [RATE_COLUMNS[0], Column("count", "number", heading="page.tahapan.passed"), *RATE_COLUMNS[1:]]
    body = tables.table(frame, columns, title, view.lang)
    figures.figure(view, title, chart, rows, columns, name="kelompok", note=view.t("page.tahapan.groups_note"),
                   table=body)  # fmt: skip


def breakdown(view: View, rows: pd.DataFrame, own: pd.DataFrame, kind: str) -> None:
    """The whole edition by level or province: for each part how many came through each stage, and of how many."""
    if rows.empty:
        return
    held = records(rows.sort_values("stage_order").drop_duplicates("stage_id"))
    cells = {(row["scope_id"], row["stage_id"]): row for row in records(rows)}
    scopes = sorted(set(rows["scope_id"]), key=lambda scope: scope_name(view, kind, scope))
    frame = pd.DataFrame([_part(view, kind, scope, held, cells) for scope in scopes], dtype=object)
    columns = [Column("label", heading=f"page.tahapan.by_{kind}")]
    total: dict[str, object] = {}
    for step in held:
        columns.append(Column(step["stage_id"], "number", title=stage_words.stage(view, step)))
        columns.append(Column(f"rate {step['stage_id']}", "number", title=view.t("column.rate")))
        whole = records(own[own["stage_id"] == step["stage_id"]])
        if whole and kind == "level":
            total |= {step["stage_id"]: whole[0]["count"], f"rate {step['stage_id']}": _rate_cell(view, whole[0])}
    title = view.t(f"page.tahapan.parts_{kind}", edition=view.edition_name(view.choice.edition))
    figures.figure(view, title, None, rows, columns, name=f"menurut-{kind}", total=total or None,
                   table=tables.table(frame, columns, title, view.lang, total=total or None))  # fmt: skip


RATE_COLUMNS = (
    Column("label", heading="column.stage"),
    Column("of", heading="page.tahapan.of"),
    Column("ratio", "number", heading="page.tahapan.k_of_n"),
    Column("value", "percent", heading="column.rate"),
    Column("interval", "number", heading="column.interval"),
    Column("why", heading="column.reason"),
    Column("detail", heading="column.basis"),
)


def rate_frame(view: View, rows: pd.DataFrame, names: Mapping[str, tuple[str, str]]) -> pd.DataFrame:
    """Rows of `stage_rows.steps` with the words of the rate chart and its table: label, of, ratio, interval, why,
    nation_ratio and the basis to open (detail)."""
    listed = records(rows)
    frame = rows.assign(
        label=[stage_words.stage(view, row) for row in listed],
        of=[stage_words.denominator(view, row, names) for row in listed],
        why=[view.reason(row["reason"]) or "" for row in listed],
    )
    ratios = [stage_words.k_of_n(view, row["numerator"], row["denominator"]) for row in listed]
    frame["ratio"] = _written(ratios, rows)
    frame["interval"] = _written([_interval(view, row) for row in listed], rows)
    frame["detail"] = pd.Series([figures.basis(view, row) for row in listed], index=frame.index, dtype=object)
    if "nation_k" in frame:
        shared = [stage_words.k_of_n(view, row["nation_k"], row["nation_n"]) for row in listed]
        frame["nation_ratio"] = _written(shared, rows)
    return frame


def scope_name(view: View, kind: str, scope: str) -> str:
    """A part of the whole by its name: levels (joined ones with +) or a province."""
    if kind == "level":
        return " + ".join(view.t(f"level.{part}") for part in scope.split("+"))
    return view.known.name(scope) or scope


def _condensed(view: View, frame: pd.DataFrame) -> pd.DataFrame:
    """The steps for the chart: a run of several of the organiser's stages without data takes one row."""
    made: list[dict[str, Any]] = []
    run: list[dict[str, Any]] = []
    for row in [*records(frame), {}]:
        if row and not known(row["value"]) and row["kind"] not in stage_rows.PREPARED:
            run.append(row)
            continue
        if len(run) > 3:
            run = [run[0] | {"label": view.t("page.tahapan.run", n=view.number(len(run)))}]
        made += [*run, row] if row else run
        run = []
    return pd.DataFrame(made, dtype=object)


def _shared_name(view: View) -> str:
    return view.t("chart.nation" if view.competition["level"] == "national" else "page.tahapan.whole")


def _step(view: View, row: dict[str, Any], rivals: Mapping[tuple[str, str], list[dict[str, Any]]]) -> dict[str, Any]:
    others = rivals.get((row["stage_id"], str(row["group"]) if known(row["group"]) else ""), [])
    number = row | {"numerator": row["passed"], "denominator": row["entered"], "reason": row["count_reason"]}
    return row | {
        "label": stage_words.stage(view, row),
        "kind_name": view.t(f"stage_kind.{row['kind']}"),
        "value": row["count"],
        "loss": False,
        "beside": stage_words.rate(view, row),
        "detail": figures.basis(view, number, others),
    }


def _loss(view: View, row: dict[str, Any]) -> dict[str, Any]:
    share = view.t("page.tahapan.share_of", share=view.percent(row["value"]), n=view.number(row["denominator"]))
    return {
        "label": stage_words.lost_at(view, row["part"]),
        "kind_name": "",
        "entered": row["denominator"],
        "failed": row["numerator"],
        "value": row["numerator"],
        "basis": row["basis"],
        "loss": True,
        "beside": share,
        "detail": figures.basis(view, row),
    }


def _rivals(view: View) -> dict[tuple[str, str], list[dict[str, Any]]]:
    """Figures of entries on which sources disagree, by stage and group, for the reader's own scope."""
    rows = view.listing("rivals", agency=None)
    kind = stage_rows.own_kind(view)
    same = (rows["scope_kind"] == kind) | ((kind == "government") & (rows["scope_kind"] == "all"))
    found: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for row in records(rows[same & (rows["measure"] == "entries") & rows["category"].isna()]):
        key = str(row["stage_id"]), str(row["group"]) if known(row["group"]) else ""
        found.setdefault(key, []).append(row)
    return found


def _rival_note(
    view: View, own: pd.DataFrame, rivals: Mapping[tuple[str, str], Sequence[Mapping[str, Any]]]
) -> str | None:
    said = []
    for (stage, group), rows in rivals.items():
        here = own[(own["stage_id"] == stage) & (own["group"].fillna("") == group)]
        if here.empty:
            continue
        shown = ", ".join(view.number(row["value"]) for row in rows if row["shown"])
        others = ", ".join(view.number(row["value"]) for row in rows if not row["shown"])
        name = stage_words.stage(view, records(here)[0])
        said.append(view.t("page.tahapan.rival", stage=name, shown=shown, others=others))
    return " ".join(said) or None


def _part(
    view: View, kind: str, scope: str, held: Sequence[Mapping[str, Any]], cells: Mapping[tuple[str, str], Any]
) -> dict[str, Any]:
    made: dict[str, Any] = {"label": scope_name(view, kind, scope)}
    for step in held:
        row = cells.get((scope, step["stage_id"]))
        made[step["stage_id"]] = row["count"] if row else None
        made[f"rate {step['stage_id']}"] = _rate_cell(view, row) if row else None
    return made


def _rate_cell(view: View, row: Mapping[str, Any]) -> Html | None:
    if not known(row["value"]):
        return None
    return join([f"{view.ratio(row['numerator'], row['denominator'])} · {view.percent(row['value'])}"])


def _written(words: Sequence[str], rows: pd.DataFrame) -> pd.Series:
    """Words as finished cells, so that a column of numbers takes them as they are."""
    return pd.Series([join([word]) for word in words], index=rows.index, dtype=object)


def _interval(view: View, row: Mapping[str, Any]) -> str:
    if not known(row["value"]):
        return texts.MISSING
    return texts.span(float(row["low"]), float(row["high"]), view.lang)
