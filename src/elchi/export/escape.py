r"""Text of articles is made harmless before a terminal shows it.

An article may hold escape sequences that retitle a terminal or hide lines, and bidirectional
overrides that show words in another order than they are stored in. They are shown as `\x1b`,
`\u202e`. Joiners (ZWJ, ZWNJ) stay: Hindi and Bengali are written with them.
"""

from __future__ import annotations

import regex

_HARMFUL = regex.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]")


def visible(text: str) -> str:
    """Return `text` with every control character and bidirectional override written out; newline and tab stay."""
    return _HARMFUL.sub(lambda found: _written_out(found[0]), text)


def in_json(text: str) -> str:
    """Return JSON text with the same characters as JSON escapes: it reads back to equal values."""
    return _HARMFUL.sub(lambda found: _units(found[0]), text)


def _written_out(letter: str) -> str:
    code = ord(letter)
    if code > 0xFFFF:
        return f"\\U{code:08x}"
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def _units(letter: str) -> str:
    raw = letter.encode("utf-16-be")
    return "".join(f"\\u{raw[at] << 8 | raw[at + 1]:04x}" for at in range(0, len(raw), 2))
