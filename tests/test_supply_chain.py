"""Locked requirements and the bill of materials tell what pyproject.toml and LanguageTool's jars need."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
if not (ROOT / "tools" / "sbom.py").exists():
    pytest.skip("the source distribution has no tools", allow_module_level=True)


def _locked(name: str) -> dict[str, str]:
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    assert text.count("==") <= text.count("--hash=sha256:")
    return {n.lower().replace("_", "-"): v for n, v in re.findall(r"^([\w.-]+)==(\S+)", text, re.MULTILINE)}


def test_every_dependency_is_locked_with_hashes() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    for file, wanted in (
        ("run.txt", [*project["dependencies"], *extras["russian"], *extras["parquet"]]),
        (
            "dev.txt",
            [*project["dependencies"], *(d for name in ("test", "dev", "russian") for d in extras[name])],
        ),
    ):
        names = {re.split(r"[\[<>=~! ]", dependency)[0].lower() for dependency in wanted} - {"tqcheck"}
        assert names <= set(_locked(file)), f"{file}: run tools/lock"


def test_bill_of_materials() -> None:
    command = [sys.executable, str(ROOT / "tools" / "sbom.py")]
    bill = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    by_purl = {component["purl"]: component for component in bill["components"]}
    assert len(by_purl) == len(bill["components"])
    assert f"pkg:pypi/rich@{_locked('run.txt')['rich']}" in by_purl
    [server] = [c for c in bill["components"] if c["name"] == "languagetool-server"]
    assert re.fullmatch("[0-9a-f]{64}", server["hashes"][0]["content"])
