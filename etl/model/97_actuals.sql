-- The numbers that targets speak of, for the scopes that have any target: per kind of target, contest and year. What the
-- board says (participation, per agency) is of the year as a whole and stands without a contest or edition.
CREATE TABLE actuals AS
WITH award_lists AS (  -- awards per edition and government; whole where the lists of its finals are
    SELECT f.government_id, e.competition_id, e.edition_id, e.year, f.whole, coalesce(a.n, 0) AS n,
        coalesce(a.sources, []) AS sources
    FROM (SELECT edition_id, scope_id AS government_id, bool_and(whole_list AND concluded) AS whole FROM stage_counts
          WHERE scope_kind = 'government' AND kind IN ('final', 'award') GROUP BY ALL) f
    JOIN edition_facts e ON e.edition_id = f.edition_id
    LEFT JOIN (SELECT n.edition_id, n.government_id, count(*) AS n, list(DISTINCT a.source_id) AS sources
               FROM awards a JOIN entries n ON n.submission_id = a.submission_id GROUP BY ALL) a
        ON a.edition_id = f.edition_id AND a.government_id = f.government_id
),
actuals AS (
    SELECT 'submissions' AS metric, e.competition_id, e.edition_id, e.year, i.scope_kind, i.scope_id,
        i.value::DOUBLE AS value, i.basis,
        i.comparator, i.sources
    FROM intake_options i JOIN edition_facts e ON e.edition_id = i.edition_id WHERE i.counted_as = 'submitted'
    UNION ALL
    SELECT 'registered', e.competition_id, e.edition_id, e.year, c.scope_kind, c.scope_id, c.value, c.basis,
        c.comparator, c.sources
    FROM stage_counts c
    JOIN intake_stages i ON i.edition_id = c.edition_id AND i.registered_stage = c.stage_id
    JOIN edition_facts e ON e.edition_id = c.edition_id WHERE c."group" IS NULL
    UNION ALL
    SELECT 'reach:' || c.stage_id, e.competition_id, e.edition_id, e.year, c.scope_kind, c.scope_id, c.value,
        c.basis, c.comparator, c.sources
    FROM stage_counts c
    JOIN stages s ON s.edition_id = c.edition_id AND s.stage_id = c.stage_id
        AND s."group" IS NOT DISTINCT FROM c."group"
    JOIN edition_facts e ON e.edition_id = c.edition_id
    UNION ALL
    SELECT 'awards', CASE WHEN grouping(edition_id) = 0 THEN competition_id END,
        CASE WHEN grouping(edition_id) = 0 THEN edition_id END, year, 'government', government_id, sum(n),
        CASE WHEN bool_and(whole) THEN 'rows' WHEN sum(n) > 0 THEN 'at_least' ELSE 'unknown' END,
        CASE WHEN bool_and(whole) THEN '=' ELSE '>=' END, list_sort(list_distinct(flatten(list(sources))))
    FROM award_lists GROUP BY GROUPING SETS ((competition_id, edition_id, year, government_id), (year, government_id))
    UNION ALL
    SELECT 'rank', e.competition_id, e.edition_id, e.year, 'government', r.government_id, r.rank, 'rows', '=',
        [r.source_id]
    FROM government_results r JOIN edition_facts e ON e.edition_id = r.edition_id WHERE r.rank IS NOT NULL
    UNION ALL
    SELECT 'submissions', NULL, NULL, g.year, 'government', g.government_id, count(DISTINCT n.innovation_key),
        CASE WHEN g.complete THEN 'rows' ELSE 'at_least' END, CASE WHEN g.complete THEN '=' ELSE '>=' END,
        list_sort(list(DISTINCT n.source_id))
    FROM government_years g JOIN entries n ON n.government_id = g.government_id AND n.year = g.year
    WHERE n.handed_in AND n.competition_type IN ('contest', 'register') GROUP BY g.government_id, g.year, g.complete
    UNION ALL
    SELECT m.metric, NULL, NULL, b.year, 'government', b.government_id, CASE m.metric
            WHEN 'participation'
            THEN count(*) FILTER (b.state = 'met') / nullif(count(*) FILTER (b.state <> 'exempt'), 0)::DOUBLE
            ELSE min(b.handed_in) FILTER (b.state <> 'exempt') END,
        'rows', '=', list_sort(list_distinct(flatten(list(b.sources))))
    FROM board b CROSS JOIN (VALUES ('participation'), ('submissions_per_agency')) AS m(metric)
    GROUP BY m.metric, b.year, b.government_id HAVING bool_and(b.state <> 'no_data')
)
SELECT a.* FROM actuals a
WHERE (a.scope_kind, a.scope_id) IN (SELECT (scope_kind, scope_id) FROM targets);
