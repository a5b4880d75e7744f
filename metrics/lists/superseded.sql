SELECT s.dataset, s.table_name, s.line, s.place AS cell, s.key, s.cells::VARCHAR AS cells, s.by_dataset,
    b.what, b."by", b."at", coalesce(s.cells ->> '$.government_id', b.government_id) AS government_id
FROM warehouse.superseded s JOIN warehouse.batches b ON b.batch = s.by_dataset
ORDER BY b.number DESC, s.table_name, s.key, s.dataset
