SELECT q.dataset, q.table_name, q.line, q.place AS cell, q.column_name, q.value, q.code, q.detail, q.cells::VARCHAR AS cells,
    coalesce(b.government_id, q.cells ->> '$.government_id') AS government_id
FROM warehouse.quarantine q LEFT JOIN warehouse.batches b ON b.batch = q.dataset
ORDER BY q.dataset, q.table_name, q.line, q.place
