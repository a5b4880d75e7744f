"""Which row of a key is in use: a later batch's before an earlier one's, any batch's before shipped data.

Within one data set, and between shipped ones, the first stays and the others are held back as duplicates. A row that
a batch replaced is no mistake: it is kept in `superseded` and counted as skipped."""

from __future__ import annotations

import duckdb

from etl.contract import Table
from etl.datasets import FIRST_BATCH_RANK
from etl.staging import quoted

# Where a row stands among those of its key, first is best.
_BEST = f"CASE WHEN _rank >= {FIRST_BATCH_RANK} THEN -_rank ELSE _rank END, _line"
_WORST = f"CASE WHEN _rank >= {FIRST_BATCH_RANK} THEN _rank ELSE -_rank END, _line DESC"
# A readable row of a key whose row in use came with a batch, from another data set than that one.
REPLACED = f"coalesce(problem IS NULL AND winner.rank >= {FIRST_BATCH_RANK} AND winner.dataset <> _dataset, false)"


def fill(con: duckdb.DuckDBPyConnection, table: Table) -> None:
    """Give blank cells of a batch that fills what the row it replaces says there."""
    if not table.identity or not con.execute(f"SELECT 1 FROM raw_{table.name} WHERE _fills LIMIT 1").fetchone():
        return
    identity = _identity(table)
    cells = [quoted(name) for name in table.names if name not in table.identity]
    if not cells:
        return
    last = ", ".join(f"CASE WHEN _fills THEN last_value({c} IGNORE NULLS) OVER span ELSE {c} END AS {c}" for c in cells)
    con.execute(f"""
        CREATE OR REPLACE TABLE raw_{table.name} AS
        WITH spans AS (
            SELECT *, count(*) FILTER (NOT _fills) OVER (PARTITION BY {identity} ORDER BY {_WORST}) AS _since
            FROM raw_{table.name}
        )
        SELECT * EXCLUDE (_since) REPLACE ({last}) FROM spans
        WINDOW span AS (PARTITION BY {identity}, _since ORDER BY {_WORST} ROWS UNBOUNDED PRECEDING)
        ORDER BY _rank, _line""")


def key_number(table: Table) -> str:
    """SQL: the place of a readable row among those of its key; 1 is in use, NULL is unreadable."""
    if not table.identity:
        return "1"
    return f"CASE WHEN problem IS NULL THEN row_number() OVER ({_same_key(table)} ORDER BY {_BEST}) END"


def winner(table: Table) -> str:
    """SQL: data set and rank of the row in use of this row's key."""
    own = "{'dataset': _dataset, 'rank': _rank}"
    return f"first_value({own}) OVER ({_same_key(table)} ORDER BY {_BEST})" if table.identity else own


def keep(con: duckdb.DuckDBPyConnection, table: Table, raw: str) -> None:
    """Move replaced rows from `checked` to `superseded`; `raw` is the SQL of their cells."""
    key = " || ' / ' || ".join(f"coalesce({quoted(name)}::VARCHAR, '')" for name in table.identity) or "''"
    con.execute(f"""
        INSERT INTO superseded
        SELECT _dataset, '{table.name}', _line, _place, {key}, to_json({raw}), winner.dataset
        FROM checked WHERE NOT is_blank AND {REPLACED} ORDER BY _rank, _line""")
    con.execute(f"""
        INSERT INTO skipped SELECT _dataset, '{table.name}', 'superseded', count(*) FROM checked
        WHERE NOT is_blank AND {REPLACED} GROUP BY _dataset""")


def _same_key(table: Table) -> str:
    return f"PARTITION BY problem IS NULL, {_identity(table)}"


def _identity(table: Table) -> str:
    return ", ".join(quoted(name) for name in table.identity)
