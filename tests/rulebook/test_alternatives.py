"""Alternatives as they are kept."""

from __future__ import annotations

from tqcheck.rulebook.alternatives import any_of, by_beginning


def test_single_words_are_one_set() -> None:
    assert any_of(["town", ["w", "city", "village"], ["a", "hamlet", ["g", 2]]]) == [
        "a",
        ["w", "city", "hamlet", "town", "village"],
        ["g", 2],
    ]


def test_what_several_begin_with_stands_once() -> None:
    big, small = ["s", "the", "big", "town"], ["s", "the", "s"]
    other = ["s", "a", "town"]
    joined = ["s", "the", ["a", ["w", "s"], ["s", "big", "town"]]]
    assert by_beginning(["s", "in", ["a", big, "here", other, small]]) == [
        "s",
        "in",
        ["a", ["w", "here"], joined, other],
    ]


def test_beginnings_are_told_apart_at_every_depth() -> None:
    phrases = [["s", *phrase.split()] for phrase in ("at the very end", "at the very start", "at the top")]
    assert by_beginning(["a", *phrases]) == [
        "s",
        "at",
        ["s", "the", ["a", ["w", "top"], ["s", "very", ["w", "end", "start"]]]],
    ]


def test_one_alternative_is_left_as_it_is() -> None:
    for code in ("town", ["w", "city", "town"], ["o", ["g", 3]], ["s", "the", ["r", 7]]):
        assert by_beginning(code) == code
