"""Punctuation that came over from the Russian. What a regular expression can tell stands in
entities/data/rules/typography.yaml; here are characters that show nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tqcheck.checks.coded import Fix, Spot, Spotter, opener
from tqcheck.checks.seen import CONTROLS, INVISIBLE
from tqcheck.entities import Store
from tqcheck.model import Document, Span

_NOT_SHOWN = f"[{INVISIBLE}]+"
_HIDDEN = (
    rf"(?<![A-Za-z])[A-Za-z]++(?:[{INVISIBLE}]++[A-Za-z]++)++(?:[{CONTROLS}]++[A-Za-z]*+)*+"
    rf"|(?<![^\W_])[^\W_]++[{CONTROLS}]++[^\W_]*+"
    rf"|(?<![^\W_])(?<![{CONTROLS}])[{CONTROLS}]++[^\W_]++"
)
_MANGLED = r"[\u00c2\u00c3\u00d0\u00d1\u00e2][\x80-\x9f]"
"""What a letter of two or three bytes becomes where its bytes are taken for letters."""


def _spotters(_: Store) -> tuple[Spotter, ...]:
    from tqcheck.checks.quotes import quotation_marks

    return (quotation_marks, invisible)


def invisible(document: Document) -> Iterator[Spot]:
    """Words with a character in them that shows nothing, or beside one that no text has on purpose."""
    if not re.search(_NOT_SHOWN, document.prose):
        return
    for found in re.finditer(_HIDDEN, document.prose):
        if re.search(_MANGLED, found[0]):
            continue  # an encoding taken for another, which leftovers tell
        hidden = sorted({*re.findall(f"[{INVISIBLE}]", found[0])})
        said = f"Here {', '.join(map(_named, hidden))}."
        yield Spot("typography.invisible", Span(*found.span()), (re.sub(_NOT_SHOWN, "", found[0]),), said)


def _named(character: str) -> str:
    """The number of a character, and its name if it has one."""
    import unicodedata

    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip()


def _speech(match: re.Match[str]) -> tuple[str, ...]:
    end = match["end"]
    if end == ",":
        return (",",)
    quote = next(c for c in end if c in '"”»')
    stop = next((c for c in end if c in "!?"), ",")
    return (stop + quote,)


def _curly(match: re.Match[str]) -> tuple[str, ...]:
    if match["word"]:
        return (f"{match['glued']} “{match['word']}" if match["glued"] else f"“{match['word']}",)
    return (f"{match['last']}”" + (f" {match['after']}" if match["after"] else ""),)


FIXES: dict[str, Fix] = {
    "typography.curly-side": _curly,
    "typography.speech-dash": _speech,
}

open_typography = opener("typography", FIXES, _spotters, of_characters=True)
"""The check of punctuation."""
