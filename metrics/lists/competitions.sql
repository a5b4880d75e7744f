SELECT c.competition_id, c.name, c.type, c.level, c.organiser, c.government_id, d.kind = 'sample' AS is_sample
FROM warehouse.competitions c JOIN warehouse.datasets d ON d.dataset = c.dataset ORDER BY c.name
