-- How entries came in day by day, for editions whose closing day is known to the day: one line per edition, scope and kind
-- of count, always of one basis. Whole rows that all have their day draw it; else dated counts that were published; else the
-- rows there are, as "at least". While an edition is open, rows that reach every published count stand in for it: they go
-- on to the day of the build. No line for agencies: at the size of the nation that would be a row per entry.
CREATE TABLE hand_in_curve AS
WITH closing AS (
    SELECT e.edition_id, e.owner_id, e.closes_day, b.as_of, least(e.closes_day, b.as_of) AS end_day,
        e.closes_day < b.as_of AS closed
    FROM edition_facts e CROSS JOIN build_day b WHERE e.closes_day = first_day_of(e.closes_on)
),
written AS (
    SELECT n.edition_id, n.government_id, n.submitted_on, count(*) AS n
    FROM entries n JOIN closing USING (edition_id) WHERE n.handed_in GROUP BY ALL
),
days AS (  -- each date read once. No day: it is not known, or lies ahead; one after closing counts on the closing day
    SELECT w.edition_id, w.submitted_on, last_day_of(w.submitted_on) AS said,
        coalesce(said = first_day_of(w.submitted_on) AND said <= c.as_of, false) AS known,
        CASE WHEN known THEN least(said, c.closes_day) END AS day, known AND said > c.closes_day AS late
    FROM (SELECT DISTINCT edition_id, submitted_on FROM written) w JOIN closing c USING (edition_id)
),
dated AS (
    SELECT w.edition_id, w.government_id, w.n, d.day, d.late
    FROM written w JOIN days d ON d.edition_id = w.edition_id AND d.submitted_on IS NOT DISTINCT FROM w.submitted_on
),
came_in AS (
    SELECT edition_id, 'all' AS scope_kind, 'all' AS scope_id, day, sum(n)::BIGINT AS n,
        coalesce(sum(n) FILTER (late), 0)::BIGINT AS late
    FROM dated GROUP BY ALL
    UNION ALL
    SELECT edition_id, 'government', government_id, day, sum(n)::BIGINT, coalesce(sum(n) FILTER (late), 0)::BIGINT
    FROM dated WHERE government_id IS NOT NULL GROUP BY ALL
),
tallies AS (
    SELECT edition_id, scope_kind, scope_id, coalesce(sum(n) FILTER (day IS NULL), 0)::BIGINT AS undated,
        sum(late)::BIGINT AS late
    FROM came_in GROUP BY ALL
),
counted AS (
    SELECT edition_id, scope_kind, scope_id, day,
        sum(n) OVER (PARTITION BY edition_id, scope_kind, scope_id ORDER BY day)::BIGINT AS n
    FROM came_in WHERE day IS NOT NULL
),
told AS (  -- the whole of a local contest is its owner
    SELECT edition_id, stage_id, as_of, coalesce(scope_kind, 'all') AS scope_kind, coalesce(scope_id, 'all') AS scope_id,
        "group", value, source_id FROM intake_progress
),
twinned AS (
    SELECT * FROM told
    UNION
    SELECT t.* REPLACE ('government' AS scope_kind, c.owner_id AS scope_id) FROM told t JOIN closing c USING (edition_id)
    WHERE t.scope_kind = 'all' AND c.owner_id IS NOT NULL
    UNION
    SELECT t.* REPLACE ('all' AS scope_kind, 'all' AS scope_id) FROM told t JOIN closing c USING (edition_id)
    WHERE t.scope_kind = 'government' AND t.scope_id = c.owner_id
),
published AS (  -- of rivals for one day the better grade, then the later source
    SELECT p.edition_id, p.scope_kind, p.scope_id,
        CASE p.stage_id WHEN i.submitted_stage THEN 'submitted' ELSE 'registered' END AS counted_as,
        last_day_of(p.as_of) AS day, p.value AS n, p.source_id
    FROM twinned p
    JOIN closing c ON c.edition_id = p.edition_id
    JOIN intake_stages i ON i.edition_id = p.edition_id AND p.stage_id IN (i.submitted_stage, i.registered_stage)
    JOIN stages st ON st.edition_id = p.edition_id AND st.stage_id = p.stage_id
    LEFT JOIN sources s ON s.source_id = p.source_id
    WHERE p."group" IS NULL AND st."group" IS NULL AND last_day_of(p.as_of) = first_day_of(p.as_of)
        AND last_day_of(p.as_of) <= c.end_day
    QUALIFY row_number() OVER (PARTITION BY p.edition_id, p.scope_kind, p.scope_id, p.stage_id, day
        ORDER BY coalesce(list_position(['official', 'register', 'press', 'own'], s.grade), 5),
            last_day_of(s.published_on) DESC NULLS LAST, p.source_id, p.value) = 1
),
reached AS (  -- whether the rows by each published day are at least as many
    SELECT p.edition_id, p.scope_kind, p.scope_id, p.counted_as,
        bool_and(p.counted_as = 'submitted' AND coalesce(r.n, 0) >= p.n) AS by_rows
    FROM published p ASOF LEFT JOIN counted r ON r.edition_id = p.edition_id AND r.scope_kind = p.scope_kind
        AND r.scope_id = p.scope_id AND r.day <= p.day
    GROUP BY ALL
),
totals AS (  -- of published counts, the one at closing
    SELECT t.edition_id, t.scope_kind, t.scope_id, t.value, t.comparator, t.source_id,
        CASE t.stage_id WHEN i.submitted_stage THEN 'submitted' ELSE 'registered' END AS counted_as
    FROM reported t JOIN intake_stages i ON i.edition_id = t.edition_id
        AND t.stage_id IN (i.submitted_stage, i.registered_stage)
    WHERE t.shown AND t.measure = 'entries' AND t.category IS NULL AND t."group" IS NULL
),
from_rows AS (
    SELECT o.edition_id, o.scope_kind, o.scope_id, o.counted_as, o.whole, coalesce(t.undated, 0) AS undated,
        coalesce(t.late, 0) AS late, o.n, o.value, o.comparator,
        list_sort(list_distinct(list_filter(o.row_sources, lambda s: s IS NOT NULL))) AS sources
    FROM intake_options o LEFT JOIN tallies t USING (edition_id, scope_kind, scope_id)
    WHERE o.counted_as = 'submitted' AND o.scope_kind IN ('all', 'government')
),
lines AS (
    SELECT edition_id, scope_kind, scope_id, counted_as, c.closes_day, c.end_day, c.closed, r.whole, r.sources,
        CASE WHEN r.whole AND r.undated = 0 THEN 'rows'
             WHEN p.by_rows AND NOT c.closed AND r.n > r.undated THEN 'at_least'
             WHEN p.by_rows IS NOT NULL THEN 'reported'
             WHEN r.n > r.undated THEN 'at_least' END AS basis,
        CASE WHEN basis <> 'reported' THEN r.undated END AS undated,
        CASE WHEN basis <> 'reported' THEN r.late END AS late,
        CASE WHEN NOT c.closed THEN NULL WHEN basis = 'reported' THEN t.value ELSE r.value END AS final,
        CASE WHEN basis = 'reported' THEN t.comparator ELSE r.comparator END = '=' AND final IS NOT NULL AS exact,
        CASE WHEN basis = 'reported' THEN t.source_id END AS total_source
    FROM from_rows r
    FULL JOIN reached p USING (edition_id, scope_kind, scope_id, counted_as)
    JOIN closing c USING (edition_id)
    LEFT JOIN totals t USING (edition_id, scope_kind, scope_id, counted_as)
),
points AS (
    SELECT l.edition_id, l.scope_kind, l.scope_id, l.counted_as, r.day, r.n, l.sources
    FROM lines l JOIN counted r USING (edition_id, scope_kind, scope_id) WHERE l.basis IN ('rows', 'at_least')
    UNION ALL  -- the end: as many as on the last day on which any came in
    SELECT l.edition_id, l.scope_kind, l.scope_id, l.counted_as, l.end_day, coalesce(r.n, 0), l.sources
    FROM lines l LEFT JOIN (SELECT edition_id, scope_kind, scope_id, max(day) AS day, max(n) AS n FROM counted
        GROUP BY ALL) r USING (edition_id, scope_kind, scope_id)
    WHERE l.basis IN ('rows', 'at_least') AND coalesce(r.day < l.end_day, true)
    UNION ALL
    SELECT l.edition_id, l.scope_kind, l.scope_id, l.counted_as, p.day, p.n,
        list_sort(list_distinct([p.source_id, CASE WHEN l.exact THEN l.total_source END]))
    FROM lines l JOIN published p USING (edition_id, scope_kind, scope_id, counted_as)
    WHERE l.basis = 'reported' AND NOT (l.exact AND p.day = l.closes_day)
    UNION ALL
    SELECT edition_id, scope_kind, scope_id, counted_as, closes_day, final, [total_source]
    FROM lines WHERE basis = 'reported' AND exact
)
SELECT CASE l.scope_kind WHEN 'government' THEN l.scope_id WHEN 'agency' THEN a.government_id END AS government_id,
    edition_id, l.scope_kind, l.scope_id, counted_as, date_diff('day', p.day, l.closes_day)::INTEGER AS days_before_closing,
    p.day, p.n, l.basis, l.whole, l.closed, l.final, l.exact, l.undated, l.late,
    list_filter(p.sources, lambda s: s IS NOT NULL) AS sources
FROM points p
JOIN lines l USING (edition_id, scope_kind, scope_id, counted_as)
LEFT JOIN agencies a ON a.agency_id = CASE l.scope_kind WHEN 'agency' THEN l.scope_id END
ORDER BY government_id, edition_id, counted_as, days_before_closing DESC;
