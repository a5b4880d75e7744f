"""Metrics: one SQL file each over the published warehouse, read by pages, commands and files alike."""

from metrics.definition import FIXED, DefinitionError, Metric, catalogue
from metrics.engine import Scope, UnknownName, check_names, find_metric, listing, run
from metrics.records import records
from metrics.warehouse import NoWarehouse, Published, Warehouse, folder, locate, open_warehouse

__all__ = [
    "FIXED",
    "DefinitionError",
    "Metric",
    "NoWarehouse",
    "Published",
    "Scope",
    "UnknownName",
    "Warehouse",
    "catalogue",
    "check_names",
    "find_metric",
    "folder",
    "listing",
    "locate",
    "open_warehouse",
    "records",
    "run",
]
