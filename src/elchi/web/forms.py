"""Forms that write: read within bounds, and refused unless they come from a page of this very server.

Two locks, each enough by itself. The browser says where a form comes from (`Origin`), which must be the host that it
calls. And a form bears a token that only a page of this server could know: a keyed hash of the visitor's session, or of
a number in a cookie where nobody logs in ("signed double submit").
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Mapping
from hashlib import sha256
from http import HTTPStatus
from urllib.parse import parse_qsl, urlsplit

from fastapi import Request
from fastapi.exceptions import HTTPException

MOST_FIELDS = 40
FORM = "application/x-www-form-urlencoded"
_TOKEN = "token"  # noqa: S105 - the name of a field
_SAME = frozenset({"same-origin", "none"})
_STANDARD_PORTS = {"http": 80, "https": 443}


class Seal:
    """Makes and checks the tokens of forms; its key lives as long as the server."""

    def __init__(self) -> None:
        self._key = secrets.token_bytes(32)

    def token(self, of: str) -> str:
        """Return the token of a visitor: of a session, or of a number in a cookie."""
        return hmac.new(self._key, of.encode("utf-8", "surrogatepass"), sha256).hexdigest()[:40]

    def fits(self, token: str, of: str) -> bool:
        """Whether a token is that of a visitor; nobody without a key fits."""
        return bool(of) and hmac.compare_digest(token.encode("utf-8", "surrogatepass"), self.token(of).encode("ascii"))


async def read_form(request: Request, seal: Seal, of: str) -> dict[str, str]:
    """Return the fields of a form, those that stand twice by their last.

    Args:
        request: a POST.
        seal: of the server.
        of: the visitor's session, or number.

    Raises:
        HTTPException: 403 where it comes from elsewhere, 413 too large, 415 no form, 422 no text.
    """
    _check_origin(request.headers)
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != FORM:
        raise HTTPException(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, f"expected a form ({FORM})")
    try:
        body = (await request.body()).decode("ascii")
        pairs = parse_qsl(body, keep_blank_values=True, errors="strict", max_num_fields=MOST_FIELDS)
    except UnicodeDecodeError:
        raise HTTPException(HTTPStatus.UNPROCESSABLE_ENTITY, "the form is no text in UTF-8") from None
    except ValueError:
        raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "the form has too many fields") from None
    fields = dict(pairs)
    if not seal.fits(fields.pop(_TOKEN, ""), of):
        reason = "this form is too old, or comes from elsewhere; load the page again, then send it"
        raise HTTPException(HTTPStatus.FORBIDDEN, reason)
    return fields


def _check_origin(headers: Mapping[str, str]) -> None:
    """Refuse what a page of another host sends, and what does not say where it comes from."""
    if headers.get("sec-fetch-site", "same-origin") not in _SAME:
        raise HTTPException(HTTPStatus.FORBIDDEN, "this form comes from another site")
    origin = headers.get("origin", "")
    if not origin:
        raise HTTPException(HTTPStatus.FORBIDDEN, "the request does not say where it comes from (header Origin)")
    if _place(origin) is None or _place(origin) != _place(f"{urlsplit(origin).scheme}://{headers.get('host', '')}"):
        raise HTTPException(HTTPStatus.FORBIDDEN, "this form comes from another site")


def _place(origin: str) -> tuple[str, int] | None:
    """Return host and port of an origin; None where it is none, as that of a page without one (`null`)."""
    try:
        parts = urlsplit(origin)
        port = parts.port or _STANDARD_PORTS.get(parts.scheme)
    except ValueError:
        return None
    return (parts.hostname.lower(), port) if parts.hostname and port else None
