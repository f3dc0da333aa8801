"""Bytes become text as UTF-8, or a message says what they look like and how to convert them.

elchi never guesses an encoding: a wrong guess turns Hindi into other letters silently.
"""

from __future__ import annotations

import codecs

from elchi.errors import EncodingError

_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_MAGIC = {
    b"%PDF": "a PDF file; extract its text first, for example with: pdftotext FILE.pdf FILE.txt",
    b"PK\x03\x04": "a zip archive or an office document; unpack it, or save the document as UTF-8 text",
    b"\x1f\x8b": "compressed with gzip; unpack it first: gunzip FILE",
    b"\xd0\xcf\x11\xe0": "an old Word document; save it as UTF-8 text",
    b"SQLite format 3\0": "an SQLite database, not an article",
}
_ICONV = "iconv -f {name} -t UTF-8 OLD > NEW"
_SAMPLE = 4096
_PRINTABLE_SHARE = 0.9
"""A sample that decodes as UTF-16 and is printable to nine tenths is UTF-16: random bytes reach about a half."""


def decode(raw: bytes, document: str, line: int = 0) -> str:
    """Return the text of UTF-8 bytes, without the byte order mark; newlines stay as they are.

    Raises:
        EncodingError: the bytes are something else; the message says what, and how to convert them.
    """
    foreign = _foreign(raw)
    if foreign:
        raise EncodingError(document, foreign, line)
    try:
        return raw.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as bad:
        at = bad.start + (len(codecs.BOM_UTF8) if raw.startswith(codecs.BOM_UTF8) else 0)
        place = line or raw.count(b"\n", 0, at) + 1
        raise EncodingError(document, _not_utf8(raw, at), place) from bad


def is_utf16(raw: bytes) -> bool:
    """Whether the bytes are UTF-16 (or UTF-32), by their mark or by how they decode."""
    if raw.startswith(_UTF16_MARKS):
        return True
    sample = raw[: _SAMPLE - _SAMPLE % 2]
    return b"\0" in sample and any(_reads_as(sample, codec) for codec in ("utf-16-le", "utf-16-be"))


def _reads_as(sample: bytes, codec: str) -> bool:
    text = sample[: len(sample) - len(sample) % 2].decode(codec, "replace")
    good = sum(letter.isprintable() or letter in "\r\n\t" for letter in text if letter != "\ufffd")
    return bool(text) and "\0" not in text and good >= _PRINTABLE_SHARE * len(text) and _common_script(text)


def _common_script(text: str) -> bool:
    """Whether spaces stand among the letters: bytes read in the wrong order have none."""
    return any(letter in " \n" for letter in text)


def _foreign(raw: bytes) -> str:
    for magic, what in _MAGIC.items():
        if raw.startswith(magic):
            return f"this is {what}"
    if is_utf16(raw):
        return f"this is UTF-16, not UTF-8; convert it first: {_ICONV.format(name='UTF-16')}"
    if b"\0" in raw:
        return f"this is binary (a NUL byte at offset {raw.index(0)}), not text; give the article as UTF-8 text"
    return ""


def _not_utf8(raw: bytes, at: int) -> str:
    if at >= len(raw) - 3 and raw[at] >= 0xC2 and not raw[:at].isascii():
        return "the last character is cut off: the file ends in the middle of it; fetch the file again"
    seen = f"not UTF-8 text (byte 0x{raw[at]:02X} at offset {at})"
    high = sum(0xA1 <= byte <= 0xFA for byte in raw)
    letters = sum(chr(byte).isascii() and chr(byte).isalpha() for byte in raw)
    if high > letters:
        return f"{seen}; it may be ISCII, convert it first: uconv -f iscii,version=0 -t utf-8 OLD > NEW"
    guess = _ICONV.format(name="WINDOWS-1252")
    fonts = "a text typed in an old Hindi or Bengali font needs a converter for that font"
    return f"{seen}; convert it first with the encoding it was saved in, for example: {guess} ({fonts})"
