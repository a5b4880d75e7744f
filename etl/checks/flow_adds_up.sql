-- Where rows are whole lists, those that entered a stage passed, failed, are pending, withdrew, or nobody knows.
SELECT edition_id, stage_id, scope_kind, scope_id FROM row_counts
WHERE entered <> passed + failed + pending + withdrawn + unknown
