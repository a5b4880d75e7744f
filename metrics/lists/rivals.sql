SELECT r.edition_id, e.competition_id, f.year, r.stage_id, r.stage_name, r.scope_kind, r.scope_id,
    CASE r.scope_kind WHEN 'government' THEN r.scope_id WHEN 'all' THEN f.owner_id END AS government_id,
    r."group", r.category, r.measure, r.comparator, r.value, r.preferred, r.shown, r.source_id, r.note
FROM warehouse.reported r
JOIN warehouse.editions e ON e.edition_id = r.edition_id
JOIN warehouse.edition_facts f ON f.edition_id = r.edition_id
WHERE r.has_rivals AND NOT (r.scope_kind = 'government' AND coalesce(r.scope_id = f.owner_id, false))
ORDER BY r.edition_id, r.stage_order, r.scope_kind, r.scope_id, r.shown DESC
