"""The compiled form and its cache."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests.rulebook.support import SETS, rule_yaml
from tqcheck import cache
from tqcheck.readers import read_text
from tqcheck.rulebook import RulebookError
from tqcheck.rulebook.engine import Engine
from tqcheck.rulebook.program import Program, compile_files, content_key, kept_program

FILES = [("book.yaml", f"{SETS}rules:\n- {rule_yaml('fire {calculation}')}\n".encode())]
JUDGED = [
    ("book.tsv", b"test.rule\theadlines\t1\tright\tfire\tyes\ntest.rule\theadlines\t2\twrong\tfire\tno\n")
]


def load_program(
    files: Sequence[tuple[str, bytes]], folder: Path, announce: Callable[[str], None] | None = None
) -> Program:
    """The program of rulebook files, kept in a folder."""
    return kept_program("rulebook", content_key(files), lambda: compile_files(files), folder, announce)


def _announced(folder: Path) -> bool:
    told: list[str] = []
    load_program(FILES, folder=folder, announce=told.append)
    return bool(told)


def test_compiled_once(tmp_path: Path) -> None:
    assert _announced(tmp_path)
    assert not _announced(tmp_path)


def test_compiling_is_deterministic() -> None:
    assert compile_files(FILES) == compile_files(FILES)


def test_another_content_is_another_program(tmp_path: Path) -> None:
    first = load_program(FILES, folder=tmp_path)
    second = load_program([("book.yaml", FILES[0][1].replace(b"fire", b"gun"))], folder=tmp_path)
    assert first.key != second.key
    assert "gun" in second.rules()[0].pattern[0]


@pytest.mark.parametrize("damage", [b"", b"nonsense", b"\n{}", b"\xff" * 100])
def test_a_damaged_cache_is_replaced(tmp_path: Path, damage: bytes) -> None:
    load_program(FILES, folder=tmp_path)
    [file] = tmp_path.glob("rulebook-*.bin")
    file.write_bytes(damage)
    assert [rule.id for rule in load_program(FILES, folder=tmp_path).rules()] == ["test.rule"]
    assert not _announced(tmp_path)


def test_a_truncated_cache_is_replaced(tmp_path: Path) -> None:
    load_program(FILES, folder=tmp_path)
    [file] = tmp_path.glob("rulebook-*.bin")
    file.write_bytes(file.read_bytes()[:-10])
    assert _announced(tmp_path)


def test_a_rule_that_turns_out_damaged_is_made_anew(tmp_path: Path) -> None:
    load_program(FILES, folder=tmp_path)
    [file] = tmp_path.glob("rulebook-*.bin")
    kept = file.read_bytes()
    at = kept.index(b'"branches"')
    file.write_bytes(kept[:at] + b"?" + kept[at + 1 :])
    program = load_program(FILES, folder=tmp_path)
    assert program.code(0)["branches"]
    assert program.rule(0).id == "test.rule"
    assert file.read_bytes() == kept


@pytest.mark.parametrize("damage", [b"", b"{", b"nonsense\n", b'"branches"'])
def test_one_made_ahead_is_used_unless_it_is_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: bytes
) -> None:
    ahead, own = tmp_path / "ahead", tmp_path / "own"
    monkeypatch.setattr(cache, "AHEAD", ahead)
    load_program(FILES, folder=ahead)
    assert not _announced(own)
    assert not own.exists()
    [file] = ahead.iterdir()
    kept = file.read_bytes()
    file.write_bytes(kept.replace(damage, b"?" * len(damage)) if damage else kept[:-1])
    program = load_program(FILES, folder=own)
    assert (program.rule(0).id, len(program.code(0)["branches"])) == ("test.rule", 1)
    assert not _announced(own)


def test_a_folder_that_cannot_be_written_is_no_hindrance(tmp_path: Path) -> None:
    occupied = tmp_path / "file"
    occupied.write_text("in the way")
    assert load_program(FILES, folder=occupied / "cache").rules()


def _onto(*books: str) -> Program:
    """Rulebooks compiled one after the other."""
    program = None
    for number, book in enumerate(books):
        program = Program(compile_files([(f"{number}.yaml", book.encode())], base=program))
    assert program is not None
    return program


FIRST = f"{SETS}  fires: [<month>, fire, large fire]\nrules:\n- {rule_yaml('fire {calculation}')}\n"
OWN = """sets:
  ours: [<fires>, <person>]
rules:
- {rule}
"""


def _finds(program: Program, text: str) -> list[tuple[str, str]]:
    document = read_text(text, "a.txt")
    found = Engine(program, lambda _: True).run(document)
    return [(hit.rule.id, text[span.start : span.end]) for hit, span, _ in found]


def test_own_rules_are_compiled_onto_those_that_ship() -> None:
    own = OWN.format(rule=rule_yaml("<ours> was twitched", id="own.rule"))
    text = "Fire calculations came. The large fire was twitched. The minister was twitched."
    both = _onto(FIRST, own)
    apart = Program(compile_files([("0.yaml", FIRST.encode()), ("1.yaml", own.encode())]))
    assert _finds(both, text) == _finds(apart, text) != []
    assert {id_ for id_, _ in _finds(both, text)} == {"test.rule", "own.rule"}
    assert both.rules() == apart.rules()


def test_what_own_rules_may_not_repeat() -> None:
    with pytest.raises(RulebookError, match=r"rule test\.rule is already defined at 0\.yaml:\d"):
        _onto(FIRST, f"rules:\n- {rule_yaml('gun')}\n")
    with pytest.raises(RulebookError, match=r"set 'person' is already defined at 0\.yaml:\d"):
        _onto(FIRST, "sets:\n  person: [gun]\n")


def test_judged_hits_become_precision() -> None:
    [rule] = Program(compile_files(FILES, JUDGED)).rules()
    assert (rule.precision.right, rule.precision.wrong, rule.precision.value) == (1, 1, 0.5)
