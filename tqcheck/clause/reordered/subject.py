"""What a verb is about that stands before it: a noun phrase and what belongs to it, and what comes after."""

from __future__ import annotations

from collections.abc import Sequence

from tqcheck.clause.reading.clause import Clause
from tqcheck.clause.reading.lexicon import tags
from tqcheck.clause.reading.phrases import Kind, Phrase
from tqcheck.clause.reordered.attached import belongs, is_circumstance, is_person, tells_of_noun
from tqcheck.clause.reordered.number import number_of
from tqcheck.clause.reordered.pieces import Unclear, is_located, over
from tqcheck.clause.reordered.rejoined import rejoined
from tqcheck.typed import NamedTuple

_DASHES = frozenset(("–", "—"))
_MOST_EXPLAINED = 10
"""Tokens of what a dash adds."""
_RANKS = frozenset(("first", "last", "next", "penultimate"))
_MOST = 16
"""Tokens of a subject, before which a reader does not lose the verb."""
_OF_TIME = frozenset(("during", "before", "after", "since", "until"))
_PARTICLES = frozenset(("up", "down", "out", "off"))
_OWN = frozenset(("her", "his", "its", "their"))
_NO_SUBJECT = _PARTICLES | {"that"}
_ROUTE = ("to", "into", "from")
_INCLUDING = "including"
_BREAKS = frozenset(("–", "—", ":", "-", "but"))
_RELATIVE = frozenset(("who", "that", "which", "where", "whose", "whom"))


class Subject(NamedTuple):
    """What a verb is about: its tokens, its first noun phrase and number ("" where unknown), whether it is a
    name, lacks its article, and the mark that has to close what it ends in.

    `tail` is what stands behind and tells of what happened, `located` whether it says where or from where;
    `later` is what follows a comma (", 450 wounded").
    """

    tokens: range
    noun: Phrase
    number: str
    proper: bool
    bare: bool
    closing: str
    tail: range | None
    located: bool
    later: range | None


def read_subject(clause: Clause, phrases: Sequence[Phrase], verb: Phrase) -> Subject:
    """The subject of a verb that the phrases behind it begin with. Raises Unclear."""
    phrases = rejoined(clause, phrases)
    noun = _noun(clause, phrases)
    core, several = _end_of_core(clause, phrases)
    end, closing = _end_of_clauses(clause, phrases, core, verb)
    tail = _tail(clause, phrases[end:])
    if tail:
        _check_tail(clause, noun, tail, described=end > core)
    later = phrases[end + len(tail) :]
    if later and not _is_outcome(clause, later):
        raise Unclear(f"later {later[0].kind} {clause.keys[later[0].start]}")
    tokens = over(phrases[:end])
    if len(tokens) > _MOST:
        raise Unclear("length")
    number = "P" if several else number_of(clause, noun, phrases[1:end])
    named = any(phrase.kind is Kind.NOUN and clause.names_person(phrase) for phrase in phrases[1:core])
    proper = named or _is_proper(clause, noun)
    aged = noun.start + 1 in clause.tokens.joined and clause.keys[noun.start][0].isdigit()
    bare = number != "P" and (aged or not noun.opened) and not proper  # "9-year-old girl"
    if bare and (closing or end > core + 2):
        raise Unclear("article")
    from_where = bool(tail) and (is_located(clause, tail[0]) or tail[0].lead in _ROUTE)
    return Subject(
        tokens,
        noun,
        number,
        proper,
        bare,
        closing,
        over(tail) if tail else None,
        from_where,
        over(later) if later else None,
    )


def _noun(clause: Clause, phrases: Sequence[Phrase]) -> Phrase:
    """The noun phrase that comes first."""
    if not phrases or phrases[0].kind is not Kind.NOUN:
        raise Unclear(f"no noun but {phrases[0].kind}" if phrases else "no noun")
    noun = phrases[0]
    if clause.keys[noun.start] in _OWN:
        raise Unclear("whose")  # "In Tver killed his wife": who did is lost
    if clause.among(noun.start, "pronoun", "day") or clause.keys[noun.start] in _NO_SUBJECT:
        raise Unclear("pronoun")
    return noun


def _is_proper(clause: Clause, noun: Phrase) -> bool:
    """Whether a noun phrase is a name, or has one in it that needs no article."""
    opened = clause.capital[noun.start] and noun.start > 0
    return clause.capital[noun.head] or opened or clause.names_person(noun)


