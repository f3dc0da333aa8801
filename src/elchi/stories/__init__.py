"""Articles → stories: what reports one happening, and what of it is one report in several outlets and languages."""

from elchi.stories.align import Aligned, Alignment, align
from elchi.stories.embed import SecondLook, embedder
from elchi.stories.find import find_stories
from elchi.stories.fingerprint import METHOD, Fingerprint, fingerprint

__all__ = [
    "METHOD",
    "Aligned",
    "Alignment",
    "Fingerprint",
    "SecondLook",
    "align",
    "embedder",
    "find_stories",
    "fingerprint",
]
