"""Entities → the tables that the checks look names up in: a form's first word, in lower case, leads to the
forms that begin with it, the longest first. Entities and forms are JSON, each on a line of its own, so that
only those are parsed whose words a text holds."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Any

from tqcheck.entities.load import Data, Entity
from tqcheck.entities.romanise import Romaniser
from tqcheck.entities.words import words_of
from tqcheck.rulebook.inflect import words

Own = list[tuple[int, Entity]]
Form = tuple[int, str, str]
"""The number of its entity, the form, the rule."""


def tables(data: Data) -> dict[str, Any]:
    """Parts of the store: the words of the rules; as lines the entities, and for each check its tables.

    wrong and capitals: first word, then [[the other words, the form, number of the entity, rule], …];
    choice: the same, of forms that shut each other out.
    """
    parts: dict[str, Any] = {
        "words": _words(data.words),
        "entities": "\n".join(map(_plain, data.entities)),
    }
    real = frozenset(data.words.get("real-names", ()))
    romaniser = Romaniser(data.words.get("letter-spellings", ()))
    for check in data.rules:
        own = [(n, entity) for n, entity in enumerate(data.entities) if entity.kind.check == check]
        parts[f"wrong {check}"] = _table([*_wrong(own), *_romanised(own, romaniser, real)])
        parts[f"capitals {check}"] = _table(
            (n, f, e.kind.capitals) for n, e in own if e.kind.capitals for f in e.english if _rises(f)
        )
        parts[f"choice {check}"] = _table(
            (n, f, e.kind.choice) for n, e in own if e.kind.choice for f in e.english
        )
    return parts


def _words(lists: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """The lists, those of verbs with all forms of each."""
    return {
        name: sorted({form for lemma in lemmas for form in words(lemma, "VERB")})
        if name.endswith("-verbs")
        else lemmas
        for name, lemmas in lists.items()
    }


def _wrong(own: Own) -> list[Form]:
    return [(number, form, entity.kind.wrong) for number, entity in own for form in entity.wrong]


def _romanised(own: Own, romaniser: Romaniser, real: frozenset[str]) -> list[Form]:
    """Names by their Russian letters, less those that another entity claims or that are names themselves."""
    taken = {_key(form) for _, entity in own for form in (*entity.wrong, *entity.english)}
    forms = []
    for number, entity in own:
        if entity.kind.romanised and not entity.near:
            for form in romaniser.carried_back(entity.russian, entity.english):
                if (key := _key(form)) not in taken and key not in real:
                    taken.add(key)
                    forms.append((number, form, entity.kind.romanised))
    return forms


def _key(form: str) -> str:
    return " ".join(word.key for word in words_of(form))


def _plain(entity: Entity) -> str:
    near = [word.lower() for word in entity.near]
    return _dump([entity.russian, list(entity.english), near, entity.kind.article])


def _dump(value: list[Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _rises(form: str) -> bool:
    """Whether a form has capitals to lose: two words of it begin with one."""
    return sum(word.text[:1].isupper() for word in words_of(form)) > 1


def _table(forms: Iterable[Form]) -> str:
    table: dict[str, list[list[Any]]] = {}
    for number, form, rule in forms:
        first, *rest = (word.key for word in words_of(form))
        table.setdefault(first, []).append([rest, form, number, rule])
    for entries in table.values():
        entries.sort(key=lambda entry: (-len(entry[0]), entry[1]))
    return "\n".join(chain.from_iterable((first, _dump(entries)) for first, entries in table.items()))
