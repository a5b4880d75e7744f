-- Scopes about which anything is known, per edition. A local contest is known as a whole and for its owner.
CREATE TABLE scopes AS
WITH named AS (
    SELECT edition_id, 'all' AS scope_kind, 'all' AS scope_id FROM editions
    UNION SELECT edition_id, 'government', owner_id FROM edition_facts WHERE owner_id IS NOT NULL
    UNION SELECT edition_id, 'government', government_id FROM entries WHERE government_id IS NOT NULL
    UNION SELECT edition_id, 'agency', agency_id FROM entries WHERE agency_id IS NOT NULL
    UNION SELECT edition_id, scope_kind, scope_id FROM coverage WHERE edition_id IS NOT NULL
    UNION SELECT edition_id, scope_kind, scope_id FROM reported_counts
    UNION SELECT edition_id, 'government', scope_id FROM targets WHERE scope_kind = 'government'
        AND edition_id IS NOT NULL
)
SELECT n.edition_id, n.scope_kind, n.scope_id,
    CASE n.scope_kind WHEN 'government' THEN n.scope_id WHEN 'agency' THEN a.government_id END AS government_id
FROM named n LEFT JOIN agencies a ON a.agency_id = CASE n.scope_kind WHEN 'agency' THEN n.scope_id END;

-- Statements that the rows are all that a government handed in in a year.
CREATE TABLE stated_years AS
SELECT scope_id AS government_id, year, list_sort(list(DISTINCT source_id)) AS sources
FROM coverage WHERE edition_id IS NULL AND scope_kind = 'government' AND extent = 'complete'
    AND (stage_id IS NULL OR stage_id <> 'agencies') GROUP BY ALL;

-- What each coverage row says of a stage, also for the twin scope of a local contest. A row about a year speaks of all
-- that the government handed in: of the stage of intake of each edition of that year, where nothing nearer is said.
CREATE TABLE stated_coverage AS
WITH twinned AS (
    SELECT edition_id, stage_id, scope_kind, scope_id, extent, source_id, 0 AS lent
    FROM coverage WHERE edition_id IS NOT NULL
    UNION ALL
    SELECT c.edition_id, c.stage_id, 'government', e.owner_id, c.extent, c.source_id, 1
    FROM coverage c JOIN edition_facts e USING (edition_id) WHERE c.scope_kind = 'all' AND e.owner_id IS NOT NULL
    UNION ALL
    SELECT c.edition_id, c.stage_id, 'all', 'all', c.extent, c.source_id, 1
    FROM coverage c JOIN edition_facts e USING (edition_id)
    WHERE c.scope_kind = 'government' AND c.scope_id = e.owner_id
    UNION ALL
    SELECT e.edition_id, i.submitted_stage, 'government', y.government_id, 'complete', y.sources[1], 2
    FROM stated_years y JOIN edition_facts e ON e.year = y.year JOIN intake_stages i ON i.edition_id = e.edition_id
    WHERE i.submitted_stage IS NOT NULL
)
SELECT edition_id, stage_id, scope_kind, scope_id, arg_min(extent, lent) AS extent,
    arg_min(source_id, lent) AS source_id
FROM twinned GROUP BY ALL;

-- What a list of the whole says of its parts: where entries name no government, it is whole for none of them.
CREATE TABLE coverage_of_parts AS
SELECT c.edition_id, c.stage_id, c.source_id,
    CASE WHEN c.extent IN ('complete', 'passed_only') AND n.edition_id IS NOT NULL THEN 'partial' ELSE c.extent END AS extent
FROM stated_coverage c
LEFT JOIN (SELECT DISTINCT edition_id FROM entries WHERE government_id IS NULL) n ON n.edition_id = c.edition_id
WHERE c.scope_kind = 'all';

