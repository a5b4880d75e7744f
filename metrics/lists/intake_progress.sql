SELECT i.edition_id, e.competition_id, e.year, i.stage_id, i.as_of, i.scope_kind, i.scope_id, i."group", i.value,
    i.source_id, i.note
FROM warehouse.intake_progress i JOIN warehouse.editions e ON e.edition_id = i.edition_id ORDER BY i.edition_id,
    i.as_of
