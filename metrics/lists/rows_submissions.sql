SELECT * FROM warehouse.submissions ORDER BY edition_id DESC, innovation NULLS LAST, submission_id
