"""The planner's workbook: what is planned, the history, the outlook with its hindcast, what it takes, who does what."""

from reports.plan.book import sections, workbook
from reports.plan.request import PlanRequest

__all__ = ["PlanRequest", "sections", "workbook"]
