"""A clause that the English lacks: a relative one, a participle with what belongs to it, or any other between
marks that has a verb of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqcheck.bilingual.english import near, tokens
from tqcheck.bilingual.evidence import Unit
from tqcheck.bilingual.pair import Doubt, Pair
from tqcheck.bilingual.renderings.counterparts import LETTERS, Counterparts, keys, tells
from tqcheck.bilingual.russian import Sentence, Word, normal
from tqcheck.bilingual.wordlists import words
from tqcheck.clause.reading.clause import Clause
from tqcheck.clause.reading.line import word_lists
from tqcheck.model import SegmentKind, Span
from tqcheck.rulebook.tokens import Tokens

RULE = "omission.clause"

LEAST, FREE = 1.5, 1.0
"""Weight of a clause, none of whose words is rendered, less that of each English word without a counterpart
that may render it, from which on it is lost."""

NEARLY = 0.7
"""Part of the share of an English word for one Russian word from which on it stands for another as well."""

LEAST_WORDS = 2
_ENDS = frozenset({",", ".", ";", ":", "!", "?", "—", "–", "-", "(", ")"})
_PREDICATES = frozenset({"VERB", "PRTS", "GRND", "PRTF"})


def clauses_lost(pair: Pair, both: Counterparts) -> Iterator[Doubt]:
    """A doubt for a clause each of whose words the English lacks, or has for another Russian word."""
    headline = all(segment.kind is SegmentKind.HEADLINE for segment in pair.english)
    if headline or len(pair.russian) > 1:
        return
    [(sentence, units)] = both.russian
    standing = [keys(token.text) for token in tokens(pair) if token.text[0].isalnum()]
    whole = _verbs(pair) >= _predicates(sentence.words)
    for start, end in _clauses(sentence, not whole):
        places = [at for at, (unit, _) in enumerate(units) if start <= unit.start < end]
        inside = [units[at][0] for at in places if units[at][0].end - units[at][0].start >= LETTERS]
        outside = [unit for unit, _ in units if not start <= unit.start < end]
        if len(inside) < LEAST_WORDS or any(_is_rendered(unit, outside, standing) for unit in inside):
            continue
        free = both.free_for(0, places[0], places[-1] + 1) + _short_and_strange(pair, units)
        if sum(tells(sentence, unit) for unit in inside) - FREE * free >= LEAST:
            place = Span(sentence.span.start + start, sentence.span.start + end)
            yield Doubt(RULE, near(pair, place), (place,))
            return


def _is_rendered(unit: Unit, others: Sequence[Unit], standing: Sequence[frozenset[str]]) -> bool:
    """Whether an English word stands for a Russian one, and better for none of the others, nor is all that
    one of them has; or more words do than others that they stand for as well."""
    shares = [(unit.share(word), [other.share(word) for other in others]) for word in standing]
    taken = [_only([other.share(word) for word in standing]) for other in others]
    own = [
        (share, theirs)
        for at, (share, theirs) in enumerate(shares)
        if share and share >= max(theirs, default=0.0) and not _is_taken(at, share, taken, theirs)
    ]
    rivals = max((sum(one >= share for one in theirs) for share, theirs in own), default=0)
    return len(own) > rivals


def _is_taken(at: int, share: float, taken: Sequence[int], theirs: Sequence[float]) -> bool:
    """Whether an English word is all that another Russian word has, which it stands for about as well."""
    return any(place == at and other >= NEARLY * share for place, other in zip(taken, theirs, strict=True))


def _only(shares: Sequence[float]) -> int:
    """The number of the only word that has a share, -1 for none or more of them."""
    found = [at for at, share in enumerate(shares) if share]
    return found[0] if len(found) == 1 else -1


def _short_and_strange(pair: Pair, units: Sequence[tuple[Unit, bool]]) -> int:
    """The number of short English words that say something and have no Russian: hit, won."""
    known = frozenset(key for unit, _ in units for key in unit.keys)
    return sum(
        token.is_word
        and len(token.text) < LETTERS
        and token.key not in words("saying-nothing")
        and known.isdisjoint(keys(token.text))
        for token in tokens(pair)
    )


def _verbs(pair: Pair) -> int:
    """The number of verb groups of the English."""
    spans = [segment.span for segment in pair.english]
    clauses = [
        Clause(Tokens(pair.text, span.start, span.end), word_lists(), headline=False) for span in spans
    ]
    return sum(1 for clause in clauses for _ in clause.verbs())


def _predicates(russian: Sequence[Word]) -> int:
    """The number of predicates of some Russian words: будет работать is one."""
    return sum(
        (word.pos in _PREDICATES and word.pos != "PRTF" and word.lemma != "быть")
        or word.text.lower() == "нет"
        for word in russian
    )


def _clauses(sentence: Sentence, short: bool) -> Iterator[tuple[int, int]]:
    """Where clauses between marks begin and end, as offsets in the sentence. `short`: the English has fewer
    verbs than the Russian."""
    first, begin = sentence.span.start, 0
    marks = [at for at, word in enumerate(sentence.words) if word.text in _ENDS]
    for at in (*marks, len(sentence.words)):
        clause = sentence.words[begin:at]
        belongs = begin > 0 and _opens(clause[:2])
        if clause and (belongs or (short and len(clause) < len(sentence.words) - 1 and _tells(clause))):
            yield clause[0].span.start - first, clause[-1].span.end - first
        begin = at + 1


def _opens(following: Sequence[Word]) -> bool:
    """Whether words open a relative clause, or are a participle: где, за который, разработанный."""
    if not following:
        return False
    if following[0].pos == "PREP":
        following = following[1:]
    word = following[0] if following else None
    return word is not None and (word.pos == "PRTF" or word.lemma in words("relating-russian"))


def _tells(clause: Sequence[Word]) -> bool:
    """Whether words between marks have a verb, or deny that there is something, and do not only name a
    source."""
    acts = any(word.pos in _PREDICATES or word.text.lower() == "нет" for word in clause)
    return acts and not any(normal(word.lemma) in words("naming-a-source") for word in clause)
