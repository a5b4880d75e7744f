-- Agencies in force per year. Dates decide where known; an agency that has a successor and no known end is in force until
-- last seen; one without a known start is not in force before its predecessors have ended (nor before they began), nor,
-- where the register of the year is complete, before it was first seen.
CREATE TABLE agency_years AS
WITH spans AS (
    SELECT a.agency_id, a.government_id, a.kind, a.parent_id, a.first_seen,
        year(first_day_of(a.valid_from)) AS from_year,
        coalesce(year(last_day_of(a.valid_to)),
            CASE WHEN len(a.succeeded_by) > 0 THEN year(last_day_of(a.last_seen)) END) AS to_year
    FROM agencies a
),
succession AS (SELECT agency_id AS predecessor_id, unnest(succeeded_by) AS agency_id FROM agencies),
dated AS (
    SELECT s.*, y.year, g.register_extent
    FROM spans s JOIN board_years y USING (government_id) JOIN government_years g USING (government_id, year)
    WHERE coalesce(s.from_year <= y.year, true) AND coalesce(s.to_year >= y.year, true)
)
SELECT d.government_id, d.agency_id, d.year, d.kind, d.parent_id
FROM dated d
WHERE d.from_year IS NOT NULL
    OR (NOT EXISTS (SELECT 1 FROM succession c JOIN spans p ON p.agency_id = c.predecessor_id
            WHERE c.agency_id = d.agency_id AND coalesce(p.to_year >= d.year, true))
        AND NOT (d.register_extent = 'complete' AND coalesce(year(first_day_of(d.first_seen)) > d.year, false)));

-- The agencies on the board of a year: in force, and of a kind that the policy counts.
CREATE TABLE board_agencies AS
SELECT y.* FROM agency_years y JOIN policy_years p USING (government_id, year)
WHERE list_contains(p.kinds_counted, y.kind);

-- For whom an agency's entries count in a year: itself if it is on the board, else, where units count for their parent,
-- the nearest agency above it that is.
CREATE TABLE counts_for AS
WITH RECURSIVE climb AS (
    SELECT a.government_id, y.year, a.agency_id, a.agency_id AS at_id, 0 AS steps
    FROM agencies a JOIN board_years y USING (government_id)
    UNION ALL
    SELECT c.government_id, c.year, c.agency_id, a.parent_id, c.steps + 1
    FROM climb c JOIN agencies a ON a.agency_id = c.at_id
    JOIN policy_years p ON p.government_id = c.government_id AND p.year = c.year AND p.roll_up
    WHERE a.parent_id IS NOT NULL AND c.steps < 5 AND NOT EXISTS (
        SELECT 1 FROM board_agencies b WHERE b.agency_id = c.at_id AND b.year = c.year)
)
SELECT c.government_id, c.year, c.agency_id, c.at_id AS board_agency_id
FROM climb c JOIN board_agencies b ON b.agency_id = c.at_id AND b.year = c.year;

-- Entries that count towards the order: of contests and registers; a directory lists others' work, an award list results.
CREATE TABLE board_states AS
WITH counted AS (
    SELECT n.*, f.board_agency_id FROM entries n
    LEFT JOIN counts_for f ON f.agency_id = n.agency_id AND f.year = n.year
    WHERE n.competition_type IN ('contest', 'register')
),
per_agency AS (
    SELECT board_agency_id AS agency_id, year,
        count(DISTINCT innovation_key) FILTER (handed_in) AS handed_in,
        count(*) AS entries, count(*) FILTER (withdrawn) AS withdrawn,
        list_sort(list(DISTINCT source_id)) AS sources
    FROM counted WHERE board_agency_id IS NOT NULL GROUP BY ALL
),
unattributed AS (
    SELECT government_id, year, count(*) AS n FROM counted
    WHERE agency_id IS NULL AND government_id IS NOT NULL GROUP BY ALL
)
SELECT b.government_id, b.agency_id, b.year, p.minimum_per_agency, g.complete,
    coalesce(a.handed_in, 0) AS handed_in, coalesce(a.entries, 0) AS entries, coalesce(a.withdrawn, 0) AS withdrawn,
    CASE WHEN coalesce(a.handed_in, 0) >= p.minimum_per_agency THEN 'met'
         WHEN x.agency_id IS NOT NULL THEN 'exempt'
         WHEN a.entries > 0 THEN 'draft_only'
         WHEN g.complete THEN 'none'
         ELSE 'no_data' END AS state,
    coalesce(u.n, 0) AS unattributed,
    CASE WHEN state IN ('met', 'draft_only') THEN a.sources WHEN state = 'none' THEN g.complete_sources
         WHEN state = 'exempt' THEN [x.source_id] ELSE [] END AS sources
FROM board_agencies b
JOIN policy_years p USING (government_id, year)
JOIN government_years g USING (government_id, year)
LEFT JOIN per_agency a ON a.agency_id = b.agency_id AND a.year = b.year
LEFT JOIN exemptions x ON x.agency_id = b.agency_id AND x.year = b.year
LEFT JOIN unattributed u ON u.government_id = b.government_id AND u.year = b.year
ORDER BY b.government_id, b.year, b.agency_id;

-- The board with what led to each state: the years met in a row up to it (an exempt year neither breaks the run nor adds
-- to it), whether the run may be longer (it stops at a year without data, where the board begins, or at a year in which
-- the agency was not on it), the last year met.
CREATE TABLE board AS
WITH placed AS (
    SELECT *, year - row_number() OVER (PARTITION BY agency_id ORDER BY year) AS stretch FROM board_states
),
broken AS (
    SELECT *, count(*) FILTER (state NOT IN ('met', 'exempt')) OVER (PARTITION BY agency_id, stretch ORDER BY year) AS run,
        max(year) FILTER (state = 'met') OVER (PARTITION BY agency_id ORDER BY year) AS last_met_year
    FROM placed
)
SELECT * EXCLUDE (stretch, run),
    CASE WHEN state = 'met' THEN count(*) FILTER (state = 'met') OVER run_so_far ELSE 0 END AS streak,
    first_value(state) OVER run_so_far IN ('met', 'exempt', 'no_data') AS streak_at_least
FROM broken
WINDOW run_so_far AS (PARTITION BY agency_id, stretch, run ORDER BY year)
ORDER BY government_id, year, agency_id;
