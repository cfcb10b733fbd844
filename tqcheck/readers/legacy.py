"""Windows-1252, Windows-1251 or KOI8-R: which of them bytes that are no UTF-8 are in.

Windows-1251 and 1252 have quotation marks, dashes and no-break spaces at the same bytes and differ in
letters; KOI8-R has none of the quotation marks, and its letters stand in another order. So letters decide:
a word of high bytes alone is Cyrillic, high bytes among Latin letters are accents, and of the two Cyrillic
encodings the one that makes common Russian letters and no capitals after small letters is right.
"""

from __future__ import annotations

import re

from tqcheck.model import InputError

_WORD = re.compile(rb"[A-Za-z\x80-\xff]*[\xa8\xb8\xc0-\xff][A-Za-z\x80-\xff]*")
_HIGH_WORD = re.compile(rb"[\xa3\xb3\xa8\xb8\xc0-\xff]{2,}+")
_SAMPLE = 1 << 20
_COMMON = frozenset("оеаинтсрвлкмдпу")
_RARE = frozenset("ъщэфцёъ")
_SHAPED = re.compile(r"[А-ЯЁ]?[а-яё]+|[А-ЯЁ]+")
_NAMES = {"cp1252": "Windows-1252", "cp1251": "Windows-1251", "koi8-r": "KOI8-R"}


def decode_legacy(data: bytes, first: int, path: str) -> tuple[str, str]:
    """Text and encoding; `first` is the offset of the first byte that is no UTF-8, for the error's place."""
    sample = data[first : first + _SAMPLE]
    cyrillic = [word.group() for word in _HIGH_WORD.finditer(sample)]
    latin = sum(1 for word in _WORD.finditer(sample) if any(byte < 0x80 for byte in word.group()))
    if sum(map(len, cyrillic)) > 2 * latin:
        encoding = max(("cp1251", "koi8-r"), key=lambda name: _russianness(cyrillic, name))
    else:
        encoding = "cp1252"
    try:
        return data.decode(encoding), encoding
    except UnicodeDecodeError as error:
        message = f"is neither UTF-8 nor, as it seemed, {_NAMES[encoding]}: convert it to UTF-8"
        raise InputError(path, message, f"byte {error.start}") from None


def _russianness(words: list[bytes], encoding: str) -> float:
    """How much the words look Russian when decoded so: the higher, the more."""
    score = 0.0
    for word in words:
        text = word.decode(encoding, "replace")
        small = text.lower()
        score += sum((letter in _COMMON) - (letter in _RARE) for letter in small)
        score += len(text) if _SHAPED.fullmatch(text) else -len(text)
    return score
