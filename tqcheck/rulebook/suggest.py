"""Suggestions: written with {lemma}, given in the form that the words found are in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set

from tqcheck.model import Span
from tqcheck.rulebook import inflect
from tqcheck.rulebook.articles import with_article
from tqcheck.rulebook.fitted import Place, fitted, is_curly
from tqcheck.rulebook.tokens import Tokens
from tqcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any

    Parts = list[Any]
    """A suggestion: texts, for each {lemma} its forms by Penn tag, "" being the lemma itself, and for each
    {=copy} the name of it by "="."""


Words = list[list[list[str]]]
"""What a suggestion is for: alternatives, each of words, each of its forms, after "<" or ">" where the word
must stand before or after those found; [] if it is for all."""

_AROUND = 300
"""Code points before and after the words found that tell how the line is written."""
_NEAR = 60
"""Code points beside the words found that may hold an auxiliary and an adverb, or what tells their sense."""
_BESIDE = 3
"""Tokens beside the words found that tell their sense."""
_ELLIPSIS = "…"
"""Stands for the words found in what a suggestion is for: "… sky" before a sky."""
COPIES = {
    "#": re.compile(r"\d+(?:[.,:]\d+)*"),
    '"': re.compile(r"[\"“«„].+[\"”»]"),
    "first": re.compile(r"\S+"),
    "last": re.compile(r"\S+\Z"),
    "but first": re.compile(r"(?<=\s)\S.*"),
    "but last": re.compile(r"\S.*\S(?=\s)"),
    "before of": re.compile(r"(?!(?:the|a|an)\s)\b\S.*?(?=\sof\s)", re.IGNORECASE),
    "of": re.compile(r"(?<=\sof\s)(?!the\s).+|(?<=\sof\sthe\s).+"),
    "in": re.compile(r"(?<=\s(?:in|at)\s)(?!the\s).+|(?<=\s(?:in|at)\sthe\s).+"),
}
"""What {=copy} repeats of the words found."""
_AUXILIARIES = frozenset(
    "am are be been being get gets getting got had has have having is was were".split()  # noqa: SIM905
)
_BEFORE_INFINITIVES = frozenset(
    "to will would can could may might must shall should do does did not n't 'll let helped help".split()  # noqa: SIM905
)
_EITHER = "VB VBD"
"""The tag of a verb whose past is like its present."""
_PAST = frozenset({"VBD", _EITHER})
_BRACED = r"\{([^{}]*)\}"
_VERB = ("VB", "VBD", "VBG", "VBN", "VBZ")
_MARKS = r"\[\[|\]\]"
_MARKED = r"(?s)(?P<article>\b(?:[Aa]n?|[Tt]he) )?\[\[(?P<found>.*?)\]\]"


def parts_of(text: str) -> Parts:
    """A suggestion as it is written, taken apart.

    "fire {crew}" → ["fire ", {"": "crew", "NNS": "crews", …}].
    """
    parts: Parts = []
    for i, piece in enumerate(re.split(_BRACED, text)):
        if i % 2:
            if piece.startswith("="):
                parts.append({"": "…", "=": piece[1:]})
                continue
            lemma, _, part = piece.partition("/")
            forms = {tag: words[0] for tag, words in inflect.forms(lemma, part).items() if tag != "VBP"}
            if "VBD" in forms:  # lemminflect names a participle only where it is another word
                forms.setdefault("VBN", forms["VBD"])
            if "NNS" in forms:  # lemminflect lists a zero plural first for some
                plural = [word for word in inflect.forms(lemma, part)["NNS"] if word != lemma]
                forms["NNS"] = plural[0] if plural else forms["NNS"]
            parts.append({"": lemma, **forms})
        elif piece:
            parts.append(piece)
    return parts


def words_of(text: str) -> Words:
    """What must stand among the words found, or beside them: one of the alternatives between commas, each
    word in one of its forms.

    "heavy {forward}, … sky" → [[["heavy"], ["forward", "forwards"]], [[">", "sky"]]].
    """
    return [_alternative(alternative.strip()) for alternative in text.split(",") if alternative.strip()]


def _alternative(text: str) -> list[list[str]]:
    side = [">"] if text.startswith(_ELLIPSIS) else ["<"] if text.endswith(_ELLIPSIS) else []
    return [side + forms for forms in _forms(text.strip(f"{_ELLIPSIS} "))]


def _forms(text: str) -> list[list[str]]:
    found = []
    for i, piece in enumerate(re.split(_BRACED, text)):
        if i % 2:
            found.append(sorted(inflect.words(*piece.split("/"))))
        else:
            found += [[key] for key in Tokens(piece).keys]
    return found


def fitting(suggestions: Sequence[Parts], only_for: Sequence[Words], text: str, span: Span) -> list[Parts]:
    """Suggestions for the words of a text found at `span`: those for the first words that are among them or
    beside them, and what stands before those for all."""
    if not only_for:
        return list(suggestions)
    sides = {
        "": Tokens(text[span.start : span.end]).keys,
        "<": Tokens(text[max(0, span.start - _NEAR) : span.start]).keys[-_BESIDE:],
        ">": Tokens(text[span.end : span.end + _NEAR]).keys[:_BESIDE],
    }
    keys = {side + key for side, found in sides.items() for key in found}
    first = next((i for i, words in enumerate(only_for) if words and _stand_in(keys, words)), len(only_for))
    decisive = only_for[first] if first < len(only_for) else []
    return [
        parts
        for i, (parts, words) in enumerate(zip(suggestions, only_for, strict=True))
        if (words == decisive and i >= first) or (not words and i < first)
    ]


def _stand_in(keys: Set[str], words: Words) -> bool:
    return any(all(not keys.isdisjoint(_sided(forms)) for forms in alternative) for alternative in words)


def _sided(forms: Sequence[str]) -> Sequence[str]:
    return [forms[0] + form for form in forms[1:]] if forms[0] in ("<", ">") else forms


def plain(parts: Parts) -> str:
    """A suggestion with its lemmas as they are."""
    return "".join(part if isinstance(part, str) else part[""] for part in parts)


def agreeing(
    suggestions: Sequence[Parts], tags: Mapping[str, str], text: str, span: Span, opens: bool
) -> tuple[str, ...]:
    """Suggestions for the words of a text found at `span`, inflected as they are and fitted into the line;
    `opens` if they open a sentence. One that repeats what does not stand there is left out.

    `tags` has the Penn tag of each form that the rule's lemmas take. After an auxiliary a past tense is a
    participle: "has descended" is "has fallen".
    """
    before = text[max(0, span.start - _AROUND) : span.start].rpartition("\n")[2]
    after = text[span.end : span.end + _AROUND].partition("\n")[0]
    found = text[span.start : span.end]
    keys = Tokens(found).keys
    if not _PAST.isdisjoint(tags.values()):
        tags = {**tags, **_in_context(Tokens(before[-_NEAR:]).keys[-2:], keys, tags)}
    worded = (_worded(parts, tags, keys, found) for parts in suggestions)
    place = Place(found, before, after, opens, is_curly(text))
    return fitted((words for words in worded if words), place)


def _worded(parts: Parts, tags: Mapping[str, str], keys: Sequence[str], found: str) -> str:
    """A suggestion in words; "" where it repeats what does not stand in the words found."""
    words = []
    for at, part in enumerate(parts):
        if isinstance(part, str):
            words.append(part)
        elif "=" in part:
            if not (copied := COPIES[part["="]].search(found)):
                return ""
            words.append(copied[0])
        else:
            words.append(_form(part, tags, keys, leads=at == 0 < len(parts) - 1))
    return "".join(words)


def mended(example: str, code: Mapping[str, Any]) -> str:
    """An example with the first suggestion of compiled code in place of what stands between [[ and ]], marked
    like that, after the article that it takes; "" where no suggestion is for these words.
    """
    only_for, tags = code.get("only_for", ()), code.get("tags", {})
    unmarked = re.sub(_MARKS, "", example)
    fit = [fitting(code["suggest"], only_for, unmarked, span) for span in _spans(example)]
    if not all(map(any, fit)):  # an empty one says that there is none
        return ""
    suggestions = iter(fit)
    lacking = False

    def put(match: re.Match[str]) -> str:
        nonlocal lacking
        before = example[: match.start("found")].removeprefix("H: ").removesuffix("[[")
        preceding = before.rstrip(" \"'“‘«([")
        opens = not preceding or preceding.endswith((".", "!", "?", ":"))
        found = Span(len(before), len(before) + len(match["found"]))
        whole = before + match["found"] + example[match.end() :]
        words = next(iter(agreeing(next(suggestions), tags, whole, found, opens)), "")
        lacking = lacking or not words
        reach, text = with_article(match["article"] or "", match["found"], words)
        changed = text.removesuffix(words) if reach and text.endswith(words) else ""
        return f"{changed if reach else match['article'] or ''}[[{text.removeprefix(changed)}]]"

    put_in = re.sub(_MARKED, put, example)
    return "" if lacking else put_in


def _spans(example: str) -> Iterator[Span]:
    """Where the words between [[ and ]] stand without these."""
    for number, match in enumerate(re.finditer(_MARKED, example)):
        start = match.start("found") - 2 - 4 * number
        yield Span(start, start + len(match["found"]))


def _in_context(before: Sequence[str], keys: Sequence[str], tags: Mapping[str, str]) -> dict[str, str]:
    """What words that could be a past tense are, told by the two words before them: after an auxiliary a
    participle, a verb like "put" after "to" and the like an infinitive."""
    words = [*before, *keys]
    found = {}
    for i, word in enumerate(words):
        if tags.get(word) in _PAST:
            leading = words[max(0, i - 2) : i]
            if tags[word] == _EITHER and not _BEFORE_INFINITIVES.isdisjoint(leading):
                found[word] = "VB"
            else:
                found[word] = "VBD" if _AUXILIARIES.isdisjoint(leading) else "VBN"
    return found


def _form(forms: Mapping[str, str], tags: Mapping[str, str], keys: Sequence[str], *, leads: bool) -> str:
    """The form of a lemma that answers the words found; one that `leads` others answers a verb first."""
    owners = {i - 1 for i, key in enumerate(keys) if key == "'s"}
    if "NNS" in forms and "of" in keys:  # a "belt of martyrs" is one
        before = [tags.get(key, "") for i, key in enumerate(keys[: keys.index("of")]) if i not in owners]
        if nouns := [tag for tag in before if tag in ("NN", "NNS", "VB")]:
            return forms["NNS" if nouns[-1] == "NNS" else ""]
    found = [tags[key] for i, key in enumerate(keys) if tags.get(key) in forms and i not in owners]
    if "VBZ" in forms and "NNS" not in forms and keys and tags.get(keys[0]) == "NNS":
        found.insert(0, "VBZ")  # "hits" could be either, and a verb is to stand in its place
    if not found:
        return forms[""]
    if leads and found[0] in _VERB:
        return forms[found[0]]
    return forms[found[-1] if "NNS" in forms and found[-1].startswith("NN") else found[0]]
