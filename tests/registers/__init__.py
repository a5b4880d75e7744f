"""Acceptance of the import: real registers, and what a right import makes of each."""
