"""Entities → the tables that the checks look names up in."""

from __future__ import annotations

from typing import Any

from tqcheck.entities.load import Data


def tables(data: Data) -> dict[str, Any]:
    """Parts of the store by name: what each holds is told where it is read."""
    return {"words": data.words}
