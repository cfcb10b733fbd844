"""A terminal as the desk of the dialogue: single keys where it gives them, lines where it does not."""

from __future__ import annotations

import os
import select
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

from rich.console import Console

from tqcheck.writers.text import Text
from tqcheck.writers.theme import Theme


class TerminalDesk:
    """Shows on a console, reads from a stream. If that is a pipe, the first letter of a line counts."""

    def __init__(self, console: Console, keyboard: TextIO) -> None:
        self.console, self.keyboard = console, keyboard
        self.theme = Theme.of(console, console.options, lambda _: "")

    def show(self, line: Text) -> None:
        """Shows a line."""
        self.console.print(line, soft_wrap=True)

    def key(self, prompt: Text) -> str:
        """The next key; Ctrl-C raises KeyboardInterrupt as ever."""
        if not self.keyboard.isatty():
            self.console.print(prompt, soft_wrap=True)
            line = self.keyboard.readline()
            return line.strip()[:1] or line[:1]
        with _single_keys(self.keyboard) as pressed_key:
            self.console.print(prompt, end="", soft_wrap=True)
            pressed = pressed_key()
        self.console.print(pressed if pressed.isprintable() else "", markup=False)
        return pressed

    def line(self, prompt: str, start: str) -> str:
        """A line typed; at a terminal it begins with `start`."""
        if not self.keyboard.isatty():
            return self.keyboard.readline().rstrip("\r\n")
        with _prefilled(start):
            return input(f"  {prompt}")


@contextmanager
def _single_keys(keyboard: TextIO) -> Iterator[Callable[[], str]]:
    """Keys come without Enter and unseen, those pressed too early included."""
    try:
        import termios
        import tty
    except ImportError:
        yield _pressed_on_windows
        return
    descriptor = keyboard.fileno()
    before = termios.tcgetattr(descriptor)
    try:
        tty.setcbreak(descriptor, termios.TCSANOW)
        yield lambda: _pressed(descriptor)
    finally:
        termios.tcsetattr(descriptor, termios.TCSADRAIN, before)


def _pressed(descriptor: int) -> str:
    """One key; the sequence that an arrow or function key sends is one, too."""
    data = os.read(descriptor, 1)
    while data[:1] == b"\x1b" or data[:1] >= b"\x80":  # more belongs to it, if it has come
        if not select.select([descriptor], [], [], 0.01)[0]:
            break
        data += os.read(descriptor, 1)
    return "\x1b" if data[:1] == b"\x1b" else data.decode("utf-8", "replace")


def _pressed_on_windows() -> str:
    import msvcrt

    key: str = msvcrt.getwch()  # type: ignore[attr-defined]
    return "\n" if key == "\r" else key


@contextmanager
def _prefilled(text: str) -> Iterator[None]:
    """What `input` begins with, where there is readline."""
    try:
        import readline
    except ImportError:
        yield
        return
    readline.set_startup_hook(lambda: readline.insert_text(text))
    try:
        yield
    finally:
        readline.set_startup_hook()
