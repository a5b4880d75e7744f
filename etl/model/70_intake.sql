-- How many entries each scope handed in to an edition, and how many it put on record, each with its basis.
CREATE TABLE intake_options AS
WITH handed_in AS (
    SELECT edition_id, 'all' AS scope_kind, 'all' AS scope_id, count(*) AS n, list_sort(list(DISTINCT source_id))
        AS sources
    FROM entries WHERE handed_in GROUP BY edition_id
    UNION ALL
    SELECT edition_id, 'government', government_id, count(*), list_sort(list(DISTINCT source_id))
    FROM entries WHERE handed_in AND government_id IS NOT NULL GROUP BY ALL
    UNION ALL
    SELECT edition_id, 'agency', agency_id, count(*), list_sort(list(DISTINCT source_id))
    FROM entries WHERE handed_in AND agency_id IS NOT NULL GROUP BY ALL
),
options AS (
    SELECT sc.edition_id, sc.scope_kind, sc.scope_id, sc.government_id, 'submitted' AS counted_as, 1 AS preference,
        i.submitted_stage AS stage_id, CASE WHEN i.submitted_stage IS NULL THEN y.government_id IS NOT NULL
             ELSE coalesce(x.extent IN ('complete', 'passed_only'), false) END AS whole, coalesce(h.n, 0) AS n,
        list_concat(coalesce(h.sources, []), CASE WHEN whole THEN list_append(coalesce(y.sources, []),
            x.coverage_source) ELSE [] END)
            AS row_sources
    FROM scopes sc
    LEFT JOIN intake_stages i USING (edition_id)
    LEFT JOIN handed_in h USING (edition_id, scope_kind, scope_id)
    LEFT JOIN stage_extents x ON x.edition_id = sc.edition_id AND x.stage_id = i.submitted_stage
        AND x.scope_kind = sc.scope_kind AND x.scope_id = sc.scope_id
    LEFT JOIN edition_facts e ON e.edition_id = sc.edition_id
    LEFT JOIN stated_years y ON y.government_id = sc.government_id AND y.year = e.year
    UNION ALL
    SELECT sc.edition_id, sc.scope_kind, sc.scope_id, sc.government_id, 'registered', 2, i.registered_stage,
        coalesce(r.whole_list, false), coalesce(r.passed, 0), coalesce(r.sources, [])
    FROM scopes sc
    JOIN intake_stages i ON i.edition_id = sc.edition_id AND i.registered_stage IS NOT NULL
    LEFT JOIN row_counts r ON r.edition_id = sc.edition_id AND r.stage_id = i.registered_stage
        AND r.scope_kind = sc.scope_kind AND r.scope_id = sc.scope_id
)
SELECT o.*, t.has_rivals, NOT o.whole AND t.value IS NOT NULL AS from_total,
    CASE WHEN o.whole THEN 'rows' WHEN t.comparator = '>=' THEN 'at_least' WHEN t.value IS NOT NULL THEN 'reported'
         WHEN o.n > 0 THEN 'at_least' ELSE 'unknown' END AS basis,
    CASE WHEN o.whole THEN o.n WHEN t.comparator = '>=' THEN greatest(t.value, o.n)
         WHEN t.value IS NOT NULL THEN t.value WHEN o.n > 0 THEN o.n END AS value,
    CASE WHEN basis IN ('reported', 'at_least') AND t.source_id IS NOT NULL THEN [t.source_id]
         WHEN basis = 'unknown' THEN [] ELSE o.row_sources END AS sources,
    CASE WHEN basis = 'at_least' THEN '>=' WHEN basis = 'reported' THEN t.comparator ELSE '=' END AS comparator
FROM options o
LEFT JOIN reported t ON t.edition_id = o.edition_id AND t.stage_id = o.stage_id AND t.scope_kind = o.scope_kind
    AND t.scope_id = o.scope_id AND t."group" IS NULL AND t.category IS NULL AND t.measure = 'entries' AND t.shown;

-- The one of the two that is shown: an exact figure before a lower bound, "handed in" before "registered".
CREATE TABLE intake_counts AS
SELECT j.edition_id, e.competition_id, e.year, j.scope_kind, j.scope_id, j.government_id,
    arg_min(counted_as, place) AS counted_as, arg_min(value, place) AS value, arg_min(basis, place) AS basis,
    arg_min(comparator, place) AS comparator,
    coalesce(bool_or(has_rivals), false) AS has_rivals, arg_min(from_total, place) AS from_total,
    list_sort(list_distinct(list_filter(arg_min(sources, place), lambda s: s IS NOT NULL))) AS sources
FROM (SELECT *, preference + CASE basis WHEN 'unknown' THEN 20 WHEN 'at_least' THEN 10 ELSE 0 END AS place
      FROM intake_options) j
JOIN edition_facts e USING (edition_id)
GROUP BY ALL;
