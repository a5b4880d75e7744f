-- The names an agency has or had: its own, listed spellings, spellings a person confirmed (who, when), predecessors and
-- successors with their days. Of several successors the first (`place` 1) carries the history on.
WITH links AS (
    SELECT agency_id, unnest(succeeded_by) AS next_id, unnest(range(1, len(succeeded_by) + 1)) AS place
    FROM warehouse.agencies
),
spellings AS (
    SELECT agency_id, 'name' AS kind, 1 AS place, name, NULL AS other_id, NULL AS "by", NULL AS on_date
    FROM warehouse.agencies
    UNION ALL
    SELECT agency_id, 'short_name', 1, short_name, NULL, NULL, NULL FROM warehouse.agencies WHERE short_name IS NOT NULL
    UNION ALL
    SELECT agency_id, 'alias', unnest(range(1, len(aliases) + 1)), unnest(aliases), NULL, NULL, NULL
    FROM warehouse.agencies
    UNION ALL
    SELECT agency_id, 'confirmed', 1, alias, NULL, "by", on_date FROM warehouse.aliases
    UNION ALL
    SELECT l.next_id, 'predecessor', l.place, p.name, p.agency_id, NULL, NULL
    FROM links l JOIN warehouse.agencies p ON p.agency_id = l.agency_id
    UNION ALL
    SELECT l.agency_id, 'successor', l.place, s.name, s.agency_id, NULL, NULL
    FROM links l JOIN warehouse.agencies s ON s.agency_id = l.next_id
)
SELECT a.government_id, s.agency_id, s.kind, s.place, s.name, s.other_id, d.valid_from, d.valid_to, d.first_seen,
    d.last_seen, s."by", s.on_date, d.source_id, d.note
FROM spellings s
JOIN warehouse.agencies a ON a.agency_id = s.agency_id
JOIN warehouse.agencies d ON d.agency_id = coalesce(s.other_id, s.agency_id)
ORDER BY a.government_id, s.agency_id,
    list_position(['name', 'short_name', 'alias', 'confirmed', 'predecessor', 'successor'], s.kind), s.place, s.name
