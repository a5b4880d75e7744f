"""What is wrong with a cell or row of the input, in one sentence with what to do."""

from texts import t

_LONGEST = 120
_TYPES = {"integer", "count", "decimal", "flag", "year", "date", "list", "scope", "malformed", "text"}


def message(code: str, column: str | None, value: str | None, detail: str | None, lang: str) -> str:
    """The sentence for an issue of a build. `detail`: the expected type, "-> table", or the allowed words joined by |.

    Raises KeyError for a code the catalogue does not know.
    """
    params = {"column": column or "-", "value": _short(value or "-")}
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


def _short(value: str) -> str:
    line = " ".join(value.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