-- How complete the rows are, per scope and held stage: what is said of the scope; else what is said of a larger one;
-- else, where no row speaks of the stage, complete below a complete intake once the stage is concluded, unless rows show
-- entries beyond the stage without a result at it: then its results were not gathered.
CREATE TABLE stage_extents AS
WITH cells AS (
    SELECT sc.*, CASE sc.scope_kind WHEN 'agency' THEN sc.government_id END AS of_government,
        CASE WHEN sc.scope_kind <> 'all' THEN sc.edition_id END AS of_whole, b.for_government, b.stage_id, b.stage_order,
            b.kind, b.name AS stage_name, b."group",
        b.previous_stage_id, k.concluded
    FROM scopes sc
    LEFT JOIN own_views v ON v.edition_id = sc.edition_id AND v.for_government = sc.government_id
    JOIN stage_before b ON b.edition_id = sc.edition_id AND b.for_government IS NOT DISTINCT FROM v.for_government
    JOIN stage_concluded k ON k.edition_id = b.edition_id AND k.stage_id = b.stage_id
    WHERE sc.scope_kind IN ('all', 'government', 'agency')  -- levels and provinces are known from published totals only
),
said AS (
    SELECT c.*, coalesce(own.extent, gov.extent, whole.extent) AS said_extent,
        CASE WHEN own.extent IS NOT NULL THEN own.source_id WHEN gov.extent IS NOT NULL THEN gov.source_id
             ELSE whole.source_id END AS coverage_source
    FROM cells c
    LEFT JOIN stated_coverage own ON own.edition_id = c.edition_id AND own.stage_id = c.stage_id
        AND own.scope_kind = c.scope_kind AND own.scope_id = c.scope_id
    LEFT JOIN stated_coverage gov ON gov.edition_id = c.edition_id AND gov.stage_id = c.stage_id
        AND gov.scope_kind = 'government' AND gov.scope_id = c.of_government
    LEFT JOIN coverage_of_parts whole ON whole.edition_id = c.of_whole AND whole.stage_id = c.stage_id
),
whole_intake AS (
    SELECT edition_id, scope_kind, scope_id, min(stage_order) AS intake_order, any_value(coverage_source)
        AS intake_source
    FROM said WHERE kind = 'submitted' AND said_extent = 'complete' GROUP BY ALL
),
heirs AS (
    SELECT s.*, w.intake_source FROM said s JOIN whole_intake w USING (edition_id, scope_kind, scope_id)
    WHERE s.said_extent IS NULL AND s.concluded AND w.intake_order < s.stage_order
),
in_scope AS (
    SELECT h.edition_id, h.stage_id, h.scope_kind, h.scope_id, h.for_government, h.stage_order, h."group",
        n.submission_id
    FROM heirs h JOIN entries n ON n.edition_id = h.edition_id
        AND h.scope_id = CASE h.scope_kind WHEN 'all' THEN 'all' WHEN 'agency'
        THEN n.agency_id ELSE n.government_id END
),
not_gathered AS (
    SELECT DISTINCT i.edition_id, i.stage_id, i.scope_kind, i.scope_id
    FROM in_scope i
    JOIN stage_results r ON r.submission_id = i.submission_id
    JOIN stage_before l ON l.edition_id = i.edition_id AND l.stage_id = r.stage_id
        AND l.for_government IS NOT DISTINCT FROM i.for_government AND l.stage_order > i.stage_order
        AND feeds(i."group", l."group")
    WHERE NOT EXISTS (SELECT 1 FROM stage_results x WHERE x.submission_id = i.submission_id
        AND x.stage_id = i.stage_id)
)
SELECT s.* EXCLUDE (said_extent, coverage_source, of_government, of_whole),
    CASE WHEN said_extent IS NOT NULL THEN said_extent
         WHEN h.stage_id IS NOT NULL AND g.stage_id IS NULL THEN 'complete' ELSE 'none' END AS extent,
    CASE WHEN said_extent IS NOT NULL THEN s.coverage_source WHEN g.stage_id IS NULL THEN h.intake_source
        END AS coverage_source
FROM said s
LEFT JOIN (SELECT edition_id, stage_id, scope_kind, scope_id, intake_source FROM heirs) h
    USING (edition_id, stage_id, scope_kind, scope_id)
LEFT JOIN not_gathered g USING (edition_id, stage_id, scope_kind, scope_id);
