"""Bytes become articles: text files, JSON lines, web pages, folders of them, and standard input.

One file a format. Nothing here raises for a bad article: what cannot be read is yielded as a
`ReadError` in its place, so that one bad line never ends a run.
"""

from elchi.read.options import MAX_BYTES, ReadOptions
from elchi.read.walk import read_articles

__all__ = ["MAX_BYTES", "ReadOptions", "read_articles"]
