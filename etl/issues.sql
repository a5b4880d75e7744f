-- What did not come through, with its place. `columns` of a quarantined row keep its raw cells.
CREATE TABLE quarantine (dataset VARCHAR, table_name VARCHAR, line BIGINT, column_name VARCHAR, value VARCHAR,
    code VARCHAR, detail VARCHAR, cells JSON);
CREATE TABLE questions (dataset VARCHAR, table_name VARCHAR, line BIGINT, column_name VARCHAR, value VARCHAR,
    code VARCHAR, detail VARCHAR, suggestions VARCHAR[]);
CREATE TABLE skipped (dataset VARCHAR, table_name VARCHAR, reason VARCHAR, row_count BIGINT);
-- What became of the rows of each table that was given.
CREATE TABLE table_counts (table_name VARCHAR, rows_read BIGINT, loaded BIGINT, quarantined BIGINT, skipped BIGINT);
