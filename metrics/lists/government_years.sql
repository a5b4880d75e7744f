SELECT government_id, year, complete, register_extent, register_source FROM warehouse.government_years
    ORDER BY government_id, year
