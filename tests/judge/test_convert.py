"""Conversion of GGUF files, and scores of what comes out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.judge.tiny import log_probability, vocabulary, write_tiny
from tqcheck.judge.convert import convert
from tqcheck.judge.model import LONGEST, TranslatorModel
from tqcheck.model import CannotCheck

TEXTS = ["the shares of the 17", "rally", "a", "The sheriff: then 2015!", "the other the shares"]


def test_scores_are_those_of_the_model(tmp_path: Path) -> None:
    tensors = write_tiny(tmp_path / "tiny.gguf")
    convert(tmp_path / "tiny.gguf", tmp_path)
    ids = {token: i for i, token in enumerate(vocabulary())}
    words = ["the", "Ġ", "sh", "a", "r", "e", "s"]
    (scored,) = TranslatorModel(tmp_path, threads=1).log_probabilities(["the shares"])
    reckoned = log_probability(tensors, [0, *(ids[word] for word in words)])
    assert scored == pytest.approx(reckoned, rel=0.02)  # 8-bit weights


def test_a_score_does_not_depend_on_its_company(tiny_folder: Path) -> None:
    model = TranslatorModel(tiny_folder, threads=2)
    alone = [model.log_probabilities([text])[0] for text in TEXTS]
    assert model.log_probabilities(TEXTS) == alone
    assert model.log_probabilities(TEXTS[::-1] * 9) == alone[::-1] * 9
    assert TranslatorModel(tiny_folder, threads=1).log_probabilities(TEXTS) == alone


def test_digits_are_parted_and_long_texts_cut(tiny_folder: Path) -> None:
    model = TranslatorModel(tiny_folder, threads=1)
    one, other = model.log_probabilities(["x" * LONGEST, "x" * 5000])
    assert one == other
    assert model.log_probabilities([]) == []


@pytest.mark.parametrize(
    ("architecture", "pre", "said"), [("qwen2", "smollm", "qwen2"), ("llama", "tekken", "tekken")]
)
def test_models_of_another_kind(tmp_path: Path, architecture: str, pre: str, said: str) -> None:
    write_tiny(tmp_path / "other.gguf", architecture, pre)
    with pytest.raises(CannotCheck, match=said):
        convert(tmp_path / "other.gguf", tmp_path)


@pytest.mark.parametrize("content", [b"", b"GGUF", b"not a model at all" * 99])
def test_no_model(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "broken.gguf").write_bytes(content)
    with pytest.raises(CannotCheck, match=r"broken\.gguf"):
        convert(tmp_path / "broken.gguf", tmp_path)


def test_a_folder_that_is_no_model(tmp_path: Path) -> None:
    with pytest.raises(CannotCheck, match="cannot be read"):
        TranslatorModel(tmp_path)
