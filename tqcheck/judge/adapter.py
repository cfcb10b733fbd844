"""What training added to a language model: low-rank changes of its weights."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tqcheck.model import CannotCheck

Array = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Adapter:
    """`layers` of the model are used, from the first, with every token seeing all others. `changes` has, by
    the name of a tensor without its ".weight", two matrices whose product is added to it."""

    layers: int
    changes: Mapping[str, tuple[Array, Array]]

    def require(self, layers: int, names: Collection[str]) -> None:
        """Raises CannotCheck unless a model of so many layers has all that is changed."""
        if self.layers > layers or any(name not in names for name in self.changes):
            raise CannotCheck("the estimator's weights are for another model")

    def adapted(self, name: str, weight: Array) -> Array:
        """The weight of a tensor, changed if the adapter changes it."""
        if name not in self.changes:
            return weight
        up, down = self.changes[name]
        return np.asarray(weight + up @ down, dtype=np.float32)
