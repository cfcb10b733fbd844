"""What a run loads: nothing that takes long, nor what its texts have no use for. See docs/benchmarks.md."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

OFF = ("--languagetool", "off", "--judge", "off")
OF_AN_EMPTY_FILE = frozenset(
    f"tqcheck{module}"
    for module in (
        "",
        ".cli",
        ".cli.arguments",
        ".cli.checking",
        ".cli.streams",
        ".errors",
        ".inputs",
        ".model",
        ".model.documents",
        ".model.places",
        ".model.protocols",
        ".model.reports",
        ".model.rules",
        ".outputs",
        ".pipeline",
        ".readers",
        ".readers.discover",
        ".readers.encoding",
        ".readers.extracted",
        ".readers.paired",
        ".score",
        ".settings",
        ".settings.arguments",
        ".settings.configfile",
        ".settings.fields",
        ".settings.kinds",
        ".settings.kinds_of_files",
        ".settings.reading",
        ".settings.selecting",
        ".sources",
        ".typed",
        ".writers",
        ".writers.page",
        ".writers.progress",
        ".writers.summary",
        ".writers.terminal",
        ".writers.text",
        ".writers.theme",
        ".writers.totals",
        ".writers.visible",
        ".wording",
    )
)
"""All modules of ours that it takes to say that there is nothing to check."""
SLOW = frozenset(
    (
        *(
            "asyncio",
            "dataclasses",
            "decimal",
            "difflib",
            "inspect",
            "logging",
            "platformdirs",
            "subprocess",
            "threading",
        ),
        *("lemminflect", "language_tool_python", "markdown_it", "numpy", "pymorphy3", "tomlkit", "tomllib"),
        *("rich", "tempfile", "typing", "yaml"),
    )
)
"""What no text in plain English needs, once the rules are compiled."""
OF_A_NEW_TEXT = frozenset(
    (
        *("tqcheck.rulebook.engine", "tqcheck.checks.lookup", "tqcheck.checks.clauses", "tqcheck.clause"),
        *("tqcheck.judge.figure", "tqcheck.resolve", "tqcheck.suppress"),
    )
)
"""What one that has not changed does without, among others."""


@pytest.fixture
def desk(tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "article.txt").write_text("Fire calculations came to Kazan.\n\nAll is well there.\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    return tmp_path


def loaded(*arguments: str) -> frozenset[str]:
    """The modules that a process has loaded for a command line, less those that Python starts with."""
    code = (
        "import sys; before = {*sys.modules}; from tqcheck.cli import main; main(sys.argv[1:]);"
        "print(*{*sys.modules} - before, file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", code, *arguments], check=True, capture_output=True, text=True)
    return frozenset(ran.stderr.splitlines()[-1].split())


def test_an_empty_file_opens_no_check(desk: Path) -> None:  # noqa: ARG001
    modules = loaded("check", *OFF, "empty.txt")
    assert {module for module in modules if module.startswith("tqcheck")} <= OF_AN_EMPTY_FILE
    assert modules & {*SLOW, "hashlib", "json", "platformdirs", "shutil", "tempfile"} == set()


def test_a_text_needs_nothing_slow_and_one_that_has_not_changed_no_rules(desk: Path) -> None:  # noqa: ARG001
    loaded("check", *OFF, "--no-cache", "article.txt")  # compiles what is not compiled yet
    new, known = loaded("check", *OFF, "article.txt"), loaded("check", *OFF, "article.txt")
    assert new & SLOW == set()
    assert new >= OF_A_NEW_TEXT
    assert known & (OF_A_NEW_TEXT | SLOW) == set()


def test_the_version_is_told_without_settings_or_a_model() -> None:
    assert {"tqcheck.cli.checking", "tqcheck.model", "tqcheck.settings", *SLOW} & loaded("--version") == set()
