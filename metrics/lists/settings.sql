SELECT government_id, key, value FROM warehouse.settings ORDER BY government_id, key
