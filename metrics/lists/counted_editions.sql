SELECT government_id, year, edition_id, competition_id, stage_id, extent, source_id
FROM warehouse.counted_editions ORDER BY government_id, year, edition_id
