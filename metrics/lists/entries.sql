SELECT n.submission_id, n.edition_id, n.competition_id, n.year, n.government_id, n.agency_id, n.agency_name,
    n.attribution,
    n.innovation_id, n.innovation, n.category, n."group", n.flagship, n.type, n.form, n.affair, n.submitted_on,
        n.handed_in,
    n.withdrawn, n.best_stage_id, n.source_id, n.note
FROM warehouse.entries n ORDER BY n.year, n.edition_id, n.innovation NULLS LAST, n.submission_id
