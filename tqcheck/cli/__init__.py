"""The command line: arguments → settings → exit status. The only place that prints or exits.

Exit status: 0 the gate passed; 1 it failed; 2 what was asked could not be done.

A module for each command: it adds the command's parser and carries it out. It is imported, and imports what
it needs, when its command is given: to add one, name it in COMMANDS.
"""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import NoReturn

from tqcheck import __version__
from tqcheck.cli.streams import cannot, fill_closed_streams, let_go_of_output, tell
from tqcheck.errors import TqcheckError


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
    parser = command_line(arguments[0] if arguments else "")
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


def command_line(asked: str = "") -> argparse.ArgumentParser:
    """The parser of the whole command line: completion scripts and the manual page are made from it.

    Of a command line that begins with the word `asked` no more than it needs.
    """
    parser = argparse.ArgumentParser(
        prog="tqcheck",
        description="Flags likely machine-translation errors in English renderings of Russian news.",
        epilog="Exit status: 0 the gate passed, 1 it failed, 2 what was asked could not be done.",
    )
    parser.add_argument("--version", action="version", version=f"tqcheck {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    if asked in COMMANDS:
        COMMANDS[asked](commands)
    elif asked != "--version":
        for add in dict.fromkeys(COMMANDS.values()):
            add(commands)
    return parser


def _check(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    from tqcheck.cli.checking import check_parser

    check_parser(commands.add_parser("check", help="check articles", description="Checks articles."))


def _fix(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    from tqcheck.cli.fixing import fix_parser

    fix_parser(commands)


def _compare(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    from tqcheck.cli.comparing import compare_parser

    compare_parser(commands)


def _rules(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    from tqcheck.cli.rules import rule_parsers

    rule_parsers(commands)


def _baseline(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    from tqcheck.cli.baselines import baseline_parsers

    baseline_parsers(commands)


def _languagetool(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    from tqcheck.cli.services import languagetool_parser

    languagetool_parser(commands)


def _judge(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    from tqcheck.cli.services import judge_parser

    judge_parser(commands)


def _mine(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    from tqcheck.cli.rules import mine_parser

    mine_parser(commands)


def _align(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    from tqcheck.cli.aligning import align_parser

    align_parser(commands)


def _archive(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    from tqcheck.cli.bulk import archive_parser

    archive_parser(commands)


def _smaller(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    from tqcheck.cli.services import smaller_parsers

    smaller_parsers(commands)


COMMANDS: Mapping[str, Callable[[argparse._SubParsersAction[argparse.ArgumentParser]], None]] = {
    "check": _check,
    "fix": _fix,
    "compare": _compare,
    "explain": _rules,
    "rules": _rules,
    "baseline": _baseline,
    "languagetool": _languagetool,
    "judge": _judge,
    "mine": _mine,
    "align": _align,
    "archive": _archive,
    "lsp": _smaller,
    "completion": _smaller,
    "init": _smaller,
}
"""What adds the parser of each command."""
