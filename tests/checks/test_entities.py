"""The data of the Python checks: strict loading, hygiene, the cache."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

import tqcheck
from tests.checks.support import OPENERS, found
from tqcheck import cache
from tqcheck.entities import DATA, open_store, shipped
from tqcheck.entities.load import load
from tqcheck.entities.store import FORMAT, Store, compile_files, kept_store
from tqcheck.model import Confidence
from tqcheck.rulebook.errors import RulebookError

RULES = """rules:
- id: name.test
  severity: minor
  confidence: medium
  category: locale/name
  russian: имя
  why: Because.
  examples: {flag: ["A [[fault]]."], pass: ["None."]}
"""
KIND = "check: names\narticle: drop\nwrong: name.test\n"


def _load(entities: str = "", rules: str = RULES) -> str:
    """What loading says, "" where nothing is wrong."""
    files = [("rules/names.yaml", rules.encode())]
    if entities:
        files.append(("people.yaml", entities.encode()))
    try:
        load(files)
    except RulebookError as error:
        return str(error)
    return ""


def test_sound_files_load() -> None:
    assert (
        _load(f"{KIND}entities:\n  Имя: Name\n  Имя другое: {{english: [Other, Else], wrong: [Elsewhere]}}\n")
        == ""
    )


@pytest.mark.parametrize(
    ("entities", "message"),
    [
        (f"{KIND}entities:\n  Имя: Name\n  Имя: Name\n", "people.yaml:6: 'Имя' is given twice"),
        (
            f"{KIND}entities:\n  Имя: {{english: Name, wrong: [name]}}\n",
            "people.yaml:5: Имя: 'name' reads as",
        ),
        (f"{KIND}entities:\n  Имя: {{wrong: [Nam]}}\n", "people.yaml:5: Имя: 'english' is missing"),
        (f"{KIND}entities:\n  Имя: {{english: A, rong: [B]}}\n", "people.yaml:5: Имя: unknown key 'rong'"),
        (
            "check: names\narticle: drop\nwrong: name.none\nentities: {}\n",
            "people.yaml:3: wrong: names has no rule",
        ),
        (
            "check: names\narticle: drop\nentities:\n  Имя: {english: A, wrong: [B]}\n",
            "no rule is named for wrong",
        ),
        ("check: names\nentities: {}\n", "people.yaml:1: a file of entities: 'article' is missing"),
        (f"{KIND}entity: []\n", "people.yaml:4: unknown key 'entity'"),
    ],
)
def test_what_is_wrong_with_entities_is_told_with_its_line(entities: str, message: str) -> None:
    assert message in _load(entities)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("name.test", "Name", "rules/names.yaml:2: id 'Name' must read family.name-of-the-fault"),
        ("  why: Because.", "  find: '('\n  why: Because.", "rule name.test: missing ), unterminated"),
        ("  why: Because.", "  find: '{none}'\n  why: Because.", "rule name.test: there are no words 'none'"),
        ("  why: Because.", "  fix: a\n  why: Because.", "rule name.test: 'fix' without 'find'"),
        ("  why: Because.", '  find: a\n  fix: "\\\\g<n>"\n  why: Because.', "there is no group 'n'"),
        ("minor", "small", "rule name.test: 'small' is none of"),
        ("[[fault]]", "fault", "mark the span with [[ ]]"),
    ],
)
def test_what_is_wrong_with_a_rule_is_told(old: str, new: str, message: str) -> None:
    assert message in _load(rules=RULES.replace(old, new, 1))


def test_there_are_as_many_entities_as_were_promised() -> None:
    kinds = Counter(entity.kind.name for entity in load(shipped()).entities)
    bodies = sum(kinds[name] for name in ("bodies-russia", "bodies-abroad", "offices", "acronyms"))
    names = sum(kinds[name] for name in ("people", "places", "media"))
    assert bodies >= 800
    assert names >= 600


@pytest.mark.parametrize("file", sorted(DATA.glob("*.yaml")), ids=lambda file: file.name)
def test_entities_are_sorted(file: Path) -> None:
    keys = re.findall(r'^  "?(.*?)"?: ', file.read_text(encoding="utf-8"), re.MULTILINE)
    assert keys == sorted(keys, key=lambda key: key.lower().replace("ё", "е"))


def test_no_established_form_is_found_fault_with() -> None:
    """In a sentence of its own each; acronyms and house choices aside, which stand for other words."""
    bad = []
    for entity in load(shipped()).entities:
        for form in entity.english:
            for check in ("institutions", "names"):
                text = f"Yesterday they wrote of {form} in detail."
                bad += [f"{entity.russian}: {form}: {finding.rule}" for finding in found(check, text)]
    assert bad == []


@pytest.mark.parametrize(
    ("beside", "sure"),
    [
        ("a landing ship", True),
        ("two landing ships", True),
        ("shipping", True),
        ("the leadership", False),
        ("the Ukrainians", True),
        ("Navy men", True),
        ("navymen", False),
    ],
)
def test_what_makes_sure_of_an_acronym_is_a_whole_word(beside: str, sure: bool) -> None:
    assert bool(found("institutions", f"They told us of the BDK and of {beside}.")) == sure


def test_wrong_forms_are_found() -> None:
    """Every wrong form that needs no other word beside it."""
    missed = [
        form
        for entity in load(shipped()).entities
        for form in entity.wrong
        if not entity.near and not found(entity.kind.check, f"Yesterday they wrote of {form} in detail.")
    ]
    assert missed == []


def test_the_first_word_of_a_sentence_shows_a_name_where_it_is_no_english_word() -> None:
    assert [f.text for f in found("institutions", "Khamovnic court of Moscow refused.")] == [
        "Khamovnic court"
    ]
    assert found("names", "First channel to be dug was that of Suez.") == []


def test_high_confidence_is_earned() -> None:
    rules = open_store().all_rules()
    assert [r.id for r in rules if r.confidence is Confidence.HIGH and r.precision.right < 3] == []


def test_each_check_has_its_rules() -> None:
    assert set(open_store().ids) == set(OPENERS)


def test_every_list_of_words_is_read() -> None:
    data = dict(shipped())
    code = "".join(path.read_text("utf-8") for path in Path(tqcheck.__file__).parent.rglob("*.py"))
    named = {*re.findall(r'"([a-z-]+)"', code)}
    named |= {name for content in data.values() for name in re.findall(r"\{([a-z-]+)\}", content.decode())}
    lists = {name.removeprefix("clause-") for name in load(data.items()).words}
    assert lists <= named


def load_store(files: list[tuple[str, bytes]], folder: Path) -> Store:
    """The store of data files, kept in a folder."""
    return kept_store(cache.content_key(FORMAT, files), lambda: files, folder)


def test_compiled_once(tmp_path: Path) -> None:
    files = [("rules/names.yaml", RULES.encode())]
    assert load_store(files, tmp_path).ids == {"names": ["name.test"]}
    [file] = tmp_path.glob("entities-*.bin")
    written = file.stat().st_mtime_ns
    assert load_store(files, tmp_path).ids == {"names": ["name.test"]}
    assert file.stat().st_mtime_ns == written
    file.write_bytes(b"damaged")
    assert load_store(files, tmp_path).ids == {"names": ["name.test"]}


def test_compiling_is_deterministic() -> None:
    assert compile_files(shipped()) == compile_files(shipped())


def test_a_list_of_headlines_need_not_agree() -> None:
    lines = ["Lukashenko arrives in Sochi", "Lukashenka meets farmers", "Kyiv prepares for winter"]
    lines += ["Trains to Kiev run again", "Snow falls in Tver", "Dollar falls"]
    several = [f.rule for f in found("names", "\n\n".join(lines) + "\n")]
    assert not {"name.variant-spelling", "name.two-forms"} & set(several)
