"""Days as people write them into a field: 31/1/2018, 31 Januari 2018, Rabu, 31 Januari 2018, 2018-01-31. Day first."""

from datetime import date

from etl import batches

_WHOLE = len("2018-01-31")


def read(said: str) -> date | None:
    """The day, read as the import reads it; None where the words are not surely one day."""
    found = batches.read_day(said, serial=False)
    whole = found.ok and found.value is not None and found.until is None and len(found.value) == _WHOLE
    return date.fromisoformat(str(found.value)) if whole else None
