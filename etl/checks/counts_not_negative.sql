-- A count below zero, or more passed than entered.
SELECT edition_id, stage_id, scope_kind, scope_id, entered, passed FROM stage_steps
WHERE entered < 0 OR passed < 0 OR failed < 0 OR (pair IS NOT NULL AND passed > entered)
