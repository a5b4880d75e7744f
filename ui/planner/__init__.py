"""The parts of the page Proyeksi: what is known, what may come of it, what it takes, and who hands in how many."""
