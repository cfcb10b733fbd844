"""Articles and rulebooks made from the words of news.toml, the same on every machine and in every run."""

from __future__ import annotations

import json
import random
import re
import tomllib
from functools import cache
from pathlib import Path

_SLOT = re.compile(r"\{(\w+)\}")
_ARTICLE = re.compile(r"\b([Aa]) (?=[aeiou])")
_FAULTY_ONE_IN = 25
_SENTENCES = (2, 5)  # a paragraph
_WORDS_A_MADE_NAME = 150  # news names the same people again and again


class _Draw:
    """Draws by `random()` alone, the one method whose numbers Python keeps from version to version."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def number(self, low: int, high: int) -> int:
        return low + int(self._random.random() * (high - low + 1))

    def one(self, items: list[str]) -> str:
        return items[self.number(0, len(items) - 1)]


@cache
def _words() -> dict[str, list[str]]:
    data = tomllib.loads(Path(__file__).with_name("news.toml").read_text(encoding="utf-8"))
    return {name: value if isinstance(value, list) else value.split() for name, value in data.items()}


def article(words: int, seed: int = 1) -> str:
    """Paragraphs of invented news, of at least so many words, by less than a paragraph more."""
    draw, paragraphs, count = _Draw(seed), list[str](), 0
    made = [_surname(draw) for _ in range(10 + words // _WORDS_A_MADE_NAME)]
    while count < words:
        sentences = [_sentence(draw, made) for _ in range(draw.number(*_SENTENCES))]
        paragraphs.append(" ".join(sentences))
        count += len(paragraphs[-1].split())
    return "\n\n".join(paragraphs) + "\n"


def _surname(draw: _Draw) -> str:
    syllables = [draw.one(_words()["syllables"]) for _ in range(draw.number(1, 2))]
    return "".join(syllables).capitalize() + draw.one(_words()["endings"])


def _sentence(draw: _Draw, made: list[str]) -> str:
    words = _words()

    def fill(slot: re.Match[str]) -> str:
        name = slot[1]
        if name == "name":
            return draw.one((words["surname"], made)[draw.number(0, 1)])
        if name == "number":
            return str(draw.number(2, 900))
        if name == "year":
            return str(draw.number(1990, 2024))
        if name == "role_title":
            return draw.one(words["role"]).capitalize()
        return draw.one(words[name])

    faulty = draw.number(1, _FAULTY_ONE_IN) == 1
    return _ARTICLE.sub(r"\1n ", _SLOT.sub(fill, draw.one(words["faulty" if faulty else "templates"])))


def rulebook(rules: int, seed: int = 1) -> str:
    """A rulebook of so many rules, as JSON, which YAML reads.

    Their words are those of the articles and their patterns of all shapes, so the matcher cannot rule them
    out by a glance; but the words stand in an order that `article` hardly ever writes, so that it is
    matching that is measured and not the reporting of findings.
    """
    draw, words, made, seen = _Draw(seed), _words(), list[dict[str, object]](), set[str]()
    while len(made) < rules:
        first, second = draw.one(words["noun"]), draw.one(words["noun"])
        adjective, verb = draw.one(words["adjective"]), draw.one(words["verb"])
        pattern, text = (
            (f"{{{first}}} of (the)? {{{second}}}", f"{first} of the {second}"),
            (f"{adjective} on {{{second}}}", f"{adjective} on {second}"),
            (f"{{{first}}} ..2 {adjective} ({verb}|{second})", f"{first} so {adjective} {verb}"),
            (f"({first}|{second}) {adjective} for {{{second}}}", f"{first} {adjective} for {second}"),
        )[len(made) % 4]
        if pattern in seen or first == second:
            continue
        seen.add(pattern)
        made.append(
            {
                "id": f"generated.r{len(made):05}",
                "severity": "minor",
                "confidence": "high",
                "category": "style/unidiomatic",
                "russian": f"слово {len(made)}",
                "pattern": pattern,
                "suggest": [f"{second} {first}"],
                "why": "Made for a benchmark.",
                "examples": {"flag": [f"They saw a [[{text}]]."], "pass": ["They saw nothing."]},
            }
        )
    return json.dumps({"rules": made}, ensure_ascii=False, indent=1)
