"""A total divided among agencies: the policy's minimum each, the rest by record and capacity, exactly.

The rest follows weights in the unit of the record, entries per year: the agency's mean of `y` known years drawn
towards the mean `m` of all, (PRIOR_YEARS·m + y·record) / (PRIOR_YEARS + y), which is the posterior mean of a Poisson
rate with a Gamma(PRIOR_YEARS·m, PRIOR_YEARS) prior (Robbins 1956; Efron & Morris 1973), plus small steps for what is
in preparation and for units. Where a cap binds, what is above it flows to the others in proportion; whole numbers come
from the largest remainder (Hamilton's method; Balinski & Young, Fair Representation, 1982). Everything is computed in
exact fractions, so that neither rounding nor the order of the agencies can decide.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from types import MappingProxyType

from planning.agencies import Candidate
from texts import number, t

PRIOR_YEARS = 2  # known years that weigh as much as the mean of all agencies
LEAST_MEAN = Fraction(1, 5)  # where next to nothing is known of anyone, so that drafts alone do not take everything
PER_DRAFT, MOST_DRAFTS = Fraction(1, 4), 4  # one in preparation is far from handed in; a long list is not more certain
PER_UNIT, MOST_UNITS = Fraction(1, 20), 10  # units are places where ideas arise, not entries
_NO_ONE: Mapping[str, int] = MappingProxyType({})


class CannotDivide(ValueError):
    """`code` (below plan.refused in the catalogue) and `params` say why a total cannot be divided: too_few (total,
    needed, agencies), too_many (total, most), fixed_too_many (total, fixed, needed), no_agencies, not_on_board (agency,
    year)."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(f"{code}: {params}")
        self.code = code
        self.params = params

    def words(self, lang: str) -> str:
        """The reason in words, with what to do."""
        said = {k: number(v, lang) if isinstance(v, int) and k != "year" else v for k, v in self.params.items()}
        return t(f"plan.refused.{self.code}", lang, **said)


@dataclass(frozen=True)
class Share:
    """What falls to one agency, and why: `minimum` of it by policy, `rest` by weight; `weight` is its share of the rest
    (0 to 1), `capped`: it got less than its weight because of the cap; `fixed`: a person set it. n = minimum + rest.

    `due` is what policy asks of it (exempt: 0), which only a person's own number may undercut. `expected` is its record
    drawn towards `mean`, that of all agencies, in entries per year (`mean` None: no year of any agency is known)."""

    agency_id: str
    name: str
    n: int
    minimum: int
    rest: int
    weight: float
    capped: bool
    fixed: bool
    candidate: Candidate
    due: int = 0
    expected: float | None = None
    mean: float | None = None


def allocate(
    candidates: Sequence[Candidate],
    total: int,
    minimum: int = 1,
    cap: int | None = None,
    fixed: Mapping[str, int] = _NO_ONE,
) -> tuple[Share, ...]:
    """Divide `total`; the sum is exact, each has at least `minimum` (exempt: 0, and nothing of the rest) and at most
    `cap`, those in `fixed` have exactly their number, also outside these bounds, and the order of `candidates` does not
    matter. Names in `fixed` that are no candidate are left out. In the order of agency_id.

    Raises CannotDivide, and ValueError for a negative number or an agency that stands twice."""
    among = sorted(candidates, key=lambda candidate: candidate.agency_id)
    held = {one.agency_id: fixed[one.agency_id] for one in among if one.agency_id in fixed}
    _check(among, (total, minimum, *held.values()))
    due = {one.agency_id: 0 if one.exempt else minimum for one in among}
    free = [one for one in among if one.agency_id not in held]
    left = total - sum(held.values()) - sum(due[one.agency_id] for one in free)
    if left < 0:
        raise _too_few(total, minimum, held, free)
    mean = mean_record(among)
    weights = {one.agency_id: weight(one, mean) for one in free if not one.exempt}
    room = None if cap is None else {name: cap - due[name] for name in weights}
    if not _fits(left, weights, room):
        raise CannotDivide("too_many", total=total, most=_most(free, due, held, room))
    portions = _fill(left, weights, room)
    rest = _round(portions, left, {one.agency_id: one for one in free}, mean)
    shares = _shares(among, due, held, rest, mean)
    whole = sum(weights.values(), Fraction(0))
    return tuple(_weighed(share, weights, portions, whole, left) for share in shares)


