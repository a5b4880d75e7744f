-- title.id = "Penghargaan"
-- title.en = "Awards"
-- unit = "awards"
-- good = "more"
-- grain = "entry × award"
-- keys = ["edition_id", "submission_id", "award"]
-- columns = ["prize_idr"]
-- means.id = "Penghargaan yang diterima tiap usulan, dengan hadiahnya bila diketahui."
-- means.en = "The awards each entry received, with the prize where known."
-- means_not.id = "Bukan daftar lengkap semua penghargaan: hanya yang tercatat."
-- means_not.en = "Not all awards ever given: those on record."
-- caveats.id = "Hadiah kosong berarti tidak disebutkan sumbernya, bukan nol."
-- caveats.en = "A blank prize means that the source does not state it, not zero."
SELECT n.edition_id, a.submission_id, a.award, a.prize_idr, 1 AS numerator, NULL::BIGINT AS denominator,
    1::DOUBLE AS value, NULL::DOUBLE AS low, NULL::DOUBLE AS high, 'rows' AS basis,
    list_filter([a.source_id], lambda s: s IS NOT NULL) AS sources,
    CASE WHEN a.prize_idr IS NULL THEN 'prize_unknown' END AS reason
FROM warehouse.awards a JOIN warehouse.entries n ON n.submission_id = a.submission_id
