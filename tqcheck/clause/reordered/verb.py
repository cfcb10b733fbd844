"""A verb as it stands after its subject, with the auxiliaries that it lacks."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from tqcheck.clause.reading.clause import Clause
from tqcheck.clause.reading.lexicon import tags
from tqcheck.clause.reading.phrases import Phrase
from tqcheck.clause.reordered.pieces import Piece, Unclear
from tqcheck.clause.reordered.subject import Subject
from tqcheck.rulebook.inflect import forms
from tqcheck.typed import NamedTuple

_NUMBERS = {"is": "S", "was": "S", "has": "S", "does": "S", "are": "P", "were": "P", "have": "P", "do": "P"}
_BEING = frozenset(("is", "are", "was", "were", "be"))
_DOING = frozenset(("do", "does", "did"))
_HELD = frozenset(("host", "hosted", "hosts"))
"""What is said for "held" where a place is host."""
_GOING_ON = frozenset(("held", "conducted"))
"""What "is held" goes on now: "is being held"."""
_ITSELF = ("happen-verbs", "come-verbs", "event-verbs", "open-verbs", "growth-verbs")
_GOES_ON = ("happen-verbs", "event-verbs")
_DEEDS = ("object-verbs", "deed-verbs", "done-verbs", "nobody-verbs", "news-participle", "said-done-verbs")


class Verb(NamedTuple):
    """A verb group and what belongs to it: the infinitive in "began | to grow", the second verb in "opened
    and consecrated", the `particle` in "summed up" and, where it is `set`, in "took place"."""

    phrase: Phrase
    infinitive: Phrase | None = None
    second: Phrase | None = None
    particle: range | None = None
    set: bool = False


def said(clause: Clause, verb: Verb, subject: Subject, manner: Sequence[range], *, done: bool) -> list[Piece]:
    """The verb after its subject, which may need "has been" or, where it is not told as just `done`, "was".
    Raises Unclear."""
    group, number = verb.phrase, subject.number
    first, head = clause.keys[group.start], clause.keys[group.head]
    active = group.form == "A" and lacks_passive(clause, group)
    if first in _NUMBERS and _NUMBERS[first] != number and not active:
        raise Unclear("agreement")
    if verb.set:
        return [*manner, *_with_particle(verb, range(group.start, group.end))]
    if clause.among(group.head, "unsaid-verbs") and not clause.among(group.head, "going-verbs"):
        raise Unclear(f"what {head} says")
    if clause.among(group.head, "feast-verbs") and not clause.among(subject.noun.head, "feast"):
        raise Unclear("a feast")  # "celebrate | the champion"
    if verb.infinitive is not None:
        return _with_infinitive(clause, group, verb.infinitive, number, manner)
    if clause.keys[group.head] in _BEING and clause.among(subject.noun.head, "held-somewhere"):
        return _being(clause, group, number, manner)
    if group.form in ("A", "M"):
        return _with_auxiliary(clause, verb, subject, manner)
    if _happens(clause, group, subject) and verb.particle is None and verb.second is None:
        return _happening(clause, group, number, manner, done=done)
    return _done(clause, verb, subject, manner, done=done)


def _being(clause: Clause, group: Phrase, number: str, manner: Sequence[range]) -> list[Piece]:
    """What "is" somewhere is being held there: a festival, a parade."""
    first = clause.keys[group.start]
    if group.form == "M":
        return [range(group.start, group.end), *manner, "held"]
    if not number or group.end > group.start + 1:
        raise Unclear("an event")
    if first in ("was", "were"):
        return [first, *manner, "held"]
    return ["are being" if number == "P" else "is being", *manner, "held"]


def _with_particle(verb: Verb, *words: Piece) -> list[Piece]:
    return [*words, *([verb.particle] if verb.particle is not None else [])]


