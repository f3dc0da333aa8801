"""A browser and a server for the tests that look at pages, and a loud line where there is no browser."""

import os
import shutil
import threading
import time
from contextlib import contextmanager

import uvicorn
from axe_playwright_python.sync_playwright import Axe

MISSING = (
    "NO BROWSER: tests that look at pages were SKIPPED. Install one (apt-get install chromium), "
    "or name it with ELCHI_CHROMIUM"
)


RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],  # what is well need not be described: that takes axe most of its time
}
_AXE = Axe().axe_script


def violations(page):
    """What axe finds: each rule with the first element that breaks it, and why."""
    page.evaluate(_AXE)
    found = page.evaluate("rules => axe.run(rules).then(found => found.violations)", RULES)
    return [(v["id"], v["nodes"][0]["html"], v["nodes"][0]["failureSummary"]) for v in found]


def chromium():
    """Return the path of a Chromium, or None."""
    names = (os.environ.get("ELCHI_CHROMIUM"), "chromium", "chromium-browser", "google-chrome")
    return next((path for name in names if name and (path := shutil.which(name))), None)


@contextmanager
def serving(app):
    """Serve `app` on a free port of this machine and give its address."""
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error", lifespan="off"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    for _ in range(200):
        if server.started:
            break
        time.sleep(0.02)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(timeout=5)
