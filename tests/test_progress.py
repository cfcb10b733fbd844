"""What is told of work that takes a while."""

from __future__ import annotations

import pytest

from tqcheck.checks.rulebook import open_rulebook_check
from tqcheck.progress import shown
from tqcheck.rulebook import open_rulebook
from tqcheck.settings import Settings


class Heard:
    """Writes down all that it is told."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def start(self, what: str, total: int | None) -> None:
        self.told.append(f"{what}: {total}")

    def advance(self, amount: int) -> None:
        self.told.append(str(amount))

    def done(self) -> None:
        self.told.append("done")


def test_a_work_is_told_of_as_long_as_it_lasts() -> None:
    heard = Heard()
    with shown(heard, "Reading", 5) as advance:
        advance(3)
    assert heard.told == ["Reading: 5", "3", "done"]


def test_a_work_that_fails_has_an_end_too() -> None:
    heard = Heard()
    with pytest.raises(ValueError, match="unreadable"), shown(heard, "Reading", None):
        raise ValueError("unreadable")
    assert heard.told == ["Reading: None", "done"]


def test_nobody_need_listen() -> None:
    with shown(None, "Reading", 5) as advance:
        advance(3)


def test_a_rulebook_that_is_ready_ends_no_work_of_others() -> None:
    open_rulebook()
    heard = Heard()
    with open_rulebook_check(Settings(), heard):
        assert heard.told == []
