SELECT d.decision_id, d.government_id, d.meeting_id, d.text, d.owner, d.due_on, d.done_on, m.on_date
FROM warehouse.decisions d LEFT JOIN warehouse.meetings m ON m.meeting_id = d.meeting_id
ORDER BY d.done_on NULLS FIRST, d.due_on NULLS LAST, d.decision_id
