"""From a file to tidy rows: what a register says, row by row, and what a person has to answer."""

from etl.registers.document import as_json
from etl.registers.reading import read_register

__all__ = ["as_json", "read_register"]
