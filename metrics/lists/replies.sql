SELECT r.reply_id, a.government_id, r.agency_id, r.year, r.text, r.reference, r."by", r.on_date
FROM warehouse.replies r JOIN warehouse.agencies a ON a.agency_id = r.agency_id ORDER BY r.year DESC, r.reply_id
