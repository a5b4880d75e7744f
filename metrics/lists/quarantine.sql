SELECT dataset, table_name, line, column_name, value, code, detail, cells::VARCHAR AS cells FROM warehouse.quarantine
ORDER BY dataset, table_name, line
