"""One module an output format: a writer turns a `Report` into text and neither prints nor exits.

To add a format: write a module with one function `Report -> str`, and name it in `WRITERS` below, inside
a function that imports it, so that nobody pays for a format not asked for (rich takes longer to load than a
short article to check). The terminal is not a string format, since it must know width, colours and
encoding of where it goes: `render_terminal` gives an object for `rich.console.Console.print`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from tqcheck.model import Report, Rule

if TYPE_CHECKING:
    from rich.console import RenderableType

__all__ = ["NO_RULES", "VIEWS", "WRITERS", "RuleLink", "Writer", "render_terminal"]

Writer = Callable[[Report], str]
"""The finished text, ending in a newline, always encodable as UTF-8."""

RuleLink = Callable[[str], str]
"""Rule id to the URL of its explanation, or "" where there is none."""

VIEWS = ("annotated", "list", "table")
NO_RULES: Mapping[str, Rule] = MappingProxyType({})


def _json(report: Report) -> str:
    from tqcheck.writers.json_report import write_json

    return write_json(report)


WRITERS: Mapping[str, Writer] = MappingProxyType({"json": _json})


def render_terminal(
    report: Report,
    view: str = "annotated",
    rules: Mapping[str, Rule] = NO_RULES,
    link: RuleLink | None = None,
) -> RenderableType:
    """The report for a terminal or a pipe; print it with `console.print(..., soft_wrap=True)`.

    Without soft_wrap rich would crop the list view at the console's width. `rules` are only used to
    link to their origin where `link` is not given. Raises ValueError for a view not in VIEWS.
    """
    from tqcheck.writers.terminal import view_of

    return view_of(report, view, rules, link)
