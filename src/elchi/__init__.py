"""elchi reads diplomacy in many languages and keeps a dated, sourced record of it."""

__version__ = "0.1.0"
