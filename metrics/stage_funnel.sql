-- title.id = "Corong tahapan"
-- title.en = "Stage funnel"
-- unit = "entries"
-- good = "more"
-- grain = "edition × stage × group × scope"
-- keys = ["government_id", "edition_id", "stage_id", "group", "scope_kind", "scope_id"]
-- columns = ["stage_order", "kind", "stage_name", "entered", "passed", "failed", "pending", "withdrawn"]
-- means.id = "Banyaknya usulan yang masuk dan yang lolos pada tiap tahap yang terlaksana. Selisih terdaftar dan terkirim adalah usulan yang hilang sebelum dikirim."
-- means.en = "How many entries came into and through each stage that was held. What is registered and never handed in is the silent loss."
-- means_not.id = "Pada presentasi dan lapangan, angka terbitan adalah peserta, bukan yang lolos."
-- means_not.en = "At presentations and field visits a published figure counts those that took part, not those that passed."
-- caveats.id = "Kosong berarti tidak diketahui. Tahap yang baru direncanakan tidak dihitung."
-- caveats.en = "Blank means unknown. Stages that were only planned are left out."
SELECT government_id, edition_id, stage_id, "group", scope_kind, scope_id, stage_order, kind, stage_name,
    entered, passed, failed, pending, withdrawn,
    passed AS numerator, entered AS denominator, coalesce(passed, entered)::DOUBLE AS value,
    NULL::DOUBLE AS low, NULL::DOUBLE AS high, basis, sources,
    CASE WHEN coalesce(passed, entered) IS NULL THEN 'no_coverage'
         WHEN passed IS NULL THEN 'took_part_only'
         WHEN basis = 'at_least' THEN 'rows_partial'
         WHEN comparator = '~' AND basis = 'reported' THEN 'approximate' END AS reason
FROM warehouse.stage_steps