def _happens(clause: Clause, group: Phrase, subject: Subject) -> bool:
    """Whether the thing does it itself: a museum opens, a criminal case does not."""
    opened = clause.among(group.head, "open-verbs") and clause.among(subject.noun.head, "opened-by-somebody")
    return clause.among(group.head, *_ITSELF) and not opened


def _happening(
    clause: Clause, group: Phrase, number: str, manner: Sequence[range], *, done: bool
) -> list[Piece]:
    """ "opened", "has died", "begins", "is raging"."""
    words, head = range(group.start, group.end), clause.keys[group.head]
    if head == "died" and done and number:
        return ["have" if number == "P" else "has", *manner, words]
    if group.form == "D" or (group.form, number) in (("Z", "S"), ("B", "P")):
        return [*manner, words]
    if group.form == "G" and number and clause.among(group.head, *_GOES_ON):
        return ["is" if number == "S" else "are", *manner, words]
    raise Unclear(f"the form of {head}")


def _done(
    clause: Clause, verb: Verb, subject: Subject, manner: Sequence[range], *, done: bool
) -> list[Piece]:
    """ "has been found", "was found", "are being discussed"; in a headline "found" where an article lacks."""
    group, head = verb.phrase, clause.keys[verb.phrase.head]
    if verb.particle is not None and clause.among(group.head, "finding-verbs"):
        return _found_out(clause, group, subject, manner, done=done)
    if not clause.among(group.head, *_DEEDS):
        raise Unclear(f"who {head}")
    if clause.is_someone(subject.noun) and _is_no_deed_to_people(clause, group):
        raise Unclear(f"whether they {head}")
    if not subject.number:
        raise Unclear("number")
    auxiliaries = _auxiliaries(group.form, subject.number, done=done)
    if subject.bare:
        if not clause.headline or "being" in auxiliaries:
            raise Unclear("article")
        auxiliaries = []
    whole = group.form in ("D", "P") and "P" in tags(head) and head not in _HELD
    words = _with_particle(verb, head if whole else _participle(head))
    return [*_between(clause, auxiliaries, manner), *words, *_second(clause, verb)]


def _found_out(
    clause: Clause, group: Phrase, subject: Subject, manner: Sequence[range], *, done: bool
) -> list[Piece]:
    """ "find out | the causes": they are being established."""
    if not clause.among(subject.noun.head, "found-out") or not subject.number:
        raise Unclear("what is found out")
    return [*_between(clause, _auxiliaries(group.form, subject.number, done=done), manner), "established"]


def _is_no_deed_to_people(clause: Clause, group: Phrase) -> bool:
    """Whether people behind the verb may be those who do it: "In Perm voted | the deputies"."""
    they = clause.among(group.head, "deed-verbs") and not clause.among(
        group.head, "object-verbs", "done-verbs"
    )
    return they or clause.keys[group.head] in _HELD or clause.among(group.head, "not-done-to-people-verbs")


def _auxiliaries(form: str, number: str, *, done: bool) -> list[str]:
    several = number == "P"
    if form in ("B", "Z", "G"):
        return ["are" if several else "is", "being"]
    if not done:
        return ["were" if several else "was"]
    return ["have" if several else "has", "been"]


def _between(clause: Clause, auxiliaries: Sequence[str], adverbs: Sequence[range]) -> list[Piece]:
    """Adverbs where they stand among auxiliaries: "has already been", "has been warmly"."""
    early = [adverb for adverb in adverbs if clause.among(adverb.start, "beside-verb")]
    late = [adverb for adverb in adverbs if adverb not in early]
    return [*auxiliaries[:1], *early, *auxiliaries[1:], *late]


def _second(clause: Clause, verb: Verb) -> list[Piece]:
    """ "opened | and consecrated"."""
    if verb.second is None:
        return []
    if not clause.among(verb.second.head, *_DEEDS):
        raise Unclear("second verb")
    head = clause.keys[verb.second.head]
    return ["and", head if "P" in tags(head) else _participle(head)]


