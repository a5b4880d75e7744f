SELECT e.*, c.government_id
FROM warehouse.editions e JOIN warehouse.competitions c ON c.competition_id = e.competition_id
ORDER BY e.competition_id, e.year DESC
