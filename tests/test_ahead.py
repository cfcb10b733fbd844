"""What a wheel brings with it, so that a first run has nothing to make."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.rulebook.support import rule_yaml

FEW_RULES = (
    "import sys; from pathlib import Path; from tqcheck.rulebook import sources;"
    "sources.DATA = Path(sys.argv[1]); from tqcheck import ahead, cache;"
)
"""To compile those that ship takes some seconds."""


def _run(rules: Path, code: str, *arguments: Path) -> list[str]:
    command = [sys.executable, "-c", FEW_RULES + code, str(rules), *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()


def test_nothing_is_left_to_be_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rules, made = tmp_path / "rules", tmp_path / "made"
    (rules / "judged").mkdir(parents=True)
    (rules / "few.yaml").write_text(f"rules:\n- {rule_yaml('fire {calculation}')}\n", encoding="utf-8")
    made.mkdir()
    _run(rules, "ahead.make(Path(sys.argv[2]))", made)
    names = {file.name.rpartition("-")[0] for file in made.iterdir()}
    of_languagetool = {f"languagetool-{name}" for name in ("rules", "spelling", "syntax")}
    assert names == {"bilingual", "entities", "judge", "rulebook", "weights"} | of_languagetool

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    text = tmp_path / "text.txt"
    text.write_text("All is well here.\n", encoding="utf-8")
    main = "from tqcheck.cli import main; raise SystemExit(main(['check', *sys.argv[3:]]))"
    off = map(Path, ("--languagetool", "off", "--judge", "off"))
    assert _run(rules, f"cache.AHEAD = Path(sys.argv[2]); {main}", made, text, *off)
    assert not [*(tmp_path / "caches").glob("**/*.bin")]


def test_an_isolated_build_needs_no_more_than_the_hook_says(tmp_path: Path) -> None:
    project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text("utf-8"))
    hook = project["tool"]["hatch"]["build"]["targets"]["wheel"]["hooks"]["custom"]["dependencies"]
    assert set(hook) < set(project["project"]["dependencies"])
    others = {re.split("[<>=]", name)[0].replace("-", "_") for name in project["project"]["dependencies"]}
    others -= {re.split("[<>=]", name)[0] for name in hook}
    assert "rich" in others
    (tmp_path / "judged").mkdir(parents=True)
    made = _run(tmp_path, "ahead.make(Path(sys.argv[1]) / 'judged'); print(*sys.modules)")
    assert not others.intersection(made)
