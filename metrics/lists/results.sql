SELECT r.submission_id, n.edition_id, n.competition_id, n.year, n.government_id, n.agency_id, n.innovation,
    r.stage_id,
    s.stage_order, s.kind, s.name AS stage_name, r.outcome, r.rank, r.score, r.decided_on, r.source_id, r.note
FROM warehouse.stage_results r JOIN warehouse.entries n ON n.submission_id = r.submission_id
JOIN warehouse.stages s ON s.edition_id = n.edition_id AND s.stage_id = r.stage_id
ORDER BY n.year, n.edition_id, r.submission_id, s.stage_order
