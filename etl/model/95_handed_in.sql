-- What each agency, government and edition handed in, one row each. An agency gets a 0 only in a year that is complete for
-- its government, and only in editions whose intake is complete for it.
CREATE TABLE handed_in_counts AS
WITH counts AS (
    SELECT i.government_id, CASE i.scope_kind WHEN 'agency' THEN i.scope_id END AS agency_id,
        i.competition_id, i.edition_id, i.year, i.counted_as, i.comparator, i.from_total, i.scope_kind,
        -- whole rows of one edition make no true 0 of an agency while the year as a whole is not complete
        i.scope_kind = 'agency' AND i.value = 0 AND NOT coalesce(g.complete, false) AS unsure,
        CASE WHEN NOT unsure THEN i.value END AS value, CASE WHEN unsure THEN 'unknown' ELSE i.basis END AS basis,
        CASE WHEN unsure THEN [] ELSE i.sources END AS sources
    FROM intake_counts i
    LEFT JOIN government_years g ON g.government_id = i.government_id AND g.year = i.year
    WHERE i.scope_kind IN ('all', 'government', 'agency')
),
zeros AS (
    SELECT b.government_id, b.agency_id, c.competition_id, c.edition_id, b.year, 'submitted' AS counted_as,
        '=' AS comparator, false AS from_total, 'agency' AS scope_kind, false AS unsure, 0 AS value, 'rows' AS basis,
        g.complete_sources AS sources
    FROM board_agencies b
    JOIN government_years g ON g.government_id = b.government_id AND g.year = b.year AND g.complete
    JOIN counts c ON c.scope_kind = 'government' AND c.government_id = b.government_id AND c.year = b.year
        AND c.counted_as = 'submitted' AND c.basis = 'rows'
    JOIN intake_stages s ON s.edition_id = c.edition_id
    JOIN stage_extents x ON x.edition_id = c.edition_id AND x.stage_id = s.submitted_stage
        AND x.scope_kind = 'government' AND x.scope_id = b.government_id AND x.extent = 'complete'
    JOIN applicable_editions o ON o.edition_id = c.edition_id AND o.government_id = b.government_id
    WHERE NOT EXISTS (SELECT 1 FROM counts own WHERE own.agency_id = b.agency_id AND own.edition_id = c.edition_id)
)
SELECT * EXCLUDE (scope_kind, unsure) FROM (SELECT * FROM counts UNION ALL SELECT * FROM zeros)
ORDER BY government_id, edition_id, agency_id;
