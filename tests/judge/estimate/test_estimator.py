"""From weights and a model to estimates of words."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.judge.estimate.tiny import logits, states, write_weights
from tests.judge.tiny import WIDTH, vocabulary, write_tiny
from tqcheck.judge.convert import convert
from tqcheck.judge.estimate import weights
from tqcheck.judge.estimate.deferred import Deferred
from tqcheck.judge.estimate.estimator import Estimator
from tqcheck.judge.estimate.kept import KeptEstimates
from tqcheck.judge.estimate.kinds import NAMES
from tqcheck.judge.estimate.marks import Estimate
from tqcheck.judge.estimate.network import Network
from tqcheck.judge.estimate.weights import read_adapter, read_network
from tqcheck.judge.home import digest_of
from tqcheck.judge.model import LONGEST, load
from tqcheck.judge.store import Store
from tqcheck.model import CannotCheck, Span, TqcheckError

SENTENCES = ["the shares, the other", "a", "", "The sheriff: then 2015!", "U.S. \U0001f600 the-then é"]


@pytest.fixture(scope="module")
def arrays(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    """A file of weights and what is in it."""
    file = tmp_path_factory.mktemp("weights") / "weights.npz"
    return file, write_weights(file)


@pytest.fixture(scope="module")
def adapted(
    arrays: tuple[Path, dict[str, Any]], tiny_gguf: Path, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The tiny model, converted with the adapter."""
    folder = tmp_path_factory.mktemp("adapted")
    convert(tiny_gguf, folder, adapter=read_adapter(arrays[0]))
    return folder


@pytest.fixture(scope="module")
def estimator(arrays: tuple[Path, dict[str, Any]], adapted: Path) -> Estimator:
    return Estimator(adapted, read_network(arrays[0]))


def test_the_network_gives_what_its_definition_says(arrays: tuple[Path, dict[str, Any]]) -> None:
    file, own = arrays
    given = np.random.default_rng(3).normal(0, 1, (9, WIDTH)).astype(np.float32)
    assert read_network(file)(given) == pytest.approx(logits(own, given), abs=1e-4)
    assert read_network(file)(given[:1]) == pytest.approx(logits(own, given[:1]), abs=1e-4)


def test_states_are_those_of_the_adapted_layers(
    arrays: tuple[Path, dict[str, Any]], adapted: Path, tmp_path: Path
) -> None:
    tensors = write_tiny(tmp_path / "tiny.gguf")
    ids = {token: i for i, token in enumerate(vocabulary())}
    model = load(adapted, threads=1, encoder=True)
    tokens = [model.start, "the", "Ġ", "sh", "a", "r", "e", "s"]
    (given,) = np.array(model.reader.forward_batch([tokens]).last_hidden_state)
    reckoned = states(tensors, arrays[1], [ids[token] for token in tokens])
    assert given == pytest.approx(reckoned, abs=0.25)  # 8-bit weights
    unchanged = arrays[1] | {name: a * 0 for name, a in arrays[1].items() if name.endswith(".up")}
    other = states(tensors, unchanged, [ids[token] for token in tokens])
    assert abs(given - other).max() > 3 * abs(given - reckoned).max()


def test_a_conversion_leaves_the_adapter_as_it_was(
    arrays: tuple[Path, dict[str, Any]], adapted: Path, tiny_gguf: Path, tmp_path: Path
) -> None:
    adapter = read_adapter(arrays[0])
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        convert(tiny_gguf, tmp_path / name, adapter=adapter)
    assert digest_of(tmp_path / "one") == digest_of(tmp_path / "other") == digest_of(adapted)


@pytest.mark.parametrize("change", [{"layers": 3}, {"changes": {"blk.9.attn_q": ()}}])
def test_an_adapter_for_another_model(
    arrays: tuple[Path, dict[str, Any]], tiny_gguf: Path, tmp_path: Path, change: dict[str, Any]
) -> None:
    with pytest.raises(CannotCheck, match="another model"):
        convert(tiny_gguf, tmp_path, adapter=replace(read_adapter(arrays[0]), **change))


