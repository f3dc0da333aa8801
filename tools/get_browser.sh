#!/bin/sh
# See that there is a Chromium for the tests of the pages: install Debian's where this is root on Debian, else say so.
set -eu

for name in "${ELCHI_CHROMIUM:-}" chromium chromium-browser google-chrome; do
    if [ -n "$name" ] && command -v "$name" >/dev/null 2>&1; then
        exit 0
    fi
done

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "installing Debian's chromium for the tests of the pages (once; some minutes)" >&2
    if { apt-get install -y -q chromium || { apt-get update -q && apt-get install -y -q chromium; }; } >/dev/null 2>&1; then
        exit 0
    fi
fi
echo "NO BROWSER: the tests that look at pages will be SKIPPED. Install one (apt-get install chromium), or name it: ELCHI_CHROMIUM=/path/to/chromium" >&2
