-- The count of those that came through each stage, with its basis: whole rows, else a published total, else "at least"
-- what some rows show, else unknown. Published totals also speak of scopes and groups that rows do not reach.
CREATE TABLE stage_counts AS
WITH totals AS (
    SELECT r.*, e.owner_id FROM reported r JOIN edition_facts e USING (edition_id)
    WHERE shown AND measure = 'entries' AND category IS NULL
),
keys AS (
    SELECT edition_id, stage_id, scope_kind, scope_id, "group" FROM row_counts WHERE scope_kind IN ('all',
        'government', 'agency')
    UNION
    SELECT edition_id, stage_id, scope_kind, scope_id, "group" FROM totals
)
SELECT k.edition_id, k.stage_id, k.scope_kind, k.scope_id, k."group",
    CASE k.scope_kind WHEN 'government' THEN k.scope_id WHEN 'agency' THEN a.government_id END AS government_id,
    st.stage_order, st.kind, st.name AS stage_name, c.concluded,
    r.extent, r.previous_stage_id, coalesce(r.whole_list, false) AS whole_list,
    r.entered AS row_entered, r.passed AS row_passed, r.failed AS row_failed, r.pending AS row_pending,
    r.withdrawn AS row_withdrawn, r.unknown AS row_unknown, r.sources AS row_sources,
    t.value AS total, CASE WHEN r.whole_list THEN '=' ELSE t.comparator END AS comparator,
    t.comparator AS total_comparator, t.source_id AS total_source, coalesce(t.has_rivals, false) AS has_rivals,
    CASE WHEN r.whole_list THEN 'rows'
         WHEN t.comparator = '>=' THEN 'at_least'
         WHEN t.value IS NOT NULL THEN 'reported'
         WHEN coalesce(r.passed, 0) > 0 THEN 'at_least'
         ELSE 'unknown' END AS basis,
    -- at presentations and visits a total counts those that took part: what some rows passed is no part of it
    coalesce(t.value IS NOT NULL AND NOT coalesce(r.whole_list, false) AND counts_who_took_part(st.kind), false)
        AS took_part,
    CASE WHEN r.whole_list THEN r.passed
         WHEN t.comparator = '>=' AND NOT took_part THEN greatest(t.value, coalesce(r.passed, 0))
         WHEN t.value IS NOT NULL THEN t.value
         WHEN coalesce(r.passed, 0) > 0 THEN r.passed END AS value,
    CASE WHEN basis IN ('reported', 'at_least') AND t.source_id IS NOT NULL THEN [t.source_id]
         WHEN basis = 'unknown' THEN [] ELSE list_filter(r.sources, lambda s: s IS NOT NULL) END AS sources
FROM keys k
JOIN stages st ON st.edition_id = k.edition_id AND st.stage_id = k.stage_id
JOIN stage_concluded c ON c.edition_id = k.edition_id AND c.stage_id = k.stage_id
LEFT JOIN agencies a ON a.agency_id = CASE k.scope_kind WHEN 'agency' THEN k.scope_id END
LEFT JOIN row_counts r ON r.edition_id = k.edition_id AND r.stage_id = k.stage_id AND r.scope_kind = k.scope_kind
    AND r.scope_id = k.scope_id AND r."group" IS NOT DISTINCT FROM k."group"
LEFT JOIN totals t ON t.edition_id = k.edition_id AND t.stage_id = k.stage_id AND t.scope_kind = k.scope_kind
    AND t.scope_id = k.scope_id AND t."group" IS NOT DISTINCT FROM k."group"
ORDER BY k.scope_kind, k.scope_id, k.edition_id, st.stage_order;
