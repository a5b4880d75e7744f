SELECT s.edition_id, e.competition_id, s.stage_id, s.stage_order, s.kind, s.name, s."group", s.government_id,
    coalesce(s.status, 'held') AS status, s.quota, s.starts_on, s.ends_on, c.concluded, s.source_id, s.note
FROM warehouse.stages s JOIN warehouse.editions e ON e.edition_id = s.edition_id
JOIN warehouse.stage_concluded c ON c.edition_id = s.edition_id AND c.stage_id = s.stage_id
ORDER BY s.edition_id, s.stage_order, s.stage_id
