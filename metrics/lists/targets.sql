SELECT t.target_id, t.scope_kind, t.scope_id, CASE WHEN t.scope_kind = 'government' THEN t.scope_id
    END AS government_id,
    coalesce(t.year, e.year) AS year, t.edition_id, e.competition_id, t.metric, t.comparator, t.value, t.set_on,
        t.set_by,
    t.source_id, t.note
FROM warehouse.targets t LEFT JOIN warehouse.editions e ON e.edition_id = t.edition_id ORDER BY year, t.target_id
