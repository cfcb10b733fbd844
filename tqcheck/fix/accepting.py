"""Adds terms to the accept-list of a settings file; comments and order in the file stay."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tqcheck.settings import SettingsError
from tqcheck.settings.configfile import shown


def accept_terms(path: Path, terms: Iterable[str]) -> tuple[str, ...]:
    """The file's text gets the terms that it lacks, which are returned; the file is made where there is none.

    `path` is a tqcheck.toml, or a pyproject.toml with [tool.tqcheck]. Raises SettingsError.
    """
    import tomlkit
    from tomlkit.exceptions import ParseError

    try:
        text = path.read_text("utf-8") if path.exists() else ""
        document = tomlkit.parse(text)
    except (OSError, UnicodeDecodeError, ParseError) as error:
        raise SettingsError(f"{shown(path)}: terms cannot be added: {error}") from None
    table: Any = document["tool"]["tqcheck"] if path.name == "pyproject.toml" else document
    known = table.get("accept")
    if known is None:
        known = tomlkit.array()
    present = {str(term).casefold() for term in known}
    unique: dict[str, str] = {}
    for term in (" ".join(term.split()) for term in terms):
        unique.setdefault(term.casefold(), term)
    new = tuple(term for folded, term in unique.items() if folded and folded not in present)
    if not new:
        return ()
    for term in new:
        known.append(term)
    table["accept"] = known
    from tqcheck.outputs import write_atomically

    try:
        write_atomically(path, tomlkit.dumps(document))
    except OSError as error:
        raise SettingsError(f"{shown(path)}: cannot be written: {error.strerror or error}") from None
    return new
