"""Type and check one table in DuckDB: raw text in, typed rows out, every failure listed with its place and reason.

A key or required cell that is missing or unreadable quarantines its row; an optional one loads empty and becomes a
question. The SQL is written from the contract, so that a new table or column is a line of schema.toml."""

from __future__ import annotations

from dataclasses import dataclass

import duckdb

from etl import superseding
from etl.contract import Column, Contract, Table
from etl.staging import quoted

SQL_TYPES = {
    "text": "VARCHAR",
    "flag": "BOOLEAN",
    "integer": "BIGINT",
    "count": "BIGINT",
    "decimal": "DOUBLE",
    "year": "INTEGER",
    "date": "VARCHAR",
    "list": "VARCHAR[]",
}
TRUE_WORDS, FALSE_WORDS = ("true", "1", "ya", "yes"), ("false", "0", "tidak", "no")
YEARS = (1945, 2100)
QUESTION_CODES = {
    "integer": "bad_number",
    "count": "bad_number",
    "decimal": "bad_number",
    "year": "bad_date",
    "date": "bad_date",
}


@dataclass(frozen=True)
class Problem:
    """A condition that holds a row back, in the order in which problems are reported."""

    condition: str
    column: str
    code: str
    detail: str


def sql_type(column: Column) -> str:
    """The type a column has in the warehouse; enumerations are kept as text."""
    return SQL_TYPES.get(column.type, "VARCHAR")


def check(con: duckdb.DuckDBPyConnection, table: Table, contract: Contract, present: set[str]) -> None:
    """Turn raw_<table> into <table>; fill quarantine, questions and superseded. `present` names the tables given."""
    superseding.fill(con, table)
    _create_checked(con, table, contract, present)
    _settle_own_references(con, table, contract, present)
    _list_questions(con, table, contract)
    _load(con, table)
    con.execute(f"DROP TABLE raw_{table.name}; DROP TABLE checked")


def create_empty(con: duckdb.DuckDBPyConnection, table: Table) -> None:
    """An input table that was not given: there, with its columns, and without rows."""
    columns = ", ".join(f"{quoted(c.name)} {sql_type(c)}" for c in table.columns)
    con.execute(f"CREATE TABLE {table.name} ({columns}, dataset VARCHAR, line BIGINT, cell VARCHAR)")


def _create_checked(con: duckdb.DuckDBPyConnection, table: Table, contract: Contract, present: set[str]) -> None:
    cells = ", ".join(f"nullif(trim({quoted(c)}), '') AS {quoted('r_' + c)}" for c in table.names)
    typed = ", ".join(f"{_typed(c, contract)} AS {quoted('t_' + c.name)}" for c in table.columns)
    found = ", ".join(
        f"{quoted('t_' + c.name) if c.target == table.name else _found(c, contract, present)} AS {quoted(c.name)}"
        for c in table.columns
    )
    problems = _problems(table, contract)
    cases = " ".join(
        f"WHEN {p.condition} THEN {{'column': '{p.column}', 'code': '{p.code}', 'detail': {_text(p.detail)}}}"
        for p in problems
    )
    problem = f"CASE {cases} END" if cases else 'NULL::STRUCT("column" VARCHAR, code VARCHAR, detail VARCHAR)'
    blank = " AND ".join(f"{quoted('r_' + name)} IS NULL" for name in table.names)
    con.execute(f"""
        CREATE TABLE checked AS
        WITH cells AS (SELECT _dataset, _rank, _line, _place, {cells} FROM raw_{table.name}),
        typed AS (SELECT *, {typed} FROM cells),
        found AS (SELECT *, {found} FROM typed),
        staged AS (SELECT found.*, {_stage_columns(table)} FROM found {_stage_join(table)}),
        judged AS (SELECT *, {blank} AS is_blank, {problem} AS problem FROM staged)
        SELECT *, {superseding.key_number(table)} AS key_number, {superseding.winner(table)} AS winner FROM judged""")


def _settle_own_references(con: duckdb.DuckDBPyConnection, table: Table, contract: Contract, present: set[str]) -> None:
    """Offer the keys of the rows that will be loaded; references within the table are looked up among them."""
    if len(table.key) == 1:
        key = quoted(table.key[0])
        con.execute(f"INSERT INTO keys_{table.name} SELECT {key} FROM checked WHERE problem IS NULL AND key_number = 1")
    own = [column for column in table.columns if column.target == table.name]
    if own:
        found = ", ".join(f"{_found(c, contract, present)} AS {quoted(c.name)}" for c in own)
        con.execute(f"CREATE OR REPLACE TABLE checked AS SELECT * REPLACE ({found}) FROM checked")


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _values(words: list[str] | tuple[str, ...]) -> str:
    return ", ".join(_text(word) for word in words)


