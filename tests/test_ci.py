"""The action, the template, the hook and their documentation: read as YAML, and run as shell."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.rulebook.support import rule_yaml
from tqcheck.settings import SETTINGS
from tqcheck.writers import WRITERS

ROOT = Path(__file__).parents[1]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
GITLAB = yaml.safe_load((ROOT / "templates/gitlab.yml").read_text("utf-8"))["tqcheck"]
DOCS = (ROOT / "docs/ci.md").read_text("utf-8")


@pytest.fixture
def desk(tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with articles, and `tqcheck` on the path."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    rule = rule_yaml("frank twitching", id="test.twitching", confidence="medium", suggest=["distortion"])
    (tmp_path / "rules.yaml").write_text(f"rules:\n- {rule}\n", encoding="utf-8")
    (tmp_path / "tqcheck.toml").write_text(
        'rulebooks = ["rules.yaml"]\nselect = ["test"]\n', encoding="utf-8"
    )
    for folder, text in (("good news", "An outright distortion.\n"), ("bad", "A frank twitching.\n")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(text)
    binaries = tmp_path / ".bin"
    binaries.mkdir()
    (binaries / "tqcheck").write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "{_MAIN}" "$@"\n')
    (binaries / "tqcheck").chmod(0o755)
    return tmp_path


_MAIN = "import sys; sys.path.insert(0, {root!r}); from tqcheck.cli import run; run()".replace(
    "{root!r}", f"'{ROOT}'"
)


def shell(desk: Path, command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("GITHUB_")}
    path = f"{desk / '.bin'}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "-c", command],
        cwd=desk,
        env={**inherited, "PATH": path, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def act(desk: Path, **inputs: str) -> tuple[int, str, str, str]:
    """What the action's last step does with its inputs: status, log, job summary, outputs."""
    step = ACTION["runs"]["steps"][-1]
    defaults = {name: str(given["default"]) for name, given in ACTION["inputs"].items()}
    given = {**defaults, "languagetool": "off", **{k.replace("_", "-"): v for k, v in inputs.items()}}
    environment = {
        name: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda m: given[m[1]], value).replace(
            "${{ github.action_path }}", str(ROOT)
        )
        for name, value in step["env"].items()
    }
    files = {"GITHUB_STEP_SUMMARY": desk / ".summary", "GITHUB_OUTPUT": desk / ".output"}
    for file in files.values():
        file.unlink(missing_ok=True)
    done = shell(desk, step["run"], **environment, **{name: str(file) for name, file in files.items()})
    summary, output = (file.read_text("utf-8") if file.exists() else "" for file in files.values())
    return done.returncode, done.stdout + done.stderr, summary, output


