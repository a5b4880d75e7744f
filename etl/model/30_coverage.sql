-- Scopes about which anything is known, per edition. A local contest is known as a whole and for its owner.
CREATE TABLE scopes AS
WITH named AS (
    SELECT edition_id, 'all' AS scope_kind, 'all' AS scope_id FROM editions
    UNION SELECT edition_id, 'government', owner_id FROM edition_facts WHERE owner_id IS NOT NULL
    UNION SELECT edition_id, 'government', government_id FROM entries WHERE government_id IS NOT NULL
    UNION SELECT edition_id, 'agency', agency_id FROM entries WHERE agency_id IS NOT NULL
    UNION SELECT edition_id, scope_kind, scope_id FROM coverage WHERE edition_id IS NOT NULL
    UNION SELECT edition_id, scope_kind, scope_id FROM reported_counts
    UNION SELECT edition_id, 'government', scope_id FROM targets WHERE scope_kind = 'government' AND edition_id IS NOT NULL
)
SELECT n.edition_id, n.scope_kind, n.scope_id,
    CASE n.scope_kind WHEN 'government' THEN n.scope_id WHEN 'agency' THEN a.government_id END AS government_id
FROM named n LEFT JOIN agencies a ON n.scope_kind = 'agency' AND a.agency_id = n.scope_id;

-- What each coverage row says, also for the twin scope of a local contest.
CREATE TABLE stated_coverage AS
WITH twinned AS (
    SELECT edition_id, stage_id, scope_kind, scope_id, extent, source_id, false AS lent
    FROM coverage WHERE edition_id IS NOT NULL
    UNION ALL
    SELECT c.edition_id, c.stage_id, 'government', e.owner_id, c.extent, c.source_id, true
    FROM coverage c JOIN edition_facts e USING (edition_id) WHERE c.scope_kind = 'all' AND e.owner_id IS NOT NULL
    UNION ALL
    SELECT c.edition_id, c.stage_id, 'all', 'all', c.extent, c.source_id, true
    FROM coverage c JOIN edition_facts e USING (edition_id)
    WHERE c.scope_kind = 'government' AND c.scope_id = e.owner_id
)
SELECT edition_id, stage_id, scope_kind, scope_id, arg_min(extent, lent) AS extent,
    arg_min(source_id, lent) AS source_id
FROM twinned GROUP BY ALL;

-- How complete the rows are, per scope and held stage: what is said of the scope; else what is said of a larger one;
-- else, where no row speaks of the stage, complete below a complete intake once the stage is concluded.
CREATE TABLE stage_extents AS
WITH cells AS (
    SELECT sc.*, b.for_government, b.stage_id, b.stage_order, b.kind, b.name AS stage_name, b."group",
        b.previous_stage_id, k.concluded
    FROM scopes sc
    JOIN stage_before b ON b.edition_id = sc.edition_id AND b.for_government IS NOT DISTINCT FROM (
        SELECT any_value(v.for_government) FROM stage_before v
        WHERE v.edition_id = sc.edition_id AND v.for_government = sc.government_id)
    JOIN stage_concluded k ON k.edition_id = b.edition_id AND k.stage_id = b.stage_id
),
said AS (
    SELECT c.*, coalesce(own.extent, gov.extent, whole.extent) AS said_extent,
        CASE WHEN own.extent IS NOT NULL THEN own.source_id WHEN gov.extent IS NOT NULL THEN gov.source_id
             ELSE whole.source_id END AS coverage_source
    FROM cells c
    LEFT JOIN stated_coverage own ON own.edition_id = c.edition_id AND own.stage_id = c.stage_id
        AND own.scope_kind = c.scope_kind AND own.scope_id = c.scope_id
    LEFT JOIN stated_coverage gov ON gov.edition_id = c.edition_id AND gov.stage_id = c.stage_id
        AND c.scope_kind = 'agency' AND gov.scope_kind = 'government' AND gov.scope_id = c.government_id
    LEFT JOIN stated_coverage whole ON whole.edition_id = c.edition_id AND whole.stage_id = c.stage_id
        AND c.scope_kind IN ('government', 'agency') AND whole.scope_kind = 'all'
)
SELECT s.* EXCLUDE (said_extent, coverage_source),
    CASE WHEN said_extent IS NOT NULL THEN said_extent
         WHEN concluded AND complete_above THEN 'complete' ELSE 'none' END AS extent,
    CASE WHEN said_extent IS NOT NULL THEN coverage_source
         WHEN concluded AND complete_above THEN above_source END AS coverage_source
FROM (
    SELECT said.*,
        bool_or(said_extent = 'complete' AND kind = 'submitted') OVER earlier AS complete_above,
        any_value(coverage_source) FILTER (said_extent = 'complete' AND kind = 'submitted') OVER earlier AS above_source
    FROM said
    WINDOW earlier AS (PARTITION BY edition_id, scope_kind, scope_id ORDER BY stage_order
        RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
) s;
