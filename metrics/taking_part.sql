-- title.id = "Keikutsertaan pemerintah"
-- title.en = "Governments taking part"
-- unit = "editions"
-- good = "more"
-- grain = "government × competition × edition"
-- keys = ["government_id", "competition_id", "edition_id", "year"]
-- columns = ["taken_part", "streak", "streak_at_least"]
-- means.id = "Apakah pemerintah itu diketahui ikut dalam tiap edisi, dan sudah berapa edisi berturut-turut."
-- means.en = "Whether a government is known to have taken part in each edition, and in how many editions in a row."
-- means_not.id = "Edisi yang tidak diketahui bukan berarti tidak ikut."
-- means_not.en = "An edition of which nothing is known does not mean that it stayed away."
-- caveats.id = "Rentetan dihitung menurut edisi lomba itu, bukan tahun kalender; 'sekurang-kurangnya' bila edisi sebelumnya tidak diketahui. Angka terbitan '≥' juga menunjukkan keikutsertaan."
-- caveats.en = "The run counts the contest's editions, not calendar years; it is a lower bound where the edition before is unknown. Totals given as '≥' count as taking part."
WITH known AS (
    SELECT government_id, competition_id, edition_id, year, value, basis, sources, from_total,
        row_number() OVER (PARTITION BY government_id, competition_id ORDER BY year, edition_id) AS place
    FROM (
        SELECT g.government_id, e.competition_id, e.edition_id, e.year, i.value, i.from_total, coalesce(i.basis,
            'unknown') AS basis,
            coalesce(i.sources, []) AS sources
        FROM (SELECT DISTINCT government_id, competition_id FROM warehouse.intake_counts
            WHERE scope_kind = 'government') g
        JOIN warehouse.edition_facts e ON e.competition_id = g.competition_id
        LEFT JOIN warehouse.intake_counts i ON i.edition_id = e.edition_id AND i.scope_kind = 'government'
            AND i.scope_id = g.government_id)
),
runs AS (
    SELECT *, max(CASE WHEN value >= 1 THEN NULL ELSE place END) OVER past AS broken,
        -- arg_max passes NULL by, so an unknown edition is marked -1
        arg_max(coalesce(value, -1), CASE WHEN value >= 1 THEN NULL ELSE place END) OVER past AS broken_value
    FROM known
    WINDOW past AS (PARTITION BY government_id, competition_id ORDER BY place ROWS BETWEEN UNBOUNDED PRECEDING
        AND CURRENT ROW)
)
SELECT government_id, competition_id, edition_id, year,
    CASE WHEN value >= 1 THEN true WHEN value = 0 THEN false END AS taken_part,
    place - coalesce(broken, 0) AS streak,
    broken IS NULL OR broken_value = -1 AS streak_at_least,
    value AS numerator, NULL::BIGINT AS denominator, value::DOUBLE AS value, NULL::DOUBLE AS low, NULL::DOUBLE
        AS high,
    basis, sources,
    CASE WHEN value IS NULL THEN 'no_coverage' WHEN basis = 'at_least' AND from_total THEN 'at_least_total'
         WHEN basis = 'at_least' THEN 'rows_partial' END AS reason
FROM runs
