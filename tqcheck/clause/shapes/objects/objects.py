"""Objects and complements that stand where Russian has them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqcheck.clause.reading.clause import DEFINITE, Clause, Found
from tqcheck.clause.reading.lexicon import tags
from tqcheck.clause.reading.phrases import Kind, Phrase
from tqcheck.clause.reading.times import time_end

_LIGHT, _LIGHT_IN_HEADLINES, _LIGHT_OF_PEOPLE = 3, 8, 11
"""Tokens of an object, at most: English may put a heavier one last, too, in headlines hardly ever, and hardly
ever where it is somebody."""
_MEASURING = frozenset(("each", "every", "half", "minus"))
"""What opens a time, a difference or a measure: "fill in forms every day", "lost to the German by half a
point", "drop to minus 9 degrees"."""
_TIMES = frozenset(("time", "times"))
"""How often: "performed on this stage many times"."""
_ORDINALS = frozenset(("first", "last", "only", "second", "third"))
_RELATIVE = frozenset(("that", "which", "who", "whose"))
_NOT_BETWEEN = frozenset(("of", "off", "by", "up", "out"))
_TAKEN = (
    ("build", "on"),
    ("builds", "on"),
    ("built", "on"),
    ("draw", "from"),
    ("draws", "from"),
    ("drew", "from"),
    ("provide", "for"),
    ("provided", "for"),
    ("provides", "for"),
    ("saw", "in"),
    ("see", "in"),
    ("sees", "in"),
)
"""Verbs with their own preposition, after which English may put a heavier object last."""


def phrase_before_object(clause: Clause) -> Iterator[Found]:
    """ "Residents make from rubber unusual shoes": a phrase between a verb and its object."""
    heads = _heads_before_phrase(clause)
    if not heads:
        return
    for n, verb in clause.phrases_until(heads[-1]):
        if verb.kind is not Kind.VERB or verb.form == "G" or verb.head not in heads:
            continue
        after = _after_phrases(clause, n + 1)
        if not _is_phrase(clause, n + 1) or clause.kind(after) is not Kind.NOUN:
            continue
        told = _is_of_relative(clause, verb)
        between, noun = clause.phrases[n + 1 : after], clause.phrases[after]
        if not _is_predicate_of(clause, n, after) or _may_stand_there(clause, verb, between, noun):
            continue
        end = clause.phrases[_end_of_object(clause, after)].end
        if end - noun.start > _heaviest(clause, noun) or _is_told_of(clause, end):
            continue
        if _is_apart(clause, between, noun) and (told or _is_active(clause, n, noun)):
            parts = (range(verb.start, verb.end), range(noun.start, noun.end), range(verb.end, noun.start))
            yield clause.found(
                "phrase-before-object", verb.start, noun.end, *(parts if end == noun.end else ())
            )


def _is_predicate_of(clause: Clause, n: int, after: int) -> bool:
    """Whether verb `n` has a subject before it, and phrase `after` may be its object, not a subject."""
    verb = clause.phrases[n]
    ends = clause.ends(after + 1) or _is_named_next(clause, after)
    if not clause.has_subject_before(n) or clause.is_passive(verb) or not ends:
        return False
    # it may be a participle that belongs to a noun before
    plain = verb.form == "T" or _is_of_relative(clause, verb)
    return plain or not any(phrase.is_finite for phrase in clause.phrases[:n])


def _may_stand_there(clause: Clause, verb: Phrase, between: Sequence[Phrase], noun: Phrase) -> bool:
    """Whether English has such phrases before such an object, or takes them for something else."""
    if _belongs_to_verb(clause, verb, between[0]):
        return True
    if clause.among(noun.start, "pronoun") or clause.keys[noun.start] == "that":
        return True
    if "T" in clause.letters(between[-1].head):  # "build with the lowest such version"
        return True
    if len(between) == 1 and clause.among(between[0].head, "pronoun"):  # "brought with him food"
        return True
    if clause.keys[noun.head] in _TIMES:
        return True
    return not _MEASURING.isdisjoint((clause.keys[between[-1].head], clause.keys[noun.start]))


