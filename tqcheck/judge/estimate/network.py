"""The small network that reads a language model's states both ways and says of each token how likely it is to
be part of a fault: plain numpy, since it is small.

Two layers: a convolution over neighbours, attention over the sentence, two products. Trained by
`tools/estimator/network.py`, which has the same network in the form that can be trained.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]
EPSILON = 1e-5
HEADS = 4


@dataclass(frozen=True, slots=True)
class Network:
    """Weights by name, as the training has them, in 32-bit floats."""

    weights: Mapping[str, Array]

    @property
    def width(self) -> int:
        """Numbers of a state. Raises KeyError where there are no weights."""
        return int(self.weights["projection.weight"].shape[1])

    def __call__(self, states: Array) -> Array:
        """The states of one sentence, a row a token → a row of logits a token."""
        x = self._linear("projection", states)
        layer = 0
        while f"layers.{layer}.qkv.weight" in self.weights:
            x = self._layer(f"layers.{layer}.", x)
            layer += 1
        return self._linear("out", self._normal("norm", x))

    def _layer(self, name: str, x: Array) -> Array:
        x = x + self._linear(
            name + "c2", _gelu(self._neighbours(name + "conv", self._normal(name + "n0", x)))
        )
        x = x + self._linear(name + "o", _attention(self._linear(name + "qkv", self._normal(name + "n1", x))))
        return x + self._linear(name + "f2", _gelu(self._linear(name + "f1", self._normal(name + "n2", x))))

    def _linear(self, name: str, x: Array) -> Array:
        return x @ self.weights[name + ".weight"].T + self.weights[name + ".bias"]

    def _normal(self, name: str, x: Array) -> Array:
        x = x - x.mean(-1, keepdims=True)
        x = x / np.sqrt((x * x).mean(-1, keepdims=True) + EPSILON)
        return x * self.weights[name + ".weight"] + self.weights[name + ".bias"]

    def _neighbours(self, name: str, x: Array) -> Array:
        """Each number mixed with those beside it in the sentence; beyond its ends are zeros."""
        kernel: Array = self.weights[name + ".weight"][:, 0]
        reach = kernel.shape[1] // 2
        padded = np.pad(x, ((reach, reach), (0, 0)))
        mixed: Array = self.weights[name + ".bias"] + np.zeros_like(x)
        for i in range(kernel.shape[1]):
            mixed += kernel[:, i] * padded[i : i + len(x)]
        return mixed


def _attention(queries_keys_values: Array) -> Array:
    length, width = queries_keys_values.shape[0], queries_keys_values.shape[1] // 3
    q, k, v = queries_keys_values.reshape(length, 3, HEADS, width // HEADS).transpose(1, 2, 0, 3)
    weights = q @ k.transpose(0, 2, 1) / np.float32(np.sqrt(width // HEADS))
    weights = np.exp(weights - weights.max(-1, keepdims=True))
    mixed: Array = weights / weights.sum(-1, keepdims=True) @ v
    return mixed.transpose(1, 0, 2).reshape(length, width)


def _gelu(x: Array) -> Array:
    inner = np.float32(np.sqrt(2 / np.pi)) * (x + np.float32(0.044715) * x * x * x)
    smoothed: Array = np.float32(0.5) * x * (1 + np.tanh(inner))
    return smoothed
