"""`docs/metrics.md`, written from the metric files: the definitions that pages, commands and tests use."""

from __future__ import annotations

from metrics.definition import FIXED, Metric, catalogue

INTRODUCTION = """# Metrics

Written from `metrics/*.sql` by `python -m metrics.docs > docs/metrics.md`; change the metric file, not this page.

Every row carries its keys and own columns, and then {fixed}. `numerator` and `value` are
blank where unknown, with the cause in `reason`; unknown is never 0. `basis` says where the count comes from: `rows`
(the rows are all there are), `reported` (a published total), `at_least` (some rows, or a source that only says so), or
`unknown`. The same rows come from `python -m metrics run ID`.
"""


def render() -> str:
    """The whole page as Markdown."""
    fixed = ", ".join(f"`{name}`" for name in FIXED)
    parts = [INTRODUCTION.format(fixed=fixed), *(_section(metric) for metric in catalogue().values())]
    return "\n".join(parts)


def _section(metric: Metric) -> str:
    columns = [name for name in metric.all_columns if name not in (*metric.keys, *FIXED)]
    return f"""## `{metric.id}`: {metric.title["en"]} ({metric.title["id"]})

{metric.means["en"]}

- **It is not:** {metric.means_not["en"]}
- **Mind:** {metric.caveats["en"]}
- **Unit:** {metric.unit}. **Better:** {metric.good}. **Grain:** {metric.grain}.
- **Keys:** {_names(metric.keys)}. **Own columns:** {_names(columns) or "none"}.
"""


def _names(names: tuple[str, ...] | list[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


if __name__ == "__main__":
    print(render(), end="")
