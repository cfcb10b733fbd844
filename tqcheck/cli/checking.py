"""`tqcheck check`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

from tqcheck.cli.arguments import add_color, add_config, file_name
from tqcheck.cli.streams import as_file, cannot, say, say_all, show
from tqcheck.model import Report, Rule, TqcheckError, Verdict
from tqcheck.settings import SETTINGS, add_arguments

_MOST_JOBS = 256
EXIT = {Verdict.PASS: 0, Verdict.FAIL: 1, Verdict.ERROR: 2}


def add_parsers(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("check", help="check articles", description="Checks articles.")
    parser.add_argument(
        "paths", nargs="+", metavar="PATH", help="file, folder, glob, or - for standard input"
    )
    parser.add_argument(
        "--output",
        type=file_name,
        action="append",
        default=[],
        metavar="FILE",
        help="write the report there, in the format its name tells (.sarif .html .json .md .xml .txt) or "
        "--format; may be repeated",
    )
    parser.add_argument(
        "--changed-since",
        metavar="REV",
        help="report only findings that texts did not have at that git revision",
    )
    add_config(parser)
    parser.add_argument(
        "--stdin-filename", default="<stdin>", metavar="NAME", help="the name of -, for format and settings"
    )
    add_color(parser)
    parser.add_argument(
        "-j",
        "--jobs",
        type=_jobs,
        metavar="auto|N",
        help="processes; auto (the default): several where there is much text, and no check that shares its "
        "work out by itself",
    )
    parser.add_argument("--quiet", action="store_true", help="no progress display")
    parser.add_argument(
        "--no-cache",
        dest="cache",
        action="store_false",
        help="look at every text, also at those that have not changed since a run before",
    )
    add_arguments(parser.add_argument_group("settings, also of tqcheck.toml"))
    parser.set_defaults(command=_check)


def _check(options: argparse.Namespace) -> int:
    from tqcheck.outputs import plan, rules_of, write_atomically
    from tqcheck.pipeline import check_paths
    from tqcheck.settings import load_settings
    from tqcheck.writers.progress import open_progress

    overrides = {s.field: getattr(options, s.field) for s in SETTINGS if s.argument}
    display = load_settings(Path.cwd() / "-", options.config, overrides)
    copies = [path for path in options.output if path.suffix.lower() == ".docx"]
    reports = [path for path in options.output if path not in copies]
    outputs = plan(reports, options.format, display.format, silent=bool(copies))
    with open_progress(sys.stderr, wanted=not options.quiet) as progress:
        report = check_paths(
            options.paths,
            config=options.config,
            overrides=overrides,
            standard_input=sys.stdin.buffer.read,
            stdin_name=options.stdin_filename,
            progress=progress,
            changed_since=options.changed_since,
            keep=options.cache,
            jobs=options.jobs,
            outputs=options.output,
        )
    say_all(report.all_failures())
    linked = sys.stdout.isatty() or options.color == "always"
    rules = rules_of(report, options.config, overrides) if outputs.needs_rules(linked) else {}
    where: object = "standard output"
    try:
        if outputs.printed:
            _print(report, outputs.printed, display.view, rules, options.color)
        for where, format in outputs.files:
            write_atomically(where, _written(report, format, display.view, rules))
        for copy in copies:
            where = copy
            write_atomically(copy, _reviewed_copy(report))
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        return cannot(f"{where}: cannot be written: {error.strerror or error}")
    if not outputs.printed and report.verdict is not Verdict.PASS:
        say(f"{report.verdict}: {'; '.join(report.reasons)}")
    return EXIT[report.verdict]


def _jobs(typed: str) -> int | None:
    """A number of processes, None for auto. Raises argparse's error for anything else."""
    if typed == "auto":
        return None
    if not (typed.isascii() and typed.isdigit()) or not 1 <= int(typed) <= _MOST_JOBS:
        raise argparse.ArgumentTypeError(f'must be auto or a number from 1 to {_MOST_JOBS}, not "{typed}"')
    return int(typed)


def _reviewed_copy(report: Report) -> bytes:
    """The Word document that a report is about, with comments. Raises TqcheckError if it is about others."""
    from tqcheck.readers import contents
    from tqcheck.readers.extracted import WORD
    from tqcheck.reviewed import write_reviewed

    documents = [checked for checked in report.documents if checked.document.format == WORD]
    if len(documents) != 1:
        raise TqcheckError(f"--output FILE.docx is for one Word document, not for {len(documents)}")
    return write_reviewed(documents[0], contents(Path(documents[0].document.path)))


def _print(report: Report, format: str, view: str, rules: Mapping[str, Rule], color: str) -> None:
    from tqcheck.writers import WRITERS, render_terminal

    if format in WRITERS:
        sys.stdout.write(WRITERS[format](report, rules))
        return
    show(render_terminal(report, view, rules), color)


def _written(report: Report, format: str, view: str, rules: Mapping[str, Rule]) -> str:
    """The report as a file holds it."""
    from tqcheck.writers import WRITERS, render_terminal

    if format in WRITERS:
        return WRITERS[format](report, rules)
    return as_file(render_terminal(report, view))
