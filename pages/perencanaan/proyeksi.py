"""What is realistic next year, what it takes, and who hands in how many."""

from ui import figures, links
from ui import view as views
from ui.planner import desk, history, known, outcomes, take_away, tested, words
from ui.view import View


def main(view: View) -> None:
    """The page for the planned year in the address."""
    year = known.planned(view)
    given = known.projected(view, year)
    figures.head(view, "proyeksi", *words.finding(view, given))
    if not view.large:
        known.choose(view, year)
    left, right = links.abreast(view, 2)
    with left:
        history.draw(view, given)
    with right:
        tested.draw(view, given)
    if given.government is None:
        outcomes.whole(view, given)
        take_away.draw(view, given)
    else:
        desk.draw(view, given)


main(views.current())
