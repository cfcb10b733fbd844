"""What Russian puts first: places, times and matters, as far as they can hold no subject."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tqcheck.clause.clause import Clause
from tqcheck.clause.lexicon import tags
from tqcheck.clause.phrases import Kind, Phrase, preposition
from tqcheck.rulebook.tokens import QUOTE

_FRONT = (Kind.PREP, Kind.TIME, Kind.ADVERB, Kind.COMMA)
_DASHES = frozenset(("–", "—", "-"))
_OPENING = _DASHES | {":", "that"}
_FEWEST = 4
"""Tokens of a clause within a sentence, at least."""
_LATER = frozenset(("in", "at", "on", "near", "under", "by", "after", "during"))
"""What may begin the front of a clause behind a comma."""
_WHOLE = frozenset((("all", "across"), ("all", "around"), ("all", "over"), ("both", "at"), ("both", "in")))
"""What stands before a place: "all over Russia", "both in Tver and in Omsk"."""
_NO_PLACE = frozenset(("about", "including", "more", "never", "only", "rarely", "seldom", "up"))
_NO_FRONTS = frozenset(
    (
        ("at", "least"),
        ("at", "most"),
        ("by", "contrast"),
        ("following", "these"),
        ("following", "this"),
        ("for", "example"),
        ("for", "instance"),
        ("for", "it"),
        ("in", "general"),
        ("in", "particular"),
        ("just", "about"),
        ("of", "course"),
        ("on", "average"),
        ("per", "se"),
    )
)
"""What counts a subject, is one, or stands before it as an adverb does."""
_HOUSES = frozenset(("congress", "house", "parliament", "senate"))
_ADJECTIVES = ("sky", "skiy", "skaya", "skoe", "skoye")
_PLACES = frozenset(("in", "at", "on", "near"))
_YEAR = re.compile("(1[0-9]|20)[0-9]{2}")
_MODERN = "1800"
_DATED = frozenset(("after", "before", "by", "from", "in", "since", "until"))
_ALONE = frozenset(("another", "each", "most", "one", "others", "some", "that", "these", "this", "those"))
"""What stands for a noun where an article follows."""


def later_clauses(clause: Clause) -> Iterator[int]:
    """The tokens at which a clause of its own may begin: behind a colon, a dash, "said that" with a front."""
    if clause.headline and (at := _after_last_comma(clause)):
        yield at
    if _OPENING.isdisjoint(clause.keys):
        return
    dashed = False
    for at, key in enumerate(clause.keys[1:-_FEWEST], 1):
        if key not in _OPENING or at in clause.tokens.joined:
            continue
        said = key != "that" or clause.among(at - 1, "saying-verbs")
        opens = clause.among(at + 1, "prep", "day", "time-lead") or key != "that"
        if said and opens and not (dashed and key in _DASHES):
            yield at + 1
        dashed = dashed or key in _DASHES  # "Primorye – a region of the east – last year broke a record"


def _after_last_comma(clause: Clause) -> int:
    """The token behind the last comma of a headline where a front may begin there, as in "the match is over,
    in Tver injured ten fans"; 0 where none may."""
    if "," not in clause.keys:
        return 0
    at = len(clause.keys) - clause.keys[::-1].index(",")
    long = len(clause.keys) - at >= _FEWEST and at > _FEWEST
    if not long or clause.key(at) not in _LATER:
        return 0
    return at if any(verb.start < at for _, verb in clause.verbs()) else 0


def after_front(clause: Clause) -> int:
    """The number of the first phrase after a front of places, times and matters; 0 where there is none."""
    n = int(tuple(clause.keys[:2]) in _WHOLE and clause.kind(1) is Kind.PREP)
    first = clause.kind(0) in _FRONT or _is_distance(clause, 0) if _may_be_front(clause) else False
    if not n and not (first and _is_adverbial(clause)):
        return 0
    while True:
        step = _front_step(clause, n)
        if not step:
            verb = clause.kind(n) is Kind.VERB
            return n if verb and "there" not in clause.keys[: clause.phrases[n].start] else 0
        n += step


