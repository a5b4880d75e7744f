"""Files with damaged bytes are read or refused in one clear sentence; never an exception, never a hang."""

import random

import pytest

from etl.context import Context
from tests.registers.conserving import read_in_time, unconserved
from tests.registers.material import Register, registers

MUTATIONS = 6


def mutated(data: bytes, seed: int) -> bytes:
    """The same bytes with a few changed, a stretch cut out or doubled, or the end missing."""
    chance, changed = random.Random(seed), bytearray(data)
    kind = seed % 4
    if kind == 0:
        for _ in range(chance.randint(1, 40)):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
    elif kind == 1:
        del changed[chance.randrange(1, len(changed)) :]
    else:
        start = chance.randrange(len(changed))
        stretch = changed[start : start + chance.randint(1, 200)]
        changed[start : start + len(stretch)] = stretch * (2 if kind == 2 else 0)
    return bytes(changed)


def mistreated(register: Register, known: Context, seeds: range) -> list[str]:
    """What went wrong with mutations of one file, with the seed of each."""
    found = []
    for seed in seeds:
        data = mutated(register.data, seed)
        try:
            dry, late = read_in_time(register.name, data, register.given, known)
        except Exception as error:
            found.append(f"seed {seed}: {type(error).__name__}: {error}")
            continue
        found += [f"seed {seed}: {fault}" for fault in [*late, *unconserved(dry)]]
    return found


@pytest.mark.parametrize("register", registers(), ids=lambda register: register.name)
def test_a_damaged_file_is_read_or_refused(known: Context, register: Register) -> None:
    assert mistreated(register, known, range(MUTATIONS)) == []


def test_a_mutation_is_another_file_and_the_same_each_time() -> None:
    data = registers()[0].data
    made = [mutated(data, seed) for seed in range(8)]
    assert made == [mutated(data, seed) for seed in range(8)]
    assert sum(one != data for one in made) >= 7
