-- title.id = "Klasemen menurut tahap"
-- title.en = "League by stage"
-- unit = "entries"
-- good = "more"
-- grain = "government or agency × edition × stage"
-- keys = ["government_id", "agency_id", "edition_id", "stage_id"]
-- columns = ["stage_order", "kind", "stage_name", "place"]
-- means.id = "Banyaknya usulan satu pemerintah atau satu perangkat daerah yang melewati tiap tahap."
-- means.en = "How many entries of a government or an agency came through each stage."
-- means_not.id = "Bukan tingkat kelulusan: banyaknya usulan yang gugur mungkin tidak diketahui. Urutannya di antara yang diketahui saja."
-- means_not.en = "Not a pass rate: how many fell out may be unknown. The place is among those known only."
-- caveats.id = "Bila daftarnya tidak lengkap, angka itu paling sedikit."
-- caveats.en = "Where the list is not whole, the figure is a lower bound."
SELECT government_id, CASE scope_kind WHEN 'agency' THEN scope_id END AS agency_id, edition_id, stage_id,
    stage_order, kind, stage_name,
    rank() OVER (PARTITION BY edition_id, stage_id, scope_kind, CASE scope_kind WHEN 'agency' THEN government_id END
        ORDER BY count_value DESC) AS place,
    count_value AS numerator, NULL::BIGINT AS denominator, count_value::DOUBLE AS value,
    NULL::DOUBLE AS low, NULL::DOUBLE AS high, count_basis AS basis, sources,
    CASE WHEN count_basis = 'at_least' THEN 'rows_partial' END AS reason
FROM (SELECT p.* FROM warehouse.stage_steps p
      JOIN warehouse.stages s ON s.edition_id = p.edition_id AND s.stage_id = p.stage_id
          AND s."group" IS NOT DISTINCT FROM p."group")  -- the stage as a whole, not its groups
WHERE scope_kind IN ('government', 'agency') AND count_value > 0
