"""Prepares the definitions of the metrics, straight from their files, as one block to open metric by metric."""

from collections.abc import Sequence

import metrics
import texts
from metrics import Metric
from ui.markup import Html, join, tag
from ui.view import View

_PAGE = "page.metode"


def cards(view: View) -> Html:
    """Every metric: title and meaning, and to open the rest of its definition with the SQL."""
    known = metrics.catalogue().values()
    titled = sorted(known, key=lambda metric: metric.title[view.lang])
    return tag("div", *(_card(view, metric) for metric in titled))


def count() -> int:
    """How many metrics there are."""
    return len(metrics.catalogue())


def said(view: View, section: str, words: str) -> str:
    """Words of a metric file's vocabulary in the reader's language; unknown ones stay as they are written."""
    key = f"{_PAGE}.{section}.{words.replace(' ', '_')}"
    return texts.t(key, view.lang) if texts.has(key, view.lang) else words


def _card(view: View, metric: Metric) -> Html:
    lang = view.lang
    head = tag(
        "summary", metric.title[lang], " ", tag("code", metric.id), tag("span", metric.means[lang], class_="say")
    )
    parts = [
        ("means_not", join([metric.means_not[lang]])),
        ("caveats", join([metric.caveats[lang]])),
        ("unit_of", join([f"{said(view, 'unit', metric.unit)}; {said(view, 'good', metric.good)}"])),
        ("grain_of", join([" × ".join(said(view, "grain", word) for word in metric.grain.split(" × "))])),
        ("columns", _names(metric.all_columns)),
    ]
    listed = (part for name, words in parts for part in (tag("dt", view.t(f"{_PAGE}.{name}")), tag("dd", words)))
    sql = tag("details", tag("summary", view.t(f"{_PAGE}.sql")), tag("pre", metric.sql, class_="pi-sql", tabindex=0),
              class_="pi-more")  # fmt: skip
    return tag("details", head, tag("dl", *listed, class_="pi-points"), sql, class_="pi-metric")


def _names(names: Sequence[str]) -> Html:
    return join((tag("code", name, class_="pi-code") for name in names), ", ")
