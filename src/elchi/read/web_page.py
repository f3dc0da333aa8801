"""A saved web page becomes an article by `trafilatura` (the extra `elchi[html]`).

The extracted text is what offsets count in, so the extractor and its version are kept with it.
"""

from __future__ import annotations

import importlib
from types import MappingProxyType, ModuleType

import regex

from elchi.errors import EmptyInputError, EncodingError, FormatError
from elchi.model import Article
from elchi.read.encoding import decode
from elchi.read.fields import checked_published, checked_text
from elchi.read.options import ReadOptions

_CHARSET = regex.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", regex.IGNORECASE)
_HEAD = 4096
"""HTML asks that the encoding be declared within the first 1,024 bytes; pages of old systems are later."""


def read_page(raw: bytes, document: str, options: ReadOptions) -> Article:
    """Return the article of an HTML page; what the caller says goes before what the page says.

    Raises:
        FormatError: the extra is not installed, or the page cannot be parsed.
        EncodingError: the bytes are not in the encoding that the page declares.
        EmptyInputError: the page holds no article.
    """
    extractor = _extractor(document)
    page = _decode_page(raw, document)
    found = extractor.bare_extraction(page, with_metadata=True, include_comments=False) if page.strip() else None
    text = checked_text(str(getattr(found, "text", "") or ""), "text", document)
    if not text.strip():
        remedy = "save the article's text as .txt and read that"
        raise EmptyInputError(document, f"no article was found in this page; {remedy}")
    url = options.url or _said(found, "url")
    metadata = {"extractor": "trafilatura", "extractor_version": extractor.__version__}
    return Article(
        id=url or document,
        text=text,
        title=_said(found, "title"),
        language=options.language,
        published=options.published or _page_date(_said(found, "date")),
        source=options.source or _said(found, "sitename"),
        url=url,
        metadata=MappingProxyType(metadata),
    )


def _extractor(document: str) -> ModuleType:
    try:
        return importlib.import_module("trafilatura")
    except ImportError as missing:
        remedy = 'pip install "elchi[html]"'
        lack = "" if missing.name == "trafilatura" else f" whole ({str(missing).splitlines()[0]})"
        raise FormatError(document, f"reading HTML needs an extra that is not installed{lack}: {remedy}") from missing


def _decode_page(raw: bytes, document: str) -> str:
    for mark, codec in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if raw.startswith(mark):
            return raw.decode(codec, "replace")
    declared = _CHARSET.search(raw[:_HEAD])
    name = declared[1].decode("ascii").lower() if declared else "utf-8"
    if name in {"utf-8", "utf8"}:
        return decode(raw, document)
    try:
        return raw.decode(name)
    except (LookupError, UnicodeDecodeError) as bad:
        remedy = "open the page in a browser and save it again as UTF-8"
        raise EncodingError(document, f"the page says its encoding is {name}, and is not in it; {remedy}") from bad


def _said(found: object, name: str) -> str | None:
    value = getattr(found, name, None)
    return checked_text(value, name, "page") if isinstance(value, str) and value.strip() else None


def _page_date(value: str | None) -> str | None:
    try:
        return checked_published(value, "page")
    except FormatError:
        return None
