"""Participles with their phrase before their noun."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.clause.reading.clause import Clause, Found
from tqcheck.clause.reading.lexicon import tags
from tqcheck.clause.reading.phrases import Kind, Phrase
from tqcheck.clause.reading.times import time_end
from tqcheck.rulebook.tokens import QUOTE

_AFTER_PARTICIPLE = frozenset(("by", "due", "during", "from", "in", "near", "on"))
_NATIONALS = ("ians", "eans", "cans")


def participle_first(clause: Clause) -> Iterator[Found]:
    """ "Injured in Syria soldiers return home", "Dead in Omsk sailor will be buried": a participle with its
    phrase before its noun."""
    if not clause.headline or not any(_may_be_bare_participle(clause, at) for at in (0, 1)):
        return
    first = int(clause.kind(0) is Kind.ADVERB and clause.keys[0] != "more")  # "Specially distinguished …"
    participle = clause.phrases.at(first)
    if participle is None or not _is_participle(clause, participle):
        return
    n = clause.skip(first + 1, Kind.PREP, Kind.TIME)
    if n == first + 1 or clause.phrases[first + 1].lead == "by":
        return
    if tuple(clause.keys[participle.start : participle.start + 2]) == ("made", "in"):
        return  # "Made in Norway label gains ground"
    if clause.kind(n + 1) is Kind.NOUN and clause.phrases[n].form == "A" and clause.phrases[n + 1].opened:
        return  # "Attached to the letter was a bullet"
    n += clause.kind(n) is Kind.NOUN
    if clause.is_and(n):
        n += 1 + (clause.kind(n + 1) is Kind.NOUN)  # "Blocked in the plant militants and mercenaries gave up"
    n = clause.skip(n, Kind.PREP, Kind.TIME)
    verb = clause.phrases.at(n)
    if verb is None or verb.kind is not Kind.VERB or not verb.is_finite:
        return
    if not _is_title(clause, participle.end, verb.start):
        yield clause.found("participle-phrase-first", 0, verb.start)


def _is_title(clause: Clause, start: int, end: int) -> bool:
    """Whether the phrase from token `start` to `end` is written as in the title of a work: "Lost in Space
    robot sells", "Gone With the Wind house sold", "Born in the USA turns 40"."""
    words = clause.tokens.words
    written = [at for at in range(start, end) if words[at].istitle()]
    if any(clause.among(at, "prep", "pronoun") for at in written):
        return True
    if clause.keys[0] == "born" and not clause.letters(end - 1):
        return True
    at = start + 1
    while clause.among(at, "article") or clause.key(at).isdigit():
        at += 1
    alone = at in written and at + 1 not in written
    return alone and bool(tags(clause.keys[at], guess=False)) and not clause.among(at, "place", "given")


def _is_participle(clause: Clause, phrase: Phrase) -> bool:
    """Whether a phrase is one participle and can be no imperative."""
    if clause.keys[phrase.start] == "dead" and phrase.end == phrase.start + 1:
        return True
    alone = phrase.kind is Kind.VERB and phrase.end == phrase.start + 1
    return alone and _may_be_bare_participle(clause, phrase.start)


def _may_be_bare_participle(clause: Clause, at: int) -> bool:
    """Whether a word can be a participle and no base form: to be asked before phrases are read."""
    key = clause.keys[at]
    letters = tags(key, guess=False)
    if key == "dead":
        return True
    base = "B" in letters and key != "found"
    return letters[:1] in ("D", "P") and not base and not clause.among(at, "not-participle")


def participle_before_noun(clause: Clause) -> Iterator[Found]:
    """ "the crashed near Omsk plane", "in liberated from rebels towns", "the murdered a year ago mayor"."""
    for before in clause.places("article", "prep", "object-verbs"):
        at = before + 1
        opens = clause.among(before, "article", "prep") or _is_after_infinitive(clause, at)
        if not opens or before in clause.tokens.joined or at >= len(clause.keys) - 3:
            continue
        if not _is_participle_at(clause, at):
            continue
        end = _end_of_participle(clause, at)
        model = clause.capital[end] and clause.key(end + 2)[:1].isdigit()  # "An-26"
        if not end or (end + 1 in clause.tokens.joined and not model) or clause.among(end, "time", "day"):
            continue
        if _is_noun_after_participle(clause, at, end):
            yield clause.found("participle-before-its-noun", at, end + 1)


def _is_after_infinitive(clause: Clause, at: int) -> bool:
    """ "to return | convicted in France fans"."""
    return clause.key(at - 2) == "to" and clause.among(at - 1, "object-verbs")


