"""The rules of a report explained, each once, at the end of the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from tqcheck.model import Rule
from tqcheck.writers.html_article import prose
from tqcheck.writers.rule_text import MARKED, examples, fault, judged, sound


def rules_section(ids: Iterable[str], rules: Mapping[str, Rule]) -> Iterator[str]:
    """A section with an entry a rule, sorted; links lead to #rule-ID. Rules not known are only named."""
    names = sorted(ids)
    if not names:
        return
    yield '<section class="rules" aria-labelledby="rules"><h2 id="rules">Rules</h2>'
    for name in names:
        yield f'<article id="rule-{prose(name)}"><h3>{prose(name)}</h3>'
        if rule := rules.get(name):
            yield from _rule(rule)
        yield "</article>"
    yield "</section>"


def _rule(rule: Rule) -> Iterator[str]:
    russian = f'<p class="russian" lang="ru">{prose(rule.russian)}</p>' if rule.russian else ""
    yield f"{russian}<p>{prose(fault(rule.category))} {prose(rule.why)}</p>"
    if rule.before:
        yield '<ul class="examples">'
        for before, mended in islice(examples(rule), _MOST):
            yield f"<li>{_sign('✗', 'Not:')} {_marked(before, 'del')}</li>"
            if mended:
                yield f"<li>{_sign('✓', 'But:')} {_marked(mended, 'ins')}</li>"
        yield from (f"<li>{_sign('·', 'Sound:')} {prose(passed)}</li>" for passed in sound(rule)[:_MOST])
        yield "</ul>"
    yield (
        f'<p class="dim">{prose(rule.category)}, {rule.severity}; confidence {rule.confidence}: '
        f"{judged(rule.precision)}.</p>"
    )


_MOST = 3


def _sign(shown: str, heard: str) -> str:
    return f'<span aria-hidden="true">{shown}</span><span class="sr">{heard}</span>'


def _marked(example: str, tag: str) -> str:
    parts = (prose(part) for part in MARKED.split(example))
    return "".join(f"<{tag}>{part}</{tag}>" if i % 2 else part for i, part in enumerate(parts))