def _check_tail(clause: Clause, noun: Phrase, tail: Sequence[Phrase], *, described: bool) -> None:
    """Whether the tail can tell of what happened. `described`: something else stands between it and the noun,
    and it may tell of that."""
    first = tail[0]
    timed = first.kind is Kind.TIME
    if described and (first.lead in _OF_TIME or (timed and first.lead)):
        raise Unclear("when what")  # "the verdict in the case of an attack | in July"
    if len(tail) > 1 and tail[1].lead == "of" and clause.among(first.head, "place"):
        raise Unclear("of what")  # "the arrival | in Russia | of the president"
    if first.lead == "in" and is_person(clause, noun) and not is_circumstance(clause, first):
        raise Unclear("in what")  # "members of the team | in rowing"
    superlative = any("T" in tags(clause.keys[at]) for at in range(noun.start, noun.head))
    superlative = superlative or not _RANKS.isdisjoint(clause.keys[noun.start : noun.head])
    if timed and first.lead in ("in", "") and superlative and not clause.among(first.start, "day"):
        raise Unclear("since when")  # "the largest festival | in ten years"
    if timed and first.lead == "for" and not clause.is_someone(noun):
        raise Unclear("for when")  # "the record | for July"


def _end_of_core(clause: Clause, phrases: Sequence[Phrase]) -> tuple[int, bool]:
    """Where the nouns that the verb is about end, and whether they are several: "a man | and a child"."""
    n, several = 1, False
    noun = phrases[0]
    if n < len(phrases) and phrases[n].kind is Kind.NOUN and clause.keys[phrases[n].start] != "that":
        if noun.number == "P" or not _is_its_name(clause, phrases[n]):
            raise Unclear("two nouns")
        if any(clause.among(at, "event", "held-event") for at in range(noun.start, noun.end)):
            raise Unclear("event and name")  # "a press conference Ivan Petrov"
        n += 1  # "the painter | Ivan Petrov"
    while n < len(phrases) and phrases[n].lead == "of":
        n += 1
    if n + 1 < len(phrases) and _is_and(clause, phrases[n]) and phrases[n + 1].kind is Kind.NOUN:
        shared = n > 1 and not phrases[n + 1].opened and noun.number != "P"
        if n > 1 and noun.number != "P" and not shared:
            raise Unclear("and after of")
        if clause.letters(phrases[n + 1].start)[:1] == "G":
            raise Unclear("and doing")  # "outposts | and | installing"
        one = not phrases[n + 1].opened and noun.number != "P" and clause.names_person(phrases[n + 1])
        several = not shared and not (
            one and not _is_proper(clause, noun)
        )  # "singer | and | dancer Ivan Petrov"
        n += 2
        while n < len(phrases) and phrases[n].lead == "of":
            n += 1
    return n, several


def _is_its_name(clause: Clause, phrase: Phrase) -> bool:
    """ "the painter | Ivan Petrov", "a fighter | MiG-31"."""
    model = phrase.name and any(clause.keys[at][0].isdigit() for at in range(phrase.start + 1, phrase.end))
    return clause.names_person(phrase) or (model and clause.capital[phrase.start])


def _is_and(clause: Clause, phrase: Phrase) -> bool:
    return phrase.end == phrase.start + 1 and clause.keys[phrase.start] == "and"


def _end_of_clauses(clause: Clause, phrases: Sequence[Phrase], n: int, verb: Phrase) -> tuple[int, str]:
    """Where what belongs to the nouns ends, and the mark that has to close it."""
    noun = phrases[0]
    while n < len(phrases):
        phrase = phrases[n]
        if phrase.kind is Kind.PREP and belongs(clause, noun, phrases[n - 1], phrase, verb):
            n += 1
        elif _joins_attached(clause, phrases, n):
            n += 2
        elif _tells_at_once(clause, phrases, n, verb):
            return _end_of_relative(clause, phrases, n), ""
        elif phrase.kind is Kind.COMMA and _tells_behind_comma(clause, phrases, n):
            return _end_of_relative(clause, phrases, n), ","
        elif _lists(clause, phrases, n):
            return len(phrases), ""
        elif clause.keys[phrase.start] in _DASHES and _explains(phrases, n):
            return len(phrases), clause.tokens.words[phrase.start]
        else:
            break
    return n, ""


def _tells_at_once(clause: Clause, phrases: Sequence[Phrase], n: int, verb: Phrase) -> bool:
    """ "who robbed a bank", "suspected of theft"."""
    phrase = phrases[n]
    relative = phrase.kind in (Kind.NOUN, Kind.OTHER) and clause.keys[phrase.start] in _RELATIVE
    nouns = (phrases[n - 1], phrases[0])
    return relative or (phrase.kind is Kind.VERB and tells_of_noun(clause, nouns, phrase, verb))


