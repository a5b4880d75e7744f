-- What became of the entries at each stage, counted from rows per scope: those that passed the stage before (of a group
-- the stage is for) or have a result here, less those withdrawn earlier. `no_result` entered and have no result here.
CREATE TABLE stage_flow AS
WITH results AS (
    SELECT n.edition_id, r.submission_id, r.stage_id, r.outcome, coalesce(r.source_id, n.source_id) AS source_id
    FROM stage_results r JOIN entries n USING (submission_id)
    UNION ALL  -- an entry with a result further on has been handed in, also where no row says so
    SELECT n.edition_id, n.submission_id, i.submitted_stage, 'passed', n.source_id
    FROM entries n JOIN intake_stages i USING (edition_id)
    WHERE n.reached_hand_in AND NOT n.has_submitted_result AND i.submitted_stage IS NOT NULL
),
seen AS (
    SELECT b.for_government, b.edition_id, b.stage_id, b.stage_order, b."group", r.submission_id, r.outcome,
        r.source_id
    FROM results r JOIN stage_before b ON b.edition_id = r.edition_id AND b.stage_id = r.stage_id
    UNION ALL
    SELECT b.for_government, b.edition_id, b.stage_id, b.stage_order, b."group", r.submission_id, NULL, r.source_id
    FROM results r JOIN stage_before b ON b.edition_id = r.edition_id AND b.previous_stage_id = r.stage_id
    WHERE r.outcome = 'passed' AND NOT EXISTS (
        SELECT 1 FROM results here WHERE here.submission_id = r.submission_id AND here.stage_id = b.stage_id)
),
placed AS (
    SELECT s.for_government, s.edition_id, s.stage_id, n.government_id, n.agency_id, s.outcome, s.source_id,
        v.for_government IS NOT NULL AS has_own_view
    FROM seen s JOIN entries n USING (submission_id)
    LEFT JOIN own_views v ON v.edition_id = s.edition_id AND v.for_government = n.government_id
    WHERE (s.for_government IS NULL OR s.for_government = n.government_id)
        AND (n.withdrawn_order IS NULL OR n.withdrawn_order >= s.stage_order)
        AND (s.outcome IS NOT NULL OR s."group" IS NULL OR list_contains(parts_of(s."group"), n."group"))
),
scoped AS (
    SELECT edition_id, stage_id, 'all' AS scope_kind, 'all' AS scope_id, outcome, source_id
    FROM placed WHERE for_government IS NULL
    UNION ALL
    SELECT edition_id, stage_id, 'government', government_id, outcome, source_id
    FROM placed WHERE government_id IS NOT NULL AND has_own_view = (for_government IS NOT NULL)
    UNION ALL
    SELECT edition_id, stage_id, 'agency', agency_id, outcome, source_id
    FROM placed WHERE agency_id IS NOT NULL AND has_own_view = (for_government IS NOT NULL)
)
SELECT edition_id, stage_id, scope_kind, scope_id, count(*) AS entered,
    count(*) FILTER (outcome = 'passed') AS passed,
    count(*) FILTER (outcome = 'failed') AS failed,
    count(*) FILTER (outcome = 'pending') AS pending,
    count(*) FILTER (outcome = 'withdrawn') AS withdrawn,
    count(*) FILTER (outcome = 'unknown') AS unknown,
    count(*) FILTER (outcome IS NULL) AS no_result,
    list_sort(list(DISTINCT source_id)) AS sources
FROM scoped GROUP BY ALL;

-- The same per scope cell, with entries that have no result judged by how complete the rows are: where the list is
-- whole, not being on it is "not selected" once the stage is concluded and "pending" before; else nobody knows.
CREATE TABLE row_counts AS
SELECT x.*, x.extent IN ('complete', 'passed_only') AS whole_list,
    coalesce(f.entered, 0) AS entered, coalesce(f.passed, 0) AS passed,
    coalesce(f.failed, 0) + CASE WHEN whole_list AND concluded THEN coalesce(f.no_result, 0) ELSE 0 END AS failed,
    coalesce(f.pending, 0) + CASE WHEN whole_list AND NOT concluded THEN coalesce(f.no_result, 0) ELSE 0
        END AS pending,
    coalesce(f.withdrawn, 0) AS withdrawn,
    coalesce(f.unknown, 0) + CASE WHEN whole_list THEN 0 ELSE coalesce(f.no_result, 0) END AS unknown,
    list_sort(list_distinct(list_concat(coalesce(f.sources, []),
        CASE WHEN whole_list THEN [x.coverage_source] ELSE [] END))) AS sources
FROM stage_extents x
LEFT JOIN stage_flow f USING (edition_id, stage_id, scope_kind, scope_id);
