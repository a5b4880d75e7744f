-- title.id = "Satu perangkat daerah, satu inovasi – riwayat dibawa ke penerus"
-- title.en = "One agency, one innovation – history carried on to successors"
-- unit = "innovations"
-- good = "more"
-- grain = "agency × year"
-- keys = ["government_id", "agency_id", "year"]
-- columns = ["state", "uncertain", "streak", "streak_at_least", "last_met_year", "through"]
-- means.id = "Papan yang sama, tetapi tahun-tahun sebelum suatu perangkat daerah ada memuat keadaan para pendahulunya: terpenuhi bila salah satu terpenuhi, dikecualikan atau tidak ada hanya bila semuanya demikian."
-- means.en = "The same board, but the years before an agency existed carry the states of its predecessors: met where one of them is, exempt or none only where all of them are."
-- means_not.id = "Bukan penilaian atas penerusnya: kolom through menyebut perangkat daerah yang keadaannya ditampilkan."
-- means_not.en = "No judgement on the successor: the column through names the agencies whose state is shown."
-- caveats.id = "Riwayat perangkat daerah yang dipecah hanya diteruskan ke penerus yang disebut pertama, sehingga tidak ada yang dihitung dua kali. Perangkat daerah yang masih ada pada tahun terakhir papan menyimpan riwayatnya sendiri. Pendahulu yang keadaannya berlainan tanpa satu pun terpenuhi atau menyiapkan usulan tampil sebagai 'belum ada data'."
-- caveats.en = "The history of an agency that was split goes on to its first-named successor only, so nothing counts twice. An agency that is on the board of the latest year keeps its own history. Predecessors in different states, none of them met or prepared, show as 'no data'."
SELECT government_id, agency_id, year, state, state = 'none' AND unattributed > 0 AS uncertain,
    streak, streak_at_least, last_met_year, through,
    CASE WHEN complete OR handed_in > 0 THEN handed_in END AS numerator, minimum_per_agency AS denominator,
    CASE WHEN complete OR handed_in > 0 THEN handed_in::DOUBLE END AS value,
    NULL::DOUBLE AS low, NULL::DOUBLE AS high,
    CASE WHEN complete THEN 'rows' WHEN handed_in > 0 THEN 'at_least' ELSE 'unknown' END AS basis, sources,
    CASE WHEN state = 'none' AND unattributed > 0 THEN 'unattributed|n=' || unattributed
         WHEN state = 'draft_only' AND all_withdrawn THEN 'withdrawn'
         WHEN state = 'draft_only' AND most_by_one > 0
             THEN 'below_minimum|n=' || most_by_one || '|m=' || minimum_per_agency
         WHEN NOT complete AND handed_in = 0 THEN 'year_incomplete' END AS reason
FROM warehouse.lines WHERE carries_on
