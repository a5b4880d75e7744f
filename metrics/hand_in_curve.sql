-- title.id = "Laju pengajuan"
-- title.en = "Hand-in curve"
-- unit = "entries"
-- good = "more"
-- grain = "edition × scope × days before closing"
-- keys = ["government_id", "edition_id", "scope_kind", "scope_id", "counted_as", "days_before_closing"]
-- columns = ["day", "final", "undated", "late"]
-- means.id = "Berapa usulan yang sudah masuk pada akhir suatu hari, dihitung menurut sisa hari sampai penutupan (0: hari penutupan), dan bagiannya dari jumlah akhir. Hanya hari ketika jumlahnya berubah, hari penutupan, dan untuk edisi yang masih dibuka hari data ini disusun."
-- means.en = "How many entries were in by the end of a day, by the days left until closing (0: the closing day), and their share of the final count. Only days on which the number changed, the closing day, and for an open edition the day of this build."
-- means_not.id = "Bukan laju kerja perangkat daerah: usulan yang sudah siap sering baru dikirim pada hari-hari terakhir. Terdaftar dan diserahkan tidak pernah digabung dalam satu garis."
-- means_not.en = "Not how fast agencies work: entries that are ready are often handed in on the last days. Registered and handed in are never one line."
-- caveats.id = "Garis dihitung dari daftar bila daftarnya lengkap dan setiap usulan bertanggal; bila tidak, dari jumlah bertanggal yang diterbitkan; bila itu pun tidak ada, dari usulan yang bertanggal sebagai “sekurang-kurangnya”. Selama edisi dibuka, daftar yang sudah mencapai setiap jumlah yang diterbitkan menggantikannya, karena sampai ke hari terakhir. Usulan bertanggal sesudah penutupan dihitung pada hari penutupan. Usulan yang ditarik tidak dihitung. Edisi tanpa tanggal penutupan tidak punya garis."
-- caveats.en = "A line rests on the list where it is whole and every entry has its day; else on dated counts that were published; else on the dated entries as “at least”. While an edition is open, a list that reaches every published count takes their place, since it goes on to the last day. Entries dated after closing count on the closing day. Withdrawn entries do not count. An edition without a known closing day has no line."
SELECT government_id, edition_id, scope_kind, scope_id, counted_as, days_before_closing, day::VARCHAR AS day, final,
    undated, late,
    n AS numerator, CASE WHEN exact THEN final END AS denominator,
    CASE WHEN basis <> 'at_least' AND exact AND n <= final AND final > 0 THEN n / final::DOUBLE END AS value,
    NULL::DOUBLE AS low, NULL::DOUBLE AS high, basis, sources,
    CASE WHEN basis = 'at_least' AND whole THEN 'undated|n=' || undated
         WHEN basis = 'at_least' AND undated > 0 THEN 'rows_partial_undated|n=' || undated
         WHEN basis = 'at_least' THEN 'rows_partial'
         WHEN NOT closed THEN 'final_to_come'
         WHEN NOT exact THEN 'final_unknown'
         WHEN final = 0 THEN 'no_entries'
         WHEN n > final THEN 'more_than_final|n=' || n || '|m=' || final
         WHEN late > 0 AND days_before_closing = 0 THEN 'late|n=' || late END AS reason
FROM warehouse.hand_in_curve
