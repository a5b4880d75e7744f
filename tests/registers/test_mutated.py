"""Files with damaged bytes are read or refused in one clear sentence; never an exception, never a hang."""

import io
import random
import zipfile

import pytest

from etl.context import Context
from tests.registers.conserving import read_in_time, unconserved
from tests.registers.material import Register, registers

MUTATIONS = 8
INSIDE = ("sheet", "sharedStrings", "styles", "workbook.xml", "rels")  # parts of a workbook worth damaging


def mutated(data: bytes, seed: int) -> bytes:
    """The same bytes with a few changed, a stretch cut out or doubled, or the end missing."""
    chance = random.Random(seed)
    if seed % 2 and data.startswith(b"PK"):
        return _mutated_inside(data, chance)
    return _mutated(data, seed // 2 % 4, chance)


def _mutated_inside(data: bytes, chance: random.Random) -> bytes:
    """A workbook whose archive is sound, with one of its parts damaged: a plain byte flip stops at a checksum."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice([name for name in parts if any(word in name for word in INSIDE)])
    parts[name] = _mutated(parts[name], chance.randrange(4), chance)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(zipfile.ZipInfo(part), content)
    return out.getvalue()


def _mutated(data: bytes, kind: int, chance: random.Random) -> bytes:
    changed = bytearray(data)
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
    made = [mutated(data, seed) for seed in range(12)]
    assert made == [mutated(data, seed) for seed in range(12)]
    assert sum(one != data for one in made) >= 10
