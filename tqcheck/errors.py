"""What is raised where something that was asked for cannot be done (exit status 2)."""

from __future__ import annotations


class TqcheckError(Exception):
    """Base of all errors that mean "cannot do what was asked" (exit status 2)."""


class CannotCheck(TqcheckError):
    """A check could not look at a document, or could not be opened although it was asked for."""