def adjust(shares: Sequence[Share], agency_id: str, n: int, cap: int | None = None) -> tuple[Share, ...]:
    """The same total with `n` for one agency by hand: those not fixed yet share what is left by their weights.

    Raises CannotDivide where they cannot, KeyError for an agency that has no share."""
    if agency_id not in {share.agency_id for share in shares}:
        raise KeyError(f"no share for {agency_id!r}")
    held = {share.agency_id: share.n for share in shares if share.fixed}
    total, minimum = sum(share.n for share in shares), max((share.due for share in shares), default=0)
    return allocate([share.candidate for share in shares], total, minimum, cap, {**held, agency_id: n})


def mean_record(candidates: Sequence[Candidate]) -> Fraction | None:
    """Entries per known agency and year of all candidates together; None where no year is known.

    Records of whole years count alone where there are any: those that are known only because something was handed in
    would pull the mean up."""
    known = [one for one in candidates if one.record is not None]
    counted = [one for one in known if not one.at_least] or known
    years = sum(one.years for one in counted)
    return sum((_exact(one) * one.years for one in counted), Fraction(0)) / years if years else None


def expected(candidate: Candidate, mean: Fraction | None) -> Fraction:
    """The agency's record drawn towards the mean of all, in entries per year. Without a known year it is that mean:
    unknown is not weak."""
    usual = max(mean if mean is not None else Fraction(1), LEAST_MEAN)
    years = candidate.years if candidate.record is not None else 0
    return (PRIOR_YEARS * usual + years * _exact(candidate)) / (PRIOR_YEARS + years)


def weight(candidate: Candidate, mean: Fraction | None) -> Fraction:
    """By what the rest is divided: the expected record and small steps for drafts and units, in entries per year."""
    drafts, units = min(candidate.prepared, MOST_DRAFTS), min(candidate.units, MOST_UNITS)
    return expected(candidate, mean) + PER_DRAFT * drafts + PER_UNIT * units


def _exact(candidate: Candidate) -> Fraction:
    """A record as the fraction that it is: a whole number over the known years."""
    return Fraction(candidate.record or 0).limit_denominator(1000)


def _check(among: Sequence[Candidate], numbers: Sequence[int]) -> None:
    if not among:
        raise CannotDivide("no_agencies")
    if len({one.agency_id for one in among}) < len(among):
        raise ValueError("an agency stands twice among the candidates")
    if min(numbers) < 0:
        raise ValueError(f"a total, a minimum and numbers set by hand are at least 0, not {min(numbers)}")


def _too_few(total: int, minimum: int, held: Mapping[str, int], free: Sequence[Candidate]) -> CannotDivide:
    bound = sum(not one.exempt for one in free)
    needed = sum(held.values()) + minimum * bound
    if held:
        return CannotDivide("fixed_too_many", total=total, fixed=sum(held.values()), needed=needed)
    return CannotDivide("too_few", total=total, needed=needed, agencies=bound)


def _fits(left: int, weights: Mapping[str, Fraction], room: Mapping[str, int] | None) -> bool:
    """Whether the agencies that are not fixed can take what is left, each within its room."""
    if room is None:
        return left == 0 or bool(weights)
    return min(room.values(), default=0) >= 0 and left <= sum(room.values())


def _most(
    free: Sequence[Candidate], due: Mapping[str, int], held: Mapping[str, int], room: Mapping[str, int] | None
) -> int:
    """The largest total that the fixed numbers and the caps can hold."""
    return sum(held.values()) + sum(due[one.agency_id] + (room or {}).get(one.agency_id, 0) for one in free)


