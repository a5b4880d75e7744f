-- title.id = "Perubahan dari tahun sebelumnya"
-- title.en = "Change from the year before"
-- unit = "innovations"
-- good = "neither"
-- grain = "agency × year"
-- keys = ["government_id", "agency_id", "year"]
-- columns = ["change", "state", "uncertain", "previous_year", "previous_state", "previous_through"]
-- means.id = "Keadaan tahun ini dibandingkan dengan tahun sebelumnya: terpenuhi untuk pertama kali (new), pertama kali sejauh diketahui (new_known), terpenuhi kembali (back), tetap terpenuhi (kept), tidak lagi terpenuhi (lost), atau tidak dapat dikatakan (unknown)."
-- means.en = "The state of this year beside that of the year before: met for the first time (new), for the first time as far as is known (new_known), met again (back), still met (kept), no longer met (lost), or nothing can be said (unknown)."
-- means_not.id = "Tahun tanpa data tidak pernah berarti 'tidak lagi terpenuhi', demikian pula usulan yang masih disiapkan pada tahun yang datanya belum lengkap."
-- means_not.en = "A year without data never means 'no longer met', nor does an entry in preparation in a year whose data are not complete."
-- caveats.id = "Tahun yang dikecualikan dilewati. Sebelum suatu perangkat daerah ada, tahun para pendahulunya yang dihitung. Kosong bila tidak terpenuhi pada kedua tahun, dikecualikan, atau tidak ada tahun sebelumnya untuk dibandingkan."
-- caveats.en = "Exempt years are passed over. Before an agency existed the years of its predecessors count. Blank where neither year is met, where the year is exempt, or where there is no year before to compare with."
SELECT l.government_id, l.agency_id, l.year, l.change, l.state, l.state = 'none' AND l.unattributed > 0 AS uncertain,
    l.previous_year, l.previous_state, l.previous_through,
    CASE WHEN l.complete OR l.handed_in > 0 THEN l.handed_in END AS numerator, l.minimum_per_agency AS denominator,
    CASE WHEN l.complete OR l.handed_in > 0 THEN l.handed_in::DOUBLE END AS value,
    NULL::DOUBLE AS low, NULL::DOUBLE AS high,
    CASE WHEN l.complete THEN 'rows' WHEN l.handed_in > 0 THEN 'at_least' ELSE 'unknown' END AS basis, l.sources,
    CASE WHEN NOT l.complete AND l.handed_in = 0 THEN 'year_incomplete' END AS reason
FROM warehouse.lines l
WHERE EXISTS (SELECT 1 FROM warehouse.board_agencies b WHERE b.agency_id = l.agency_id AND b.year = l.year)
