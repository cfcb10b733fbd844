"""What goes wrong in a rulebook, always with file and line."""

from __future__ import annotations

from tqcheck.model import TqcheckError


class RulebookError(TqcheckError):
    """A rulebook that cannot be used. The message begins with file:line."""

    def __init__(self, origin: str, line: int, message: str) -> None:
        super().__init__(f"{origin}:{line}: {message}")


class PatternError(ValueError):
    """A pattern that does not parse; the loader adds file and line."""
