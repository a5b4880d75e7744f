-- title.id = "Peringkat"
-- title.en = "Ranking"
-- unit = "rank"
-- good = "less"
-- grain = "entry"
-- keys = ["edition_id", "submission_id", "government_id", "agency_id"]
-- columns = ["innovation", "best_stage_id", "best_stage_order", "rank", "score", "category", "group"]
-- means.id = "Tahap tertinggi yang dilalui tiap usulan, dengan peringkat dan nilai yang diumumkan."
-- means.en = "The furthest stage each entry came through, with the published rank and score."
-- means_not.id = "Peringkat tidak dihitung sendiri: hanya yang diumumkan penyelenggara. Peringkat yang sama tetap sama."
-- means_not.en = "No rank is made up here: only what the organiser published. Ties share a rank."
-- caveats.id = "Daftar pemenang tidak memuat yang gugur; usulan tanpa hasil yang diketahui tidak memiliki tahap terbaik."
-- caveats.en = "Lists of winners do not show who fell out; an entry without a known result has no best stage."
SELECT edition_id, submission_id, government_id, agency_id, innovation, best_stage_id, best_stage_order, rank, score,
    category, "group", NULL::BIGINT AS numerator, NULL::BIGINT AS denominator, rank::DOUBLE AS value,
    NULL::DOUBLE AS low, NULL::DOUBLE AS high,
    CASE WHEN best_stage_id IS NULL AND rank IS NULL THEN 'unknown' ELSE 'rows' END AS basis,
    list_filter([source_id], lambda s: s IS NOT NULL) AS sources,
    CASE WHEN rank IS NULL THEN 'not_ranked' END AS reason
FROM warehouse.entries
