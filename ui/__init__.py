"""The pages' kit: scope in the address, charts, tables, tiles and the frame. With `dashboard.py` and `pages/` the only
place that knows Streamlit; the only one that knows Plotly."""
