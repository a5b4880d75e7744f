"""What is realistic next year, and what it takes: forecasts, pass rates, the solver, allocation and hindcasts.

The arithmetic (`counts`, `hindcast`, `pooling`, `outcome`, `solver`, `allocation`, `scenarios`, `course`) works on
plain numbers and arrays; `series`, `evidence`, `caps` and `agencies` read what it needs from the metrics; `projection`
puts them together for a page or a file, `answers` for the command line. docs/planning.md has the formulas and their
sources.
"""
