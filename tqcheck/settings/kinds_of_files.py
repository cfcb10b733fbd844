"""Kinds of settings that speak of files; see `tqcheck.settings.kinds`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tqcheck.settings.kinds import Plain, quoted, strings

Patterns = tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
"""Pairs of patterns for whole paths, any of which may match, and rules. See `PerFile`."""


class File(Plain):
    """A file, which need not exist yet, or "none". It is held absolute."""

    def parse(self, value: object, base: Path) -> Path | None:
        if value == "none":
            return None
        if isinstance(value, str | Path) and str(value).strip():
            return (base / value).absolute()
        raise ValueError(f'must be the path of a file or "none", not {quoted(value)}')

    def shown(self, default: object) -> str:
        return str(default or "none")

    def example(self, default: object) -> str:  # noqa: ARG002
        return '"none"'


class PerFile(Plain):
    """A table of globs, each with rules. A glob is relative to the file it stands in; one without a slash
    means names at any depth, and * does not stop at slashes."""

    def parse(self, value: object, base: Path) -> Patterns:
        if not isinstance(value, Mapping):
            raise ValueError(f'must be a table, such as {{"wire/*.md" = ["formula"]}}, not {quoted(value)}')
        from glob import escape

        folder = escape(base.absolute().as_posix().rstrip("/"))
        pairs = []
        for pattern, rules in value.items():
            if not pattern.strip():
                raise ValueError("has an empty glob")
            deep = () if "/" in pattern else (f"{folder}/*/{pattern}",)
            flat = pattern.replace("**/", "")
            patterns = dict.fromkeys((f"{folder}/{pattern}", f"{folder}/{flat}", *deep))
            try:
                pairs.append((tuple(patterns), strings(rules)))
            except ValueError as error:
                raise ValueError(f"for {quoted(pattern)} {error}") from None
        return tuple(pairs)

    def example(self, default: object) -> str:  # noqa: ARG002
        return "{}"

    def shown(self, default: object) -> str:  # noqa: ARG002
        return "none"
