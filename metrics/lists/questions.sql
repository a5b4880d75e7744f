SELECT q.dataset, q.table_name, q.line, q.column_name, q.value, q.code, q.detail, q.suggestions, n.government_id,
    n.year,
    n.submission_id
FROM warehouse.questions q
LEFT JOIN warehouse.entries n ON q.table_name = 'submissions' AND n.dataset = q.dataset AND n.line = q.line
ORDER BY q.dataset, q.table_name, q.line
