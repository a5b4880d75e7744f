"""The floors hold: read from the source of every part, and each check is shown to be able to fail."""

import ast
from pathlib import Path

import pytest

from tests.unit.floor_rules import (
    ALLOWED,
    CHECKS,
    Check,
    check_floors,
    check_html,
    check_libraries,
    check_page_place,
    check_sql,
    check_writes,
)


def sources(repository: Path) -> list[Path]:
    """Every Python file of the parts, relative to the repository."""
    found = [repository / "dashboard.py", *(file for part in ALLOWED for file in (repository / part).rglob("*.py"))]
    return sorted(file.relative_to(repository) for file in found if file.exists())


@pytest.mark.parametrize("check", CHECKS)
def test_the_source_keeps_the_floors(repository: Path, check: Check) -> None:
    files = sources(repository)
    trees = [(file.as_posix(), ast.parse((repository / file).read_text(encoding="utf-8"))) for file in files]
    assert files
    assert [sentence for path, tree in trees for sentence in check(path, tree)] == []


def test_below_pages_there_are_page_files_only(repository: Path) -> None:
    found = [path for path in (repository / "pages").rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    assert found
    names = [path.relative_to(repository).as_posix() for path in found]
    assert [sentence for name in names for sentence in check_page_place(name)] == []


@pytest.mark.parametrize(
    ("check", "path", "source"),
    [
        (check_floors, "texts/__init__.py", "import metrics"),
        (check_floors, "metrics/engine.py", "import ui.charts"),
        (check_floors, "metrics/engine.py", "from etl import batches"),
        (check_floors, "etl/build.py", "from metrics import run"),
        (check_floors, "etl/build.py", "def f():\n    import streamlit, dashboard"),
        (check_floors, "ui/charts.py", "from pages.rapat import ringkasan"),
        (check_floors, "reports/letter.py", "import ui"),
        (check_floors, "planning/pool.py", "import ui"),
        (check_floors, "pages/data/impor.py", "from etl import names"),
        (check_floors, "pages/data/impor.py", "import etl"),
        (check_floors, "dashboard.py", "import importlib\nimportlib.import_module('etl.publish')"),
        (check_floors, "ui/charts.py", "from tests import conftest"),
        (check_floors, "etl/sample.py", "import bench.generate"),
        (check_libraries, "metrics/engine.py", "import streamlit as st"),
        (check_libraries, "texts/__init__.py", "from streamlit import cache_data"),
        (check_libraries, "pages/rapat/usulan.py", "import plotly.graph_objects as go"),
        (check_libraries, "dashboard.py", "from plotly import express"),
        (check_libraries, "ui/tables.py", "import duckdb"),
        (check_writes, "metrics/engine.py", "open('data/history/x.csv', 'w')"),
        (check_writes, "ui/access.py", "open(path, mode='a')"),
        (check_writes, "pages/data/impor.py", "path.open('wb')"),
        (check_writes, "ui/access.py", "path.write_text('x')"),
        (check_writes, "metrics/engine.py", "import shutil\nshutil.rmtree(folder)"),
        (check_writes, "metrics/engine.py", "frame.to_csv('data/x.csv')"),
        (check_writes, "metrics/engine.py", "import duckdb\nduckdb.connect(path)"),
        (check_writes, "metrics/engine.py", "import duckdb\nduckdb.connect(path, read_only=False)"),
        (check_writes, "metrics/engine.py", "cursor.execute(f\"ATTACH '{path}' AS warehouse\")"),
        (check_writes, "metrics/engine.py", "cursor.execute(\"COPY t TO 'x.csv'\")"),
        (check_sql, "pages/rapat/usulan.py", "run('SELECT 1 FROM entries')"),
        (check_sql, "pages/rapat/usulan.py", "run('select a, b.c as d from entries')"),
        (check_sql, "pages/rapat/usulan.py", "run(f'SELECT {column} FROM entries')"),
        (check_sql, "ui/scope.py", "QUERY = 'WITH a AS (SELECT 1) SELECT * FROM a'"),
        (check_html, "pages/rapat/usulan.py", "st.markdown(title, unsafe_allow_html=True)"),
        (check_html, "pages/rapat/usulan.py", "st.html(title)"),
        (check_html, "dashboard.py", "from streamlit.components.v1 import html"),
    ],
)
def test_each_check_can_fail(check: Check, path: str, source: str) -> None:
    assert list(check(path, ast.parse(source)))


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("dashboard.py", "import streamlit as st\nimport ui.scope, metrics, texts"),
        ("pages/data/impor.py", "from etl import batches\nfrom etl.batches import add"),
        ("ui/charts.py", "import plotly.graph_objects as go\nst.html(escaped)\nframe.to_csv(index=False)"),
        ("metrics/engine.py", "import duckdb\nduckdb.connect()\nopen('metrics/x.sql')\nQUERY = 'SELECT 1 FROM x'"),
        ("metrics/engine.py", "cursor.execute(f\"ATTACH '{path}' AS warehouse (READ_ONLY)\")"),
        ("metrics/engine.py", "import duckdb\nduckdb.connect(path, read_only=True)"),
        ("etl/publish.py", "import texts\npath.write_text('x')"),
        ("bench/generate.py", "import etl.build\nopen('data/sample/x.csv', 'w')"),
        ("pages/rapat/usulan.py", 'LABEL = "select the years, away from the form"'),
    ],
)
def test_what_is_allowed_passes(path: str, source: str) -> None:
    tree = ast.parse(source)
    assert [sentence for check in CHECKS for sentence in check(path, tree)] == []


@pytest.mark.parametrize("path", ["pages/x.py", "pages/a/b/c.py", "pages/rapat/__init__.py", "pages/rapat/notes.md"])
def test_a_misplaced_page_is_noticed(path: str) -> None:
    assert list(check_page_place(path))
    assert not list(check_page_place("pages/rapat/ringkasan.py"))
