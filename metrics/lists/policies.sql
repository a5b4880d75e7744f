SELECT government_id, year, kinds_counted, roll_up, minimum_per_agency, competitions_counted, kinds_by_default,
    NOT has_own_row AS is_default, source_id
FROM warehouse.policy_years ORDER BY government_id, year
