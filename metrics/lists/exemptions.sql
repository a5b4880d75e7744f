SELECT x.agency_id, a.government_id, x.year, x.reason, x.source_id
FROM warehouse.exemptions x JOIN warehouse.agencies a ON a.agency_id = x.agency_id ORDER BY x.year DESC, x.agency_id
