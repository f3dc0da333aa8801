#!/bin/sh
# Make a virtual environment in the folder $1 with whatever this machine has, or say what it lacks.
# Debian's python3 comes without ensurepip: then virtualenv, another pip, or (as root) apt-get step in.
set -eu

folder=$1
least='import sys; sys.exit(sys.version_info < (3, 11))'

works() { "$folder/bin/python" -c "$least" 2>/dev/null && "$folder/bin/python" -m pip --version >/dev/null 2>&1; }

if works; then
    exit 0
fi

python=
for name in ${PYTHON:-} python3.11 python3.12 python3.13 python3.14 python3; do
    if command -v "$name" >/dev/null 2>&1 && "$name" -c "$least" 2>/dev/null; then
        python=$name
        break
    fi
done
if [ -z "$python" ]; then
    echo "elchi needs Python 3.11 or later; install it (Debian 12: apt-get install python3) or name it: make PYTHON=/path/to/python" >&2
    exit 1
fi

by_venv() { "$python" -m venv "$folder" >/dev/null 2>&1 && works; }
by_virtualenv() { { "$python" -m virtualenv -q "$folder" || virtualenv -q -p "$python" "$folder"; } >/dev/null 2>&1 && works; }
by_other_pip() {
    "$python" -m venv --without-pip "$folder" >/dev/null 2>&1 &&
        "$python" -m pip --python "$folder/bin/python" install --quiet pip >/dev/null 2>&1 && works
}
by_apt() {
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 || return 1
    echo "this Python cannot make virtual environments; installing Debian's python3-venv" >&2
    { apt-get install -y -q python3-venv || { apt-get update -q && apt-get install -y -q python3-venv; }; } >&2 && by_venv
}

for way in by_venv by_virtualenv by_other_pip by_apt; do
    rm -rf "$folder"
    if $way; then
        exit 0
    fi
done

rm -rf "$folder"
echo "$python cannot make a virtual environment: it has no ensurepip, and there is no virtualenv." >&2
echo "Install one of them and run make again: apt-get install python3-venv (as root), or pip install virtualenv" >&2
exit 1
