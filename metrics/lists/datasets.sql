SELECT dataset, title, publisher, kind, language FROM warehouse.datasets ORDER BY dataset
