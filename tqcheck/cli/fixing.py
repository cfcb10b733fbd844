"""`tqcheck fix`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tqcheck.cli.arguments import add_color, add_config, file_name
from tqcheck.cli.streams import cannot, console_for, say, say_all, tell
from tqcheck.model import CheckFailure, InputError
from tqcheck.settings import SETTINGS, add_arguments

if TYPE_CHECKING:
    from tqcheck.fix.apply import Fixed
    from tqcheck.fix.run import Fixer, Original


def add_parsers(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "fix",
        help="put in suggestions that are safe",
        description="Puts suggestions in: those that are safe, as a diff, or those that you choose.",
    )
    parser.add_argument(
        "paths", nargs="+", metavar="PATH", help="file, folder, glob, or - for standard input"
    )
    way = parser.add_mutually_exclusive_group()
    way.add_argument("--write", action="store_true", help="change the files (of -, print the fixed text)")
    way.add_argument("-i", "--interactive", action="store_true", help="decide on each finding, then write")
    parser.add_argument(
        "--unsafe",
        action="store_true",
        help="also the first of several, and of medium confidence",
    )
    parser.add_argument("--exit-code", action="store_true", help="status 1 where there is something to fix")
    parser.add_argument("--record", type=file_name, metavar="FILE", help="keep decisions there")
    add_config(parser)
    add_color(parser)
    parser.add_argument("--stdin-filename", default="<stdin>", metavar="NAME", help="the name of -")
    add_arguments(
        parser, ("min_confidence", "select", "ignore", "baseline", "languagetool", "judge", "source")
    )
    parser.set_defaults(command=_fix)


def _fix(options: argparse.Namespace) -> int:
    from tqcheck.fix.run import Fixer
    from tqcheck.writers.progress import open_progress

    overrides = {s.field: getattr(options, s.field, None) for s in SETTINGS if s.argument}
    with open_progress(sys.stderr) as progress, Fixer(options.config, overrides, progress) as fixer:
        fixer.require_sources(options.paths)
        if options.record:
            fixer.require_apart(options.record, options.paths)
        status = _reviewed(options, fixer) if options.interactive else _fixed(options, fixer)
        say_all(fixer.notices)
    return status


def _originals(options: argparse.Namespace, fixer: Fixer) -> Iterator[Original]:
    """The files of a command line that could be read and checked; of the others it is said why not."""
    for path in options.paths:
        if path == "-":
            found = iter([fixer.standard_input(sys.stdin.buffer.read(), options.stdin_filename)])
        else:
            found = fixer.originals([path])
        for original in found:
            if isinstance(original, CheckFailure):
                say(original)
                options.failed = True
            else:
                yield original


def _fixed(options: argparse.Namespace, fixer: Fixer) -> int:
    from tqcheck.fix.apply import told

    options.failed = False
    put = _writer() if options.write else _differ(options.color)
    done = []
    for original in _originals(options, fixer):
        fixed = fixer.fix(original, unsafe=options.unsafe)
        try:
            put(original, fixed)
        except InputError as error:
            say(error)
            options.failed = True
            fixed = fixed.unwritten()
        done.append(fixed)
    if summary := told(done, written=options.write):
        tell(summary)
    changed = any(fixed.edits for fixed in done)
    return 2 if options.failed else 1 if options.exit_code and changed else 0


def _writer() -> Callable[[Original, Fixed], None]:
    """What writes a fixed text back to its file, or to standard output where it came from standard input."""
    from tqcheck.fix.run import encoded, write_back

    def write(original: Original, fixed: Fixed) -> None:
        text = fixed.after.document.file_text
        if original.path is None:
            sys.stdout.write(text)
        elif fixed.edits:
            write_back(original, encoded(original, text))

    return write


def _differ(color: str) -> Callable[[Original, Fixed], None]:
    """What shows how a fixed text differs."""
    from tqcheck.writers.diff import diff, render_diff

    console = console_for(color)

    def show(original: Original, fixed: Fixed) -> None:
        text = diff(original.name, fixed.before.document.file_text, fixed.after.document.file_text)
        if console.is_terminal:
            for line in render_diff(text, console.width):
                console.print(line, soft_wrap=True)
        else:
            sys.stdout.write(text)

    return show


def _reviewed(options: argparse.Namespace, fixer: Fixer) -> int:
    from datetime import UTC, datetime

    from tqcheck.fix.accepting import accept_terms
    from tqcheck.fix.apply import put_in_file
    from tqcheck.fix.decisions import append, default_path
    from tqcheck.fix.dialogue import review
    from tqcheck.fix.run import encoded, write_back
    from tqcheck.fix.terminal import TerminalDesk
    from tqcheck.settings.configfile import shown
    from tqcheck.wording import counted

    if "-" in options.paths:
        return cannot("--interactive reads your keys from standard input, which cannot be the text too")
    options.failed = False
    desk = TerminalDesk(console_for(options.color), sys.stdin)
    record = options.record or default_path()
    decided = written = 0
    accepted: dict[Path, list[str]] = {}
    for original in _originals(options, fixer):
        reviewed = review(original.reported, desk)
        decided += len(reviewed.decisions)
        if reviewed.edits:
            text = put_in_file(original.checked.document, reviewed.edits)
            try:
                write_back(original, encoded(original, text))
                written += 1
            except InputError as error:
                say(error)
                options.failed = True
        if reviewed.decisions:
            append(record, reviewed.decisions, datetime.now(UTC))
        if reviewed.terms:
            file = fixer.settings(original).config_file or Path("tqcheck.toml")
            accepted.setdefault(file, []).extend(accept_terms(file, reviewed.terms))
        if reviewed.leaving:
            break
    print(f"{counted(decided, 'decision')}, {counted(written, 'file')} changed.")
    for file, terms in accepted.items():
        print(f"Accepted for good in {shown(file)}: {', '.join(terms) or 'nothing new'}.")
    if decided:
        print(f"Decisions are kept in {shown(record)}.")
    return 2 if options.failed else 0
