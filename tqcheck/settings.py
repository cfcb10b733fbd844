"""Settings of a run: defaults, then tqcheck.toml or [tool.tqcheck] of pyproject.toml, then arguments.

`Settings` is the one definition: each field carries its default, its kind (what values it takes) and its
help. Reading, the command line's arguments, `tqcheck init` and the reference are made from it; to add a
setting, add a field.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, fields
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from tqcheck.configfile import ConfigFile, SettingsError, discover, forget_files, read
from tqcheck.kinds import Choice, Flag, Kind, Number, Paths, Strings, Url, to_toml
from tqcheck.kinds_of_files import File, Patterns, PerFile

if TYPE_CHECKING:
    import argparse

__all__ = [
    "SETTINGS",
    "Setting",
    "Settings",
    "SettingsError",
    "add_arguments",
    "forget",
    "ignored_in",
    "load_settings",
    "matches",
    "require_known_selectors",
    "selected",
]


@dataclass(frozen=True, slots=True)
class _About:
    kind: Kind
    help: str
    argument: bool = False


def _about(kind: Kind, text: str, *, argument: bool = False) -> dict[str, _About]:
    return {"about": _About(kind, text, argument)}


@dataclass(frozen=True, slots=True)
class Settings:
    """One field a setting, named as in the configuration file with _ for -; what each does is its help.

    Values given straight to this class are trusted; `load_settings` is what checks them. Equal settings
    hash alike, so they can key a cache. `config_file` is the file the settings came from, if any.
    """

    fail_on: str = field(
        default="major",
        metadata=_about(
            Choice(("minor", "major", "critical", "never")),
            "The least severity of a finding that fails the gate.",
            argument=True,
        ),
    )
    min_score: float | None = field(
        default=None,
        metadata=_about(
            Number(0, 100, optional=True),
            "The least MQM score, 0 to 100, that passes the gate; each text must reach it.",
            argument=True,
        ),
    )
    min_confidence: str = field(
        default="medium",
        metadata=_about(
            Choice(("low", "medium", "high")),
            "The least confidence of findings that are shown and counted.",
            argument=True,
        ),
    )
    select: tuple[str, ...] = field(
        default=(),
        metadata=_about(
            Strings("RULES"),
            'Use only these rules: ids, families ("sense") or globs ("sense.*"). Empty means all.',
            argument=True,
        ),
    )
    ignore: tuple[str, ...] = field(
        default=(),
        metadata=_about(
            Strings("RULES"),
            "Leave these rules out: ids, families or globs. What is both selected and ignored is left out.",
            argument=True,
        ),
    )
    per_file_ignores: Patterns = field(
        default=(),
        metadata=_about(
            PerFile("TABLE"),
            'Rules to leave out of some files: {"wire/*.md" = ["style", "sense.account"]}. The globs are '
            "relative to this file; one without a slash means names at any depth.",
        ),
    )
    accept: tuple[str, ...] = field(
        default=(),
        metadata=_about(
            Strings("TERMS"),
            "Words or phrases that are never flagged, in capitals or not: names, terms of your house style.",
        ),
    )
    baseline: Path | None = field(
        default=None,
        metadata=_about(
            File("FILE"),
            "A file of findings that are reported no more, made by `tqcheck baseline create`.",
            argument=True,
        ),
    )
    fail_on_stale: bool = field(
        default=False,
        metadata=_about(
            Flag(),
            "Whether entries of the baseline whose finding is gone fail the gate.",
            argument=True,
        ),
    )
    rulebooks: tuple[Path, ...] = field(
        default=(),
        metadata=_about(
            Paths("PATH"),
            "Your own rules, besides those that ship: YAML files or folders of them, relative to this file.",
        ),
    )
    source: Path | None = field(
        default=None,
        metadata=_about(
            File("PATH"),
            "The Russian to compare with: the file of the one text that is checked, or a folder that holds "
            "NAME.ru.txt, or NAME.txt, for each NAME.txt.",
            argument=True,
        ),
    )
    glossary: tuple[Path, ...] = field(
        default=(),
        metadata=_about(
            Paths("PATH"),
            "Your own terms, to which a text that is compared with its source must keep: tables of Russian "
            "and English (.csv, .tsv), or TBX.",
        ),
    )
    fields: tuple[str, ...] = field(
        default=(),
        metadata=_about(
            Strings("NAMES"),
            'Fields of JSON Lines that hold texts, "body.en" one within another. Empty means the usual '
            "names: title and text, body, content…",
            argument=True,
        ),
    )
    languagetool: str = field(
        default="auto",
        metadata=_about(
            Choice(("auto", "on", "off")),
            "Whether LanguageTool checks too. auto: where it can be had, and it is said where not; "
            "on: its absence is an error.",
            argument=True,
        ),
    )
    languagetool_url: str = field(
        default="",
        metadata=_about(
            Url(),
            "The address of a LanguageTool server to use instead of one on this machine.",
        ),
    )
    languagetool_idle_minutes: int = field(
        default=30,
        metadata=_about(
            Number(1, 1440, whole=True),
            "After how many minutes without work a server started by `tqcheck languagetool start` stops.",
        ),
    )
    spelling: bool = field(
        default=False,
        metadata=_about(
            Flag(),
            "Whether LanguageTool spells too: words that no dictionary has, less names and terms of Russian "
            "news. Without LanguageTool it does nothing.",
            argument=True,
        ),
    )
    judge: str = field(
        default="auto",
        metadata=_about(
            Choice(("auto", "on", "off")),
            "Whether the context judge and the estimator, which use a small language model, check too. auto: "
            "where it is installed, and it is said where not; on: its absence is an error.",
            argument=True,
        ),
    )
    judge_model: Path | None = field(
        default=None,
        metadata=_about(
            File("PATH"),
            "Another model for the judge: a file in GGUF form, or a folder in CTranslate2's with "
            "tokenizer.json.",
        ),
    )
    view: str = field(
        default="annotated",
        metadata=_about(
            Choice(("annotated", "list", "table")),
            "How the terminal report shows a text: annotated in place, as a list, or as a table of findings.",
            argument=True,
        ),
    )
    format: str = field(
        default="terminal",
        metadata=_about(
            Choice(("terminal", "json", "sarif", "github", "gitlab", "junit", "markdown", "html")),
            "The format of the report.",
            argument=True,
        ),
    )
    config_file: Path | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting as the command line, the template and the reference need it.

    `field` is its name in `Settings`, `name` that of the configuration file; `argument` says whether
    `tqcheck check` takes it too, as --name.
    """

    name: str
    field: str
    default: object
    kind: Kind
    help: str
    argument: bool


