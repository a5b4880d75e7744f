-- A table whose rows read are not all loaded, quarantined or skipped.
SELECT table_name, rows_read, loaded, quarantined, skipped FROM table_counts
WHERE rows_read <> loaded + quarantined + skipped
