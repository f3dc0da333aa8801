"""A browser and a server for the tests that look at pages, and a loud line where there is no browser."""

import os
import shutil
import threading
import time
from contextlib import contextmanager

import uvicorn

MISSING = (
    "NO BROWSER: tests that look at pages were SKIPPED. Install one (apt-get install chromium), "
    "or name it with ELCHI_CHROMIUM"
)


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