def _may_be_front(clause: Clause) -> bool:
    """Whether a front may begin the sentence: to be asked before phrases are read."""
    first = clause.keys[0]
    if first == "to" and 2 in clause.tokens.joined:
        return False  # "To re-quote the minister"
    if first in _NO_PLACE or clause.is_counted(0) or tuple(clause.keys[:2]) in _NO_FRONTS:
        return False
    listed = preposition(clause, 0) or clause.among(0, "adverb", "day", "month", "time-lead")
    return bool(listed) or first[0].isdigit() or first.endswith("ly")


def _is_adverbial(clause: Clause) -> bool:
    """Whether a time that comes first can be no subject, as in "The third day brought medals" it is."""
    first = clause.phrases[0]
    if first.kind is not Kind.TIME or first.lead or clause.among(0, "day", "demonstrative"):
        return True
    if clause.keys[first.head] == "ago":
        return True
    lead = clause.phrases[1].lead if clause.kind(1) is Kind.PREP else ""
    dated = first.end > 1 and (clause.among(0, "month") or clause.among(first.head, "month"))
    return lead in (_PLACES if dated else ("before", "after"))


def _front_step(clause: Clause, n: int) -> int:
    """How many phrases from `n` on belong to the front."""
    kind = clause.kind(n)
    if kind is Kind.COMMA and (length := _relative_clause(clause, n)):
        return length
    if kind in _FRONT or _is_distance(clause, n):
        return 1
    if kind is None or n == 0:
        return 0
    phrase, before, after = clause.phrases[n], clause.kind(n - 1), clause.kind(n + 1)
    if before is Kind.PREP and after in (Kind.NOUN, Kind.PREP) and clause.is_and(n):
        return 2  # "in Russia and other countries"
    if kind is Kind.VERB and phrase.form == "T" and after is Kind.NOUN:
        if clause.among(clause.phrases[n + 1].start, "subject-pronoun"):
            return 0  # "in his haste to leave | he"
        return 2  # "to help the doctors"
    if kind is Kind.VERB and before is Kind.COMMA and after is Kind.PREP and phrase.form in ("D", "P", "G"):
        end = clause.skip(n + 1, Kind.PREP, Kind.TIME, Kind.ADVERB)
        return int(clause.kind(end) is Kind.COMMA)  # ", seized off the coast,"
    taken = kind is Kind.VERB and phrase.form in ("D", "P") and before is Kind.PREP and after is Kind.PREP
    if not taken:
        return 0
    verb = clause.skip(n + 1, Kind.PREP, Kind.TIME)
    followed = clause.kind(verb) is Kind.VERB and clause.phrases[verb].is_finite
    return 2 if followed or clause.phrases[n + 1].lead == "by" else 0  # "captured by", "liberated from"


def _is_distance(clause: Clause, n: int) -> bool:
    """ "30 kilometers | from the city"."""
    if clause.kind(n) is not Kind.NOUN or clause.kind(n + 1) is not Kind.PREP:
        return False
    return clause.among(clause.phrases[n].head, "distance") and clause.phrases[n + 1].lead == "from"


def _relative_clause(clause: Clause, n: int) -> int:
    """How many phrases ", which is held in Israel," has; 0 where none begins at the comma `n` and ends."""
    if not clause.among(clause.phrases[n].end, "relative-pronoun"):
        return 0
    end = n + 1
    while clause.kind(end) not in (None, Kind.COMMA):
        end += 1
    closed = clause.kind(end) is Kind.COMMA and any(verb.is_finite for verb in clause.phrases[n:end])
    return end + 1 - n if closed else 0


