"""Say in words what is wrong with a cell or row, and what to do."""

from __future__ import annotations

from typing import Any

from texts import t

LONGEST = 120
KNOWN_DETAILS = {"integer", "count", "decimal", "flag", "year", "date", "list", "scope", "malformed", "text"}


def described(issue: dict[str, Any], lang: str) -> dict[str, Any]:
    """The issue (dataset, table, line, column, value, code, detail, …) with `message` in place of `detail`."""
    shown = {key: value for key, value in issue.items() if key != "detail"}
    return shown | {"message": message(issue["code"], issue["column"], issue["value"], issue["detail"], lang)}


def message(code: str, column: str | None, value: str | None, detail: str | None, lang: str) -> str:
    """One sentence: what, and what to do. `detail`: the expected type, "-> table", or the allowed words joined by |."""
    params = {"column": column or "-", "value": _short(value or "-")}
    if code == "other_government" and detail == "agency":
        return t("etl.issue.agency_elsewhere", lang, **params)
    if code == "bad_date" and detail == "year":
        return t("etl.issue.bad_year", lang, **params)
    if code != "bad_value" or not detail:
        return t(f"etl.issue.{code}", lang, **params)
    if detail in KNOWN_DETAILS:
        return t(f"etl.issue.not_{detail}", lang, **params)
    if detail.startswith("-> "):
        return t("etl.issue.not_found", lang, target=detail.removeprefix("-> "), **params)
    return t("etl.issue.not_one_of", lang, words=", ".join(detail.split("|")), **params)


def _short(value: str) -> str:
    """The value on one line and not longer than a line, however long the cell."""
    line = " ".join(value.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"
