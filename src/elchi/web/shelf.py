"""Pages that were made stay on a shelf, packed as they are sent, until the record changes; who has one is told so.

A page is known by what it was made of: the mark of the record, the address, the visitor's language, the day and the
release. Its ETag is the hash of these, so that a visitor who brings it back is answered without the page being made.
"""

from __future__ import annotations

import gzip
import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable
from datetime import date
from http import HTTPStatus

from fastapi import Request
from starlette.responses import Response

from elchi import __version__
from elchi.record import Record
from elchi.web.door import visitor_of
from elchi.web.messages import language_of
from elchi.web.writer import LANGUAGE, LANGUAGE_COOKIE

SMALLEST_PACKED = 600
"""Bytes below which packing makes nothing smaller."""
_LEVEL = 4
"""Of gzip: a dossier is 5 % larger than at 6, and packed in half the time."""
_LARGEST_KEPT = 1_000_000


class Shelf:
    """Packed pages by their tag, those asked for last; `most` bytes of them."""

    def __init__(self, most: int) -> None:
        self._most, self._bytes = most, 0
        self._pages: OrderedDict[str, Response] = OrderedDict()
        self._lock = threading.Lock()
        self._turns: dict[str, threading.Lock] = {}  # pages that are being made

    def serves(self, request: Request) -> bool:
        """Whether the page of a request may be kept, and so may stand here.

        A visitor who is logged in, or may judge, is shown forms and a name of his or her own: nothing is kept of that,
        nor of a page that sets a cookie.
        """
        visitor = visitor_of(request)
        return not (visitor.user or visitor.judges or LANGUAGE in request.query_params)

    def kept(self, request: Request, record: Record) -> Response | None:
        """Return the page of a request from the shelf, or that the visitor has it; None where it is not made yet."""
        tag = _tag(request, record.changed())
        if tag in _brought(request):
            return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=_headers(tag))
        return self._found(tag)

    def page(self, request: Request, record: Record, make: Callable[[], Response]) -> Response:
        """Return the page of a request: from the shelf, or made, packed and kept; or that the visitor has it."""
        if not self.serves(request):
            return _packed(make(), request)
        kept = self.kept(request, record)
        return kept or self._made(_tag(request, record.changed()), lambda: _packed(make(), request))

    def _found(self, tag: str) -> Response | None:
        with self._lock:
            kept = self._pages.get(tag)
            if kept is not None:
                self._pages.move_to_end(tag)
            return kept

    def _made(self, tag: str, make: Callable[[], Response]) -> Response:
        """Make a page; of several who ask for it at once the first has it made, and the others wait for that."""
        with self._lock:
            turn = self._turns.setdefault(tag, threading.Lock())
        try:
            with turn:
                kept = self._found(tag)
                if kept is not None:
                    return kept
                made = make()
                if made.status_code == HTTPStatus.OK:
                    made.headers.update(_headers(tag))
                    self._keep(tag, made)
                return made
        finally:
            with self._lock:
                self._turns.pop(tag, None)

    def _keep(self, tag: str, page: Response) -> None:
        if len(page.body) > min(_LARGEST_KEPT, self._most):
            return
        with self._lock:
            if tag not in self._pages:
                self._pages[tag] = page
                self._bytes += len(page.body)
            while self._bytes > self._most:
                _, oldest = self._pages.popitem(last=False)
                self._bytes -= len(oldest.body)


def _tag(request: Request, mark: str) -> str:
    language = language_of(None, request.cookies.get(LANGUAGE_COOKIE), request.headers.get("accept-language", ""))
    made_of = (
        mark, request.url.path, request.url.query, language.code, str(_takes_gzip(request)), date.today().isoformat(),
        __version__,
    )  # fmt: skip
    return f'W/"{hashlib.sha256(chr(0).join(made_of).encode()).hexdigest()[:24]}"'


def _brought(request: Request) -> set[str]:
    return {tag.strip() for tag in request.headers.get("if-none-match", "").split(",")}


def _headers(tag: str) -> dict[str, str]:
    return {"ETag": tag, "Cache-Control": "no-cache", "Vary": "Accept-Encoding, Accept-Language, Cookie"}


def _takes_gzip(request: Request) -> bool:
    return "gzip" in request.headers.get("accept-encoding", "")


def _packed(page: Response, request: Request) -> Response:
    """Pack a page here, in a thread of its own, for a visitor who takes it so."""
    if _takes_gzip(request) and len(page.body) >= SMALLEST_PACKED and "content-encoding" not in page.headers:
        page.body = gzip.compress(page.body, _LEVEL, mtime=0)
        page.headers["Content-Encoding"] = "gzip"
        page.headers["Content-Length"] = str(len(page.body))
        page.headers.setdefault("Vary", "Accept-Encoding")
    return page