def holds_none(clause: Clause, n: int) -> bool:
    """Whether no phrase of the front can have the subject of the verb in it."""
    front = [phrase for at, phrase in enumerate(clause.phrases[:n]) if _is_led(clause, at)]
    timed = Kind.TIME in (clause.kind(0), clause.kind(1))
    return bool(front or timed) and all(holds_no_subject(clause, phrase) for phrase in front)


def _is_led(clause: Clause, n: int) -> bool:
    """Whether phrase `n` has a preposition, or shares that of another: "in Russia and | Siberia"."""
    if clause.kind(n) is not Kind.NOUN:
        return clause.kind(n) is Kind.PREP
    return clause.kind(n - 2) is Kind.PREP and clause.is_and(n - 1)


def is_place(clause: Clause, phrase: Phrase) -> bool:
    known = clause.among(phrase.head, "place", "place-noun")
    return phrase.lead in (*_PLACES, "of") and (known or clause.capital[phrase.head])


def holds_no_subject(clause: Clause, phrase: Phrase) -> bool:
    """Whether what follows the preposition is one noun phrase beyond doubt: "in Moscow police" is two."""
    words = clause.words
    places = list(range(phrase.start + len(phrase.lead.split()), phrase.end))
    keys = [clause.keys[at] for at in places]
    if len(keys) > 1 and _is_year_alone(clause, phrase, keys[0]):
        return False
    if "'s" in keys:
        owned = len(keys) - keys[::-1].index("'s")
        if QUOTE not in keys and _is_split_owner(clause, places[: owned - 1], places[owned:]):
            return False
        places = places[owned:]
    if len(keys) > 2 and keys[0] in _ALONE and clause.among(places[1], "article"):
        return False  # "on another | a widow"
    article = "'s" in keys or not words["det"].isdisjoint(keys[:1])
    if places and clause.among(places[0], "det"):
        if clause.keys[places[0]] in ("this", "that") and _may_follow_this(clause, phrase, places[1:]):
            return False
        places = places[1:]
    while len(places) > 1 and (_modifies(clause, places[0]) or clause.is_adverb(places[0])):
        places = places[1:]
    if len(places) > 2 and clause.among(places[-1], "epithet") and clause.keys[places[-2]] == "the":
        places = places[:-2]  # "Christ the Savior"
    places = [at for n, at in enumerate(places) if n == 0 or at not in clause.tokens.joined]  # "Ulan-Ude"
    keys = [clause.keys[at] for at in places]
    if not keys:
        return False
    if len(keys) > 1 and keys[0] in words["period"]:
        return False  # "at the end of the century astrology"
    capital = [clause.capital[at] or clause.keys[at].isdigit() for at in places]
    saint = keys[0] in words["saint"] and (capital[-1] or len(keys) == 2 or _is_place_noun(clause, keys[-1]))
    if QUOTE in keys and "and" in keys and not clause.headline:
        return False  # "in the League “Berg and his men”"
    if len(keys) <= 1 or QUOTE in keys or saint:
        return QUOTE not in keys or keys[-1] == QUOTE
    if keys[0] in words["linking"]:
        return False  # "in this way society", "in that case police"
    if capital[-1] and keys[-1] in words["body-noun"] and keys[0] not in words["place"]:
        return article or phrase.lead == "of"  # "in the Federation Council"
    if capital[-1] and not _HOUSES.isdisjoint(keys[:-1]):
        return False  # "at the White House Trump"
    if _is_of_a_kind(clause, places, article) or _is_someone_named(clause, places, article):
        return True
    if phrase.start == 0 and phrase.lead == "in" and _are_of_place(clause, places, phrase):
        return False
    if keys[-1] in words["gathering"] or _is_place_noun(clause, keys[-1]):
        figured = any(key[0].isdigit() for key in keys)  # "for the World Cup 2018 regional hospital"
        return not figured and words["given"].isdisjoint(keys if len(keys) > 2 else keys[1:])
    if not words["given"].isdisjoint(keys):
        return phrase.lead == "of" and all(capital) and words["given"].isdisjoint(keys[1:])
    actors = words["title"] | words["someone"]
    if all(capital) and keys[-1] in words["place"] and keys[0] not in words["place-first"]:
        return False
    if all(capital) and (_is_after_place(clause, places) or _is_after_acronym(clause, places)):
        return phrase.lead == "of"
    if all(capital):
        if article and not clause.headline and _ends_in_surname(clause, places):
            return False
        surname = len(keys) > 2 and not tags(keys[-1], guess=clause.headline) and tags(keys[-2])[:1] == "N"
        actor = surname or not actors.isdisjoint(keys)  # "the October Revolution Lenin"
        common = len(keys) > 2 and tags(keys[-1], guess=False)[:1] == "N"  # "of Omsk Siamese Cat"
        common = common and keys[-1] not in words["time"]
        return (
            (phrase.lead == "of" and (article or not common))
            or (article and not actor)
            or keys[0] in words["place-first"]
        )
    if len(keys) != 2:
        return False
    if keys[0] in words["named"] and capital[1]:
        return True
    single = phrase.number == "S" or (phrase.lead == "of" and not article)
    if not clause.headline and not tags(keys[1], guess=False):
        return False  # "with some engineering | camelpox could"
    return not any(capital) and single and keys[-1] not in actors


