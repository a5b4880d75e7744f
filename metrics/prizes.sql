-- title.id = "Penghargaan dan hadiah per tahun"
-- title.en = "Awards and prizes by year"
-- unit = "awards"
-- good = "more"
-- grain = "government × edition"
-- keys = ["government_id", "competition_id", "edition_id", "year"]
-- columns = ["prize_idr", "unstated"]
-- means.id = "Banyaknya penghargaan yang tercatat untuk usulan satu pemerintah pada suatu edisi, dan jumlah hadiah yang disebutkan sumbernya. Baris tanpa pemerintah adalah edisi seluruhnya."
-- means.en = "How many awards are on record for the entries of a government in an edition, and the sum of the prizes that the sources state. A row without government is the whole edition."
-- means_not.id = "Bukan semua penghargaan yang pernah diterima dan bukan bukti pembayaran."
-- means_not.en = "Not all awards ever received, and no proof of payment."
-- caveats.id = "Jumlah hadiah hanya dari penghargaan yang hadiahnya disebutkan; kolom 'unstated' menghitung sisanya. Kosong bila tidak ada yang disebutkan."
-- caveats.en = "The sum is of awards with a stated prize only; 'unstated' counts the rest. Blank where none is stated."
WITH won AS (
    SELECT n.government_id, n.competition_id, n.edition_id, n.year, a.prize_idr, a.source_id
    FROM warehouse.awards a JOIN warehouse.entries n ON n.submission_id = a.submission_id
),
scopes AS (
    SELECT * FROM won WHERE government_id IS NOT NULL
    UNION ALL
    SELECT * REPLACE (NULL AS government_id) FROM won
)
SELECT government_id, competition_id, edition_id, year, sum(prize_idr)::BIGINT AS prize_idr,
    count(*) FILTER (prize_idr IS NULL) AS unstated,
    count(*) AS numerator, NULL::BIGINT AS denominator, count(*)::DOUBLE AS value,
    NULL::DOUBLE AS low, NULL::DOUBLE AS high, 'at_least' AS basis,
    list_sort(list(DISTINCT source_id) FILTER (source_id IS NOT NULL)) AS sources,
    CASE WHEN unstated > 0 THEN 'prize_unknown' END AS reason
FROM scopes GROUP BY ALL
