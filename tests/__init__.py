"""Makes `tests` a package of this repository, before any package of that name among the installed ones."""
