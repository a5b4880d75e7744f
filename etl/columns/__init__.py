"""From headings to columns, and from cells to facts: what a register's columns mean and what stands in them."""

from etl.columns import dates, headings, kinds, numbers, outcomes, personal, template, titles
from etl.columns.cells import is_error, is_missing, text_of
from etl.columns.understanding import (
    Understood,
    guess_purpose,
    tidy_tables,
    understand,
    understand_form,
    understand_tidy,
)

__all__ = [
    "Understood",
    "dates",
    "guess_purpose",
    "headings",
    "is_error",
    "is_missing",
    "kinds",
    "numbers",
    "outcomes",
    "personal",
    "template",
    "text_of",
    "tidy_tables",
    "titles",
    "understand",
    "understand_form",
    "understand_tidy",
]
