"""How much one visitor may ask, and of what size: every bound of the pages in one place."""

from __future__ import annotations

import os
import time
from collections import OrderedDict
from dataclasses import dataclass, field

_MOST_VISITORS = 10_000
_MOST_AT_ONCE = 8


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of the server.

    Attributes:
        address_bytes: length of path and query of a request.
        body_bytes: what a request may carry; pages only read, so it is little.
        per_second: requests that one visitor may make for long, static files apart.
        burst: requests that one visitor may make at once before that counts.
        question_seconds: how long a page may take to be asked and written.
        questions_at_once: pages that are worked on at a time; others wait. More than processors only take turns.
        shelf_bytes: pages that are kept as they were made, packed, until the record changes.
    """

    address_bytes: int = 4096
    body_bytes: int = 16_384
    per_second: float = 20.0
    burst: int = 80
    question_seconds: float = 15.0
    questions_at_once: int = field(default_factory=lambda: min(_MOST_AT_ONCE, (os.cpu_count() or 1) + 1))
    shelf_bytes: int = 32_000_000


class Rates:
    """A bucket for each visitor that drains with every request and fills with time."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def allows(self, visitor: str, now: float | None = None) -> bool:
        """Count a request of `visitor` (its address) and return whether it is within the rate."""
        moment = time.monotonic() if now is None else now
        left, seen = self._buckets.pop(visitor, (float(self._limits.burst), moment))
        left = min(float(self._limits.burst), left + (moment - seen) * self._limits.per_second)
        allowed = left >= 1
        self._buckets[visitor] = (left - 1 if allowed else left, moment)
        if len(self._buckets) > _MOST_VISITORS:
            self._buckets.popitem(last=False)
        return allowed
