-- title.id = "Partisipasi perangkat daerah"
-- title.en = "Participation of agencies"
-- unit = "share"
-- good = "more"
-- grain = "government × year"
-- keys = ["government_id", "year"]
-- columns = ["met", "draft_only", "none", "no_data", "exempt", "unattributed"]
-- means.id = "Banyaknya perangkat daerah yang memenuhi kebijakan dibagi banyaknya perangkat daerah yang berlaku dan dihitung pada tahun itu."
-- means.en = "Agencies that met the policy, over the agencies in force and counted in that year."
-- means_not.id = "Bukan banyaknya inovasi dibagi perangkat daerah: sepuluh usulan dari satu perangkat daerah tetap satu."
-- means_not.en = "Not innovations over agencies: ten entries of one agency still count as one agency."
-- caveats.id = "Bila ada perangkat daerah tanpa data, hasilnya rentang. Usulan tanpa nama perangkat daerah hanya dapat menaikkan batas atas."
-- caveats.en = "Where agencies are without data the result is a range. Entries that name no agency can only raise the upper bound."
WITH states AS (
    SELECT government_id, year, count(*) FILTER (state = 'met') AS met, count(*) FILTER (state = 'draft_only')
        AS draft_only,
        count(*) FILTER (state = 'none') AS none, count(*) FILTER (state = 'no_data') AS no_data,
        count(*) FILTER (state = 'exempt') AS exempt, any_value(unattributed) AS unattributed,
        list_sort(list_distinct(flatten(list(sources)))) AS sources
    FROM warehouse.board GROUP BY ALL
),
shares AS (SELECT *, met + draft_only + none + no_data AS every FROM states)
SELECT government_id, year, met, draft_only, none, no_data, exempt, unattributed,
    met AS numerator, every AS denominator,
    CASE WHEN every > 0 AND no_data = 0 THEN met / every::DOUBLE END AS value,
    CASE WHEN every > 0 AND (no_data > 0 OR unattributed > 0) THEN met / every::DOUBLE END AS low,
    CASE WHEN every > 0 AND no_data > 0 THEN (met + no_data) / every::DOUBLE
         WHEN every > 0 AND unattributed > 0 THEN (met + least(unattributed, none)) / every::DOUBLE END AS high,
    CASE WHEN no_data = 0 THEN 'rows' WHEN met > 0 THEN 'at_least' ELSE 'unknown' END AS basis,
    list_filter(sources, lambda s: s IS NOT NULL) AS sources,
    CASE WHEN every = 0 THEN 'no_agencies' WHEN no_data > 0 THEN 'year_incomplete'
         WHEN unattributed > 0 AND none > 0 THEN 'unattributed|n=' || unattributed END AS reason
FROM shares
