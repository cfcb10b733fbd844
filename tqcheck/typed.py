"""What classes take from `typing`, without loading it: that takes as long as a fifth of Python's own start.

Type checkers see `typing`'s own. Its named tuples compile each annotation and a constructor, which took a
quarter of a run on an empty file; ours, the same to use, compile nothing before many of a class are made.
"""

from __future__ import annotations

from collections import _tuplegetter as getter  # type: ignore[attr-defined]
from collections import namedtuple

__all__ = ["TYPE_CHECKING", "NamedTuple", "Protocol"]

TYPE_CHECKING = False

if TYPE_CHECKING:
    from typing import NamedTuple, Protocol
else:

    class _Tuple(tuple):
        """What all named tuples have in common."""

        __slots__ = ()

        @classmethod
        def _make(cls, values):
            return cls(*values)

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def _replace(self, **other):
            values = [other.pop(field, value) for field, value in zip(self._fields, self, strict=True)]
            if other:
                raise ValueError(f"{type(self).__name__} has no {', '.join(other)}")
            return type(self)(*values)

        def __getnewargs__(self):
            return tuple(self)

        def __repr__(self):
            values = ", ".join(f"{field}={value!r}" for field, value in self._asdict().items())
            return f"{type(self).__name__}({values})"

    _MANY = 1_000
    """Tuples of a class after which a compiled constructor, which is faster, has paid for itself."""

    def _constructor(fields, defaults):
        """The __new__ of a named tuple, whose last fields have these defaults."""
        size, optional, new = len(fields), len(defaults), tuple.__new__
        made = 0

        def construct(cls, *values, **named):
            nonlocal made
            made += 1
            if made == _MANY:
                own = next(base for base in cls.__mro__ if "_fields" in vars(base))
                own.__new__ = staticmethod(namedtuple(own.__name__, fields, defaults=defaults).__new__)
            lacking = size - len(values)
            if named or not 0 <= lacking <= optional:
                values = _in_order(cls, values, named)
            elif lacking:
                values += defaults[-lacking:]
            return new(cls, values)

        return construct

    def _in_order(cls, values, named):
        """The values of the fields. Raises TypeError, as calls do."""
        given = {**dict(zip(cls._fields, values, strict=False)), **named}
        found = {**cls._field_defaults, **given}
        if len(given) < len(values) + len(named) or found.keys() != set(cls._fields):
            by_name = "".join(f" and {name}" for name in named)
            raise TypeError(f"{cls.__name__} takes {cls._fields}, not {len(values)} by place{by_name}")
        return map(found.__getitem__, cls._fields)

    class _Maker(type):
        """Makes a named tuple of a class whose annotations name its fields."""

        def __new__(cls, name, bases, names):
            if not bases:
                return super().__new__(cls, name, bases, names)
            fields = tuple(names["__annotations__"])
            defaults = {field: names.pop(field) for field in fields if field in names}
            made = {
                "__slots__": (),
                "__match_args__": fields,
                "_fields": fields,
                "_field_defaults": defaults,
                "__new__": _constructor(fields, tuple(defaults.values())),
            }
            getters = {field: getter(at, f"Field number {at}") for at, field in enumerate(fields)}
            return type(name, (_Tuple,), {**made, **getters, **names})

    class NamedTuple(metaclass=_Maker):
        """Base of classes that are tuples with names."""

    class Protocol:
        """Base of classes that say what others must have; `isinstance` does not know them by that."""
