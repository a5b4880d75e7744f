"""One agency's own record: who it is, its years on the board, its entries and how far they came, what it can do next."""
