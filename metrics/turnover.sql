-- title.id = "Yang baru, yang tetap, dan yang tidak lagi terpenuhi"
-- title.en = "Who is new, who stayed, who fell out"
-- unit = "agencies"
-- good = "neither"
-- grain = "government × year × change"
-- keys = ["government_id", "year", "change"]
-- columns = ["uncertain"]
-- means.id = "Banyaknya perangkat daerah pada papan tahun itu menurut perubahannya dari tahun sebelumnya (lihat compliance_change), dari semua yang ada pada papan."
-- means.en = "How many agencies on the year's board changed in which way from the year before (see compliance_change), of all on the board."
-- means_not.id = "Bila tidak dapat dikatakan bagi sebagian, angkanya batas bawah; nol yang tidak pasti tidak ditampilkan sebagai nol."
-- means_not.en = "Where nothing can be said of some, the number is a lower bound; a zero that is not certain is not shown as zero."
-- caveats.id = "Kolom uncertain: di antaranya yang keadaan 'tidak ada'-nya belum pasti karena usulan tanpa perangkat daerah. Tahun pertama papan tidak memiliki pembanding."
-- caveats.en = "Column uncertain: how many of them are 'none' without certainty, because of entries that name no agency. The first year of a board has nothing to compare with."
WITH changed AS (
    SELECT l.government_id, l.year, l.change, l.state = 'none' AND l.unattributed > 0 AS unsure, l.sources
    FROM warehouse.lines l
    JOIN warehouse.board_agencies b ON b.agency_id = l.agency_id AND b.year = l.year
    WHERE l.year > (SELECT min(y.year) FROM warehouse.board_years y WHERE y.government_id = l.government_id)
),
years AS (
    SELECT government_id, year, count(*) AS every, count(*) FILTER (change = 'unknown') AS unknown
    FROM changed GROUP BY ALL
),
counted AS (
    SELECT y.*, k.change, coalesce(c.n, 0) AS n, coalesce(c.uncertain, 0) AS uncertain, coalesce(c.sources, []) AS sources
    FROM years y
    CROSS JOIN (VALUES ('new'), ('new_known'), ('back'), ('kept'), ('lost'), ('unknown')) AS k(change)
    LEFT JOIN (
        SELECT government_id, year, change, count(*) AS n, count(*) FILTER (unsure) AS uncertain,
            list_sort(list_distinct(flatten(list(sources)))) AS sources
        FROM changed WHERE change IS NOT NULL GROUP BY ALL
    ) c ON c.government_id = y.government_id AND c.year = y.year AND c.change = k.change
),
judged AS (
    SELECT *, CASE WHEN unknown = 0 OR change = 'unknown' THEN 'rows' WHEN n > 0 THEN 'at_least' ELSE 'unknown' END
        AS basis
    FROM counted
)
SELECT government_id, year, change, uncertain, CASE WHEN basis <> 'unknown' THEN n END AS numerator, every AS denominator,
    CASE WHEN basis <> 'unknown' THEN n::DOUBLE END AS value, NULL::DOUBLE AS low, NULL::DOUBLE AS high,
    basis, sources, CASE WHEN basis <> 'rows' THEN 'year_incomplete' END AS reason
FROM judged
