-- title.id = "Kelengkapan data"
-- title.en = "Coverage"
-- unit = "share"
-- good = "more"
-- grain = "government × edition × basis"
-- keys = ["government_id", "competition_id", "edition_id", "year", "basis"]
-- columns = []
-- means.id = "Bagian sel edisi × pemerintah × tahap menurut dasar angkanya: baris lengkap, angka terbitan, paling sedikit, atau tidak diketahui."
-- means.en = "The share of edition × government × stage cells by the basis of their count: whole rows, published total, at least, or unknown."
-- means_not.id = "Bukan ukuran prestasi: hanya seberapa banyak yang diketahui."
-- means_not.en = "Not a measure of performance: only of how much is known."
-- caveats.id = "Sel hanya ada untuk pemerintah yang disebut pada suatu edisi. Baris tanpa pemerintah adalah edisi seluruhnya."
-- caveats.en = "Cells exist only for governments that an edition mentions. Rows without government are the edition as a whole."
WITH cells AS (
    SELECT c.government_id, e.competition_id, c.edition_id, e.year, c.stage_id,
        min_by(c.basis, list_position(['rows', 'reported', 'at_least', 'unknown'], c.basis)) AS basis,
        list_sort(list_distinct(flatten(list(c.sources)))) AS sources
    FROM warehouse.stage_counts c JOIN warehouse.edition_facts e ON e.edition_id = c.edition_id
    WHERE c.scope_kind IN ('all', 'government')
    GROUP BY ALL
),
sums AS (
    SELECT government_id, competition_id, edition_id, year, basis, count(*) AS n,
        list_sort(list_distinct(flatten(list(sources)))) AS sources
    FROM cells GROUP BY ALL
)
SELECT government_id, competition_id, edition_id, year, basis, n AS numerator,
    (sum(n) OVER edition)::BIGINT AS denominator, n / (sum(n) OVER edition)::DOUBLE AS value,
    NULL::DOUBLE AS low, NULL::DOUBLE AS high, sources, NULL::VARCHAR AS reason
FROM sums WINDOW edition AS (PARTITION BY government_id, edition_id)
