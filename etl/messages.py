"""Issues of a build as they are reported: each with its sentence."""

from __future__ import annotations

from typing import Any

from texts.issues import message


def described(issue: dict[str, Any], lang: str) -> dict[str, Any]:
    """The issue (dataset, table, line, column, value, code, detail, …) with `message` in place of `detail`."""
    shown = {key: value for key, value in issue.items() if key != "detail"}
    return shown | {"message": message(issue["code"], issue["column"], issue["value"], issue["detail"], lang)}
