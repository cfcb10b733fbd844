"""A software bill of materials, CycloneDX 1.6 as JSON: `python tools/sbom.py > sbom.json`.

It lists what requirements/run.txt locks and the jars of LanguageTool, with their checksums. Deterministic: no
time and no serial number, so that equal contents are equal files.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[1]
_LOCKED = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)", re.MULTILINE)


def bill() -> dict[str, Any]:
    """The whole bill."""
    project = (ROOT / "tqcheck" / "__init__.py").read_text(encoding="utf-8")
    version = re.search(r'__version__ = "([^"]+)"', project)
    assert version is not None
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "name": "tqcheck",
                "version": version[1],
                "licenses": [{"license": {"id": "GPL-3.0-or-later"}}],
            }
        },
        "components": [*_wheels(), *_jars()],
    }


def _wheels() -> Iterator[dict[str, Any]]:
    for name, version in _LOCKED.findall((ROOT / "requirements" / "run.txt").read_text(encoding="utf-8")):
        yield {
            "type": "library",
            "name": name,
            "version": version,
            "purl": f"pkg:pypi/{name.lower()}@{version}",
        }


def _jars() -> Iterator[dict[str, Any]]:
    file = ROOT / "tqcheck" / "languagetool" / "data" / "jars.yaml"
    for jar in yaml.safe_load(file.read_text(encoding="utf-8"))["jars"]:
        group, name, version, *classifier = jar["jar"].split(":")
        qualifier = f"?classifier={classifier[0]}" if classifier else ""
        yield {
            "type": "library",
            "group": group,
            "name": name,
            "version": version,
            "purl": f"pkg:maven/{group}/{name}@{version}{qualifier}",
            "hashes": [{"alg": "SHA-256", "content": jar["sha256"]}],
        }


if __name__ == "__main__":
    json.dump(bill(), sys.stdout, indent=1)
    print()
