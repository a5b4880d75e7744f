-- What the board, the letter and its attachment say of each agency that is counted in a year: one row each, from which
-- all three print. `line_` columns say the same with the history of predecessors carried on.
CREATE TABLE duties AS
WITH answers AS (
    SELECT agency_id, year, count(*) AS replies, arg_max(text, place) AS text, arg_max(reference, place) AS reference,
        arg_max("by", place) AS "by", arg_max(on_date, place) AS on_date
    FROM (SELECT *, row_number() OVER (PARTITION BY agency_id, year ORDER BY last_day_of(on_date) NULLS FIRST, reply_id)
              AS place FROM replies)
    GROUP BY ALL
)
SELECT b.government_id, b.agency_id, b.year, a.name, a.short_name, a.kind, a.parent_id, b.state,
    b.state = 'none' AND b.unattributed > 0 AS uncertain,
    list_position(['none', 'draft_only', 'no_data', 'met', 'exempt'], b.state) AS urgency,
    CASE WHEN b.complete OR b.handed_in > 0 THEN b.handed_in END AS numerator, b.minimum_per_agency AS denominator,
    CASE WHEN b.complete THEN 'rows' WHEN b.handed_in > 0 THEN 'at_least' ELSE 'unknown' END AS basis,
    b.streak, b.streak_at_least, b.last_met_year, b.year - b.last_met_year AS years_since,
    l.change, l.previous_state, l.streak AS line_streak, l.streak_at_least AS line_streak_at_least,
    l.last_met_year AS line_last_met_year, l.year - l.last_met_year AS line_years_since,
    coalesce(m.through, []) AS line_last_met_through,
    coalesce(r.replies, 0) AS replies, r.text AS reply, r.reference AS reply_reference, r."by" AS reply_by,
    r.on_date AS reply_on, x.reason AS exemption, x.source_id AS exemption_source,
    list_filter(b.sources, lambda s: s IS NOT NULL) AS sources,
    CASE WHEN b.state = 'none' AND b.unattributed > 0 THEN 'unattributed|n=' || b.unattributed
         WHEN b.state = 'draft_only' AND b.withdrawn = b.entries THEN 'withdrawn'
         WHEN b.state = 'draft_only' AND b.handed_in > 0
             THEN 'below_minimum|n=' || b.handed_in || '|m=' || b.minimum_per_agency
         WHEN NOT b.complete AND b.handed_in = 0 THEN 'year_incomplete' END AS reason
FROM board b
JOIN agencies a ON a.agency_id = b.agency_id
JOIN lines l ON l.agency_id = b.agency_id AND l.year = b.year
LEFT JOIN lines m ON m.agency_id = b.agency_id AND m.year = l.last_met_year
LEFT JOIN answers r ON r.agency_id = b.agency_id AND r.year = b.year
LEFT JOIN exemptions x ON x.agency_id = b.agency_id AND x.year = b.year
ORDER BY b.government_id, b.year, urgency, b.last_met_year NULLS FIRST, a.name, b.agency_id;
