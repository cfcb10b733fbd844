"""What a number or a date is the bound of: не более 5 made more than 5, до 5 by 5, с марта until March."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tqcheck.bilingual.amounts.quantities import Quantity, english_quantities, matched, russian_quantities
from tqcheck.bilingual.pair import Doubt, Pair
from tqcheck.bilingual.wordlists import words
from tqcheck.model import Span

REACH = 45
"""Code points beside a number or a date among which its bound stands."""

VERB = 12
"""Words of Russian before a number among which its verb of change stands."""

Known = tuple[tuple[str, re.Pattern[str]], ...]


def _known(ending: str, /, **patterns: str) -> Known:
    return tuple(
        (name, re.compile(rf"(?:\A|[^\w-])(?:{pattern}){ending}")) for name, pattern in patterns.items()
    )


_SHORT = r"\s+(?:(?:чем|на|в|до|из|за|у|о|от|по|отметк\w+|уровн\w+)\s+){0,3}[$€£]?\Z"
_RUSSIAN = _known(
    _SHORT,
    most=r"не (?:\w+ )?(?:более|больше|свыше|выше|превы(?:с|ш)\w+)|максимум",
    least=r"не (?:менее|меньше|ниже)|минимум|по меньшей мере|как минимум",
    more=r"более|больше|свыше|превы(?:с|ш)\w+",
    less=r"менее|меньше|ниже",
) + _known(r"\s+[$€£]?\Z", to=r"до", by=r"на")
_NEARLY = re.compile(r"(?<!\w)под\s+\Z")
_WEIGHED = re.compile(r"\A\s*(?:тыс|млн|млрд|миллион|миллиард|кг|кил|тонн|метр|градус|процент|%|сот|лет)")
_UNDER = re.compile(r"\b(?:under|below)\s+\Z")
_THAN = r"\s+(?:(?:than|of|by|to|the|a|some|about)\s+){0,2}[$€£]?\Z"
_NO = r"(?:no|not|\w*n['’]t|never|nor)"
_ENGLISH = _known(
    _THAN,
    most=rf"{_NO} (?:(?!of )\w+ ){{0,4}}(?:more|over|above|greater|higher|exceed\w*)|at (?:the )?most"
    r"|(?:a )?maximum|up to|as (?:many|much) as|within",
    least=rf"{_NO} (?:\w+ ){{0,4}}(?:less|fewer|lower|under|below)|at least|(?:a )?minimum",
    more=r"more|over|above|exceed\w*|greater|higher|in excess|upwards|surpass\w*|topp?(?:s|ed|ing)",
    less=r"less|fewer|under|below|lower|smaller",
) + _known(
    r"(?: (?:about|almost|nearly|some|around))?\s+[$€£]?\Z",
    by=r"by",
    to=r"to",
)
_PART_OF = re.compile(r"(?:third|quarter|fifth|tenth)\b")
_ARTICLE = re.compile(r"(?<=\s)(?:an?|one) \Z")
_VERB_DENIED = re.compile(r"\bне (?:\w+ ){1,5}(?:более|больше|свыше|менее|меньше)\s+(?:чем )?\Z")
_TIMES = re.compile(r"\A\s*раза?\b")
_NTH = re.compile(r"\A(?:st|nd|rd|th)\b")
_PERCENT = re.compile(r"\A(?:[\s-]+and[\s-]+a[\s-]+half)?(?:\s*%|[\s-]*per ?cent\b)")
_EXCLUDES = {
    "most": {"more", "least"},
    "least": {"less", "most"},
    "more": {"less", "most"},
    "less": {"more", "least"},
    "to": {"by", "least"},
    "by": {"to"},
}
_DATES = _known(
    r"\s+(?:(?:начал\w|конц\w|середин\w|\d{1,2}|\d{1,2}-\w+|перв\w+|числ\w)\s+){0,2}\Z",
    start=r"(?:не )?(?:раньше|ранее)|начиная с|с|со|после",
    end=r"не (?:позже|позднее)|до|к|перед",
    on=r"на",
)
_PART = r"the|on|in|early|late|mid|(?:end|start|middle|beginning) of|\d{1,2}(?:st|nd|rd|th)?(?: of)?"
_SINCE = rf"(?:\s+(?:{_PART})){{0,3}}[\s-]+\Z"
_ENGLISH_DATES = _known(
    _SINCE,
    start=r"from|since|start(?:s|ing|ed)?|begin(?:s|ning)?|(?:no|not) (?:earlier|sooner|before) (?:than )?"
    r"|after|as of|(?:not|\w*n['’]t) (?:\w+ ){0,6}(?:until|till|before)",
    end=r"until|till|before|(?:no|not) later than|by",
)
_EXCLUDED_DATES = {"start": {"end"}, "end": {"start"}, "on": {"start"}}
_MONTHS = {
    "jan": "январ", "feb": "феврал", "mar": "март", "apr": "апрел", "may": "ма[йяею]", "jun": "июн",
    "jul": "июл", "aug": "август", "sep": "сентябр", "oct": "октябр", "nov": "ноябр", "dec": "декабр",
}  # fmt: skip
_MONTH = re.compile(
    r"\b(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b"
)
_RANGE = re.compile(r"\b(?:с|со) (\d{1,2}) (?:по|до|на) (\d{1,2}) \Z|\b(\d{1,2})[-–—](\d{1,2}) \Z")


def bounds_kept(pair: Pair) -> Iterator[Doubt]:
    """A doubt where a number or a month is the bound of the reverse."""
    yield from _of_numbers(pair)
    if any(word.text[:3].lower() in words("months") for word in pair.words):
        yield from _of_dates(pair)


def _of_numbers(pair: Pair) -> Iterator[Doubt]:
    russian = russian_quantities(pair)
    if not russian:
        return
    for theirs, ours in matched(russian, english_quantities(pair), pair.text):
        before, after = _around(pair.normal_source, theirs.span)
        near, behind = _around(pair.lower_text, ours.span)
        if _PART_OF.match(pair.lower_text, ours.span.start):
            near = _ARTICLE.sub("", near)
        said, meant = _first(_RUSSIAN, before), _first(_ENGLISH, near)
        if _NTH.match(behind):
            continue
        nearly = _NEARLY.search(before) and _WEIGHED.match(after) and _UNDER.search(near)
        times = _TIMES.match(after) and _PERCENT.match(behind)
        excluded = meant in _EXCLUDES.get(said, ()) and (meant not in ("to", "by") or changes(pair, theirs))
        if nearly or times or (excluded and not (meant in ("most", "least") and _VERB_DENIED.search(before))):
            yield _doubt("number.bound", pair, theirs.span, ours.span)


def changes(pair: Pair, quantity: Quantity) -> bool:
    """Whether something grows or falls before a number, and not from one to the other."""
    before = [word for word in pair.words if word.span.end <= quantity.span.start][-VERB:]
    verbs = [i for i, word in enumerate(before) if word.lemma in words("change")]
    return bool(verbs) and all(word.text.lower() not in ("с", "со", "от") for word in before[verbs[-1] :])


def _of_dates(pair: Pair) -> Iterator[Doubt]:
    """Months that each side has once."""
    russian, english = pair.normal_source, pair.lower_text
    first, last = pair.source_span
    months = list(_MONTH.finditer(pair.text, pair.span.start, pair.span.end))
    for month in months:
        theirs = list(re.finditer(rf"\b{_MONTHS[month[0][:3].lower()]}\w{{0,2}}\b", russian[first:last]))
        if len(theirs) != 1 or sum(other[0][:3] == month[0][:3] for other in months) > 1:
            continue
        span = Span(first + theirs[0].start(), first + theirs[0].end())
        before = russian[max(first, span.start - REACH) : span.start]
        said = _first(_DATES, before)
        meant = _first(_ENGLISH_DATES, english[max(pair.span.start, month.start() - REACH) : month.start()])
        if range_ := _RANGE.search(before):
            days = [day for day in range_.groups() if day]
            apart = re.compile(rf"\b{days[0]}(?:st|nd|rd|th)? and (?:\w+ )?{days[1]}\b")
            found = apart.search(english, pair.span.start, pair.span.end)
            if found and "between" not in english[pair.span.start : found.start()]:
                yield _doubt("date.bound", pair, span, Span(*found.span()))
        elif meant in _EXCLUDED_DATES.get(said, ()):
            yield _doubt("date.bound", pair, span, Span(*month.span()))


def _around(text: str, span: Span) -> tuple[str, str]:
    return text[max(0, span.start - REACH) : span.start], text[span.end : span.end + REACH]


def _first(known: Known, text: str) -> str:
    return next((name for name, pattern in known if pattern.search(text)), "")


def _doubt(rule: str, pair: Pair, russian: Span, english: Span) -> Doubt:
    """A doubt at the English with the three words before it, and the same of the Russian."""
    source = Span(_words_before(pair.source, russian.start), russian.end)
    return pair.doubt(rule, english, source)


def _words_before(text: str, end: int) -> int:
    """Where the three words before a place begin."""
    found = re.search(r"(?:[^\s.!?]+\s+){1,3}\Z", text[max(0, end - REACH) : end])
    return end - len(found[0]) if found else end