def _heaviest(clause: Clause, noun: Phrase) -> int:
    """Tokens of the longest object that no phrase may stand before."""
    if not clause.headline:
        return _LIGHT
    return _LIGHT_OF_PEOPLE if clause.is_someone(noun) else _LIGHT_IN_HEADLINES


def _heads_before_phrase(clause: Clause) -> list[int]:
    """Where verbs stand that may have a phrase between them and their object."""
    lists = ("object-verbs", "placing-verbs") if clause.headline else ("object-verbs",)
    active = (at for at in clause.places(*lists) if not clause.among(at - 1, "be"))
    return [at for at in active if clause.among(at + 1, "prep")]


def _after_phrases(clause: Clause, n: int) -> int:
    """The number of the first phrase behind those with prepositions that begin with phrase `n`, and behind
    the second of two people: "with Anna Berg | and Boris Petrov"."""
    n = clause.skip(n, Kind.PREP, Kind.TIME)
    paired = clause.is_and(n) and clause.is_someone(clause.phrases[n - 1]) and clause.kind(n + 1) is Kind.NOUN
    if paired and clause.is_someone(clause.phrases[n + 1]) and clause.phrases[n - 1].lead == "with":
        return clause.skip(n + 2, Kind.PREP, Kind.TIME)
    return n


def _is_of_relative(clause: Clause, verb: Phrase) -> bool:
    """ "the guard who | carried into the plane | an axe": it can be no participle."""
    return clause.headline and verb.form in ("D", "Z") and clause.key(verb.start - 1) in _RELATIVE


def _is_phrase(clause: Clause, n: int) -> bool:
    """Whether phrase `n` has a preposition: "in the Kremlin", "to three years | in prison"."""
    term = clause.kind(n) is Kind.TIME and clause.phrases[n].lead == "to"
    return clause.kind(n) is Kind.PREP or (term and clause.kind(n + 1) is Kind.PREP)


def _is_named_next(clause: Clause, n: int) -> bool:
    """Whether the next phrase is but the name of whom phrase `n` speaks: "his counterpart | Boris Petrov"."""
    noun, name = clause.phrases[n], clause.phrases.at(n + 1)
    if name is None or name.kind is not Kind.NOUN or not name.name or name.opened:
        return False
    return clause.is_someone(noun) and not noun.name and clause.ends(n + 2)


def _belongs_to_verb(clause: Clause, verb: Phrase, phrase: Phrase) -> bool:
    """Whether a phrase after a verb may make one thing with it: "made up of", "brought into question"."""
    if phrase.lead == "of" and clause.among(verb.head, "taking-verbs"):
        return False  # "deprived of housing ten people"
    if phrase.lead == "by" and clause.among(phrase.head, "means"):
        return False  # "discussed by phone the plan"
    if not clause.headline and (
        phrase.lead in ("against", "upon") or (clause.keys[verb.head], phrase.lead) in _TAKEN
    ):
        return True  # "build upon the new data | API", "saw in the fall of the king | a beginning"
    if clause.letters(phrase.start + 1)[:1] == "G" and phrase.lead in ("after", "before"):
        return True  # "the number it accepts before refusing | more"
    bare = phrase.end == phrase.start + len(phrase.lead.split()) + 1
    return phrase.lead in _NOT_BETWEEN or (bare and clause.among(phrase.head, "set-phrase"))


def _end_of_object(clause: Clause, n: int) -> int:
    """The number of the last phrase of an object that begins with phrase `n`; in sentences with all that it
    lists: "a gun | and two passports"."""
    end = clause.skip(n + 1, Kind.PREP)
    mark = clause.phrases.at(end)
    if clause.headline or mark is None or clause.keys[mark.start] not in ("and", ","):
        return end - 1
    listed = "and" in clause.keys[mark.start :] and clause.kind(end + 1) is Kind.NOUN
    return _end_of_object(clause, end + 1) if listed else end - 1


