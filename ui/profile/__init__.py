"""One agency's own record: who it is, its years on the board, its entries and their path, what it can do next."""
