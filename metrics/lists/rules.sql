SELECT r.edition_id, e.competition_id, e.year, r.rule_id, r.applies_to, r.value, r.unit, r.source_id, r.note
FROM warehouse.rules r JOIN warehouse.editions e ON e.edition_id = r.edition_id ORDER BY r.edition_id, r.rule_id
