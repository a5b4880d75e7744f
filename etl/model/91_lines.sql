-- Lines of agencies: an agency with those whose history it carries on. The history of an agency goes to its first-named
-- successor only, so that a split counts nothing twice, and on along a chain, up to an agency that is on the board of
-- its government's latest year. Successions that lead back to where they began lead nowhere.
CREATE TABLE line_members AS
WITH RECURSIVE named AS (
    SELECT a.agency_id, s.agency_id AS next_id FROM agencies a
    JOIN agencies s ON s.agency_id = a.succeeded_by[1] AND s.government_id = a.government_id
),
reached AS (
    SELECT agency_id, next_id, [agency_id] AS path FROM named
    UNION ALL
    SELECT r.agency_id, n.next_id, list_append(r.path, n.agency_id) FROM reached r JOIN named n ON n.agency_id = r.next_id
    WHERE NOT list_contains(r.path, r.next_id)
),
on_board AS (SELECT agency_id, max(year) AS last_year FROM board_agencies GROUP BY agency_id),
latest AS (SELECT government_id, max(year) AS year FROM board_years GROUP BY government_id),
current AS (
    SELECT a.agency_id FROM agencies a JOIN latest l USING (government_id)
    JOIN on_board b ON b.agency_id = a.agency_id AND b.last_year = l.year
),
links AS (
    SELECT * FROM named WHERE agency_id NOT IN (SELECT agency_id FROM reached WHERE next_id = agency_id)
        AND agency_id NOT IN (SELECT agency_id FROM current)
),
walk AS (
    SELECT agency_id AS member_id, agency_id AS at_id, 0 AS steps FROM on_board
    UNION ALL
    SELECT w.member_id, l.next_id, w.steps + 1 FROM walk w JOIN links l ON l.agency_id = w.at_id
),
held AS (SELECT w.* FROM walk w JOIN on_board b ON b.agency_id = w.at_id)
SELECT at_id AS agency_id, member_id,
    steps = max(steps) OVER (PARTITION BY member_id) AS is_last  -- the one that carries the member's history in the end
FROM held ORDER BY agency_id, member_id;

-- The years of each line, in the states of those of it that were on the board: met where one of them is; exempt and none
-- only where all of them are. An innovation that two of them handed in counts once.
CREATE TABLE line_states AS
WITH own AS (
    SELECT l.agency_id, l.member_id, b.* EXCLUDE (agency_id, sources, streak, streak_at_least, last_met_year),
        b.sources
    FROM line_members l JOIN board b ON b.agency_id = l.member_id
),
joined AS (
    SELECT government_id, agency_id, year, any_value(minimum_per_agency) AS minimum_per_agency,
        any_value(complete) AS complete, any_value(unattributed) AS unattributed,
        CASE WHEN bool_or(state = 'met') THEN 'met' WHEN bool_and(state = 'exempt') THEN 'exempt'
             WHEN bool_or(state = 'draft_only') THEN 'draft_only' WHEN bool_and(state = 'none') THEN 'none'
             ELSE 'no_data' END AS state,
        max(handed_in) AS most_by_one, count(*) AS members, sum(withdrawn) = sum(entries) AS all_withdrawn
    FROM own GROUP BY ALL
),
shared AS (
    SELECT l.agency_id, n.year, count(DISTINCT n.innovation_key) AS handed_in
    FROM joined j JOIN line_members l ON l.agency_id = j.agency_id
    JOIN counts_for f ON f.board_agency_id = l.member_id AND f.year = j.year
    JOIN entries n ON n.agency_id = f.agency_id AND n.year = f.year
    WHERE j.members > 1 AND n.handed_in AND n.competition_type IN ('contest', 'register') GROUP BY ALL
),
whose AS (
    SELECT o.agency_id, o.year, bool_or(o.member_id = o.agency_id AND o.state = j.state) AS own_state,
        list_sort(list(o.member_id) FILTER (o.state = j.state AND o.member_id <> o.agency_id)) AS alike,
        list_sort(list(o.member_id) FILTER (o.member_id <> o.agency_id)) AS others,
        list_sort(list_distinct(flatten(list(o.sources) FILTER (o.state = j.state)))) AS sources
    FROM own o JOIN joined j ON j.agency_id = o.agency_id AND j.year = o.year GROUP BY ALL
)
SELECT j.* EXCLUDE (members),
    CASE WHEN members > 1 THEN coalesce(s.handed_in, 0) ELSE most_by_one END AS handed_in,
    CASE WHEN w.own_state THEN [] ELSE coalesce(w.alike, w.others, []) END AS through,
    list_filter(coalesce(w.sources, []), lambda s: s IS NOT NULL) AS sources
