SELECT v.event_id, v.government_id, v.edition_id, e.competition_id,
    coalesce(e.year, try_cast(left(v.on_date, 4) AS INTEGER)) AS year, v.kind, v.on_date, v.participants,
        v.source_id, v.note
FROM warehouse.events v LEFT JOIN warehouse.editions e ON e.edition_id = v.edition_id
    ORDER BY v.on_date NULLS LAST, v.event_id
