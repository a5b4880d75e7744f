"""The local contests of one government: its entries of all years, drawn in arrays."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from bench.generator.catalogue import AGENCIES, Agency
from bench.generator.scale.climb import Climb, Floats, Ints, climb, finals, ordinal, result_lines
from bench.generator.scale.shape import LOCAL_GATES, Shape, ends_on, government_id, local_edition
from bench.generator.scale.sink import Sink
from bench.generator.words import DEVICES, SUBJECTS

AGAIN = 0.3  # share of entries that were entered before
PRIZES = (22_500_000, 15_000_000, 7_500_000)


@dataclass(frozen=True)
class Year:
    """One edition. Per entry: index of its agency in the catalogue, number of the innovation in it, whether new."""

    year: int
    agency: Ints
    serial: Ints
    new: Ints
    climbed: Climb

    def best(self, n: int) -> Ints:
        """Indices of the `n` best entries among those handed in."""
        handed_in = np.flatnonzero(self.climbed.passed("submitted"))
        return handed_in[np.argsort(-self.climbed.quality[handed_in], kind="stable")[:n]]


def draw(rng: np.random.Generator, shape: Shape) -> Iterator[Year]:
    """The editions of one government, year by year."""
    made = np.zeros(len(AGENCIES), dtype=np.int64)
    for position, year in enumerate(shape.years):
        growth = 0.8 + 0.4 * position / max(1, len(shape.years) - 1)
        n = int(rng.poisson(shape.local_entries * growth))
        agency = rng.choice(len(AGENCIES), size=n, p=_shares(rng, year, growth))
        again = (rng.random(n) < AGAIN).astype(np.int64)
        nth = ordinal(agency * 2 + again)
        again &= nth < made[agency]
        nth = ordinal(agency * 2 + again)
        serial = np.where(again == 1, made[agency] - 1 - nth, made[agency] + nth)
        made += np.bincount(agency[again == 0], minlength=len(AGENCIES))
        yield Year(year, agency, serial, 1 - again, climb(rng, _quality(rng, n), LOCAL_GATES))


def _shares(rng: np.random.Generator, year: int, growth: float) -> Floats:
    """Share of each agency in the entries of a year: by weight, none for those that stay away."""
    weights: Floats = np.array([agency.weight * agency.in_force(year) for agency in AGENCIES])
    weights *= rng.random(len(AGENCIES)) < 0.72 * growth
    if not weights.any():
        weights[0] = 1.0
    shares: Floats = weights / weights.sum()
    return shares


def _quality(rng: np.random.Generator, n: int) -> Floats:
    return rng.beta(2.2, 2.2, n)


def innovation_id(government: str, agency: Agency, serial: int) -> str:
    return f"{government}-{agency.key}-{serial + 1:04d}"


def innovation_name(agency: Agency, serial: int) -> str:
    """Unique within a government; the number and the short name of the agency mark it as generated."""
    subjects = SUBJECTS[agency.subject][1]
    return f"{DEVICES[serial * 7 % len(DEVICES)][0]} {subjects[serial % len(subjects)]} {agency.short} {serial + 1}"


def write(sink: Sink, index: int, drawn: Year, closing: list[str], source: str) -> None:
    """Write innovations, submissions, results and awards of one edition; `closing`: days before closing -> date."""
    government, edition = government_id(index), local_edition(index, drawn.year)
    pairs = [(AGENCIES[a], s) for a, s in zip(drawn.agency.tolist(), drawn.serial.tolist(), strict=True)]
    sink.write(
        "innovations",
        [_innovation(government, *pairs[i], drawn.year, source) for i in np.flatnonzero(drawn.new).tolist()],
    )
    ids = [f"{edition}-{agency.key}-{serial + 1:04d}" for agency, serial in pairs]
    handed_in = drawn.climbed.passed("submitted").tolist()
    sink.write(
        "submissions",
        [
            submission(
                ids[i], edition, government, *pair, "", closing[i * 7919 % len(closing)] if handed_in[i] else "", source
            )
            for i, pair in enumerate(pairs)
        ],
    )
    sink.write("stage_results", result_lines(drawn.climbed, ids, drawn.year, source))
    sink.write("awards", prize_lines(drawn.climbed, ids, source))


def _innovation(government: str, agency: Agency, serial: int, year: int, source: str) -> str:
    name = innovation_name(agency, serial)
    _, kind, form = DEVICES[serial * 7 % len(DEVICES)]
    affair = SUBJECTS[agency.subject][0]
    flagship = "true" if serial % 40 == 0 else ""
    return (
        f"{innovation_id(government, agency, serial)},{government},{government}-{agency.key},{name},,{form},{kind},"
        f"{affair},{year - 1},{flagship},,{source},"
    )


def submission(
    submission_id: str, edition: str, government: str, agency: Agency, serial: int, group: str, day: str, source: str
) -> str:
    """One line of submissions."""
    name = innovation_name(agency, serial)
    category = SUBJECTS[agency.subject][0]
    innovation = innovation_id(government, agency, serial)
    return (
        f"{submission_id},{edition},{innovation},{name},{government},{agency.name},{category},{group},,{day},{source},"
    )


def prize_lines(climbed: Climb, ids: list[str], source: str) -> list[str]:
    """Awards of those that passed the final: prize money for the first three."""
    won = np.flatnonzero(climbed.depth == len(climbed.gates)).tolist()
    placed = finals(climbed)
    title = climbed.gates[-1].name
    return [
        f"{ids[i]},Juara {placed[i][0]},{PRIZES[placed[i][0] - 1]},{source}"
        if placed[i][0] <= 3
        else f"{ids[i]},{title},,{source}"
        for i in won
    ]


def closing_days(ends: str) -> list[str]:
    """Dates of the last weeks before `ends`, the last days more often, as hand-ins are spread."""
    last = np.datetime64(ends)
    return [str(last - np.timedelta64(int(days), "D")) for days in (np.arange(101) / 14) ** 2]


def closing_of(year: int) -> list[str]:
    return closing_days(ends_on(next(gate for gate in LOCAL_GATES if gate.kind == "submitted"), year))
