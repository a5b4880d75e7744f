"""What a page is made of: the finding, tiles, and figures with their table, sources and download.

Each block is as few page elements as can be: Streamlit's cost is per element. What opens (basis, table, sources) is
plain HTML `details`, so it opens without a round trip and by keyboard.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

import texts
from ui import charts, export, tables
from ui.cells import known
from ui.charts import Chart
from ui.markup import Html, hidden, join, link, tag
from ui.tables import Column
from ui.view import View

_LONG_NUMBER, _LONG_WORDS = 5, 16


@dataclass(frozen=True)
class Tile:
    """One number to read from the back row.

    `value` is formatted text, None where unknown (then the row's reason stands below). `row` is the metric's row behind
    it: its basis and sources open on the tile. `beside` says what the number is of ("9 of 15"), `trend` how it moved.
    `wording`: the value is a word or two rather than a number and is set smaller. `marked`: the sign of the basis
    stands beside it (not where the words say it). `source_ids` are for what is no metric, such as a date. `rivals` are
    published totals that disagree.
    """

    label: str
    value: str | None
    row: Mapping[str, Any] | None = None
    beside: str | None = None
    trend: str | None = None
    wording: bool = False
    marked: bool = True
    source_ids: Sequence[str] = ()
    rivals: Sequence[Mapping[str, Any]] = ()


def head(view: View, page: str, finding: str, detail: str | None = None) -> None:
    """The page's title, and the sentence that says its finding."""
    small = tag("small", detail) if detail else None
    title = tag("h1", f"{view.t(f'page.{page}.title')}: {view.t(f'page.{page}.question')}")
    st.html(tag("div", title, tag("p", finding, small, class_="pi-finding"), class_="pi-head"))


def tiles(view: View, given: Sequence[Tile]) -> None:
    """A row of tiles: two abreast on a phone."""
    st.html(tag("div", *(_tile(view, tile) for tile in given), class_="pi-tiles"))


def figure(
    view: View,
    finding: str,
    chart: Chart | None,
    rows: pd.DataFrame,
    columns: Sequence[Column],
    *,
    name: str,
    note: str | None = None,
    total: Mapping[str, object] | None = None,
    table: Html | None = None,
    opened: bool = False,
    cited: bool = True,
) -> None:
    """A finding, its chart, and below it the table, the sources and the CSV of the same rows.

    `rows`: the frame the chart was drawn from; its columns `sources`, `basis` and `reason` feed the source line and the
    file. `columns` choose and name what the table shows; `table` replaces it (the board). `name` is unique on its page
    and names the file. `opened` shows the table from the start; without a chart it always does.
    `cited` is off where the rows are no figures from sources (a list of files, a count of rows read).
    """
    said = tag("p", note) if note else None
    body = table or tables.table(rows, columns, finding, view.lang, total=total)
    shown = tables.scroller(body, finding)
    unfolded = more(view.t("table.show"), shown, opened) if chart is not None else None
    with st.container(key=f"pi-figure-{name}", gap="xxsmall"):
        st.html(tag("div", tag("h2", finding), said, shown if chart is None else None, class_="pi-fig"))
        if chart is not None:
            key = f"pi-wide-{name}" if chart.wide else f"pi-chart-{name}"
            st.plotly_chart(
                charts.Ready(chart.figure), theme=None, key=key, alt=chart.alt, config=charts.config(view.lang)
            )
        with st.container(horizontal=True, key=f"pi-foot-{name}", gap="small"):
            line = source_line(view, sources_of(rows)) if cited else None
            st.html(tag("div", unfolded, line, class_="pi-foot"), width="stretch")
            download(view, rows, name)


def download(view: View, rows: pd.DataFrame, name: str) -> None:
    """The button for the CSV of `rows`, made when it is pressed."""
    where = view.choice.government or "indonesia"
    st.download_button(
        view.t("download.csv"),
        lambda: export.csv(rows, sample=view.is_sample, sample_column=view.t("sample.column")),
        file_name="-".join(filter(None, [name, where, view.choice.edition])) + ".csv",
        mime="text/csv",
        key=f"csv-{name}",
        help=view.t("download.csv_help"),
        on_click="ignore",
        type="tertiary",
        icon=":material/download:",
    )


def empty(view: View, why: str, what_to_do: str) -> None:
    """An empty state: why there is nothing, and what to do about it."""
    st.html(tag("div", tag("b", view.t("empty.title")), tag("p", why), tag("p", what_to_do), class_="pi-empty"))


def statement(heading: str, text: str) -> None:
    """A heading with one sentence: where there is nothing to draw, why, and what to do."""
    st.html(tag("div", tag("h2", heading), tag("p", text), class_="pi-fig"))


def notice(text: str) -> None:
    """Something the reader must know before the figures."""
    st.html(tag("div", text, class_="pi-notice", role="status"))


def block(content: Html) -> None:
    """Ready markup of the kit as one element of the page."""
    st.html(content)


def heading(title: str, note: str) -> None:
    """A section's heading and a line on what it holds, or on why it holds nothing."""
    st.html(tag("div", tag("h2", title), tag("p", note), class_="pi-fig"))


def points(given: Sequence[tuple[str, Html]]) -> None:
    """Things the reader must know before the figures, each with the word it is about."""
    parts = (part for word, said in given for part in (tag("dt", word), tag("dd", said)))
    st.html(tag("dl", *parts, class_="pi-points"))


def basis(view: View, row: Mapping[str, Any], rivals: Iterable[Mapping[str, Any]] = ()) -> Html:
    """What a number rests on: the basis in words, numerator and denominator, the reason, rivals, and the sources."""
    word = str(row.get("basis") or "unknown")
    parts: list[Html | None] = [
        tag("p", tag("b", view.t(f"basis.{word}")), ": ", view.t(f"basis.mark_{word}")),
        _reason(view, row),
        _parts(view, row),
        _rivals(view, list(rivals)),
        source_list(view, _ids(row.get("sources"))),
    ]
    return more(view.t("basis.open"), tag("div", *parts, class_="pi-basis"))


def more(summary: str, content: Html, opened: bool = False) -> Html:
    """Something to open where it stands."""
    return tag("details", tag("summary", summary), content, class_="pi-more", open=opened)


def mark(view: View, word: object) -> Html | None:
    """The small sign beside a number that is not counted from complete rows."""
    return tag("span", view.t(f"basis.{word}"), class_="pi-mark") if word in {"reported", "at_least"} else None


def sources_of(rows: pd.DataFrame) -> list[str]:
    """The source ids behind a frame, each once, in order."""
    found: Iterable[object] = rows.get("sources", ())
    return list(dict.fromkeys(source for ids in found for source in _ids(ids)))


def source_line(view: View, ids: Sequence[str]) -> Html:
    """How many sources there are and whose; opens the list with titles, publishers, dates and links."""
    if not ids:
        return tag("p", view.t("source.none"), class_="pi-none")
    count = view.t("source.one") if len(ids) == 1 else view.t("source.many", n=view.number(len(ids)))
    publishers = list(dict.fromkeys(str(view.sources[i]["publisher"]) for i in ids if i in view.sources))
    named = ", ".join(publishers[:2])
    words = f"{count}: {named}" + (
        f", {view.t('chart.more', n=view.number(len(publishers) - 2))}" if len(publishers) > 2 else ""
    )
    return more(words, tag("div", source_list(view, ids), class_="pi-basis"))


def source_list(view: View, ids: Sequence[str]) -> Html:
    """The sources as a numbered list."""
    if not ids:
        return tag("p", view.t("empty.no_sources"))
    return tag("ol", *(tag("li", *_source(view, view.sources.get(source), source)) for source in ids))


def source(view: View, source_id: str) -> Html:
    """One source: its title as a link where it has an address, its publisher and date."""
    return join(_source(view, view.sources.get(source_id), source_id))


def _source(view: View, row: Mapping[str, Any] | None, source: str) -> list[Html]:
    if row is None:
        return [tag("span", source)]
    title, url = str(row["title"]), row.get("url")
    titled = link(title, url) if isinstance(url, str) else tag("span", title)
    when = view.day(row.get("published_on"))
    said = view.t("source.published", publisher=row["publisher"], day=when)
    return [titled, tag("span", f" – {said}", class_="meta")]


def _tile(view: View, tile: Tile) -> Html:
    row = tile.row or {}
    known = tile.value is not None
    number = tag("div", tile.value if known else texts.MISSING, None if known else hidden(view.t("tile.unknown")),
                 class_=_value_class(tile))  # fmt: skip
    extra = join(
        [tile.beside or "", " " if tile.beside else "", mark(view, row.get("basis")) if known and tile.marked else None]
    )
    return tag(
        "div",
        tag("div", tile.label, class_="label"),
        number,
        tag("div", extra, class_="beside") if extra else None,
        tag("div", tile.trend, class_="trend") if tile.trend else None,
        tag("div", view.reason(row.get("reason")) or "", class_="why") if not known else None,
        basis(view, row, tile.rivals) if tile.row is not None else None,
        source_line(view, tile.source_ids) if tile.source_ids else None,
        class_="pi-tile",
    )


def _value_class(tile: Tile) -> str:
    if tile.value is None:
        return "value unknown"
    long = len(tile.value) > (_LONG_WORDS if tile.wording else _LONG_NUMBER)
    return "value" + (" wording" if tile.wording else "") + (" long" if long else "")


def _reason(view: View, row: Mapping[str, Any]) -> Html | None:
    words = view.reason(row.get("reason"))
    return tag("p", words) if words else None


def _parts(view: View, row: Mapping[str, Any]) -> Html | None:
    shown = [(key, view.number(row.get(key))) for key in ("numerator", "denominator") if known(row.get(key))]
    pairs = [(view.t(f"basis.{key}"), value) for key, value in shown]
    if known(row.get("low")) and known(row.get("high")):
        # Participation is counted, not sampled: its bounds are the least and the most it can be, no interval.
        word = "basis.bounds" if "no_data" in row else "basis.interval"
        pairs.append((view.t(word), texts.span(float(row["low"]), float(row["high"]), view.lang)))
    if not pairs:
        return None
    return tag("dl", *(part for key, value in pairs for part in (tag("dt", key), tag("dd", value))))


def _rivals(view: View, rivals: list[Mapping[str, Any]]) -> Html | None:
    if not rivals:
        return None
    items = (_rival(view, rival) for rival in rivals)
    return join([tag("p", view.t("basis.rivals")), tag("ul", *items)])


def _rival(view: View, rival: Mapping[str, Any]) -> Html:
    source = str(rival["source_id"])
    said = view.t("basis.rival_shown" if rival["shown"] else "basis.rival_other")
    return tag(
        "li", tag("b", view.number(rival["value"])), f" ({said}): ", *_source(view, view.sources.get(source), source)
    )


def _ids(value: object) -> list[str]:
    return [] if value is None or isinstance(value, float) else [str(item) for item in value]  # type: ignore[attr-defined]
