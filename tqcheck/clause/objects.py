"""Objects and complements that stand where Russian has them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from tqcheck.clause.clause import Clause, Found
from tqcheck.clause.lexicon import tags
from tqcheck.clause.phrases import Kind, Phrase
from tqcheck.clause.times import time_end
from tqcheck.rulebook.tokens import QUOTE

_LIGHT, _LIGHT_IN_HEADLINES = 3, 8
"""Tokens of an object, at most: English may put a heavier one last, too, in headlines hardly ever."""
_MEASURING = frozenset(("each", "every", "half"))
"""What opens a time or a difference: "fill in forms every day", "lost to the German by half a point"."""
_DEFINITE = frozenset(("the", "his", "her", "their", "its"))
_ORDINALS = frozenset(("first", "last", "only", "second", "third"))
_NOT_BETWEEN = frozenset(("of", "off", "by", "up", "out"))


def phrase_before_object(clause: Clause) -> Iterator[Found]:
    """ "Residents make from rubber unusual shoes": a phrase between a verb and its object."""
    if not clause.has("object-verbs", "prep"):
        return
    verbs, leads = clause.words["object-verbs"], clause.words["prep"]
    heads = [at for at, (one, two) in enumerate(pairwise(clause.keys)) if one in verbs and two in leads]
    if not heads:
        return
    for n, verb in enumerate(clause.phrases):
        if verb.start > heads[-1]:
            return
        if verb.kind is not Kind.VERB or verb.form == "G" or verb.head not in heads:
            continue
        after = clause.skip(n + 1, Kind.PREP, Kind.TIME)
        if clause.kind(n + 1) is not Kind.PREP or clause.kind(after) is not Kind.NOUN:
            continue
        if not clause.has_subject_before(n) or clause.is_passive(verb) or not clause.ends(after + 1):
            continue
        if verb.form != "T" and any(phrase.is_finite for phrase in clause.phrases[:n]):
            continue  # it may be a participle that belongs to a noun before
        between, noun = clause.phrases[n + 1 : after], clause.phrases[after]
        if (
            between[0].lead in _NOT_BETWEEN
            or clause.among(between[0].head, "set-phrase")
            or clause.among(noun.start, "pronoun")
            or clause.keys[noun.start] == "that"
            or (len(between) == 1 and clause.among(between[0].head, "pronoun"))  # "brought with him food"
        ):
            continue
        if not _MEASURING.isdisjoint((clause.keys[between[-1].head], clause.keys[noun.start])):
            continue
        light = _LIGHT_IN_HEADLINES if clause.headline else _LIGHT
        if clause.phrases[_end_of_object(clause, after)].end - noun.start > light:
            continue
        if _is_apart(clause, between, noun) and _is_active(clause, n, noun):
            yield clause.found("phrase-before-object", verb.start, noun.end)


def _end_of_object(clause: Clause, n: int) -> int:
    """The number of the last phrase of an object that begins with phrase `n`; in sentences with all that it
    lists: "a gun | and two passports"."""
    end = clause.skip(n + 1, Kind.PREP)
    mark = clause.phrases.at(end)
    if clause.headline or mark is None or clause.keys[mark.start] not in ("and", ","):
        return end - 1
    listed = "and" in clause.keys[mark.start :] and clause.kind(end + 1) is Kind.NOUN
    return _end_of_object(clause, end + 1) if listed else end - 1


def _is_apart(clause: Clause, between: list[Phrase], noun: Phrase) -> bool:
    """Whether the noun does not belong to the phrase before it: not "with the coach Ivan Petrov"."""
    if noun.name and not noun.opened:
        if len(clause.keys[noun.head]) == 1:
            return False  # "in section J"
        return not any(clause.is_someone(phrase) for phrase in between)
    bare = noun.end == noun.start + 1 and not noun.opened
    return not bare or clause.capital[between[-1].head]


def _is_active(clause: Clause, n: int, noun: Phrase) -> bool:
    """Whether the verb is no participle: "Man killed in a crash" is what headlines say."""
    verb = clause.phrases[n]
    if verb.form == "P":
        return False  # "a name given to trees"
    if verb.form != "D" or "P" not in tags(clause.keys[verb.head]):
        return True
    if clause.keys[verb.head] == "left" and clause.phrases[n + 1].lead == "without":
        return noun.opened or noun.name  # "The storm left without light two towns"
    subject = next(phrase for phrase in reversed(clause.phrases[:n]) if phrase.kind is Kind.NOUN)
    return clause.is_someone(subject) and (noun.opened or noun.name)


def complement_before_object(clause: Clause) -> Iterator[Found]:
    """ "The minister called a mistake the decision of the court"."""
    if not clause.has("naming-verbs"):
        return
    for n, verb in clause.verbs():
        if not clause.among(verb.head, "naming-verbs") or clause.is_passive(verb):
            continue
        if clause.keys[0] in ("what", "how", "who") or clause.key(verb.start - 1) in ("what", "you"):
            continue  # "What do you call a dog with a stick?"
        last = clause.skip(n + 2, Kind.PREP)
        if clause.kind(n + 1) not in (Kind.NOUN, Kind.OTHER) or clause.kind(last) is not Kind.NOUN:
            continue
        complement, noun = clause.phrases[n + 1], clause.phrases[last]
        apart = clause.keys[noun.start] not in ("a", "an") and not clause.among(noun.start, "pronoun")
        if last > n + 2:
            apart = clause.keys[noun.start] in _DEFINITE and clause.phrases[n + 2].lead in ("of", "for")
        if apart and _is_complement(clause, complement):
            yield clause.found("complement-before-object", verb.start, noun.end)


def _is_complement(clause: Clause, phrase: Phrase) -> bool:
    """ "a mistake", or an adjective by itself."""
    if phrase.kind is Kind.NOUN:
        return clause.keys[phrase.start] in ("a", "an")
    return phrase.end == phrase.start + 1 and clause.letters(phrase.start)[:1] == "J"


def superlative_before_noun(clause: Clause) -> Iterator[Found]:
    """ "the longest in Europe bridge", "the first in the history of Norway medal"."""
    for at in range(1, len(clause.keys) - 3):
        if clause.keys[at + 1] != "in" or not _is_degree(clause, at):
            continue
        end = _scope_end(clause, at + 2)
        if end and _is_noun_after_scope(clause, end):
            yield clause.found("superlative-before-noun", at, end + 1)


def _is_degree(clause: Clause, at: int) -> bool:
    """Whether "in" after this word may tell among what something is the first, the largest, the most able."""
    letters = clause.letters(at)
    ordinal = clause.keys[at] in _ORDINALS and clause.among(at - 1, "article")
    return "T" in letters or ordinal or (letters[:1] == "J" and clause.keys[at - 1] == "most")


def _scope_end(clause: Clause, at: int) -> int:
    """Where "Europe", "the world", "the history of Norway", "ten years" ends; 0 where none begins."""
    if end := time_end(clause, at) or _years_end(clause, at):
        return end
    at += clause.keys[at] == "the"
    if clause.key(at) == "history" and clause.key(at + 1) == "of":
        at += 2 + (clause.key(at + 2) == "the")
    end = at
    while clause.is_name(end):
        end += 1
    if end > at and (clause.is_nation(end - 1) or clause.key(end) == "'s"):
        return 0  # "the worst in Russian history"
    end += end > at and clause.among(end, "area-noun")  # "in New York state"
    return end if end > at else at + 1 if clause.among(at, "region-noun") else 0


def _years_end(clause: Clause, at: int) -> int:
    """ "30 years"."""
    counted = clause.key(at)[:1].isdigit() or clause.among(at, "numeral")
    return at + 2 if counted and clause.among(at + 1, "time") else 0


def _is_noun_after_scope(clause: Clause, at: int) -> bool:
    """Whether a noun stands here that is no part of what the scope is called ("the world championship")."""
    if at in clause.tokens.joined or clause.among(at, "world-noun", "time", "day"):
        return False
    letters = clause.letters(at)
    described = clause.continues(at + 1) and clause.capital[at + 1 : at + 2] != [True]
    return letters[:1] == "N" or (letters[:1] == "J" and described)


def participle_before_noun(clause: Clause) -> Iterator[Found]:
    """ "the crashed near Omsk plane", "in liberated from rebels towns"."""
    leads = clause.words["participle-lead"]
    for at, after in enumerate(clause.keys[2:-2], 1):
        if after not in leads or not clause.among(at - 1, "article", "prep"):
            continue
        if at - 1 in clause.tokens.joined or not _is_participle(clause, at):
            continue
        end = _place_or_people(clause, at + 2)
        noun = clause.letters(end)[:1] in ("N", "S", "J") or (
            clause.is_name(end) and not clause.capital[end - 1]
        )
        noun = noun or (clause.key(end) == QUOTE and QUOTE not in clause.keys[:at])
        if end and noun and end + 1 not in clause.tokens.joined and not clause.among(end, "time", "day"):
            yield clause.found("participle-before-its-noun", at, end + 1)


def _is_participle(clause: Clause, at: int) -> bool:
    """Whether a word is a participle that stands for no people: not "the wounded in Syria"."""
    letters = tags(clause.keys[at], guess=False)
    return letters[:1] in ("D", "P") and "P" in letters and not clause.among(at, "people-participle")


def _place_or_people(clause: Clause, at: int) -> int:
    """Where a name or a plural noun ends that begins here, an article before it; 0 where there is none."""
    at += clause.among(at, "article")
    end = at
    while clause.is_name(end) and not (clause.is_nation(end) and end > at):
        end += 1
    if end == at and clause.letters(at)[:1] == "S":
        end += 1
    return end if at < end < len(clause.keys) else 0
