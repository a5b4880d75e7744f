"""The shared scope: what the reader looks at, kept in the address so that a link shows the same view.

The address is the only truth: widgets show it and write to it, so a page change, the back button and a shared link all
agree. Streamlit's own `bind="query-params"` is not used: it writes labels instead of ids, drops defaults, and replaces
the history entry so that the back button skips the change.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

import texts
from ui.listings import NATION, Listings

KEYS = ("government", "competition", "edition", "from", "to", "agency", "kinds", "lang", "mode")
EVERYWHERE = "all"
PRESENTATION = "presentation"


@dataclass(frozen=True)
class Choice:
    """A valid scope. `government` is NATION for the whole country; None and () mean no restriction."""

    government: str
    competition: str
    edition: str | None
    years: tuple[int, int] | None = None
    agency: str | None = None
    kinds: tuple[str, ...] = ()
    lang: str = texts.DEFAULT
    mode: str | None = None


@dataclass(frozen=True)
class Notice:
    """A value of the address that names nothing: `what` is its key, `nearest` the real value most like it (or None),
    `shown` what is shown in its place."""

    what: str
    value: str
    nearest: str | None
    shown: str


@dataclass(frozen=True)
class Home:
    """What a first visit opens; a setting of the installation."""

    government: str = "kab-bangka"
    competition: str = "kipp"

    @classmethod
    def chosen(cls, governments: Sequence[object]) -> "Home":
        """As shipped, with the government that was chosen last (the first of the listing `home`), if any was."""
        return cls(government=str(governments[0])) if governments else cls()


def parse(query: Mapping[str, str], known: Listings, home: Home) -> tuple[Choice, list[Notice]]:
    """The scope that an address asks for. Unknown values are ignored, each with a notice."""
    notices: list[Notice] = []

    def pick(key: str, options: tuple[str, ...], default: str) -> str:
        value = query.get(key, "")
        if not value or value in options:
            return value or default
        notices.append(Notice(key, value, _nearest(value, options), default))
        return default

    lang = pick("lang", texts.LANGUAGES, texts.DEFAULT)
    first = home.government if home.government in known.governments else NATION
    chosen = pick("government", (EVERYWHERE, *known.governments), first or EVERYWHERE)
    government = NATION if chosen == EVERYWHERE else chosen
    contests = known.contests(government)
    competition = pick("competition", contests, home.competition if home.competition in contests else contests[0])
    editions = known.editions_of(government, competition)
    edition = pick("edition", editions, known.opening(government, competition) or "") or None
    agencies = known.agencies.get(government, {})
    agency = pick("agency", tuple(agencies), "") or None
    kinds = _kinds(query.get("kinds", ""), tuple(dict.fromkeys(str(a["kind"]) for a in agencies.values())), notices)
    years = _years(query, known.years(government, competition), notices)
    mode = pick("mode", (PRESENTATION,), "") or None
    return Choice(government, competition, edition, years, agency, kinds, lang, mode), notices


def query(choice: Choice) -> dict[str, str]:
    """The address of a scope: `parse(query(choice))` gives the same choice. What is not restricted is left out."""
    years = choice.years or ("", "")
    full = {
        "government": choice.government or EVERYWHERE,
        "competition": choice.competition,
        "edition": choice.edition or "",
        "from": str(years[0]),
        "to": str(years[1]),
        "agency": choice.agency or "",
        "kinds": ",".join(choice.kinds),
        "lang": "" if choice.lang == texts.DEFAULT else choice.lang,
        "mode": choice.mode or "",
    }
    return {key: value for key, value in full.items() if value}


def change(choice: Choice, known: Listings, home: Home, key: str, value: str) -> Choice:
    """The scope after one choice. What the new choice cannot carry falls back to its own opening view.

    Another government keeps the contest where it has it, and then the year where it has that; another contest keeps the
    year where it has it.
    """
    asked = query(choice) | {key: value}
    if key == "government":
        for gone in ("agency", "kinds", "from", "to"):
            asked.pop(gone, None)
    if key in {"government", "competition"}:
        asked = _same_year(asked, choice, known, home)
    return parse(asked, known, home)[0]


def within(choice: Choice, year: int) -> bool:
    """Whether a year lies in the chosen range."""
    return choice.years is None or choice.years[0] <= year <= choice.years[1]


def _same_year(asked: dict[str, str], choice: Choice, known: Listings, home: Home) -> dict[str, str]:
    loose = {key: value for key, value in asked.items() if key != "edition"}
    fresh = parse(loose, known, home)[0]
    moved = fresh.government != choice.government and fresh.competition != choice.competition
    year = known.editions[choice.edition]["year"] if choice.edition and not moved else None
    editions = known.editions_of(fresh.government, fresh.competition)
    same = next((e for e in editions if known.editions[e]["year"] == year), fresh.edition)
    return query(replace(fresh, edition=same))


def _kinds(asked: str, options: tuple[str, ...], notices: list[Notice]) -> tuple[str, ...]:
    given = [kind for kind in asked.split(",") if kind]
    for kind in given:
        if kind not in options:
            notices.append(Notice("kinds", kind, _nearest(kind, options), ""))
    return tuple(kind for kind in options if kind in given)


def _years(asked: Mapping[str, str], options: tuple[int, ...], notices: list[Notice]) -> tuple[int, int] | None:
    if not options or not (asked.get("from") or asked.get("to")):
        return None
    ends = [_year(asked.get(key, ""), key, options, notices) for key in ("from", "to")]
    if ends == [None, None]:
        return None
    first, last = ends[0] or options[0], ends[1] or options[-1]
    return (min(first, last), max(first, last))


def _year(value: str, key: str, options: tuple[int, ...], notices: list[Notice]) -> int | None:
    if value.isascii() and value.isdigit() and options[0] <= int(value) <= options[-1]:
        return int(value)
    if value:
        default = str(options[0] if key == "from" else options[-1])
        notices.append(Notice(key, value, _nearest(value, tuple(map(str, options))), default))
    return None


def _nearest(value: str, options: tuple[str, ...]) -> str | None:
    found = get_close_matches(value.lower(), options, n=1, cutoff=0.5)
    return found[0] if found else None
