"""The stock of innovations: made new, sent again, renamed, carried on by a successor agency."""

from collections import defaultdict
from dataclasses import dataclass

from bench.generator.catalogue import BY_KEY, successor_in
from bench.generator.sample.world import GOVERNMENT, World, agency_id, slug
from bench.generator.words import DEVICES, QUALIFIERS, SUBJECTS


@dataclass
class Innovation:
    """`quality` (0 to 1) decides how far it comes; `last_year` is the last year of the local contest it entered."""

    innovation_id: str
    name: str
    agency: str
    affair: str
    type: str
    form: str
    flagship: bool
    quality: float
    last_year: int
    won: bool = False


class Stock:
    """All innovations so far, found by the agency that now looks after them."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._of_agency: dict[str, list[Innovation]] = defaultdict(list)
        self._names: set[str] = set()

    def reorganise(self, year: int) -> None:
        """Hand the innovations of agencies that have ended to their successors."""
        for key in list(self._of_agency):
            heir = successor_in(key, year)
            if heir != key:
                self._of_agency[heir] += self._of_agency.pop(key)

    def pick(self, agency: str, year: int) -> Innovation:
        """An innovation for the local contest: one that has not won yet again, one renamed, or a new one."""
        again = [i for i in self._of_agency[agency] if not i.won and year - 3 <= i.last_year < year]
        if not again or not self._world.chance(0.38):
            return self.create(agency, year)
        chosen = self._world.random.choice(again)
        if self._world.chance(0.1):
            chosen.won = True  # the old name is not sent again
            return self.create(agency, year, successor_of=chosen)
        chosen.last_year = year
        chosen.quality = min(1.0, chosen.quality + 0.08)  # a second attempt is better prepared
        return chosen

    def create(
        self, agency: str, year: int, successor_of: Innovation | None = None, anonymous: bool = False
    ) -> Innovation:
        """A new innovation; `anonymous`: the register does not tell whose it is."""
        world = self._world
        affair, subjects = SUBJECTS[BY_KEY[agency].subject]
        name, kind, form = self._name(subjects)
        quality = world.random.betavariate(2.2, 2.2)
        made = Innovation(
            innovation_id=f"{GOVERNMENT}-{slug(name)}",
            name=name,
            agency=agency,
            affair=affair,
            type=kind,
            form=form,
            flagship=quality > 0.82 and world.chance(0.5),
            quality=quality,
            last_year=year,
        )
        if not anonymous:
            self._of_agency[agency].append(made)
        self._record(made, year, successor_of, anonymous)
        return made

    def _name(self, subjects: tuple[str, ...]) -> tuple[str, str, str]:
        choice = self._world.random.choice
        while True:
            device, kind, form = choice(DEVICES)
            name = " ".join(part for part in (device, choice(subjects), choice(QUALIFIERS)) if part)
            words = name.split()
            if name not in self._names and len(set(words)) == len(words):
                self._names.add(name)
                return name, kind, form

    def _record(self, made: Innovation, year: int, successor_of: Innovation | None, anonymous: bool) -> None:
        source = self._world.cite(
            f"register-{year}", f"Register inovasi Kabupaten Contoh {year}", str(year), grade="register"
        )
        self._world.tables.add(
            "innovations",
            innovation_id=made.innovation_id,
            government_id=GOVERNMENT,
            agency_id=None if anonymous else agency_id(made.agency),
            name=made.name,
            summary=f"Inovasi rekaan bidang {made.affair} untuk contoh.",
            form=made.form,
            type=made.type,
            affair=made.affair,
            started_on=f"{year - 1}-{self._world.random.randint(1, 12):02d}",
            flagship=made.flagship or None,
            successor_of=successor_of.innovation_id if successor_of else None,
            source_id=source,
            note="Nama baru." if successor_of else None,
        )
