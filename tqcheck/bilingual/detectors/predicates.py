"""What happened, lost: Установлена личность стрелка, "The identity of the gunman".

Russian news likes a short participle or a verb at the front; a machine takes it for an adjective and drops
it, or misses it, and what is left is a title without news. An English title may do without a verb where the
Russian only says that there is something (опубликован доклад, подведены итоги); see told-by-a-title. It may
do without most verbs that are no participles (победил, victory for), but not those of an end, a ban, a death.
"""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.bilingual.counterparts import counterparts, share_covered
from tqcheck.bilingual.english import is_noun, tokens, traces, verbs_of
from tqcheck.bilingual.pair import Doubt, Pair
from tqcheck.bilingual.russian import Sentence, Word
from tqcheck.bilingual.wordlists import words
from tqcheck.clause.clause import Clause
from tqcheck.clause.line import word_lists
from tqcheck.clause.phrases import Kind, Phrase
from tqcheck.model import Span
from tqcheck.rulebook.tokens import Tokens

RULE = "omission.predicate"

TITLE = 0.75
"""Of the English words the share with Russian ones up to which a title says in its own way what was done."""


def predicates_kept(pair: Pair) -> Iterator[Doubt]:
    """A doubt at the subject of an English sentence without a verb whose Russian says what was done."""
    if len(pair.russian) != 1 or len(pair.english) != 1:
        return
    told = _predicate(pair.russian[0])
    if told is None or traces(tokens(pair), told):
        return
    span = pair.english[0].span
    cut = Tokens(pair.text, span.start, span.end)
    telling = words("telling-marks") | words("telling-states")
    if told.pos == "VERB":
        telling |= words("telling-nouns")
    last = next((key for key in reversed(cut.keys) if key.isalpha()), "")
    if not telling.isdisjoint(cut.keys) or last in words("telling-at-the-end"):
        return
    if _says_otherwise(pair, cut):
        return
    subject = _bare_subject(Clause(cut, word_lists(), headline=True))
    if subject is not None:
        place = Span(cut.starts[subject.head], cut.ends[subject.head])
        yield Doubt(RULE, place, (told.span,), f"The Russian says “{told.text.lower()}”.")


def _predicate(sentence: Sentence) -> Word | None:
    """The short participle or verb that alone is the predicate of the first clause."""
    told: Word | None = None
    gone = False
    for before, word in zip(("", *(word.lemma for word in sentence.words)), sentence.words, strict=False):
        if word.pos == "PNCT":
            break
        if word.pos in ("VERB", "PRTS"):
            if told is not None:
                return None
            told, gone = word, before == "не" and word.text.lower() == "стало"
    if told is None or gone:
        return told
    if told.pos == "VERB":
        return told if told.lemma in words("told-by-no-title") else None
    return told if told.lemma not in words("told-by-a-title") else None


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


def _bare_subject(clause: Clause) -> Phrase | None:
    """The first noun phrase of a sentence that has no verb outside relative clauses."""
    if clause.is_titled() or clause.kind(0) not in (Kind.NOUN, Kind.PREP):
        return None
    verbs = [phrase for phrase in clause.phrases if phrase.kind is Kind.VERB and phrase.form != "G"]
    relative = next(
        (at for at in range(len(clause.keys)) if clause.among(at, "relative-pronoun")), len(clause.keys)
    )
    if verbs and (verbs[0].start < relative or len(verbs) > 1):
        return None
    if any("Z" in clause.letters(at) for at in range(1, relative)):
        return None  # "Norway sets a record": it may be a verb
    if any(_may_tell(clause, at) for at in range(1, relative)):
        return None
    return next((phrase for phrase in clause.phrases if phrase.kind is Kind.NOUN), None)