def test_every_word_and_sign_is_estimated(estimator: Estimator) -> None:
    for sentence, words in zip(SENTENCES, estimator.estimates(SENTENCES), strict=True):
        shown = [sentence[word.span.start : word.span.end] for word in words]
        known = sentence.encode("ascii", "ignore").decode()  # the tiny vocabulary has no other letters
        assert "".join(shown) == "".join(known.split())
        for word in words:
            assert 0 < word.fault < 1
            assert 0 < word.grave < 1
            assert len(word.kinds) == len(NAMES)
            assert sum(word.kinds) == pytest.approx(1, abs=0.01)
    assert [len(words) for words in estimator.estimates(["the-then U.S. don’t 1,000"])] == [5]


def test_an_estimate_does_not_depend_on_its_company(estimator: Estimator, adapted: Path) -> None:
    alone = [estimator.estimates([sentence])[0] for sentence in SENTENCES]
    assert estimator.estimates(SENTENCES[::-1] * 9) == alone[::-1] * 9
    single = Estimator(adapted, estimator._network, threads=1)
    assert single.estimates(SENTENCES) == alone


def test_a_long_sentence_is_read_as_far_as_the_model_reads(estimator: Estimator) -> None:
    (words,) = estimator.estimates(["x " * 5 * LONGEST])
    assert len(words) == LONGEST // 2  # a token a letter, and one a blank


def test_half_characters_and_joined_ones(estimator: Estimator) -> None:
    (half,), (joined,) = estimator.estimates(["the \udcff shares"]), estimator.estimates(["cafe\u0301s the"])
    assert [word.span for word in half] == [Span(0, 3), Span(6, 12)]
    assert joined[0].span == Span(0, 6)


def test_the_model_is_loaded_when_a_sentence_is_asked_for(
    adapted: Path, arrays: tuple[Path, dict[str, Any]], estimator: Estimator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(weights, "read_network", lambda: read_network(arrays[0]))
    missing = Deferred(adapted / "nothing here")
    with pytest.raises(CannotCheck, match="cannot be read"):
        missing.estimates(SENTENCES)
    assert Deferred(adapted).estimates(SENTENCES) == estimator.estimates(SENTENCES)


class Asked:
    """Estimates by another, and what it was asked for."""

    def __init__(self, estimator: Estimator) -> None:
        self.sentences: list[str] = []
        self._estimator = estimator

    def estimates(self, sentences: Sequence[str]) -> list[list[Estimate]]:
        self.sentences += sentences
        return self._estimator.estimates(sentences)


def test_estimates_are_kept_between_runs_as_they_are(estimator: Estimator, tmp_path: Path) -> None:
    said = estimator.estimates(SENTENCES)
    for file in (tmp_path / "kept.sqlite", None):
        for asked in (SENTENCES, [] if file else SENTENCES):
            reader = Asked(estimator)
            kept = KeptEstimates(reader, file)
            assert kept.estimates([*SENTENCES, SENTENCES[0]]) == [*said, said[0]]
            assert reader.sentences == asked
            kept.close()


@pytest.mark.parametrize("other", [b"", b"nothing", zlib.compress(b"short"), 1.5])
def test_what_else_is_kept_in_the_file_is_not_believed(
    estimator: Estimator, tmp_path: Path, other: bytes | float
) -> None:
    file = tmp_path / "kept.sqlite"
    store: Store[bytes] = Store(file, 9)
    store.values(SENTENCES, lambda texts: [other] * len(texts))  # type: ignore[list-item]
    store.close()
    assert KeptEstimates(estimator, file).estimates(SENTENCES) == estimator.estimates(SENTENCES)


def test_broken_weights_and_folders_are_told(arrays: tuple[Path, dict[str, Any]], tmp_path: Path) -> None:
    whole = arrays[0].read_bytes()
    broken = tmp_path / "weights.npz"
    flipped = bytearray(whole)
    flipped[len(whole) // 2] ^= 255
    for content in (b"", b"PK", b"nothing", whole[: len(whole) // 2], bytes(flipped)):
        broken.write_bytes(content)
        with pytest.raises(TqcheckError, match=r"weights\.npz"):
            read_adapter(broken), read_network(broken)
    np.savez(tmp_path / "other.npz", other=np.int64(1))
    for read in (read_adapter, read_network):
        with pytest.raises(TqcheckError, match=r"other\.npz"):
            read(tmp_path / "other.npz")
    with pytest.raises(CannotCheck, match="cannot be read"):
        Estimator(tmp_path, Network({}))
