"""What classes take from `typing`, without loading it: that takes as long as a fifth of Python's own start.

Its named tuples compile the annotation of every field besides, which takes four times as long as to make the
class. Type checkers see `typing`'s own.
"""

from __future__ import annotations

from collections import namedtuple

__all__ = ["TYPE_CHECKING", "NamedTuple", "Protocol"]

TYPE_CHECKING = False

if TYPE_CHECKING:
    from typing import NamedTuple, Protocol
else:

    class _Maker(type):
        """Makes a named tuple of a class whose annotations name its fields."""

        def __new__(cls, name, bases, names):
            if not bases:
                return super().__new__(cls, name, bases, names)
            fields = names["__annotations__"]
            defaults = [names.pop(field) for field in fields if field in names]
            made = namedtuple(name, fields, defaults=defaults)
            for name, value in names.items():
                setattr(made, name, value)
            return made

    class NamedTuple(metaclass=_Maker):
        """Base of classes that are tuples with names."""

    class Protocol:
        """Base of classes that say what others must have; `isinstance` does not know them by that."""
