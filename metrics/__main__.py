"""`python -m metrics list` and `python -m metrics run ID`: the figures of the pages on the command line."""

from __future__ import annotations

import argparse
import csv
import json
import re
import sys
from collections.abc import Sequence
from typing import Any

import pandas as pd

import metrics
from metrics import Metric, Scope, Warehouse
from metrics.command import answered
from texts import reason, t
from texts.command import Parser, add_language, end_with_the_reader

FORMATS = ("table", "csv", "json")
NAMES = ("government", "agency", "competition", "edition", "stage")


def parser() -> argparse.ArgumentParser:
    """The command line of metrics."""
    top = Parser(prog="python -m metrics", description="Read the metrics of the published warehouse.")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND", parser_class=Parser)
    lists = commands.add_parser("list", help="the metrics with title, unit, grain and keys")
    lists.add_argument("--json", action="store_true", help="print one JSON document on standard output")
    add_language(lists)
    runs = commands.add_parser("run", help="the rows of one metric")
    runs.add_argument("id", metavar="ID", help="the metric, as `list` names it")
    for name in NAMES:
        runs.add_argument(f"--{name}", metavar="ID", help=f"only this {name}")
    runs.add_argument("--year", metavar="YEAR", help="a year, or years as 2017-2023")
    runs.add_argument("--format", choices=FORMATS, default="table", help="how to print (default: table)")
    add_language(runs)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit code: 0 done, 1 refused or failed, 2 a name that does not exist."""
    given = parser().parse_args(arguments)
    if given.command == "list":
        return _list(given.json, given.lang)
    return answered(lambda: _run(given), given.lang)


def _list(as_json: bool, lang: str) -> int:
    cards = [_card(metric, lang) for metric in metrics.catalogue().values()]
    if as_json:
        print(json.dumps(cards, ensure_ascii=False, indent=1))
    else:
        for card in cards:
            print(f"{card['id']:<18} {card['title']} ({card['unit']}; {card['grain']})")
    return 0


def _card(metric: Metric, lang: str) -> dict[str, Any]:
    plain = {"id": metric.id, "title": metric.title[lang], "unit": metric.unit, "grain": metric.grain}
    return plain | {"keys": list(metric.keys), "columns": list(metric.all_columns)}


def _run(given: argparse.Namespace) -> int:
    metric = metrics.find_metric(given.id)
    years = _years(given.year)
    if given.year and not years:
        print(t("metrics.bad_years", given.lang, value=given.year), file=sys.stderr)
        return 2
    warehouse = metrics.open_warehouse()
    warehouse.require_tables()
    if not warehouse.by_pointer:
        print(t("metrics.older_version", given.lang, version=warehouse.version), file=sys.stderr)
    names = {name: getattr(given, name) for name in NAMES}
    scope = Scope(**names, years=years)
    rows = metrics.records(metrics.run(metric.id, scope, warehouse))
    if _is_sample(scope, warehouse):
        print(t("metrics.sample", given.lang), file=sys.stderr)
    for row in rows:
        row["reason"] = reason(row["reason"], given.lang) if row["reason"] else None
    _print(metric, rows, names | {"year": given.year}, warehouse, given)
    return 0


def _is_sample(scope: Scope, warehouse: Warehouse) -> bool:
    """Whether the scope names a government or a contest of a generated data set."""
    edition = metrics.listing("editions", Scope(edition=scope.edition), warehouse) if scope.edition else None
    competition = scope.competition if edition is None else str(edition["competition_id"].iloc[0])
    asked = {"governments": scope.government, "competitions": competition}
    found = [
        metrics.listing(name, Scope(government=scope.government, competition=competition), warehouse)
        for name, value in asked.items()
        if value
    ]
    return any(bool(rows["is_sample"].any()) for rows in found)


def _years(text: str | None) -> tuple[int, int] | None:
    found = re.fullmatch(r"(\d{4})(?:-(\d{4}))?", text or "")
    return (int(found[1]), int(found[2] or found[1])) if found else None


def _print(
    metric: Metric,
    rows: list[dict[str, Any]],
    scope: dict[str, str | None],
    warehouse: Warehouse,
    given: argparse.Namespace,
) -> None:
    if given.format == "json":
        asked = {name: value for name, value in scope.items() if value}
        document = {"metric": metric.id, "version": warehouse.version, "scope": asked, "rows": rows}
        print(json.dumps(document, ensure_ascii=False, indent=1))
    elif given.format == "csv":
        writer = csv.DictWriter(sys.stdout, metric.all_columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(row | {"sources": "|".join(row["sources"])} for row in rows)
    elif rows:
        print(_table(metric, rows))
    else:
        print(t("metrics.no_rows", given.lang))


def _table(metric: Metric, rows: list[dict[str, Any]]) -> str:
    """Rows as a text table, without the columns that are blank throughout."""
    frame = pd.DataFrame(
        [{name: _cell(row[name]) for name in metric.all_columns} for row in rows],
        columns=list(metric.all_columns),
        dtype=object,
    )
    shown = [name for name in frame if (frame[name] != "").any()]
    return str(frame[shown].to_string(index=False))


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.4f}".rstrip("0").rstrip(".")
    return ", ".join(value) if isinstance(value, list) else str(value)


if __name__ == "__main__":
    end_with_the_reader()
    sys.exit(main())