def _with_auxiliary(clause: Clause, verb: Verb, subject: Subject, manner: Sequence[range]) -> list[Piece]:
    """ "will be closed", "will begin"; "will close", "are investigating" become passive."""
    group, head = verb.phrase, clause.keys[verb.phrase.head]
    if lacks_passive(clause, group):
        if clause.is_someone(subject.noun) or subject.proper:
            raise Unclear("whether they do it")  # "will play | Chelsea"
        return _as_passive(clause, verb, subject.number, manner)
    passive = clause.is_passive(group) and "P" in tags(head)
    itself = clause.among(group.head, *_ITSELF) and tags(head)[:1] != "G"
    if group.head == group.start or not (passive or itself):
        raise Unclear(f"the auxiliary of {head}")
    plain = group.head == group.start + 1 and clause.keys[group.start] in ("is", "are")
    being: list[Piece] = ["being"] if plain and head in _GOING_ON else []
    words = _with_particle(verb, range(group.head, group.end))
    return [range(group.start, group.head), *manner, *being, *words]


def lacks_passive(clause: Clause, group: Phrase) -> bool:
    """ "will create", "are investigating": what is done stands behind them, and nobody who does it."""
    first = clause.keys[group.start]
    denied = "not" in clause.keys[group.start : group.head] or first in _DOING
    active = not clause.is_passive(group) and group.head > group.start and first not in ("has", "have", "had")
    deed = clause.among(group.head, *_DEEDS) and not clause.among(group.head, *_ITSELF)
    return deed and active and not denied


def _as_passive(clause: Clause, verb: Verb, number: str, manner: Sequence[range]) -> list[Piece]:
    group, head = verb.phrase, clause.keys[verb.phrase.head]
    words = _with_particle(verb, _participle(head))
    if group.form == "M" and "B" in tags(head):
        return [range(group.start, group.head), "be", *manner, *words]
    if not number or not head.endswith("ing") or group.head > group.start + 1:
        raise Unclear("passive")
    past = clause.keys[group.start] in ("was", "were")
    singular, plural = ("was", "were") if past else ("is", "are")
    return [plural if number == "P" else singular, "being", *manner, *words]


def _with_infinitive(
    clause: Clause, group: Phrase, infinitive: Phrase, number: str, manner: Sequence[range]
) -> list[Piece]:
    """ "continues to grow", "managed to find" (has been found), "plan to build" (is to be built)."""
    head, full = clause.keys[group.head], clause.keys[infinitive.head]
    deed = clause.among(infinitive.head, *_DEEDS)
    if clause.among(group.head, "phase-verbs") and clause.among(infinitive.head, *_ITSELF) and not deed:
        if group.form != "D" and (group.form, number) not in (("Z", "S"), ("B", "P")):
            raise Unclear("agreement")
        return [range(group.start, group.end), *manner, range(infinitive.start, infinitive.end)]
    if not number or not deed or clause.among(infinitive.head, "unsaid-verbs"):
        raise Unclear(f"who is to {full}")
    several = number == "P"
    if head == "managed":
        return ["have been" if several else "has been", *manner, _participle(full)]
    if clause.among(group.head, "intend-verbs") and group.form in ("B", "D", "G"):
        singular, plural = ("was", "were") if group.form == "D" else ("is", "are")
        return [f"{plural if several else singular} to be", *manner, _participle(full)]
    raise Unclear(f"{head} to {full}")


@cache
def _participle(form: str) -> str:
    """The participle of a form of a verb: of "wrote" it is "written"."""
    if form in _HELD:
        return "held"
    from lemminflect import getAllLemmas

    for lemma in getAllLemmas(form, upos="VERB").get("VERB", ()):
        found = forms(lemma, "VERB")
        for participle in (*found.get("VBN", ()), *found.get("VBD", ())):
            return participle
    raise Unclear(f"the participle of {form}")
