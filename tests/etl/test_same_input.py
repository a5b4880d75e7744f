"""The warehouse is a pure function of input files, code and day."""

import csv
import io
import os
import random
import shutil
from collections.abc import Set
from datetime import date
from typing import Any

import duckdb
import pytest

from etl.build import Record
from tests.etl.small import AS_OF, REPOSITORY, SMALL, Root, added, loaded

WHERE_A_ROW_STOOD = {"line"}


def _content(con: duckdb.DuckDBPyConnection, without: Set[str] = frozenset()) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all tables but the build record, sorted."""
    names = [name for (name,) in con.execute("SELECT table_name FROM duckdb_tables() ORDER BY ALL").fetchall()]
    content = {}
    for name in names:
        columns = [row[0] for row in con.execute(f"DESCRIBE {name}").fetchall() if row[0] not in without]
        chosen = ", ".join(f'"{column}"' for column in columns)
        content[name] = con.execute(f"SELECT {chosen} FROM {name} ORDER BY ALL").fetchall()
    content.pop("build_record", None)
    return content


def _published(root: Root, record: Record) -> dict[str, list[tuple[Any, ...]]]:
    with duckdb.connect(str(root.file(record)), read_only=True) as con:
        return _content(con)


def _shuffled(text: str, seed: int) -> str:
    header, *rows = list(csv.reader(io.StringIO(text)))
    random.Random(seed).shuffle(rows)
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([header, *rows])
    return out.getvalue()


@pytest.fixture
def real(root: Root) -> Root:
    """The repository's own data sets."""
    for name in ("history", "sample"):
        shutil.copytree(REPOSITORY / "data" / name, root.path / name)
    return root


def test_two_builds_of_the_same_input_give_the_same_version_and_the_same_rows(real: Root) -> None:
    shutil.rmtree(real.path / "sample")  # one large data set is enough
    first = real.build()
    before = _published(real, first)
    for path in real.published.iterdir():
        path.unlink()
    second = real.build()
    assert second.version == first.version
    assert _published(real, second) == before


def test_the_order_of_rows_does_not_change_what_is_derived(real: Root) -> None:
    before = _content(loaded(real, derived=True).con, WHERE_A_ROW_STOOD)
    for path in sorted(real.path.glob("*/*.csv")):
        path.write_text(_shuffled(path.read_text(encoding="utf-8"), seed=len(path.name)), encoding="utf-8")
    after = _content(loaded(real, derived=True).con, WHERE_A_ROW_STOOD)
    assert [name for name in before if after[name] != before[name]] == []


def test_when_files_were_written_does_not_change_the_version(root: Root) -> None:
    version = root.build(SMALL).version
    for moment, path in enumerate(sorted((root.path / "history").iterdir(), reverse=True)):
        os.utime(path, (moment, moment))
    assert root.build().version == version


def test_a_changed_cell_card_or_day_changes_the_version(root: Root) -> None:
    versions = [root.build(SMALL).version]
    versions.append(root.build(added("submissions", "u9,lomba-2018,Baru,kab-a,,,s1")).version)
    versions.append(root.build({"dataset.toml": 'title = "Contoh"\nkind = "sample"\n'}).version)
    versions.append(root.build(as_of=date(2019, 2, 1)).version)
    assert len(set(versions)) == 4
    assert [version.split("-")[0] for version in versions] == ["20190131"] * 3 + ["20190201"]


def test_the_version_goes_back_when_the_change_does(root: Root) -> None:
    first = root.build(SMALL)
    root.build(added("submissions", "u9,lomba-2018,Baru,kab-a,,,s1"))
    assert root.build(SMALL, as_of=AS_OF).version == first.version
    assert first.version in root.pointer()