def test_the_action_annotates_summarises_and_fails(desk: Path) -> None:
    status, log, summary, output = act(desk, sarif="out.sarif", html="out.html")
    assert status == 1
    assert log.startswith("::warning file=bad/a.txt,line=1,")
    assert summary.startswith("## tqcheck: ✗ failed")
    assert output == "status=1\n"
    assert json.loads((desk / "out.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert (desk / "out.html").read_text("utf-8").startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(
    ("inputs", "status"),
    [
        ({"paths": "good news/\n\n"}, 0),
        ({"paths": "good news/a.txt\nbad/"}, 1),
        ({"fail_on": "critical"}, 0),
        ({"fail_on": "never", "min_score": "99"}, 1),
        ({"args": "--ignore test.twitching"}, 0),
        ({"paths": "missing"}, 2),
        ({"config": "none.toml"}, 2),
        ({"baseline": "none.json"}, 2),
        ({"paths": "$(touch hacked)", "args": "; touch hacked", "fail_on": "`touch hacked`"}, 2),
    ],
    ids=lambda value: str(value) if isinstance(value, int) else " ".join(value),
)
def test_inputs_of_the_action(desk: Path, inputs: dict[str, str], status: int) -> None:
    assert act(desk, **inputs)[0] == status
    assert not (desk / "hacked").exists()


def test_every_input_is_passed_on_and_none_into_a_script() -> None:
    text = (ROOT / "action.yml").read_text("utf-8")
    for name in ACTION["inputs"]:
        assert f"inputs.{name}" in text
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step.get("run", "")
    script = (ROOT / "templates/github-action.sh").read_text("utf-8")
    for name in ACTION["runs"]["steps"][-1]["env"]:
        assert name == "TQ_HOME" or name in script


def test_the_key_of_the_actions_cache(desk: Path) -> None:
    [step] = [step for step in ACTION["runs"]["steps"] if step.get("id") == "key"]
    output = desk / ".output"
    done = shell(desk, step["run"], TQ_HOME=str(ROOT), RUNNER_OS="Linux", GITHUB_OUTPUT=str(output))
    assert done.returncode == 0
    assert re.fullmatch(r"key=tqcheck-languagetool-Linux-\d+\n", output.read_text())


def test_gitlabs_job(desk: Path) -> None:
    [script] = GITLAB["script"]
    script = script.replace("--languagetool on", "--languagetool off")
    done = shell(desk, script, TQCHECK_PATHS="bad", TQCHECK_ARGS="--fail-on critical")
    assert done.returncode == 0, done.stderr
    assert "frank twitching" in done.stdout
    reports = GITLAB["artifacts"]["reports"]
    [entry] = json.loads((desk / reports["codequality"]).read_text("utf-8"))
    assert (entry["check_name"], entry["location"]["path"]) == ("test.twitching", "bad/a.txt")
    assert "<testsuites" in (desk / reports["junit"]).read_text("utf-8")
    assert (desk / "tqcheck.html").exists()
    assert shell(desk, script, TQCHECK_PATHS="bad", TQCHECK_ARGS="").returncode == 1


def test_the_pre_commit_hook(desk: Path) -> None:
    [hook] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    command = " ".join([hook["entry"], *hook["args"]])
    assert shell(desk, f"{command} bad/a.txt").returncode == 1
    assert shell(desk, f"{command} 'good news/a.txt'").returncode == 0
    assert re.search(hook["exclude"], "articles/a.ru.txt")
    assert not re.search(hook["exclude"], "articles/a.txt")


def _blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", DOCS, re.MULTILINE | re.DOTALL)


def test_examples_in_the_documentation_are_yaml_and_use_what_there_is() -> None:
    blocks: list[Any] = [yaml.safe_load(block) for block in _blocks("yaml")]
    assert len(blocks) == 4
    given = blocks[0]["jobs"]["tqcheck"]["steps"][1]["with"]
    assert set(given) <= set(ACTION["inputs"])
    variables = blocks[2]["tqcheck"]["variables"]
    assert set(variables) <= set(GITLAB["variables"])


@pytest.mark.parametrize("block", [*_blocks("sh"), *re.findall(r"- run: (tqcheck .*)", DOCS)])
def test_commands_in_the_documentation_run(desk: Path, block: str) -> None:
    (desk / "bad").rename(desk / "articles")
    done = shell(desk, block.replace("--languagetool on", "") + "\n", TQ="")
    assert done.returncode in (0, 1), done.stderr


def test_every_format_is_documented() -> None:
    table = DOCS.split("| format |")[1].split("\n\n")[0]
    assert set(re.findall(r"^\| `(\w+)`", table, re.MULTILINE)) == {"terminal", *WRITERS}


def test_settings_named_in_the_documentation_exist() -> None:
    text = (ROOT / "docs/findings.md").read_text("utf-8")
    names = set(re.findall(r"^\[?([a-z][a-z-]+)(?:\]| =)", text, re.MULTILINE))
    assert names <= {setting.name for setting in SETTINGS}
    assert names >= {"accept", "ignore", "per-file-ignores"}


def test_the_container_is_built_with_what_the_wheel_is_built_from() -> None:
    wheel = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]["targets"][
        "wheel"
    ]
    copied = re.findall(r"^COPY (.*) \S+$", (ROOT / "Containerfile").read_text("utf-8"), re.MULTILINE)
    assert {"hatch_build.py", *wheel["shared-data"]} <= {name for names in copied for name in names.split()}
