"""Verbs that stand where Russian has them, or are missing."""
