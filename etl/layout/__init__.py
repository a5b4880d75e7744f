"""The layout of a sheet: where its tables stand, and what every other row is."""

from etl.layout.types import DataRow, Form, Heading, Layout, StatedTotal, Table
from etl.layout.walk import lay_out

__all__ = ["DataRow", "Form", "Heading", "Layout", "StatedTotal", "Table", "lay_out"]
