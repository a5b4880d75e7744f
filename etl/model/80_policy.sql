-- Governments that have a register of agencies, and the years their board speaks of: from the first to the last year in
-- which a contest could count for them, a policy or a statement about the year exists, or they entered one.
CREATE TABLE applicable_editions AS
SELECT g.government_id, e.edition_id, e.competition_id, e.year,
    coalesce(e.organiser_id = g.government_id, false) AS own
FROM governments g JOIN edition_facts e
    ON e.competition_type IN ('contest', 'register')
    AND (e.competition_level = 'national' OR e.organiser_id = g.government_id
        OR (e.competition_level = 'provincial' AND e.organiser_id = g.parent_id));

CREATE TABLE board_years AS
WITH boards AS (SELECT DISTINCT government_id FROM agencies),
spoken AS (
    SELECT government_id, year FROM applicable_editions
    UNION SELECT government_id, year FROM policies WHERE government_id IS NOT NULL
    UNION SELECT scope_id, year FROM coverage WHERE edition_id IS NULL AND scope_kind = 'government'
    UNION SELECT government_id, year FROM entries
)
SELECT government_id, unnest(range(min(year), max(year) + 1))::INTEGER AS year
FROM spoken JOIN boards USING (government_id) GROUP BY government_id;

-- The policy of each government and year, field by field: its own row of that year, else the national row of that year,
-- else the product's default. Rows do not carry over. Blank competitions: its own contests and registers of the year, or,
-- where it has none, the national ones and its province's.
CREATE TABLE policy_years AS
WITH stated AS (
    SELECT y.government_id, y.year, own.year IS NOT NULL AS has_own_row,
        coalesce(own.kinds_counted, nation.kinds_counted,
            ['dinas', 'badan', 'sekretariat', 'inspektorat', 'satpol', 'kecamatan', 'rsud']) AS kinds_counted,
        coalesce(own.roll_up, nation.roll_up, true) AS roll_up,
        coalesce(own.minimum_per_agency, nation.minimum_per_agency, 1) AS minimum_per_agency,
        coalesce(own.competitions_counted, nation.competitions_counted) AS stated_competitions,
        own.kinds_counted IS NULL AND nation.kinds_counted IS NULL AS kinds_by_default,
        coalesce(own.source_id, nation.source_id) AS source_id
    FROM board_years y
    LEFT JOIN policies own ON own.government_id = y.government_id AND own.year = y.year
    LEFT JOIN policies nation ON nation.government_id IS NULL AND nation.year = y.year
),
offered AS (
    SELECT government_id, year, list_sort(list(DISTINCT competition_id) FILTER (own)) AS own_ones,
        list_sort(list(DISTINCT competition_id)) AS all_ones
    FROM applicable_editions GROUP BY ALL
)
SELECT s.* EXCLUDE (stated_competitions), coalesce(s.stated_competitions, o.own_ones, o.all_ones, [])
    AS competitions_counted
FROM stated s LEFT JOIN offered o USING (government_id, year);

-- The editions that decide whether a government's year is complete, with what is known of its intake there.
CREATE TABLE counted_editions AS
SELECT p.government_id, p.year, e.edition_id, e.competition_id, i.submitted_stage AS stage_id,
    coalesce(own.extent, whole.extent, 'none') AS extent, coalesce(own.source_id, whole.source_id) AS source_id
FROM policy_years p
JOIN edition_facts e ON e.year = p.year AND list_contains(p.competitions_counted, e.competition_id)
LEFT JOIN intake_stages i ON i.edition_id = e.edition_id
LEFT JOIN stated_coverage own ON own.edition_id = e.edition_id AND own.stage_id = i.submitted_stage
    AND own.scope_kind = 'government' AND own.scope_id = p.government_id
LEFT JOIN coverage_of_parts whole ON whole.edition_id = e.edition_id AND whole.stage_id = i.submitted_stage
ORDER BY p.government_id, p.year, e.edition_id;

-- A government's year is complete where a statement about the year says so, or where every edition of the year among the
-- competitions its policy counts has a stage of kind `submitted` at which the government is complete (and there is one).
CREATE TABLE government_years AS
WITH whole AS (
    SELECT government_id, year, bool_and(extent = 'complete') AS complete, list_sort(list(DISTINCT source_id)) AS sources
    FROM counted_editions GROUP BY ALL
),
registers AS (
    SELECT scope_id AS government_id, year, arg_min(extent, line) AS extent, arg_min(source_id, line) AS source_id
    FROM coverage WHERE edition_id IS NULL AND scope_kind = 'government' AND stage_id = 'agencies' GROUP BY ALL
)
SELECT y.government_id, y.year, s.government_id IS NOT NULL OR coalesce(w.complete, false) AS complete,
    coalesce(s.sources, CASE WHEN w.complete THEN w.sources END, []) AS complete_sources,
    coalesce(r.extent, 'none') AS register_extent, r.source_id AS register_source
FROM board_years y
LEFT JOIN whole w USING (government_id, year)
LEFT JOIN stated_years s USING (government_id, year)
LEFT JOIN registers r USING (government_id, year);
