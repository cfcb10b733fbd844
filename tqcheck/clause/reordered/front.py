"""The places, times and circumstances that Russian puts first, in the order in which they end a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from tqcheck.clause.reading.clause import Clause
from tqcheck.clause.reading.phrases import Kind, Phrase
from tqcheck.clause.reordered.pieces import Unclear, is_located, over
from tqcheck.typed import NamedTuple

_MOST = 3
"""Places, times and circumstances of one sentence."""
_LEADS = frozenset(
    (
        *("across", "after", "against", "along", "amid", "among", "around", "at", "because of", "before"),
        *("behind", "beneath", "beyond", "by", "despite", "due to", "during", "following", "for", "from"),
        *("in", "inside", "near", "off", "on", "outside", "over", "since", "thanks to", "through"),
        *("throughout", "to", "under", "until", "with", "within", "without", "as a result of", "between"),
    )
)
_BESIDE = frozenset(("near", "outside", "by"))
_OPENING = frozenset(("according to",))
"""What stays first, before a comma."""


class Front(NamedTuple):
    """What stood before the verb. `opening` stays there; `manner` stands beside the verb; `places` and
    circumstances come after it, `times` last."""

    opening: range | None
    manner: tuple[range, ...]
    places: tuple[tuple[Phrase, ...], ...]
    times: tuple[tuple[Phrase, ...], ...]

    def leads(self) -> set[str]:
        """The prepositions of the places and circumstances."""
        return {part[0].lead for part in self.places}


def read_front(clause: Clause, phrases: Sequence[Phrase]) -> Front:
    """The parts of the phrases before a verb. Raises Unclear."""
    opening = _opening(phrases)
    manner: list[range] = []
    parts: list[list[Phrase]] = []
    n = opening
    while n < len(phrases):
        phrase = phrases[n]
        if _joins(clause, phrases, n) and parts:
            parts[-1] += phrases[n : n + 2]
            n += 1
        elif (phrase.lead == "of" and parts) or _counts_from(parts, phrase):
            parts[-1].append(phrase)
        elif phrase.kind is Kind.ADVERB and clause.among(phrase.start, "manner", "beside-verb"):
            manner.append(over([phrase]))
        elif phrase.kind is Kind.TIME or (phrase.kind is Kind.PREP and phrase.lead in _LEADS):
            parts.append([phrase])
        elif parts and (end := _end_of_relative(clause, phrases, n)):
            parts[-1] += phrases[n:end]
            n = end
        elif not _parts_them(phrases, n):
            raise Unclear(f"front {phrase.kind} {phrase.lead or clause.keys[phrase.start]}")
        n += 1
    places = [tuple(part) for part in parts if part[0].kind is Kind.PREP]
    times = [tuple(part) for part in parts if part[0].kind is Kind.TIME]
    if len(parts) > _MOST or len(times) > 1 or not (parts or opening or manner):
        raise Unclear("parts of the front")
    first = over(phrases[:opening]) if opening else None
    return Front(first, tuple(manner), tuple(_narrow_first(clause, places)), tuple(times))


def _opening(phrases: Sequence[Phrase]) -> int:
    """How many phrases "according to the ministry," has before its comma; 0 for another front."""
    if phrases[0].lead not in _OPENING:
        return 0
    return next((n for n, phrase in enumerate(phrases) if phrase.kind is Kind.COMMA), 0)


def _joins(clause: Clause, phrases: Sequence[Phrase], n: int) -> bool:
    """ "in Perm | and | Tver"."""
    phrase = phrases[n]
    joins = clause.keys[phrase.start] == "and" and phrase.end == phrase.start + 1
    return joins and n + 1 < len(phrases) and phrases[n + 1].kind in (Kind.NOUN, Kind.PREP)


def _end_of_relative(clause: Clause, phrases: Sequence[Phrase], n: int) -> int:
    """The number of the comma, the last of the front, that ends ", which killed two people,"; 0 for none."""
    relative = phrases[n].kind is Kind.COMMA and clause.among(phrases[n].end, "relative-pronoun")
    commas = [m for m in range(n + 1, len(phrases)) if phrases[m].kind is Kind.COMMA]
    return commas[0] if relative and commas == [len(phrases) - 1] else 0


def _parts_them(phrases: Sequence[Phrase], n: int) -> bool:
    """Whether phrase `n` is a comma between two parts or at their end."""
    ends = n + 1 == len(phrases) or phrases[n + 1].kind in (Kind.PREP, Kind.TIME)
    return phrases[n].kind is Kind.COMMA and ends


def _counts_from(parts: Sequence[Sequence[Phrase]], phrase: Phrase) -> bool:
    """ "three years | after the fire"."""
    timed = bool(parts) and parts[-1][-1].kind is Kind.TIME and not parts[-1][0].lead
    return timed and phrase.kind is Kind.PREP and phrase.lead in ("after", "before")


def _is_wide(clause: Clause, phrase: Phrase) -> bool:
    """ "in Tver", "in the Tver region"."""
    return clause.among(phrase.head, "place", "wide-place")


def _narrow_first(clause: Clause, places: list[tuple[Phrase, ...]]) -> list[tuple[Phrase, ...]]:
    """Places as English has them, the narrower before the wider: "at the station in Tver"."""
    if any(clause.among(place[0].head, "distance") for place in places):
        raise Unclear("distance")  # "In 25 kilometers from Tver"
    if places and places[-1][0].lead == "without":
        return [places[-1], *places[:-1]]  # "without light in Tver"
    if sum(is_located(clause, place[0]) for place in places) == _MOST:
        raise Unclear("three places")
    if len(places) > 1 and places[0][0].lead == "in" and _is_wide(clause, places[0][-1]):
        inner = places[1][0]
        event = inner.lead in ("in", "at", "during") and clause.among(inner.head, "event", "disaster")
        if (is_located(clause, inner) and inner.lead not in _BESIDE) or event:
            return [places[1], places[0], *places[2:]]
    return places
