"""The life of a news desk's repository: a clean start, old findings accepted, new ones fixed or refused."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.rulebook.support import rule_yaml
from tests.test_since import git

COMMAND = [sys.executable, "-c", "from tqcheck.cli import run; run()"]


class Desk:
    """A repository, and what its CI says of it."""

    def __init__(self, folder: Path, cache: Path) -> None:
        self.folder = folder
        self.cache = cache

    def write(self, name: str, text: str) -> None:
        (self.folder / name).parent.mkdir(exist_ok=True)
        (self.folder / name).write_text(text, encoding="utf-8")

    def commit(self, message: str) -> None:
        git(self.folder, "add", ".")
        git(self.folder, "commit", "-qm", message)

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        import os

        environment = os.environ | {"XDG_CACHE_HOME": str(self.cache)}
        return subprocess.run(
            [*COMMAND, *arguments],
            cwd=self.folder,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )

    def gate(self, *arguments: str) -> tuple[int, list[str]]:
        """The status of a CI run over the articles, and its findings as file:line."""
        run = self.run("check", "articles", "--languagetool", "off", "--format", "json", *arguments)
        found = [
            f"{Path(document['path']).name}:{finding['line']}"
            for document in json.loads(run.stdout)["documents"]
            for finding in document["findings"]
        ]
        return run.returncode, found


@pytest.fixture
def desk(tmp_path: Path, cache: Path) -> Desk:
    desk = Desk(tmp_path / "desk", cache)
    desk.folder.mkdir()
    rules = [
        rule_yaml("stumbling stone", id="test.stone", confidence="high", suggest=["obstacle"]),
        rule_yaml("own hand", id="test.hand", confidence="high", suggest=["x", "y"]),
    ]
    desk.write("rules.yaml", "rules:\n" + "".join(f"- {rule}\n" for rule in rules))
    desk.write("tqcheck.toml", 'rulebooks = ["rules.yaml"]\nselect = ["test"]\n')
    desk.write("articles/old.txt", "A calm lead.\n")
    git(desk.folder, "init", "-q")
    desk.commit("a calm start")
    return desk


def test_the_life_of_a_repository(desk: Desk) -> None:
    assert desk.gate() == (0, [])

    desk.write("articles/old.txt", "A calm lead.\n\nIt was a stumbling stone.\n")
    assert desk.gate() == (1, ["old.txt:3"])

    assert (
        desk.run("baseline", "create", "baseline.json", "articles", "--languagetool", "off").returncode == 0
    )
    with (desk.folder / "tqcheck.toml").open("a", encoding="utf-8") as settings:
        settings.write('baseline = "baseline.json"\n')
    assert desk.gate() == (0, [])
    desk.commit("old findings stay")

    desk.write("articles/new.txt", "Here was a stumbling stone.\n\nBy his own hand.\n")
    assert desk.gate() == (1, ["new.txt:1", "new.txt:3"])
    assert desk.gate("--changed-since", "HEAD") == (1, ["new.txt:1", "new.txt:3"])
    assert desk.gate("--changed-since", "HEAD", "--baseline", "none") == (1, ["new.txt:1", "new.txt:3"])

    diff = desk.run("fix", "articles", "--languagetool", "off")
    assert "+Here was an obstacle." in diff.stdout.splitlines()
    assert "stumbling" in (desk.folder / "articles/new.txt").read_text("utf-8")
    desk.run("fix", "articles", "--write", "--languagetool", "off")
    assert (desk.folder / "articles/new.txt").read_text(
        "utf-8"
    ) == "Here was an obstacle.\n\nBy his own hand.\n"
    assert "stumbling" in (desk.folder / "articles/old.txt").read_text("utf-8"), (
        "what the baseline has is let be"
    )
    assert desk.gate() == (1, ["new.txt:3"])

    refused = "<!-- tqcheck: ignore test.hand a quotation -->\nBy his own hand.\n"
    desk.write("articles/new.txt", f"Here was an obstacle.\n\n{refused}")
    assert desk.gate() == (0, [])
    desk.commit("a new article")

    git(desk.folder, "mv", "articles/old.txt", "articles/moved.txt")
    assert desk.gate() == (0, [])
    desk.write("articles/moved.txt", "A calm lead.\n")
    assert desk.gate("--fail-on-stale") == (1, [])
    assert desk.run("baseline", "prune", "baseline.json", "articles", "--languagetool", "off").returncode == 0
    assert desk.gate("--fail-on-stale") == (0, [])
