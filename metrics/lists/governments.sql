SELECT g.government_id, g.name, g.level, g.province,
    EXISTS (SELECT 1 FROM warehouse.agencies a WHERE a.government_id = g.government_id) AS has_agencies,
        d.kind = 'sample' AS is_sample
FROM warehouse.governments g JOIN warehouse.datasets d ON d.dataset = g.dataset ORDER BY g.name
