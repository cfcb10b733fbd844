"""A language model small enough to make in a test, as a GGUF file, and its scores reckoned another way."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from gguf import GGUFWriter

LAYERS, HEADS, SHARED, WIDTH, FEED = 2, 4, 2, 32, 48
BASE, EPSILON = 10_000.0, 1e-5
START = "<|endoftext|>"
MERGES = ["t h", "th e", "Ġ the", "s h"]


def vocabulary() -> list[str]:
    """The start, an alphabet that stands for all bytes that occur here, and what the merges make."""
    letters = [chr(c) for c in range(33, 127)] + ["Ġ"]
    return [START, *letters, *("".join(merge.split(" ")) for merge in MERGES)]


def write_tiny(file: Path, architecture: str = "llama", pre: str = "smollm") -> dict[str, Any]:
    """Writes the file; returns its tensors."""
    random = np.random.default_rng(7)

    def normal(*shape: int) -> Any:
        return random.normal(0, 0.4, shape).astype(np.float32)

    head = WIDTH // HEADS
    tensors: dict[str, Any] = {
        "token_embd.weight": normal(len(vocabulary()), WIDTH),
        "output_norm.weight": 1 + normal(WIDTH) / 4,
    }
    for layer in range(LAYERS):
        part = f"blk.{layer}."
        tensors |= {
            part + "attn_norm.weight": 1 + normal(WIDTH) / 4,
            part + "ffn_norm.weight": 1 + normal(WIDTH) / 4,
            part + "attn_q.weight": normal(WIDTH, WIDTH),
            part + "attn_k.weight": normal(SHARED * head, WIDTH),
            part + "attn_v.weight": normal(SHARED * head, WIDTH),
            part + "attn_output.weight": normal(WIDTH, WIDTH),
            part + "ffn_gate.weight": normal(FEED, WIDTH),
            part + "ffn_up.weight": normal(FEED, WIDTH),
            part + "ffn_down.weight": normal(WIDTH, FEED),
        }
    writer = GGUFWriter(file, architecture)
    writer.add_block_count(LAYERS)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(SHARED)
    writer.add_layer_norm_rms_eps(EPSILON)
    writer.add_rope_freq_base(BASE)
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre(pre)
    writer.add_token_list(vocabulary())
    writer.add_token_merges(MERGES)
    writer.add_bos_token_id(0)
    for name, tensor in tensors.items():
        writer.add_tensor(name, tensor)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return tensors


def log_probability(tensors: dict[str, Any], tokens: list[int]) -> float:
    """Of the tokens after the first, by the definition of a Llama, in 32-bit floats."""
    x = tensors["token_embd.weight"][tokens]
    for layer in range(LAYERS):
        own = {name.split(".")[2]: t for name, t in tensors.items() if name.startswith(f"blk.{layer}.")}
        x = x + attention(norm(x, own["attn_norm"]), own)
        y = norm(x, own["ffn_norm"])
        gate = y @ own["ffn_gate"].T
        x = x + ((gate / (1 + np.exp(-gate))) * (y @ own["ffn_up"].T)) @ own["ffn_down"].T
    logits = norm(x, tensors["output_norm.weight"]) @ tensors["token_embd.weight"].T
    logs = logits - np.log(np.exp(logits).sum(-1, keepdims=True))
    return float(sum(logs[i, token] for i, token in enumerate(tokens[1:])))


def norm(x: Any, gamma: Any) -> Any:
    """Each row over its root mean square."""
    return x / np.sqrt((x * x).mean(-1, keepdims=True) + EPSILON) * gamma


def attention(x: Any, own: dict[str, Any], *, causal: bool = True) -> Any:
    """What each row takes from itself and those before it, or from all."""
    length, head = len(x), WIDTH // HEADS
    q, k, v = (
        (x @ own[f"attn_{name}"].T).reshape(length, heads, head)
        for name, heads in (("q", HEADS), ("k", SHARED), ("v", SHARED))
    )
    q, k = _turned(q), _turned(k)
    mixed = np.zeros_like(q)
    for number in range(HEADS):
        shared = number // (HEADS // SHARED)
        weights = q[:, number] @ k[:, shared].T / np.sqrt(head)
        if causal:
            weights = np.where(np.tri(length, dtype=bool), weights, -np.inf)
        weights = np.exp(weights - weights.max(-1, keepdims=True))
        mixed[:, number] = weights / weights.sum(-1, keepdims=True) @ v[:, shared]
    return mixed.reshape(length, WIDTH) @ own["attn_output"].T


def _turned(x: Any) -> Any:
    """Rotary positions as GGUF has them: neighbouring numbers are turned together."""
    length, _, head = x.shape
    angle = np.arange(length)[:, None] * BASE ** (-np.arange(0, head, 2) / head)
    cos, sin = np.cos(angle)[:, None], np.sin(angle)[:, None]
    turned = np.empty_like(x)
    turned[..., 0::2] = x[..., 0::2] * cos - x[..., 1::2] * sin
    turned[..., 1::2] = x[..., 0::2] * sin + x[..., 1::2] * cos
    return turned
