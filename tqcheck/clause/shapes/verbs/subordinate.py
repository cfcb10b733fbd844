"""Clauses within a sentence that keep the order of Russian: relative clauses and reported questions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tqcheck.clause.fronts.led import holds_no_subject
from tqcheck.clause.reading.clause import HAPPENING, Clause, Found
from tqcheck.clause.reading.lexicon import tags
from tqcheck.clause.reading.phrases import Kind, Phrase
from tqcheck.rulebook.tokens import QUOTE

_BETWEEN = (Kind.PREP, Kind.TIME, Kind.ADVERB)
_ADVERBIAL = frozenset(("how", "where", "why"))
_WHEN = _ADVERBIAL | {"when"}
_WHAT = _WHEN | {"what", "who"}
_OF_PEOPLE = frozenset(("who", "whose", "whom"))
_ABOUT = frozenset(("about", "of", "on"))
_LED = frozenset(("which", "whom"))
_WHERE = frozenset(("at", "from", "in", "near", "to"))
_NEW = frozenset(("a", "an", "another", "one", "some", "two"))
_MARKS = frozenset(("–", "—", "-", ":", ";", QUOTE))


def subordinate_verb_first(clause: Clause) -> Iterator[Found]:
    """ "the house where lived the poet", "how this year will be held the parade": the verb, then its subject
    or, where nobody is named who does it, its object: "a ward where will treat newborns"."""
    if clause.keys[-1] == "?":
        return
    words = [at for at in _opening_words(clause, _WHEN) if not clause.among(at + 1, "subject-pronoun")]
    for n in _openings(clause, words):
        at = clause.skip(n + 1, *_BETWEEN)
        if clause.kind(at) is not Kind.VERB:
            continue
        verb, after = clause.phrases[at], clause.skip(at + 1, Kind.ADVERB, Kind.TIME)
        if clause.kind(after) is not Kind.NOUN or not clause.is_without_verb(after + 1, _MARKS):
            continue
        noun = clause.phrases[after]
        placed = clause.kind(n + 1) is Kind.PREP and clause.keys[clause.phrases[n].start] in ("how", "where")
        if clause.among(noun.start, "pronoun") or not _displaces(clause, verb, noun, placed):
            continue
        between = [phrase for phrase in clause.phrases[n + 1 : at] if phrase.kind is Kind.PREP]
        if _may_stand_first(clause, n, at) or not all(holds_no_subject(clause, one) for one in between):
            continue  # "how in the Tver region Governor Ivan Petrov hunted a bear"
        yield clause.found("subordinate-verb-first", verb.start, noun.end)


def _may_stand_first(clause: Clause, n: int, at: int) -> bool:
    """Whether English, too, may have the verb `at` first in a clause that the phrase `n` opens."""
    start, verb = clause.phrases[n].start, clause.phrases[at]
    opening, auxiliary = clause.keys[start], verb.form in ("A", "M")
    if "there" in clause.keys[start : verb.end]:
        return True
    if clause.keys[max(start - 2, 0) : start] == ["who", "and"]:
        return True  # "who and why did it": a fault, but another one
    if (
        opening in _LED
        and not clause.headline
        and not clause.among(verb.head, "done-verbs", "taking-part-verbs")
    ):
        return True  # "the rock on which rests the house"
    if auxiliary and (n == 0 or clause.key(start - 1) in _MARKS):
        return True  # "Why are the"
    if opening == "when":  # "when using the oven", "Drinking when at the wheel will cost drivers dear"
        return not auxiliary or not _has_other_verb(clause, at)
    return opening == "why" and verb.form == "B"  # "why make a fuss"


def _has_other_verb(clause: Clause, at: int) -> bool:
    """Whether a finite verb stands before phrase `at`, or the clause is a headline, which needs none."""
    return clause.headline or any(phrase.is_finite for phrase in clause.phrases[:at])


def _displaces(clause: Clause, verb: Phrase, noun: Phrase, placed: bool) -> bool:
    """Whether the verb of a subordinate clause can have no subject but the noun after it, or none. `placed`:
    a place stands before it, behind which no participle begins the subject."""
    if not verb.is_finite or clause.among(verb.head, "be"):
        return False
    if verb.form in ("A", "M"):
        whole = verb.head > verb.start
        done = clause.is_passive(verb) and clause.among(verb.head, "done-verbs") and noun.is_whole
        return whole and (clause.headline or verb.form == "M" or done)
    if not clause.headline and not clause.among(verb.head, "object-verbs", "taking-part-verbs"):
        return False  # "the land where stood a castle"
    placed = placed and clause.headline and clause.among(verb.head, "object-verbs")
    participle = "P" in tags(clause.keys[verb.head]) and not (noun.opened or noun.name or placed)
    return not participle  # "where wounded men lie"


def question_within(clause: Clause) -> Iterator[Found]:
    """ "The minister told what will be the new road": a reported question with the order of a direct one."""
    if "?" in clause.keys:
        return
    reported = [at for at in _opening_words(clause, _WHAT) if _is_reported(clause, at)]
    for n in _openings(clause, reported):
        start, verb, noun = clause.phrases[n].start, clause.phrases.at(n + 1), clause.phrases.at(n + 2)
        if verb is None or verb.kind is not Kind.VERB:
            continue
        bare = verb.form in ("A", "M") and clause.keys[verb.head] in (clause.keys[verb.start], "be")
        if not bare or noun is None or noun.kind not in (Kind.NOUN, Kind.TIME) or noun.lead:
            continue
        told = noun.is_whole or clause.among(noun.start, "det")
        told = told and not clause.among(noun.start, "pronoun")
        of_things = clause.keys[start] in ("what", "who")
        named = noun.name and not noun.opened
        if told and (not of_things or named or verb.form == "M"):  # "know what is the best way"
            yield clause.found("question-order", start, noun.end)


def _is_reported(clause: Clause, start: int) -> bool:
    """Whether a question that begins at token `start` hangs on a verb of saying or knowing: right after it,
    or for "what" after it and whom it tells."""
    before, asking = clause.key(start - 1), ("saying-verbs", "discuss-verbs", "asking-verbs")
    if start == 0 or before in _MARKS or before == "," or clause.keys[start] in ("which", "whom"):
        return False
    if clause.among(start - 1, *asking):
        return True
    if clause.among(start - 1, "prep") and before not in _ABOUT:
        return False  # "They said they took the town, in what would be a rare advance"
    told = any(clause.among(at, *asking) for at in range(start))
    return told and (clause.keys[start] == "what" or before in _ABOUT)


def question_before_speaker(clause: Clause) -> Iterator[Found]:
    """ "How to save the theatre, discussed in Perm", "Why prices rose, explained the minister": what was
    asked stands first, and who speaks of it last."""
    if not clause.headline or "?" in clause.keys or clause.keys[0] not in _ADVERBIAL | {"what"}:
        return
    commas = [n for n, phrase in enumerate(clause.phrases) if phrase.kind is Kind.COMMA]
    if not commas:
        return
    at = clause.skip(commas[-1] + 1, Kind.TIME, Kind.ADVERB)
    verbs = sum(phrase.is_finite for phrase in clause.phrases[: commas[-1]])
    if clause.keys[0] == "what" and verbs > 1:
        return  # "What is made here must be better, said the minister"
    if clause.kind(at) is Kind.NOUN and clause.kind(at + 1) is Kind.VERB and clause.kind(at + 2) is None:
        yield from _saw_last(clause, at)
        return
    if clause.kind(at) is not Kind.VERB:
        return
    verb = clause.phrases[at]
    spoken = clause.among(verb.head, "speech", "saying-verbs", "discuss-verbs", "asking-verbs")
    if spoken and "P" in tags(clause.keys[verb.head]) and _is_described(clause, at + 1):
        return
    if spoken and verb.form in ("D", "Z", "B") and clause.kind(at + 1) in (Kind.NOUN, Kind.PREP):
        yield clause.found("matter-then-speaker", verb.start, verb.end)


def _saw_last(clause: Clause, n: int) -> Iterator[Found]:
    """ "How the port is rebuilt, the premier saw", "What pirates did, reporters showed"."""
    verb = clause.phrases[n + 1]
    seen = clause.among(verb.head, "deliberate-verbs", "told-verbs", "saying-verbs", "discuss-verbs")
    told = seen and verb.form == "D" and verb.end == verb.start + 1 and clause.key(verb.start) != "said"
    if told and (clause.is_someone(clause.phrases[n]) or clause.names_person(clause.phrases[n])):
        yield clause.found("matter-then-speaker", clause.phrases[n].start, verb.end)


def _is_described(clause: Clause, n: int) -> bool:
    """Whether the phrase `n` says by whom or in what form it is told: "by a doctor", "in ten charts"."""
    after = clause.phrases.at(n)
    if after is None or after.kind is not Kind.PREP:
        return False
    place = clause.capital[after.head] or clause.among(after.head, "place-noun", "region-noun", "body-noun")
    return after.lead == "by" or (after.lead == "in" and not place)


def subordinate_without_verb(clause: Clause) -> Iterator[Found]:
    """ "showed how the construction of the bridge", "a fair where the best works": the verb has got lost."""
    for n in _openings(clause, _opening_words(clause, frozenset(("how", "where")))):
        noun = clause.phrases.at(n + 1)
        if noun is None or noun.kind is not Kind.NOUN or not clause.among(noun.start, "article"):
            continue
        if n == 0 or clause.kind(n - 1) is Kind.ADVERB or (n == 1 and clause.keys[1] == "whom"):
            continue  # "For whom the bell tolls"
        if clause.letters(noun.head)[:1] == "J" and clause.kind(n + 2) is Kind.COMMA:
            continue  # "where a small, cheap house is needed"
        end = clause.skip(n + 2, Kind.PREP, Kind.NOUN, Kind.TIME, Kind.ADVERB)
        stop = clause.phrases[end].start if clause.kind(end) else len(clause.keys)
        if _ends_clause(clause, end) and not any(
            _may_be_verb(clause, at) for at in range(noun.start + 1, stop)
        ):
            yield clause.found("subordinate-without-verb", clause.phrases[n].start, noun.end)


def _ends_clause(clause: Clause, n: int) -> bool:
    """Whether the clause ends before phrase `n`: with the sentence, or where the main one has its verb."""
    if clause.kind(n) is not Kind.COMMA:
        return clause.kind(n) is None or tuple(clause.keys[clause.phrases[n].start :]) == (".",)
    verb = clause.phrases.at(n + 1)
    return verb is not None and verb.is_finite and verb.form != "P" and clause.kind(n + 2) is not Kind.PREP


def _may_be_verb(clause: Clause, at: int) -> bool:
    """Whether a word can be the verb of a clause: not where an article or an adjective makes it a noun, but
    "this works"."""
    verbal = not {"B", "D", "P", "Z", "G"}.isdisjoint(clause.letters(at)) or clause.among(at, "aux")
    verbal = verbal or clause.keys[at] in ("ought", "own") or _may_be_third_person(clause, at)
    before = clause.letters(at - 1)
    led = clause.among(at - 1, "det", "prep") and not clause.among(at - 1, "demonstrative")
    return verbal and not (led or before == "J" or before[:1] == "T")


def _may_be_third_person(clause: Clause, at: int) -> bool:
    """ "how the dog chases the cat", "where a machine copies them": a verb that the lexicon has as a noun or
    not at all, behind one that is no plural."""
    key = clause.keys[at]
    if clause.headline or clause.letters(at)[:1] != "S" or key.endswith("ss") or clause.is_plural(at - 1):
        return False
    stems = (key[:-1], key.removesuffix("es"), key.removesuffix("ies") + "y")
    return not tags(key, guess=False) or any("B" in tags(stem, guess=False) for stem in stems)


def relative_of_doer(clause: Clause) -> Iterator[Found]:
    """ "an attack, which was going to stage a student": who did it comes last, and English takes the thing
    for the doer."""
    if not clause.has("relative", "doer-verbs"):
        return
    for n in _relatives(clause):
        at = clause.skip(n + 1, *_BETWEEN)
        if clause.kind(at) is not Kind.VERB or clause.is_passive(clause.phrases[at]):
            continue
        start = clause.phrases[at].start
        if clause.kind(at + 1) is Kind.VERB and clause.phrases[at + 1].form == "T":
            at += 1  # "was going to commit"
        after = clause.skip(at + 1, *_BETWEEN)
        if clause.kind(after) is not Kind.NOUN or not clause.is_without_verb(after + 1, _MARKS):
            continue
        if clause.among(clause.phrases[at].head, "doer-verbs") and clause.is_someone(clause.phrases[after]):
            yield clause.found("subordinate-verb-first", start, clause.phrases[after].end)


def relative_torn_off(clause: Clause) -> Iterator[Found]:
    """ "The skater returned to Moscow, who won the race": the clause has lost touch with its noun."""
    commas = [at for at, pair in enumerate(pairwise(clause.keys)) if pair[0] == "," and pair[1] in _OF_PEOPLE]
    if not commas or "?" in clause.keys:
        return  # "The king died, who will follow?"
    for n, comma in clause.phrases_until(commas[-1]):
        if comma.kind is not Kind.COMMA or not n or comma.start not in commas:
            continue
        if clause.key(comma.end + 1) in ("knew", "knows"):
            continue  # "left for Minsk, who knows why"
        at = _verb_before(clause, n)
        if at is None or not _has_subject(clause, at) or _is_inserted(clause, at):
            continue
        verb = clause.phrases[at]
        deed = verb.form in ("D", "P") and "P" in tags(clause.keys[verb.head])
        moved = clause.among(verb.head, *HAPPENING)
        if moved or not deed or at == n - 1:  # not "men detained in Perm, who"
            yield clause.found("relative-torn-off", verb.start, comma.end + 1)


def _verb_before(clause: Clause, n: int) -> int | None:
    """The number of the finite verb right before the comma `n`, or before a place that stands there."""
    at, place = n - 1, clause.phrases[n - 1]
    if place.kind is Kind.PREP:
        at -= 1
        if place.lead not in _WHERE or not clause.among(place.head, "place", "place-noun"):
            return None
        if clause.key(clause.phrases[n].end) == "whose":
            return None  # "returned to Oslo, whose mayor"
    verb = clause.phrases.at(at)
    return at if verb is not None and verb.is_finite else None


def _is_inserted(clause: Clause, n: int) -> bool:
    """ "It is not known, the mayor | said, who was there"."""
    spoken = clause.among(clause.phrases[n].head, "speech")
    return spoken and any(phrase.kind is Kind.COMMA for phrase in clause.phrases[:n])


def thing_torn_off(clause: Clause) -> Iterator[Found]:
    """ "The trial of the clerk ended, which caused an outcry": in headlines, which judge no whole clause."""
    if not clause.headline or "which" not in clause.keys or "?" in clause.keys:
        return
    for n, comma in enumerate(clause.phrases):
        if comma.kind is not Kind.COMMA or n < 2 or clause.key(comma.end) != "which":
            continue
        verb, own = clause.phrases[n - 1], clause.phrases.at(clause.skip(n + 2, *_BETWEEN))
        gone = verb.is_finite and (clause.is_passive(verb) or clause.among(verb.head, *HAPPENING))
        told = own is not None and own.is_finite and own.form not in ("Z", "M")
        if gone and own and (told or clause.is_passive(own)) and _has_subject(clause, n - 1):
            yield clause.found("relative-torn-off", verb.start, comma.end + 1)


def _has_subject(clause: Clause, n: int) -> bool:
    """Whether the verb `n` follows a noun that may be its subject: not "I think, whose"."""
    before = n - 1
    while clause.kind(before) in (Kind.ADVERB, Kind.PREP, Kind.TIME):
        before -= 1
    noun = clause.phrases.at(before)
    if noun is None or noun.kind is not Kind.NOUN or clause.among(noun.start, "pronoun"):
        return False
    if not clause.headline and clause.keys[noun.start] in _NEW:
        return False  # "A second man was arrested, who turned out to be a tourist"
    return "there" not in clause.keys[: clause.phrases[n].start]


def _opening_words(clause: Clause, words: frozenset[str]) -> list[int]:
    """Where the words, "which" and "whom" stand, that may open a subordinate clause."""
    return [at for at, key in enumerate(clause.keys) if key in words or key in _LED]


def _openings(clause: Clause, places: Sequence[int]) -> Iterator[int]:
    """The numbers of the phrases that open a subordinate clause by a word at one of the places, "which" after
    a preposition."""
    if not places:
        return
    for n, phrase in clause.phrases_until(places[-1]):
        opens = phrase.kind is Kind.OTHER and phrase.start in places
        if opens and (clause.keys[phrase.start] not in _LED or _is_led(clause, n)):
            yield n


def _relatives(clause: Clause) -> Iterator[int]:
    """The numbers of the phrases that open a relative clause by "which" or "that" without a preposition."""
    for n, phrase in enumerate(clause.phrases[1:], 1):
        opens = phrase.kind is Kind.OTHER and clause.keys[phrase.start] in ("that", "which")
        if opens and clause.kind(n - 1) is not Kind.VERB and not _is_led(clause, n):
            yield n


def _is_led(clause: Clause, n: int) -> bool:
    """Whether a preposition other than "of" stands before phrase `n`."""
    before = clause.phrases[n - 1] if n else None
    return before is not None and before.kind is Kind.OTHER and before.lead not in ("", "of")
