SELECT a.*, s.edition_id, s.government_id, coalesce(s.innovation, s.submission_id) AS innovation
FROM warehouse.awards a JOIN warehouse.submissions s ON s.submission_id = a.submission_id
ORDER BY s.edition_id DESC, a.submission_id, a.award
