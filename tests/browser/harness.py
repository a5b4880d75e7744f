"""The dashboard as a process and a visitor in Chromium: the parts that the fixtures are made of."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, WebError

NO_BROWSER = "Chromium is missing: install the package chromium (as root: apt-get install chromium), then try again."
BROWSER_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
LOOPBACK = {"127.0.0.1", "localhost", "::1"}
# On a page's own address Streamlit first looks for its services below that address, and Chromium notes the miss.
PROBES = ("/_stcore/health", "/_stcore/host-config")

# Quiet for `hold` ms on end: between a click and the start of the run that it causes, Streamlit looks finished.
SETTLED = """(hold) => {
    const app = document.querySelector('[data-testid="stApp"]');
    const done = app
        && app.dataset.testConnectionState === 'CONNECTED'
        && app.dataset.testScriptState === 'notRunning'
        && app.querySelector('[data-testid="stMain"] [data-testid="stElementContainer"]')
        && !app.querySelector('[data-testid="stSkeleton"], [data-stale="true"]')
        && [...app.querySelectorAll('[data-testid="stPlotlyChart"]')].every(
            (chart) => chart.offsetParent === null || chart.querySelector('svg.main-svg'));
    if (!done) { window.quietSince = undefined; return false; }
    window.quietSince ??= performance.now();
    return performance.now() - window.quietSince >= hold;
}"""


@dataclass(frozen=True)
class Server:
    """A running dashboard: its address without a slash at the end, and the file that takes its output."""

    url: str
    log: Path


@dataclass
class Watch:
    """What pages did that they must not do: errors nobody caught, errors on the console, outside requests."""

    faults: list[str] = field(default_factory=list)

    def follow(self, context: BrowserContext) -> None:
        """Watch every page of the context, also those opened later."""
        context.on("weberror", self._error)
        context.on("request", self._request)
        context.on("console", self._console)

    def _error(self, error: WebError) -> None:
        self.faults.append(f"uncaught error in the page: {error.error}")

    def _console(self, message: ConsoleMessage) -> None:
        address = str(message.location["url"])
        if message.type == "error" and not address.endswith(PROBES):
            self.faults.append(f"error on the console: {message.text} ({address})")

    def _request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme in {"http", "https", "ws", "wss"} and address.hostname not in LOOPBACK:
            self.faults.append(f"request to the outside: {request.url}")


def find_chromium() -> str | None:
    """The path of Debian's Chromium, or None."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


def free_port() -> int:
    """A port of the loopback address that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serve(app: Path, log: Path, **environment: str) -> Iterator[Server]:
    """Run `streamlit run app` from the app's folder until the block ends; raises RuntimeError if it does not start."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", app.name]
    command += ["--server.address=127.0.0.1", f"--server.port={port}", "--server.headless=true"]
    command += ["--server.fileWatcherType=none", "--browser.gatherUsageStats=false"]
    with log.open("wb") as output:
        process = subprocess.Popen(
            command,
            cwd=app.parent,
            env={**os.environ, **environment},
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # a group of its own, so that the whole tree can be ended
        )
    try:
        server = Server(f"http://127.0.0.1:{port}", log)
        _wait_until_healthy(server, process)
        yield server
    finally:
        _end(process)


def settled(page: Page, hold_ms: int = 400, timeout_ms: int = 60_000) -> Page:
    """Wait until Streamlit has finished its run and every visible chart is drawn; returns the page.

    Raises AssertionError if the run ended in an error box, Playwright's TimeoutError if it does not end.
    """
    page.evaluate("() => { window.quietSince = undefined; }")
    page.wait_for_function(SETTLED, arg=hold_ms, timeout=timeout_ms, polling=50)
    errors = page.get_by_test_id("stException").all_inner_texts()
    assert not errors, f"the page shows an error: {errors}"
    return page


def _wait_until_healthy(server: Server, process: subprocess.Popen[bytes], seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urlopen(f"{server.url}/_stcore/health", timeout=2) as answer:
                if answer.status == 200:
                    return
        except (URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError(f"the server did not start:\n{server.log.read_text(errors='replace')}")


def _end(process: subprocess.Popen[bytes]) -> None:
    for sign in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, sign)
            process.wait(timeout=5)
        except ProcessLookupError:
            break
        except subprocess.TimeoutExpired:
            continue
    process.wait(timeout=5)
