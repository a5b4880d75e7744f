SELECT * FROM warehouse.policies ORDER BY year DESC
