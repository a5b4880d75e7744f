SELECT s.* REPLACE (coalesce(s.government_id, c.government_id) AS government_id), s.government_id AS own_government
FROM warehouse.stages s
JOIN warehouse.editions e ON e.edition_id = s.edition_id
JOIN warehouse.competitions c ON c.competition_id = e.competition_id
ORDER BY e.year DESC, s.edition_id, s.stage_order, s.stage_id
