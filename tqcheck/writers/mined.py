"""What the miner found: a table to read, and draft rules to be finished by hand."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence

from tqcheck.mine import Mined
from tqcheck.writers.visible import one_line

_WINDOW = 60
_HEAD = """\
# Draft rules, mined from {lines} machine-translated lines. Finish each by hand: say what is wrong and what an
# editor would write, generalise the pattern ({{lemma}}, sets, context), and add near misses to `pass`.
rules:
"""


def write_mined(found: Sequence[Mined]) -> str:
    """A table: score, lines by machines and people, phrase, Russian, rules that cover it; examples below."""
    rows = []
    for item in found:
        covered = ", ".join(item.rules) or "no rule yet"
        rows.append(
            f"{item.score:8.1f}  {item.machine:6d} : {item.people:<6d} {one_line(item.phrase)}"
            f"  ←  {one_line(item.russian) or '?'} ({item.share:.0%})  [{covered}]"
        )
        for english, russian in item.examples:
            rows.append(f"{'':10}{_around(english, item.phrase)}")
            rows.append(f"{'':10}{one_line(russian)[: 2 * _WINDOW]}")
    return "\n".join(rows) + "\n" if rows else "Nothing found that machines write and people do not.\n"


def write_drafts(found: Iterable[Mined], lines: int) -> str:
    """YAML of draft rules for phrases that no rule covers. Loads as a rulebook, at low confidence."""
    drafts = {_id(item.phrase): item for item in reversed(list(found)) if not item.rules}
    return _HEAD.format(lines=lines) + "".join(_draft(id_, drafts[id_]) for id_ in sorted(drafts))


def _id(phrase: str) -> str:
    return "draft." + "-".join(re.findall(r"[a-z0-9]+", phrase.lower()))


def _draft(id_: str, item: Mined) -> str:
    flags = [_marked(english, item.phrase) for english, _ in item.examples]
    return f"""
  - id: {id_}
    # machines {item.machine} lines, people {item.people}; score {item.score}
    severity: minor
    confidence: low
    category: style/unidiomatic
    russian: {_quoted(item.russian or "?")}
    pattern: {_quoted(_pattern(item.phrase))}
    suggest: []
    why: "To be written: what the Russian means, and what the English says instead."
    source: [{", ".join(_quoted(word) for word in item.russian.split())}]
    examples:
      flag: [{", ".join(_quoted(flag) for flag in flags if flag)}]
      pass: ["To be written: a near miss from real English."]
"""


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _pattern(phrase: str) -> str:
    return re.sub(r"[(){}<>|?^$#\\[\\]\"@]", "", phrase)


def _found(text: str, phrase: str) -> re.Match[str] | None:
    words = [re.escape(word).replace("'", "['’]") for word in phrase.split()]
    return re.search(r"(?<!\w)" + r"[\s\-‐'’\"“”«»]*".join(words) + r"(?!\w)", text, re.IGNORECASE)


def _around(text: str, phrase: str) -> str:
    hit = _found(text, phrase)
    if hit is None:
        return one_line(text)[: 2 * _WINDOW]
    before, after = text[max(0, hit.start() - _WINDOW) : hit.start()], text[hit.end() : hit.end() + _WINDOW]
    return one_line(f"{before}‹{hit[0]}›{after}")


def _marked(text: str, phrase: str) -> str:
    """A few words around the phrase, as a flag example."""
    hit = _found(text, phrase)
    if hit is None:
        return ""
    before = text[: hit.start()].split()[-5:]
    after = text[hit.end() :].split(" ")[:5]
    lead = " ".join(before) + (" " if before and text[: hit.start()][-1:].isspace() else "")
    return one_line(f"{lead}[[{hit[0]}]]{' '.join(after)}")
