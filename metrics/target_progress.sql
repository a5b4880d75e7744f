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
        e.opens_day, e.closes_day,
        CASE WHEN t.metric NOT IN ('participation', 'submissions_per_agency') THEN e.competition_id
            END AS of_competition,
        CASE WHEN of_competition IS NOT NULL THEN t.edition_id END AS of_edition
    FROM warehouse.targets t LEFT JOIN warehouse.edition_facts e ON e.edition_id = t.edition_id
),
yearly AS (  -- the year before is known where the contest had one edition in it
    SELECT metric, competition_id, year, scope_kind, scope_id, any_value(value) AS value, any_value(basis) AS basis,
        any_value(comparator) AS comparator
    FROM warehouse.actuals GROUP BY ALL HAVING count(*) = 1
),
joined AS (
    SELECT g.*, a.value * g.unit AS actual, coalesce(a.basis, 'unknown') AS basis, a.comparator AS actual_comparator,
        list_filter(list_sort(list_distinct(list_append(coalesce(a.sources, []), g.source_id))),
            lambda s: s IS NOT NULL) AS sources,
        CASE WHEN p.basis IN ('rows', 'reported') AND p.comparator IS DISTINCT FROM '~' THEN p.value * g.unit
            END AS previous,
        coalesce(a.basis IN ('rows', 'reported') AND a.comparator IS DISTINCT FROM '~', false) AS exact,
        (SELECT as_of FROM warehouse.build_day) AS today
    FROM goals g
    LEFT JOIN warehouse.actuals a ON a.metric = g.metric AND a.edition_id IS NOT DISTINCT FROM g.of_edition
        AND a.year = g.goal_year
        AND a.scope_kind = g.scope_kind AND a.scope_id = g.scope_id
    LEFT JOIN yearly p ON p.metric = g.metric AND p.competition_id IS NOT DISTINCT FROM g.of_competition
        AND p.year = g.goal_year - 1 AND p.scope_kind = g.scope_kind AND p.scope_id = g.scope_id
)
SELECT target_id, CASE scope_kind WHEN 'government' THEN scope_id
        WHEN 'agency' THEN (SELECT a.government_id FROM warehouse.agencies a WHERE a.agency_id = scope_id)
            END AS government_id,
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
