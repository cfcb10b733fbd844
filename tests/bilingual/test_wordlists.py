"""The word lists lie where the modules that ask for them are told."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import pytest
import yaml

import tqcheck.bilingual
from tqcheck.bilingual import wordlists
from tqcheck.rulebook.errors import RulebookError

PACKAGE = Path(tqcheck.bilingual.__file__).parent
FILES = sorted(wordlists.FOLDER.rglob("*.yaml"))


def users() -> dict[str, set[str]]:
    """List → the modules whose code names it, as their files are called."""
    found: dict[str, set[str]] = defaultdict(set)
    for module in PACKAGE.rglob("*.py"):
        code = module.read_text("utf-8")
        if "bilingual.wordlists import" in code:
            for name in re.findall(r'"([a-z-]+)"', code):
                found[name].add(module.relative_to(PACKAGE).with_suffix("").as_posix())
    found["given-femn"] = found["given-not-femn"] = {"detectors/names/bearers"}  # named by a gender
    found["given-masc"] = found["given-not-masc"] = {"detectors/names/bearers"}
    return found


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(wordlists.FOLDER).as_posix())
def test_a_list_lies_with_the_module_that_asks_for_it(file: Path) -> None:
    home = file.relative_to(wordlists.FOLDER).with_suffix("").as_posix()
    asked = users()
    for name in yaml.safe_load(file.read_text("utf-8")):
        if home == "shared":
            assert len(asked[name]) > 1, f"{name} is asked for by {asked[name]} only"
        else:
            assert home in asked[name], f"{name} is asked for by {asked[name]}"


def test_a_list_in_two_files_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("one.yaml", "two.yaml"):
        (tmp_path / name).write_text("colours: red green\n", encoding="utf-8")
    monkeypatch.setattr(wordlists, "FOLDER", tmp_path)
    wordlists._lists.cache_clear()
    wordlists.words.cache_clear()
    try:
        with pytest.raises(RulebookError, match=r"two.yaml:1: the list 'colours' is in another file, too"):
            wordlists.words("colours")
    finally:
        wordlists._lists.cache_clear()
        wordlists.words.cache_clear()
