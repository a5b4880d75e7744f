SELECT * FROM warehouse.events ORDER BY on_date DESC NULLS LAST, event_id
