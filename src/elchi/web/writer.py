"""Templates become pages: in the visitor's language, everything escaped, static files addressed by their hash."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache, partial
from importlib.resources import files
from typing import Any
from urllib.parse import parse_qsl, urlencode

from fastapi import Request
from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse

from elchi import __version__
from elchi.export.wording import ascribed, pair_in_words, span_in_words
from elchi.web import labels
from elchi.web.door import visitor_of
from elchi.web.exports import NAMES as FILE_NAMES
from elchi.web.faults import TWIN
from elchi.web.messages import language_of, languages
from elchi.web.text import address, direction, language_tag, one_line, safe_link, told

LANGUAGE_COOKIE = "elchi-language"
_YEAR_SECONDS = 31_536_000
LANGUAGE = "lang"


class Templates:
    """Writes pages from the templates of this package."""

    def __init__(self, record_name: str, *, sql: bool = False) -> None:
        self._record_name, self._sql = record_name, sql
        self._environments = {code: _environment(code) for code in languages()}

    def write(
        self, request: Request, template: str, shown: Mapping[str, Any], status: int = 200, *, twin: bool = True
    ) -> HTMLResponse:
        """Return the page of a template; what it shows is `shown`, what every page has is added here."""
        asked = request.query_params.get(LANGUAGE)
        messages = language_of(asked, request.cookies.get(LANGUAGE_COOKIE), request.headers.get("accept-language", ""))
        page = self._environments[messages.code].get_template(template).render(
            **shown, code=messages.code, languages=[(m, _with_language(request, m.code)) for m in languages().values()],
            twin=_twin(request) if twin else None, record_name=self._record_name, version=__version__,
            here=request.url.path, as_file=partial(_twin, request), visitor=visitor_of(request), way=_way(request),
            has_sql=self._sql,
        )  # fmt: skip
        response = HTMLResponse(page, status, headers={"Cache-Control": "no-cache"})
        response.headers["Vary"] = "Accept-Language, Cookie"
        response.headers["Content-Language"] = messages.code
        if asked in languages():
            response.set_cookie(LANGUAGE_COOKIE, asked or "", _YEAR_SECONDS, httponly=True, samesite="lax")
        return response


def _way(request: Request) -> str:
    """Return path and query of a page, to which its forms lead back."""
    return f"{request.url.path}{'?' if request.url.query else ''}{request.url.query}"


def _with_language(request: Request, code: str) -> str:
    asked = [pair for pair in parse_qsl(request.url.query) if pair[0] != LANGUAGE]
    return f"?{urlencode([*asked, (LANGUAGE, code)])}"


def _twin(request: Request, ending: str = TWIN) -> str:
    """Return the address of this page as data, or as a file with another ending."""
    path = request.url.path if request.url.path != "/" else "/index"
    asked = urlencode([pair for pair in parse_qsl(request.url.query) if pair[0] not in {LANGUAGE, "page"}])
    return f"{path}{ending}{'?' if asked else ''}{asked}"


def _language_name(code: str | None) -> str:
    """Return the name of a language in its own words where the pages know it, else its code."""
    known = languages().get(code or "")
    return known.name if known else one_line(code or "", 12)


def _asked(now: Mapping[str, Any], change: Mapping[str, Any]) -> str:
    """Return what an address asks for, with some of it changed; what is None or empty is left out."""
    return urlencode({name: value for name, value in {**now, **change}.items() if value}, doseq=True)


@cache
def _environment(code: str) -> Environment:
    """Return the templates in a language: read once, however many applications a program has."""
    messages = languages()[code]
    environment = Environment(
        loader=PackageLoader("elchi.web"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, extensions=["jinja2.ext.i18n"],
    )  # fmt: skip
    environment.install_gettext_callables(messages.gettext, messages.ngettext, newstyle=True)  # type: ignore[attr-defined]
    environment.policies["ext.i18n.trimmed"] = True
    environment.filters |= {
        "told": told,
        "one_line": one_line,
        "listed": pair_in_words,
        "tag": language_tag,
        "with": _asked,
    }
    environment.globals |= {
        "address": address, "static": static_address, "safe_link": safe_link, "span_in_words": span_in_words,
        "file_names": FILE_NAMES, "direction": direction, "language_name": _language_name, "ascribed": ascribed,
        "label": lambda text: messages.gettext(labels.shown(text)),
    }  # fmt: skip
    return environment


@cache
def static_address(name: str) -> str:
    """Return the address of a static file with the beginning of its hash: it may be kept for ever."""
    content = files("elchi.web").joinpath("static", name).read_bytes()
    return f"/static/{name}?v={hashlib.sha256(content).hexdigest()[:12]}"
