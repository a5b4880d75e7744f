-- A rate over a list of winners alone: the stage before is no whole list and no published total stands against it.
SELECT s.edition_id, s.stage_id, s.scope_kind, s.scope_id FROM stage_steps s
LEFT JOIN row_counts p ON p.edition_id = s.edition_id AND p.stage_id = s.from_stage_id AND p.scope_kind = s.scope_kind
    AND p.scope_id = s.scope_id
WHERE s.pair = 'rows' AND NOT coalesce(p.whole_list, false)
