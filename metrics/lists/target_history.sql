-- Every version of every target: the row in use and those that a later batch replaced, earliest first, each with who
-- entered it. Blank for shipped data. Earlier cells stand as they were read: `written` is the value's text, `value` NULL
-- where that text is no plain number.
WITH versions AS (
    SELECT target_id, scope_kind, scope_id, comparator, value, value::VARCHAR AS written, set_on, set_by, source_id, note,
        dataset, line, true AS in_use
    FROM warehouse.targets
    UNION ALL
    SELECT key, cells ->> '$.scope_kind', cells ->> '$.scope_id', cells ->> '$.comparator',
        try_cast(cells ->> '$.value' AS DOUBLE), cells ->> '$.value', cells ->> '$.set_on', cells ->> '$.set_by',
        cells ->> '$.source_id', cells ->> '$.note', dataset, line, false
    FROM warehouse.superseded WHERE table_name = 'targets'
)
SELECT v.target_id, CASE v.scope_kind WHEN 'government' THEN v.scope_id WHEN 'agency' THEN a.government_id
    END AS government_id,
    v.comparator, v.value, v.written, v.set_on, v.set_by, v.source_id, v.note, v.in_use, v.dataset,
    b.what AS entered_as, b."by" AS entered_by, b."at" AS entered_at
FROM versions v
LEFT JOIN warehouse.batches b ON b.batch = v.dataset
LEFT JOIN warehouse.agencies a ON v.scope_kind = 'agency' AND a.agency_id = v.scope_id
ORDER BY v.target_id, v.in_use, coalesce(b.number, 0), v.dataset, v.line
