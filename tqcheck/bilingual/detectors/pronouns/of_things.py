"""A person's pronoun where the Russian has spoken of nobody: партия и её кандидат, "her candidate"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqcheck.bilingual.english import Token, tokens
from tqcheck.bilingual.pair import Doubt, Pair
from tqcheck.bilingual.russian import Word, sentence
from tqcheck.bilingual.sentence.nouns import cases
from tqcheck.bilingual.tables.measures import is_of_time, russian_unit
from tqcheck.bilingual.tables.persons import persons
from tqcheck.bilingual.wordlists import words
from tqcheck.model import Span

RULE = "pronoun.of-thing"
NEAR = 3

_SUBJECTS = frozenset({"он", "она"})
_GENDERS = {"masculine": ("masc", "neut"), "feminine": ("femn",)}


def things_kept(pair: Pair) -> Iterator[Doubt]:
    """A doubt at the first pronoun of a person, where there is none up to there, and a thing of which the
    Russian one may speak."""
    if len(pair.russian) != 1:
        return
    english = tokens(pair)
    for gender in ("feminine",):  # of "he" a text tells too often whom it has named before
        if doubt := _of_gender(pair, english, gender):
            yield doubt
            return


def _of_gender(pair: Pair, english: Sequence[Token], gender: str) -> Doubt | None:
    table = persons()
    told = [token for token in english if token.key in table.english[gender]]
    if not told or (
        gender == "masculine" and any(token.key in table.english["feminine"] for token in english)
    ):
        return None
    russian, forms = pair.russian[0].words, table.russian[gender]
    at = next((k for k, word in enumerate(russian) if word.text.lower() in forms), None)
    if at is None or not _stands_for_thing(russian, at, gender):
        return None
    if (russian[at].text.lower() in _SUBJECTS) != (told[0].key in words("subject-pronouns")):
        return None
    start = pair.russian[0].span.start
    before = sentence(pair.source, Span(0, start)).words if start else ()
    if any(_is_named(russian, k) for k in range(at, len(russian))):
        return None
    if any(_may_be_person(own, k, gender) for own in (russian[:at], before) for k in range(len(own))):
        return None
    return pair.doubt(RULE, told[0].span, russian[at].span)


def _stands_for_thing(russian: Sequence[Word], at: int, gender: str) -> bool:
    """Whether a pronoun of a gender follows a thing of the same, and tells not who speaks: по её словам."""
    if any(word.lemma in words("spoken") for word in russian[at + 1 : at + 2]):
        return False
    marks = (k for k, word in enumerate(russian[:at]) if word.pos == "PNCT")
    before = russian[: max(marks, default=0)]  # no pronoun stands in one clause with what it stands for
    return any(_is_thing(before, k, gender) for k in range(len(before)))


def _is_thing(russian: Sequence[Word], at: int, gender: str) -> bool:
    """Whether a word is a thing of a gender, and no place nor time at which something is: в этом году."""
    word = russian[at]
    if (
        word.pos != "NOUN"
        or not {"inan", "sing"} <= word.grammemes
        or word.grammemes.isdisjoint(_GENDERS[gender])
    ):
        return False
    if is_of_time(russian_unit(word.text.lower())) or word.lemma in words("spoken-of-as-persons"):
        return False
    return bool(cases(word) - {"loct", "loc2"})


def _may_be_person(russian: Sequence[Word], at: int, gender: str) -> bool:
    """Whether a word may be one person of a gender, or an animal or a ship that English speaks of so."""
    word = russian[at]
    if word.lemma in words("called-she") | words("spoken-of-as-persons") or _is_named(russian, at):
        return True
    if word.pos == "NOUN" and ("anim" in word.grammemes or "-" in word.text):
        return "plur" not in word.grammemes
    if word.pos in ("ADJF", "PRTF") and not word.grammemes.isdisjoint(_GENDERS[gender]):
        return not any(other.pos in ("NOUN", "LATN", "NUMB") for other in russian[at + 1 : at + 1 + NEAR])
    return False


def _is_named(russian: Sequence[Word], at: int) -> bool:
    """Whether a word may be somebody's name."""
    word = russian[at]
    if not word.text[0].isupper() or word.text.isupper() or not at or russian[at - 1].text in '«"“':
        return False
    if word.pos == "LATN":
        return True
    if word.pos == "ADJF":
        return not any(other.pos == "NOUN" for other in russian[at + 1 : at + 2])
    return word.pos == "NOUN" and "Geox" not in word.grammemes
