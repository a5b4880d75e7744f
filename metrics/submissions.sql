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
WITH counts AS (
    SELECT i.government_id, CASE i.scope_kind WHEN 'agency' THEN i.scope_id END AS agency_id,
        i.competition_id, i.edition_id, i.year, i.counted_as, i.comparator, i.from_total, i.scope_kind,
        -- whole rows of one edition make no true 0 of an agency while the year as a whole is not complete
        i.scope_kind = 'agency' AND i.value = 0 AND NOT coalesce(g.complete, false) AS unsure,
        CASE WHEN NOT unsure THEN i.value END AS value, CASE WHEN unsure THEN 'unknown' ELSE i.basis END AS basis,
        CASE WHEN unsure THEN [] ELSE i.sources END AS sources
    FROM warehouse.intake_counts i
    LEFT JOIN warehouse.government_years g ON g.government_id = i.government_id AND g.year = i.year
    WHERE i.scope_kind IN ('all', 'government', 'agency')
),
zeros AS (
    SELECT b.government_id, b.agency_id, c.competition_id, c.edition_id, b.year, 'submitted' AS counted_as,
        '=' AS comparator, false AS from_total, 'agency' AS scope_kind, false AS unsure, 0 AS value, 'rows' AS basis, g.complete_sources AS sources
    FROM warehouse.board_agencies b
    JOIN warehouse.government_years g ON g.government_id = b.government_id AND g.year = b.year AND g.complete
    JOIN counts c ON c.scope_kind = 'government' AND c.government_id = b.government_id AND c.year = b.year
        AND c.counted_as = 'submitted' AND c.basis = 'rows'
    JOIN warehouse.intake_stages s ON s.edition_id = c.edition_id
    JOIN warehouse.stage_extents x ON x.edition_id = c.edition_id AND x.stage_id = s.submitted_stage
        AND x.scope_kind = 'government' AND x.scope_id = b.government_id AND x.extent = 'complete'
    JOIN warehouse.applicable_editions o ON o.edition_id = c.edition_id AND o.government_id = b.government_id
    WHERE NOT EXISTS (SELECT 1 FROM counts own WHERE own.agency_id = b.agency_id AND own.edition_id = c.edition_id)
)
SELECT government_id, agency_id, competition_id, edition_id, year, counted_as, comparator,
    value AS numerator, NULL::BIGINT AS denominator, value::DOUBLE AS value, NULL::DOUBLE AS low, NULL::DOUBLE AS high,
    basis, sources,
    CASE WHEN value IS NULL THEN 'no_coverage' WHEN comparator = '~' THEN 'approximate'
         WHEN basis = 'at_least' AND from_total THEN 'at_least_total'
         WHEN basis = 'at_least' THEN 'rows_partial' END AS reason
FROM (SELECT * FROM counts UNION ALL SELECT * FROM zeros)
