SELECT * FROM warehouse.agencies ORDER BY name, agency_id
