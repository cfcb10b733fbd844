"""The command line: arguments → settings → exit status. The only place that prints or exits.

Exit status: 0 the gate passed; 1 it failed; 2 what was asked could not be done.

A module for each command: it adds the command's parser and carries it out.
"""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from tqcheck import __version__
from tqcheck.cli.aligning import align_parser
from tqcheck.cli.baselines import baseline_parsers
from tqcheck.cli.bulk import archive_parser
from tqcheck.cli.checking import check_parser
from tqcheck.cli.comparing import compare_parser
from tqcheck.cli.fixing import fix_parser
from tqcheck.cli.rules import mine_parser, rule_parsers
from tqcheck.cli.services import (
    judge_parser,
    languagetool_parser,
    print_completion,
    serve_editor,
    write_settings,
)
from tqcheck.cli.streams import cannot, fill_closed_streams, let_go_of_output, tell
from tqcheck.completion import SHELLS
from tqcheck.model import TqcheckError


def run() -> NoReturn:
    """The installed command."""
    # Hardly anything made here is cyclic: looking for it took a tenth of a run.
    gc.set_threshold(100_000, 20, 20)
    fill_closed_streams()
    try:
        status = main(sys.argv[1:])
    except Exception:  # our own fault, and 1 would say that the gate failed
        import traceback

        tell(traceback.format_exc() + "tqcheck: this is a fault of tqcheck itself; please report it")
        status = 2
    sys.exit(status)


def main(arguments: Sequence[str]) -> int:
    """Runs a command line and returns its exit status; prints to standard output and error."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    parser = command_line()
    try:
        options = parser.parse_args(arguments)
    except SystemExit as leaving:  # argparse has said why
        return int(leaving.code or 0)
    try:
        status: int = options.command(options)
        sys.stdout.flush()
        return status
    except TqcheckError as error:
        return cannot(error)
    except BrokenPipeError:  # whoever read us has seen enough
        let_go_of_output()
        return 2
    except KeyboardInterrupt:
        tell("tqcheck: interrupted")
        return 130
    except OSError as error:
        let_go_of_output()
        return cannot(": ".join(str(part) for part in (error.filename, error.strerror or error) if part))
    except RecursionError:
        return cannot("something is nested too deeply to be read")
    except MemoryError:
        return cannot("not enough memory")


def command_line() -> argparse.ArgumentParser:
    """The parser of the whole command line: completion scripts and the manual page are made from it."""
    parser = argparse.ArgumentParser(
        prog="tqcheck",
        description="Flags likely machine-translation errors in English renderings of Russian news.",
        epilog="Exit status: 0 the gate passed, 1 it failed, 2 what was asked could not be done.",
    )
    parser.add_argument("--version", action="version", version=f"tqcheck {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    check_parser(commands.add_parser("check", help="check articles", description="Checks articles."))
    fix_parser(commands)
    compare_parser(commands)
    rule_parsers(commands)
    baseline_parsers(commands)
    languagetool_parser(commands)
    judge_parser(commands)
    mine_parser(commands)
    align_parser(commands)
    archive_parser(commands)
    lsp = commands.add_parser("lsp", help="serve an editor by the language server protocol")
    lsp.add_argument("--languagetool", metavar="auto|on|off", default="off", help="default: off")
    lsp.set_defaults(command=serve_editor)
    completion = commands.add_parser("completion", help="print a completion script for your shell")
    completion.add_argument("shell", choices=SHELLS)
    completion.set_defaults(command=print_completion)
    init = commands.add_parser(
        "init", help="write a commented tqcheck.toml", description=write_settings.__doc__
    )
    init.add_argument("folder", nargs="?", type=Path, default=Path(), help="where (default: here)")
    init.set_defaults(command=write_settings)
    return parser
