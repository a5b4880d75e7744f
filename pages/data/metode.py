"""The method: every metric from its own file, how a basis is decided, the sources, and the record of the build."""

import streamlit as st

from ui import definitions, figures, own, pager, record, sourcebook
from ui import view as views
from ui.figures import more
from ui.markup import join
from ui.tables import Column, scroller, show, table
from ui.view import View

PAGE = "page.metode"
BASES = ("rows", "reported", "at_least", "unknown")


def main(view: View) -> None:
    """The page; it is the same for every scope."""
    found = sourcebook.sources(view)
    given = {"metrics": view.number(definitions.count()), "sources": view.number(len(found))}
    detail = view.t(f"{PAGE}.detail", version=view.warehouse.version, day=view.day(view.warehouse.as_of))
    figures.head(view, "metode", view.t(f"{PAGE}.finding", **given), detail)
    heading(view, "metrics")
    figures.block(definitions.cards(view))
    bases(view)
    sources(view)
    datasets(view)
    build(view)


def heading(view: View, key: str) -> None:
    """The heading of one of the page's sections."""
    figures.heading(view.t(f"{PAGE}.{key}_title"), view.t(f"{PAGE}.{key}_note"))


def bases(view: View) -> None:
    """How the basis of a count is decided, in the order in which it is."""
    heading(view, "bases")
    listed = [(view.t(f"basis.{name}"), view.t(f"{PAGE}.basis_{name}")) for name in BASES]
    listed += [(view.t(f"{PAGE}.{name}"), view.t(f"{PAGE}.{name}_how")) for name in ("rate", "zero", "rival")]
    figures.points([(word, join([said])) for word, said in listed])


@st.fragment
def sources(view: View) -> None:
    """The sources, searched and sorted, in pages."""
    heading(view, "sources")
    found = sourcebook.sources(view)
    grades = sourcebook.grades(found)
    words, wanted = own.words("q"), own.several("grade", list(grades))
    by = own.one("sort", sourcebook.ORDERS, sourcebook.ORDERS[0])
    with st.container(horizontal=True, key="pi-source-choices", vertical_alignment="bottom"):
        st.text_input(view.t(f"{PAGE}.search"), placeholder=view.t(f"{PAGE}.search_hint"), max_chars=100,
                      **own.tied("pi-source-words", "q", words))  # fmt: skip
        st.selectbox(view.t(f"{PAGE}.order"), sourcebook.ORDERS, format_func=lambda name: view.t(f"column.{name}"),
                     width=220, **own.tied("pi-source-order", "sort", by, sourcebook.ORDERS[0]))  # fmt: skip
        st.pills(view.t("column.grade"), list(grades), selection_mode="multi",
                 format_func=lambda g: f"{view.t(f'grade.{g}')} ({view.number(grades[g])})",
                 **own.tied("pi-source-grades", "grade", wanted))  # fmt: skip
    kept = sourcebook.chosen(found, words, wanted, by)
    if not len(kept):
        figures.empty(view, view.t(f"{PAGE}.no_source"), view.t(f"{PAGE}.no_source_do"))
        return
    said = view.t(f"{PAGE}.sources_shown", n=view.number(len(kept)), all=view.number(len(found)))
    pager.figure(view, said, sourcebook.written(view, kept), sourcebook.columns(), name="sumber", key="page", file=kept)


def datasets(view: View) -> None:
    """The data sets that the build read."""
    heading(view, "datasets")
    found = view.listing("datasets")
    found = found.assign(kind=[view.t(f"{PAGE}.kind_{kind}") for kind in found["kind"]])
    columns = [Column("title"), Column("kind"), Column("publisher"), Column("dataset", heading=f"{PAGE}.column_folder")]
    said = view.t(f"{PAGE}.datasets_shown", n=view.number(len(found)))
    show(table(found, columns, said, view.lang), said)


def build(view: View) -> None:
    """The record of the build: when, from what, and whether its checks held."""
    heading(view, "record")
    figures.points(record.facts(view))
    tests, files = record.checks(view), record.inputs(view)
    said = view.t(f"{PAGE}.checks", n=view.number(int(tests["ok"].sum())), all=view.number(len(tests)))
    show(table(tests, record.check_columns(), said, view.lang), said)
    title = view.t(f"{PAGE}.inputs", n=view.number(len(files)))
    figures.block(more(title, scroller(table(files, record.input_columns(), title, view.lang), title)))


main(views.current())
