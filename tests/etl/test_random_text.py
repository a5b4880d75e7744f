"""Whatever stands in the files: no crash, every row accounted for."""

import random
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from etl.datasets import InputError
from tests.etl.small import SMALL, Root, loaded

PIECES = [
    *(",", "\n", '"', ";", "\t", "\r", "\x00", "|", "+", " ", "\u00a0", "\ufeff", "'", "\\", "{", "é", "\U0001f600"),
    *(
        "u1",
        "kab-a",
        "lomba-2018",
        "juara",
        "passed",
        "2018",
        "2018-13",
        "-1",
        "1e9",
        "9" * 20,
        "true",
        "all",
        "all,all",
    ),
    *("a-dinkes", "Dinas Kesehatan", "submission_id", "edition_id", "NULL", "nan", "=1", "'; DROP TABLE entries; --"),
]
CHANGES = st.lists(
    st.tuples(st.sampled_from(sorted(SMALL)), st.floats(0, 1), st.integers(0, 6), st.sampled_from(PIECES)),
    min_size=1,
    max_size=6,
)


def _changed(changes: list[tuple[str, float, int, str]]) -> dict[str, str | bytes]:
    """The small tables with pieces of text cut out and put in."""
    texts = dict(SMALL)
    for name, place, cut, piece in changes:
        text = texts[name]
        start = int(place * len(text))
        texts[name] = text[:start] + piece + text[start + cut :]
    return {name: text.encode("cp1252" if "é" in text else "utf-8", errors="replace") for name, text in texts.items()}


def _accounted_for(tables: dict[str, str | bytes]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        try:
            done = loaded(Root(Path(folder)), tables, derived=True)
        except InputError:
            return
    assert done.conserved
    held = dict(done.rows("SELECT table_name, count(*) FROM quarantine GROUP BY ALL"))
    for name, counts in done.tables.items():
        assert done.rows(f"SELECT count(*) FROM {name}") == [(counts["loaded"],)]
        assert held.get(name, 0) == counts["quarantined"]
    done.con.close()


@given(CHANGES)
@settings(max_examples=25)
def test_changed_text_is_refused_or_accounted_for(changes: list[tuple[str, float, int, str]]) -> None:
    _accounted_for(_changed(changes))


@given(st.dictionaries(st.sampled_from(sorted(SMALL)), st.binary(max_size=200), min_size=1, max_size=3))
@settings(max_examples=10)
def test_bytes_that_are_no_table_are_refused_or_accounted_for(tables: dict[str, bytes]) -> None:
    _accounted_for({**SMALL, **tables})


def test_cells_moved_between_columns_are_accounted_for() -> None:
    chance = random.Random(7)
    cells = [cell for text in SMALL.values() for line in text.splitlines()[1:] for cell in line.split(",")]
    tables: dict[str, str | bytes] = {}
    for name, text in SMALL.items():
        header, *rows = text.splitlines()
        width = header.count(",") + 1
        more = [",".join(chance.choices(cells, k=width)) for _ in range(200)]
        tables[name] = "\n".join([header, *rows, *more])
    _accounted_for(tables)
