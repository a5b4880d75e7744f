-- A count that is unknown and yet has a value, or known and has none: NULL and 0 never meet.
SELECT edition_id, stage_id, scope_kind, scope_id FROM stage_counts WHERE (basis = 'unknown') <> (value IS NULL)
UNION ALL
SELECT edition_id, '', scope_kind, scope_id FROM intake_counts WHERE (basis = 'unknown') <> (value IS NULL)
