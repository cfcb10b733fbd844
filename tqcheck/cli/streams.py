"""What the commands print through: nothing else prints."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable
from contextlib import suppress

from tqcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import IO, Any, TextIO

    from rich.console import Console, RenderableType


def fill_closed_streams() -> None:
    """Gives standard streams that were closed to nothing, or the next file opened would take their place.

    What is printed to an output that was closed does not arrive, and is an error; messages are let go.
    """
    for number, name, mode, way in (
        (0, "stdin", "r", os.O_RDWR),
        (1, "stdout", "w", os.O_RDONLY),
        (2, "stderr", "w", os.O_RDWR),
    ):
        if getattr(sys, name) is None:
            opened = os.open(os.devnull, way)
            if opened != number:
                os.dup2(opened, number)
            setattr(sys, name, open(number, mode, closefd=False))  # noqa: SIM115


def cannot(why: object) -> int:
    """Says why something could not be done, and gives the exit status for that."""
    say(why)
    return 2


def say(what: object) -> None:
    """A message of ours on standard error, each line of it marked as ours, control characters shown."""
    tell("\n".join(f"tqcheck: {visible(line)}" for line in str(what).split("\n")))


def say_all(what: Iterable[object]) -> bool:
    """Says each; whether there was any."""
    said = False
    for one in what:
        say(one)
        said = True
    return said


def tell(text: str) -> None:
    """On standard error, if that can be written."""
    with suppress(OSError):
        print(text, file=sys.stderr)


def let_go_of(stream: TextIO) -> None:
    """What could not be written is not to be tried once more on leaving, which would change the status."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def visible(text: str) -> str:
    """Control characters shown, never obeyed."""
    return "".join(c if c.isprintable() or c == "\n" else f"\\x{ord(c):02x}" for c in text)


class _SteadyLinks:
    """A stream in which links are numbered as they come: rich numbers them from a number drawn by lot."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream
        self._numbers: dict[str, int] = {}

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def write(self, text: str) -> int:
        return self._stream.write(re.sub(r"(\x1b]8;id=)([^;]+);", self._numbered, text))

    def _numbered(self, found: re.Match[str]) -> str:
        return f"{found[1]}{self._numbers.setdefault(found[2], len(self._numbers) + 1)};"


def console_for(color: str, file: IO[str] | None = None) -> Console:
    from rich.console import Console

    return Console(
        file=file or _SteadyLinks(sys.stdout),  # type: ignore[arg-type]
        force_terminal={"auto": None, "always": True, "never": False}[color],
        no_color=True if color == "never" else None,
        highlight=False,
        markup=False,
        emoji=False,
    )


def show(renderable: RenderableType, color: str) -> None:
    """Prints a page, or anything else for a console. A page needs no console where nobody sees colours."""
    from tqcheck.writers.page import Page

    if isinstance(renderable, Page) and not _may_be_seen(color):
        sys.stdout.write(renderable.plain(width(), sys.stdout.encoding or "utf-8"))
    else:
        console_for(color).print(renderable, soft_wrap=True)


def as_file(renderable: RenderableType) -> str:
    """What a file is to hold of something for a console."""
    import io

    from tqcheck.writers.page import Page

    if isinstance(renderable, Page):
        return renderable.plain(width(), "utf-8")
    paper = io.StringIO()
    console_for("never", paper).print(renderable, soft_wrap=True)
    return paper.getvalue()


def _may_be_seen(color: str) -> bool:
    """Whether colours or links may be wanted on standard output: rich decides, where that is so."""
    if color != "auto":
        return color == "always"
    forced = os.environ.get("FORCE_COLOR") or os.environ.get("TTY_COMPATIBLE") == "1"
    return sys.stdout.isatty() or bool(forced)


def width() -> int:
    """That of the terminal around, as rich takes it."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isdigit() and int(columns):
        return int(columns)
    for stream in (0, 1, 2):
        with suppress(OSError):
            return os.get_terminal_size(stream).columns or 80
    return 80
