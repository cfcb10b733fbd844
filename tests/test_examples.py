"""What the documentation and `tqcheck init` show by way of example is accepted when it is copied."""

from __future__ import annotations

import re
import shlex
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from tqcheck.checks import described_rules
from tqcheck.cli import command_line
from tqcheck.rulebook import open_rulebook
from tqcheck.rulebook.program import Program, compile_files
from tqcheck.rulebook.prove import Prover
from tqcheck.settings import SETTINGS, load_settings, matches, require_known_selectors
from tqcheck.settings.configfile import forget_files
from tqcheck.settings.kinds import Paths
from tqcheck.settings.template import reference, template

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_SETTING = re.compile(rf"`((?:{'|'.join(setting.name for setting in SETTINGS)}) = [^`]+)`")
_TABLE = re.compile(r"\{\"[^}]* = \[[^}]*\}")
_COMMENT = re.compile(r"<!-- tqcheck: ignore(?:-file)? ([\w.*-]+(?:, [\w.*-]+)*)")
_COMMAND = re.compile(r"^ *(?:\$ |- run: )?tqcheck (.*?)(?:\s+#.*|\s[<|>].*|\\)?$", re.MULTILINE)


def _blocks(*languages: str) -> Iterator[tuple[Path, str]]:
    for page in PAGES:
        for language, text in _BLOCK.findall(page.read_text("utf-8")):
            if language in languages:
                yield page, text


def _settings_shown() -> Iterator[tuple[str, str]]:
    """Examples of settings, each as a file: blocks of TOML, settings named in prose, tables in their help."""
    for page, text in _blocks("toml"):
        if not text.startswith("# languages.toml"):  # an editor's
            yield page.name, text
    told = [(page.name, page.read_text("utf-8")) for page in PAGES]
    for name, text in [*told, ("init", template()), ("reference", reference())]:
        yield from ((name, setting) for setting in _SETTING.findall(text))
        yield from ((name, f"per-file-ignores = {table}") for table in _TABLE.findall(text))
    yield "init", re.sub(r"^#(?! )", "", template(), flags=re.MULTILINE)


@cache
def _rule_ids() -> tuple[str, ...]:
    program = open_rulebook()
    return (*(entry.id for entry in program.entries), *(rule.id for rule in described_rules()))


def _make_what_it_names(values: dict[str, Any], folder: Path) -> None:
    for setting in SETTINGS:
        if isinstance(setting.kind, Paths):
            for name in values.get(setting.name, ()):
                (folder / name).touch()


@pytest.mark.parametrize("text", [pytest.param(t, id=f"{page}: {t[:50]}") for page, t in _settings_shown()])
def test_settings_are_accepted(text: str, tmp_path: Path) -> None:
    file = tmp_path / "tqcheck.toml"
    file.write_text(text, encoding="utf-8")
    _make_what_it_names(tomllib.loads(text), tmp_path)
    forget_files()
    settings = load_settings(tmp_path, None, {})
    require_known_selectors(settings, _rule_ids())


def test_examples_of_settings_are_found() -> None:
    pages = {page for page, _ in _settings_shown()}
    assert {"README.md", "findings.md", "settings.md", "bilingual.md", "init"} <= pages


def test_selectors_in_the_help_mean_rules() -> None:
    helps = [setting.help for setting in SETTINGS if setting.kind.metavar == "RULES"]
    selectors = [selector for text in helps for selector in re.findall(r'"([a-z.*-]+)"', text)]
    assert selectors
    assert [one for one in selectors if not any(matches(one, id_) for id_ in _rule_ids())] == []


def test_comments_mean_rules() -> None:
    texts = [page.read_text("utf-8") for page in PAGES]
    selectors = [one for text in texts for found in _COMMENT.findall(text) for one in found.split(", ")]
    assert selectors
    assert [one for one in selectors if not any(matches(one, id_) for id_ in _rule_ids())] == []


def test_commands_are_understood() -> None:
    commands = [found for _, text in _blocks("sh", "console", "yaml") for found in _COMMAND.findall(text)]
    assert len(commands) > 30
    refused = []
    for command in commands:
        words = shlex.split(command.replace("…", "x"))
        try:
            command_line().parse_args(words)
        except SystemExit as left:
            if left.code:
                refused.append(command)
    assert refused == []


@pytest.mark.parametrize("page", [ROOT / "README.md", ROOT / "docs/rules.md"])
def test_rules_are_sound(page: Path) -> None:
    texts = [text for file, text in _blocks("yaml") if file == page and "\nrules:" in f"\n{text}"]
    assert texts
    shipped = yaml.safe_load((ROOT / "tqcheck/rulebook/data/sets.yaml").read_text("utf-8"))
    for text in texts:
        sets = yaml.safe_dump({"sets": shipped["sets"]}, allow_unicode=True)
        own = yaml.safe_load(text).get("sets", {})
        program = Program(
            compile_files([("sets.yaml", sets.encode())] * (not own) + [("rules.yaml", text.encode())])
        )
        assert list(Prover(program).flaws(program.rules())) == []
