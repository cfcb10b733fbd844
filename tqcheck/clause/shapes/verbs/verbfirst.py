"""Verbs that open a headline or its second clause, their subject or their object after them."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.clause.reading.clause import DEFINITE, HAPPENING, Clause, Found
from tqcheck.clause.reading.lexicon import tags
from tqcheck.clause.reading.phrases import Kind, Phrase
from tqcheck.rulebook.tokens import QUOTE

_LINKS = frozenset(("–", "—", "-", ":"))
_MARKS = _LINKS | {","}
_ENDS = frozenset((*_LINKS, ";", "?", "!", ".", "(", "…"))
_SEVERAL = 2
_GONE = frozenset(("dead", "gone"))
_OWNING = frozenset(("'", "'s"))
_HOW_OFTEN = frozenset(("bit", "lot", "percent", "second", "third", "time", "times", "way"))
"""What tells how often, how far or how something was done: "it was closed a second time"."""


def death_first(clause: Clause) -> Iterator[Found]:
    """ "Died popular actor Ivan Petrov", "Passed away the singer", "Gone film director Ivan Petrov"."""
    first = clause.keys[0]
    away = tuple(clause.keys[:2]) == ("passed", "away")
    if first == "died" or away:
        at = clause.skip(1 + away, Kind.ADVERB)
        if clause.kind(at) is Kind.NOUN:
            yield clause.found("fronted-verb-subject", 0, 1 + away)
    elif (
        clause.headline and first in _GONE and clause.kind(0) is Kind.NOUN and _is_predicate_of_person(clause)
    ):
        yield clause.found("fronted-verb-subject", 0, 1)


def _is_predicate_of_person(clause: Clause) -> bool:
    """Whether the first word can be but the predicate of somebody named, as there is no other."""
    noun = clause.phrases[0]
    titled = any(clause.among(at, "title", "actors") for at in range(1, noun.end))
    named = any(clause.among(at, "given") for at in range(2, noun.end))
    return titled and named and not any(phrase.is_finite for phrase in clause.phrases)


def deed_first(clause: Clause) -> Iterator[Found]:
    """ "Captured one of the leaders of the gang", "Published data on gifts to the party": there is no other
    verb, and nobody who does it. It is no participle, as these stand before no article and no number; before
    a bare noun only some are told from adjectives."""
    letters = tags(clause.keys[0], guess=False)
    if not clause.headline or letters[:1] not in ("D", "P") or "B" in letters or "?" in clause.keys:
        return
    if clause.among(0, "aux", "happen-verbs"):
        return
    noun = clause.skip(clause.kind(0) is Kind.VERB, Kind.TIME)
    if clause.among(0, "news-participle") and _is_act_or_receiver(clause, noun):
        yield clause.found("fronted-verb-object", 0, 1)
        return
    if clause.kind(noun) is not Kind.NOUN or _goes_on(clause) or _has_predicate(clause, noun):
        return
    if _is_object(clause, clause.phrases[noun]):
        yield clause.found("fronted-verb-object", 0, 1)


def goes_on_first(clause: Clause) -> Iterator[Found]:
    """ "Continues the trial of the mayor", "Celebrates the jubilee": nobody stands before the verb, and no
    other verb comes."""
    if not clause.headline or clause.letters(0)[:1] != "Z" or "?" in clause.keys:
        return
    noun = clause.phrases.at(1)
    if noun is None or noun.kind is not Kind.NOUN or "S" in clause.letters(0):
        return
    if not noun.opened or clause.among(noun.start, "pronoun") or _goes_on(clause):
        return
    if clause.kind(2) in (None, Kind.PREP) or clause.among(noun.end, "relative"):
        going = clause.among(0, *HAPPENING)
        yield clause.found("fronted-verb-subject" if going else "fronted-verb-object", 0, 1)


def _is_act_or_receiver(clause: Clause, n: int) -> bool:
    """ "Completed | decoding | of the tapes", "Approved | expanded | team", "Awarded | to a driver"."""
    act = clause.phrases.at(n)
    if act is None or n != 1:
        return False
    for at, phrase in enumerate(clause.phrases[2:], 3):
        participle = (
            phrase.form in ("D", "P") and clause.kind(at) is Kind.PREP
        )  # "the jet | crashed | in Oslo"
        if phrase.is_finite and not participle:
            return False
    if act.kind is Kind.VERB and act.end == act.start + 1:
        named = act.form == "G" and ("N" in clause.letters(act.head) or clause.key(act.end) == "of")
        described = act.form == "D" and "P" in tags(clause.keys[act.head])
        return (named and clause.kind(2) is Kind.PREP) or (described and clause.kind(2) is Kind.NOUN)
    return act.kind is Kind.PREP and act.lead in ("to", "with") and clause.among(0, "giving-participle")


def _has_predicate(clause: Clause, n: int) -> bool:
    """Whether the noun phrase `n` is the subject of what follows, so that the participle only describes it:
    "Fired director to testify", "Killed sailor's family demands answers", or that of its owner: "Sacked
    manager's parting shot"."""
    noun = clause.phrases[n]
    after = clause.phrases.at(n + 1)
    article = clause.among(noun.start, "det") or clause.keys[noun.start].isdigit()
    infinitive = (
        after is not None and clause.keys[after.start] == "to" and "B" in clause.letters(after.start + 1)
    )
    if infinitive and not article and clause.is_someone(noun):
        return True
    if article or clause.key(noun.start + 1) not in _OWNING:
        return False
    hidden = any("Z" in clause.letters(at) for at in range(noun.start + 3, noun.end))
    return hidden or clause.kind(n + 1) is Kind.NOUN or _describes_owner(clause, noun)


