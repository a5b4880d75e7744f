"""Generated data and measurements; nothing here is part of the dashboard."""
