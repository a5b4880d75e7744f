-- One row per agency that is counted in a year, the most urgent first: what the board's table, the letter and its
-- attachment print.
SELECT * FROM warehouse.duties ORDER BY government_id, year, urgency, last_met_year NULLS FIRST, name, agency_id
