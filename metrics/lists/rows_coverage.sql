SELECT x.*, CASE x.scope_kind WHEN 'government' THEN x.scope_id WHEN 'agency' THEN a.government_id END AS government_id
FROM warehouse.coverage x
LEFT JOIN warehouse.agencies a ON x.scope_kind = 'agency' AND a.agency_id = x.scope_id
ORDER BY x.year DESC, x.edition_id DESC, x.scope_kind DESC
