-- Whose entries belong to an agency's record in a year: its own, and those of the units that count for it.
CREATE TABLE agency_members AS
WITH pairs AS (
    SELECT a.government_id, a.agency_id, y.year, a.agency_id AS member_id
    FROM agencies a CROSS JOIN (SELECT DISTINCT year FROM editions) y
    UNION
    SELECT government_id, board_agency_id, year, agency_id FROM counts_for
)
SELECT * FROM pairs ORDER BY agency_id, year, member_id;

-- The stages of each edition for an agency with its units: whole rows add up and make a rate; where some are not whole, or
-- stand as published totals beside rows, what passed is "at least so many" and there is no rate.
CREATE TABLE agency_steps AS
WITH placed AS (
    SELECT *, count(*) OVER (PARTITION BY agency_id, year) > 1 AS has_units FROM agency_members
),
found AS (
    SELECT m.government_id, m.agency_id, m.has_units, e.competition_id, e.year, s.edition_id, s.stage_id, s."group",
        s.stage_order, s.kind, s.stage_name, s.concluded, s.pair, s.from_stage_id, s.entered, s.passed, s.pending, s.basis,
        s.sources, s.reason
    FROM placed m
    JOIN stage_steps s ON s.scope_kind = 'agency' AND s.scope_id = m.member_id
    JOIN edition_facts e ON e.edition_id = s.edition_id AND e.year = m.year
),
joined AS (
    SELECT government_id, agency_id, competition_id, year, edition_id, stage_id, "group",
        any_value(stage_order) AS stage_order, any_value(kind) AS kind, any_value(stage_name) AS stage_name,
        any_value(concluded) AS concluded, count(*) = 1 AS alone,
        CASE WHEN alone THEN bool_and(pair IS NOT NULL) ELSE bool_and(coalesce(pair = 'rows', false)) END AS paired,
        CASE WHEN paired THEN any_value(from_stage_id) END AS from_stage_id,
        CASE WHEN paired OR alone THEN sum(entered)::BIGINT END AS entered, sum(passed)::BIGINT AS passed,
        CASE WHEN paired OR alone THEN sum(pending)::BIGINT END AS pending,
        CASE WHEN alone THEN any_value(basis) WHEN bool_and(basis = 'rows') THEN 'rows'
             WHEN sum(passed) > 0 THEN 'at_least' ELSE 'unknown' END AS basis,
        list_sort(list_distinct(flatten(list(sources)))) AS sources,
        CASE WHEN alone THEN any_value(reason)
             WHEN NOT paired THEN coalesce(min(reason) FILTER (pair IS DISTINCT FROM 'rows'), 'rows_partial')
             WHEN sum(entered) = 0 THEN 'no_entries'
             WHEN sum(pending) > 0 THEN 'in_progress|n=' || sum(pending) || '|m=' || sum(entered) END AS reason
    FROM found WHERE has_units GROUP BY ALL
)
SELECT * EXCLUDE (alone) FROM joined
UNION ALL BY NAME
SELECT * EXCLUDE (has_units, pair), pair IS NOT NULL AS paired FROM found WHERE NOT has_units
ORDER BY agency_id, edition_id, stage_order;
