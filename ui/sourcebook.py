"""Prepares the list of sources: searched, sorted, with grade and link."""

import pandas as pd

import texts
from ui.cells import assigned, records
from ui.markup import Html, join, link
from ui.tables import Column
from ui.view import View

_PAGE = "page.metode"
ORDERS = ("title", "published_on", "publisher", "grade")


def sources(view: View) -> pd.DataFrame:
    """Every source: source_id, title, publisher, published_on, url, grade."""
    return view.listing("sources", government=None, competition=None, edition=None, agency=None, years=None)


def grades(found: pd.DataFrame) -> dict[str, int]:
    """How many sources there are of each grade, most first."""
    return {str(grade): int(n) for grade, n in found["grade"].value_counts().items()}


def chosen(found: pd.DataFrame, words: str, wanted: list[str], by: str) -> pd.DataFrame:
    """The sources whose title, publisher or id hold every word, of one of the grades (none: all), in the order `by`
    (dates: latest first)."""
    kept = found[found["grade"].isin(wanted)] if wanted else found
    text = (kept["title"].fillna("") + " " + kept["publisher"].fillna("") + " " + kept["source_id"]).str.lower()
    for word in words.lower().split():
        kept = kept[text.loc[kept.index].str.contains(word, regex=False)]
    return kept.sort_values([by, "title"], ascending=[by != "published_on", True], na_position="last")


def written(view: View, found: pd.DataFrame) -> pd.DataFrame:
    """The sources as the table shows them: `linked` title, publisher, date and grade in words."""
    return assigned(
        found,
        linked=[_linked(row["title"], row["url"]) for row in records(found)],
        grade_words=[_grade(view, grade) for grade in found["grade"]],
    )


def columns() -> list[Column]:
    """The columns of `written`."""
    return [
        Column("linked", heading="column.title"),
        Column("publisher"),
        Column("published_on", "date"),
        Column("grade_words", heading="column.grade"),
        Column("source_id", heading=f"{_PAGE}.column_id"),
    ]


def _linked(title: object, url: object) -> Html:
    return link(str(title), url) if isinstance(url, str) else join([str(title)])


def _grade(view: View, grade: object) -> str:
    return view.t(f"grade.{grade}") if isinstance(grade, str) else texts.MISSING
