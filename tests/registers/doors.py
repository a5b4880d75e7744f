"""The doors of the import that the tests go through, in one place."""

from pathlib import Path

import duckdb

from etl import batches, registers
from etl.batches import Batch
from etl.context import Context
from etl.dry_run import DryRun, Given
from tests.etl.small import Root
from tests.registers.material import AS_OF, Register


def context(root: Root) -> Context:
    """What the data below a root already hold."""
    return Context.read(root.path, AS_OF)


def read(name: str, data: bytes, given: Given, known: Context) -> DryRun:
    """The dry run of one file."""
    return registers.read_register(name, data, given, known, quiet)


def first_answers(dry: DryRun) -> dict[str, str]:
    """An answer to each name that is asked about: the agency offered first, else that it is none."""
    names = [one for one in dry.questions if one.code == "unknown_agency" and one.value]
    return {str(one.value): one.suggestions[0].key if one.suggestions else "" for one in names}


def check(root: Root, register: Register) -> DryRun:
    """The dry run of one register against a data root."""
    return batches.check(register.name, register.data, register.given, root.path, context=context(root))


def confirm(root: Root, dry: DryRun) -> Batch:
    """Confirm a dry run: a batch, built and published."""
    return batches.add(dry, "Penguji", root.path)


def load(root: Root, register: Register) -> Batch:
    """Check a register and confirm."""
    return confirm(root, check(root, register))


def current(root: Root) -> Path:
    """The warehouse that was published last."""
    return max(root.published.glob("warehouse-*.duckdb"), key=lambda path: path.stat().st_mtime_ns)


def warehouse(root: Root) -> duckdb.DuckDBPyConnection:
    """A connection to it, for reading."""
    return duckdb.connect(str(current(root)), read_only=True)


def quiet(*_: object) -> None:
    """Progress that nobody reads."""