def _lists(clause: Clause, phrases: Sequence[Phrase], n: int) -> bool:
    """ ", palaces and temples" at the end, of what is many already, or after "of"."""
    rest = phrases[n:]
    last = next((m for m, phrase in enumerate(rest) if _is_and(clause, phrase)), 0)
    if rest[0].kind is not Kind.COMMA or not last:
        return False
    apart = {m for m, phrase in enumerate(rest) if phrase.kind is Kind.COMMA} | {last}
    plain = all(phrase.kind in (Kind.NOUN, Kind.PREP) for m, phrase in enumerate(rest) if m not in apart)
    after = [phrase for m, phrase in enumerate(rest) if m - 1 in apart]
    alike = all(phrase.kind is Kind.NOUN and not clause.names_person(phrase) for phrase in after)
    several, shared = phrases[0].number == "P", n > 1 and not any(phrase.opened for phrase in after)
    return plain and alike and len(after) == len(apart) and (several or shared)


def _explains(phrases: Sequence[Phrase], n: int) -> bool:
    """ "– a collection of paintings" at the end."""
    rest = phrases[n + 1 :]
    noun = bool(rest) and rest[0].kind is Kind.NOUN
    return (
        noun and all(phrase.kind is Kind.PREP for phrase in rest[1:]) and len(over(rest)) <= _MOST_EXPLAINED
    )


def _joins_attached(clause: Clause, phrases: Sequence[Phrase], n: int) -> bool:
    """ "talks | with Russia | and | Norway"."""
    if not _is_and(clause, phrases[n]) or phrases[n - 1].kind is not Kind.PREP or n + 1 == len(phrases):
        return False
    return phrases[n + 1].kind in (Kind.NOUN, Kind.PREP)


def _tells_behind_comma(clause: Clause, phrases: Sequence[Phrase], n: int) -> bool:
    """ ", which was found in Tver", ", dedicated to the poet", ", rock musician Ivan Petrov"."""
    if n + 1 >= len(phrases):
        return False
    after = phrases[n + 1]
    if clause.keys[after.start] in _RELATIVE or clause.keys[after.start] == _INCLUDING:
        return True
    if after.kind is Kind.VERB:
        led = n + 2 < len(phrases) and phrases[n + 2].kind in (Kind.PREP, Kind.TIME)
        return led and after.form in ("D", "P") and "P" in tags(clause.keys[after.head])
    return after.kind is Kind.NOUN and n + 2 == len(phrases) and clause.names_person(after)


def _end_of_relative(clause: Clause, phrases: Sequence[Phrase], n: int) -> int:
    """A clause of the noun's own has to end the sentence: where it ends before that is not known."""
    rest = phrases[n + 1 :]
    if any(phrase.kind is Kind.COMMA or clause.keys[phrase.start] in _BREAKS for phrase in rest):
        raise Unclear("end of the clause")
    if phrases[n].kind is Kind.VERB:
        finite = [phrase for phrase in rest if phrase.is_finite and _is_surely_finite(clause, phrase)]
        if finite and not any(clause.keys[phrase.start] in _RELATIVE for phrase in rest):
            raise Unclear("another verb")
    return len(phrases)


def _is_surely_finite(clause: Clause, verb: Phrase) -> bool:
    return verb.form in ("A", "M", "Z") or clause.among(verb.head, "finite")


def _tail(clause: Clause, phrases: Sequence[Phrase]) -> list[Phrase]:
    """The circumstances that come behind the noun: "on suspicion of theft", "to avoid delays"."""
    tail: list[Phrase] = []
    for n, phrase in enumerate(phrases):
        object_of = phrase.kind is Kind.NOUN and n > 0 and phrases[n - 1].form == "T"
        joins = (
            n > 0 and _is_and(clause, phrase) and n + 1 < len(phrases) and phrases[n + 1].kind is Kind.PREP
        )
        if not (phrase.kind in (Kind.PREP, Kind.TIME) or phrase.form == "T" or object_of or joins):
            break
        tail.append(phrase)
    return tail


def _is_outcome(clause: Clause, phrases: Sequence[Phrase]) -> bool:
    """ ", 450 wounded", ", fraudsters arrested"."""
    if len(phrases) != 3:
        return False
    comma, who, verb = phrases
    done = verb.form in ("D", "P") and "P" in tags(clause.keys[verb.head])
    return comma.kind is Kind.COMMA and who.kind in (Kind.NOUN, Kind.OTHER) and done
