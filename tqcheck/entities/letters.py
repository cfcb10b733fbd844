"""Letters that pass for others: a Cyrillic one in an English word, a Latin one in a Russian word."""

from __future__ import annotations

import re

from tqcheck.entities.store import Store

_RUSSIAN = "[А-Яа-яЁё]"


def lookalikes(store: Store) -> dict[str, str]:
    """Latin letters by the Cyrillic ones that look like them."""
    return {pair[0]: pair[1] for pair in store.part("words")["homoglyph"]}


class Strays:
    """Latin letters within Russian words, and what was meant: понесeт."""

    def __init__(self, store: Store) -> None:
        pairs = lookalikes(store).items()
        self._meant = {latin: cyrillic for cyrillic, latin in pairs if re.match(_RUSSIAN, cyrillic)}
        letters = "".join(self._meant)
        self._stray = re.compile(rf"(?<=[\u0400-\u04ff])[{letters}](?=[\u0400-\u04ff])")

    def mended(self, text: str) -> str:
        """The text with the Russian letters; as long as it was."""
        return self._stray.sub(lambda letter: self._meant[letter[0]], text)