def _fill(left: int, weights: Mapping[str, Fraction], room: Mapping[str, int] | None) -> dict[str, Fraction]:
    """What is left in proportion to the weights, none above its room: those that would be stop there, and what they
    leave flows to the others (water-filling)."""
    full: dict[str, Fraction] = {}
    while True:
        open_ones = {name: w for name, w in weights.items() if name not in full}
        share = (left - sum(full.values())) / sum(open_ones.values(), Fraction(0)) if open_ones else Fraction(0)
        over = {name for name, w in open_ones.items() if room is not None and share * w > room[name]}
        if not over:
            return full | {name: share * w for name, w in open_ones.items()}
        full |= {name: Fraction(room[name]) for name in over if room is not None}


def _round(
    portions: Mapping[str, Fraction], left: int, candidates: Mapping[str, Candidate], mean: Fraction | None
) -> dict[str, int]:
    """Whole numbers by the largest remainder. Among equal remainders the better expected record comes first, then the
    agency_id: a rule that no order of rows can change."""

    def rank(name: str) -> tuple[Fraction, Fraction, str]:
        return (portions[name] // 1 - portions[name], -expected(candidates[name], mean), name)

    whole = {name: int(portion // 1) for name, portion in portions.items()}
    for name in sorted(portions, key=rank)[: left - sum(whole.values())]:
        whole[name] += 1
    return whole


def _shares(
    among: Sequence[Candidate],
    due: Mapping[str, int],
    held: Mapping[str, int],
    rest: Mapping[str, int],
    mean: Fraction | None,
) -> list[Share]:
    made = []
    for one in among:
        name = one.agency_id
        n = held[name] if name in held else due[name] + rest.get(name, 0)
        minimum = min(n, due[name])
        share = Share(name, one.name, n, minimum, n - minimum, 0.0, False, name in held, one, due=due[name])
        made.append(replace(share, expected=float(expected(one, mean)), mean=None if mean is None else float(mean)))
    return made


def _weighed(
    share: Share, weights: Mapping[str, Fraction], portions: Mapping[str, Fraction], whole: Fraction, left: int
) -> Share:
    own = weights.get(share.agency_id)
    if own is None:
        return share
    capped = portions[share.agency_id] < left * own / whole
    return replace(share, weight=float(own / whole), capped=capped)


def parts(share: Share) -> tuple[tuple[str, int], ...]:
    """What the number is made of, as (kind, entries) that add up to n: `fixed`, or `policy` and `record`; `exempt`."""
    if share.fixed:
        return (("fixed", share.n),)
    if share.candidate.exempt:
        return (("exempt", share.n),)
    return (("policy", share.minimum), ("record", share.rest)) if share.due else (("record", share.rest),)


def why(share: Share, lang: str) -> str:
    """In words: "1 menurut kebijakan; 2 menurut catatan: rata-rata 1,7 per tahun dari 3 tahun"."""
    said = [t(f"plan.why.{kind}", lang, n=number(n, lang), about=_about(share, lang)) for kind, n in parts(share)]
    if share.fixed and share.n < share.due:
        said.append(t("plan.why.below", lang, due=number(share.due, lang)))
    if share.capped:
        said.append(t("plan.why.capped", lang, n=number(share.n, lang)))
    return "; ".join(said)


def _about(share: Share, lang: str) -> str:
    """What the weight rests on: the record, what is in preparation, units."""
    one = share.candidate
    counted = {"prepared": one.prepared, "units": one.units}
    said = [t(f"plan.why.{name}", lang, n=number(n, lang)) for name, n in counted.items() if n]
    return ", ".join([_record(share, lang), *said])


def _record(share: Share, lang: str) -> str:
    one = share.candidate
    if one.record is not None:
        key = "known_at_least" if one.at_least else "known"
        return t(f"plan.why.{key}", lang, mean=number(one.record, lang, 1), years=number(one.years, lang))
    if share.mean is None:
        return t("plan.why.nothing_known", lang)
    return t("plan.why.unknown", lang, mean=number(share.mean, lang, 1))
