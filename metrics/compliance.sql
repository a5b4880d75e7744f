-- title.id = "Satu perangkat daerah, satu inovasi"
-- title.en = "One agency, one innovation"
-- unit = "innovations"
-- good = "more"
-- grain = "agency × year"
-- keys = ["government_id", "agency_id", "year"]
-- columns = ["state", "uncertain", "streak", "streak_at_least", "last_met_year"]
-- means.id = "Keadaan tiap perangkat daerah yang dihitung kebijakan pada tahun itu: terpenuhi, baru disiapkan, tidak ada, belum ada data, atau dikecualikan; dengan banyaknya inovasi terkirim dan batas minimumnya."
-- means.en = "The state of each agency that policy counts in a year: met, prepared only, none, no data, or exempt; with the innovations handed in and the minimum."
-- means_not.id = "'Belum ada data' bukan 'tidak ada': hanya tahun yang datanya lengkap dapat berkata tidak ada."
-- means_not.en = "'No data' is not 'none': only a year whose data are complete can say that there is none."
-- caveats.id = "Inovasi yang sama pada dua lomba dihitung sekali. Usulan tanpa nama perangkat daerah membuat keadaan 'tidak ada' tahun itu belum pasti. Rentetan yang berhenti pada tahun tanpa data, atau pada awal papan, berarti paling sedikit."
-- caveats.en = "The same innovation in two contests counts once. Entries that name no agency make the year's 'none' uncertain. A streak that stops at a year without data, or where the board begins, is a lower bound."
SELECT government_id, agency_id, year, state, state = 'none' AND unattributed > 0 AS uncertain,
    streak, streak_at_least, last_met_year,
    CASE WHEN complete OR handed_in > 0 THEN handed_in END AS numerator, minimum_per_agency AS denominator,
    CASE WHEN complete OR handed_in > 0 THEN handed_in::DOUBLE END AS value,
    NULL::DOUBLE AS low, NULL::DOUBLE AS high,
    CASE WHEN complete THEN 'rows' WHEN handed_in > 0 THEN 'at_least' ELSE 'unknown' END AS basis,
    list_filter(sources, lambda s: s IS NOT NULL) AS sources,
    CASE WHEN state = 'none' AND unattributed > 0 THEN 'unattributed|n=' || unattributed
         WHEN state = 'draft_only' AND withdrawn = entries THEN 'withdrawn'
         WHEN state = 'draft_only' AND handed_in > 0
             THEN 'below_minimum|n=' || handed_in || '|m=' || minimum_per_agency
         WHEN NOT complete AND handed_in = 0 THEN 'year_incomplete' END AS reason
FROM warehouse.board
