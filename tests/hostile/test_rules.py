"""The format of rules, fuzzed: a rulebook loads, or is refused with its line; and no pattern hangs."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.rulebook.support import SETS, program, rule_yaml
from tqcheck.model import Document, Paragraph, Segment, Span
from tqcheck.rulebook.engine import Engine
from tqcheck.rulebook.errors import RulebookError
from tqcheck.rulebook.program import compile_files

PIECES = [
    "a",
    "the",
    "{minister}",
    "{say/VERB}",
    "{x/LOWER}",
    "{",
    "}",
    "<month>",
    "<person>",
    "<none>",
    "<",
    ">",
    "(",
    ")",
    "|",
    "?",
    "..3",
    "..12",
    "..99",
    "..0",
    "^",
    "$",
    "#",
    "@Name",
    '"…"',
    '"',
    "[",
    "]",
    "H:",
    "S:",
    "!",
    "-",
    "'s",
    "’",
    "é",
    "1",
    ",",
]
_MORE: dict[str, object] = {"near": ["<month>"], "unless": ["wine"], "!before": ["the"]}
RULE = rule_yaml("{minister} ..2 list", **_MORE)  # type: ignore[arg-type]


def load(content: bytes) -> bool:
    """Whether it loads; what is refused names its line."""
    try:
        compile_files([("fuzz.yaml", content)])
    except RulebookError as error:
        named = str(error).startswith("fuzz.yaml:")
    else:
        return True
    assert named
    return False


@given(
    st.lists(st.sampled_from(PIECES), max_size=25),
    st.lists(st.sampled_from(["", " "]), min_size=25, max_size=25),
)
@settings(max_examples=300, deadline=None)
def test_patterns(pieces: list[str], gaps: list[str]) -> None:
    pattern = "".join(piece + gap for piece, gap in zip(pieces, gaps, strict=False)) or "a"
    try:
        book = program(rule_yaml(pattern))
    except RulebookError:
        return
    text = "The minister said a list, May 1, 'a “the” list' in May. " * 3
    whole = (Paragraph(Span(0, len(text)), (Segment(Span(0, len(text))),)),)
    for _, span, _ in Engine(book, lambda _: True).run(Document("d", text, text, whole)):
        assert 0 <= span.start < span.end <= len(text)


@given(
    st.lists(st.tuples(st.integers(0, 600), st.integers(0, 6), st.binary(max_size=6)), min_size=1, max_size=4)
)
@settings(max_examples=300, deadline=None)
def test_damaged_rulebooks(edits: list[tuple[int, int, bytes]]) -> None:
    content = f"{SETS}rules:\n- {RULE}".encode()
    for at, cut, put in edits:
        content = content[:at] + put + content[at + cut :]
    load(content)


@given(st.binary(max_size=200))
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_noise(content: bytes) -> None:
    load(content)


def _laughing(levels: int) -> str:
    sets = [f"  s{i}: ['<s{i - 1}> <s{i - 1}>', '<s{i - 1}> x <s{i - 1}>']\n" for i in range(1, levels)]
    return f"sets:\n  s0: [a, b]\n{''.join(sets)}rules:\n- {rule_yaml(f'<s{levels - 1}>')}\n"


def _chained(length: int) -> str:
    sets = [f"  s{i}: ['<s{i + 1}>']\n" for i in range(length)]
    return f"sets:\n{''.join(sets)}  s{length}: [a]\nrules:\n- {rule_yaml('<s0>')}\n"


BOMBS = [
    pytest.param(f"rules:\n- {rule_yaml('(' * 10_000 + 'a' + ')' * 10_000)}", id="groups-in-groups"),
    pytest.param(_laughing(30), id="sets-of-sets"),
    pytest.param(_chained(5_000), id="a-chain-of-sets"),
    pytest.param(f"sets:\n  a: ['<b>']\n  b: ['<a>']\nrules:\n- {rule_yaml('<a>')}", id="a-circle-of-sets"),
    pytest.param("rules: " + "[" * 100_000, id="lists-in-lists"),
    pytest.param("rules: &a [*a]", id="a-list-in-itself"),
    pytest.param("a: &a [x]\n" + "".join(f"b{i}: [*a, *a]\n" for i in range(99)), id="aliases"),
    pytest.param(f"rules:\n- {rule_yaml('a ..' + '9' * 5_000 + ' b')}", id="a-huge-gap"),
    pytest.param("rules: !!python/object/apply:os.system ['exit 1']", id="code"),
    pytest.param("\ufeff" + "\0" * 10, id="nulls"),
]


@pytest.mark.parametrize("content", BOMBS)
def test_bombs_are_refused(content: str) -> None:
    assert not load(content.encode())


SLOW = [
    "a " + "..12 " * 40 + "z",
    "(a|a|a) " * 30 + "z",
    "(a)? " * 60 + "a z",
    "(a ..12 a|a ..12) " * 12 + "z",
    '"…" ..9 ' * 9 + "z",
]


@pytest.mark.parametrize("pattern", SLOW)
def test_user_patterns_cannot_hang_it(pattern: str) -> None:
    """Time is bounded by the pattern times the sentence: eight times the words, some eight times the time."""
    engine = Engine(program(rule_yaml(pattern)), lambda _: True)

    def seconds(words: int) -> float:
        text = "a 'a “ " * words + "z"
        whole = (Paragraph(Span(0, len(text)), (Segment(Span(0, len(text))),)),)
        start = time.process_time()
        list(engine.run(Document("d", text, text, whole)))
        return time.process_time() - start

    few, many = seconds(40), seconds(320)
    assert many < 1 or many < 25 * few
