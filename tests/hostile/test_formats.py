"""Hostile texts in every format that is no plain text, and what must not change the findings of a text."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Callable, Iterator
from html import escape
from itertools import pairwise
from pathlib import Path

import pytest

from benchmarks.material import article
from tests.hostile.corpus import FAULT, SENTENCE, texts
from tqcheck.model import Document, Finding, InputError
from tqcheck.readers import extracted, paired, read_bytes, read_text
from tqcheck.session import Session
from tqcheck.settings import Settings

SAMPLES = Path(__file__).parents[2] / "samples"


def _xliff(text: str) -> str:
    unit = f"<source>Да.</source><target>{escape(text)}</target>"
    return (
        '<xliff version="1.2"><file source-language="ru" target-language="en" original="a" datatype="x">'
        f'<body><trans-unit id="1">{unit}</trans-unit></body></file></xliff>'
    )


def _tmx(text: str) -> str:
    def side(language: str, words: str) -> str:
        return f'<tuv xml:lang="{language}"><seg>{words}</seg></tuv>'

    unit = side("ru", "Да.") + side("en", escape(text))
    return f'<tmx version="1.4"><header srclang="ru"/><body><tu>{unit}</tu></body></tmx>'


_AS: dict[str, Callable[[str], str]] = {
    "a.html": lambda text: f"<html><body><p>{escape(text)}</p><p>{SENTENCE}</p>",
    "raw.html": lambda text: f"<p>{SENTENCE}</p><p>{text}",
    "a.srt": lambda text: f"1\n00:00:01,000 --> 00:00:02,000\n{SENTENCE}\n\n2\n00:00:03,000 --> x\n{text}\n",
    "a.vtt": lambda text: (
        f"WEBVTT\n\n00:01.000 --> 00:02.000\n{SENTENCE}\n\n00:03.000 --> 00:04.000\n{text}\n"
    ),
    "a.rss": lambda text: (
        f"<rss><channel><item><title>{SENTENCE}</title>"
        f"<description>{escape(text)}</description></item></channel></rss>"
    ),
    "raw.atom": lambda text: f"<feed><entry><title>{text}</title></entry></feed>",
    "a.jsonl": lambda text: f"{json.dumps({'text': SENTENCE})}\n{json.dumps({'text': text})}\n",
    "raw.jsonl": lambda text: f'{{"text": "{text}"}}\n',
    "a.xliff": _xliff,
    "a.tmx": _tmx,
    "a.po": lambda text: f'msgid "Да."\nmsgstr {json.dumps(text, ensure_ascii=False)}\n',
    "raw.po": lambda text: f'msgid "Да."\nmsgstr "{text}"\n',
    "a.tsv": lambda text: f"ru\ten\nДа.\t{SENTENCE}\nНет.\t{text}\n",
    "a.csv": lambda text: f"ru,en\nДа.,{SENTENCE}\nНет.,{text}\n",
}
"""A file of each format around a text, well formed or with the text as it is."""


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with Session(Settings(languagetool="off", judge="off", min_confidence="low")) as opened:
        yield opened


def test_every_format_is_here() -> None:
    named = {suffix for name in _AS for suffix in [name[name.index(".") :]]}
    formats = {**extracted.SUFFIXES, **paired.SUFFIXES}
    assert {formats[suffix] for suffix in named} == set(formats.values()) - {extracted.WORD}


@pytest.mark.parametrize("name", sorted(_AS))
def test_a_file_is_read_or_refused(session: Session, name: str) -> None:
    counts: Counter[str] = Counter()
    for what, text in texts(300):
        counts["tried"] += 1
        data = _AS[name](text).encode("utf-8", "surrogatepass")
        try:
            document = read_bytes(data, name)
        except InputError:
            counts["refused"] += 1
            continue
        [checked] = session.check([_alone(document)])
        if checked.failures:
            line = name == "a.jsonl" and not any(failure.whole for failure in checked.failures)
            assert line or any("Cyrillic" in failure.message for failure in checked.failures), what
            counts["refused"] += 1
            continue
        for finding in checked.findings:
            assert document.text[finding.span.start : finding.span.end] == finding.text, what
            place = document.in_file(finding.span)
            assert 0 <= place.start <= place.end <= len(document.file_text), what
        if name in ("a.html", "a.vtt", "a.jsonl"):
            assert FAULT in [finding.text for finding in checked.findings], what
    assert counts["tried"] > 600
    if not name.startswith("raw"):
        assert counts["refused"] < counts["tried"] / 2, counts


def _alone(document: Document) -> Document:
    """Without its Russian: what is compared has tests of its own."""
    return document._replace(source=None)


@pytest.mark.parametrize("suffix", ["txt", "html", "srt", "vtt", "rss", "jsonl", "xliff", "tmx", "po", "csv"])
def test_any_unicode_is_read_or_refused(suffix: str) -> None:
    """Every block of Unicode, in pieces, as a whole file."""
    draw = random.Random(suffix)
    read = 0
    for first in range(0, 0x110000, 0x800):
        characters = [chr(first + draw.randrange(0x800)) for _ in range(60)]
        text = " ".join(["Well", *characters, "is", *characters[::-1], "said."])
        try:
            document = read_text(text, f"a.{suffix}") if suffix == "txt" else _file(text, suffix)
        except InputError:
            continue
        read += 1
        assert len(document.prose) == len(document.text)
    assert read or suffix not in ("txt", "html")


def _file(text: str, suffix: str) -> Document:
    return read_bytes(text.encode("utf-8", "surrogatepass"), f"a.{suffix}")


def _findings(session: Session, text: str) -> list[Finding]:
    [checked] = session.check([read_text(text, "a.txt")])
    return list(checked.findings)


def _corpus() -> list[str]:
    """The samples and generated articles."""
    files = [file for file in sorted(SAMPLES.glob("*.txt")) if ".ru" not in file.name]
    return [file.read_bytes().decode() for file in files] + [article(400, seed=seed) for seed in range(20)]


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_line_endings_change_nothing(session: Session, ending: str) -> None:
    found = 0
    for text in _corpus():
        plain = text.replace("\r\n", "\n")
        other = plain.replace("\n", ending)
        wanted = [(f.rule, f.text.replace("\n", ending), f.suggestions) for f in _findings(session, plain)]
        assert [(f.rule, f.text, f.suggestions) for f in _findings(session, other)] == wanted
        found += len(wanted)
    assert found > 40


def test_what_stands_before_or_after_takes_nothing_away(session: Session) -> None:
    """Rules of the rulebook look at sentences; those that want a word near look wider, and find more."""
    corpus, found = _corpus(), 0
    for first, second in pairwise(corpus):
        own = Counter((f.rule, f.text) for f in _findings(session, second) if f.check == "rulebook")
        joined = Counter((f.rule, f.text) for f in _findings(session, f"{first.rstrip()}\n\n{second}"))
        assert not own - joined
        found += own.total()
    assert found > 20
