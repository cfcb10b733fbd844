"""An adapter and a network for the tiny model, and what they give, reckoned another way."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from tests.judge.tiny import FEED, HEADS, SHARED, WIDTH, attention, norm
from tqcheck.judge.estimate.kinds import NAMES

STATE = 16
RANK = 2
LAYERS = 1
"""Of the two that the tiny model has."""


def write_weights(file: Path) -> dict[str, Any]:
    """Writes a file as training does; returns its arrays."""
    random = np.random.default_rng(11)

    def normal(*shape: int) -> Any:
        return random.normal(0, 0.3, shape).astype(np.float16)

    arrays: dict[str, Any] = {
        "layers": np.int64(LAYERS),
        "blk.0.attn_v.up": normal(SHARED * WIDTH // HEADS, RANK),
        "blk.0.attn_v.down": normal(RANK, WIDTH),
        "blk.0.ffn_up.up": normal(FEED, RANK),
        "blk.0.ffn_up.down": normal(RANK, WIDTH),
        "network.projection.weight": normal(STATE, WIDTH),
        "network.projection.bias": normal(STATE),
    }
    shapes = {"qkv": (3 * STATE, STATE), "o": (STATE, STATE), "c2": (STATE, STATE)}
    shapes |= {"f1": (2 * STATE, STATE), "f2": (STATE, 2 * STATE)}
    for layer in range(2):
        part = f"network.layers.{layer}."
        for name, shape in shapes.items():
            arrays |= {f"{part}{name}.weight": normal(*shape), f"{part}{name}.bias": normal(shape[0])}
        for name in ("n0", "n1", "n2"):
            arrays |= {f"{part}{name}.weight": 1 + normal(STATE), f"{part}{name}.bias": normal(STATE)}
        arrays |= {f"{part}conv.weight": normal(STATE, 1, 5), f"{part}conv.bias": normal(STATE)}
    arrays |= {"network.norm.weight": 1 + normal(STATE), "network.norm.bias": normal(STATE)}
    arrays |= {
        "network.out.weight": normal(2 + len(NAMES), STATE),
        "network.out.bias": normal(2 + len(NAMES)),
    }
    np.savez_compressed(file, allow_pickle=False, **arrays)
    return arrays


def states(tensors: dict[str, Any], arrays: dict[str, Any], tokens: list[int]) -> Any:
    """What the adapted layers give for tokens of the tiny model: a Llama that sees what comes after, too."""
    whole = {name: np.asarray(array, dtype=np.float32) for name, array in arrays.items()}
    own = {name.split(".")[2]: t for name, t in tensors.items() if name.startswith("blk.0.")}
    for name in ("attn_v", "ffn_up"):
        own[name] = own[name] + whole[f"blk.0.{name}.up"] @ whole[f"blk.0.{name}.down"]
    x = tensors["token_embd.weight"][tokens]
    x = x + attention(norm(x, own["attn_norm"]), own, causal=False)
    y = norm(x, own["ffn_norm"])
    gate = y @ own["ffn_gate"].T
    x = x + ((gate / (1 + np.exp(-gate))) * (y @ own["ffn_up"].T)) @ own["ffn_down"].T
    return norm(x, 1)


def logits(arrays: dict[str, Any], states: Any) -> Any:
    """What the network gives, token by token, by its definition."""
    own = {
        name.removeprefix("network."): np.asarray(array, dtype=np.float64)
        for name, array in arrays.items()
        if name.startswith("network.")
    }
    x = np.array([_line(own, "projection", row) for row in np.asarray(states, dtype=np.float64)])
    for layer in range(2):
        part = {name.split(".", 2)[2]: a for name, a in own.items() if name.startswith(f"layers.{layer}.")}
        x = x + np.array([_line(part, "c2", _gelu(_near(part, x, at))) for at in range(len(x))])
        x = x + np.array([_line(part, "o", _seen(part, x, at)) for at in range(len(x))])
        x = x + np.array([_line(part, "f2", _gelu(_line(part, "f1", _normal(part, "n2", row)))) for row in x])
    return np.array([_line(own, "out", _normal(own, "norm", row)) for row in x])


def _line(own: dict[str, Any], name: str, row: Any) -> Any:
    return own[name + ".weight"] @ row + own[name + ".bias"]


def _normal(own: dict[str, Any], name: str, row: Any) -> Any:
    apart = (row - row.mean()) / np.sqrt(row.var() + 1e-5)
    return apart * own[name + ".weight"] + own[name + ".bias"]


def _gelu(row: Any) -> Any:
    return 0.5 * row * (1 + np.tanh(np.sqrt(2 / np.pi) * (row + 0.044715 * row**3)))


def _near(own: dict[str, Any], x: Any, at: int) -> Any:
    total = own["conv.bias"].copy()
    for step in range(-2, 3):
        if 0 <= at + step < len(x):
            total += own["conv.weight"][:, 0, step + 2] * _normal(own, "n0", x[at + step])
    return total


def _seen(own: dict[str, Any], x: Any, at: int) -> Any:
    parts = [np.split(_line(own, "qkv", _normal(own, "n1", row)), 3) for row in x]
    heads = []
    for head in range(4):
        part = slice(head * STATE // 4, (head + 1) * STATE // 4)
        likes = np.array([parts[at][0][part] @ key[part] for _, key, _ in parts]) / np.sqrt(STATE // 4)
        shares = np.exp(likes) / np.exp(likes).sum()
        heads.append(sum(share * value[part] for share, (_, _, value) in zip(shares, parts, strict=True)))
    return np.concatenate(heads)
