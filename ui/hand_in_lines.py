"""How entries came in towards closing, a line per edition: rows of the metric `hand_in_curve`, put in order."""

from collections.abc import Mapping
from dataclasses import dataclass

from planning import hand_in
from planning.hand_in import EXACT, Line, Row, by_day
from ui import scope
from ui.cells import records
from ui.view import View

__all__ = ["EXACT", "KINDS", "Line", "Lines", "Row", "by_day"]

KINDS = ("submitted", "registered")


@dataclass(frozen=True)
class Lines:
    """The lines of one kind of count: of the edition in view (None where it has none), and of earlier ones by edition,
    the nearest first. A line is its rows, the earliest day first."""

    kind: str
    here: Line | None
    earlier: Mapping[str, Line]

    @property
    def every(self) -> list[Line]:
        return [*([self.here] if self.here else []), *self.earlier.values()]


def in_view(view: View) -> Lines:
    """The lines for the edition in view and the earlier ones of its contest, in the years that were chosen: of the kind
    of count that the edition has, entries handed in first."""
    both = {kind: of_contest(view, view.choice.competition, kind) for kind in KINDS}
    have = [kind for kind in KINDS if view.choice.edition in both[kind]] or [kind for kind in KINDS if both[kind]]
    kind = have[0] if have else KINDS[0]
    years = {edition: year_of(view, edition) for edition in both[kind]}
    before = [e for e, year in years.items() if year < (view.year or 0) and scope.within(view.choice, year)]
    nearest = sorted(before, key=lambda edition: (-years[edition], edition))
    return Lines(kind, both[kind].get(str(view.choice.edition)), {edition: both[kind][edition] for edition in nearest})


def of_contest(view: View, competition: str, counted_as: str) -> Mapping[str, Line]:
    """The line of each edition of a contest for what is looked at (the government, else the whole contest), by
    edition. Of one kind of count."""
    return of_scope(view, competition, view.choice.government or None, counted_as)


def of_scope(view: View, competition: str, government: str | None, counted_as: str) -> Mapping[str, Line]:
    """The same for a government, or for the whole contest (None)."""
    rows = view.ask(
        "hand_in_curve", government=government, competition=competition, edition=None, agency=None, years=None
    )
    return hand_in.lines(records(rows), "government" if government else "all", counted_as)


def basis_of(line: Line) -> str:
    """What the line rests on: rows, reported or at_least."""
    return str(line[0]["basis"])


def edition_of(line: Line) -> str:
    """The edition that the line is of."""
    return str(line[0]["edition_id"])


def last_day(line: Line) -> int:
    """How many days before closing the line ends: 0, or more while the edition is open."""
    return int(line[-1]["days_before_closing"])


def year_of(view: View, edition_id: str) -> int:
    """The year of an edition."""
    return int(view.known.editions[edition_id]["year"])


def name(view: View, line: Line) -> str:
    """The year of a line's edition; with its id where the contest has two editions in that year."""
    own = view.known.editions[edition_of(line)]
    of_year = [row for row in view.known.editions.values() if row["year"] == own["year"]]
    same = [row for row in of_year if row["competition_id"] == own["competition_id"]]
    return f"{int(own['year'])} ({own['edition_id']})" if len(same) > 1 else str(int(own["year"]))
