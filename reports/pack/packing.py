"""Office files that are the same bytes for the same content: no clock in the archive or its properties."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date

_FIXED = (1980, 1, 1, 0, 0, 0)
_STAMP = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:)")


def steady(content: bytes, made_on: date) -> bytes:
    """The same office file with fixed times; workbooks inside it (the data of charts) as well."""
    packed = io.BytesIO()
    day = f"{made_on.isoformat()}T00:00:00Z".encode()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            data = old.read(part)
            if part.filename.endswith(".xlsx"):
                data = steady(data, made_on)
            elif part.filename == "docProps/core.xml":
                data = _STAMP.sub(lambda found: found[1] + day + found[3], data)
            new.writestr(zipfile.ZipInfo(part.filename, _FIXED), data, zipfile.ZIP_DEFLATED)
    return packed.getvalue()
