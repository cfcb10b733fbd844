"""Whether what a preposition leads is one thing, or a place and the subject behind it: "in Moscow police"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from tqcheck.clause.reading.clause import DOERS, Clause
from tqcheck.clause.reading.lexicon import tags
from tqcheck.clause.reading.phrases import Phrase
from tqcheck.rulebook.tokens import QUOTE
from tqcheck.typed import NamedTuple

_HOUSES = frozenset(("congress", "house", "parliament", "senate"))
_ADJECTIVES = ("sky", "skiy", "skaya", "skoe", "skoye")
_FEMININE = ("aya", "nye", "oye", "iye")
"""How an adjective ends that begins the name of a place: "Yasnaya Polyana", "Mineralnye Vody"."""
_CAPITALS = frozenset(("capital", "city"))
_ORDINALS = ("first", "second", "third", "th")
_STUFF = frozenset(("gas", "gold", "oil", "production", "traffic"))
"""What does things only in the news of the economy."""
_LEAGUES = frozenset(("cup", "league"))
_LONGEST_BODY = 3
_DESCRIBING = ("ic", "ist", "al", "an")
_FEASTS = frozenset(("christmas", "day", "eve"))
_YEAR = re.compile("(1[0-9]|20)[0-9]{2}")
_MODERN = "1800"
_DATED = frozenset(("after", "before", "by", "from", "in", "since", "until"))
_ALONE = frozenset(("another", "each", "most", "one", "others", "some", "that", "these", "this", "those"))
"""What stands for a noun where an article follows."""


class _Led(NamedTuple):
    """What a preposition leads, without its determiner, its adjectives and whose it is: the tokens, as keys,
    and which of them have a capital or are a number. `article`: something definite stood before."""

    phrase: Phrase
    places: Sequence[int]
    keys: Sequence[str]
    capital: Sequence[bool]
    article: bool


def holds_no_subject(clause: Clause, phrase: Phrase) -> bool:
    """Whether what follows the preposition is one noun phrase beyond doubt: "in Moscow police" is two."""
    led = _led(clause, phrase)
    if led is None:
        return False
    for judge in _JUDGES:
        verdict = judge(clause, led)
        if verdict is not None:
            return verdict
    return _is_pair(clause, led)


def _led(clause: Clause, phrase: Phrase) -> _Led | None:
    """What the preposition leads; None where that shows already that two things stand there, or nothing."""
    places: Sequence[int] = range(phrase.start + len(phrase.lead.split()), phrase.end)
    keys = [clause.keys[at] for at in places]
    if len(keys) > 1 and _is_year_alone(clause, phrase, keys[0]):
        return None
    if counted := clause.counted(places[0]) if places else 0:
        places = places[counted:]  # "in | more than | thirty countries"
        keys = keys[counted:]
    owned = len(keys) - keys[::-1].index("'s") if "'s" in keys else 0
    if owned:
        if QUOTE not in keys and _is_split_owner(clause, places[: owned - 1], places[owned:]):
            return None
        places = places[owned:]
    if len(keys) > 2 and keys[0] in _ALONE and clause.among(places[1], "article"):
        return None  # "on another | a widow"
    article = bool(owned) or not clause.words["det"].isdisjoint(keys[:1])
    if places and clause.among(places[0], "det"):
        if clause.keys[places[0]] in ("this", "that") and _may_follow_this(clause, phrase, places[1:]):
            return None
        places = places[1:]
    places = _without_modifiers(clause, places)
    keys = [clause.keys[at] for at in places]
    if not keys:
        return None
    capital = [clause.capital[at] or clause.keys[at].isdigit() for at in places]
    return _Led(phrase, places, keys, capital, article)


def _without_modifiers(clause: Clause, places: Sequence[int]) -> Sequence[int]:
    """The noun and what belongs to its name: "Ulan-Ude" is one, "the Savior" no more than an epithet."""
    while len(places) > 1 and (_modifies(clause, places[0]) or clause.is_adverb(places[0])):
        places = places[1:]
    if clause.headline and _opens_with_compound(clause, places):
        places = _without_modifiers(clause, places[2:])  # "a multi-day | special operation"
    if clause.headline and len(places) > 1 and _ends_compound(clause, places[0]):
        places = places[1:]  # "low-Earth | orbit"
    if len(places) > 2 and clause.among(places[-1], "epithet") and clause.keys[places[-2]] == "the":
        places = places[:-2]  # "Christ the Savior"
    return [at for n, at in enumerate(places) if n == 0 or at not in clause.tokens.joined]


def _opens_with_compound(clause: Clause, places: Sequence[int]) -> bool:
    """Whether the first two words are one that describes what follows."""
    joined = clause.tokens.joined
    if len(places) <= 2 or clause.capital[places[0]] or clause.among(places[1], "month", "day"):
        return False
    return places[1] in joined and places[2] not in joined


def _ends_compound(clause: Clause, at: int) -> bool:
    """Whether a word is the second half of one that describes what follows: not "by mid-March | Norway"."""
    joined = clause.tokens.joined
    named = clause.capital[at - 1] or clause.among(at, "place", "month", "day")
    return at in joined and at + 1 not in joined and not named


def _in_quotation_marks(clause: Clause, led: _Led) -> bool | None:
    """One word, a saint or a quoted name is one; "the League “Berg and his men”" may not be."""
    keys = led.keys
    if len(keys) > 1 and keys[0] in clause.words["period"]:
        return False  # "at the end of the century astrology"
    saint = keys[0] in clause.words["saint"] and (
        led.capital[-1] or len(keys) == 2 or _is_place_noun(clause, keys[-1])
    )
    if QUOTE in keys and "and" in keys and not clause.headline:
        return False
    if len(keys) <= 1 or QUOTE in keys or saint:
        return QUOTE not in keys or keys[-1] == QUOTE
    return None


def _before_comma(clause: Clause, led: _Led) -> bool | None:
    """ "In Zelena Gura, after ten years": a name behind which the front goes on apart."""
    apart = clause.key(led.phrase.end) == "," and clause.among(led.phrase.end + 1, "prep")
    if not (clause.headline and apart and led.phrase.start == 0 and all(led.capital)):
        return None
    places = [at for at in led.places if clause.among(at, "place", "given", "title", "someone")]
    return True if not places and len(led.keys) == 2 else None


def _of_a_feast(_: Clause, led: _Led) -> bool | None:
    """ "On Victory Day", "on Christmas Eve" are one."""
    return True if all(led.capital) and led.keys[-1] in _FEASTS else None


def _of_a_body(clause: Clause, led: _Led) -> bool | None:
    """ "in the Federation Council" is one; "in this way society", "at the White House Trump" are two."""
    keys, words = led.keys, clause.words
    if keys[0] in words["linking"]:
        return False
    if not led.capital[-1]:
        return None
    league = clause.headline and keys[-1] in _LEAGUES
    if (league or keys[-1] in words["body-noun"]) and keys[0] not in words["place"]:
        return led.article or led.phrase.lead == "of"
    return None if _HOUSES.isdisjoint(keys[:-1]) else False


def _of_a_kind_or_person(clause: Clause, led: _Led) -> bool | None:
    """ "the Kolka glacier", "Prime Minister Boris Petrov" are one; "In Scotland | schools" are two."""
    if _is_of_a_kind(clause, led.places, led.article) or _is_someone_named(clause, led.places, led.article):
        return True
    opening = led.phrase.start == 0 and led.phrase.lead == "in"
    return False if opening and _are_of_place(clause, led.places, led.phrase) else None


def _after_its_name(clause: Clause, led: _Led) -> bool | None:
    """ "of the Tver pensioner", "after the New Year holidays" are one: the article is the noun's, unless
    it may stand before the name: "in the Kremlin | sources", "in the Baltic Sea | sailors"."""
    keys, words = led.keys, clause.words
    named = led.article and len(keys) > 1 and all(led.capital[:-1]) and not led.capital[-1]
    if not named or keys[0][0].isdigit() or not words["the-place"].isdisjoint(keys[:-1]):
        return None
    if any(_is_acronym(clause, at) for at in led.places[:-1]):
        return None
    whole = ("area-noun", "body-noun", "contest", "gathering", "kind", "toponym")
    if any(_is_place_noun(clause, clause.keys[at]) or clause.among(at, *whole) for at in led.places[:-1]):
        return None
    known = keys[0] in words["place"] and len(keys) == 2
    return True if known or not _may_be_people(clause, led.places[-1]) else None


def _may_be_people(clause: Clause, at: int) -> bool:
    """Whether a noun is somebody who does things, or has the ending of such: "snowboarders"."""
    ending = clause.keys[at].endswith(DOERS)
    return ending or clause.among(at, "someone", "people", "title", "actors", "office")


def _of_a_place(clause: Clause, led: _Led) -> bool | None:
    """ "for the World Cup", "in the Omsk region" are one, unless a person is named in them."""
    keys, given = led.keys, clause.words["given"]
    if keys[-1] in clause.words["gathering"] or _is_place_noun(clause, keys[-1]):
        figured = any(key[0].isdigit() for key in keys)  # "for the World Cup 2018 regional hospital"
        return not figured and given.isdisjoint(keys if len(keys) > 2 else keys[1:])
    if _is_titled_person(clause, led):
        return True
    if not given.isdisjoint(keys):
        return led.phrase.lead == "of" and all(led.capital) and given.isdisjoint(keys[1:])
    return None


def _all_names(clause: Clause, led: _Led) -> bool | None:
    """What is written in capitals throughout: "of the October Revolution" is one, "in Los Angeles | Oscars"
    are two."""
    keys, words, places = led.keys, clause.words, led.places
    if not all(led.capital):
        return None
    if keys[-1] in words["place"] and keys[0] not in words["place-first"]:
        return led.phrase.lead == "of" and clause.key(led.phrase.start - 1) in _CAPITALS
    of = led.phrase.lead == "of"
    if _is_after_place(clause, places) or _is_after_acronym(clause, places):
        return of
    if led.article and not clause.headline and _ends_in_surname(clause, places):
        return False
    if keys[0] in words["place-first"] or (len(keys) == 2 and keys[0].endswith(_FEMININE)):
        return True
    return (of and (led.article or not _ends_in_common_noun(clause, led))) or (
        led.article and not _names_actor(clause, led)
    )


def _ends_in_common_noun(clause: Clause, led: _Led) -> bool:
    """ "of Omsk Siamese Cat"."""
    noun = len(led.keys) > 2 and tags(led.keys[-1], guess=False)[:1] == "N"
    return noun and led.keys[-1] not in clause.words["time"]


def _names_actor(clause: Clause, led: _Led) -> bool:
    """ "the October Revolution Lenin", "the Omsk Prosecutor"."""
    keys = led.keys
    surname = len(keys) > 2 and not tags(keys[-1], guess=clause.headline) and tags(keys[-2])[:1] == "N"
    return surname or not (clause.words["title"] | clause.words["someone"]).isdisjoint(keys)


def _is_kind_and_name(clause: Clause, led: _Led) -> bool:
    """ "from the detention centre Sosnovka", "of the company Media Bridge"."""
    if not clause.headline or not led.article or True not in led.capital:
        return False
    first = led.capital.index(True)
    kind, names = led.places[first - 1], led.places[first:]
    named = first > 0 and all(led.capital[first:]) and clause.among(kind, "named", "place-noun")
    return named and not any(clause.among(at, "given", "title", "someone", "month", "day") for at in names)


def _is_body_of(clause: Clause, led: _Led) -> bool:
    """ "of the Omsk riot police", "of the government commission", "from the Olympic team"."""
    keys, words = led.keys, clause.words
    if not clause.headline or not led.article or len(keys) > _LONGEST_BODY or led.capital[-1]:
        return False
    if keys[-1] not in words["body-of"] or any(
        clause.among(at, "place-noun", "region-noun") for at in led.places[:-1]
    ):
        return False
    described = keys[0].endswith(_DESCRIBING) and led.capital[0]
    return (led.phrase.lead == "of" and keys[0] not in words["the-place"]) or (described and len(keys) == 2)


def _is_titled_person(clause: Clause, led: _Led) -> bool:
    """ "of nuclear physicist Olaf Berg", "of the outstanding dancer Maris Berg"."""
    if not clause.headline or led.phrase.lead != "of" or len(led.keys) != 3:
        return False
    title, *names = led.places
    known = [at for at in names if not clause.among(at, "given")]
    unknown = not any(tags(clause.keys[at], guess=False) or clause.among(at, "place") for at in known)
    return not led.capital[0] and all(led.capital[1:]) and clause.among(title, "title") and unknown


def _is_pair(clause: Clause, led: _Led) -> bool:
    """Whether two words make one thing: "the village Ivanovka", "of road safety"."""
    if _is_kind_and_name(clause, led) or _is_body_of(clause, led) or _is_titled_person(clause, led):
        return True
    keys, phrase = led.keys, led.phrase
    if len(keys) != 2:
        return False
    if keys[0] in clause.words["named"] and led.capital[1]:
        return True
    if not clause.headline and not tags(keys[1], guess=False):
        return False  # "with some engineering | camelpox could"
    someone = keys[1] in clause.words["title"] or keys[1] in clause.words["someone"]
    if any(led.capital):
        return False
    single = phrase.number == "S" or (phrase.lead == "of" and not led.article)
    if clause.headline and phrase.number == "S" and keys[1] in _STUFF:
        someone = False  # "of household gas", "in mass production"
    if not someone and (single or (clause.headline and _is_compound(clause, led.places))):
        return True
    before = led.places[0] - 1
    several = (
        clause.headline
        and clause.among(before, "det-plural", "numeral")
        and not clause.keys[before].endswith(_ORDINALS)
    )
    return (
        several and clause.keys[before] != "one" and not clause.is_plural(led.places[0])
    )  # "two tour firms"


def _is_compound(clause: Clause, places: Sequence[int]) -> bool:
    """Whether a noun only describes the plural after it: "due to safety | violations", unlike "in town |
    prices"."""
    first = places[0]
    alone = clause.among(first, "area-noun", "gathering", "named", "period", "season", "set-phrase", "time")
    alone = alone or clause.among(first, "turn", "someone", "people", "body-noun", "event")
    alone = alone or clause.is_plural(first) or _is_place_noun(clause, clause.keys[first])
    return not alone and not _may_be_people(clause, places[-1])


_Judge = Callable[[Clause, _Led], bool | None]
_JUDGES: tuple[_Judge, ...] = (
    _in_quotation_marks,
    _before_comma,
    _of_a_feast,
    _of_a_body,
    _of_a_kind_or_person,
    _after_its_name,
    _of_a_place,
    _all_names,
)
"""Those who may know whether it is one, in turn: True, False, or None where they cannot tell."""


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
    if len(owner) == 2 and clause.among(owner[0] - 1, "article") and clause.among(owner[1], "title"):
        return clause.among(owner[0], "the-place")  # "the Oslo mayor's"
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
    street = len(places) == 3 and not clause.capital[places[0]] and clause.among(places[0], "named")
    if (
        street
        and clause.capital[places[1]]
        and clause.capital[places[2]]
        and clause.among(places[0], "place-noun")
    ):
        return not any(clause.among(at, "given", "title") for at in places)  # "the street Akademika Berga"
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
