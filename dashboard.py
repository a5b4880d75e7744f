"""The frame of the dashboard: `streamlit run dashboard.py`. Pages stand in pages/<section>/<page>.py.

The file is read twice over. The server imports it once, outside any reader's run, and finds `app`; for each reader
Streamlit then runs it as a script.
"""

from pathlib import Path

import streamlit as st
from streamlit.runtime.pages_manager import PagesManager
from streamlit.runtime.scriptrunner import get_script_run_ctx

import metrics
from ui import ask, frame
from ui.scope import Home

HERE = Path(__file__).parent


def draw() -> None:
    """One reader's run: the frame, then the page it leads to."""
    st.set_page_config(page_icon=str(HERE / "static" / "icon.png"), layout="wide")
    lang = frame.in_language(st.query_params.to_dict())
    pages = frame.discover(HERE / "pages", lang)
    page = st.navigation([*pages.named.values(), pages.root], position="hidden")
    try:
        warehouse = ask.warehouse()
    except metrics.NoWarehouse as error:
        frame.missing_warehouse(error, lang)
        st.stop()
    known = ask.listings(warehouse.version, warehouse)
    if not known.competitions:
        frame.no_contest(lang)
        st.stop()
    chosen = ask.listing("home", metrics.Scope(), warehouse.version, warehouse)
    frame.draw(pages, page, warehouse, known, Home.chosen(list(chosen["government_id"])))
    page.run()


if get_script_run_ctx(suppress_warning=True) is None:
    # Until st.navigation has run once in a process, Streamlit looks for pages by its old rule: the first reader of a
    # fresh server who follows a link to a page would be told "page not found". No reader has come yet here.
    PagesManager.uses_pages_directory = False
    app = st.App(__file__, on_script_error=frame.failed)
else:
    draw()
