-- An agency that is said to have none in a year that is not complete.
SELECT b.government_id, b.agency_id, b.year FROM board b JOIN government_years g USING (government_id, year)
WHERE b.state = 'none' AND NOT g.complete
