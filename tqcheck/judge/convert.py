"""A language model in GGUF form → a folder that CTranslate2 and tokenizers read: 8-bit weights, vocabulary,
`tokenizer.json`.

Needs the packages of the extra `judge`. Only Llama-like models with a byte-level tokenizer are understood;
any other is converted with CTranslate2's own tools and named as a folder. With an adapter the model says no
more which word comes next: it is an encoder, whose every token sees all others, and gives its states.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tqcheck.model import CannotCheck, Progress
from tqcheck.progress import shown

if TYPE_CHECKING:
    from tqcheck.judge.adapter import Adapter

PRE_TOKENIZERS = ("smollm", "gpt-2", "default")
"""The ways of cutting text before byte-level BPE that are understood: smollm parts every digit."""
TOKENIZER = "tokenizer.json"


def convert(
    gguf_file: Path, folder: Path, progress: Progress | None = None, adapter: Adapter | None = None
) -> None:
    """Writes the converted model into a folder that exists. Raises CannotCheck for one of another kind."""
    from gguf import GGUFReader

    try:
        reader = GGUFReader(gguf_file)
    except (OSError, ValueError, KeyError, IndexError) as error:
        raise CannotCheck(f"{gguf_file}: is no language model in GGUF form ({error})") from error
    facts = _Facts(gguf_file, reader)
    tokenizer = _tokenizer(facts)
    layers = facts.number("llama.block_count")
    if adapter is not None:
        adapter.require(layers, facts.names)
        layers = adapter.layers
    with shown(progress, "Converting the judge's model", layers + 2) as advance:
        spec = _spec(facts, layers, advance, adapter)
        spec.register_vocabulary(facts["tokenizer.ggml.tokens"])
        spec.config.bos_token = spec.config.eos_token = spec.config.unk_token = facts.start
        spec.config.layer_norm_epsilon = facts["llama.attention.layer_norm_rms_epsilon"]
        spec.validate()
        spec.optimize(quantization="int8")
        spec.save(str(folder))
        tokenizer.save(str(folder / TOKENIZER))


class _Facts:
    """What the file says of itself. Raises CannotCheck for what is not understood or missing."""

    def __init__(self, file: Path, reader: Any) -> None:
        self._file = file
        self._fields = reader.fields
        self._tensors = {tensor.name: tensor for tensor in reader.tensors}
        if self["general.architecture"] != "llama":
            raise CannotCheck(
                f"{file}: {self['general.architecture']!r} models are not understood, only llama"
            )
        model, cut = self["tokenizer.ggml.model"], self.get("tokenizer.ggml.pre", "default")
        if model != "gpt2" or cut not in PRE_TOKENIZERS:
            raise CannotCheck(f"{file}: its tokenizer ({model}, {cut}) is not understood")
        self.parts_digits = cut == "smollm"

    def get(self, name: str, otherwise: Any = None) -> Any:
        return self._fields[name].contents() if name in self._fields else otherwise

    def __getitem__(self, name: str) -> Any:
        if name not in self._fields:
            raise CannotCheck(f"{self._file}: {name} is missing")
        return self._fields[name].contents()

    def number(self, name: str) -> int:
        return int(self[name])

    @property
    def start(self) -> str:
        """The token that parts texts: the model has seen it before every beginning."""
        tokens: list[str] = self["tokenizer.ggml.tokens"]
        id_ = self.get("tokenizer.ggml.unknown_token_id", self["tokenizer.ggml.bos_token_id"])
        return tokens[int(id_)]

    def tensor(self, name: str) -> Any:
        """As 32-bit floats, rows first."""
        from gguf.quants import dequantize
        from numpy import array, float32

        if name not in self._tensors:
            raise CannotCheck(f"{self._file}: the tensor {name} is missing")
        found = self._tensors[name]
        return array(dequantize(found.data, found.tensor_type), dtype=float32, order="C")

    @property
    def names(self) -> frozenset[str]:
        """Of the tensors, without their ".weight"."""
        return frozenset(name.removesuffix(".weight") for name in self._tensors)

    def has(self, name: str) -> bool:
        return name in self._tensors


def _spec(facts: _Facts, layers: int, advance: Callable[[int], None], adapter: Adapter | None) -> Any:
    from ctranslate2.specs import common_spec
    from ctranslate2.specs.transformer_spec import (
        TransformerDecoderModelSpec,
        TransformerEncoderModelSpec,
        TransformerEncoderSpec,
    )
    from numpy import concatenate, ones_like

    def tensor(name: str) -> Any:
        weight = facts.tensor(name + ".weight")
        return weight if adapter is None else adapter.adapted(name, weight)

    heads = facts.number("llama.attention.head_count")
    shared = facts.number("llama.attention.head_count_kv")
    shape = {
        "activation": common_spec.Activation.SWISH,
        "ffn_glu": True,
        "rms_norm": True,
        "rotary_dim": 0,
        "rotary_interleave": False,
        "rotary_base": facts.get("llama.rope.freq_base", 10_000.0),
        "num_heads_kv": None if shared == heads else shared,
    }
    if adapter is None:
        spec = TransformerDecoderModelSpec.from_config(layers, heads, **shape)
        stack = spec.decoder
        stack.embeddings.weight = tensor("token_embd")
        stack.layer_norm.gamma = tensor("output_norm")
        stack.projection.weight = tensor("output" if facts.has("output.weight") else "token_embd")
    else:  # its training knows no weights of the last norm
        spec = TransformerEncoderModelSpec(TransformerEncoderSpec(layers, heads, **shape))
        stack = spec.encoder
        stack.embeddings[0].weight = tensor("token_embd")
        stack.layer_norm.gamma = ones_like(tensor("output_norm"))
    stack.scale_embeddings = False
    for number, layer in enumerate(stack.layer):
        part = f"blk.{number}."
        attention, feed = layer.self_attention, layer.ffn
        attention.layer_norm.gamma = tensor(part + "attn_norm")
        feed.layer_norm.gamma = tensor(part + "ffn_norm")
        attention.linear[0].weight = concatenate(
            [
                _halves(tensor(part + "attn_q"), heads),
                _halves(tensor(part + "attn_k"), shared),
                tensor(part + "attn_v"),
            ]
        )
        attention.linear[1].weight = tensor(part + "attn_output")
        feed.linear_0.weight = tensor(part + "ffn_gate")
        feed.linear_0_noact.weight = tensor(part + "ffn_up")
        feed.linear_1.weight = tensor(part + "ffn_down")
        advance(1)
    return spec


def _halves(weight: Any, heads: int) -> Any:
    """The rows of each head as CTranslate2 turns them: GGUF interleaves the two halves."""
    rows, columns = weight.shape
    return weight.reshape(heads, rows // heads // 2, 2, columns).swapaxes(1, 2).reshape(rows, columns)


def _tokenizer(facts: _Facts) -> Any:
    from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers

    tokens: list[str] = facts["tokenizer.ggml.tokens"]
    merges = [tuple(merge.split(" ", 1)) for merge in facts["tokenizer.ggml.merges"]]
    tokenizer = Tokenizer(models.BPE({token: i for i, token in enumerate(tokens)}, merges))
    cuts: list[Any] = [pre_tokenizers.Digits(individual_digits=True)] if facts.parts_digits else []
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [*cuts, pre_tokenizers.ByteLevel(add_prefix_space=False)]
    )
    tokenizer.decoder = decoders.ByteLevel()
    tokenizer.add_special_tokens([AddedToken(facts.start, special=True)])
    return tokenizer
