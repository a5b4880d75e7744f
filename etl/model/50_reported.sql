-- Published totals with the one that is shown among rivals: preferred, else the better grade, else the later source.
CREATE TABLE reported AS
WITH twinned AS (
    SELECT r.* FROM reported_counts r
    UNION ALL
    SELECT r.* REPLACE ('government' AS scope_kind, e.owner_id AS scope_id)
    FROM reported_counts r JOIN edition_facts e USING (edition_id)
    WHERE r.scope_kind = 'all' AND e.owner_id IS NOT NULL
    UNION ALL
    SELECT r.* REPLACE ('all' AS scope_kind, 'all' AS scope_id)
    FROM reported_counts r JOIN edition_facts e USING (edition_id)
    WHERE r.scope_kind = 'government' AND r.scope_id = e.owner_id
),
known AS (
    SELECT DISTINCT t.* REPLACE (coalesce(t."group", st."group") AS "group"), st.stage_order, st.kind,
        st.name AS stage_name, st.government_id AS stage_government,
        coalesce(list_position(['official', 'register', 'press', 'own'], s.grade), 5) AS grade_place,
        last_day_of(s.published_on) AS published_on
    FROM twinned t
    JOIN stages st USING (edition_id, stage_id)
    LEFT JOIN sources s ON s.source_id = t.source_id
),
ranked AS (
    SELECT *, row_number() OVER (
            PARTITION BY edition_id, stage_id, scope_kind, scope_id, "group", category, measure
            ORDER BY coalesce(preferred, false) DESC, grade_place, published_on DESC NULLS LAST,
                comparator = '=' DESC,
                source_id, value) AS place,
        count(DISTINCT (comparator, value)) OVER (
            PARTITION BY edition_id, stage_id, scope_kind, scope_id, "group", category, measure) AS figures
    FROM known
)
SELECT * EXCLUDE (place, figures), place = 1 AS shown, figures > 1 AS has_rivals FROM ranked
ORDER BY edition_id, stage_order, scope_kind, scope_id;

-- Exact totals of entries that may enter a rate, also for a joined group where each of its parts is published.
CREATE TABLE exact_totals AS
WITH direct AS (
    SELECT edition_id, stage_id, stage_order, kind, stage_name, scope_kind, scope_id, "group", value,
        [source_id] AS sources
    FROM reported WHERE shown AND comparator = '=' AND measure = 'entries' AND category IS NULL
),
joined AS (
    SELECT DISTINCT edition_id, "group" AS joined_group, unnest(parts_of("group")) AS part
    FROM direct WHERE contains("group", '+')
),
summed AS (
    SELECT d.edition_id, d.stage_id, d.stage_order, d.kind, d.stage_name, d.scope_kind, d.scope_id,
        j.joined_group AS "group", sum(d.value)::BIGINT AS value, list_sort(list_distinct(flatten(list(d.sources))))
            AS sources,
        count(*) = any_value(len(parts_of(j.joined_group))) AS every_part
    FROM direct d JOIN joined j ON j.edition_id = d.edition_id AND j.part = d."group"
    GROUP BY ALL
)
SELECT * FROM direct
UNION ALL
SELECT * EXCLUDE (every_part) FROM summed s WHERE every_part AND NOT EXISTS (
    SELECT 1 FROM direct d WHERE d.edition_id = s.edition_id AND d.stage_id = s.stage_id
        AND d.scope_kind = s.scope_kind AND d.scope_id = s.scope_id AND d."group" = s."group");
