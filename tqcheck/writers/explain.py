"""A rule explained to an editor, and the rulebook at a glance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from tqcheck.model import Confidence, Rule
from tqcheck.wording import counted
from tqcheck.writers import RuleLink
from tqcheck.writers.page import Page, hang, no_link, spread, table
from tqcheck.writers.rule_text import MARKED, examples, fault, judged, sound
from tqcheck.writers.text import Style, Text, mixed
from tqcheck.writers.theme import ARROW, BAD, BOLD, DIM, GOOD, UNDERLINE, Theme
from tqcheck.writers.totals import WORST_FIRST

_INDENT = 3


def render_explain(rule: Rule) -> Page:
    """Everything known of a rule, under fixed headings."""
    return _Page(lambda theme: _explain(rule, theme))


def render_rules_list(rules: Iterable[Rule]) -> Page:
    """A line a rule, sorted by id: severity, id, the Russian, the first suggestion."""
    chosen = sorted(rules, key=lambda rule: rule.id)
    return _Page(lambda theme: _list(chosen, theme))


def render_rules_stats(rules: Iterable[Rule]) -> Page:
    """Rules by family: how many of each severity and confidence, and how often they were right."""
    chosen = list(rules)
    return _Page(lambda theme: _stats(chosen, theme))


@dataclass(frozen=True, slots=True)
class _Page(Page):
    say: Callable[[Theme], Iterable[Text]]
    link: RuleLink = no_link

    def lines(self, theme: Theme) -> Iterable[Text]:
        return self.say(theme)


def _explain(rule: Rule, theme: Theme) -> Iterator[Text]:
    name = Text(theme.exact(rule.id), BOLD)
    kind = Text(f"{theme.sign(rule.severity)} {rule.severity.value}", theme.severity(rule.severity))
    yield from spread(name, kind, theme.width, theme.glyphs.rule)
    yield from _part("What is wrong", [fault(rule.category)], theme)
    if rule.russian:
        yield from _part("The Russian", [rule.russian, *_confirmed(rule)], theme)
    yield from _part("Why machines do it", [rule.why], theme)
    if rule.before:
        yield from _heading("Before and after")
        yield from _mended(rule, theme)
    if rule.exceptions:
        yield from _heading("Exceptions")
        yield from hang(Text("Sound English, and not flagged:"), theme.width, Text(" " * _INDENT), _INDENT)
        for exception in sound(rule):
            yield from _example(exception, theme.glyphs.dot, DIM, theme)
    facts = [
        f"Category {rule.category}, severity {rule.severity.value}.",
        f"Confidence {rule.confidence.value}: {judged(rule.precision)}.",
    ]
    yield from _part("How sure it is", facts, theme)
    if rule.origin:
        yield from _part("Where it stands", [rule.origin, *rule.pattern], theme)


def _confirmed(rule: Rule) -> Iterator[str]:
    """What the Russian beside the text does for a rule."""
    if rule.source:
        yield f"Confirmed by {', '.join(rule.source)} in the Russian text."
    if rule.needs_source:
        yield (
            "Used only where the Russian text is given, or where the context judge is sure: the English "
            "alone is too ambiguous."
        )


def _mended(rule: Rule, theme: Theme) -> Iterator[Text]:
    """Examples, each with what it should be, and the suggestions that none of these has."""
    for i, (example, mended) in enumerate(examples(rule)):
        if i:
            yield Text()
        yield from _example(example, theme.glyphs.no, BAD, theme)
        if mended:
            yield from _example(mended, theme.glyphs.yes, GOOD, theme)
    put_in = {text.lower() for _, mended in examples(rule) for text in MARKED.findall(mended)}
    if others := [theme.prose(text) for text in rule.suggest[1:] if text.lower() not in put_in]:
        yield Text()
        line = Text.assemble("Or: ", (" / ".join(others), BOLD))
        yield from hang(line, theme.width, Text(" " * _INDENT), _INDENT)


def _heading(title: str) -> Iterator[Text]:
    yield Text()
    yield Text(title, BOLD)


def _part(title: str, paragraphs: Iterable[str], theme: Theme) -> Iterator[Text]:
    yield from _heading(title)
    for paragraph in paragraphs:
        yield from hang(Text(theme.prose(paragraph)), theme.width, Text(" " * _INDENT), _INDENT)


def _example(example: str, sign: str, style: Style, theme: Theme) -> Iterator[Text]:
    text = Text()
    for i, stretch in enumerate(MARKED.split(example)):
        shown = theme.prose(stretch)
        if i % 2 == 0:
            text.append(shown)
        elif theme.color:
            text.append(shown, mixed(style, UNDERLINE))
        else:
            text.append(f"{theme.glyphs.open}{shown}{theme.glyphs.close}", style)
    first = Text.assemble(" " * _INDENT, (sign, style), " ")
    yield from hang(text, theme.width, first, first.cell_len)


def _list(rules: list[Rule], theme: Theme) -> Iterator[Text]:
    width = max((len(rule.id) for rule in rules), default=0)
    for rule in rules:
        style = theme.severity(rule.severity)
        first = Text.assemble((f"{theme.sign(rule.severity)} {rule.severity.value:<8}", style), "  ")
        head = Text.assemble((f"{theme.exact(rule.id):<{width}}", BOLD), "  ", theme.prose(rule.russian))
        if rule.suggest:
            head = Text.assemble(head, (f" {theme.glyphs.gives} ", ARROW), theme.prose(rule.suggest[0]))
        if rule.confidence is not Confidence.HIGH:
            head.append(f"  {rule.confidence.value} confidence", DIM)
        yield first + head
    yield Text(counted(len(rules), "rule"), DIM)


def _stats(rules: list[Rule], theme: Theme) -> Iterator[Text]:
    severities = (severity.value for severity in WORST_FIRST)
    heads = ("family", "rules", *severities, "high", "medium", "low", "judged", "right")
    families = sorted(Counter(rule.family for rule in rules).items(), key=lambda item: (-item[1], item[0]))
    rows = [_stat(family, [rule for rule in rules if rule.family == family], theme) for family, _ in families]
    yield from table([heads, *rows, _stat("all", rules, theme)], theme.width, theme.glyphs.rule)


def _stat(name: str, rules: list[Rule], theme: Theme) -> tuple[str, ...]:
    severities = Counter(rule.severity for rule in rules)
    confidences = Counter(rule.confidence for rule in rules)
    right = sum(rule.precision.right for rule in rules)
    total = right + sum(rule.precision.wrong for rule in rules)
    counts = (
        *(severities[severity] for severity in WORST_FIRST),
        *(confidences[confidence] for confidence in (Confidence.HIGH, Confidence.MEDIUM, Confidence.LOW)),
        total,
    )
    share = f"{100 * right / total:.0f} %" if total else theme.glyphs.dot
    return (
        theme.exact(name),
        f"{len(rules):,}",
        *(f"{n:,}" if n else theme.glyphs.dot for n in counts),
        share,
    )
