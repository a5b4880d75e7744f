SELECT e.edition_id, e.competition_id, e.year, e.theme, e.legal_basis, e.opens_on, e.closes_on, f.opens_day,
    f.closes_day,
    date_diff('day', (SELECT as_of FROM warehouse.build_day), f.closes_day) AS days_to_close,
    coalesce(f.opens_day <= (SELECT as_of FROM warehouse.build_day), true)
        AND coalesce(f.closes_day >= (SELECT as_of FROM warehouse.build_day), false) AS is_open,
    e.source_id, e.note
FROM warehouse.editions e JOIN warehouse.edition_facts f ON f.edition_id = e.edition_id ORDER BY e.competition_id,
    e.year, e.edition_id