def _is_year_alone(clause: Clause, phrase: Phrase, key: str) -> bool:
    """Whether a year stands for itself: "in 1987 | storms"; in headlines behind a preposition of time."""
    dated = phrase.lead in _DATED or (not clause.headline and key >= _MODERN)
    return dated and _YEAR.fullmatch(key) is not None


def _may_follow_this(clause: Clause, phrase: Phrase, places: Sequence[int]) -> bool:
    """Whether what follows "this" may be the subject: "by this | Lenin meant", "to this | the sailors added",
    "because of this | options for the fleet"."""
    if phrase.lead == "because of" and not clause.headline:
        return True
    if phrase.number == "P":
        return bool(places) and not clause.headline
    return len(places) == 1 and (
        _is_someone(clause, places[0]) or (clause.capital[places[0]] and not clause.headline)
    )


def _ends_in_surname(clause: Clause, places: Sequence[int]) -> bool:
    """Whether a name of common words ends in one that is none: "of The Third Revolution | Hauksen"."""
    last, before = places[-1], places[-2]
    place = clause.among(last, "place", "toponym") or clause.among(before, "named", "kind", "title")
    return (
        not place
        and not tags(clause.keys[last], guess=False)
        and bool(tags(clause.keys[before], guess=False))
    )


def _is_split_owner(clause: Clause, owner: Sequence[int], owned: Sequence[int]) -> bool:
    """Whether the words before "'s" may be a place and whose the subject is: "in Oslo | Anna Berg's car", "in
    the Tver region | elk's antlers", unlike "in the Donetsk People's Republic"."""
    if owned and clause.capital[owned[0]] and _is_place_noun(clause, clause.keys[owned[0]]):
        return False
    owner = [at for at in owner if not clause.among(at, "det")]
    if len(owner) < 2 or clause.among(owner[0], "given", "place-first", "title", "rank"):
        return False
    last = clause.keys[owner[-1]]
    if len(owner) > 2 and all(clause.capital[at] for at in owner) and not clause.headline:
        known = [bool(tags(clause.keys[at], guess=False)) for at in owner[-3:]]
        if known == [True, False, False]:
            return True  # "during the Revolution | Anselm Berg's house"
    if any(clause.among(at, "given") and clause.capital[at] for at in owner[1:-1]):
        return True
    if _is_place_noun(clause, last) or clause.among(owner[-1], "place", "toponym", "area-noun"):
        return False
    return clause.among(owner[0], "place") or any(_is_place_noun(clause, clause.keys[at]) for at in owner)


