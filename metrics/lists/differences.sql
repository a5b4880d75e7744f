SELECT c.edition_id, f.competition_id, f.year, c.stage_id, c.stage_name, c.scope_kind, c.scope_id, c.government_id,
    c."group",
    c.value AS rows_value, c.total AS reported_value, c.total_comparator AS comparator, c.total_source AS source_id
FROM warehouse.stage_counts c
JOIN warehouse.edition_facts f ON f.edition_id = c.edition_id
WHERE NOT (c.scope_kind = 'government' AND coalesce(c.scope_id = f.owner_id, false))
    AND c.whole_list AND c.total IS NOT NULL AND c.kind NOT IN ('presentation', 'field')
    AND CASE c.total_comparator WHEN '=' THEN c.total <> c.value WHEN '>=' THEN c.total > c.value ELSE false END
ORDER BY c.edition_id, c.stage_order
