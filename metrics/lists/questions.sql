-- A question of a build stands at a line of a table, one of a file's reading at a cell ("Rekap!C14"); `row_cell` is the
-- place that the rows made of that line bear.
WITH entry_at AS (
    SELECT dataset, line, cell, government_id, year, submission_id,
        row_number() OVER (PARTITION BY dataset, cell ORDER BY line) AS nth
    FROM warehouse.entries
)
SELECT q.dataset, q.table_name, q.line, q.place AS cell, regexp_replace(q.place, '![A-Z]+', '!') AS row_cell, q.column_name,
    q.value, q.code, q.detail, q.suggestions, coalesce(n.government_id, b.government_id) AS government_id, n.year,
    n.submission_id
FROM warehouse.questions q
LEFT JOIN entry_at n ON q.table_name = 'submissions' AND n.dataset = q.dataset
    AND CASE WHEN q.line IS NULL THEN n.cell = regexp_replace(q.place, '![A-Z]+', '!') AND n.nth = 1
        ELSE n.line = q.line END
LEFT JOIN warehouse.batches b ON b.batch = q.dataset
ORDER BY q.dataset, q.table_name, q.line, q.place
