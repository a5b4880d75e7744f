-- An agency in force and of a counted kind that the board does not show, or shows twice.
SELECT b.agency_id, b.year, count(s.agency_id) FROM board_agencies b LEFT JOIN board s USING (agency_id, year)
GROUP BY ALL HAVING count(s.agency_id) <> 1
