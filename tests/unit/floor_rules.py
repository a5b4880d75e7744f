"""The rules of the house, read from the source without running it. Each check yields sentences, none when all is well.

A part is a top-level module or folder: `dashboard`, `pages`, `ui`, `reports`, `planning`, `metrics`, `texts`, `etl`.
"""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

DOOR = "etl.batches"
LOWER = {"ui", "reports", "planning", "metrics", "texts", DOOR}
ALLOWED: dict[str, set[str]] = {
    "dashboard": LOWER,
    "pages": LOWER,
    "ui": {"reports", "planning", "metrics", "texts", DOOR},
    "reports": {"planning", "metrics", "texts", DOOR},
    "planning": {"metrics", "texts", DOOR},
    "metrics": {"texts"},
    "etl": {"texts"},
    "texts": set(),
}
OWN = {*ALLOWED, "bench", "tests"}
ONLY_IN = {"streamlit": {"dashboard", "pages", "ui"}, "plotly": {"ui"}}
WRITING_CALLS = {"write_text", "write_bytes", "unlink", "rmtree", "to_csv", "to_parquet", "to_excel"}
COLUMN = r"[\w.*\"]+(\s+as\s+\w+)?"
SQL = re.compile(
    rf"^\s*select\s+(distinct\s+)?{COLUMN}(\s*,\s*{COLUMN})*\s+from\s"  # a list of single words is no sentence
    r"|^\s*with\s+\w+\s+as\s*\(|^\s*(insert\s+into|create\s+(table|view)|delete\s+from|attach\s+')"
    r"|(?-i:\bSELECT\b.*\bFROM\b)",
    re.I | re.S,
)

Check = Callable[[str, ast.Module], Iterator[str]]


def part_of(path: str) -> str:
    """`ui/charts.py` -> `ui`, `dashboard.py` -> `dashboard`."""
    return PurePosixPath(path).parts[0].removesuffix(".py")


def imported(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """(line, dotted name) of every import; `from a import b` counts as `a.b`, `import_module("a")` as `a`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, name.name) for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield from ((node.lineno, f"{node.module}.{name.name}") for name in node.names)
        elif isinstance(node, ast.Call) and called(node) in {"import_module", "__import__"}:
            yield from ((node.lineno, str(arg.value)) for arg in node.args if isinstance(arg, ast.Constant))


def called(node: ast.Call) -> str:
    """The last word of what is called: `a.b.c()` -> `c`."""
    function = node.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def check_floors(path: str, tree: ast.Module) -> Iterator[str]:
    """A part imports only parts of lower floors, and of etl only its door."""
    part = part_of(path)
    for line, name in imported(tree):
        top = name.split(".")[0]
        if part not in ALLOWED or top not in OWN or top == part:
            continue
        if not any(name == allowed or name.startswith(f"{allowed}.") for allowed in ALLOWED[part]):
            yield f"{path}:{line} {part} must not import {name}"


def check_libraries(path: str, tree: ast.Module) -> Iterator[str]:
    """Streamlit only in the frame, the pages and ui; Plotly only in ui; no DuckDB where there is to be no SQL."""
    part = part_of(path)
    for line, name in imported(tree):
        top = name.split(".")[0]
        if part in ALLOWED and part not in ONLY_IN.get(top, {part}):
            yield f"{path}:{line} {top} belongs to {', '.join(sorted(ONLY_IN[top]))}"
        if top == "duckdb" and part in {"dashboard", "pages", "ui"}:
            yield f"{path}:{line} figures come from metrics, not from DuckDB"


def check_writes(path: str, tree: ast.Module) -> Iterator[str]:
    """Nothing but etl writes: no file opened for writing, no writable DuckDB file, no ATTACH or COPY that writes."""
    if part_of(path) not in ALLOWED.keys() - {"etl"}:
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and writes(node):
            yield f"{path}:{node.lineno} {called(node)} writes a file; only etl does"
    for line, text in strings(tree):
        if writing_sql(text):
            yield f"{path}:{line} SQL that writes or attaches without READ_ONLY"


def writes(node: ast.Call) -> bool:
    """True for a call that opens or changes a file, as far as its text tells."""
    name, keywords = called(node), {word.arg: word.value for word in node.keywords}
    if name == "connect" and "duckdb" in ast.unparse(node.func):
        target = node.args[0] if node.args else keywords.get("database")
        read_only = keywords.get("read_only")
        in_memory = target is None or literal(target) == ":memory:"
        return not in_memory and not (isinstance(read_only, ast.Constant) and read_only.value is True)
    if name == "open":
        position = 1 if isinstance(node.func, ast.Name) else 0
        mode = keywords.get("mode") or (node.args[position] if len(node.args) > position else None)
        return mode is not None and bool(set("wax+") & set(literal(mode)))
    if name.startswith("to_"):
        return name in WRITING_CALLS and bool(node.args or "path_or_buf" in keywords or "path" in keywords)
    return name in WRITING_CALLS


def literal(node: ast.expr) -> str:
    """The text of a string or f-string, blanks where it is computed; "" for anything else."""
    if isinstance(node, ast.JoinedStr):
        return "".join(literal(value) or " " for value in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def strings(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """(line, text) of every string, an f-string as one."""
    pieces = {id(piece) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for piece in node.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant | ast.JoinedStr) and id(node) not in pieces:
            yield node.lineno, literal(node)


def writing_sql(text: str) -> bool:
    """True for `ATTACH` without `READ_ONLY` and for `COPY … TO`."""
    attach = re.search(r"^\s*ATTACH\b", text) and "READ_ONLY" not in text
    return bool(attach or re.search(r"^\s*COPY\b.*\bTO\b", text, re.S))


def check_sql(path: str, tree: ast.Module) -> Iterator[str]:
    """No SQL text in the frame, in pages or in ui."""
    if part_of(path) not in {"dashboard", "pages", "ui"}:
        return
    for line, text in strings(tree):
        if SQL.search(text):
            yield f"{path}:{line} SQL belongs into metrics/<id>.sql"


def check_html(path: str, tree: ast.Module) -> Iterator[str]:
    """Markup is written inside ui only, where data is escaped."""
    if part_of(path) == "ui" or part_of(path) not in ALLOWED:
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.keyword) and node.arg == "unsafe_allow_html":
            yield f"{path}:{node.lineno} unsafe_allow_html outside ui"
        if isinstance(node, ast.Attribute) and node.attr in {"html", "iframe"} and "st" in ast.unparse(node.value):
            yield f"{path}:{node.lineno} st.{node.attr} outside ui"
    for line, name in imported(tree):
        if name in {"streamlit.html", "streamlit.iframe"} or name.startswith("streamlit.components"):
            yield f"{path}:{line} {name} outside ui"


def check_page_place(path: str) -> Iterator[str]:
    """A page lies one folder down, `pages/<section>/<page>.py`, and nothing else lies below `pages/`.

    Streamlit also serves a flat `pages/x.py` by itself, and on a fresh server without the frame around it.
    """
    parts = PurePosixPath(path).parts
    if parts[0] == "pages" and (len(parts) != 3 or not re.fullmatch(r"[a-z][a-z_]*\.py", parts[2])):
        yield f"{path}: below pages/ there are only pages/<section>/<page>.py"


CHECKS: tuple[Check, ...] = (check_floors, check_libraries, check_writes, check_sql, check_html)
