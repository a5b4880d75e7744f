-- title.id = "Target dan realisasi"
-- title.en = "Targets and actuals"
-- unit = "share of target"
-- good = "more"
-- grain = "target"
-- keys = ["target_id", "government_id", "scope_kind", "scope_id", "edition_id", "year", "target_metric", "comparator"]
-- columns = ["gap", "previous", "change", "change_pct", "pace_per_week"]
-- means.id = "Realisasi dibagi target untuk tiap target yang berdokumen, dengan selisih, kenaikan terhadap realisasi tahun sebelumnya, dan laju per minggu yang diperlukan sampai penutupan."
-- means.en = "Actual over target for each documented target, with the gap, the change on the previous year's actual, and the pace per week required until closing."
-- means_not.id = "Realisasi yang tidak diketahui tetap tidak diketahui; bukan 0 dan bukan 0 %."
-- means_not.en = "An unknown actual stays unknown; it is neither 0 nor 0 %."
-- caveats.id = "Tahun sebelumnya adalah tepat satu tahun sebelum target, lomba dan cakupan yang sama. Realisasi 'paling sedikit' tidak dibandingkan."
-- caveats.en = "The previous year is exactly one year before the target, of the same contest and scope. An 'at least' actual is not compared."
WITH goals AS (
    SELECT t.*, e.competition_id, coalesce(t.year, e.year) AS goal_year,
        CASE WHEN t.metric = 'participation' AND t.value > 1 THEN 100 ELSE 1 END AS unit,  -- "90" is 90 %, "0.9" too
        e.opens_day, e.closes_day
    FROM warehouse.targets t LEFT JOIN warehouse.edition_facts e ON e.edition_id = t.edition_id
),
award_lists AS (  -- awards per edition and government; whole where the lists of its finals are
    SELECT f.government_id, e.competition_id, e.year, f.whole, coalesce(a.n, 0) AS n, coalesce(a.sources, []) AS sources
    FROM (SELECT edition_id, scope_id AS government_id, bool_and(whole_list AND concluded) AS whole FROM warehouse.stage_counts
          WHERE scope_kind = 'government' AND kind IN ('final', 'award') GROUP BY ALL) f
    JOIN warehouse.edition_facts e ON e.edition_id = f.edition_id
    LEFT JOIN (SELECT n.edition_id, n.government_id, count(*) AS n, list(DISTINCT a.source_id) AS sources
               FROM warehouse.awards a JOIN warehouse.entries n ON n.submission_id = a.submission_id GROUP BY ALL) a
        ON a.edition_id = f.edition_id AND a.government_id = f.government_id
),
actuals AS (
    SELECT 'submissions' AS metric, e.competition_id, e.year, i.scope_kind, i.scope_id, i.value::DOUBLE AS value, i.basis,
        i.comparator, i.sources
    FROM warehouse.intake_options i JOIN warehouse.edition_facts e ON e.edition_id = i.edition_id WHERE i.counted_as = 'submitted'
    UNION ALL
    SELECT 'registered', e.competition_id, e.year, c.scope_kind, c.scope_id, c.value, c.basis, c.comparator, c.sources
    FROM warehouse.stage_counts c
    JOIN warehouse.intake_stages i ON i.edition_id = c.edition_id AND i.registered_stage = c.stage_id
    JOIN warehouse.edition_facts e ON e.edition_id = c.edition_id WHERE c."group" IS NULL
    UNION ALL
    SELECT 'reach:' || c.stage_id, e.competition_id, e.year, c.scope_kind, c.scope_id, c.value, c.basis, c.comparator, c.sources
    FROM warehouse.stage_counts c
    JOIN warehouse.stages s ON s.edition_id = c.edition_id AND s.stage_id = c.stage_id AND s."group" IS NOT DISTINCT FROM c."group"
    JOIN warehouse.edition_facts e ON e.edition_id = c.edition_id
    UNION ALL
    SELECT 'awards', CASE WHEN grouping(competition_id) = 0 THEN competition_id END, year, 'government', government_id, sum(n),
        CASE WHEN bool_and(whole) THEN 'rows' WHEN sum(n) > 0 THEN 'at_least' ELSE 'unknown' END,
        CASE WHEN bool_and(whole) THEN '=' ELSE '>=' END, list_sort(list_distinct(flatten(list(sources))))
    FROM award_lists GROUP BY GROUPING SETS ((competition_id, year, government_id), (year, government_id))
    UNION ALL
    SELECT 'rank', e.competition_id, e.year, 'government', r.government_id, r.rank, 'rows', '=', [r.source_id]
    FROM warehouse.government_results r JOIN warehouse.edition_facts e ON e.edition_id = r.edition_id WHERE r.rank IS NOT NULL
    UNION ALL
    SELECT 'submissions', NULL, g.year, 'government', g.government_id, count(DISTINCT n.innovation_key),
        CASE WHEN g.complete THEN 'rows' ELSE 'at_least' END, CASE WHEN g.complete THEN '=' ELSE '>=' END,
        list_sort(list(DISTINCT n.source_id))
    FROM warehouse.government_years g JOIN warehouse.entries n ON n.government_id = g.government_id AND n.year = g.year
    WHERE n.handed_in AND n.competition_type IN ('contest', 'register') GROUP BY g.government_id, g.year, g.complete
    UNION ALL
    SELECT m.metric, c.competition_id, b.year, 'government', b.government_id, CASE m.metric
            WHEN 'participation' THEN count(*) FILTER (b.state = 'met') / nullif(count(*) FILTER (b.state <> 'exempt'), 0)::DOUBLE
            ELSE min(b.handed_in) FILTER (b.state <> 'exempt') END,
        'rows', '=', list_sort(list_distinct(flatten(list(b.sources))))
    FROM warehouse.board b CROSS JOIN (VALUES ('participation'), ('submissions_per_agency')) AS m(metric)
    JOIN (SELECT DISTINCT competition_id, year FROM warehouse.edition_facts UNION SELECT NULL, year FROM warehouse.board_years) c
        ON c.year = b.year
    GROUP BY m.metric, c.competition_id, b.year, b.government_id HAVING bool_and(b.state <> 'no_data')
),
joined AS (
    SELECT g.*, a.value * g.unit AS actual, coalesce(a.basis, 'unknown') AS basis, a.comparator AS actual_comparator,
        list_filter(list_sort(list_distinct(list_append(coalesce(a.sources, []), g.source_id))), lambda s: s IS NOT NULL) AS sources,
        CASE WHEN p.basis IN ('rows', 'reported') AND p.comparator IS DISTINCT FROM '~' THEN p.value * g.unit END AS previous,
        coalesce(a.basis IN ('rows', 'reported') AND a.comparator IS DISTINCT FROM '~', false) AS exact,
        (SELECT as_of FROM warehouse.build_day) AS today
    FROM goals g
    LEFT JOIN actuals a ON a.metric = g.metric AND a.competition_id IS NOT DISTINCT FROM g.competition_id AND a.year = g.goal_year
        AND a.scope_kind = g.scope_kind AND a.scope_id = g.scope_id
    LEFT JOIN actuals p ON p.metric = g.metric AND p.competition_id IS NOT DISTINCT FROM g.competition_id
        AND p.year = g.goal_year - 1 AND p.scope_kind = g.scope_kind AND p.scope_id = g.scope_id
)
SELECT target_id, CASE scope_kind WHEN 'government' THEN scope_id
        WHEN 'agency' THEN (SELECT a.government_id FROM warehouse.agencies a WHERE a.agency_id = scope_id) END AS government_id,
    scope_kind, scope_id, edition_id, goal_year AS year, metric AS target_metric, comparator,
    CASE WHEN exact THEN actual - value END AS gap, previous, value - previous AS change,
    (value - previous) / nullif(previous, 0) AS change_pct,
    CASE WHEN metric IN ('submissions', 'registered') AND comparator <> 'at_most' AND closes_day > today
            AND coalesce(opens_day <= today, true) AND actual IS NOT NULL AND value IS NOT NULL
         THEN greatest(0, value - actual) / (date_diff('day', today, closes_day) / 7.0) END AS pace_per_week,
    actual AS numerator, value AS denominator,
    CASE WHEN exact AND metric <> 'rank' THEN actual / nullif(value, 0) END AS value,
    NULL::DOUBLE AS low, NULL::DOUBLE AS high, basis, sources,
    CASE WHEN metric = 'submissions_per_division' THEN 'not_measured'
         WHEN actual IS NULL AND closes_day >= today AND coalesce(opens_day <= today, true) THEN 'still_open'
         WHEN actual IS NULL THEN 'actual_unknown'
         WHEN value IS NULL THEN 'target_without_number'
         WHEN actual_comparator = '~' THEN 'approximate'
         WHEN NOT exact THEN 'rows_partial'
         WHEN metric = 'rank' THEN 'rank_no_share' END AS reason
FROM joined
