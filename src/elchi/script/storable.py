"""Text that every file format can hold. JSON may bring half a surrogate pair, which no encoding of Unicode stores."""

from __future__ import annotations

import regex

REPLACEMENT = "\ufffd"
_NOT_XML = regex.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CONTROL = regex.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")


def storable(text: str) -> str:
    """Return `text` with each half of a surrogate pair replaced by U+FFFD; halves that belong together are joined."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def storable_in_xml(text: str) -> str:
    """Return `text` with every character that XML 1.0 cannot hold, even escaped, replaced by U+FFFD."""
    return _NOT_XML.sub(REPLACEMENT, storable(text))


def on_one_line(text: str) -> str:
    """Return storable `text` with line breaks and tabs as spaces and other control characters as U+FFFD."""
    plain = " ".join(storable(text).split()) if any(c in text for c in "\t\n\r\v\f\x85\u2028\u2029") else storable(text)
    return _CONTROL.sub(REPLACEMENT, plain)
