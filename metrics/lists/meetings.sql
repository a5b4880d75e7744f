SELECT meeting_id, government_id, on_date, place, kind, note FROM warehouse.meetings ORDER BY on_date, meeting_id
