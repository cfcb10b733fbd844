"""Words whose meaning the English must hold: hedges, exceptions, modality (data/kept.yaml)."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from tqcheck.bilingual.cues import Hit
from tqcheck.bilingual.detectors.amounts import degrees
from tqcheck.bilingual.english import (
    Token,
    is_adverb,
    is_of_another,
    is_surely_past,
    near,
    renders,
    renders_lemma,
    share_of,
    tokens,
    traces,
    verbs_of,
)
from tqcheck.bilingual.pair import Doubt, Pair
from tqcheck.bilingual.renderings.complements import complement
from tqcheck.bilingual.renderings.denial import standing, stripped
from tqcheck.bilingual.russian import Word
from tqcheck.bilingual.tables.kept import kept
from tqcheck.bilingual.wordlists import words
from tqcheck.model import Span

BEFORE, AFTER = 8, 5
"""Words before and after what a Russian cue governs among which its answer is looked for."""

FURTHER, DEGREE = "number.further-lost", degrees.RULE

_GOVERNING = frozenset({"VERB", "ADJS", "PRTS"})
"""Parts of speech that govern an infinitive."""

GOVERNED = 2
"""Words of content after a cue, up to a mark, that it is taken to govern."""


def words_kept(pair: Pair) -> Iterator[Doubt]:
    """A doubt for each group of which the Russian has a word and the English none; for rules that want it
    near, none beside the words that the Russian one governs, and fewer renderings of it than the Russian has
    words of the group."""
    table = kept()
    russian = list(table.russian.russian(pair.russian))
    if russian:
        idle = list(table.idle.russian(pair.russian))
        whole = [hit for hit in russian if any(_is_all_of(hit, one) for one in idle)]
        russian = [*standing(russian, idle), *whole]
    if not russian:
        return
    english = tokens(pair)
    answers: dict[str, list[Hit]] = {}
    for hit in table.english.english(english):
        answers.setdefault(hit.value, []).append(hit)
    behind = {hit.span for hit in table.by_prefix.russian(pair.russian)}
    prefixed = [Hit("", token.span, k, k) for k, token in enumerate(english) if behind and stripped(token)]
    told: list[Hit] = []
    for hit in sorted(russian, key=lambda hit: (hit.first, -hit.last)):
        rule, own = table.rules[int(hit.value)], answers.get(hit.value, [])
        if any(hit.value == other.value or hit.first <= other.last for other in told):
            continue
        if rule == DEGREE and degrees.tells(pair, hit.span):
            continue
        if hit.span in behind:
            own = [*own, *prefixed, *_in_a_word(pair.words[hit.first], english)]
        own = [answer for answer in own if not _says_that_it_was(pair.words, english, hit, answer)]
        times = sum(other.value == hit.value for other in russian)
        lost = _has_no_answer(pair, hit, own, times) if rule in table.near else not own
        if lost and not _is_told_otherwise(pair, hit, rule):
            told.append(hit)
            yield pair.doubt(rule, _place(pair, english, hit), hit.span)


def _in_a_word(word: Word, english: Sequence[Token]) -> list[Hit]:
    """The English adverbs that render one that denies by its prefix: беспрепятственно, freely."""
    if word.pos != "ADVB":
        return []
    said = ((k, token) for k, token in enumerate(english) if is_adverb(token.key) and renders(token, word))
    return [Hit("", token.span, k, k) for k, token in said]


def _is_all_of(hit: Hit, idle: Hit) -> bool:
    """Whether a cue is all of an idle phrase, or more, and so stands: вроде бы."""
    return hit.first <= idle.first and idle.last <= hit.last


def _says_that_it_was(russian: Sequence[Word], english: Sequence[Token], hit: Hit, answer: Hit) -> bool:
    """Whether an answer says that what nearly was has been (едва не проиграл, narrowly lost), or names only
    the one of whom something is said (якобы передал, the accused gave)."""
    token = english[answer.first]
    if russian[hit.first].lemma in words("said-to-be"):
        people = [word for word in russian if not word.lemmas.isdisjoint(words("said-of"))]
        return any(renders_lemma(token, lemma) for word in people for lemma in word.lemmas)
    if russian[hit.last].lemma != "не" or token.key not in words("only-just"):
        return False
    after = (other for other in english[answer.last + 1 :] if other.key not in words("passive"))
    verb, act = next(after, None), next(iter(russian[hit.last + 1 : hit.last + 2]), None)
    return verb is not None and act is not None and renders(verb, act)


def _has_no_answer(pair: Pair, hit: Hit, answers: Sequence[Hit], times: int) -> bool:
    """Whether no answer stands near what a cue governs that the Russian has so many `times`."""
    russian, english = pair.words, tokens(pair)
    if russian[hit.first].lemma == "мочь":
        answers = [answer for answer in answers if not _is_of_the_act(russian, english[answer.first], hit)]
    direct = sum(renders(english[answer.first], russian[hit.last]) for answer in answers)
    return direct < times and _elsewhere(russian, english, hit, answers)


def _is_of_the_act(russian: Sequence[Word], token: Token, hit: Hit) -> bool:
    """Whether an English word renders one of the words beside "may", and not that: the face of может
    столкнуться, the without of может остаться без."""
    own = russian[hit.first]
    if token.key in words("active"):
        return False
    others = [word for word in russian if word.span != own.span and renders(token, word)]
    return not renders(token, own) and is_of_another(token, own, others)


def _is_told_otherwise(pair: Pair, hit: Hit, rule: str) -> bool:
    """Whether the English may do without an answer to a cue."""
    russian, english, table = pair.words, tokens(pair), kept()
    if russian[hit.last].lemma == "без" and any(token.key.endswith("less") for token in english):
        return True  # fingerless
    if russian[hit.first].lemma in words("no-more") and complement(pair):
        return True
    if rule == FURTHER and _goes_on(russian, hit):
        return True
    wanted = table.wanting.get(rule)
    return wanted is not None and (_names_a_chief(russian, hit) or not any(wanted.english(english)))


def _place(pair: Pair, english: Sequence[Token], hit: Hit) -> Span:
    """Where a lost word is missed: at the verb that renders the infinitive after it, as if that were done, or
    the only one that renders nothing known; else at the words nearest to where it should stand."""
    russian = pair.words
    governed = _governed(russian, hit) if russian[hit.last].pos in _GOVERNING else ()
    if not governed:
        return near(pair, hit.span)
    shares = [(share_of(english[k], word), -k) for word in governed for k in traces(english, word)]
    shares = [(share, k) for share, k in shares if english[-k].key not in words("passive")] or shares
    if shares:
        return english[-max(shares)[1]].span
    free = [token for token in english if not any(renders(token, word) for word in russian)]
    told = [token for token in free if token.key in words("will")]
    told = told or [token for token in free if _may_be_told(token.key)]
    return told[0].span if len(told) == 1 else near(pair, hit.span)


def _may_be_told(word: str) -> bool:
    return bool(verbs_of(word, "VBD", "VBN", "VBZ")) or word in words("same-past")


def _goes_on(russian: Sequence[Word], hit: Hit) -> bool:
    """Whether a count goes on within a sentence: двое погибли, ещё трое ранены, "two were killed and three
    injured"."""
    before = russian[hit.first - 1 : hit.first]
    return any(word.pos == "PNCT" or word.lemma in words("listing") for word in before)