def _typed(column: Column, contract: Contract) -> str:
    raw = quoted("r_" + column.name)
    if column.type in contract.enums:
        return f"CASE WHEN {raw} IN ({_values(contract.enums[column.type])}) THEN {raw} END"
    trimmed = f"list_transform(string_split({raw}, '|'), lambda part: trim(part))"
    return {
        "text": raw,
        "flag": f"CASE WHEN lower({raw}) IN ({_values(TRUE_WORDS)}) THEN true "
        f"WHEN lower({raw}) IN ({_values(FALSE_WORDS)}) THEN false END",
        "integer": _number(raw, r"-?\d{1,18}", "BIGINT"),
        "count": _number(raw, r"\d{1,15}", "BIGINT"),
        "decimal": _number(raw, r"-?\d{1,15}(\.\d{1,15})?", "DOUBLE"),
        "year": f"CASE WHEN {_in_range(raw)} THEN {_number(raw, '[0-9]{4}', 'INTEGER')} END",
        "date": f"CASE WHEN {_in_range(f'left({raw}, 4)')} AND last_day_of({raw}) IS NOT NULL THEN {raw} END",
        "list": f"nullif(list_filter({trimmed}, lambda part: part <> ''), [])",
    }[column.type]


def _number(raw: str, pattern: str, kind: str) -> str:
    return f"CASE WHEN regexp_full_match({raw}, {_text(pattern)}) THEN TRY_CAST({raw} AS {kind}) END"


def _in_range(year: str) -> str:
    return f"TRY_CAST({year} AS INTEGER) BETWEEN {YEARS[0]} AND {YEARS[1]}"


def _found(column: Column, contract: Contract, present: set[str]) -> str:
    """The typed value where what it points to exists; where that table was not given, the value stands unverified.

    Of a list the known parts stay; a list of which nothing is left is empty (NULL), as a blank cell is."""
    typed = quoted("t_" + column.name)
    if column.target in contract.enums:
        words = _values(contract.enums[column.target])
        return f"nullif(list_filter({typed}, lambda part: part IN ({words})), [])"
    if column.target is None or (column.target not in present and not column.vital):
        return typed
    keys = f"SELECT key FROM keys_{column.target}"
    if column.type == "list":
        parts = f"SELECT unnest({typed}) AS part, generate_subscripts({typed}, 1) AS place"
        return f"(SELECT list(part ORDER BY place) FROM ({parts}) WHERE part IN ({keys}))"
    return f"CASE WHEN {typed} IN ({keys}) THEN {typed} END"


def _stage_columns(table: Table) -> str:
    if not table.stage_of:
        return "NULL AS stage_known, NULL AS stage_government, NULL AS row_government"
    government = "sub.government_id" if table.stage_of == "submission_id" else "NULL"
    return (
        f"st.stage_id IS NOT NULL AS stage_known, st.government_id AS stage_government, {government} AS row_government"
    )


def _stage_join(table: Table) -> str:
    if table.stage_of == "submission_id":
        return (
            "LEFT JOIN submissions sub ON sub.submission_id = found.submission_id "
            "LEFT JOIN stages st ON st.edition_id = sub.edition_id AND st.stage_id = found.stage_id"
        )
    if table.stage_of == "edition_id":
        return "LEFT JOIN stages st ON st.edition_id = found.edition_id AND st.stage_id = found.stage_id"
    return ""


def _problems(table: Table, contract: Contract) -> list[Problem]:
    problems = [problem for column in table.columns if column.vital for problem in _vital(column, contract)]
    problems += [problem for name in table.key_or_blank for problem in _unreadable(table, name, contract)]
    if table.require_one_of:
        none = " AND ".join(f"NOT ({_all_there(group)})" for group in table.require_one_of)
        detail = " / ".join("+".join(group) for group in table.require_one_of)
        problems.append(Problem(none, table.missing_column or table.require_one_of[0][0], "missing", detail))
    if table.stage_of:
        problems += _stage_problems(table)
    problems += [_other_government(name) for name in table.same_government]
    if table.has("scope_kind") and table.has("scope_id"):
        problems.append(Problem(_bad_scope(contract), "scope_id", "bad_value", "scope"))
    return problems


def _vital(column: Column, contract: Contract) -> list[Problem]:
    raw, value = quoted("r_" + column.name), quoted(column.name)
    detail = _expected(column, contract)
    return [
        Problem(f"{raw} IS NULL", column.name, "missing", ""),
        Problem(f"{value} IS NULL", column.name, "bad_value", detail),
    ]


def _expected(column: Column, contract: Contract) -> str:
    """What a cell should have held: "-> table", the allowed words joined by |, or the type."""
    words = contract.enums.get(column.target or column.type)
    if words:
        return "|".join(words)
    return f"-> {column.target}" if column.target else column.type


def _unreadable(table: Table, name: str, contract: Contract) -> list[Problem]:
    column = next(column for column in table.columns if column.name == name)
    return [
        Problem(f"{quoted('r_' + name)} IS NOT NULL AND {p.condition}", name, p.code, p.detail)
        for p in _vital(column, contract)
        if p.code == "bad_value"
    ]