def _is_told_of(clause: Clause, end: int) -> bool:
    """Whether a relative clause makes an object heavy that ends before token `end`, one more behind "and"
    perhaps: "a monument to sailors and soldiers who fell"."""
    while clause.key(end) == "and" or clause.letters(end)[:1] in ("J", "S") or clause.is_name(end):
        end += 1
    return clause.key(end) in _RELATIVE


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
    discussed = clause.headline and clause.keys[verb.head] == "discussed"
    if discussed and clause.phrases[n + 1].lead in ("by", "with") and not clause.is_someone(noun):
        return True  # unlike "Tensions discussed by phone the presidents"
    if clause.headline and clause.among(verb.head, "not-done-to-people-verbs") and clause.is_last_verb(n):
        people = (phrase for phrase in clause.phrases[:n] if phrase.kind is Kind.NOUN)
        return any(clause.is_someone(one) or _is_full_name(clause, one) for one in people)
    if clause.keys[verb.head] == "left" and clause.phrases[n + 1].lead == "without":
        return noun.opened or noun.name  # "The storm left without light two towns"
    subject = next(phrase for phrase in reversed(clause.phrases[:n]) if phrase.kind is Kind.NOUN)
    if clause.is_someone(subject) or _is_full_name(clause, subject):
        return noun.opened or noun.name
    definite = clause.among(noun.start, "article") or clause.keys[noun.start] in DEFINITE
    phrase = clause.phrases[n + 1]
    placed = clause.among(phrase.head, "place") or (phrase.lead == "in" and clause.capital[phrase.head])
    return clause.headline and definite and placed  # "Norway submitted to the council a draft"


def _is_full_name(clause: Clause, noun: Phrase) -> bool:
    """Whether it is two words that only names are: "Rashid Nurgaliyev"."""
    places = range(noun.start, noun.end)
    unknown = not any(tags(clause.keys[at], guess=False) or clause.among(at, "place") for at in places)
    return unknown and len(places) > 1 and all(clause.capital[at] for at in places)


def discussed_with(clause: Clause) -> Iterator[Found]:
    """ "The premier discussed with the head of Rosatom plans for the plant": what is discussed never follows
    with whom, even where one cannot tell where it begins."""
    if not clause.headline:
        return
    for n, verb in clause.verbs_among("discuss-verbs"):
        company = clause.phrases.at(n + 1)
        if verb.form not in ("D", "Z", "B", "M") or company is None or company.kind is not Kind.PREP:
            continue
        if company.lead != "with" or clause.is_passive(verb) or not clause.has_subject_before(n):
            continue
        subject, *after = clause.phrases[:n]
        if subject.kind is not Kind.NOUN or any(phrase.lead != "of" for phrase in after):
            continue  # "The repair Ivan Petrov discussed with the governor"
        person = clause.is_someone(subject) or _is_full_name(clause, subject)
        asked = any(clause.among(at, "relative") for at in range(company.end, len(clause.keys)))
        if person and not asked and clause.kind(_after_phrases(clause, n + 1)) is not Kind.NOUN:
            yield clause.found("phrase-before-object", verb.start, company.end)


def complement_before_object(clause: Clause) -> Iterator[Found]:
    """ "The minister called a mistake the decision of the court"."""
    for n, verb in clause.verbs_among("naming-verbs"):
        if clause.is_passive(verb):
            continue
        if clause.keys[0] in ("what", "how", "who") or clause.key(verb.start - 1) in ("what", "you"):
            continue  # "What do you call a dog with a stick?"
        last = clause.skip(n + 2, Kind.PREP)
        if clause.kind(n + 1) not in (Kind.NOUN, Kind.OTHER) or clause.kind(last) is not Kind.NOUN:
            continue
        complement, noun = clause.phrases[n + 1], clause.phrases[last]
        if not clause.headline and _is_given_thought(clause, n, verb, noun):
            continue
        apart = clause.keys[noun.start] not in ("a", "an") and not clause.among(noun.start, "pronoun")
        if last > n + 2:
            apart = clause.keys[noun.start] in DEFINITE and clause.phrases[n + 2].lead in ("of", "for")
        if apart and _is_complement(clause, complement):
            yield clause.found("complement-before-object", verb.start, noun.end)


