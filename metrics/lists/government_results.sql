SELECT r.edition_id, e.competition_id, e.year, r.government_id, r.rank, r.score, r.category, r.source_id, r.note
FROM warehouse.government_results r JOIN warehouse.editions e ON e.edition_id = r.edition_id ORDER BY e.year,
    r.edition_id, r.rank
