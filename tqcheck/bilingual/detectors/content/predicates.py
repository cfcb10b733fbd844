"""What happened, lost: Установлена личность стрелка, "The identity of the gunman".

Russian news likes a short participle or a verb at the front; a machine takes it for an adjective and drops
it, or misses it, and what is left is a title without news. An English title may do without a verb where the
Russian only says that there is something (опубликован доклад, прогремел взрыв); see told-by-a-title and
verbs-of-titles. Of other verbs (победил, victory for) it may tell by a noun, so that none of its words may
lack a Russian one; not of those of an end, a ban, a death.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence, Set

from tqcheck.bilingual.detectors.content.parts import says_more
from tqcheck.bilingual.english import Token, is_noun, is_verb, renders, share_of, tokens, traces, verbs_of
from tqcheck.bilingual.pair import Doubt, Pair
from tqcheck.bilingual.renderings.counterparts import counterparts, members, share_covered
from tqcheck.bilingual.russian import Sentence, Word, forms, is_known
from tqcheck.bilingual.sentence.nouns import cases
from tqcheck.bilingual.wordlists import words
from tqcheck.clause.reading.clause import Clause
from tqcheck.clause.reading.line import word_lists
from tqcheck.clause.reading.phrases import Kind, Phrase
from tqcheck.model import Span
from tqcheck.rulebook.tokens import Tokens

RULE = "omission.predicate"
_ARTICLES = frozenset({"the", "a", "an"})
_PREDICATES = frozenset({"VERB", "PRTS", "INFN"})

TITLE, WHOLE = 0.75, 0.99
"""Of the English words the share with Russian ones up to which a title says in its own way what was done; the
same where it may do without most verbs."""


def predicates_kept(pair: Pair) -> Iterator[Doubt]:
    """A doubt at the subject of an English sentence without a verb whose Russian says what was done."""
    if len(pair.russian) != 1 or len(pair.english) != 1:
        return
    english = tokens(pair)
    if (doubt := _death_lost(pair, english)) is not None:
        yield doubt
        return
    told = _predicate(pair.russian[0])
    if told is None or _is_rendered(pair, english, told):
        return
    span = pair.english[0].span
    cut = Tokens(pair.text, span.start, span.end)
    last = next((key for key in reversed(cut.keys) if key.isalpha()), "")
    if _tells(pair, told, english, cut.keys) or last in words("telling-at-the-end"):
        return
    sure = _is_no_title(pair.words, told)
    if _says_otherwise(pair, cut, TITLE if sure else WHOLE):
        return
    if not sure and any(_may_act(pair, english, at) for at in range(1, len(english))):
        return
    idle = _idle(pair, cut, english) if sure else frozenset()
    clause = Clause(cut, word_lists(), headline=True)
    subject = _bare_subject(clause, idle)
    if subject is None and sure and _is_all_else(pair, english, told):
        subject = next((phrase for phrase in clause.phrases if phrase.kind is Kind.NOUN), None)
    if subject is not None:
        named = next(at for at in range(subject.start, subject.head + 1) if cut.keys[at] not in _ARTICLES)
        place = Span(cut.starts[named], cut.ends[subject.head])
        yield Doubt(RULE, place, (told.span,), f"The Russian says “{told.text.lower()}”.")


def _death_lost(pair: Pair, english: Sequence[Token]) -> Doubt | None:
    """A doubt where не стало of somebody is told as that there was none, or that they became nothing: there
    was no great actor."""
    keys = {token.key for token in english}
    if keys.isdisjoint(words("unlike-death")) or not keys.isdisjoint(words("like-death")):
        return None
    russian = pair.russian[0].words
    for at in range(1, len(russian)):
        if russian[at].text.lower() == "стало" and _is_death(russian, at) and _of_somebody(russian[at + 1 :]):
            place = next(token for token in english if token.key in words("unlike-death"))
            said = f"The Russian says {russian[at - 1].text.lower()} {russian[at].text}: somebody has died."
            return Doubt(RULE, place.span, (russian[at - 1].span, russian[at].span), said)
    return None


def _of_somebody(following: Sequence[Word]) -> bool:
    """Whether the first noun after a verb is a person in the genitive."""
    noun = next((word for word in following if word.pos in ("NOUN", "PNCT")), None)
    return noun is not None and "anim" in noun.grammemes and "gent" in cases(noun)


def _is_rendered(pair: Pair, english: Sequence[Token], told: Word) -> bool:
    """Whether an English word may be what became of the predicate, and renders no other word better: flags
    are флаги, and not приспущены."""
    others = [word for word in pair.words if word.span != told.span]
    if any(span.contains(told.span) for span in members(pair)[0]):
        return True
    return any(
        all(share_of(english[place], word) <= share_of(english[place], told) for word in others)
        for place in traces(english, told)
    )


def _tells(pair: Pair, told: Word, english: Sequence[Token], keys: Sequence[str]) -> bool:
    """Whether the English has a mark by which it does without a verb, and the Russian has not; or a word by
    which it says what happened, that renders none of the other Russian words."""
    if not words("telling-marks").isdisjoint(keys):
        return True
    if told.pos == "VERB" and not words("telling-deaths").isdisjoint(keys):
        return True
    dashes = words("telling-dashes")
    if sum(key in dashes for key in keys) > sum(word.text in dashes for word in pair.words):
        return True
    telling = words("telling-states") | (words("telling-nouns") if told.pos == "VERB" else frozenset())
    others = [word for word in pair.words if word.span != told.span]
    return any(token.key in telling and not any(renders(token, word) for word in others) for token in english)


def _idle(pair: Pair, cut: Tokens, english: Sequence[Token]) -> frozenset[int]:
    """The places of English words that render what is no predicate in the Russian: sailors killed, погибших;
    an operation to rescue, спасению; seven heads, руководителей."""
    places = {start: place for place, start in enumerate(cut.starts)}
    found = set()
    for before, token in zip((None, *english), english, strict=False):
        rendered = [word for word in pair.words if renders(token, word)]
        acts = any(word.pos in _PREDICATES for word in rendered)
        led = before is not None and before.key == "to"
        if token.span.start in places and not acts and any(_is_idle(word, led) for word in rendered):
            found.add(places[token.span.start])
    return frozenset(found)


def _is_idle(word: Word, led: bool) -> bool:
    """Whether a word is no predicate, nor may an English verb be made of it that is none after "to"."""
    own = cases(word)
    others = "gent" in own and "nomn" not in own
    return (word.pos == "PRTF" and "nomn" not in own) or (word.pos == "NOUN" and (led or others))


def _predicate(sentence: Sentence) -> Word | None:
    """The short participle or verb that alone is the predicate of the first clause, where a title that does
    without it says too little."""
    told: Word | None = None
    gone = denied = False
    for at, word in enumerate(sentence.words):
        if word.pos == "PNCT":
            break
        if word.pos in ("VERB", "PRTS"):
            if told is not None:
                return None
            told, gone = word, _is_death(sentence.words, at)
            denied = at > 0 and sentence.words[at - 1].lemma == "не"
    if told is None or gone:
        return told
    if told.pos == "PRTS":
        return told if told.lemma not in words("told-by-a-title") else None
    if told.lemma in words("told-by-no-title"):
        return told
    sure = is_known(told.text) and not cases(told) and (told.text.islower() or told is sentence.words[0])
    return told if sure and not denied and told.lemma not in words("verbs-of-titles") else None


def _is_death(russian: Sequence[Word], at: int) -> bool:
    """Whether a verb says that somebody died: не стало, ушёл из жизни."""
    texts = [word.text.lower() for word in russian]
    if texts[at] == "стало":
        return texts[at - 1 : at] == ["не"]
    return russian[at].lemma == "уйти" and "жизни" in (*texts[at + 2 : at + 3], *texts[max(0, at - 1) : at])


def _is_no_title(russian: Sequence[Word], told: Word) -> bool:
    """Whether no title without a verb tells of a predicate, unless it says so in other words."""
    if told.pos != "VERB" or told.lemma in words("told-by-no-title"):
        return True
    return _is_death(russian, russian.index(told))


def _may_act(pair: Pair, english: Sequence[Token], at: int) -> bool:
    """Whether a word of the English may be its verb: finite, or after "to", and no rendering of a Russian
    participle or of a noun in the plural: heads, руководители."""
    token = english[at]
    if not token.text.islower() or any(other.key in words("relating") for other in english[:at]):
        return False
    if english[at - 1].key == "to" and is_verb(token.key):
        return True
    return _is_verb(pair, token, "VBD", "VBZ")


def _is_all_else(pair: Pair, english: Sequence[Token], told: Word) -> bool:
    """Whether each English word has its Russian other than the predicate, and none of its first clause may be
    a verb but those that render one of another Russian clause."""
    if traces(english, told) or counterparts(pair).strange or says_more(pair):
        return False
    end = next((at for at, word in enumerate(pair.words) if word.pos == "PNCT"), len(pair.words))
    if [word.text for word in pair.words[end : end + 1]] == [":"]:
        return False
    others = [word for word in pair.words[end:] if word.pos in _PREDICATES]
    first = next((at for at, token in enumerate(english) if token.key in words("relating")), len(english))
    for before, token in itertools.pairwise(english[:first]):
        acts = _is_verb(pair, token, "VBD", "VBZ", "VBN") or token.key in words("helping-verbs")
        acts = acts or (before.key == "to" and is_verb(token.key))
        if acts and not any(renders(token, word) for word in others):
            return False
    return True


def _is_verb(pair: Pair, token: Token, *tags: str) -> bool:
    """Whether a word may be a form of a verb, and renders no Russian participle nor a noun in the plural."""
    if not verbs_of(token.key, *tags) and token.key not in words("same-past"):
        return False
    rendered = [word for word in pair.words if renders(token, word)]
    many = token.key.endswith("s")
    return not any(
        word.pos == "PRTF" or (many and word.pos == "NOUN" and _is_plural(word)) for word in rendered
    )


def _is_plural(noun: Word) -> bool:
    return any(number == "plur" for _, number in forms(noun.text))


def _says_otherwise(pair: Pair, title: Tokens, least: float) -> bool:
    """Whether words that the Russian lacks may be what became of the verb: свобода, freedom for sailors. What
    goes on with a relative clause is no title."""
    share = share_covered(counterparts(pair).english or ((tokens(pair)[0], True),))
    return share <= least and not words("relating").intersection(title.keys)


def _may_tell(clause: Clause, at: int) -> bool:
    """Whether a word may be a verb after all: farmers clash, a court acquits, the fire spread."""
    before = clause.keys[at - 1]
    many = before.endswith("s") or before in words("many")
    told = bool(verbs_of(clause.keys[at], "VBZ")) and not is_noun(clause.keys[at])
    return told or clause.keys[at] in words("same-past") or (many and "B" in clause.letters(at))


def _bare_subject(clause: Clause, idle: Set[int]) -> Phrase | None:
    """The first noun phrase of a sentence that has no verb outside relative clauses, those at places that
    are `idle` not counted."""
    if clause.is_titled() or clause.kind(0) not in (Kind.NOUN, Kind.PREP, Kind.TIME):
        return None
    verbs = [
        phrase
        for phrase in clause.phrases
        if phrase.kind is Kind.VERB and phrase.form != "G" and phrase.head not in idle
    ]
    relative = next(
        (at for at in range(len(clause.keys)) if clause.among(at, "relative-pronoun")), len(clause.keys)
    )
    if verbs and (verbs[0].start < relative or len(verbs) > 1):
        return None
    others = [at for at in range(1, relative) if at not in idle]
    if any("Z" in clause.letters(at) for at in others):
        return None  # "Norway sets a record": it may be a verb
    if any(_may_tell(clause, at) for at in others):
        return None
    return next((phrase for phrase in clause.phrases if phrase.kind is Kind.NOUN), None)
