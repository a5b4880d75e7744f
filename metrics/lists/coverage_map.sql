SELECT c.government_id, e.competition_id, c.edition_id, e.year, c.stage_id, c.stage_order, c.kind, c.stage_name,
    c.scope_kind,
    c.scope_id, c."group", coalesce(c.extent, 'none') AS extent, c.basis, c.value, c.sources
FROM warehouse.stage_counts c JOIN warehouse.editions e ON e.edition_id = c.edition_id
WHERE c.scope_kind IN ('all', 'government') ORDER BY e.year, c.edition_id, c.stage_order
