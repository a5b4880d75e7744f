"""The doors of the import that the tests go through, in one place."""

from etl import batches, registers
from etl.batches import Batch
from etl.context import Context
from etl.dry_run import DryRun, Given
from tests.etl.small import Root
from tests.registers.material import AS_OF, Register

NOBODY = Given()


def context(root: Root) -> Context:
    """What the data below a root already hold."""
    return Context.read(root.path, AS_OF)


def read(name: str, data: bytes, given: Given, known: Context) -> DryRun:
    """The dry run of one file."""
    return registers.read_register(name, data, given, known, quiet)


def check(root: Root, register: Register, given: Given | None = None) -> DryRun:
    """The dry run of one register against a data root."""
    return batches.check(register.name, register.data, given or register.given, root.path)


def load(root: Root, register: Register, given: Given | None = None) -> Batch:
    """Check a register and confirm: a batch, built and published."""
    return batches.add(check(root, register, given), "Penguji", root.path)


def quiet(*_: object) -> None:
    """Progress that nobody reads."""