FROM joined j JOIN whose w ON w.agency_id = j.agency_id AND w.year = j.year
LEFT JOIN shared s ON s.agency_id = j.agency_id AND s.year = j.year;

-- The same with what led to each state, by the rules of the board: years met in a row (an exempt year neither breaks the
-- run nor adds to it), whether there may be more (the run begins after a year without data, or where the line's years
-- begin or have a gap), the last year met. And what changed: `standing` is what a state says for certain; a year of which
-- not everything is known cannot say that an agency has fallen out or has come back.
CREATE TABLE lines AS
WITH known AS (
    SELECT *, year - row_number() OVER (PARTITION BY agency_id ORDER BY year) AS stretch,
        CASE WHEN state IN ('met', 'exempt') THEN state
             WHEN state = 'none' OR (state = 'draft_only' AND complete) THEN 'not' ELSE 'open' END AS standing
    FROM line_states
),
runs AS (
    SELECT *, count(*) FILTER (state NOT IN ('met', 'exempt')) OVER so_far AS run,
        max(year) FILTER (state = 'met') OVER (PARTITION BY agency_id ORDER BY year) AS last_met_year,
        arg_max(year, CASE WHEN state <> 'exempt' THEN year END) OVER before AS previous_year,
        arg_max(state, CASE WHEN state <> 'exempt' THEN year END) OVER before AS previous_state,
        arg_max(standing, CASE WHEN state <> 'exempt' THEN year END) OVER before AS previous_standing,
        arg_max(through, CASE WHEN state <> 'exempt' THEN year END) OVER before AS previous_through,
        coalesce(bool_or(standing = 'met') OVER ever_before, false) AS met_before,
        coalesce(bool_or(standing = 'open') OVER ever_before, false)
            OR stretch <> first_value(stretch) OVER (PARTITION BY agency_id ORDER BY year) AS open_before,
        first_value(year) OVER (PARTITION BY agency_id ORDER BY year) AS first_year
    FROM known
    WINDOW so_far AS (PARTITION BY agency_id, stretch ORDER BY year),
        before AS (PARTITION BY agency_id, stretch ORDER BY year ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING),
        ever_before AS (PARTITION BY agency_id ORDER BY year ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
),
begun AS (  -- agencies that are known to have come into being while the board of their government had begun
    SELECT r.agency_id, bool_and(y.year IS NULL) AND NOT bool_or(p.agency_id IS NOT NULL) AS anew
    FROM (SELECT DISTINCT government_id, agency_id, first_year FROM runs) r
    JOIN (SELECT government_id, min(year) AS year FROM board_years GROUP BY ALL) g
        ON g.government_id = r.government_id AND g.year < r.first_year
    LEFT JOIN (SELECT agency_id, min(year) AS year FROM agency_years GROUP BY ALL) y
        ON y.agency_id = r.agency_id AND y.year < r.first_year
    LEFT JOIN (SELECT DISTINCT unnest(succeeded_by) AS agency_id FROM agencies) p ON p.agency_id = r.agency_id
    GROUP BY r.agency_id
)
SELECT r.government_id, r.agency_id, r.year, state, through, minimum_per_agency, complete, handed_in, most_by_one,
    all_withdrawn, unattributed, sources,
    CASE WHEN state = 'met' THEN count(*) FILTER (state = 'met') OVER run_so_far ELSE 0 END AS streak,
    first_value(state) OVER run_so_far IN ('met', 'exempt', 'no_data') AS streak_at_least, last_met_year,
    CASE WHEN standing = 'exempt' THEN NULL
         WHEN previous_year IS NULL THEN CASE WHEN standing = 'met' AND NOT open_before THEN
             CASE WHEN b.anew THEN 'new' WHEN b.agency_id IS NOT NULL THEN 'new_known' END END
         WHEN standing = 'open' OR previous_standing = 'open' THEN 'unknown'
         WHEN standing = 'met' AND previous_standing = 'met' THEN 'kept'
         WHEN standing = 'met' THEN CASE WHEN met_before THEN 'back' WHEN open_before THEN 'new_known' ELSE 'new' END
         WHEN previous_standing = 'met' THEN 'lost' END AS change,
    previous_year, previous_state, coalesce(previous_through, []) AS previous_through,
    m.is_last AS carries_on
FROM runs r
JOIN line_members m ON m.agency_id = r.agency_id AND m.member_id = r.agency_id
LEFT JOIN begun b ON b.agency_id = r.agency_id
WINDOW run_so_far AS (PARTITION BY r.agency_id, stretch, run ORDER BY r.year)
ORDER BY r.government_id, r.year, r.agency_id;
