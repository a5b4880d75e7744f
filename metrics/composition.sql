-- title.id = "Susunan usulan"
-- title.en = "Make-up of the entries"
-- unit = "entries"
-- good = "neither"
-- grain = "government × edition × dimension × part"
-- keys = ["government_id", "competition_id", "edition_id", "year", "dimension", "part"]
-- columns = []
-- means.id = "Banyaknya usulan satu pemerintah pada suatu edisi menurut kategori, jenis, bentuk, kelompok, atau jenis perangkat daerah, dari semua usulan yang tercatat."
-- means.en = "How many of a government's entries on record in an edition are of each category, type, form, group or kind of agency."
-- means_not.id = "Bukan jumlah yang dikirim: usulan yang baru disiapkan juga termasuk. Dimensi yang berbeda tidak boleh dijumlahkan."
-- means_not.en = "Not the number handed in: prepared entries are counted too. Different dimensions must not be added up."
-- caveats.id = "Bagian '' berarti tidak disebutkan sumbernya. Bila daftarnya tidak lengkap, angka itu paling sedikit."
-- caveats.en = "Part '' means that the source does not say. Where the list is not whole, the figure is a lower bound."
WITH described AS (
    SELECT n.submission_id, n.government_id, n.competition_id, n.edition_id, n.year, n.source_id,
        unnest(['category', 'type', 'form', 'group', 'agency_kind']) AS dimension,
        unnest([n.category, n.type, n.form, n."group", a.kind]) AS part
    FROM warehouse.entries n LEFT JOIN warehouse.agencies a ON a.agency_id = n.agency_id
    WHERE n.government_id IS NOT NULL
),
counted AS (
    SELECT government_id, competition_id, edition_id, year, dimension, coalesce(part, '') AS part, count(*) AS n,
        list_sort(list(DISTINCT source_id) FILTER (source_id IS NOT NULL)) AS sources
    FROM described GROUP BY ALL
)
SELECT c.government_id, c.competition_id, c.edition_id, c.year, c.dimension, c.part, c.n AS numerator,
    (sum(c.n) OVER whole)::BIGINT AS denominator, CASE WHEN i.basis = 'rows' THEN c.n / (sum(c.n) OVER whole)::DOUBLE END AS value,
    NULL::DOUBLE AS low, NULL::DOUBLE AS high,
    CASE WHEN i.basis = 'rows' THEN 'rows' ELSE 'at_least' END AS basis, coalesce(c.sources, []) AS sources,
    CASE WHEN i.basis IS DISTINCT FROM 'rows' THEN 'rows_partial' END AS reason
FROM counted c
LEFT JOIN warehouse.intake_counts i ON i.edition_id = c.edition_id AND i.scope_kind = 'government'
    AND i.scope_id = c.government_id
WINDOW whole AS (PARTITION BY c.government_id, c.edition_id, c.dimension)
