"""Word order: verbs and objects where Russian has them, speakers after their matter, and commas that join
sentences.
"""

from __future__ import annotations

from tqcheck.checks.coded import Spotter, opener
from tqcheck.entities import Store


def _spotters(store: Store) -> tuple[Spotter, ...]:
    from tqcheck.checks.clauses import clauses  # the reader of clauses is large
    from tqcheck.checks.speakers import Speakers
    from tqcheck.checks.splices import Splices

    return (clauses, Speakers(store), Splices(store))


open_wordorder = opener("wordorder", {}, _spotters)
"""The check of word order."""
