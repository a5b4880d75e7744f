SELECT p.government_id, p.year, e.edition_id, e.competition_id, i.submitted_stage AS stage_id,
    coalesce(own.extent, whole.extent, 'none') AS extent, coalesce(own.source_id, whole.source_id) AS source_id
FROM warehouse.policy_years p
JOIN warehouse.edition_facts e ON e.year = p.year AND list_contains(p.competitions_counted, e.competition_id)
LEFT JOIN warehouse.intake_stages i ON i.edition_id = e.edition_id
LEFT JOIN warehouse.stated_coverage own ON own.edition_id = e.edition_id AND own.stage_id = i.submitted_stage
    AND own.scope_kind = 'government' AND own.scope_id = p.government_id
LEFT JOIN warehouse.stated_coverage whole ON whole.edition_id = e.edition_id AND whole.stage_id = i.submitted_stage
    AND whole.scope_kind = 'all'
ORDER BY p.government_id, p.year, e.edition_id
