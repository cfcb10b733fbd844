"""Kinds of damage: each takes a random source and a pair of lines, and returns the damaged English.

None says that the pair offers nothing to damage in that way.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from functools import cache, partial

from lemminflect import getInflection

from benchmarks.damage_places import WORDS, Damage, among, dropped, paired, replace
from benchmarks.damage_relations import RELATIONS
from tqcheck.bilingual.names.spelling import is_english
from tqcheck.bilingual.russian import analysis

_LATIN = str.maketrans(
    dict(zip("абвгдеёзийклмнопрстуфцыэ", "abvgdeezijklmnoprstufcye", strict=True))
    | {"ж": "zh", "х": "kh", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "yu", "я": "ya", "ъ": "", "ь": ""}
)
_NUMBER = r"(?<![\w.,:-])\d[\d,]*(?:\.\d+)?(?![\w:-]|[.,]\d)"
_ENDS = r"(?=[.,;]| (?:in|on|at|for|after|before|during|near|over|because|and|to)\b|$)"
_NAME = r"(?<=[a-z,] )[A-Z][a-z]{3,}(?:ov|ev|in|sky|enko|ova|eva|ina|skaya|yan|dze|shvili)\b"


def hedge_dropped(random_: random.Random, russian: str, english: str) -> str | None:
    """A hedge goes for which the Russian has one; not the first of two: may be possible."""
    if not re.search("|".join(WORDS["russian-hedges"]), russian.lower()):
        return None
    changed = dropped("hedges", random_, russian, re.sub(r"\bmay(?= be (?:possible|able))", "MAY", english))
    return changed and changed.replace("MAY", "may")


def _number(random_: random.Random, english: str, change: Callable[[int], str], least: int = 3) -> str | None:
    def changed(text: str) -> str | None:
        if not text.replace(",", "").isdigit() or int(text.replace(",", "")) < least:
            return None
        return change(int(text.replace(",", "")))

    return replace(random_, english, _NUMBER, changed)


def number_changed(random_: random.Random, _: str, english: str) -> str | None:
    return _number(random_, english, lambda n: f"{n + random_.choice((2, 3, 5, 11))}")


def digits_swapped(random_: random.Random, _: str, english: str) -> str | None:
    return _number(random_, english, lambda n: str(n)[1] + str(n)[0] + str(n)[2:], least=10)


def ten_times(random_: random.Random, _: str, english: str) -> str | None:
    return _number(random_, english, lambda n: f"{n * 10}")


def year_changed(random_: random.Random, _: str, english: str) -> str | None:
    return replace(random_, english, r"\b(?:19|20)\d\d\b", lambda y: str(int(y) - random_.randint(1, 9)))


def day_changed(random_: random.Random, _: str, english: str) -> str | None:
    months = "|".join(WORDS["months"])

    def other(date: str) -> str:
        return re.sub(r"\d+", lambda day: str((int(day[0]) + random_.randint(3, 9)) % 28 + 1), date)

    return replace(random_, english, rf"\b\d{{1,2}} (?:{months})\b|\b(?:{months}) \d{{1,2}}\b", other)


def time_changed(random_: random.Random, _: str, english: str) -> str | None:
    return replace(
        random_,
        english,
        r"\b\d{1,2}[:.]\d\d\b(?!\.)",
        lambda t: f"{(int(re.split('[:.]', t)[0]) + 3) % 24}:{t[-2:]}",
    )


def percent_changed(random_: random.Random, _: str, english: str) -> str | None:
    return replace(
        random_, english, r"\d+(?=(?:\.\d+)?(?: ?%| percent| per cent))", lambda n: str(int(n) + 7)
    )


def decimal_lost(random_: random.Random, _: str, english: str) -> str | None:
    return replace(random_, english, r"\b\d+\.\d+\b(?![.:])", lambda n: n.replace(".", ""))


def range_changed(random_: random.Random, _: str, english: str) -> str | None:
    return replace(random_, english, r"(?:(?<=\d[-–])|(?<=\d to ))\d+", lambda n: str(int(n) + 4))


def number_removed(random_: random.Random, _: str, english: str) -> str | None:
    return replace(random_, english, r"(?<=[a-z] )\d[\d,]* (?=[a-z]{3})", lambda _: "")


def negation_dropped(random_: random.Random, _: str, english: str) -> str | None:
    helped = r"\b(?:did|does|do)(?: not|n['’]t) "
    pattern = rf"{helped}|(?<!\bor) not(?! only)\b|(?<=[a-z])n['’]t\b|\bnever |\bno (?=[a-z])"
    return replace(random_, english, pattern, lambda _: "")


def negation_added(random_: random.Random, _: str, english: str) -> str | None:
    return replace(
        random_,
        english,
        r"\b(?:is|was|are|were|will|can|has|have|had|would|could)\b(?! not)",
        lambda v: f"{v} not",
    )


def _name_changed(random_: random.Random, english: str, change: Callable[[str], str]) -> str | None:
    """A name changed; what only looks like one (Certain, Captain) is none."""
    return replace(random_, english, _NAME, lambda name: None if is_english(name.lower()) else change(name))


def name_swapped(random_: random.Random, _: str, english: str) -> str | None:
    return _name_changed(random_, english, lambda _: random_.choice(WORDS["surnames"]))


def name_misspelt(random_: random.Random, _: str, english: str) -> str | None:
    def slip(name: str) -> str:
        at = random_.randrange(1, len(name) - 3)
        return random_.choice(
            (
                name[:at] + name[at + 1] + name[at] + name[at + 2 :],
                name[:at] + name[at + 1 :],
                name[:at] + random_.choice("bdgklmprtvz") + name[at + 1 :],
            )
        )

    return _name_changed(random_, english, slip)


def name_removed(random_: random.Random, _: str, english: str) -> str | None:
    """A name goes; not a first name, which an editor leaves out, nor one that the same line has
    twice."""

    def without(name: str) -> str | None:
        word = name[:-1]
        stays = is_english(word.lower()) or word in WORDS["first-names"] or english.count(word) > 1
        return None if stays else ""

    return replace(random_, english, rf"{_NAME} ", without)


def place_swapped(random_: random.Random, _: str, english: str) -> str | None:
    return replace(
        random_,
        english,
        r"(?<=\b[Ii]n )[A-Z][a-z]{3,}\b(?! [A-Z])",
        lambda _: random_.choice(WORDS["places"]),
    )


def clause_removed(random_: random.Random, _: str, english: str) -> str | None:
    return replace(random_, english, r", [a-z][^,.;:()\"“”—–]{25,}(?=[,.;]|$)", lambda _: "")


def item_removed(random_: random.Random, russian: str, english: str) -> str | None:
    """An item of a list goes, where the Russian has a list of three."""
    if not re.search(r", [^,.:;]{3,40} (?:и|или) ", russian):
        return None
    return replace(
        random_, english, r"(?<=, )[A-Za-z][a-z' -]{4,30}, (?=[A-Za-z' -]{3,30},? and )", lambda _: ""
    )


def phrase_added(random_: random.Random, _: str, english: str) -> str | None:
    return replace(
        random_,
        english,
        r"(?<=[a-z]{3})(?= (?:has|have|was|were|will|is|are)\b)",
        lambda _: random_.choice(WORDS["phrases"]),
    )


def phrase_doubled(random_: random.Random, _: str, english: str) -> str | None:
    return replace(random_, english, r"\b[a-z]+ [a-z]+ [a-z]+ [a-z]+\b", lambda p: f"{p} {p}")


def sentence_doubled(_: random.Random, __: str, english: str) -> str | None:
    return f"{english} {english}" if english.endswith(".") and len(english) > 40 else None


def sentence_added(random_: random.Random, _: str, english: str) -> str | None:
    return f"{english} {random_.choice(WORDS['additions'])}" if english.endswith(".") else None


def sentence_removed(_: random.Random, __: str, english: str) -> str | None:
    """A sentence goes; not a headline, for English desks write their own."""
    return "" if len(english) > 40 and re.search(r"[.!?…][\"”'’)]*$", english) else None


def untranslated(random_: random.Random, russian: str, english: str) -> str | None:
    return _foreign(random_, russian, english, str)


def transliterated(random_: random.Random, russian: str, english: str) -> str | None:
    return _foreign(random_, russian, english, lambda word: word.translate(_LATIN))


def _foreign(random_: random.Random, russian: str, english: str, write: Callable[[str], str]) -> str | None:
    words = re.findall(r"(?<=[а-я] )[а-яё]{5,}", russian)
    if not words:
        return None
    return replace(random_, english, r"(?<=[a-z] )[a-z]{5,}\b", lambda _: write(random_.choice(words)))


def roles_reversed(random_: random.Random, russian: str, english: str) -> str | None:
    """Who does it and to whom change places: names and people around a verb that needs both, where the
    Russian speaks of two people or bodies."""
    if sum(_is_somebody(word) for word in set(re.findall(r"[А-Яа-яё-]{2,}", russian))) < 2:
        return None

    def turned(text: str) -> str | None:
        found = re.fullmatch(_clause(), text)
        return f"{found[3]}{found[2]}{found[1]}" if found else None

    return replace(random_, english, rf"(?:^|(?<=, )|(?<=: )){_clause()}{_ENDS}", turned)


def _is_somebody(word: str) -> bool:
    _, lemmas, _, grammemes = analysis(word)
    return "anim" in grammemes or not lemmas.isdisjoint(WORDS["russian-bodies"])


@cache
def _clause() -> str:
    """A pattern of somebody, an act with its auxiliaries, and somebody."""
    people, acts = "|".join(WORDS["people"]), WORDS["acts"]
    no_names = "|".join((*WORDS["weekdays"], *WORDS["months"], *WORDS["no-names"]))
    article = "(?:[Tt]he |[Aa]n? |[Hh]is |[Hh]er |[Tt]heir |[Tt]wo |[Tt]hree )?"
    said_of = rf"(?:(?!(?:{'|'.join(WORDS['parting'])})\b)[A-Za-z]+ ){{0,2}}"
    name = rf"(?!(?:{no_names})\b)[A-Z][a-z]+(?: [A-Z][a-z]+)?"
    one = rf"\b(?:{article}{said_of}(?:{people})|{name})\b"
    helped = r"(?:(?:has|have|had|will|would|was|were|been|is|are|also|later|being) ){0,3}"
    done = rf"(?:{_forms(acts, 'VB', 'VBD', 'VBZ')})|(?:{_forms(acts, 'VBN')}) by"
    return rf"({one})( {helped}(?:{done}) )({one})"


def _forms(verbs: Sequence[str], *tags: str) -> str:
    """A pattern of some forms of verbs."""
    return "|".join(sorted({form for verb in verbs for tag in tags for form in getInflection(verb, tag=tag)}))


def to_come(random_: random.Random, _: str, english: str) -> str | None:
    """What was becomes what will be, or what will be what was."""

    def changed(text: str) -> str | None:
        if text in WORDS["tenses"]:
            return str(WORDS["tenses"][text])
        return next(iter(getInflection(text.removeprefix("will "), tag="VBD")), None)

    return replace(random_, english, r"\bw(?:as|ere)\b(?! not|n't)|\bwill (?!not\b|also\b)[a-z]+\b", changed)


def gender_changed(_: random.Random, __: str, english: str) -> str | None:
    swap = {"he": "she", "she": "he", "his": "her", "He": "She", "She": "He", "His": "Her"}
    changed = re.sub(r"\b(?:he|she|his|He|She|His)\b", lambda w: swap[w[0]], english)
    changed = re.sub(r"\bhim\b", "her", changed) if "him" in english else changed
    return changed if changed != english else None


def quotes_removed(_: random.Random, __: str, english: str) -> str | None:
    changed = re.sub('["“”«»]', "", english)
    return changed if changed != english and len(re.findall('["“”«»]', english)) == 2 else None


KINDS: dict[str, Damage] = {
    "number changed": number_changed,
    "digits swapped": digits_swapped,
    "ten times": ten_times,
    "scale word": partial(among, "scales"),
    "decimal point lost": decimal_lost,
    "numeral word": partial(among, "numerals"),
    "ordinal": partial(among, "ordinals"),
    "number removed": number_removed,
    "range": range_changed,
    "percentage": percent_changed,
    "year": year_changed,
    "month": partial(among, "months"),
    "day of month": day_changed,
    "weekday": partial(among, "weekdays"),
    "time": time_changed,
    "relative day": partial(paired, "relatives"),
    "unit": partial(paired, "units"),
    "currency": partial(among, "currencies"),
    "name swapped": name_swapped,
    "name misspelt": name_misspelt,
    "name removed": name_removed,
    "country": partial(among, "countries"),
    "nationality": partial(among, "nationalities"),
    "place": place_swapped,
    "body": partial(paired, "bodies"),
    "kin": partial(paired, "kin"),
    "direction": partial(paired, "directions"),
    "negation dropped": negation_dropped,
    "negation added": negation_added,
    "antonym": partial(paired, "antonyms"),
    "hedge dropped": hedge_dropped,
    "exception dropped": partial(dropped, "exceptions"),
    "modality": partial(paired, "modals"),
    "tense": to_come,
    "roles reversed": roles_reversed,
    "gender": gender_changed,
    "quotation marks": quotes_removed,
    "clause removed": clause_removed,
    "list item removed": item_removed,
    "sentence removed": sentence_removed,
    "sentence added": sentence_added,
    "phrase added": phrase_added,
    "sentence doubled": sentence_doubled,
    "phrase doubled": phrase_doubled,
    "untranslated word": untranslated,
    "transliterated word": transliterated,
    **RELATIONS,
}
