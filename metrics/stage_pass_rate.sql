-- title.id = "Tingkat kelulusan tahap"
-- title.en = "Stage pass rate"
-- unit = "share"
-- good = "more"
-- grain = "edition × stage × group × scope"
-- keys = ["government_id", "edition_id", "stage_id", "group", "scope_kind", "scope_id"]
-- columns = ["from_stage_id", "stage_order", "kind", "stage_name", "pending", "concluded"]
-- means.id = "Bagian usulan yang lolos dari yang masuk tahap itu, dengan selang Wilson 95 %. Selalu tampil sebagai k/n."
-- means.en = "The share of the entries that came into a stage which passed it, with the 95 % Wilson interval. Always shown as k/n."
-- means_not.id = "Tidak dihitung dari daftar pemenang saja: tanpa jumlah yang masuk, 100 % adalah dusta."
-- means_not.en = "Never taken from a list of winners: without the number that came in, 100 % would be a lie."
-- caveats.id = "Pembilang dan penyebut harus sama cakupan, kelompok, dan dasarnya; baris dan angka terbitan tidak pernah dicampur. Penyebut angka terbitan adalah tahap terdekat sebelumnya yang terbit, dan tahap itu disebut."
-- caveats.en = "Numerator and denominator are of one scope, group and basis; rows and published totals are never mixed. The denominator of published totals is the nearest earlier stage that has one, and that stage is named."
SELECT government_id, edition_id, stage_id, "group", scope_kind, scope_id,
    from_stage_id, stage_order, kind, stage_name, pending, concluded,
    passed AS numerator,
    CASE WHEN pair IS NOT NULL OR (reason = 'took_part_only' AND comparator = '=') THEN entered END AS denominator,
    CASE WHEN pair IS NOT NULL AND entered > 0 THEN passed / entered::DOUBLE END AS value,
    CASE WHEN pair IS NOT NULL AND entered > 0 THEN wilson_low(passed, entered) END AS low,
    CASE WHEN pair IS NOT NULL AND entered > 0 THEN wilson_high(passed, entered) END AS high,
    basis, sources, reason
FROM warehouse.stage_steps
