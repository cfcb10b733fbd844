"""What values a setting takes: reading them from TOML or from the command line, and describing them."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from tqcheck.typed import Protocol

_SHOWN = 60  # characters of a wrong value that a message quotes


class Kind(Protocol):
    """A kind of value."""

    @property
    def metavar(self) -> str:
        """What stands for the value in the help of the command line."""
        ...

    def typed(self, value: object) -> object:
        """The TOML value meant by what was typed as an argument; what is no text is left alone."""
        ...

    def parse(self, value: object, base: Path) -> object:
        """A TOML value as `Settings` holds it; `base` is where relative paths start.

        Raises ValueError, whose message continues a sentence that begins with the setting's name.
        """
        ...

    def shown(self, default: object) -> str:
        """A default in words."""
        ...

    def example(self, default: object) -> str:
        """The default as TOML."""
        ...


class Plain:
    """What most kinds have in common."""

    def __init__(self, metavar: str) -> None:
        self.metavar = metavar

    def typed(self, value: object) -> object:
        return value

    def shown(self, default: object) -> str:
        return str(default) or "none"

    def example(self, default: object) -> str:
        return to_toml(default)


class Choice(Plain):
    """One of some words."""

    def __init__(self, values: tuple[str, ...]) -> None:
        super().__init__("|".join(values))
        self.values = values

    def parse(self, value: object, base: Path) -> str:  # noqa: ARG002
        for allowed in self.values:
            if value == allowed:
                return allowed
        hint = ""
        if isinstance(value, str):
            from difflib import get_close_matches

            close = get_close_matches(value.lower(), self.values, n=1)
            hint = f"; did you mean {to_toml(close[0])}?" if close else ""
        *most, last = map(to_toml, self.values)
        raise ValueError(f"must be {', '.join(most)} or {last}, not {quoted(value)}{hint}")


class Number(Plain):
    """A number in a range, both ends allowed; an optional one may also be "none"."""

    def __init__(self, low: int, high: int, *, whole: bool = False, optional: bool = False) -> None:
        super().__init__("N")
        self.low = low
        self.high = high
        self.whole = whole
        self.optional = optional

    def typed(self, value: object) -> object:
        if not isinstance(value, str):
            return value
        for number in (int, float):
            with suppress(ValueError):
                return number(value)
        return value

    def parse(self, value: object, base: Path) -> float | None:  # noqa: ARG002
        if self.optional and value == "none":
            return None
        allowed = int if self.whole else int | float
        if isinstance(value, allowed) and not isinstance(value, bool) and self.low <= value <= self.high:
            return value  # NaN is not
        what = "a whole number" if self.whole else "a number"
        none = ' or "none"' if self.optional else ""
        raise ValueError(f"must be {what} from {self.low} to {self.high}{none}, not {quoted(value)}")

    def shown(self, default: object) -> str:
        return "none" if default is None else str(default)

    def example(self, default: object) -> str:
        return to_toml("none" if default is None else default)


class Flag(Plain):
    """Yes or no; as an argument it is given or not, without a value."""

    def __init__(self) -> None:
        super().__init__("true|false")

    def parse(self, value: object, base: Path) -> bool:  # noqa: ARG002
        if isinstance(value, bool):
            return value
        raise ValueError(f"must be true or false, not {quoted(value)}")

    def shown(self, default: object) -> str:
        return to_toml(default)


class Strings(Plain):
    """A list of words; as an argument, separated by commas, and the argument may be repeated."""

    def typed(self, value: object) -> object:
        texts = [value] if isinstance(value, str) else value
        if not isinstance(texts, Sequence) or not all(isinstance(text, str) for text in texts):
            return value
        return [part.strip() for text in texts for part in text.split(",")]

    def parse(self, value: object, base: Path) -> tuple[object, ...]:  # noqa: ARG002
        return strings(value)

    def shown(self, default: object) -> str:  # noqa: ARG002
        return "none"

    def example(self, default: object) -> str:
        return to_toml(default)


class Paths(Plain):
    """A list of files and folders that exist. They are held absolute."""

    def parse(self, value: object, base: Path) -> tuple[object, ...]:
        if isinstance(value, Sequence) and not isinstance(value, str):
            value = [str(item) if isinstance(item, Path) else item for item in value]
        paths = []
        for text in strings(value):
            try:
                path = (base / Path(text).expanduser()).absolute()
            except RuntimeError:  # "~nobody"
                raise ValueError(f"has {quoted(text)}, whose home folder is not known") from None
            if not path.exists():
                raise ValueError(f"has {quoted(text)}, but there is no {path}")
            paths.append(path)
        return tuple(paths)

    def shown(self, default: object) -> str:  # noqa: ARG002
        return "none"


class Url(Plain):
    """An http or https address, or "" for none."""

    def __init__(self) -> None:
        super().__init__("URL")

    def parse(self, value: object, base: Path) -> str:  # noqa: ARG002
        if isinstance(value, str):
            from urllib.parse import urlsplit

            try:
                parts = urlsplit(value)
                sound = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
                if not value or (sound and len(value.split()) == 1):
                    return value
            except ValueError:  # a port that is no number, a bracket that is not closed
                pass
        raise ValueError(f'must be an address such as "http://localhost:8081", not {quoted(value)}')


def strings(value: object) -> tuple[str, ...]:
    """A list of texts, none of them empty. Raises ValueError as `Kind.parse` does."""
    if isinstance(value, str):
        raise ValueError(f"must be a list, such as [{quoted(value)}], not {quoted(value)}")
    if not isinstance(value, Sequence):
        raise ValueError(f"must be a list of texts, not {quoted(value)}")
    for item in value:
        if not isinstance(item, str):
            raise ValueError(f"must hold texts only, not {quoted(item)}")
        if not item.strip():
            raise ValueError("has an empty text in it")
    return tuple(value)


def to_toml(value: object) -> str:
    """A value as TOML writes it, so also with control characters escaped."""
    if isinstance(value, str):  # TOML's basic strings are JSON's; DEL and C1 are escaped for terminals' sake
        import json

        text = json.dumps(value, ensure_ascii=False)
        return "".join(f"\\u{ord(c):04x}" if "\x7f" <= c <= "\x9f" else c for c in text)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(to_toml, value))}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{to_toml(k)} = {to_toml(v)}' for k, v in value.items())}}}"
    return str(value)


def quoted(value: object) -> str:
    """A wrong value as messages give it, the end of a long one left out."""
    text = to_toml(value)
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
