SELECT r.*, s.edition_id, s.government_id, coalesce(s.innovation, s.submission_id) AS innovation
FROM warehouse.stage_results r JOIN warehouse.submissions s ON s.submission_id = r.submission_id
ORDER BY s.edition_id DESC, r.submission_id, r.stage_id
