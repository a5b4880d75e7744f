"""The parts of the compliance board and its page."""
