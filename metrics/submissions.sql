-- title.id = "Usulan"
-- title.en = "Submissions"
-- unit = "entries"
-- good = "more"
-- grain = "government or agency × edition"
-- keys = ["government_id", "agency_id", "competition_id", "edition_id", "year"]
-- columns = ["counted_as", "comparator"]
-- means.id = "Banyaknya usulan yang dikirim ke suatu edisi oleh satu pemerintah atau satu perangkat daerah. Baris tanpa perangkat daerah adalah pemerintah seluruhnya; baris tanpa pemerintah adalah edisi seluruhnya."
-- means.en = "How many entries a government or one of its agencies handed in to an edition. A row without agency is the whole government; a row without government is the whole edition."
-- means_not.id = "Bukan banyaknya inovasi yang dimiliki, dan bukan jumlah lintas lomba: lomba, register, dan indeks tidak pernah dijumlahkan."
-- means_not.en = "Not how many innovations exist, and not a sum over contests: contests, registers and indexes are never added together."
-- caveats.id = "Bila hanya banyaknya pendaftaran yang diketahui, angka itu yang tampil dan ditandai 'terdaftar'. Angka 0 untuk perangkat daerah hanya ada pada tahun yang datanya lengkap."
-- caveats.en = "Where only the number registered is known, that is shown and labelled so. A 0 for an agency appears only in a year whose data are complete."
SELECT government_id, agency_id, competition_id, edition_id, year, counted_as, comparator,
    value AS numerator, NULL::BIGINT AS denominator, value::DOUBLE AS value, NULL::DOUBLE AS low, NULL::DOUBLE
        AS high,
    basis, sources,
    CASE WHEN value IS NULL THEN 'no_coverage' WHEN comparator = '~' THEN 'approximate'
         WHEN basis = 'at_least' AND from_total THEN 'at_least_total'
         WHEN basis = 'at_least' THEN 'rows_partial' END AS reason
FROM warehouse.handed_in_counts
