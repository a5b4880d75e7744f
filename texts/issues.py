"""What is wrong with a cell or row of the input, in one sentence with what to do."""

import json
from dataclasses import dataclass

from texts import imports, t

_TYPES = {"integer", "count", "decimal", "flag", "year", "date", "list", "scope", "malformed", "text"}


@dataclass(frozen=True)
class _Told:
    """An issue that a dry run told, as the batch kept it."""

    code: str
    value: str | None
    detail: str | None
    params: dict[str, str]


def message(code: str, column: str | None, value: str | None, detail: str | None, lang: str) -> str:
    """The sentence for an issue of a build. `detail`: the expected type, "-> table", or the allowed words joined by |;
    of an issue that a dry run told, its own detail and parameters as JSON.

    Raises KeyError for a code the catalogue does not know.
    """
    if detail and detail.startswith("{"):
        kept = json.loads(detail)
        return imports.message(_Told(code, value, kept["detail"], kept["params"]), lang)
    params = {"column": column or "-", "value": imports.short(value or "-")}
    if code == "other_government" and detail == "agency":
        return t("etl.issue.agency_elsewhere", lang, **params)
    if code == "bad_date" and detail == "year":
        return t("etl.issue.bad_year", lang, **params)
    if code != "bad_value" or not detail:
        return t(f"etl.issue.{code}", lang, **params)
    if detail in _TYPES:
        return t(f"etl.issue.not_{detail}", lang, **params)
    if detail.startswith("-> "):
        return t("etl.issue.not_found", lang, target=detail.removeprefix("-> "), **params)
    return t("etl.issue.not_one_of", lang, words=", ".join(detail.split("|")), **params)