def _end_of_participle(clause: Clause, at: int) -> int:
    """Where what a participle takes ends: a place or people, "in the explosion", "a year ago"; 0 where it
    takes nothing of these."""
    if clause.keys[at + 1] in clause.words["participle-lead"] or clause.keys[at + 1] == "by":
        return _place_or_people(clause, at + 2) or _disaster(clause, at + 2)
    end = time_end(clause, at + 1)
    end += clause.key(end) == "the"  # "the murdered a year ago the director"
    return end if "ago" in clause.keys[at + 1 : end] and end < len(clause.keys) else 0


def _disaster(clause: Clause, at: int) -> int:
    """Where "the explosion", "a plane crash" ends; 0 where none begins."""
    at += clause.among(at, "article")
    at += clause.among(at + 1, "disaster") and not clause.among(at, "disaster")
    return at + 1 if clause.among(at, "disaster") and at + 1 < len(clause.keys) else 0


def _is_noun_after_participle(clause: Clause, at: int, end: int) -> bool:
    """Whether a noun stands at token `end`: of people where the participle at `at` may stand for people."""
    described = clause.is_nation(end) and clause.continues(end + 1)
    someone = clause.among(end, "title", "someone", "people", "rank")
    named = clause.among(end, "given") and clause.capital[end]
    if clause.among(at, "people-participle"):
        key = clause.keys[end]
        people = clause.capital[end] and key.endswith(_NATIONALS) and end > at + 2
        return described or someone or named or people
    noun = clause.letters(end)[:1] in ("N", "S", "J")
    name = clause.is_name(end) and not clause.capital[end - 1]
    quoted = clause.key(end) == QUOTE and QUOTE not in clause.keys[:at]
    return noun or name or quoted or described or someone or named


def _is_participle_at(clause: Clause, at: int) -> bool:
    """Whether a word is a participle, or one of those that English has as adjectives: "the deceased in"."""
    letters = tags(clause.keys[at], guess=False)
    if clause.capital[at] and not clause.headline:
        return False  # "adding a Deferred to a List"
    return (letters[:1] in ("D", "P") and "P" in letters) or clause.keys[at] in ("dead", "deceased")


def _place_or_people(clause: Clause, at: int) -> int:
    """Where a name or a plural noun ends that begins here, an article before it; 0 where there is none."""
    at += clause.among(at, "article")
    end = at
    while clause.is_name(end) and not (clause.is_nation(end) and end > at):
        person = clause.among(end, "given", "title") or clause.keys[end].endswith(_NATIONALS)
        if person and clause.among(end - 1, "place"):
            break  # "captured in Kiev | Viktor Petrov"
        end += 1
    if end == at and clause.letters(at)[:1] == "S":
        end += 1
    return end if at < end < len(clause.keys) else 0


def participle_after_article(clause: Clause) -> Iterator[Found]:
    """ "the crashed in Rostov | of the plane", "a postponed due to rain match": wherever its noun stands, an
    English participle that takes a phrase does not come right after "the"."""
    for before in clause.places("article"):
        at = before + 1
        key = clause.key(at)
        if not key.endswith("ed") or clause.among(
            at, "people-participle", "done-to-people", "not-participle"
        ):
            continue
        if (
            clause.key(at + 1) not in _AFTER_PARTICIPLE
            or clause.capital[at]
            or clause.among(before, "demonstrative")
        ):
            continue
        if not clause.headline and not _is_told_in_prose(clause, at):
            continue
        end = _end_of_participle(clause, at)
        if end and _is_noun_after_participle(clause, at, end):
            continue  # found with its noun
        alone = clause.tokens.joined.isdisjoint((at, at + 1, at + 2))
        letters = tags(key, guess=False)
        if alone and letters[:1] in ("D", "P") and "N" not in letters and clause.key(at + 2).isalnum():
            yield clause.found("participle-before-its-noun", before, at + 2)


def _is_told_in_prose(clause: Clause, at: int) -> bool:
    """Whether the participle tells of a deed, and what it takes is a phrase that a noun may follow: not "the
    passed in argument", "of this horn there is a preserved in Rome"."""
    deed = clause.among(at, "done-verbs", "event-verbs", "happen-verbs", "harm-verbs", "fate-verbs")
    led = clause.continues(at + 2) or clause.among(at + 2, "det", "numeral")
    fits = clause.keys[at - 1] != "a" or clause.keys[at][0] not in "aeio"  # else a word is left out
    return deed and fits and led and clause.letters(at + 3) + clause.letters(at + 4) != ""