def _describes_owner(clause: Clause, noun: Phrase) -> bool:
    """ "Sacked manager's parting shot", unlike "Arrested banker's son", where the son may be the object."""
    return clause.among(0, "done-to-people") and not clause.is_someone(noun)


def _is_object(clause: Clause, noun: Phrase) -> bool:
    """Whether the noun phrase after the first word, or with it, is its object."""
    counted = noun.start + 1 in clause.tokens.joined  # "Rescued five-year-old"
    opened = noun.start > 0 and noun.opened and not counted
    verbs = sum(phrase.is_finite for phrase in clause.phrases[1:])  # "Detained men who fled return"
    listed = clause.among(0, "news-participle") and clause.key(1) != QUOTE and verbs < _SEVERAL
    return (opened or listed) and not clause.among(noun.start, "pronoun")


def _goes_on(clause: Clause) -> bool:
    """Whether the headline has another verb in its main clause, or more than one part."""
    for n, phrase in enumerate(clause.phrases[1:], 1):
        key = clause.keys[phrase.start]
        if clause.among(phrase.start, "relative"):
            return False
        if phrase.kind is Kind.COMMA:
            return not (clause.among(phrase.end, "relative") or clause.letters(phrase.end)[:1] == "G")
        if key in _ENDS and phrase.end < len(clause.keys):
            return True
        if phrase.is_finite and (phrase.form != "P" or clause.kind(n + 1) is Kind.NOUN):
            return True
    return False


def second_clause(clause: Clause) -> Iterator[Found]:
    """ "Train accident – derailed an express", "A sad day: died the poet Ivan Petrov", "There was a fire in a
    hostel, killed four people"."""
    links = _links(clause) if clause.headline else ()
    if not links:
        return
    for n, link in enumerate(clause.phrases):
        if link.start > links[-1]:
            return
        if link.start not in links or link.start in clause.tokens.joined:
            continue
        verb, noun = clause.phrases.at(n + 1), clause.phrases.at(n + 2)
        if verb is None or verb.kind is not Kind.VERB or noun is None:
            continue
        if _ends_with_number(clause, verb) and link.kind is Kind.COMMA and _is_without_doer(clause, n):
            yield clause.found("fronted-verb-object", verb.start, noun.end)
        told = noun.kind is Kind.NOUN and not clause.among(noun.start, "pronoun")
        if not told or verb.end > verb.start + 1 or not clause.is_without_verb(n + 3):
            continue
        if rule := _rule(clause, n, verb, noun):
            yield clause.found(rule, verb.start, noun.end)


def _links(clause: Clause) -> list[int]:
    """Where marks stand before what can be a past form or a participle: to be asked before phrases are
    read."""
    return [
        at
        for at, key in enumerate(clause.keys)
        if at and key in _MARKS and not {"D", "P"}.isdisjoint(clause.letters(at + 1))
    ]


