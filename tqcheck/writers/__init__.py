"""One module an output format: a writer turns a `Report` into text and neither prints nor exits.

To add a format: write a module with one `Writer`, and name it in `WRITERS` below, inside a function that
imports it, so that nobody pays for a format not asked for (rich takes longer to load than a
short article to check). The terminal is not a string format, since it must know width, colours and
encoding of where it goes: `render_terminal` gives an object for `rich.console.Console.print`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from tqcheck.model import Report, Rule
from tqcheck.typed import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from rich.console import RenderableType

__all__ = ["NO_RULES", "VIEWS", "WRITERS", "RuleLink", "Writer", "render_terminal"]


class Writer(Protocol):
    """Turns a report into the finished text, ending in a newline, always encodable as UTF-8.

    `rules` describe the rules of its findings, as far as they are known; no writer needs them.
    """

    def __call__(self, report: Report, rules: Mapping[str, Rule] = ...) -> str: ...


RuleLink = Callable[[str], str]
"""Rule id to the URL of its explanation, or "" where there is none."""

VIEWS = ("annotated", "list", "table")
NO_RULES: Mapping[str, Rule] = MappingProxyType({})


def _json(report: Report, rules: Mapping[str, Rule] = NO_RULES) -> str:
    from tqcheck.writers.json_report import write_json

    return write_json(report, rules)


def _sarif(report: Report, rules: Mapping[str, Rule] = NO_RULES) -> str:
    from tqcheck.writers.sarif import write_sarif

    return write_sarif(report, rules)


def _github(report: Report, rules: Mapping[str, Rule] = NO_RULES) -> str:
    from tqcheck.writers.github import write_github

    return write_github(report, rules)


def _gitlab(report: Report, rules: Mapping[str, Rule] = NO_RULES) -> str:
    from tqcheck.writers.gitlab import write_gitlab

    return write_gitlab(report, rules)


def _junit(report: Report, rules: Mapping[str, Rule] = NO_RULES) -> str:
    from tqcheck.writers.junit import write_junit

    return write_junit(report, rules)


def _markdown(report: Report, rules: Mapping[str, Rule] = NO_RULES) -> str:
    from tqcheck.writers.markdown import write_markdown

    return write_markdown(report, rules)


def _html(report: Report, rules: Mapping[str, Rule] = NO_RULES) -> str:
    from tqcheck.writers.html_report import write_html

    return write_html(report, rules)


WRITERS: Mapping[str, Writer] = MappingProxyType(
    {
        "json": _json,
        "sarif": _sarif,
        "github": _github,
        "gitlab": _gitlab,
        "junit": _junit,
        "markdown": _markdown,
        "html": _html,
    }
)


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
