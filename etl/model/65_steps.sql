-- Each stage beside what came into it, as far as both sides are known and speak of the same entries. Rows are taken
-- where both sides are whole lists; else published totals, against the nearest earlier total of the same scope and group.
-- `pair` says which; where it is NULL there is no rate, and `reason` says why.
CREATE TABLE stage_steps AS
WITH earlier AS (
    SELECT t.edition_id, t.stage_id, t.scope_kind, t.scope_id, t."group", t.value AS passed, t.sources,
        arg_max(f.stage_id, f.stage_order) AS from_stage_id, arg_max(f.value, f.stage_order) AS entered,
        arg_max(f.sources, f.stage_order) AS from_sources
    FROM exact_totals t JOIN exact_totals f ON f.edition_id = t.edition_id AND f.scope_kind = t.scope_kind
        AND f.scope_id = t.scope_id AND f."group" IS NOT DISTINCT FROM t."group" AND f.stage_order < t.stage_order
    WHERE NOT counts_who_took_part(t.kind)
    GROUP BY ALL
),
other_groups AS (
    SELECT edition_id, scope_kind, scope_id, min(stage_order) AS first_order FROM exact_totals GROUP BY ALL
),
sides AS (
    SELECT c.*, p.extent AS previous_extent, coalesce(p.whole_list, false) AS previous_whole,
        e.from_stage_id AS total_from, e.entered AS total_entered, e.passed AS total_passed,
        list_sort(list_distinct(list_concat(e.sources, e.from_sources))) AS total_sources,
        list_sort(list_distinct(list_concat(c.row_sources, p.sources))) AS both_sources,
        o.first_order < c.stage_order AS totals_before
    FROM stage_counts c
    LEFT JOIN row_counts p ON p.edition_id = c.edition_id AND p.stage_id = c.previous_stage_id
        AND p.scope_kind = c.scope_kind AND p.scope_id = c.scope_id
    LEFT JOIN earlier e ON e.edition_id = c.edition_id AND e.stage_id = c.stage_id AND e.scope_kind = c.scope_kind
        AND e.scope_id = c.scope_id AND e."group" IS NOT DISTINCT FROM c."group"
    LEFT JOIN other_groups o ON o.edition_id = c.edition_id AND o.scope_kind = c.scope_kind
        AND o.scope_id = c.scope_id
),
paired AS (
    SELECT *, CASE
        WHEN whole_list AND previous_stage_id IS NOT NULL AND previous_whole AND row_unknown = 0 THEN 'rows'
        WHEN total_entered IS NOT NULL AND total_passed <= total_entered THEN 'reported' END AS pair
    FROM sides
)
SELECT edition_id, stage_id, scope_kind, scope_id, "group", government_id, stage_order, kind, stage_name,
    concluded, pair,
    has_rivals, value AS count_value, basis AS count_basis, comparator,
    CASE pair WHEN 'rows' THEN previous_stage_id WHEN 'reported' THEN total_from END AS from_stage_id,
    CASE WHEN pair = 'rows' THEN row_entered WHEN pair = 'reported' THEN total_entered
         WHEN took_part THEN value
         WHEN whole_list AND extent = 'complete' AND (previous_stage_id IS NULL OR previous_whole) THEN row_entered
             END AS entered,
    CASE WHEN pair = 'rows' THEN row_passed WHEN pair = 'reported' THEN total_passed
         WHEN took_part THEN NULL ELSE value END AS passed,
    CASE WHEN pair = 'rows' THEN row_failed WHEN pair = 'reported' AND concluded THEN total_entered - total_passed
         WHEN whole_list AND extent = 'complete' THEN row_failed END AS failed,
    CASE WHEN pair = 'rows' OR (whole_list AND extent = 'complete') THEN row_pending END AS pending,
    CASE WHEN pair = 'rows' OR (whole_list AND extent = 'complete') THEN row_withdrawn END AS withdrawn,
    CASE WHEN pair = 'rows' THEN 'rows' WHEN pair = 'reported' THEN 'reported' ELSE basis END AS basis,
    list_filter(coalesce(CASE pair WHEN 'rows' THEN both_sources WHEN 'reported'
        THEN total_sources ELSE sources END, []),
        lambda s: s IS NOT NULL) AS sources,
    CASE WHEN pair = 'rows' AND row_entered = 0 THEN 'no_entries'
         WHEN pair = 'rows' AND row_pending > 0 THEN 'in_progress|n=' || row_pending || '|m=' || row_entered
         WHEN pair IS NOT NULL THEN NULL
         WHEN total_entered IS NOT NULL THEN 'totals_disagree|n=' || total_passed || '|m=' || total_entered
         WHEN basis = 'unknown' THEN 'no_coverage'
         WHEN took_part THEN 'took_part_only'
         WHEN basis = 'reported' AND comparator = '~' THEN 'approximate'
         WHEN basis = 'at_least' AND total IS NOT NULL THEN 'at_least_total'
         WHEN basis = 'at_least' THEN 'rows_partial'
         WHEN whole_list AND previous_stage_id IS NOT NULL AND NOT previous_whole THEN
            CASE extent WHEN 'passed_only' THEN 'winners_only' ELSE 'denominator_unknown' END
         WHEN whole_list AND extent = 'passed_only' THEN 'winners_only'
         WHEN whole_list AND row_unknown > 0 AND previous_stage_id IS NOT NULL
             THEN 'unknown_outcomes|n=' || row_unknown
         WHEN whole_list THEN 'first_stage'
         WHEN totals_before THEN CASE WHEN "group" IS NULL THEN 'denominator_unknown' ELSE 'not_comparable_group' END
         WHEN stage_order = 1 OR previous_stage_id IS NULL THEN 'first_stage'
         ELSE 'denominator_unknown' END AS reason
FROM paired
ORDER BY scope_kind, scope_id, edition_id, stage_order;
