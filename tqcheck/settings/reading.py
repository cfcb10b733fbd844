"""Settings of a run, as files and arguments have them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from tqcheck.settings.configfile import ConfigFile, SettingsError, discover, forget_files, read
from tqcheck.settings.fields import SETTINGS, Setting, Settings
from tqcheck.settings.kinds import to_toml

_BY_NAME = {setting.name: setting for setting in SETTINGS}


def load_settings(start: Path, config: Path | None, overrides: Mapping[str, object]) -> Settings:
    """The settings for a text (or folder) at `start`, which need not exist.

    `config` is used instead of the file found upward from `start`. `overrides` are keyed by field, valued
    as typed ("80", ["a,b", "c"]) or as in `Settings`; None means not given. A list given here replaces
    that of the file; paths in it are relative to the working directory. Files are read once a process, see
    `forget`. Raises SettingsError naming every problem.
    """
    file = read(config) if config is not None else discover(start)
    values, problems = _read_values(file) if file else ({}, ())
    given, wrong = _read_overrides(overrides)
    if problems or wrong:
        raise SettingsError("\n".join((*problems, *wrong)))
    # Each value was checked by the kind of its own field, which mypy cannot follow.
    return Settings(**{**values, **given}, config_file=file.path if file else None)  # type: ignore[arg-type]


@cache
def _read_values(file: ConfigFile) -> tuple[dict[str, object], tuple[str, ...]]:
    """Values by field, and what is wrong with the file."""
    values, problems = dict[str, object](), []
    for name, value in file.table.items():
        try:
            setting = _named(name, in_own_file=not file.prefix)
            values[setting.field] = setting.kind.parse(value, file.path.parent)
        except ValueError as error:
            problems.append(f"{file.place(name)}: {error if name not in _BY_NAME else f'{name} {error}'}")
    return values, tuple(problems)


def _read_overrides(overrides: Mapping[str, object]) -> tuple[dict[str, object], tuple[str, ...]]:
    values, problems = dict[str, object](), []
    for field_name, value in overrides.items():
        if value is None:
            continue
        try:
            setting = _named(field_name.replace("_", "-"))
        except ValueError as error:
            problems.append(str(error))
            continue
        try:
            values[setting.field] = setting.kind.parse(setting.kind.typed(value), Path.cwd())
        except ValueError as error:
            problems.append(f"--{setting.name} {error}")
    return values, tuple(problems)


def _named(name: str, *, in_own_file: bool = False) -> Setting:
    """The setting of that name. Raises ValueError, with the name that was likely meant."""
    if name in _BY_NAME:
        return _BY_NAME[name]
    from difflib import get_close_matches

    if name == "tool" and in_own_file:
        raise ValueError("[tool.tqcheck] belongs in pyproject.toml; here settings stand without it")
    like = name.lower().replace("_", "-")
    close = get_close_matches(like, _BY_NAME, n=1)
    hint = f"did you mean {close[0]}?" if close else f"there are {', '.join(_BY_NAME)}"
    raise ValueError(f"unknown setting {to_toml(name)}; {hint}")


def given_by(settings: Settings, name: str) -> str:
    """What gave a setting, as errors name it: "tqcheck.toml:3: source", else "--source"."""
    file = read(settings.config_file) if settings.config_file else None
    if file and name in file.table:
        field = _BY_NAME[name].field
        if _read_values(file)[0].get(field) == getattr(settings, field):
            return f"{file.place(name)}: {name}"
    return f"--{name}"


def forget() -> None:
    """Drop what was found and read, for a process that outlives changes of its configuration files."""
    forget_files()
    _read_values.cache_clear()
