-- What an agency answered to its state of a year, and its exemptions with their documents.
SELECT a.government_id, x.agency_id, x.year, x.kind, x.id, x.text, x.reference, x."by", x.on_date, x.source_id
FROM (
    SELECT agency_id, year, 'reply' AS kind, reply_id AS id, text, reference, "by", on_date, NULL AS source_id
    FROM warehouse.replies
    UNION ALL
    SELECT agency_id, year, 'exemption', NULL, reason, NULL, NULL, NULL, source_id FROM warehouse.exemptions
) x
JOIN warehouse.agencies a ON a.agency_id = x.agency_id
ORDER BY x.year DESC, x.agency_id, x.kind, x.on_date, x.id