def _names_a_chief(russian: Sequence[Word], hit: Hit) -> bool:
    """Whether the Russian names a chief beside the one for whom somebody stands: вице-премьер и министр."""
    others = (*russian[: hit.first], *russian[hit.last + 1 + GOVERNED :])
    return any(word.lemma in words("chiefs") for word in others)


def _elsewhere(russian: Sequence[Word], english: Sequence[Token], hit: Hit, answers: Sequence[Hit]) -> bool:
    """Whether no answer stands near the English of what a cue governs.

    A noun (подозрение) is rendered anywhere, and so is what governs nothing that is found. An infinitive of
    what is governed is a headline's future: собирается ввести, to introduce.
    """
    places = _places(russian, english, hit)
    if russian[hit.last].pos == "NOUN":
        return not answers
    if russian[hit.last].lemma in words("announced") and not any(_is_done(english, k) for k in places):
        return False
    if not places:
        return all(_renders_a_noun(russian, english[answer.first]) for answer in answers)
    acts = russian[hit.last].pos != "PREP"
    is_to = acts and any(english[place - 1].key == "to" for place in places if place)
    if russian[hit.first].lemma in words("excluding"):
        answers = [
            a for a in answers if a.last > a.first or not _renders_another(russian, english[a.first], hit)
        ]
    near_ = any(-BEFORE <= answer.first - place <= AFTER for place in places for answer in answers)
    return not near_ and (bool(answers) or not is_to)


def _is_done(english: Sequence[Token], place: int) -> bool:
    """Whether a verb tells of what has happened: "France withdraws" is what it has decided."""
    before = {token.key for token in english[max(0, place - GOVERNED) : place]}
    perfect = bool(verbs_of(english[place].key, "VBN")) and not before.isdisjoint(words("having"))
    return perfect or is_surely_past(english[place].key)


def _renders_a_noun(russian: Sequence[Word], token: Token) -> bool:
    """Whether an English word renders a Russian noun, and so no adverb: электоральные возможности, electoral
    possibilities."""
    return any(word.pos == "NOUN" and renders(token, word) for word in russian)


def _renders_another(russian: Sequence[Word], token: Token, hit: Hit) -> bool:
    """Whether an English word renders a Russian one that belongs to no cue, nor is governed by a preposition
    that is one: невозможен без участия, impossible; только малый бизнес, small. What is governed counts as
    another (без лишних справок, unnecessary; без потерь, losses), but not where the word says that there is
    none (без сознания, unconscious)."""
    governed = _governed(russian, hit) if russian[hit.last].pos == "PREP" and stripped(token) else ()
    governed = [word for word in governed if word.pos != "ADJF"]
    own = {word.span for word in (*russian[hit.first : hit.last + 1], *governed)}
    return any(renders(token, word) for word in russian if word.span not in own)


def _places(russian: Sequence[Word], english: Sequence[Token], hit: Hit) -> list[int]:
    """Where the English has what a cue governs."""
    return [k for word in _governed(russian, hit) for k in traces(english, word)]


def _governed(russian: Sequence[Word], hit: Hit) -> list[Word]:
    """Of a verb or short adjective its infinitive, which may stand before (пообщаться могут); of other cues
    the next words of content. Neither across a mark."""
    after, before = _clause(russian[hit.last + 1 :]), _clause(russian[: hit.first][::-1])
    if russian[hit.last].pos in _GOVERNING:
        infinitives = (word for word in (*after, *before) if word.pos == "INFN" and word.lemma != "быть")
        return list(itertools.islice(infinitives, 1))
    telling = (word for word in after if len(word.text) > 2 and word.lemma not in words("auxiliaries"))
    return list(itertools.islice(telling, GOVERNED))


def _clause(following: Sequence[Word]) -> list[Word]:
    """Words up to a mark."""
    return list(itertools.takewhile(lambda word: word.pos != "PNCT", following))
