"""What every command over a published warehouse answers where it cannot go on."""

from __future__ import annotations

import sys
from collections.abc import Callable

from metrics.engine import UnknownName
from metrics.warehouse import NoWarehouse
from texts import t


def answered(run: Callable[[], int], lang: str) -> int:
    """Run a command's work; a name that does not exist ends with exit code 2 and the nearest ones, a warehouse that
    cannot be opened with exit code 1, each with one sentence on standard error."""
    try:
        return run()
    except UnknownName as error:
        print(unknown(error, lang), file=sys.stderr)
        return 2
    except NoWarehouse as error:
        print(t(f"metrics.warehouse.{error.code}", lang, **error.params), file=sys.stderr)
        return 1


def unknown(error: UnknownName, lang: str) -> str:
    """The sentence for a name that does not exist, with the nearest that do."""
    key = "metrics.unknown" if error.nearest else "metrics.unknown_no_nearest"
    kind = t(f"metrics.kind.{error.kind}", lang)
    return t(key, lang, kind=kind, value=error.value, nearest=", ".join(error.nearest))
