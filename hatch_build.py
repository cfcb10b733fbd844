"""What a wheel holds beside the package: what a first run would otherwise have to make (tqcheck/ahead.py)."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NEEDED = ("lemminflect", "yaml")
"""What tqcheck.ahead loads. An isolated build has it by `dependencies` of this hook in pyproject.toml."""


class FirstRunAhead(BuildHookInterface):  # type: ignore[type-arg]  # hatchling before 1.22 has it without
    """Does the work of first runs for all who install the wheel. An editable installation does its own."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        if missing := [name for name in NEEDED if find_spec(name) is None]:
            self.app.display_warning(f"No {', '.join(missing)} here: the first run will compile the rulebook")
            return
        self._made = TemporaryDirectory()
        command = [sys.executable, "-B", "-m", "tqcheck.ahead", self._made.name]
        subprocess.run(command, cwd=self.root, check=True)
        for file in sorted(Path(self._made.name).iterdir()):
            build_data["force_include"][str(file)] = f"tqcheck/made_ahead/{file.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        if hasattr(self, "_made"):
            self._made.cleanup()
