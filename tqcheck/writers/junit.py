"""JUnit's XML, after the schema that Jenkins publishes: a test suite a file, a failed test a finding.

A file without findings has one test that passed; one that could not be checked has a test with an error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from xml.etree import ElementTree as ET

from tqcheck.model import CheckedDocument, CheckFailure, Finding, Report, Rule
from tqcheck.wording import counted
from tqcheck.writers import NO_RULES
from tqcheck.writers.beside import MARKS, sentence
from tqcheck.writers.places import repository_path
from tqcheck.writers.rule_text import help_text, quoted, told
from tqcheck.writers.totals import NOT_CHECKED, failures_of, in_order, unreadable
from tqcheck.writers.visible import one_line, visible

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_junit(report: Report, rules: Mapping[str, Rule] = NO_RULES) -> str:
    """The report as a <testsuites> document. Control characters, which XML cannot hold, are spelled out."""
    root = ET.Element("testsuites", name="tqcheck")
    for checked in report.documents:
        _suite(root, checked, rules)
    for failure in report.failures:
        suite = _start_suite(root, repository_path(failure.path) if failure.path else "tqcheck")
        _error(suite, NOT_CHECKED, failure)
        _count(suite)
    if not report.documents and not report.failures:
        _count(_start_suite(root, "tqcheck"))
    suites: Sequence[ET.Element] = list(root)
    for what in ("tests", "failures", "errors"):
        root.set(what, str(sum(int(suite.get(what, "0")) for suite in suites)))
    _facts(suites[0], report)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _suite(root: ET.Element, checked: CheckedDocument, rules: Mapping[str, Rule]) -> None:
    path = repository_path(checked.document.path)
    suite = _start_suite(root, path)
    for finding in in_order(checked):
        _failure(suite, checked, finding, rules.get(finding.rule))
    for what, failure in failures_of(checked):
        _error(suite, what, failure)
    if not checked.findings and not checked.failures:
        ET.SubElement(suite, "testcase", name="no findings", classname=_attribute(path), time="0")
    _count(suite)
    if not unreadable(checked):
        score = checked.score
        facts = f"{counted(checked.document.words, 'word')}, score {score.value:.1f} of 100"
        left_out = f", {checked.suppressed:,} suppressed" if checked.suppressed else ""
        ET.SubElement(suite, "system-out").text = facts + left_out


def _start_suite(root: ET.Element, name: str) -> ET.Element:
    return ET.SubElement(root, "testsuite", name=_attribute(name))


def _failure(suite: ET.Element, checked: CheckedDocument, finding: Finding, rule: Rule | None) -> None:
    line, column = checked.document.place(finding.span.start)
    path = repository_path(checked.document.path)
    name = f"{line}:{column} {finding.rule} {quoted(finding.text)}"
    case = ET.SubElement(suite, "testcase", name=_attribute(name), classname=_attribute(path), time="0")
    failure = ET.SubElement(case, "failure", type=finding.severity.value, message=_attribute(told(finding)))
    failure.text = _text("\n".join(_body(f"{path}:{line}:{column}", checked, finding, rule)))


def _body(place: str, checked: CheckedDocument, finding: Finding, rule: Rule | None) -> Iterator[str]:
    yield place
    yield told(finding)
    source = checked.document.source
    if source and finding.source:
        at, russian = source.place(finding.source[0].start), sentence(source, finding, MARKS)
        yield f"{repository_path(source.path)}:{at[0]}:{at[1]}: {russian}"
    yield f"{finding.category}, {finding.severity}, confidence {finding.confidence}"
    if rule:
        yield f"\n{help_text(rule)}"


def _error(suite: ET.Element, what: str, failure: CheckFailure) -> None:
    """The reason stands in the name too: lists of tests show no more."""
    where = repository_path(failure.path) if failure.path else "tqcheck"
    name = _attribute(f"{what}: {failure.message}")
    case = ET.SubElement(suite, "testcase", name=name, classname=_attribute(where), time="0")
    error = ET.SubElement(case, "error", type=what, message=_attribute(failure.message))
    error.text = _text(str(failure))


def _count(suite: ET.Element) -> None:
    cases = suite.findall("testcase")
    suite.set("tests", str(len(cases)))
    suite.set("failures", str(sum(case.find("failure") is not None for case in cases)))
    suite.set("errors", str(sum(case.find("error") is not None for case in cases)))
    suite.set("skipped", "0")
    suite.set("time", "0")


def _facts(suite: ET.Element, report: Report) -> None:
    """The run's own facts, in the first suite: <testsuites> has no properties in the schema."""
    properties = ET.Element("properties")
    facts = [("version", report.version), ("signature", report.signature), ("verdict", report.verdict.value)]
    facts += [("reason", reason) for reason in report.reasons]
    facts += [("notice", notice) for notice in report.notices]
    for name, value in facts:
        ET.SubElement(properties, "property", name=name, value=_attribute(value))
    suite.insert(0, properties)


def _attribute(text: str) -> str:
    return _text(one_line(text))


def _text(text: str) -> str:
    return _NOT_XML.sub("\ufffd", "\n".join(visible(line) for line in text.split("\n")))
