"""Pronouns whose gender nothing in the Russian bears out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqcheck.bilingual.detectors.pronouns.beside_pronouns import pronouns_beside
from tqcheck.bilingual.detectors.pronouns.her_clause import own_of_her
from tqcheck.bilingual.detectors.pronouns.her_own import her_own
from tqcheck.bilingual.detectors.pronouns.whose_pronoun import pronouns_turned
from tqcheck.bilingual.english import Token, tokens
from tqcheck.bilingual.pair import Doubt, Pair, around
from tqcheck.bilingual.russian import Word, analysed_names, is_first_name
from tqcheck.bilingual.tables.persons import persons
from tqcheck.bilingual.wordlists import words
from tqcheck.model import Span

_OTHER = {"masculine": "feminine", "feminine": "masculine"}
_GRAMMEME = {"masculine": "masc", "feminine": "femn"}


def genders(pair: Pair) -> Iterator[Doubt]:
    """A doubt where all English pronouns are of one gender, and all persons of the Russian of the other."""
    table = persons()
    english = tokens(pair)
    if doubt := _opening(pair, english) or her_own(pair, english) or own_of_her(pair, english):
        yield doubt
        return
    if turned := list(pronouns_turned(pair, english)):
        yield from turned
        return
    if beside := list(pronouns_beside(pair, english)):
        yield from beside
        return
    found: dict[str, list[Token]] = {
        gender: [token for token in english if token.key in table.english[gender]] for gender in _OTHER
    }
    for gender, other in _OTHER.items():
        if not found[gender] or found[other]:
            continue
        russian = pair.words
        if gender == "feminine" and any(word.lemma in words("called-she") for word in around(pair).words):
            continue
        borne_out = any(_tells(word, gender) for word in russian)
        against = [word for word in russian if word.text.lower() in table.russian[other]]
        persons_ = [word for word in russian if _is_person(word, other)]
        if not borne_out and against and (persons_ or gender == "feminine" or _speaks(pair, against[0])):
            sources: tuple[Span, ...] = tuple(word.span for word in against[:1])
            yield Doubt("pronoun.gender", found[gender][0].span, sources)
        elif not borne_out and not against and (named := _named(pair, gender, other)):
            yield Doubt("pronoun.gender", found[gender][0].span, (named.span,))


def _named(pair: Pair, gender: str, other: str) -> Word | None:
    """Who is called by a first name that is of one gender alone and does something, where neither the
    sentence nor what stands around it has anybody of the other gender."""
    near = around(pair).words
    if any(word.text.lower() in persons().russian[gender] or _is_person(word, gender) for word in near):
        return None
    acts = any(word.pos == "VERB" and {_GRAMMEME[other], "sing"} <= word.grammemes for word in pair.words)
    named = [word for word in pair.words if acts and word.text[0].isupper() and is_first_name(word.text)]
    return named[0] if named and all(_only(word, other) for word in named) else None


def _only(word: Word, gender: str) -> bool:
    """Whether a first name in the nominative is of a gender, and of no other."""
    found = [analysed for analysed in analysed_names(word.text) if analysed[0] == "Name"]
    return {kind for _, kind, _ in found} == {_GRAMMEME[gender]} and any(case == "nomn" for *_, case in found)


def _opening(pair: Pair, english: Sequence[Token]) -> Doubt | None:
    """A pronoun that begins both sides, and is not the same."""
    first = next((word for word in pair.words if word.pos != "PNCT"), None)
    answer = next((token for token in english if token.is_word), None)
    if first is None or answer is None:
        return None
    mine, theirs = persons().opening.get(first.text.lower()), persons().opening_english
    if mine is None or answer.key not in theirs or answer.key in mine:
        return None
    return pair.doubt("pronoun.gender", answer.span, first.span)


def _speaks(pair: Pair, pronoun: Word) -> bool:
    """Whether a pronoun is somebody's who speaks: по её словам."""
    after = [word for word in pair.words if word.span.start > pronoun.span.end][:1]
    return any(word.lemma in words("spoken") for word in after)


def _tells(word: Word, gender: str) -> bool:
    """Whether a Russian word may speak of a person of a gender."""
    if word.text.lower() in persons().russian[gender] or _is_person(word, gender):
        return True
    return word.pos in ("VERB", "PRTS", "ADJS", "PRTF") and _GRAMMEME[gender] in word.grammemes


def _is_person(word: Word, gender: str) -> bool:
    return "anim" in word.grammemes and not word.grammemes.isdisjoint({_GRAMMEME[gender], "ms-f", "GNdr"})
