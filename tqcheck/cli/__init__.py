"""The command line: arguments → settings → exit status. The only place that prints or exits.

Exit status: 0 the gate passed; 1 it failed; 2 what was asked could not be done.

A module for each command, or a few: its `add_parsers` adds their parsers, and it carries them out. It is
imported, and imports what it needs, when such a command is given: to add one, name it in MODULES.
"""

from __future__ import annotations

import argparse
import errno
import gc
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module

from tqcheck import __version__
from tqcheck.cli.arguments import Parser
from tqcheck.cli.streams import cannot, fill_closed_streams, let_go_of, tell
from tqcheck.errors import TqcheckError
from tqcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import NoReturn

MODULES: Mapping[str, tuple[str, ...]] = {
    "checking": ("check",),
    "fixing": ("fix",),
    "comparing": ("compare",),
    "rules": ("explain", "rules"),
    "baselines": ("baseline",),
    "mining": ("mine",),
    "aligning": ("align",),
    "bulk": ("archive",),
    "services": ("languagetool", "judge", "lsp", "completion", "init"),
}
"""The modules here that carry out commands, and which."""
_UNWRITTEN = (errno.ENOSPC, errno.EBADF, errno.EIO, errno.EFBIG)
"""What hinders writing to a file that is open: only standard output's error comes without a name."""


def run() -> NoReturn:
    """Runs the command line of this process and leaves."""
    fill_closed_streams()
    try:
        status = main(sys.argv[1:])
    except Exception:  # our own fault, and 1 would say that the gate failed
        import traceback

        tell(traceback.format_exc() + "tqcheck: this is a fault of tqcheck itself; please report it")
        status = 2
    try:
        sys.stderr.flush()
    except OSError:
        let_go_of(sys.stderr)
    gc.freeze()  # what is left goes with the process: to look for cycles in it took a sixth of a run
    sys.exit(status)


def main(arguments: Sequence[str]) -> int:
    """Runs a command line and returns its exit status; prints to standard output and error."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    parser = command_line(arguments[0] if arguments else "")
    if not arguments:
        parser.print_help(sys.stderr)
        return 2
    try:
        status = _carried_out(parser, arguments)
        sys.stdout.flush()
        return status
    except TqcheckError as error:
        return cannot(error)
    except BrokenPipeError:  # whoever read us has seen enough
        let_go_of(sys.stdout)
        return 2
    except KeyboardInterrupt:
        tell("tqcheck: interrupted")
        return 130
    except OSError as error:
        let_go_of(sys.stdout)
        return cannot(_of_file(error))
    except RecursionError:
        return cannot("something is nested too deeply to be read")
    except MemoryError:
        return cannot("not enough memory")


def _of_file(error: OSError) -> str:
    """What could not be read or written, and why."""
    why = error.strerror or error
    if error.errno in _UNWRITTEN and not error.filename:
        return f"standard output: cannot be written: {why}"
    return ": ".join(str(part) for part in (error.filename, why) if part)


def _carried_out(parser: argparse.ArgumentParser, arguments: Sequence[str]) -> int:
    """The exit status of a command line."""
    try:
        options = parser.parse_args(arguments)
    except SystemExit as leaving:  # argparse has said why
        return int(leaving.code or 0)
    status: int = options.command(options)
    return status


def command_line(asked: str = "") -> argparse.ArgumentParser:
    """The parser of the whole command line: completion scripts and the manual page are made from it.

    Of a command line that begins with the word `asked` no more than it needs.
    """
    parser = Parser(
        prog="tqcheck",
        description="Flags likely machine-translation errors in English renderings of Russian news.",
        epilog="Exit status: 0 the gate passed, 1 it failed, 2 what was asked could not be done.",
    )
    parser.add_argument("--version", action="version", version=f"tqcheck {__version__}")
    commands = parser.add_subparsers(prog="tqcheck", metavar="COMMAND", required=True)
    of_asked = [module for module, names in MODULES.items() if asked in names]
    for module in [] if asked == "--version" else of_asked or MODULES:
        import_module(f"tqcheck.cli.{module}").add_parsers(commands)
    return parser
