"""A compiled rulebook: an index of anchors, and rules that are read only when an anchor of theirs stands.

Compiled once and kept in the user's cache folder under a key of its content, so that start-up does not
pay for YAML. A cache that is missing, damaged or not writable costs time and nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from tqcheck import cache
from tqcheck.model import Confidence, Precision, Rule, Severity

FORMAT = 15
"""Raised whenever compiled programs of older code must not be used."""


class Entry(NamedTuple):
    """What the index knows of a rule without reading it."""

    id: str
    confidence: Confidence
    needs_source: bool


class Program:
    """Rules ready to run. `data` is what `serialise` made.

    `anchors` leads from a word to the branches to look at where it stands; `branches` tells of each its
    rule, its place among that rule's branches, and the number of its `seconds` (-1 for none).
    """

    def __init__(self, data: bytes) -> None:
        head, _, self._bodies = data.partition(b"\n")
        index = json.loads(head)
        self.anchors: dict[str, list[int]] = index["anchors"]
        self.branches: list[tuple[int, int, int]] = index["branches"]
        confidences = {confidence.value: confidence for confidence in Confidence}
        self.entries = [Entry(i, confidences[c], bool(n)) for i, c, n in index["rules"]]
        self._seconds: list[str | frozenset[str]] = index["seconds"]
        self.key: str = index["key"]
        self._offsets: list[int] = index["offsets"]
        self._shared_at: int = index["shared"]

    def code(self, number: int) -> dict[str, Any]:
        """The code of a rule, as compiled."""
        return self._part(2 * number)

    def rule(self, number: int) -> Rule:
        """What an editor needs to know of a rule."""
        return rule_of(self._part(2 * number + 1))

    def seconds(self, number: int) -> frozenset[str]:
        """Words one of which must stand beside an anchor; cut into words when first asked for."""
        words = self._seconds[number]
        if isinstance(words, str):
            words = self._seconds[number] = frozenset(words.split(" "))
        return words

    def _part(self, number: int) -> dict[str, Any]:
        part: dict[str, Any] = json.loads(self._bodies[self._offsets[number] : self._offsets[number + 1]])
        return part

    @cached_property
    def shared(self) -> list[Any]:
        """Code of the shared sets."""
        shared: list[Any] = json.loads(self._bodies[self._shared_at :])
        return shared

    def rules(self) -> list[Rule]:
        """All rules by id."""
        return sorted((self.rule(i) for i in range(len(self.entries))), key=lambda rule: rule.id)


def rule_of(data: dict[str, Any]) -> Rule:
    """The inverse of `plain_rule`."""
    fields: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in data.items()}
    fields["severity"] = Severity(data["severity"])
    fields["confidence"] = Confidence(data["confidence"])
    fields["precision"] = Precision(*data["precision"])
    return Rule(**fields)


def plain_rule(rule: Rule) -> dict[str, Any]:
    plain = {name: getattr(rule, name) for name in Rule.__slots__}
    plain["precision"] = [rule.precision.right, rule.precision.wrong]
    return plain


def serialise(key: str, rules: Iterable[tuple[Rule, dict[str, Any]]], shared: list[Any]) -> bytes:
    """One line of index, then the rules' bodies, then the shared sets. Deterministic."""
    anchors: dict[str, list[int]] = {}
    branches: list[tuple[int, int, int]] = []
    seconds: dict[str, int] = {}
    entries, bodies, offsets = [], [], [0]
    for number, (rule, code) in enumerate(rules):
        entries.append([rule.id, rule.confidence, int(rule.needs_source)])
        for place, branch in enumerate(code["branches"]):
            for word in branch["anchors"]:
                anchors.setdefault(word, []).append(len(branches))
            second = " ".join(branch.pop("seconds", ()))
            branches.append((number, place, seconds.setdefault(second, len(seconds)) if second else -1))
        for part in (_dump(code), _dump(plain_rule(rule))):
            bodies.append(part)
            offsets.append(offsets[-1] + len(part))
    index = {
        "key": key,
        "anchors": dict(sorted(anchors.items())),
        "branches": branches,
        "seconds": list(seconds),
        "rules": entries,
        "offsets": offsets,
        "shared": offsets[-1],
    }
    return _dump(index) + b"\n" + b"".join(bodies) + _dump(shared)


def _dump(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def compile_files(files: Sequence[tuple[str, bytes]], judged: Sequence[tuple[str, bytes]] = ()) -> bytes:
    """Loads and compiles rulebook files. Raises RulebookError."""
    from tqcheck.rulebook.compile import Compiler
    from tqcheck.rulebook.judged import precisions
    from tqcheck.rulebook.load import load

    book = load(files)
    compiler = Compiler(book)
    evidence = precisions(judged)
    rules = []
    for id_, source in sorted(book.rules.items()):
        rule = source.rule
        if id_ in evidence:
            plain = plain_rule(rule) | {"precision": [evidence[id_].right, evidence[id_].wrong]}
            rule = rule_of(plain)
        code = compiler.rule(source)
        rules.append((_described(rule, code), code))
    return serialise(content_key(files, judged), rules, compiler.shared)


def _described(rule: Rule, code: dict[str, Any]) -> Rule:
    """The rule with its suggestions as words, and its examples mended by them."""
    from tqcheck.rulebook.suggest import mended, plain

    suggestions = code["suggest"]
    if not suggestions:
        return rule
    after = tuple(mended(example, suggestions, code.get("tags", {})) for example in rule.before)
    return replace(rule, suggest=tuple(map(plain, suggestions)), after=after)


def content_key(files: Iterable[tuple[str, bytes]], judged: Iterable[tuple[str, bytes]] = ()) -> str:
    """A digest of the content of rulebook files: the key of the cache and part of a report's signature."""
    return cache.content_key(FORMAT, [*files, *judged])


def load_program(
    files: Sequence[tuple[str, bytes]],
    judged: Sequence[tuple[str, bytes]] = (),
    folder: Path | None = None,
    announce: Callable[[str], None] | None = None,
) -> Program:
    """The program of rulebook files, from the cache where it is there. Raises RulebookError.

    `folder` is the cache folder, by default the user's; `announce` is told before the slow way is taken.
    """
    key = content_key(files, judged)
    folder = folder or cache.cache_folder()
    file = folder / f"rulebook-{key}.json" if folder else None
    if file is not None:
        program = _cached(file, key)
        if program is not None:
            return program
    if announce is not None:
        announce("Compiling the rulebook (once)")
    data = compile_files(files, judged)
    if file is not None:
        cache.keep(file, data)
    return Program(data)


def _cached(file: Path, key: str) -> Program | None:
    data = cache.read(file)
    try:
        program = Program(data) if data else None
    except (ValueError, KeyError, TypeError):
        return None
    return program if program and program.key == key else None
