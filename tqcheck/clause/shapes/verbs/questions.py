"""Question words that Russian joins."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.clause.reading.clause import Clause, Found

_NO_VERBS = frozenset(("and", "far", "long", "many", "much", "often", "or"))
_QUESTIONS = frozenset(("how", "when", "where", "why"))
_ENDS = frozenset(("", *",;:–—-()?!."))


def question_words_joined(clause: Clause) -> Iterator[Found]:
    """ "Who and how sells tickets", "who and with whom fights": English gives each word its own clause."""
    if "who" not in clause.keys:
        return
    for at in range(len(clause.keys) - 3):
        if clause.keys[at] != "who" or clause.keys[at + 1] != "and":
            continue
        end = at + 3
        while clause.among(end, "question-object"):
            end += 1
        led = clause.among(at + 2, "prep") and end > at + 3
        goes_on = clause.key(end)[:1].isalpha() and clause.key(end) not in _NO_VERBS
        if end < len(clause.keys) and clause.among(end, "subject-pronoun", "pronoun"):
            continue  # "who and where they are"
        if clause.key(end) == "to" and (clause.key(end + 2) in _ENDS or clause.among(end + 2, "prep")):
            continue  # "who and how to tip", unlike "who and how to celebrate the day"
        if goes_on and (led or clause.keys[at + 2] in _QUESTIONS):
            yield clause.found("question-words-joined", at, end)
