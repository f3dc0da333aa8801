"""The claims of one block in; occurrences, standings, conflicts and promises out. Pure: no store, no clock."""

from elchi.reconcile.block import resolve_block
from elchi.reconcile.correcting import correction, settings_of
from elchi.reconcile.gathered import BESIDE, documents_of_places, hosts_told_beside
from elchi.reconcile.judging import as_judged
from elchi.reconcile.of_groups import facts_of_groups

__all__ = [
    "BESIDE",
    "as_judged",
    "correction",
    "documents_of_places",
    "facts_of_groups",
    "hosts_told_beside",
    "resolve_block",
    "settings_of",
]
