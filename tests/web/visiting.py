"""A visitor without a browser: keeps cookies, sends forms as a page of this server would."""

import pytest
from markup import parse
from serving import STORES

from elchi.web import fetch

on_each_store = pytest.mark.parametrize("store", STORES, indirect=True)
"""A test of a record that runs once a store."""


class Visitor:
    """Somebody who asks `app`; cookies are kept, tokens are taken from the last page that had one."""

    def __init__(self, app, host="localhost:8765", scheme="http"):
        self.app, self.host, self.origin = app, host, f"{scheme}://{host}"
        self.cookies, self.token = {}, ""

    def _asked(self, address, headers, form=None):
        jar = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        told = {"host": self.host, **({"cookie": jar} if jar else {}), **headers}
        answer = fetch(self.app, address, {k: v for k, v in told.items() if v is not None}, form)
        for cookie in answer.cookies:
            name, _, value = cookie.partition(";")[0].partition("=")
            if value:
                self.cookies[name] = value
            else:
                self.cookies.pop(name, None)
        return answer

    def get(self, address, **headers):
        answer = self._asked(address, {name.replace("_", "-"): value for name, value in headers.items()})
        if answer.headers.get("content-type", "").startswith("text/html"):
            tokens = [node.attributes["value"] for node in parse(answer.text).all("input")
                      if node.attributes.get("name") == "token"]  # fmt: skip
            self.token = tokens[0] if tokens else self.token
        return answer

    def post(self, address, fields, headers=None, *, token=None):
        form = {"token": self.token if token is None else token, **fields}
        return self._asked(address, {"origin": self.origin, **(headers or {})}, form)

    def log_in(self, name, password, way="/"):
        self.get("/login")
        return self.post("/login", {"name": name, "password": password, "next": way})
