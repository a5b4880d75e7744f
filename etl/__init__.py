"""From input files to a published warehouse: read as text, type and check, resolve, derive, verify, publish."""
