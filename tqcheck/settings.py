"""Settings of a run: defaults, then tqcheck.toml or [tool.tqcheck] of pyproject.toml, then arguments."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """One field a setting; the names are those of the configuration file with - for _.

    fail_on: least severity that fails the gate: minor, major, critical or never.
    min_score: least score (0 to 100) that passes the gate, or None.
    min_confidence: least confidence of findings that are shown: high, medium or low.
    select, ignore: rule ids, families ("sense") or globs ("sense.*"); empty select means all.
    rulebooks: YAML files or folders of the user's own rules, besides those that ship.
    languagetool: auto, on or off.  languagetool_url: a remote server's address, or "".
    languagetool_idle_minutes: after how long without work a started server stops itself.
    """

    fail_on: str = "major"
    min_score: float | None = None
    min_confidence: str = "medium"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    rulebooks: tuple[Path, ...] = ()
    languagetool: str = "auto"
    languagetool_url: str = ""
    languagetool_idle_minutes: int = 30
    view: str = "annotated"
    config_file: Path | None = None
