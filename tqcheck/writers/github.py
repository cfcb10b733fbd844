"""GitHub's workflow commands: annotations on the lines of a pull request, and the rest of the log in plain.

A step may make 10 annotations of each level and what is over vanishes without a word, so the gravest
findings come first, and the last notice says how many more there are. The log lists those.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tqcheck.model import CheckedDocument, Finding, Report, Rule, Severity
from tqcheck.score import pooled
from tqcheck.wording import counted
from tqcheck.writers import NO_RULES
from tqcheck.writers.places import repository_path
from tqcheck.writers.rule_text import told_beside
from tqcheck.writers.totals import by_severity, failures, unreadable, worst_first
from tqcheck.writers.visible import one_line, visible

MOST = 10
_LEVEL = {Severity.CRITICAL: "error", Severity.MAJOR: "warning", Severity.MINOR: "notice"}


@dataclass(frozen=True, slots=True)
class _Message:
    """What may be an annotation, and how the log puts it where it is none."""

    level: str
    place: dict[str, str]
    text: str
    line: str


def write_github(report: Report, rules: Mapping[str, Rule] = NO_RULES) -> str:  # noqa: ARG001
    """Commands, then lines of the log. Paths are relative to the working directory: run at the root."""
    messages = list(_messages(report))
    room = dict.fromkeys(_LEVEL.values(), MOST)
    counts = Counter(message.level for message in messages)
    if any(counts[level] > MOST for level in room):
        room["notice"] -= 1
    made: dict[str, list[str]] = {level: [] for level in room}
    log = []
    for message in messages:
        if len(made[message.level]) < room[message.level]:
            made[message.level].append(_command(message.level, message.place, message.text))
        else:
            log.append(message.line)
    if log:
        text = (
            f"{counted(len(log), 'more message')} than GitHub shows ({MOST} of a level): see the step’s log."
        )
        made["notice"].append(_command("notice", {"title": "tqcheck"}, text))
    commands = [command for level in made.values() for command in level]
    return "\n".join([*commands, *map(_harmless, [*log, _conclusion(report)])]) + "\n"


def _messages(report: Report) -> Iterator[_Message]:
    """The gravest first; what the run says of itself before its findings."""
    for what, failure in failures(report):
        file = {"file": repository_path(failure.path)} if failure.path else {}
        text = f"{failure.place}: {failure.message}" if failure.place else failure.message
        yield _Message("error", {**file, "title": what}, text, str(failure))
    for notice in report.notices:
        yield _Message("notice", {"title": "tqcheck"}, notice, notice)
    for checked, finding in worst_first(report):
        text = told_beside(finding, checked.document.source)
        line = _log_line(checked, finding, text)
        yield _Message(_LEVEL[finding.severity], _place(checked, finding), text, line)


def _place(checked: CheckedDocument, finding: Finding) -> dict[str, str]:
    line, column = checked.document.place(finding.span.start)
    end_line, end_column = checked.document.place_after(finding.span)
    place = {"file": repository_path(checked.document.path), "line": str(line), "endLine": str(end_line)}
    if line == end_line:  # GitHub refuses columns over several lines
        place |= {"col": str(column), "endColumn": str(max(end_column - 1, column))}
    return {**place, "title": f"{finding.severity} {finding.rule}"}


def _log_line(checked: CheckedDocument, finding: Finding, text: str) -> str:
    line, column = checked.document.place(finding.span.start)
    where = f"{checked.document.path}:{line}:{column}"
    return f"{where}: {finding.severity} {finding.rule}: {text}"


def _conclusion(report: Report) -> str:
    score = pooled([checked for checked in report.documents if not unreadable(checked)])
    found = f"{counted(score.total, 'finding')}" + (f" ({by_severity(score)})" if score.total else "")
    return f"tqcheck: {report.verdict}: {'; '.join([found, *report.reasons])}"


def _command(level: str, properties: dict[str, str], message: str) -> str:
    given = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{level} {given}::{_data(one_line(message))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(visible(text)).replace(":", "%3A").replace(",", "%2C")


def _harmless(line: str) -> str:
    """A line of the log that the runner cannot take for a command, in either syntax."""
    line = one_line(line).replace("##[", "## [")
    return f"· {line}" if line.lstrip().startswith("::") else line
