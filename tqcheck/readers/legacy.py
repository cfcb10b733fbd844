"""Windows-1252, Windows-1251 or KOI8-R: which of them bytes that are no UTF-8 are in.

Windows-1251 and 1252 have quotation marks, dashes and no-break spaces at the same bytes and differ in
letters; KOI8-R has none of the quotation marks, and its letters stand in another order. So letters decide:
a word of high bytes alone is Cyrillic, high bytes among Latin letters are accents, and of the two Cyrillic
encodings the one that makes common Russian letters and no capitals after small letters is right. Where high
bytes are neither letters nor punctuation of these, the encoding is another one, and nothing is guessed.
"""

from __future__ import annotations

import re

from tqcheck.model import InputError

_LATIN = re.compile(rb"[A-Za-z][\xc0-\xff]|[\xc0-\xff][A-Za-z]")
_CYRILLIC = re.compile(rb"[\xa3\xb3\xa8\xb8\xc0-\xff]{2,}+")
_STRANGE = re.compile(
    rb"[\x81\x83\x86\x87\x89\x8a\x8c-\x90\x98\x9c-\x9f\xa1\xa2\xa4-\xa6\xaa\xac\xad\xaf\xb2\xb4\xb5\xba\xbc-\xbf]"
)
_HIGH = re.compile(rb"[\x80-\xff]")
_SAMPLE = 1 << 20
_COMMON = frozenset("оеаинтсрвлкмдпу")
_RARE = frozenset("ъщэфцё")
_SHAPED = re.compile(r"[А-ЯЁ]?[а-яё]+|[А-ЯЁ]+")


def decode_legacy(data: bytes, first: int, path: str) -> tuple[str, str]:
    """Text and encoding; `first` is the offset of the first byte that is no UTF-8, for the error's place."""
    sample = data[first : first + _SAMPLE]
    if encoding := _guess(sample):
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError as error:
            first = error.start
    message = f"is not in UTF-8{_seeming(data)}: convert it to UTF-8"
    raise InputError(path, message, f"byte {first}")


def _guess(sample: bytes) -> str:
    """Python's name of the encoding, or "" where it is none of the three."""
    if len(_STRANGE.findall(sample)) > 0.1 * len(_HIGH.findall(sample)):
        return ""
    words = _CYRILLIC.findall(sample)
    if sum(map(len, words)) <= 3 * len(_LATIN.findall(sample)):
        return "cp1252"
    score, encoding = max((_russianness(words, name), name) for name in ("koi8-r", "cp1251"))
    return encoding if score > 0 else ""


def _russianness(words: list[bytes], encoding: str) -> float:
    """How much the words look Russian when decoded so: the higher, the more."""
    score = 0.0
    for word in words:
        text = word.decode(encoding, "replace")
        score += sum((letter in _COMMON) - 2 * (letter in _RARE) for letter in text.lower())
        score += len(text) if _SHAPED.fullmatch(text) else -len(text)
    return score


def _seeming(data: bytes) -> str:
    """A clause on the encoding that charset-normalizer takes the bytes for, "" where it cannot tell."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    return f" but, as it seems, in {best.encoding}" if best else ", nor in another encoding that is known"
