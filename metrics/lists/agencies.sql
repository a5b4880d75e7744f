SELECT agency_id, government_id, name, short_name, kind, parent_id, valid_from, valid_to, succeeded_by, source_id,
    note
FROM warehouse.agencies ORDER BY name
