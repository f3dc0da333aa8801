"""Articles → stories: what reports one happening, and what of it is one report in several outlets and languages."""

from elchi.stories.align import Aligned, Alignment, align
from elchi.stories.find import find_stories
from elchi.stories.fingerprint import METHOD, Fingerprint, fingerprint

__all__ = ["METHOD", "Aligned", "Alignment", "Fingerprint", "align", "find_stories", "fingerprint"]
