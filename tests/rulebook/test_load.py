"""Strict loading: whatever is wrong is said with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rulebook.support import SETS, rule_yaml
from tqcheck.rulebook.errors import RulebookError
from tqcheck.rulebook.program import compile_files
from tqcheck.rulebook.sources import rulebook_files

BROKEN = [
    pytest.param("rules: [", "book.yaml:2: not valid YAML", id="yaml"),
    pytest.param("rules: {a: b}", "book.yaml:1: rules must be a list", id="rules-not-a-list"),
    pytest.param("rule: []", "book.yaml:1: unknown key 'rule'", id="unknown-top-key"),
    pytest.param("- a", "book.yaml:1: a rulebook must be a mapping", id="list-at-top"),
    pytest.param("sets: {a: [x], a: [y]}", "'a' is given twice", id="set-twice"),
    pytest.param("sets: {A b: [x]}", "set name 'A b'", id="set-name"),
    pytest.param("rules:\n- {severity: major}", "book.yaml:2: a rule without an id", id="no-id"),
]

BROKEN_RULES = [
    pytest.param({"id": "Nonsense"}, "must read family.name-of-the-fault", id="id"),
    pytest.param({"severity": "grave"}, "'grave' is none of minor, major, critical", id="severity"),
    pytest.param({"category": "odd"}, "'odd' is none of", id="category"),
    pytest.param({"colour": "red"}, "unknown key 'colour'", id="unknown-key"),
    pytest.param({"pattern": "fact(s)?"}, "glued", id="pattern"),
    pytest.param({"pattern": "<nowhere> x"}, "there is no set <nowhere>", id="unknown-set"),
    pytest.param({"pattern": "@Name"}, "needs at least one word", id="no-anchor"),
    pytest.param({"near": ["[a] b"]}, "have no place in a set or a context", id="marks-in-context"),
    pytest.param({"near_in": "world"}, "'world' is none of", id="near-in"),
    pytest.param({"examples": {"flag": ["[[x]]"]}}, "no pass examples", id="no-pass"),
    pytest.param({"examples": {"flag": ["x"], "pass": ["y"]}}, "mark the span", id="no-mark"),
    pytest.param(
        {"examples": {"flag": ["[[x]]"], "pass": ["y"], "no": []}}, "unknown key 'no'", id="examples"
    ),
    pytest.param({"why": ""}, "why must be a text", id="empty-text"),
    pytest.param({"suggest": [{"{run": "go"}]}, "suggest '{run'", id="half-a-lemma-of-a-condition"),
    pytest.param({"suggest": [{"run": {"a": "b"}}]}, "suggest must be a text", id="suggestion-too-deep"),
    pytest.param({"suggest": ["{run", "VERB} off"]}, "suggest '{run'", id="half-a-lemma"),
    pytest.param({"suggest": ["{run/VRB} off"]}, "suggest '{run/VRB} off'", id="part-of-speech"),
    pytest.param({"needs_source": "perhaps"}, "'perhaps' is none of true, false", id="boolean"),
]


@pytest.mark.parametrize(("content", "message"), BROKEN)
def test_broken_file(content: str, message: str) -> None:
    with pytest.raises(RulebookError) as caught:
        compile_files([("book.yaml", content.encode())])
    assert message in str(caught.value)


@pytest.mark.parametrize(("change", "message"), BROKEN_RULES)
def test_broken_rule_names_its_line(change: dict[str, object], message: str) -> None:
    fields: dict[str, object] = {"pattern": "x", **change}
    rule = rule_yaml(**fields)  # type: ignore[arg-type]
    content = f"{SETS}rules:\n- {rule_yaml('ok', id='test.ok')}\n- {rule}\n"
    with pytest.raises(RulebookError) as caught:
        compile_files([("book.yaml", content.encode())])
    assert str(caught.value).startswith("book.yaml:6: ")
    assert message in str(caught.value)


def test_an_id_given_twice_names_both_places() -> None:
    one = f"rules:\n- {rule_yaml('x')}\n".encode()
    with pytest.raises(RulebookError, match=r"b\.yaml:2: rule test\.rule is already defined at a\.yaml:2"):
        compile_files([("a.yaml", one), ("b.yaml", one)])


def test_sets_in_a_circle() -> None:
    content = f"sets: {{a: [<b>], b: [<a>]}}\nrules:\n- {rule_yaml('<a>')}\n"
    with pytest.raises(RulebookError, match="circle: a → b → a"):
        compile_files([("book.yaml", content.encode())])


def test_not_text() -> None:
    with pytest.raises(RulebookError, match=r"book\.yaml:1"):
        compile_files([("book.yaml", b"\xff\xfe\x00rules")])


def test_missing_file_and_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(RulebookError, match=r"none\.yaml:1: cannot be read"):
        rulebook_files([tmp_path / "none.yaml"])
    with pytest.raises(RulebookError, match=r"without \.yaml rulebooks"):
        rulebook_files([tmp_path])
