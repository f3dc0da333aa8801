"""The claims of one block in; occurrences, standings, conflicts and promises out. Pure: no store, no clock."""

from elchi.reconcile.block import resolve_block
from elchi.reconcile.correcting import correction
from elchi.reconcile.judging import as_judged

__all__ = ["as_judged", "correction", "resolve_block"]
