-- What each agency can do next, as of the build's day, from rows alone: enter an edition that is still open, revise or
-- hand in what it has begun there, send on what a lower contest of this year or the last has placed. `certain` says
-- whether the rows are known to be all there are; where they are not, "no entry" means none on record.
CREATE TABLE next_steps AS
WITH levels AS (
    SELECT e.*, list_position(['local', 'provincial', 'national'], e.competition_level) AS height,
        coalesce(e.closes_day >= (SELECT as_of FROM build_day), false) AS still_open
    FROM edition_facts e
),
to_enter AS (
    SELECT b.government_id, b.agency_id, NULL::VARCHAR AS unit_id, 'enter' AS kind, e.edition_id, NULL AS submission_id,
        NULL AS innovation, NULL AS stage_id, NULL AS outcome, NULL AS to_edition_id, e.closes_on AS due_on,
        e.closes_day AS due_day, c.extent = 'complete' AS certain, e.source_id
    FROM counted_editions c
    JOIN levels e ON e.edition_id = c.edition_id AND e.still_open
        AND coalesce(e.opens_day <= (SELECT as_of FROM build_day), true)
    JOIN board b ON b.government_id = c.government_id AND b.year = c.year AND b.state NOT IN ('met', 'exempt')
    WHERE NOT EXISTS (SELECT 1 FROM agency_members m JOIN entries n ON n.agency_id = m.member_id
        WHERE m.agency_id = b.agency_id AND m.year = b.year AND n.edition_id = e.edition_id)
),
last_results AS (
    SELECT n.submission_id, arg_max(r.stage_id, st.stage_order) AS stage_id, arg_max(st.kind, st.stage_order) AS kind,
        arg_max(r.outcome, st.stage_order) AS outcome,
        arg_max(coalesce(r.source_id, n.source_id), st.stage_order) AS source_id
    FROM entries n JOIN levels e ON e.edition_id = n.edition_id AND e.still_open
    JOIN stage_results r ON r.submission_id = n.submission_id
    JOIN stages st ON st.edition_id = n.edition_id AND st.stage_id = r.stage_id
    GROUP BY n.submission_id
),
begun AS (
    SELECT n.government_id, n.agency_id AS unit_id, n.year, CASE
            WHEN l.outcome = 'failed' OR (l.outcome = 'pending' AND l.kind = 'revised') THEN 'revise'
            WHEN l.outcome = 'pending' AND l.kind NOT IN ('registered', 'submitted') THEN 'prepare'
            ELSE 'hand_in' END AS kind,
        e.edition_id, n.submission_id, n.innovation, l.stage_id, l.outcome, NULL AS to_edition_id,
        e.closes_on AS due_on, e.closes_day AS due_day, true AS certain, coalesce(l.source_id, n.source_id) AS source_id
    FROM entries n JOIN levels e ON e.edition_id = n.edition_id AND e.still_open
    LEFT JOIN last_results l ON l.submission_id = n.submission_id
    WHERE n.agency_id IS NOT NULL AND NOT n.reached_hand_in AND NOT n.withdrawn
        AND n.competition_type IN ('contest', 'register')
        AND NOT coalesce(l.outcome = 'failed' AND l.kind IN ('identified', 'submitted'), false)
),
placed AS (
    SELECT n.*, e.height, e.owner_id FROM entries n JOIN levels e ON e.edition_id = n.edition_id AND e.height < 3
    WHERE n.competition_type = 'contest' AND n.agency_id IS NOT NULL AND NOT n.withdrawn
        AND n.innovation IS NOT NULL  -- one without a title cannot be recognised in another contest
        AND n.year BETWEEN (SELECT year(as_of) - 1 FROM build_day) AND (SELECT year(as_of) FROM build_day)
        AND (EXISTS (SELECT 1 FROM awards a WHERE a.submission_id = n.submission_id)
            OR EXISTS (SELECT 1 FROM stage_results r
                JOIN stages st ON st.edition_id = n.edition_id AND st.stage_id = r.stage_id
                WHERE r.submission_id = n.submission_id AND r.outcome = 'passed'
                    AND (st.kind IN ('shortlist', 'final', 'award')
                        OR (r.rank IS NOT NULL AND st.kind IN ('evaluation', 'presentation', 'field')))))
),
higher AS (
    SELECT p.submission_id, t.edition_id, t.closes_on, t.closes_day, t.still_open,
        coalesce(x.extent = 'complete', false) AS whole,
        EXISTS (SELECT 1 FROM entries h WHERE h.edition_id = t.edition_id AND h.innovation_key = p.innovation_key)
            AS sent
    FROM placed p
    JOIN levels t ON t.height > p.height AND t.year BETWEEN p.year AND p.year + 1
    JOIN applicable_editions a ON a.government_id = p.government_id AND a.edition_id = t.edition_id
    LEFT JOIN intake_stages i ON i.edition_id = t.edition_id
    LEFT JOIN stage_extents x ON x.edition_id = t.edition_id AND x.stage_id = i.submitted_stage
        AND x.scope_kind = 'government' AND x.scope_id = p.government_id
),
to_send AS (
    SELECT p.government_id, p.agency_id AS unit_id, p.year, 'forward' AS kind, p.edition_id, p.submission_id, p.innovation,
        p.best_stage_id AS stage_id, 'passed' AS outcome,
        arg_min(h.edition_id, (h.closes_day, h.edition_id)) FILTER (h.still_open) AS to_edition_id,
        arg_min(h.closes_on, (h.closes_day, h.edition_id)) FILTER (h.still_open) AS due_on,
        min(h.closes_day) FILTER (h.still_open) AS due_day,
        coalesce(bool_and(h.whole), false) AS certain, p.source_id
    FROM placed p LEFT JOIN higher h ON h.submission_id = p.submission_id
    GROUP BY ALL HAVING NOT coalesce(bool_or(h.sent), false)
),
of_entries AS (
    SELECT w.government_id, m.agency_id, CASE WHEN w.unit_id <> m.agency_id THEN w.unit_id END AS unit_id,
        w.* EXCLUDE (government_id, unit_id, year)
    FROM (SELECT * FROM begun UNION ALL BY NAME SELECT * FROM to_send) w
    JOIN agency_members m ON m.member_id = w.unit_id AND m.year = w.year
)
SELECT s.government_id, s.agency_id, s.unit_id, s.kind, e.competition_id, s.edition_id, e.year, s.submission_id,
    s.innovation, s.stage_id, s.outcome, s.to_edition_id, s.due_on, s.due_day, s.certain, s.source_id
FROM (SELECT * FROM to_enter UNION ALL BY NAME SELECT * FROM of_entries) s
JOIN edition_facts e ON e.edition_id = s.edition_id
ORDER BY s.government_id, s.agency_id, s.due_day NULLS LAST, s.kind, s.submission_id;
