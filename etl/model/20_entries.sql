-- Agencies a written name may stand for in the year of the edition: those not ended by then, narrowed to those begun.
-- Where all that bear the name had ended, a spelling that a person confirmed (table aliases) answers for it.
CREATE TABLE attributions AS
WITH written_names AS (
    SELECT DISTINCT s.government_id, s.agency AS written, e.year
    FROM submissions s JOIN edition_facts e USING (edition_id)
),
meant AS (
    SELECT government_id, written, agency_id, 1 AS place FROM agency_matches
    UNION
    SELECT government_id, alias, agency_id, 2 FROM aliases
),
candidates AS (
    SELECT DISTINCT m.government_id, m.written, y.year, m.place, a.agency_id,
        coalesce(year(last_day_of(a.valid_to)) < y.year, false) AS ended,
        coalesce(year(first_day_of(a.valid_from)) > y.year, false) AS to_come
    FROM meant m
    JOIN written_names y USING (government_id, written)
    JOIN agencies a ON a.agency_id = m.agency_id
),
grouped AS (
    SELECT government_id, written, year, place,
        list(agency_id ORDER BY agency_id) FILTER (NOT ended) AS alive,
        list(agency_id ORDER BY agency_id) FILTER (NOT ended AND NOT to_come) AS begun,
        list(agency_id ORDER BY agency_id) AS every
    FROM candidates GROUP BY government_id, written, year, place
    QUALIFY row_number() OVER (PARTITION BY government_id, written, year ORDER BY alive IS NULL, place) = 1
)
SELECT government_id, written, year, every,
    CASE WHEN len(alive) = 1 THEN alive[1] WHEN len(begun) = 1 THEN begun[1] END AS agency_id,
    CASE WHEN len(alive) = 1 OR len(begun) = 1 THEN 'named'
         WHEN alive IS NULL THEN 'ended' ELSE 'ambiguous' END AS attribution
FROM grouped;

-- How far each entry came, from its own results.
CREATE TABLE entry_progress AS
SELECT r.submission_id,
    bool_or(CASE WHEN st.kind = 'submitted' THEN r.outcome = 'passed' ELSE NOT before_hand_in(st.kind) END) AS got_in,
    bool_or(r.outcome = 'withdrawn') AS pulled_out,
    min(st.stage_order) FILTER (r.outcome = 'withdrawn') AS withdrawn_order,
    bool_or(st.kind = 'submitted') AS has_submitted_result,
    max(st.stage_order) FILTER (r.outcome = 'passed') AS best_stage_order,
    arg_max(r.stage_id, st.stage_order) FILTER (r.outcome = 'passed') AS best_stage_id,
    arg_max(r.rank, st.stage_order) FILTER (r.rank IS NOT NULL) AS rank,
    arg_max(r.score, st.stage_order) FILTER (r.score IS NOT NULL) AS score
FROM stage_results r
JOIN submissions s USING (submission_id)
JOIN stages st ON st.edition_id = s.edition_id AND st.stage_id = r.stage_id
GROUP BY r.submission_id;

-- One row per entry: whose it is, whether it was handed in, how far it came.
CREATE TABLE entries AS
SELECT s.submission_id, s.edition_id, e.competition_id, e.competition_type, e.year, s.government_id,
    s.agency AS agency_name,
    t.agency_id, CASE WHEN s.agency IS NULL THEN 'blank' ELSE coalesce(t.attribution, 'unknown') END AS attribution,
    coalesce(s.innovation_id, same.innovation_id, s.government_id || ': ' || bare(s.innovation), s.submission_id)
        AS innovation_key,
    s.innovation_id, coalesce(s.innovation, i.name) AS innovation,
    s.category, s."group", coalesce(s.flagship, false) AS flagship, i.form, i.type, i.affair, s.submitted_on,
    coalesce(p.got_in, false) OR s.submitted_on IS NOT NULL AS reached_hand_in,
    coalesce(p.pulled_out, false) AS withdrawn,
    reached_hand_in AND NOT withdrawn AS handed_in,
    p.withdrawn_order, coalesce(p.has_submitted_result, false) AS has_submitted_result,
    p.best_stage_id, p.best_stage_order, p.rank, p.score, s.source_id, s.note, s.dataset, s.line, s.cell
FROM submissions s
JOIN edition_facts e USING (edition_id)
LEFT JOIN innovations i ON i.innovation_id = s.innovation_id
LEFT JOIN (  -- an entry without an id is the innovation of the same government that bears the same name
    SELECT government_id, bare(name) AS bare_name, min(innovation_id) AS innovation_id FROM innovations GROUP BY ALL
) same ON same.government_id = s.government_id
    AND same.bare_name = CASE WHEN s.innovation_id IS NULL THEN bare(s.innovation) END
LEFT JOIN attributions t ON t.government_id = s.government_id AND t.written = s.agency AND t.year = e.year
LEFT JOIN entry_progress p ON p.submission_id = s.submission_id
ORDER BY s.government_id, s.edition_id, s.submission_id;

INSERT INTO questions
SELECT n.dataset, 'submissions', n.line, 'agency', n.agency_name, n.attribution || '_agency', NULL,
    CASE n.attribution
        WHEN 'ended' THEN list_distinct(flatten((SELECT list(coalesce(a.succeeded_by, [])) FROM agencies a
            WHERE list_contains(t.every, a.agency_id))))
        WHEN 'ambiguous' THEN t.every
        ELSE coalesce((SELECT any_value(g.agency_ids) FROM agency_suggestions g
            WHERE g.government_id = n.government_id AND g.written = n.agency_name), []) END, n.cell
FROM entries n LEFT JOIN attributions t
    ON t.government_id = n.government_id AND t.written = n.agency_name AND t.year = n.year
WHERE n.agency_name IS NOT NULL AND n.attribution IN ('unknown', 'ambiguous', 'ended')
ORDER BY n.dataset, n.line;