def _rule(clause: Clause, n: int, verb: Phrase, noun: Phrase) -> str:
    """The rule that a verb breaks that comes right after the mark `n`; "" for none."""
    if verb.form not in ("D", "P"):
        return ""
    verbs = [phrase for phrase in clause.phrases[:n] if phrase.is_finite]
    if noun.number == "P" and not noun.opened and "J" in tags(clause.keys[verb.head]):
        return ""  # "In pictures: burned cars"
    known = noun.is_whole or clause.is_someone(noun)
    if clause.phrases[n].kind is Kind.COMMA:
        killed = clause.among(verb.head, "harm-verbs") and (noun.opened or noun.number == "P")
        if killed and _is_nobody(clause, n, verbs):
            return "fronted-verb-object"
        counted = noun.number == "P" and clause.key(noun.start) not in DEFINITE and noun.opened
        caught = counted and clause.among(verb.head, "harm-verbs", "catch-verbs")
        return "fronted-verb-object" if caught and _is_without_doer(clause, n) else ""
    dashes = sum(clause.keys[phrase.start] in _LINKS for phrase in clause.phrases)
    if dashes > 1 or clause.keys[0][0].isdigit():
        return ""  # "The capital – Oslo – opened a museum", "1990: won a medal"
    if known and clause.keys[verb.head] in ("died", "began"):
        return "fronted-verb-subject"
    if known and not verbs and clause.among(verb.head, *HAPPENING):
        return "fronted-verb-subject"
    deed = clause.among(verb.head, "object-verbs") and noun.opened
    return "fronted-verb-object" if deed and not verbs else ""


def _ends_with_number(clause: Clause, verb: Phrase) -> bool:
    """ "killed two" at the end."""
    last = verb.end == len(clause.keys) - 1
    counted = clause.among(verb.end, "numeral") or clause.key(verb.end).isdigit()
    return last and counted and clause.among(verb.head, "harm-verbs", "catch-verbs")


def _is_without_doer(clause: Clause, n: int) -> bool:
    """Whether before the comma `n` a front is followed by a verb, or by nothing: "In Tver as a result of
    a fire collapsed a house, injured ten men"."""
    if clause.kind(0) not in (Kind.PREP, Kind.TIME) or clause.kind(n) is not Kind.COMMA:
        return False
    at = clause.skip(0, Kind.PREP, Kind.TIME, Kind.COMMA)
    if at < n and clause.kind(at) is not Kind.VERB:
        return False
    before = [phrase for phrase in clause.phrases[:at] if phrase.kind is Kind.PREP]
    last = clause.phrases[at - 1]
    joined = last.end - last.start > 2 + clause.among(last.start + 1, "article") and clause.is_someone(last)
    return bool(before) and not joined


def _is_nobody(clause: Clause, n: int, verbs: list[Phrase]) -> bool:
    """Whether the clause before the comma `n` has a doer neither for its own verb nor for the next."""
    nouns = [phrase for phrase in clause.phrases[:n] if phrase.kind is Kind.NOUN]
    if not nouns or any(clause.is_someone(phrase) or phrase.name for phrase in nouns[:1]):
        return False
    if not verbs:
        return True
    there = "there" in clause.keys[: verbs[0].start]
    at = next(at for at, phrase in enumerate(clause.phrases) if phrase == verbs[0])
    return len(verbs) == 1 and (there or clause.kind(at + 1) is not Kind.NOUN)


def passive_of_it(clause: Clause) -> Iterator[Found]:
    """ "It was laid the pipeline", "in Tver it was born 812 children": what was done is the subject, and "it"
    stands for nothing."""
    if "it" not in clause.keys or "?" in clause.keys:
        return
    for n, verb in clause.verbs_among("done-verbs", "birth-verbs"):
        done = clause.key(verb.start - 1) == "it" and clause.is_passive(verb)
        done = done and "to" not in clause.keys[verb.start : verb.head] and not clause.among(verb.end, "prep")
        if not done or clause.kind(n + 1) is not Kind.NOUN or clause.kind(n - 1) is not Kind.NOUN:
            continue
        noun = clause.phrases[n + 1]
        measured = any(
            clause.among(at, "amount", "distance", "time") or clause.keys[at] in _HOW_OFTEN
            for at in range(noun.start, noun.end)
        )
        counted = noun.opened and not clause.among(noun.start, "pronoun", "demonstrative")
        if counted and not measured and clause.is_without_verb(n + 2):
            yield clause.found("it-before-passive", verb.start - 1, noun.end)