def _is_given_thought(clause: Clause, n: int, verb: Phrase, noun: Phrase) -> bool:
    """ "For example, consider a worker that handles it", "a club, but not considered a charity"."""
    command = verb.form == "B" and (n == 0 or clause.kind(n - 1) is Kind.COMMA)
    passive = verb.form == "D" and clause.key(verb.start - 1) in ("not", "never", "though", "although")
    return command or passive or clause.keys[noun.start] == "that" or clause.keys[noun.start].isdigit()


def _is_complement(clause: Clause, phrase: Phrase) -> bool:
    """ "a mistake", or an adjective by itself."""
    if phrase.kind is Kind.NOUN:
        return clause.keys[phrase.start] in ("a", "an")
    return phrase.end == phrase.start + 1 and clause.letters(phrase.start)[:1] == "J"


def judgement_before_object(clause: Clause) -> Iterator[Found]:
    """ "The minister called unacceptable delays in payments": a judgement, and no part of what is judged."""
    if not clause.has("naming-verbs", "judging") or not clause.headline:
        return
    for n, verb in clause.verbs_among("naming-verbs"):
        judged = clause.among(verb.end, "judging")
        if not judged or clause.is_passive(verb) or not clause.has_subject_before(n):
            continue
        noun = clause.phrases.at(n + 1)
        if noun is None or noun.kind not in (Kind.NOUN, Kind.OTHER) or noun.start != verb.end:
            continue
        if any(clause.keys[phrase.start] in ("a", "an") for phrase in clause.phrases[n + 2 : n + 4]):
            continue  # "calls unfair rules | a threat"
        plain = noun.end > noun.start + 1 or clause.kind(n + 2) is Kind.NOUN
        if plain and clause.letters(noun.start + 1)[:1] in ("N", "S", "J"):
            yield clause.found("complement-before-object", verb.start, noun.end)


def superlative_before_noun(clause: Clause) -> Iterator[Found]:
    """ "the longest in Europe bridge", "the first in the history of Norway medal"."""
    if "in" not in clause.keys:
        return
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
    at += clause.key(at) in ("modern", "contemporary", "post-soviet")
    end = at
    while clause.is_name(end):
        end += 1
        if _is_named_after_place(clause, end):
            break  # "the oldest in Russia | Pulkovo Observatory"
    if end > at and (clause.is_nation(end - 1) or clause.key(end) == "'s"):
        return 0  # "the worst in Russian history"
    end += end > at and clause.among(end, "area-noun")  # "in New York state"
    return end if end > at else at + 1 if clause.among(at, "region-noun") else 0


def _is_named_after_place(clause: Clause, at: int) -> bool:
    """Whether a name that is of no place begins right after a country."""
    country = clause.among(at - 1, "place") and clause.among(at - 2, "prep")
    part = clause.among(at, "place", "area-noun", "toponym", "direction", "epithet")
    return country and clause.is_name(at) and clause.is_name(at + 1) and not part and not clause.is_nation(at)


def _years_end(clause: Clause, at: int) -> int:
    """ "30 years"."""
    counted = clause.key(at)[:1].isdigit() or clause.among(at, "numeral")
    return at + 2 if counted and clause.among(at + 1, "time") else 0


def _is_noun_after_scope(clause: Clause, at: int) -> bool:
    """Whether a noun stands here that is no part of what the scope is called ("the world championship")."""
    if at in clause.tokens.joined or clause.among(at, "world-noun", "time", "day"):
        return False
    if _is_named_after_place(clause, at):
        return True
    letters = clause.letters(at)
    described = clause.continues(at + 1) and clause.capital[at + 1 : at + 2] != [True]
    return letters[:1] == "N" or (letters[:1] == "J" and described)
