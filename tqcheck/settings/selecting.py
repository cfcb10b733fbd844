"""Which rules the settings leave in, in which files; and selectors that mean none."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from tqcheck.settings.configfile import SettingsError, read
from tqcheck.settings.fields import Settings
from tqcheck.settings.kinds import to_toml

_LIKE = 0.6
"""How much of a wrong id and of a rule's, without their families, must be alike for it to be suggested."""


def matches(selector: str, rule_id: str) -> bool:
    """Whether a rule is meant by its id, by its family, or by a glob. Upper and lower case differ."""
    return selector == rule_id or selector == rule_id.partition(".")[0] or fnmatchcase(rule_id, selector)


def selected(settings: Settings, rule_id: str) -> bool:
    """Whether select and ignore leave a rule in; confidence is another matter."""
    if not settings.select and not settings.ignore:  # as mostly, and asked of thousands
        return True
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
    known, families = tuple(rule_ids), frozenset(open_families)
    problems = [
        f"{_selector_place(settings, name, selector)}: no rule is {to_toml(selector)}; "
        f"{hint(selector, known, families)}"
        for name, selectors in _selectors(settings)
        for selector in selectors
        if selector.partition(".")[0] not in families and not any(matches(selector, i) for i in known)
    ]
    if problems:
        raise SettingsError("\n".join(problems))


def _selectors(settings: Settings) -> Iterator[tuple[str, Sequence[str]]]:
    """The settings that select rules, by name, and what they hold."""
    yield "select", settings.select
    yield "ignore", settings.ignore
    yield "per-file-ignores", [one for _, selectors in settings.per_file_ignores for one in selectors]


def hint(selector: str, known: Iterable[str], families: Iterable[str] = (), *, most: int = 1) -> str:
    """What was likely meant by a selector that means no rule: ids, families or, for a glob, all of one."""
    from difflib import SequenceMatcher, get_close_matches

    ids = set(known)
    of_ids = {*families, *(rule_id.partition(".")[0] for rule_id in ids)}
    globs = {f"{family}.*" for family in of_ids} if "*" in selector else set()
    close = get_close_matches(selector, sorted({*ids, *of_ids, *globs}), n=most)
    own = _own_name(selector)  # a family alone is no likeness
    close = [name for name in close if SequenceMatcher(None, _own_name(name), own).ratio() >= _LIKE]
    if not close:  # "twitching"
        close = sorted(rule_id for rule_id in ids if own in _own_name(rule_id).split("-"))[:most]
    return f"did you mean {', '.join(close)}?" if close else "`tqcheck rules list` shows them all"


def _own_name(selector: str) -> str:
    """What a selector has after its family, or all of it."""
    return selector.partition(".")[2] or selector


def _selector_place(settings: Settings, name: str, selector: str) -> str:
    """The line of the file where it has this selector, otherwise the argument that must have given it."""
    file = read(settings.config_file) if settings.config_file else None
    given = file.table.get(name) if file else None
    if file and isinstance(given, dict):
        entry = next((glob for glob, selectors in given.items() if selector in selectors), "")
        return f"{file.place(name, *([entry] if entry else []))}: {name}"
    if file and isinstance(given, list) and selector in given:
        return f"{file.place(name)}: {name}"
    return f"--{name}"