def _are_of_place(clause: Clause, places: Sequence[int], phrase: Phrase) -> bool:
    """Whether several places follow a name, and may be the subject: "In Scotland | schools"."""
    named = len(places) == 2 and clause.among(places[0], "place")
    return named and phrase.number == "P" and not clause.capital[places[1]]


def _is_after_place(clause: Clause, places: Sequence[int]) -> bool:
    """Whether the last of several names follows a place and names none: "in Los Angeles | Oscars"."""
    if len(places) < 3:
        return False
    last, before = places[-1], places[-2]
    if _is_place_noun(clause, clause.keys[last]) or clause.among(last, "place", "area-noun", "toponym"):
        return False
    if clause.among(places[0], "named", "kind"):
        return False
    return clause.among(before, "place") or (
        clause.is_plural(last) and clause.among(places[0], "place-first")
    )


def _is_after_acronym(clause: Clause, places: Sequence[int]) -> bool:
    """Whether one name follows an acronym, and may be the subject: "in the TUC Smith", "in the GUI Vim"."""
    return len(places) == 2 and _is_acronym(clause, places[0])


def _is_of_a_kind(clause: Clause, places: Sequence[int], article: bool) -> bool:
    """Whether it is a name and what bears it, or a compound: "Poklonnaya Hill", "the Kolka glacier", "the
    missile forces", "the Prime Minister", none of which can be a place and a subject."""
    first, last = clause.keys[places[0]], clause.keys[places[-1]]
    if article and len(places) == 2 and _is_acronym(clause, places[0]):
        return not clause.capital[places[-1]] and not _is_someone(clause, places[-1])
    if clause.capital[places[-1]] and last in clause.words["toponym"]:
        return True
    if len(places) == 2 and first in clause.words["rank"]:
        return article and last in clause.words["title"]
    if len(places) < 4 and clause.capital[places[-1]] and clause.among(places[-2], "named"):
        return len(places) == 2 or clause.capital[places[0]]  # "the Omsk village Ivanovka"
    if len(places) == 2 and first in clause.words["compounding"]:
        return True
    if clause.capital[places[0]] and not any(clause.keys[at][0].isdigit() for at in places):
        return last in clause.words["kind"] and (article or first.endswith(_ADJECTIVES))
    return False


def _is_someone_named(clause: Clause, places: Sequence[int], article: bool) -> bool:
    """Whether it is one person by name: "Boris Petrov", "Prime Minister Boris Petrov"."""
    words = clause.words
    name = list(places)
    while len(name) > 1 and clause.among(name[0], "title", "rank"):
        name.pop(0)
    if len(name) > 2 or not all(clause.capital[at] for at in name):
        return False
    if not clause.among(name[0], "given") or any(clause.among(at, "given", "title") for at in name[1:]):
        return False
    if len(name) < len(places):
        return not article
    return len(name) == 2 and clause.keys[name[0]] not in words["place"]


def _is_acronym(clause: Clause, at: int) -> bool:
    """Whether a word is an acronym of no country: "the APU drone", unlike "the US police"."""
    word = clause.tokens.words[at]
    return 2 < len(word) < 6 and word.isupper() and not clause.among(at, "place")


def _is_someone(clause: Clause, at: int) -> bool:
    """Whether a name is no word that a pronoun may stand before."""
    return (
        clause.capital[at] and not clause.among(at, "day", "month") and not tags(clause.keys[at], guess=False)
    )


def _is_place_noun(clause: Clause, key: str) -> bool:
    kinds = clause.words["place-noun"] | clause.words["region-noun"]
    return key in kinds or key.removesuffix("s") in kinds


def _modifies(clause: Clause, at: int) -> bool:
    """Whether a word before a noun is an adjective or a number."""
    key = clause.keys[at]
    if clause.among(at, "period"):
        return False  # "at nighttime planes fly"
    if key[0].isdigit() or clause.is_nation(at) or clause.among(at, "numeral", "direction", "adjective"):
        return True
    return not clause.capital[at] and tags(key)[:1] in ("J", "T", "C", "P", "D")
