-- One row per edition with what its competition says; one whose type nobody stated is taken for a contest. A local
-- contest belongs to one government (owner_id): for it the scope "all" and the owner's own scope are the same thing.
CREATE TABLE edition_facts AS
SELECT e.edition_id, e.competition_id, e.year, coalesce(c.type, 'contest') AS competition_type,
    c.level AS competition_level, c.government_id AS organiser_id,
    CASE WHEN c.level = 'local' THEN c.government_id END AS owner_id,
    e.opens_on, e.closes_on, first_day_of(e.opens_on) AS opens_day, last_day_of(e.closes_on) AS closes_day,
    e.source_id, e.dataset
FROM editions e JOIN competitions c USING (competition_id);

-- Held stages as they are seen from the organiser (for_government NULL) and from each government that has
-- preparation stages of its own, with the stage before: the nearest earlier held stage of a compatible group.
CREATE TABLE stage_before AS
WITH views AS (
    SELECT DISTINCT edition_id, NULL::VARCHAR AS for_government FROM stages
    UNION
    SELECT DISTINCT edition_id, government_id FROM stages WHERE government_id IS NOT NULL
),
seen AS (
    SELECT v.for_government, s.edition_id, s.stage_id, s.stage_order, s.kind, s.name, s."group", s.government_id
    FROM views v JOIN stages s ON s.edition_id = v.edition_id
        AND s.status IS DISTINCT FROM 'planned'
        AND (s.government_id IS NULL OR s.government_id = v.for_government)
)
SELECT a.*, (
    SELECT arg_max(b.stage_id, (b.stage_order, b.stage_id)) FROM seen b
    WHERE b.edition_id = a.edition_id AND b.for_government IS NOT DISTINCT FROM a.for_government
        AND b.stage_order < a.stage_order
        AND feeds(b."group", a."group")
) AS previous_stage_id
FROM seen a;

-- Governments that see an edition with preparation stages of their own.
CREATE TABLE own_views AS SELECT DISTINCT edition_id, for_government FROM stage_before
    WHERE for_government IS NOT NULL;

-- A stage is concluded once its last day is past, or a later stage has results or a published total.
CREATE TABLE stage_concluded AS
WITH spoken AS (
    SELECT s.edition_id, r.stage_id FROM stage_results r JOIN submissions s USING (submission_id)
    UNION
    SELECT edition_id, stage_id FROM reported_counts
),
furthest AS (
    SELECT edition_id, max(st.stage_order) AS stage_order
    FROM spoken JOIN stages st USING (edition_id, stage_id)
    WHERE st.status IS DISTINCT FROM 'planned' GROUP BY edition_id
)
SELECT st.edition_id, st.stage_id,
    coalesce(last_day_of(st.ends_on) < (SELECT as_of FROM build_day), false)
        OR coalesce(st.stage_order < f.stage_order, false) AS concluded
FROM stages st LEFT JOIN furthest f USING (edition_id);

-- Where entries of an edition are handed in: its first held stage of kind `submitted`, and of kind `registered`.
CREATE TABLE intake_stages AS
SELECT edition_id,
    arg_min(stage_id, stage_order) FILTER (kind = 'submitted') AS submitted_stage,
    arg_min(stage_id, stage_order) FILTER (kind = 'registered') AS registered_stage
FROM stages WHERE status IS DISTINCT FROM 'planned' AND government_id IS NULL GROUP BY edition_id;
