"""One hundred made hundreds, and hundreds made one: около сотни, hundreds of; сотни, a hundred."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tqcheck.bilingual.pair import Doubt, Pair
from tqcheck.model import Span

RULE = "number.one-or-many"

_MEASURED = (
    r"(?:более|больше|свыше|около|порядка|менее|меньше|до|примерно|приблизительно|почти|с лишним|чем|от|с|из)"
)
_COUNTED = (
    r"(?:\d|\b(?:две|два|двух|оба|обе|три|трех|четыре|четырех|пять|полтора|полторы|полутора|половин\w+|несколько"
    r"|один|одна|одну|одного)\s)"
)
_MANY_THOUSAND = re.compile(r"(?:тысяч|миллион)н")
_STEMS = {
    "десят": ("десят(?:ок|ку|ком)", "десятка", "десятк(?:и|ов|ам|ами|ах)"),
    "сот": ("сотн(?:я|ю|е|ей)", "сотни", "сот(?:ни|ен|ням|нями|нях)"),
    "тысяч": ("тысяч(?:а|у|е|ей)", "тысячи", "тысяч(?:и|ам|ами|ах)?"),
    "миллион": ("миллион(?:у|ом)?", "миллиона", "миллион(?:ы|ов|ам|ами|ах)"),
}
_ENGLISH = {
    "десят": (r"(?:dozens|tens) of", r"(?:a dozen|ten)"),
    "сот": (r"hundreds of", r"(?:a|one) hundred"),
    "тысяч": (r"thousands of", r"(?:a|one) thousand"),
    "миллион": (r"millions of", r"(?:a|one) million"),
}


def scales_kept(pair: Pair) -> Iterator[Doubt]:
    """A doubt for each scale that only one side has more than one of."""
    russian = pair.normal_source
    start, end = pair.source_span
    for stem, (singular, measured, plural) in _STEMS.items():
        if stem not in russian[start:end]:
            continue
        one = re.compile(rf"\b{_MEASURED}\s+({measured})\b|\b({singular})\b")
        many = re.compile(rf"\b({plural})\b")
        ones = [m for m in one.finditer(russian, start, end) if not _counted(russian, m.start())]
        taken = {m.end() for m in ones}
        several = [m for m in many.finditer(russian, start, end) if m.end() not in taken]
        in_english = [
            [*re.finditer(rf"\b{pattern}\b", pair.text[pair.span.start : pair.span.end], re.IGNORECASE)]
            for pattern in _ENGLISH[stem]
        ]
        if ones and not several and not _MANY_THOUSAND.search(russian, start, end):
            yield from _doubts(pair, ones[0], in_english[0])
        elif several and not ones and not any(_counted(russian, m.start()) for m in several):
            bare = [m for m in several if not _measured(russian, m.start())]
            if bare and not in_english[0]:
                yield from _doubts(pair, bare[0], in_english[1])


def _counted(russian: str, at: int) -> bool:
    return bool(re.search(rf"{_COUNTED}\s*\Z", russian[max(0, at - 14) : at]))


def _measured(russian: str, at: int) -> bool:
    return bool(re.search(rf"\b{_MEASURED}\s+\Z", russian[max(0, at - 16) : at]))


def _doubts(pair: Pair, russian: re.Match[str], english: list[re.Match[str]]) -> Iterator[Doubt]:
    if len(english) == 1:
        start = pair.span.start
        span = Span(start + english[0].start(), start + english[0].end())
        yield pair.doubt(RULE, span, Span(*russian.span()))
