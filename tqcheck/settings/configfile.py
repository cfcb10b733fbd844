"""The file that settings stand in: finding it, reading it, and saying where in it a setting is.

Nothing here knows which settings there are. TOML is parsed, its parser imported, and patterns are compiled,
only when a file with settings exists.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from tqcheck.model import TqcheckError

_OWN, _SHARED = "tqcheck.toml", "pyproject.toml"
_KEY = r"""(?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*')"""
_DOTTED = rf"{_KEY}(?:\s*\.\s*{_KEY})*"
_HEADER_LINE = rf"\s*\[\[?\s*({_DOTTED})\s*\]\]?\s*(?:#.*)?$"
_VALUE_LINE = rf"\s*({_DOTTED})\s*="
_OUR_TABLE = r"""(?m)^[ \t]*\[{0,2}[ \t]*["']?tool["']?[ \t]*(?:\.[ \t]*["']?tqcheck|[\]=])"""
"""Begins a line of every file that has [tool.tqcheck], in whatever spelling."""
_TOML_PLACE = r" \(at (?:line (\d+), column (\d+)|end of document)\)$"


class SettingsError(TqcheckError):
    """Settings that cannot be used. One line a problem, each with its place: "tqcheck.toml:3: …"."""


class ConfigFile:
    """A parsed file: `table` holds our settings, `prefix` the names of the tables around them.

    Compared and hashed by identity, so that it can key a cache.
    """

    __slots__ = ("path", "prefix", "table", "text")

    def __init__(
        self, path: Path, text: str, table: Mapping[str, object], prefix: tuple[str, ...] = ()
    ) -> None:
        self.path = path
        self.text = text
        self.table = table
        self.prefix = prefix

    def place(self, *keys: str) -> str:
        """ "tqcheck.toml:3", or the file alone where the line of a key, or of one in its table, is not found.

        tomllib keeps no positions, so the lines are scanned: tables, dotted keys and inline tables are
        followed, and multi-line strings are stepped over.
        """
        wanted = (*self.prefix, *keys)
        section: tuple[str, ...] = ()
        inside, nearest = "", 0
        for number, line in enumerate(self.text.split("\n"), 1):
            if inside:
                inside = "" if line.count(inside) % 2 else inside
                continue
            inside = _opened(line)
            if header := re.match(_HEADER_LINE, line):
                section = _parts(header[1])
                if section[: len(wanted)] == wanted:
                    return f"{shown(self.path)}:{number}"
            elif value := re.match(_VALUE_LINE, line):
                full = section + _parts(value[1])
                if full[: len(wanted)] == wanted:
                    return f"{shown(self.path)}:{number}"
                if full == wanted[: len(full)]:
                    nearest = number
        return f"{shown(self.path)}:{nearest}" if nearest else shown(self.path)


def discover(start: Path) -> ConfigFile | None:
    """The nearest file with settings, from the folder of a text (or from a folder) upward."""
    absolute = os.path.abspath(start)  # noqa: PTH100 - Path.absolute keeps "..", which parents would misread
    return _discover(absolute if os.path.isdir(absolute) else os.path.dirname(absolute))  # noqa: PTH112, PTH120


@cache
def _discover(folder: str) -> ConfigFile | None:
    own, common, parent = Path(folder, _OWN), Path(folder, _SHARED), os.path.dirname(folder)  # noqa: PTH120
    if own.is_file():
        return read(own)
    if common.is_file() and (found := _read_shared(common)):
        return found
    return _discover(parent) if parent != folder else None


def read(path: Path) -> ConfigFile:
    """A file that was named or found. A pyproject.toml must have [tool.tqcheck]. Raises SettingsError."""
    return _read(path.absolute())


@cache
def _read(path: Path) -> ConfigFile:
    if path.name == _SHARED:
        if found := _read_shared(path):
            return found
        raise SettingsError(f"{shown(path)}: has no [tool.tqcheck] table")
    text = _text(path)
    return ConfigFile(path, text, _parse(path, text))


def forget_files() -> None:
    """Drop what was found and read, for a process that outlives changes of its configuration files."""
    _discover.cache_clear()
    _read.cache_clear()


def _read_shared(path: Path) -> ConfigFile | None:
    """A pyproject.toml, or None if it has no table of ours. Where none can be in it, it is not parsed."""
    text = _text(path)
    if "tqcheck" not in text or not re.search(_OUR_TABLE, text):
        return None
    tools = _parse(path, text).get("tool")
    if not isinstance(tools, dict) or "tqcheck" not in tools:
        return None
    file = ConfigFile(path, text, {}, ("tool",))
    table = tools["tqcheck"]
    if not isinstance(table, dict):
        raise SettingsError(f"{file.place('tqcheck')}: tool.tqcheck must be a table of settings")
    return ConfigFile(path, text, table, ("tool", "tqcheck"))


def _text(path: Path) -> str:
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise SettingsError(f"{shown(path)}: no such configuration file") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise SettingsError(f"{shown(path)}: the configuration file cannot be read: {reason}") from error
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise SettingsError(f"{shown(path)}:{line}: not UTF-8, as TOML must be") from error


def _parse(path: Path, text: str) -> dict[str, object]:
    import tomllib

    try:
        return tomllib.loads(text)
    except RecursionError:
        raise SettingsError(f"{shown(path)}: not valid TOML: nested too deeply") from None
    except ValueError as error:  # TOMLDecodeError, or a number of too many digits
        message = str(error)
        place = re.search(_TOML_PLACE, message)
        line, column = (place[1], place[2]) if place and place[1] else _end(text)
        what = re.sub(_TOML_PLACE, "", message)
        where = f"{shown(path)}:{line}:{column}" if place else shown(path)
        raise SettingsError(f"{where}: not valid TOML: {what}") from error


def _end(text: str) -> tuple[int, int]:
    lines = text.split("\n")
    return len(lines), len(lines[-1]) + 1


def _opened(line: str) -> str:
    """The quotes of a multi-line string that this line opens and does not close, or ""."""
    return next((quotes for quotes in ('"""', "'''") if line.count(quotes) % 2), "")


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in re.findall(_KEY, dotted))


def shown(path: Path) -> str:
    """The path as messages give it: relative where it lies under the working directory."""
    try:
        relative = os.path.relpath(path)
    except (OSError, ValueError):  # another drive, or a working directory that is gone
        return str(path)
    return str(path) if relative.startswith("..") else relative
