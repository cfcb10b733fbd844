"""A reference of rules in Markdown: a page for each family, and an index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from tqcheck.model import Rule, Severity
from tqcheck.writers.escape import code, markdown
from tqcheck.writers.rule_text import MARKED, examples, judged

_ABOUT = {
    "addition": "Beside the Russian: what it does not say.",
    "condition": "Beside the Russian: an if that was lost.",
    "date": "Beside the Russian: other dates.",
    "degree": "Beside the Russian: a degree that was lost.",
    "estimate": "What an editor would most likely stop at: estimated, with the judge.",
    "exception": "Beside the Russian: an exception that was lost.",
    "frequency": "Beside the Russian: how often.",
    "hedge": "Beside the Russian: a doubt that was dropped.",
    "judge": "Words of which a language model hears that another sense fits.",
    "modality": "Beside the Russian: may, must, should.",
    "negation": "Beside the Russian: a not that was lost or gained.",
    "omission": "Beside the Russian: what was left out.",
    "opposite": "Beside the Russian: the opposite word, or another of its kind.",
    "place": "Beside the Russian: another country.",
    "pronoun": "Beside the Russian: he for she.",
    "quotation": "Beside the Russian: who is quoted, and what.",
    "register": "Beside the Russian: words made milder or harsher.",
    "relation": "Beside the Russian: before for after, to for from.",
    "role": "Beside the Russian: who did it to whom.",
    "tense": "Beside the Russian: what has been and what is to come.",
    "term": "Terms that English has another word for, and those of a desk's glossary.",
    "untranslated": "Beside the Russian: words left in Latin letters.",
    "calque": "Russian phrases carried over word for word.",
    "falsefriend": "Words that look like the Russian one and mean another thing.",
    "formula": "Set phrases of Russian news that English news does not have.",
    "idiom": "Idioms, proverbs and images.",
    "institution": "Official bodies, their names and acronyms.",
    "languagetool": "Rules of LanguageTool that proved right in this field.",
    "leftover": "Untranslated rests and broken encodings.",
    "linguistic": "English grammar.",
    "name": "Names of people, places and works.",
    "number": "Numbers, dates, times and units.",
    "officialese": "The language of Russian offices.",
    "sense": "Words in the wrong sense.",
    "syntax": "Russian order and construction in English words.",
    "typography": "Punctuation and quotation marks.",
}


def pages(rules: Iterable[Rule]) -> Mapping[str, str]:
    """Pages by file name: "README.md", the index, then one for each family, in its order."""
    families: dict[str, list[Rule]] = {}
    for rule in sorted(rules, key=lambda rule: rule.id):
        families.setdefault(rule.family, []).append(rule)
    found = {f"{family}.md": "\n".join(_page(family, own)) + "\n" for family, own in families.items()}
    return {"README.md": "\n".join(_index(families)) + "\n"} | found


def _index(families: Mapping[str, Sequence[Rule]]) -> Iterator[str]:
    yield "# Rules by family\n"
    yield "Made from the rules themselves; `tqcheck explain RULE` says all there is to say of one.\n"
    yield "| family | rules | critical | major | minor | right where judged | about |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: | --- |"
    for family, rules in families.items():
        counts = [
            sum(rule.severity is s for rule in rules)
            for s in (Severity.CRITICAL, Severity.MAJOR, Severity.MINOR)
        ]
        right = sum(rule.precision.right for rule in rules)
        total = right + sum(rule.precision.wrong for rule in rules)
        share = f"{100 * right / total:.0f} % of {total:,}" if total else ""
        cells = [f"[{family}]({family}.md)", f"{len(rules):,}", *map(str, counts), share]
        yield f"| {' | '.join(cells)} | {_ABOUT.get(family, '')} |"


def _page(family: str, rules: Sequence[Rule]) -> Iterator[str]:
    yield f"# {family}\n"
    if family in _ABOUT:
        yield f"{_ABOUT[family]}\n"
    for rule in rules:
        yield f"### {rule.id}\n"
        yield f"{rule.severity}, {rule.confidence} confidence; {judged(rule.precision)}.{_russian(rule)}\n"
        yield f"{markdown(rule.why)}\n"
        for before, mended in islice(examples(rule), 1):
            yield f"- Not: {_marked(before)}"
            yield f"- But: {_marked(mended)}\n" if mended else ""


def _russian(rule: Rule) -> str:
    return f" Russian: {code(rule.russian)}." if rule.russian else ""


def _marked(example: str) -> str:
    """An example in Markdown, what stands between [[ and ]] in bold."""
    parts = [markdown(part) for part in MARKED.split(example)]
    return "".join(f"**{part}**" if i % 2 and part else part for i, part in enumerate(parts))
