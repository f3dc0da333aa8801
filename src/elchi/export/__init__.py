"""Answers and claims become text: JSON lines, one JSON object, English words. One file a format.

Import from the file of the format: `elchi extract` must not load what only dossiers need.
"""
