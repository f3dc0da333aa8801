"""The claims of one block in; occurrences, standings, conflicts and promises out. Pure: no store, no clock."""

from elchi.reconcile.block import resolve_block
from elchi.reconcile.correcting import correction, settings_of
from elchi.reconcile.judging import as_judged
from elchi.reconcile.of_groups import facts_of_groups

__all__ = ["as_judged", "correction", "facts_of_groups", "resolve_block", "settings_of"]
