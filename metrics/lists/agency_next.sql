-- What an agency can do next; `unit_id` is the unit whose entry it is, where that is not the agency itself.
SELECT * FROM warehouse.next_steps ORDER BY government_id, agency_id, due_day NULLS LAST, kind, submission_id
