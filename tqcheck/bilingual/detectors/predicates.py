"""What happened, lost: Установлена личность стрелка, "The identity of the gunman".

Russian news likes a short participle or a verb at the front; a machine takes it for an adjective and drops
it, or misses it, and what is left is a title without news. An English title may do without a verb where the
Russian only says that there is something (опубликован доклад, подведены итоги); see told-by-a-title. It may
do without most verbs that are no participles (победил, victory for), but not those of an end, a ban, a death.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from tqcheck.bilingual.counterparts import counterparts, share_covered
from tqcheck.bilingual.english import Token, is_noun, renders, tokens, traces, verbs_of
from tqcheck.bilingual.nouns import cases
from tqcheck.bilingual.pair import Doubt, Pair
from tqcheck.bilingual.russian import Sentence, Word
from tqcheck.bilingual.wordlists import words
from tqcheck.clause.clause import Clause
from tqcheck.clause.line import word_lists
from tqcheck.clause.phrases import Kind, Phrase
from tqcheck.model import Span
from tqcheck.rulebook.tokens import Tokens

RULE = "omission.predicate"
_PREDICATES = frozenset({"VERB", "PRTS", "INFN"})

TITLE = 0.75
"""Of the English words the share with Russian ones up to which a title says in its own way what was done."""


def predicates_kept(pair: Pair) -> Iterator[Doubt]:
    """A doubt at the subject of an English sentence without a verb whose Russian says what was done."""
    if len(pair.russian) != 1 or len(pair.english) != 1:
        return
    told = _predicate(pair.russian[0])
    english = tokens(pair)
    if told is None or traces(english, told):
        return
    span = pair.english[0].span
    cut = Tokens(pair.text, span.start, span.end)
    last = next((key for key in reversed(cut.keys) if key.isalpha()), "")
    if _tells(pair, told, english, cut.keys) or last in words("telling-at-the-end"):
        return
    if _says_otherwise(pair, cut):
        return
    subject = _bare_subject(Clause(cut, word_lists(), headline=True), _idle(pair, cut, english))
    if subject is not None:
        place = Span(cut.starts[subject.head], cut.ends[subject.head])
        yield Doubt(RULE, place, (told.span,), f"The Russian says “{told.text.lower()}”.")


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
    """The short participle or verb that alone is the predicate of the first clause."""
    told: Word | None = None
    gone = False
    for at, word in enumerate(sentence.words):
        if word.pos == "PNCT":
            break
        if word.pos in ("VERB", "PRTS"):
            if told is not None:
                return None
            told, gone = word, _is_death(sentence.words, at)
    if told is None or gone:
        return told
    if told.pos == "VERB":
        return told if told.lemma in words("told-by-no-title") else None
    return told if told.lemma not in words("told-by-a-title") else None


def _is_death(russian: Sequence[Word], at: int) -> bool:
    """Whether a verb says that somebody died: не стало, ушёл из жизни."""
    texts = [word.text.lower() for word in russian]
    if texts[at] == "стало":
        return texts[at - 1 : at] == ["не"]
    return russian[at].lemma == "уйти" and "жизни" in (*texts[at + 2 : at + 3], *texts[max(0, at - 1) : at])


def _says_otherwise(pair: Pair, title: Tokens) -> bool:
    """Whether words that the Russian lacks may be what became of the verb: свобода, freedom for sailors. What
    goes on with a relative clause is no title."""
    share = share_covered(counterparts(pair).english or ((tokens(pair)[0], True),))
    return share <= TITLE and not words("relating").intersection(title.keys)


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
