"""The estimator in the form that can be trained: see tqcheck/judge/estimate/network.py for what it computes.

The language model is read from its GGUF file and stays as it is; its upper layers get low-rank changes.
"""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import torch
from gguf import GGUFReader
from gguf.quants import dequantize
from torch import Tensor, nn
from torch.nn import functional

from tqcheck.judge.estimate.kinds import NAMES

LAYERS = 24
"""Of the language model's 30, from the first: the upper ones know the next word, not the sentence."""
FROZEN = 4
"""Layers that get no changes."""
RANK = 16
SCALE = 2.0
STATE = 192
HEADS = 4
TENSORS = ("attn_q", "attn_k", "attn_v", "attn_output", "ffn_gate", "ffn_up", "ffn_down")
EPSILON = 1e-5


class Changed(nn.Module):
    """A linear map that stays, and a low-rank one that is learnt beside it."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        self.weight = nn.Parameter(weight, requires_grad=False)
        self.down = nn.Parameter(torch.randn(RANK, weight.shape[1]) / math.sqrt(weight.shape[1]))
        self.up = nn.Parameter(torch.zeros(weight.shape[0], RANK))

    def forward(self, x: Tensor) -> Tensor:
        """The sum of both."""
        low = (x @ self.down.to(x.dtype).T) @ self.up.to(x.dtype).T
        return functional.linear(x, self.weight) + SCALE * low


class Block(nn.Module):
    """A layer of the language model, as GGUF has it: neighbouring numbers are turned together."""

    def __init__(self, tensors: dict[str, Tensor], heads: int, shared: int, *, changed: bool) -> None:
        super().__init__()
        self.heads, self.shared = heads, shared
        self.attn_norm = nn.Parameter(tensors["attn_norm"], requires_grad=False)
        self.ffn_norm = nn.Parameter(tensors["ffn_norm"], requires_grad=False)
        for name in TENSORS:
            weight = tensors[name]
            linear = nn.Linear(weight.shape[1], weight.shape[0], bias=False)
            linear.weight = nn.Parameter(weight, requires_grad=False)
            setattr(self, name, Changed(weight) if changed else linear)

    def forward(self, x: Tensor, cos: Tensor, sin: Tensor, seen: Tensor) -> Tensor:
        """Each token sees all others that are `seen`: a causal model learns to read both ways."""
        batch, length, width = x.shape
        y = functional.rms_norm(x, (width,), self.attn_norm, EPSILON)
        q = _turned(self._heads(self.attn_q(y), self.heads), cos, sin)
        k = _turned(self._heads(self.attn_k(y), self.shared), cos, sin)
        v = self._heads(self.attn_v(y), self.shared)
        k, v = (part.repeat_interleave(self.heads // self.shared, 1) for part in (k, v))
        mixed = functional.scaled_dot_product_attention(q, k, v, attn_mask=seen)
        x = x + self.attn_output(mixed.transpose(1, 2).reshape(batch, length, width))
        y = functional.rms_norm(x, (width,), self.ffn_norm, EPSILON)
        return x + self.ffn_down(functional.silu(self.ffn_gate(y)) * self.ffn_up(y))

    @staticmethod
    def _heads(x: Tensor, heads: int) -> Tensor:
        return x.view(*x.shape[:2], heads, -1).transpose(1, 2)


def _turned(x: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
    a, b = x[..., 0::2], x[..., 1::2]
    return torch.stack((a * cos - b * sin, a * sin + b * cos), -1).flatten(-2)


class Layer(nn.Module):
    """A layer of the network on top, which reads both ways."""

    def __init__(self) -> None:
        super().__init__()
        self.n0, self.n1, self.n2 = (nn.LayerNorm(STATE) for _ in range(3))
        self.conv = nn.Conv1d(STATE, STATE, 5, padding=2, groups=STATE)
        self.c2, self.o = nn.Linear(STATE, STATE), nn.Linear(STATE, STATE)
        self.qkv = nn.Linear(STATE, 3 * STATE)
        self.f1, self.f2 = nn.Linear(STATE, 3 * STATE), nn.Linear(3 * STATE, STATE)

    def forward(self, x: Tensor, there: Tensor, drop: float) -> Tensor:
        """`there` is 1 for tokens, 0 for what fills a batch up."""
        batch, length, _ = x.shape
        y = (self.n0(x) * there[..., None]).transpose(1, 2)
        x = x + self.c2(functional.gelu(self.conv(y).transpose(1, 2), approximate="tanh"))
        q, k, v = self.qkv(self.n1(x)).view(batch, length, 3, HEADS, STATE // HEADS).permute(2, 0, 3, 1, 4)
        seen = functional.scaled_dot_product_attention(q, k, v, attn_mask=there[:, None, None, :] > 0)
        seen = self.o(seen.transpose(1, 2).reshape(batch, length, STATE))
        x = x + functional.dropout(seen, drop, self.training)
        fed = self.f2(functional.gelu(self.f1(self.n2(x)), approximate="tanh"))
        return x + functional.dropout(fed, drop, self.training)


class Estimator(nn.Module):
    """Tokens → logits: a fault, a grave one, and the kinds."""

    def __init__(self, gguf_file: Path) -> None:
        super().__init__()
        reader = GGUFReader(gguf_file)

        def number(name: str) -> float:
            return float(reader.fields[f"llama.{name}"].contents())

        by_name = {tensor.name.removesuffix(".weight"): tensor for tensor in reader.tensors}

        def tensor(name: str) -> Tensor:
            found = by_name[name]
            values = np.array(dequantize(found.data, found.tensor_type), dtype=np.float32)
            return torch.tensor(values).to(torch.bfloat16)

        heads, shared = int(number("attention.head_count")), int(number("attention.head_count_kv"))
        self.embedding = nn.Parameter(tensor("token_embd"), requires_grad=False)
        self.base, self.head = number("rope.freq_base"), self.embedding.shape[1] // heads
        names = (*TENSORS, "attn_norm", "ffn_norm")
        self.blk = nn.ModuleList(
            Block({n: tensor(f"blk.{i}.{n}") for n in names}, heads, shared, changed=i >= FROZEN)
            for i in range(LAYERS)
        )
        self.projection = nn.Linear(self.embedding.shape[1], STATE)
        self.layers = nn.ModuleList(Layer() for _ in range(2))
        self.norm = nn.LayerNorm(STATE)
        self.out = nn.Linear(STATE, 2 + len(NAMES))
        nn.init.constant_(self.out.bias, -2.0)

    def forward(self, ids: Tensor, there: Tensor, drop: float = 0.1) -> Tensor:
        """A row of logits a token; `there` as for Layer."""
        frequencies = self.base ** (-torch.arange(0, self.head, 2) / self.head)
        angle = torch.arange(ids.shape[1])[:, None] * frequencies
        cos, sin = angle.cos().to(torch.bfloat16), angle.sin().to(torch.bfloat16)
        x = self.embedding[ids]
        seen = there[:, None, None, :] > 0
        for block in self.blk:
            x = block(x, cos, sin, seen)
        x = functional.rms_norm(x, (x.shape[-1],), None, EPSILON).float()
        x = self.projection(functional.dropout(x, drop, self.training))
        for layer in self.layers:
            x = layer(x, there, drop)
        return self.out(self.norm(x))

    def learnt(self) -> dict[str, np.ndarray]:
        """What is not the language model's, as tqcheck/judge/estimate/weights.py reads it."""
        arrays: dict[str, np.ndarray] = {"layers": np.int64(LAYERS)}
        for name, parameter in self.named_parameters():
            if not parameter.requires_grad:
                continue
            values = parameter.detach().numpy() * (SCALE if name.endswith(".up") else 1)
            place = name if name.startswith("blk.") else "network." + name
            arrays[place] = values.astype(np.float16)
        return arrays

    def learn(self, arrays: dict[str, np.ndarray]) -> None:
        """Goes on from what was learnt before."""
        own = dict(self.named_parameters())
        for name, values in arrays.items():
            if name != "layers":
                scale = 1 / SCALE if name.endswith(".up") else 1
                own[name.removeprefix("network.")].data.copy_(torch.tensor(values.astype(np.float32) * scale))
