-- What did not come through, with its place: the line of the table file, and for a batch the cell of the file it came
-- from ("Rekap!C14"). `columns` of a quarantined row keep its raw cells.
CREATE TABLE quarantine (dataset VARCHAR, table_name VARCHAR, line BIGINT, column_name VARCHAR, value VARCHAR,
    code VARCHAR, detail VARCHAR, cells JSON, place VARCHAR);
CREATE TABLE questions (dataset VARCHAR, table_name VARCHAR, line BIGINT, column_name VARCHAR, value VARCHAR,
    code VARCHAR, detail VARCHAR, suggestions VARCHAR[], place VARCHAR);
CREATE TABLE skipped (dataset VARCHAR, table_name VARCHAR, reason VARCHAR, row_count BIGINT);
-- What became of the rows of each table that was given.
CREATE TABLE table_counts (table_name VARCHAR, rows_read BIGINT, loaded BIGINT, quarantined BIGINT, skipped BIGINT);
-- Rows that a later batch replaced: they are out of use and stay readable. `by_dataset` is the batch that replaced them.
CREATE TABLE superseded (dataset VARCHAR, table_name VARCHAR, line BIGINT, place VARCHAR, key VARCHAR, cells JSON,
    by_dataset VARCHAR);
-- The input batches, those taken back too.
CREATE TABLE batches (batch VARCHAR, number INTEGER, kind VARCHAR, what VARCHAR, "by" VARCHAR, "at" VARCHAR,
    file VARCHAR, sha256 VARCHAR, government_id VARCHAR, edition_id VARCHAR, withdrawn_by VARCHAR,
    withdrawn_at VARCHAR, withdrawn_why VARCHAR);
