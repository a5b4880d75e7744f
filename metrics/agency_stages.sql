-- title.id = "Tingkat kelulusan satu perangkat daerah"
-- title.en = "Pass rates of one agency"
-- unit = "share"
-- good = "more"
-- grain = "agency × edition × stage × group × side"
-- keys = ["government_id", "agency_id", "competition_id", "edition_id", "stage_id", "group", "side"]
-- columns = ["year", "editions", "from_stage_id", "stage_order", "kind", "stage_name", "pending", "concluded"]
-- means.id = "Tingkat kelulusan tiap tahap untuk satu perangkat daerah beserta unit yang dihitung baginya (side: agency), berdampingan dengan pemerintahnya (government) dan seluruh peserta lomba (all); dengan selang Wilson 95 %. Baris tanpa edisi menjumlahkan edisi-edisi suatu lomba."
-- means.en = "The pass rate of each stage for one agency with the units that count for it (side: agency), beside its government (government) and the whole contest (all); with the 95 % Wilson interval. A row without an edition adds up the editions of a contest."
-- means_not.id = "Bukan peringkat: dengan satu atau dua usulan selangnya hampir mencakup segalanya."
-- means_not.en = "No ranking: with one or two entries the interval covers nearly everything."
-- caveats.id = "Aturannya sama dengan stage_pass_rate; kelulusan hanya ada bila barisnya lengkap pada kedua sisi. Yang dijumlahkan hanya edisi yang tahapnya selesai dan memiliki kelulusan, dengan tahap asal dan dasar yang sama; sisi lain dijumlahkan hanya bila memiliki kelulusan pada edisi-edisi yang sama."
-- caveats.en = "The rules are those of stage_pass_rate; there is a rate only where the rows are whole on both sides. Only editions whose stage is over and has a rate are added up, with the same stage before and the same basis; another side is added up only where it has a rate in every one of the same editions."
WITH sides AS NOT MATERIALIZED (
    SELECT government_id, agency_id, competition_id, edition_id, year, stage_id, "group", 'agency' AS side, stage_order,
        kind, stage_name, concluded, paired, from_stage_id, entered, CASE WHEN basis <> 'unknown' THEN passed END AS passed,
        pending, basis, sources, reason
    FROM warehouse.agency_steps
    UNION ALL
    SELECT o.government_id, o.agency_id, o.competition_id, o.edition_id, o.year, o.stage_id, o."group", 'government',
        s.stage_order, s.kind, s.stage_name, s.concluded, s.pair IS NOT NULL, s.from_stage_id, s.entered, s.passed,
        s.pending, s.basis, s.sources, s.reason
    FROM warehouse.agency_steps o
    JOIN warehouse.stage_steps s ON s.scope_kind = 'government' AND s.scope_id = o.government_id
        AND s.edition_id = o.edition_id AND s.stage_id = o.stage_id AND s."group" IS NOT DISTINCT FROM o."group"
    UNION ALL
    SELECT o.government_id, o.agency_id, o.competition_id, o.edition_id, o.year, o.stage_id, o."group", 'all',
        s.stage_order, s.kind, s.stage_name, s.concluded, s.pair IS NOT NULL, s.from_stage_id, s.entered, s.passed,
        s.pending, s.basis, s.sources, s.reason
    FROM warehouse.agency_steps o
    JOIN warehouse.edition_facts e ON e.edition_id = o.edition_id AND e.owner_id IS DISTINCT FROM o.government_id
    JOIN warehouse.stage_steps s ON s.scope_kind = 'all' AND s.edition_id = o.edition_id
        AND s.stage_id = o.stage_id AND s."group" IS NOT DISTINCT FROM o."group"
),
over AS NOT MATERIALIZED (
    SELECT *, paired AND entered > 0 AND coalesce(pending, 0) = 0 AS finished FROM sides
),
ours AS NOT MATERIALIZED (
    SELECT agency_id, competition_id, stage_id, "group", any_value(from_stage_id) AS from_stage_id, count(*) AS editions
    FROM over WHERE side = 'agency' AND finished GROUP BY ALL HAVING count(DISTINCT from_stage_id) = 1
),
added AS NOT MATERIALIZED (
    SELECT o.government_id, o.agency_id, o.competition_id, o.stage_id, o."group", o.side, u.editions,
        arg_max(o.stage_order, o.year) AS stage_order, arg_max(o.kind, o.year) AS kind,
        arg_max(o.stage_name, o.year) AS stage_name, any_value(o.from_stage_id) AS from_stage_id,
        sum(o.entered)::BIGINT AS entered, sum(o.passed)::BIGINT AS passed, any_value(o.basis) AS basis,
        list_sort(list_distinct(flatten(list(o.sources)))) AS sources
    FROM over o
    JOIN ours u ON u.agency_id = o.agency_id AND u.competition_id = o.competition_id AND u.stage_id = o.stage_id
        AND u."group" IS NOT DISTINCT FROM o."group" AND u.from_stage_id = o.from_stage_id
    JOIN over a ON a.agency_id = o.agency_id AND a.edition_id = o.edition_id AND a.stage_id = o.stage_id
        AND a."group" IS NOT DISTINCT FROM o."group" AND a.side = 'agency' AND a.finished
    WHERE o.finished GROUP BY ALL HAVING count(*) = u.editions AND count(DISTINCT o.basis) = 1
),
every AS NOT MATERIALIZED (
    SELECT government_id, agency_id, competition_id, edition_id, year, 1 AS editions, stage_id, "group", side, stage_order,
        kind, stage_name, concluded, coalesce(paired, false) AS paired, from_stage_id, entered, passed, pending, basis,
        sources, reason
    FROM sides
    UNION ALL
    SELECT government_id, agency_id, competition_id, NULL, NULL, editions, stage_id, "group", side, stage_order,
        kind, stage_name, true, true, from_stage_id, entered, passed, 0, basis, sources, NULL
    FROM added
)
SELECT government_id, agency_id, competition_id, edition_id, year, editions, stage_id, "group", side, from_stage_id,
    stage_order, kind, stage_name, pending, concluded, passed AS numerator,
    CASE WHEN paired THEN entered END AS denominator,
    CASE WHEN paired AND entered > 0 THEN passed / entered::DOUBLE END AS value,
    CASE WHEN paired AND entered > 0 THEN wilson_low(passed, entered) END AS low,
    CASE WHEN paired AND entered > 0 THEN wilson_high(passed, entered) END AS high,
    basis, list_filter(sources, lambda s: s IS NOT NULL) AS sources, reason
FROM every
