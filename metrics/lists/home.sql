-- The government that a first visit opens: the latest choice, which is the one of the highest batch.
SELECT government_id FROM warehouse.settings
WHERE key = 'home' AND value IS NOT NULL AND government_id IS NOT NULL
ORDER BY coalesce(try_cast(regexp_extract(dataset, '^batch-(\d+)$', 1) AS INTEGER), 0) DESC, line DESC LIMIT 1
