SELECT source_id, title, publisher, published_on, url, grade FROM warehouse.sources ORDER BY source_id
