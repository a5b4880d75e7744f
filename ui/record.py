"""Prepares the record of the build behind the figures: version, times, rows, inputs and checks."""

from datetime import datetime

import pandas as pd
from babel.dates import format_time

import texts
from ui.cells import assigned
from ui.markup import Html, join, tag
from ui.tables import Column
from ui.view import View

_PAGE = "page.metode"


def counts(view: View) -> pd.DataFrame:
    """Rows read, loaded, quarantined and skipped per table, in loading order."""
    tables = view.warehouse.record["tables"]
    return pd.DataFrame([{"table": name} | dict(given) for name, given in tables.items()])


def count_columns() -> list[Column]:
    """The columns of `counts`, with a total row."""
    numbers = ("read", "loaded", "quarantined", "skipped")
    return [Column("table"), *(Column(name, "number", f"page.mutu.column_{name}", total=True) for name in numbers)]


def facts(view: View) -> list[tuple[str, Html]]:
    """What the build was: version, as-of date, times, code, with the word for each."""
    kept = view.warehouse.record
    seconds = view.t(f"{_PAGE}.seconds", n=view.number(kept["seconds"], 1))
    given = {
        "version": view.warehouse.version,
        "as_of": view.day(kept["as_of"]),
        "started": moment(view, kept["started"]),
        "finished": f"{moment(view, kept['finished'])} ({seconds})",
        "code": kept["code_version"],
    }
    return [(view.t(f"{_PAGE}.record_{name}"), join([value])) for name, value in given.items()]


def inputs(view: View) -> pd.DataFrame:
    """The files read: dataset, file, sha256 in full, and `hash` as code."""
    frame = pd.DataFrame(view.warehouse.record["inputs"], columns=["dataset", "file", "sha256"])
    hashes = [tag("code", value, class_="pi-code") for value in frame["sha256"]]
    return assigned(frame, hash=hashes)


def input_columns() -> list[Column]:
    """The columns of `inputs`."""
    return [
        Column("dataset"),
        Column("file", heading=f"{_PAGE}.column_file"),
        Column("hash", heading=f"{_PAGE}.column_hash"),
    ]


def checks(view: View) -> pd.DataFrame:
    """The checks of the build: `check` in words, `id`, `ok`, and `result` in words with a sign."""
    found = view.warehouse.record["checks"]
    rows = [
        {
            "check": _said(view, str(check["id"])),
            "id": check["id"],
            "ok": check["ok"],
            "result": view.t(f"{_PAGE}.check_ok" if check["ok"] else f"{_PAGE}.check_failed"),
            "detail": check["detail"] or None,
        }
        for check in found
    ]
    return pd.DataFrame(rows, columns=["check", "id", "ok", "result", "detail"])


def check_columns() -> list[Column]:
    """The columns of `checks`."""
    return [Column("check", heading=f"{_PAGE}.column_check"), Column("result", heading=f"{_PAGE}.column_result")]


def moment(view: View, written: str) -> str:
    """A time of the record as a day and a time of day, in UTC as it was recorded."""
    when = datetime.fromisoformat(written)
    return view.t(f"{_PAGE}.moment", day=view.day(when.date()), time=format_time(when, "HH:mm", locale=view.lang))


def _said(view: View, check: str) -> str:
    key = f"{_PAGE}.check.{check}"
    return view.t(key) if texts.has(key, view.lang) else check
