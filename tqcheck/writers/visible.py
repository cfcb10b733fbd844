"""Text that a terminal can only show, never obey.

Articles, paths and messages come from outside: escape sequences, control and bidi characters and rich
markup in them must appear as what they are. (Markup needs no escaping here, since the writers build `Text`
objects and never parse a string.)
"""

from __future__ import annotations

import re

_OBEYED = (
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufdd0-\ufdef\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\ud800-\udfff"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
    "|(?:^|(?<=[\x00-\u052f]))[\u200c\u200d]"  # joiners are left where a script or an emoji needs them
)
_PRINTED = frozenset("\u115f\u1160\u17b4\u17b5\u3164\uffa0").union(map(chr, range(0xE0100, 0xE01F0)))
"""Those of them that Python takes for printable."""
_BLANKS = r"[ \t\r\n\v\f\x85\u2028\u2029]+"

_TYPEWRITER = {
    "‘": "'", "’": "'", "‚": ",", "“": '"', "”": '"', "„": '"', "«": "<<", "»": ">>", "‹": "<", "›": ">",
    "–": "-", "—": "--", "−": "-", "‑": "-", "…": "...", "·": "*", "×": "x", "→": "->", "№": "No.",
    "\xa0": " ", "\u202f": " ", "⟨": "<", "⟩": ">", "␡": "^?",
}  # fmt: skip
_CYRILLIC = "а б в г д е ё ж з и й к л м н о п р с т у ф х ц ч ш щ ъ ы ь э ю я і ї є ґ ў"
_ROMAN = "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch ' y ' e yu ya i yi ye g w"
_LATIN = dict(zip(_CYRILLIC.split(), _ROMAN.split(), strict=True))


def visible(text: str) -> str:
    """The same text with every character a terminal would act on spelled out: ␛[31m, ⟨U+202E⟩.

    Newlines and tabs too (␊, ␉): see `one_line` for texts where they only separate words.
    """
    if _is_plain(text):
        return text
    return re.sub(_OBEYED, _spell, text)


def one_line(text: str) -> str:
    """`visible`, with line breaks and tabs (and the blanks around them) as one space."""
    if _is_plain(text):
        return text
    return visible(re.sub(_BLANKS, lambda blank: blank[0] if set(blank[0]) == {" "} else " ", text))


def _is_plain(text: str) -> bool:
    """Whether there is nothing to spell out: mostly so, and the expressions take long to compile."""
    return text.isprintable() and _PRINTED.isdisjoint(text)


def fit(text: str, encoding: str) -> str:
    """The text with what the encoding cannot hold put in its letters: typewriter quotes, transliterated
    Cyrillic, and <U+0301> for the rest. Output then never raises UnicodeEncodeError."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return "".join(_fit_character(character, encoding) for character in text)
    except LookupError:
        return fit(text, "ascii")
    return text


def fits(text: str, encoding: str) -> bool:
    """Whether the encoding holds every character of the text."""
    try:
        text.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def grapheme_edge(text: str, offset: int) -> int:
    """The first offset from this one on that parts no character from its accents, no emoji at its joints."""
    while 0 < offset < len(text) and (_clings(text[offset]) or text[offset - 1] == "\u200d"):
        offset += 1
    return offset


def clip(text: str, limit: int) -> str:
    """At most about `limit` characters, the middle left out, cut between words where there are any."""
    if len(text) <= limit:
        return text
    half = (limit - 3) // 2
    head, tail = text[:half], text[-half:]
    cut = head.rfind(" ")
    head = head[:cut] if cut > half // 2 else head
    cut = tail.find(" ") + 1
    tail = tail[cut:] if 0 < cut < half // 2 else tail
    return f"{head.rstrip()} … {tail.lstrip()}"


def _clings(character: str) -> bool:
    if character < "\u0300":
        return False
    from unicodedata import category

    return (
        character == "\u200d"
        or category(character) in ("Mn", "Me")
        or "\U0001f3fb" <= character <= "\U0001f3ff"  # skin tones
    )


def _spell(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"⟨U+{code:04X}⟩"


def _fit_character(character: str, encoding: str) -> str:
    if fits(character, encoding):
        return character
    code = ord(character)
    if 0x2400 <= code < 0x2420:
        return "^" + chr(code - 0x2400 + 0x40)
    if (latin := _LATIN.get(character.lower())) is not None:
        return latin.capitalize() if character.isupper() else latin
    return _TYPEWRITER.get(character, f"<U+{code:04X}>")
