"""Named tuples made without `typing` are as typing's are; that no run loads it, `test_start` tests."""

from __future__ import annotations

import copy
import pickle
import typing
from collections.abc import Callable
from typing import Any

import pytest

from tqcheck import typed


def _classes() -> tuple[Any, Any]:
    """The same class of either kind, none of them used yet."""

    class Ours(typed.NamedTuple):
        """With a method."""

        first: int
        second: tuple[str, ...] = ()

        @property
        def both(self) -> str:
            return f"{self.first} {len(self.second)}"

    class Theirs(typing.NamedTuple):
        """With a method."""

        first: int
        second: tuple[str, ...] = ()

        @property
        def both(self) -> str:
            return f"{self.first} {len(self.second)}"

    return Ours, Theirs


USES: dict[str, Callable[[Any], object]] = {
    "its class": lambda made: (made._fields, made._field_defaults, made.__match_args__, made.__doc__),
    "its names": lambda made: (made.__module__, vars(made)["__annotations__"].keys(), made.__mro__[-2:]),
    "by place": lambda made: tuple(made(1, ("a",))),
    "by name": lambda made: tuple(made(second=("a", "b"), first=2)),
    "defaults": lambda made: (made(1).first, made(1).second, made(1).both),
    "equal": lambda made: (made(1) == (1, ()), hash(made(1)) == hash((1, ())), made(1) < made(2)),
    "made": lambda made: tuple(made._make([1, ()])),
    "replaced": lambda made: (tuple(made(1)._replace(first=3)), made(1)._asdict()),
    "copied": lambda made: tuple(copy.copy(made(1, ("a",)))),
    "shown": lambda made: repr(made(1)).replace("Theirs", "Ours"),
    "matched": lambda made: _matched(made, made(1, ("a",))),
    "inherited": lambda made: _inheriting(made)(1).first,
}


@pytest.mark.parametrize("use", USES.values(), ids=USES)
def test_a_named_tuple_is_as_those_of_typing(use: Callable[[Any], object]) -> None:
    ours, theirs = _classes()
    assert use(ours) == use(theirs)
    for number in range(1_000):
        ours(number)  # there is another constructor from then on
    assert use(ours) == use(theirs)


@pytest.mark.parametrize(
    ("values", "named"), [((), {}), ((1, (), 3), {}), ((1,), {"first": 2}), ((1,), {"third": 3})]
)
def test_it_refuses_the_same(values: tuple[object, ...], named: dict[str, object]) -> None:
    ours, theirs = _classes()
    _refuses(theirs, values, named)
    _refuses(ours, values, named)
    for number in range(1_000):
        ours(number)
    _refuses(ours, values, named)


def _refuses(made: Any, values: tuple[object, ...], named: dict[str, object]) -> None:
    with pytest.raises(TypeError, match=made.__name__):
        made(*values, **named)
    with pytest.raises(ValueError, match="third"):
        made(1)._replace(third=3)


class Sent(typed.NamedTuple):
    """One that other processes know by its name."""

    word: str = ""


def test_it_can_be_sent() -> None:
    assert pickle.loads(pickle.dumps(Sent("a"))) == Sent("a")


def _matched(made: Any, one: object) -> object:
    match one:
        case made(1, second):
            return second
    return None


def _inheriting(made: Any) -> Any:
    class Heir(made):  # type: ignore[misc]
        __slots__ = ()

    return Heir