def _all_there(group: tuple[str, ...]) -> str:
    return " AND ".join(f"{quoted(name)} IS NOT NULL" for name in group)


def _stage_problems(table: Table) -> list[Problem]:
    # A coverage row without an edition speaks of a year, and one without a stage of the whole: neither names a stage.
    names_stage = f"{quoted(table.stage_of or '')} IS NOT NULL AND {quoted('r_stage_id')} IS NOT NULL"
    problems = [Problem(f"{names_stage} AND NOT stage_known", "stage_id", "unknown_stage", "")]
    if table.stage_of == "submission_id":
        other = "stage_government IS NOT NULL AND row_government IS NOT NULL AND stage_government <> row_government"
        problems.append(Problem(other, "stage_id", "other_government", ""))
    return problems


def _other_government(name: str) -> Problem:
    of_agency = f"(SELECT a.government_id FROM agencies a WHERE a.agency_id = staged.{quoted(name)})"
    return Problem(f"{of_agency} <> government_id", name, "other_government", "agency")


def _bad_scope(contract: Contract) -> str:
    levels = _values(contract.enums["government_level"])
    return f"""scope_kind IS NOT NULL AND scope_id IS NOT NULL AND NOT coalesce(CASE scope_kind
        WHEN 'all' THEN scope_id = 'all'
        WHEN 'level' THEN len(list_filter(string_split(scope_id, '+'), lambda part: part NOT IN ({levels}))) = 0
        WHEN 'agency' THEN NOT EXISTS (FROM keys_agencies) OR scope_id IN (SELECT key FROM keys_agencies)
        ELSE NOT EXISTS (FROM keys_governments) OR scope_id IN (SELECT key FROM keys_governments) END, false)"""


def _list_questions(con: duckdb.DuckDBPyConnection, table: Table, contract: Contract) -> None:
    optional = [c for c in table.columns if not c.vital and c.name not in table.key_or_blank]
    parts = [_question(c, contract) for c in optional]
    lost = " OR ".join(f"({_lost(c)})" for c in optional)
    if not parts:
        return
    con.execute(f"""
        INSERT INTO questions
        SELECT _dataset, '{table.name}', _line, cell."column", cell.value, cell.code, cell.detail, [], _place
        FROM (SELECT _dataset, _line, _place, unnest([{", ".join(parts)}]) AS cell FROM checked
              WHERE problem IS NULL AND key_number = 1 AND NOT is_blank AND ({lost}))
        WHERE cell IS NOT NULL ORDER BY _dataset, _line""")


def _question(column: Column, contract: Contract) -> str:
    code = QUESTION_CODES.get(column.type, "bad_value")
    detail = _text(_expected(column, contract))
    place = f"'column': '{column.name}', 'value': {quoted('r_' + column.name)}"
    return f"CASE WHEN {_lost(column)} THEN {{{place}, 'code': '{code}', 'detail': {detail}}} END"


def _lost(column: Column) -> str:
    """True where a cell held something that did not come through."""
    raw, value = quoted("r_" + column.name), quoted(column.name)
    if column.type == "list":
        return f"coalesce(len({value}), 0) <> coalesce(len({quoted('t_' + column.name)}), 0)"
    return f"{raw} IS NOT NULL AND {value} IS NULL"


def _load(con: duckdb.DuckDBPyConnection, table: Table) -> None:
    raw = "{" + ", ".join(f"{_text(name)}: {quoted('r_' + name)}" for name in table.names) + "}"
    first_key = _text(table.key[0] if table.key else table.names[0])
    con.execute(f"""
        INSERT INTO quarantine
        SELECT _dataset, '{table.name}', _line, coalesce(problem."column", {first_key}),
            CASE coalesce(problem."column", {first_key}) {_raw_cases(table)} END,
            coalesce(problem.code, 'duplicate_key'), problem.detail, to_json({raw}), _place
        FROM checked WHERE NOT is_blank AND NOT {superseding.REPLACED}
            AND (problem IS NOT NULL OR key_number > 1) ORDER BY _rank, _line""")
    superseding.keep(con, table, raw)
    con.execute(f"""
        INSERT INTO skipped
        SELECT _dataset, '{table.name}', 'blank', count(*) FROM checked WHERE is_blank GROUP BY _dataset""")
    values = ", ".join(f"{quoted(c.name)}::{sql_type(c)} AS {quoted(c.name)}" for c in table.columns)
    order = ", ".join(quoted(name) for name in table.identity) or "_rank, _line"
    con.execute(f"""
        CREATE TABLE {table.name} AS SELECT {values}, _dataset AS dataset, _line AS line, _place AS cell FROM checked
        WHERE problem IS NULL AND key_number = 1 AND NOT is_blank ORDER BY {order}""")


def _raw_cases(table: Table) -> str:
    return " ".join(f"WHEN {_text(name)} THEN {quoted('r_' + name)}" for name in table.names)
