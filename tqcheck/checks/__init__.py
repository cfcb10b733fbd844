"""Checks, by name, in the order of their claim on the same words: an earlier one's finding wins.

To add a check, write a module with `open_…(settings, progress)`, a context manager that yields `Opened`,
and name it here.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import cache

from tqcheck.checks.bilingual import open_bilingual
from tqcheck.checks.estimate import open_estimate
from tqcheck.checks.institutions import open_institutions
from tqcheck.checks.judge import open_judge
from tqcheck.checks.languagetool import open_languagetool
from tqcheck.checks.leftovers import open_leftovers
from tqcheck.checks.names import open_names
from tqcheck.checks.numbers import open_numbers
from tqcheck.checks.rulebook import open_rulebook_check
from tqcheck.checks.typography import open_typography
from tqcheck.checks.wordorder import open_wordorder
from tqcheck.model import Opened, Progress, Rule
from tqcheck.settings import Settings

OpenCheck = Callable[[Settings, Progress | None], AbstractContextManager[Opened]]

CHECKS: dict[str, OpenCheck] = {
    "numbers": open_numbers,  # before the rulebook, since it can write the figure out
    "rulebook": open_rulebook_check,
    "wordorder": open_wordorder,
    "institutions": open_institutions,
    "names": open_names,
    "leftovers": open_leftovers,
    "typography": open_typography,
    "bilingual": open_bilingual,
    "judge": open_judge,
    "languagetool": open_languagetool,
    "estimate": open_estimate,
}


@cache
def described_rules() -> tuple[Rule, ...]:
    """The rules of checks other than the rulebook, whether or not these can be had here."""
    from tqcheck.bilingual.rules import open_rules
    from tqcheck.entities import open_store
    from tqcheck.judge.estimate import kinds
    from tqcheck.judge.pairs import read_pairs
    from tqcheck.judge.rules import described
    from tqcheck.languagetool import noise

    rules = [*open_store().all_rules(), *open_rules().by_id.values()]
    rules += (shown.rule for shown in (*noise.shown().values(), noise.speller()))
    rules += [*described(read_pairs()), *kinds.described()]
    return tuple(sorted(rules, key=lambda rule: rule.id))
