"""Named tuples made without `typing` are what typing's are; that no run loads it, `test_start` tests."""

from __future__ import annotations

import pickle
import typing
from typing import TYPE_CHECKING, Any

import pytest

from tqcheck import typed


class Ours(typed.NamedTuple):
    """With a method."""

    first: int
    second: Sequence[str] = ()

    @property
    def both(self) -> str:
        return f"{self.first} {len(self.second)}"


class Theirs(typing.NamedTuple):
    """With a method."""

    first: int
    second: Sequence[str] = ()

    @property
    def both(self) -> str:
        return f"{self.first} {len(self.second)}"


if TYPE_CHECKING:
    from collections.abc import Sequence


@pytest.mark.parametrize("made", [Ours(1), Ours(1, ("a",)), Ours(second=("a", "b"), first=2)])
def test_a_named_tuple_is_as_those_of_typing(made: Any) -> None:
    same = Theirs(*made)
    assert (made, hash(made), made.both) == (same, hash(same), same.both)
    assert repr(made) == repr(same).replace("Theirs", "Ours")
    assert made._replace(first=3) == same._replace(first=3)
    assert made._asdict() == same._asdict()
    assert pickle.loads(pickle.dumps(made)) == made


def test_its_class_is_as_those_of_typing() -> None:
    ours, theirs = ({name: getattr(made, name) for name in _TOLD} for made in (Ours, Theirs))
    assert ours == {**theirs, "__name__": "Ours", "__qualname__": "Ours"}
    with pytest.raises(TypeError, match="first"):
        Ours()  # type: ignore[call-arg]


_TOLD = ("_fields", "_field_defaults", "__match_args__", "__doc__", "__module__", "__name__", "__qualname__")
