SELECT * FROM warehouse.innovations ORDER BY name, innovation_id
