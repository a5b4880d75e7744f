"""What may be chosen in a cell: a government's own agencies, the editions open to it, an edition's stages, words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from etl.context import Cells, Competition, Context, Edition
from etl.contract import Column
from etl.templates.words import METRIC, shown, vocabulary, words
from texts import t

AGENCY_NAMES, SCOPES, STAGES = "agency_names", "scopes", "stages"
# Tables whose keys are offered; nobody finds one source or innovation of hundreds in a list.
OFFERED = {"agencies", "governments", "competitions", "editions", "submissions"}


@dataclass(frozen=True)
class Choice:
    """What is entered, and beside it what it means."""

    value: str
    label: str = ""


@dataclass(frozen=True)
class Choices:
    """The choices of one list. `strict`: nothing else is right; else a person may write something new."""

    name: str
    options: tuple[Choice, ...]
    strict: bool


def list_of(table: str, column: Column) -> str | None:
    """The name of the list a cell is chosen from: a vocabulary, a table of keys or a list of our own; None: free."""
    if column.type == "list":
        return None
    if (table, column.name) == ("submissions", "agency"):
        return AGENCY_NAMES
    if column.name == "scope_id":
        return SCOPES
    if column.name == "stage_id" and table != STAGES:
        return STAGES
    return vocabulary(column) or (column.target if column.target in OFFERED else None)


class Chooser:
    """The lists of one government and, where given, one edition, from the rows that are there."""

    def __init__(self, government_id: str | None, edition_id: str | None, context: Context, lang: str) -> None:
        self.government_id, self.edition_id, self.context, self.lang = government_id, edition_id, context, lang
        edition = context.editions.get(edition_id or "")
        self.year = edition.year if edition else context.as_of.year

    def collect(self, names: Iterable[str]) -> dict[str, Choices]:
        """The named lists that have something to choose, in the order given."""
        made = (self._choices(name) for name in dict.fromkeys(names))
        return {choices.name: choices for choices in made if choices.options}

    def agencies(self) -> list[Cells]:
        """The government's agencies in force in the edition's year, else in the context's, by name."""
        own = self.context.rows("agencies", government_id=self.government_id) if self.government_id else []
        return sorted((row for row in own if _in_force(row, self.year)), key=lambda row: row["name"])

    def editions(self) -> list[Edition]:
        """The edition given, else those open to the government: latest first, its own before others of the year."""
        every = self.context.editions
        if self.edition_id:
            return [every[self.edition_id]] if self.edition_id in every else []
        near = {competition_id: self._nearness(row) for competition_id, row in self.context.competitions.items()}
        open_to_it = [row for row in every.values() if near.get(row.competition_id) is not None]
        return sorted(open_to_it, key=lambda row: (-row.year, near[row.competition_id] or 0, row.edition_id))

    def _choices(self, name: str) -> Choices:
        makers: dict[str, Callable[[], Iterable[Choice]]] = {
            AGENCY_NAMES: lambda: (Choice(row["name"], row.get("short_name", "")) for row in self.agencies()),
            "agencies": lambda: (Choice(row["agency_id"], row["name"]) for row in self.agencies()),
            "governments": self._governments,
            "competitions": self._competitions,
            "editions": self._editions,
            STAGES: self._stages,
            "submissions": self._submissions,
            SCOPES: self._scopes,
        }
        if name in makers:
            return Choices(name, tuple(dict.fromkeys(makers[name]())), strict=False)
        options = tuple(Choice(shown(name, word, self.lang)) for word in words(name))
        return Choices(name, options + tuple(self._reaching() if name == METRIC else ()), strict=True)

    def _nearness(self, competition: Competition) -> int | None:
        """0: the government's own, 1: its province's, 2: the nation's, None: not open to it."""
        if competition.government_id and competition.government_id == self.government_id:
            return 0
        if competition.level == "provincial":
            own, holder = self._province(self.government_id), self._province(competition.government_id)
            return 1 if own and own == holder else None
        return 2 if competition.level == "national" else None

    def _province(self, government_id: str | None) -> str | None:
        government = self.context.governments.get(government_id or "")
        return government.province if government else None

    def _governments(self) -> Iterator[Choice]:
        own = self.context.governments.get(self.government_id or "")
        if own:
            yield Choice(own.government_id, own.name)

    def _competitions(self) -> Iterator[Choice]:
        every = self.context.competitions.values()
        ranked = [(near, row.name, row.competition_id) for row in every if (near := self._nearness(row)) is not None]
        return (Choice(competition_id, name) for _, name, competition_id in sorted(ranked))

    def _editions(self) -> Iterator[Choice]:
        for edition in self.editions():
            competition = self.context.competitions.get(edition.competition_id)
            yield Choice(edition.edition_id, f"{competition.name if competition else ''} {edition.year}".strip())

    def _stages(self) -> Iterator[Choice]:
        """The organiser's stages and the government's own, each once, under the name of the latest edition."""
        names: dict[str, str] = {}
        for edition in self.editions():
            for stage in self.context.stages(edition.edition_id):
                if stage.government_id in (None, self.government_id):
                    names.setdefault(stage.stage_id, stage.name)
        return (Choice(stage_id, name) for stage_id, name in names.items())

    def _submissions(self) -> Iterator[Choice]:
        for edition in self.editions():
            for entry in self.context.submissions(edition.edition_id):
                if entry.government_id == self.government_id:
                    yield Choice(entry.submission_id, entry.title or "")

    def _scopes(self) -> Iterator[Choice]:
        yield from self._governments()
        yield from (Choice(row["agency_id"], row["name"]) for row in self.agencies())
        yield Choice("all", shown("scope_kind", "all", self.lang))

    def _reaching(self) -> Iterator[Choice]:
        for stage in self._stages():
            yield Choice(f"reach:{stage.value}", t("target_metric.reach", self.lang, stage=stage.label))


def _in_force(agency: Cells, year: int) -> bool:
    """In force in a year; one with a successor and no last day as long as it was seen."""
    end = agency.get("valid_to") or (agency.get("last_seen") if agency.get("succeeded_by") else None)
    start = agency.get("valid_from")
    return (not start or int(start[:4]) <= year) and (not end or int(end[:4]) >= year)