SETTINGS: tuple[Setting, ...] = tuple(
    Setting(f.name.replace("_", "-"), f.name, f.default, about.kind, about.help, about.argument)
    for f in fields(Settings)
    if (about := f.metadata.get("about"))
)
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


def forget() -> None:
    """Drop what was found and read, for a process that outlives changes of its configuration files."""
    forget_files()
    _read_values.cache_clear()


def add_arguments(
    parser: argparse.ArgumentParser | argparse._ArgumentGroup, only: Collection[str] = ()
) -> None:
    """Add an argument for each setting that `tqcheck check` takes, left as typed, None where not given.

    With `only`, for these fields alone.

    The values are those `load_settings` takes as overrides: {s.field: getattr(namespace, s.field) for s in
    SETTINGS if s.argument}.
    """
    for setting in SETTINGS:
        if only and setting.field not in only:
            continue
        default = f"Default: {setting.kind.shown(setting.default)}."
        if setting.argument and isinstance(setting.kind, Flag):
            parser.add_argument(
                f"--{setting.name}",
                action="store_true",
                default=None,
                help=f"{setting.help} {default}".replace("%", "%%"),
            )
        elif setting.argument:
            parser.add_argument(
                f"--{setting.name}",
                dest=setting.field,
                metavar=setting.kind.metavar,
                action="append" if isinstance(setting.kind, Strings) else "store",
                help=f"{setting.help} {default}".replace("%", "%%"),
            )


def matches(selector: str, rule_id: str) -> bool:
    """Whether a rule is meant by its id, by its family, or by a glob. Upper and lower case differ."""
    return selector == rule_id or selector == rule_id.partition(".")[0] or fnmatchcase(rule_id, selector)


def selected(settings: Settings, rule_id: str) -> bool:
    """Whether select and ignore leave a rule in; confidence is another matter."""
    wanted = not settings.select or any(matches(selector, rule_id) for selector in settings.select)
    return wanted and not any(matches(selector, rule_id) for selector in settings.ignore)


def ignored_in(settings: Settings, path: str | Path) -> tuple[str, ...]:
    """The selectors of rules that per-file-ignores leave out of a file."""
    if not settings.per_file_ignores:
        return ()
    whole = Path(os.path.abspath(path)).as_posix()  # noqa: PTH100 - Path.absolute keeps ".."
    return tuple(
        selector
        for patterns, selectors in settings.per_file_ignores
        if any(fnmatchcase(whole, pattern) for pattern in patterns)
        for selector in selectors
    )


def require_known_selectors(
    settings: Settings, rule_ids: Iterable[str], open_families: Iterable[str] = ()
) -> None:
    """Raise SettingsError for a selector that means no rule.

    `open_families` are families whose ids are not all known beforehand (LanguageTool's); selectors that
    begin with one of them and a dot are taken on trust.
    """
    known, families = tuple(rule_ids), tuple(open_families)
    problems = []
    per_file = tuple(selector for _, selectors in settings.per_file_ignores for selector in selectors)
    every = (("select", settings.select), ("ignore", settings.ignore), ("per-file-ignores", per_file))
    for name, selectors in every:
        for selector in selectors:
            if selector.partition(".")[0] in families or any(matches(selector, i) for i in known):
                continue
            from difflib import get_close_matches

            close = get_close_matches(
                selector, {*known, *(i.partition(".")[0] for i in known), *families}, n=1
            )
            hint = f"did you mean {close[0]}?" if close else "`tqcheck rules list` shows them all"
            problems.append(
                f"{_selector_place(settings, name, selector)}: no rule is {to_toml(selector)}; {hint}"
            )
    if problems:
        raise SettingsError("\n".join(problems))


def _selector_place(settings: Settings, name: str, selector: str) -> str:
    """The line of the file where it has this selector, otherwise the argument that must have given it."""
    file = read(settings.config_file) if settings.config_file else None
    given = file.table.get(name) if file else None
    if file and (isinstance(given, dict) or (isinstance(given, list) and selector in given)):
        return f"{file.place(name)}: {name}"
    return f"--{name}"
