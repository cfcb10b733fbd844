"""The command line: arguments → settings → exit status. The only place that prints or exits.

Exit status: 0 the gate passed; 1 it failed; 2 what was asked could not be done.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from tqcheck import __version__
from tqcheck.model import CheckFailure, InputError, Progress, Report, Rule, TqcheckError, Verdict
from tqcheck.settings import SETTINGS, add_arguments

if TYPE_CHECKING:
    from rich.console import Console

    from tqcheck.baseline import Baseline
    from tqcheck.fix.run import Fixer, Original
    from tqcheck.rulebook import Program

EXIT = {Verdict.PASS: 0, Verdict.FAIL: 1, Verdict.ERROR: 2}


def run() -> NoReturn:
    """The installed command."""
    gc.set_threshold(
        100_000, 20, 20
    )  # hardly anything made here is cyclic: looking for it took a tenth of a run
    _fill_closed_streams()
    try:
        status = main(sys.argv[1:])
    except Exception:  # our own fault, and 1 would say that the gate failed
        import traceback

        _tell(traceback.format_exc() + "tqcheck: this is a fault of tqcheck itself; please report it")
        status = 2
    sys.exit(status)


def _fill_closed_streams() -> None:
    """Gives standard streams that were closed to nothing, or the next file opened would take their place."""
    for number, name, mode in ((0, "stdin", "r"), (1, "stdout", "w"), (2, "stderr", "w")):
        if getattr(sys, name) is None:
            opened = os.open(os.devnull, os.O_RDWR)
            if opened != number:
                os.dup2(opened, number)
            setattr(sys, name, open(number, mode, closefd=False))  # noqa: SIM115


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
        return _cannot(error)
    except BrokenPipeError:  # whoever read us has seen enough
        _let_go_of_output()
        return 2
    except KeyboardInterrupt:
        _tell("tqcheck: interrupted")
        return 130
    except OSError as error:
        _let_go_of_output()
        return _cannot(": ".join(str(part) for part in (error.filename, error.strerror or error) if part))
    except RecursionError:
        return _cannot("something is nested too deeply to be read")
    except MemoryError:
        return _cannot("not enough memory")


def _cannot(why: object) -> int:
    _tell(f"tqcheck: {_visible(str(why))}")
    return 2


def _tell(text: str) -> None:
    """On standard error, if that can be written."""
    with suppress(OSError):
        print(text, file=sys.stderr)


def _let_go_of_output() -> None:
    """What could not be written is not to be tried once more on leaving, which would change the status."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _visible(text: str) -> str:
    """Control characters shown, never obeyed."""
    return "".join(c if c.isprintable() or c == "\n" else f"\\x{ord(c):02x}" for c in text)


def command_line() -> argparse.ArgumentParser:
    """The parser of the whole command line: completion scripts and the manual page are made from it."""
    parser = argparse.ArgumentParser(
        prog="tqcheck",
        description="Flags likely machine-translation errors in English renderings of Russian news.",
        epilog="Exit status: 0 the gate passed, 1 it failed, 2 what was asked could not be done.",
    )
    parser.add_argument("--version", action="version", version=f"tqcheck {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    _check_parser(commands.add_parser("check", help="check articles", description="Checks articles."))
    _fix_parser(commands)
    _compare_parser(commands)
    _rule_parsers(commands)
    _baseline_parsers(commands)
    _languagetool_parser(commands)
    _judge_parser(commands)
    _mine_parser(commands)
    _align_parser(commands)
    _archive_parser(commands)
    lsp = commands.add_parser("lsp", help="serve an editor by the language server protocol")
    lsp.add_argument("--languagetool", metavar="auto|on|off", default="off", help="default: off")
    lsp.set_defaults(command=_lsp)
    completion = commands.add_parser("completion", help="print a completion script for your shell")
    completion.add_argument("shell", choices=("bash", "zsh", "fish", "powershell", "tcsh"))
    completion.set_defaults(command=_completion)
    init = commands.add_parser("init", help="write a commented tqcheck.toml", description=_init.__doc__)
    init.add_argument("folder", nargs="?", type=Path, default=Path(), help="where (default: here)")
    init.set_defaults(command=_init)
    return parser


def _check_parser(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths", nargs="+", metavar="PATH", help="file, folder, glob, or - for standard input"
    )
    parser.add_argument(
        "--output",
        type=Path,
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
    parser.add_argument("--config", type=Path, metavar="FILE", help="use this file and look for no other")
    parser.add_argument(
        "--stdin-filename", default="<stdin>", metavar="NAME", help="the name of -, for format and settings"
    )
    parser.add_argument("--color", choices=("auto", "always", "never"), default="auto", help="default: auto")
    parser.add_argument("--quiet", action="store_true", help="no progress display")
    parser.add_argument(
        "--no-cache",
        dest="cache",
        action="store_false",
        help="look at every text, also at those that have not changed since a run before",
    )
    add_arguments(parser.add_argument_group("settings, also of tqcheck.toml"))
    parser.set_defaults(command=_check)


def _fix_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
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
    parser.add_argument("--record", type=Path, metavar="FILE", help="keep decisions there")
    parser.add_argument("--config", type=Path, metavar="FILE", help="use this file and look for no other")
    parser.add_argument("--color", choices=("auto", "always", "never"), default="auto", help="default: auto")
    parser.add_argument("--stdin-filename", default="<stdin>", metavar="NAME", help="the name of -")
    add_arguments(parser, ("min_confidence", "select", "ignore", "baseline", "languagetool"))
    parser.set_defaults(command=_fix)


def _compare_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "compare",
        help="compare two translations of the same texts",
        description="Compares two translations of the same texts: two files, or two folders with files of "
        "the same names. Says which is better, by how much, and whether that may be chance.",
    )
    parser.add_argument("a", metavar="A", help="file or folder")
    parser.add_argument("b", metavar="B", help="file or folder")
    parser.add_argument(
        "--format", choices=("terminal", "json"), default="terminal", help="default: terminal"
    )
    parser.add_argument("--output", type=Path, metavar="FILE", help="write it there, not to standard output")
    parser.add_argument(
        "--fail-if-worse", action="store_true", help="status 1 where B is worse, not by chance"
    )
    parser.add_argument("--seed", type=int, metavar="N", help="of the bootstrap (default: always the same)")
    parser.add_argument("--config", type=Path, metavar="FILE", help="use this file and look for no other")
    parser.add_argument("--color", choices=("auto", "always", "never"), default="auto", help="default: auto")
    add_arguments(parser, ("min_confidence", "select", "ignore", "languagetool"))
    parser.set_defaults(command=_compare)


def _rule_parsers(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    explain = commands.add_parser("explain", help="explain a rule", description="Explains rules.")
    explain.add_argument("rules", nargs="+", metavar="RULE", help="id, family or glob")
    explain.add_argument("--config", type=Path, metavar="FILE")
    explain.set_defaults(command=_explain)
    rules = commands.add_parser(
        "rules", help="list, test, count or document the rules, or what you decided on them"
    )
    rules.add_argument(
        "what", nargs="?", choices=("list", "test", "stats", "reference", "decisions"), default="list"
    )
    rules.add_argument("selectors", nargs="*", metavar="RULE", help="only these: id, family or glob")
    rules.add_argument("--config", type=Path, metavar="FILE")
    rules.set_defaults(command=_rules)


def _baseline_parsers(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("baseline", help="make or tidy a file of findings to report no more")
    actions = parser.add_subparsers(metavar="create|prune", required=True)
    create = actions.add_parser("create", help="a baseline of all findings there are")
    create.add_argument("file", type=Path, metavar="FILE")
    create.add_argument("paths", nargs="+", metavar="PATH", help="file, folder or glob")
    create.add_argument("--force", action="store_true", help="replace a baseline that is there")
    prune = actions.add_parser("prune", help="drop entries whose finding is gone")
    prune.add_argument("file", type=Path, metavar="FILE")
    prune.add_argument("paths", nargs="*", metavar="PATH", help="check these (default: the files it names)")
    for action, command in ((create, _baseline_create), (prune, _baseline_prune)):
        action.add_argument("--config", type=Path, metavar="FILE", help="use this file and look for no other")
        action.add_argument("--languagetool", metavar="auto|on|off")
        action.set_defaults(command=command)


def _languagetool_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("languagetool", help="install, start, stop or look at LanguageTool")
    parser.add_argument("what", choices=("install", "start", "stop", "status"))
    parser.add_argument("--config", type=Path, metavar="FILE")
    parser.set_defaults(command=_languagetool)


def _judge_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("judge", help="install or look at the context judge")
    parser.add_argument("what", choices=("install", "status"))
    parser.set_defaults(command=_judge)


def _mine_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "mine",
        help="find phrases that machines write and people do not",
        description="Ranks English phrases of machine translations that people do not write, each with its "
        "Russian, examples, and the rules that cover it. FILE:N is column N of a tab-separated file.",
    )
    parser.add_argument("--mt", required=True, metavar="FILE[:N]", help="machine translations, one a line")
    parser.add_argument("--source", required=True, metavar="FILE[:N]", help="their Russian, line by line")
    parser.add_argument("--clean", action="append", default=[], metavar="FILE", help="English by people")
    parser.add_argument("--output", type=Path, metavar="FILE", help="write draft rules (YAML) there")
    parser.add_argument("--top", type=int, default=200, metavar="N", help="how many phrases (default: 200)")
    parser.add_argument(
        "--min-lines", type=int, default=5, metavar="N", help="least lines a phrase stands in (default: 5)"
    )
    parser.set_defaults(command=_mine)


def _align_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "align",
        help="show which sentences of a text and its Russian belong together",
        description="Shows which sentences of texts and their Russian belong together, and how sure that is.",
    )
    parser.add_argument("paths", nargs="+", metavar="PATH", help="texts, or bilingual files")
    parser.add_argument(
        "--source", type=Path, metavar="PATH", help="the Russian: a file, or a folder of them"
    )
    parser.add_argument("--format", choices=("text", "tsv"), default="text", help="default: text")
    parser.set_defaults(command=_align)


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
        )
    for failure in report.all_failures():
        _tell(f"tqcheck: {_visible(str(failure))}")
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
        return _cannot(f"{where}: cannot be written: {error.strerror or error}")
    return EXIT[report.verdict]


def _fix(options: argparse.Namespace) -> int:
    from tqcheck.fix.run import Fixer
    from tqcheck.writers.progress import open_progress

    overrides = {s.field: getattr(options, s.field, None) for s in SETTINGS if s.argument}
    with open_progress(sys.stderr) as progress, Fixer(options.config, overrides, progress) as fixer:
        status = _reviewed(options, fixer) if options.interactive else _fixed(options, fixer)
        for notice in fixer.notices:
            _tell(f"tqcheck: {_visible(notice)}")
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
                _tell(f"tqcheck: {_visible(str(original))}")
                options.failed = True
            else:
                yield original


def _fixed(options: argparse.Namespace, fixer: Fixer) -> int:
    from tqcheck.fix.apply import told
    from tqcheck.fix.run import encoded, write_back
    from tqcheck.writers.diff import diff, render_diff

    options.failed = False
    console, done = _console(options.color), []
    for original in _originals(options, fixer):
        fixed = fixer.fix(original, unsafe=options.unsafe)
        name, old, new = original.name, fixed.before.document.file_text, fixed.after.document.file_text
        done.append(fixed)
        try:
            if original.path is None and options.write:
                sys.stdout.write(new)
            elif options.write and fixed.edits:
                write_back(original, encoded(original, new))
            elif console.is_terminal:
                for line in render_diff(diff(name, old, new), console.width):
                    console.print(line, soft_wrap=True)
            else:
                sys.stdout.write(diff(name, old, new))
        except InputError as error:
            _tell(f"tqcheck: {_visible(str(error))}")
            options.failed = True
    _tell(told(done, written=options.write))
    changed = any(fixed.edits for fixed in done)
    return 2 if options.failed else 1 if options.exit_code and changed else 0


def _reviewed(options: argparse.Namespace, fixer: Fixer) -> int:
    from datetime import UTC, datetime

    from tqcheck.accepting import accept_terms
    from tqcheck.fix.apply import put_in_file
    from tqcheck.fix.decisions import append, default_path
    from tqcheck.fix.dialogue import review
    from tqcheck.fix.run import encoded, write_back
    from tqcheck.fix.terminal import TerminalDesk
    from tqcheck.writers.totals import counted

    if "-" in options.paths:
        return _cannot("--interactive reads your keys from standard input, which cannot be the text too")
    options.failed = False
    desk = TerminalDesk(_console(options.color), sys.stdin)
    record = options.record or default_path()
    decided = written = 0
    for original in _originals(options, fixer):
        reviewed = review(original.reported, desk)
        decided += len(reviewed.decisions)
        if reviewed.edits:
            write_back(original, encoded(original, put_in_file(original.checked.document, reviewed.edits)))
            written += 1
        if reviewed.decisions:
            append(record, reviewed.decisions, datetime.now(UTC))
        if reviewed.terms:
            settings = fixer.settings(original)
            accept_terms(settings.config_file or Path("tqcheck.toml"), reviewed.terms)
        if reviewed.leaving:
            break
    print(f"{counted(decided, 'decision')}, {counted(written, 'file')} changed.")
    return 2 if options.failed else 0


def _compare(options: argparse.Namespace) -> int:
    import io

    from tqcheck.compare import SEED, compare
    from tqcheck.outputs import write_atomically
    from tqcheck.pair_paths import pair_paths
    from tqcheck.pipeline import check_paths
    from tqcheck.writers.comparison import ComparisonView, write_comparison
    from tqcheck.writers.progress import open_progress

    paired = pair_paths(options.a, options.b)
    overrides = {s.field: getattr(options, s.field, None) for s in SETTINGS if s.argument}
    overrides |= {"baseline": "none", "format": None}
    with open_progress(sys.stderr) as progress:
        sides = [
            check_paths(
                [str(p) for p in paths], config=options.config, overrides=overrides, progress=progress
            )
            for paths in (paired.a, paired.b)
        ]
    if sides[0].signature != sides[1].signature:
        return _cannot("A and B are checked with different settings: name one file by --config")
    failed = [*paired.failures, *(failure for side in sides for failure in side.all_failures())]
    for failure in failed:
        _tell(f"tqcheck: {_visible(str(failure))}")
    pairs = paired.documents(*sides)
    if not pairs:
        return _cannot("there is nothing to compare")
    found = compare(pairs, SEED if options.seed is None else options.seed)
    names = options.a, options.b
    if options.format == "json":
        text = write_comparison(found, names, sides[0].signature)
    elif options.output:
        console = _console("never", io.StringIO())
        console.print(ComparisonView(found, names), soft_wrap=True)
        text = console.file.getvalue()  # type: ignore[attr-defined]
    else:
        _console(options.color).print(ComparisonView(found, names), soft_wrap=True)
        text = ""
    try:
        write_atomically(options.output, text) if options.output else sys.stdout.write(text)
    except OSError as error:
        return _cannot(f"{options.output}: cannot be written: {error.strerror or error}")
    worse = found.bootstrap.significant and found.bootstrap.difference > 0
    return 2 if failed else 1 if options.fail_if_worse and worse else 0


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
    console = _console(color)
    console.print(render_terminal(report, view, rules if console.is_terminal else {}), soft_wrap=True)


def _written(report: Report, format: str, view: str, rules: Mapping[str, Rule]) -> str:
    """The report as a file holds it."""
    from tqcheck.writers import WRITERS, render_terminal

    if format in WRITERS:
        return WRITERS[format](report, rules)
    import io

    console = _console("never", io.StringIO())
    console.print(render_terminal(report, view), soft_wrap=True)
    return console.file.getvalue()  # type: ignore[attr-defined,no-any-return]


def _console(color: str, file: object = None) -> Console:
    from rich.console import Console

    return Console(
        file=file,  # type: ignore[arg-type]
        force_terminal={"auto": None, "always": True, "never": False}[color],
        no_color=True if color == "never" else None,
        highlight=False,
        markup=False,
        emoji=False,
    )


def _baseline_create(options: argparse.Namespace) -> int:
    from tqcheck.baseline import created
    from tqcheck.outputs import write_atomically
    from tqcheck.writers.totals import counted

    if options.file.exists() and not options.force:
        return _cannot(f"{options.file}: is there already; --force replaces it, baseline prune tidies it")
    report = _checked(options.paths, options, "none", {})
    if _said_failures(report):
        return _cannot(f"{options.file}: not written, since not everything could be checked")
    write_atomically(options.file, created(report.documents, options.file))
    found = counted(sum(len(checked.findings) for checked in report.documents), "finding")
    print(
        f"Wrote {options.file}: {found} of {counted(len(report.documents), 'text')}, to be reported no more."
    )
    return 0


def _baseline_prune(options: argparse.Namespace) -> int:
    from tqcheck.baseline import pruned, read_baseline
    from tqcheck.outputs import write_atomically

    path = options.file.absolute()
    known = read_baseline(path)
    named = dict.fromkeys(str(path.parent / entry.path) for entry in known.entries)
    paths = options.paths or [name for name in named if Path(name).exists()]
    used = {path: known}
    if paths and _said_failures(_checked(paths, options, str(path), used)):
        return _cannot(f"{options.file}: left as it is, since not everything could be checked")
    stale = len(known.stale)
    if stale:
        write_atomically(options.file, pruned(known))
    dropped = f"{stale:,} of {len(known.entries):,} entries dropped" if stale else "nothing is stale"
    print(f"{options.file}: {dropped}")
    return 0


def _checked(
    paths: Sequence[str], options: argparse.Namespace, baseline: str, used: dict[Path, Baseline]
) -> Report:
    from tqcheck.pipeline import check_paths
    from tqcheck.writers.progress import open_progress

    overrides = {"baseline": baseline, "languagetool": options.languagetool}
    with open_progress(sys.stderr) as progress:
        return check_paths(
            paths, config=options.config, overrides=overrides, progress=progress, baselines=used
        )


def _said_failures(report: Report) -> bool:
    failures = list(report.all_failures())
    for failure in failures:
        _tell(f"tqcheck: {_visible(str(failure))}")
    return bool(failures)


def _explain(options: argparse.Namespace) -> int:
    from tqcheck.writers.explain import render_explain

    rules = _select(options.rules, options.config)
    console = _console("auto")
    for rule in rules:
        console.print(render_explain(rule), soft_wrap=True)
    return 0


def _rules(options: argparse.Namespace) -> int:
    if options.what == "decisions":
        from tqcheck.fix.decisions import default_path, precision, table

        sys.stdout.write(table(precision(default_path())))
        return 0
    selectors = options.selectors or ["*"]
    rules = _select(selectors, options.config)
    console = _console("auto")
    if options.what == "test":
        from tqcheck.rulebook.prove import Prover

        program = _program(options.config)
        own = {entry.id for entry in program.entries}
        rules = [rule for rule in rules if rule.id in own]  # other checks prove theirs in their tests
        flaws = list(Prover(program).flaws(rules))
        for flaw in flaws:
            _tell(_visible(str(flaw)))
        count = f"{len(rules)} rules, {sum(len(r.before) + len(r.exceptions) for r in rules)} examples"
        print(f"{count}: {f'{len(flaws)} flaws' if flaws else 'all as promised'}")
        return 1 if flaws else 0
    if options.what == "reference":
        from tqcheck.writers.reference import pages

        print("\n".join(pages(rules).values()), end="")
        return 0
    from tqcheck.writers.explain import render_rules_list, render_rules_stats

    console.print(
        render_rules_list(rules) if options.what == "list" else render_rules_stats(rules), soft_wrap=True
    )
    return 0


def _languagetool(options: argparse.Namespace) -> int:
    from tqcheck.languagetool import service
    from tqcheck.settings import load_settings
    from tqcheck.writers.progress import open_progress

    settings = load_settings(Path.cwd() / "-", options.config, {})
    actions: dict[str, Callable[[Progress | None], object]] = {
        "install": service.install,
        "start": lambda progress: service.start(settings, progress),
        "stop": lambda _: service.stop(),
        "status": lambda _: service.status(),
    }
    with open_progress(sys.stderr) as progress:
        told = actions[options.what](progress)
    print(told)
    return 0


def _archive_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "archive",
        help="check a great many articles: folders, JSONL, Parquet",
        description="Checks articles as they stream by and keeps a row for each, a document of the JSON "
        "report. A run that was interrupted goes on where it stopped when it is given again. Exit status: 0 "
        "all were checked, 2 some could not be.",
    )
    parser.add_argument("paths", nargs="+", metavar="PATH", help="file, folder or glob; .jsonl, .parquet")
    parser.add_argument(
        "--output", type=Path, required=True, metavar="FILE", help="results: FILE.jsonl or FILE.parquet"
    )
    parser.add_argument("--text-field", default="text", metavar="NAME", help="field of the text (text)")
    parser.add_argument("--id-field", default="id", metavar="NAME", help="field that names an article (id)")
    parser.add_argument("--source-field", default="", metavar="NAME", help="field of the Russian, if any")
    parser.add_argument("--jobs", type=int, default=0, metavar="N", help="processes (default: all cores)")
    parser.add_argument("--restart", action="store_true", help="begin anew, whatever is done already")
    parser.add_argument("--config", type=Path, metavar="FILE", help="use this file and look for no other")
    parser.add_argument("--quiet", action="store_true", help="no progress display")
    group = parser.add_argument_group("settings, also of tqcheck.toml")
    add_arguments(group, only=_ARCHIVE_SETTINGS)
    parser.set_defaults(command=_archive)


_ARCHIVE_SETTINGS = ("min_confidence", "select", "ignore", "languagetool", "judge")


def _archive(options: argparse.Namespace) -> int:
    from tqcheck.bulk.articles import Fields
    from tqcheck.bulk.run import run
    from tqcheck.crew import cores
    from tqcheck.settings import load_settings
    from tqcheck.writers.progress import open_progress

    if options.jobs < 0:
        return _cannot("--jobs must be at least 1")
    overrides = {name: getattr(options, name) for name in _ARCHIVE_SETTINGS}
    try:
        with open_progress(sys.stderr, wanted=not options.quiet) as progress:
            outcome = run(
                options.paths,
                options.output,
                load_settings(Path.cwd() / "-", options.config, overrides),
                fields=Fields(options.text_field, options.id_field, options.source_field),
                jobs=options.jobs or cores(),
                restart=options.restart,
                progress=progress,
            )
    except OSError as error:
        return _cannot(f"{options.output}: cannot be written: {error.strerror or error}")
    for notice in outcome.notices:
        _tell(f"tqcheck: {_visible(notice)}")
    print(f"{outcome}: {options.output}")
    return 2 if outcome.failed else 0


def _judge(options: argparse.Namespace) -> int:
    from tqcheck.judge import service
    from tqcheck.writers.progress import open_progress

    with open_progress(sys.stderr) as progress:
        told = service.install(progress) if options.what == "install" else service.status()
    print(told)
    return 0


def _mine(options: argparse.Namespace) -> int:
    from tqcheck.archive import column, lemmatiser, rules_in
    from tqcheck.mine import mine, parallel
    from tqcheck.outputs import write_atomically
    from tqcheck.writers.mined import write_drafts, write_mined
    from tqcheck.writers.progress import open_progress

    if options.top < 1 or options.min_lines < 1:
        return _cannot("--top and --min-lines must be at least 1")
    lines = parallel(column(options.mt), column(options.source), (options.mt, options.source))
    clean = [line for file in options.clean for line in column(file)]
    lemma = lemmatiser()
    with open_progress(sys.stderr) as progress:
        found = mine(
            lines,
            clean,
            lemma=lemma,
            covered=rules_in(),
            least=options.min_lines,
            most=options.top,
            progress=progress,
        )
    sys.stdout.write(write_mined(found))
    if options.output:
        write_atomically(options.output, write_drafts(found, len(lines)))
    return 0


def _align(options: argparse.Namespace) -> int:
    from tqcheck.pipeline import read_beside
    from tqcheck.writers.alignment import write_alignment, write_table

    status = 0
    write = write_table if options.format == "tsv" else write_alignment
    for found in read_beside(options.paths, options.source):
        if isinstance(found, CheckFailure):
            status = _cannot(found)
        else:
            sys.stdout.write(write(found))
    return status


def _lsp(options: argparse.Namespace) -> int:
    from tqcheck.settings import load_settings

    overrides = {"languagetool": options.languagetool}
    load_settings(Path.cwd() / "-", None, overrides)  # a wrong argument is said here, not in the editor
    try:
        from tqcheck.lsp.server import serve
    except ImportError:
        return _cannot("the language server needs pygls: pip install 'tqcheck[lsp]'")
    serve(overrides)
    return 0


def _completion(options: argparse.Namespace) -> int:
    from tqcheck.completion import completion

    print(completion(command_line(), options.shell))
    return 0


def _init(options: argparse.Namespace) -> int:
    """Writes a tqcheck.toml in which every setting is explained and commented out."""
    from tqcheck.init_config import write_template

    path = options.folder / "tqcheck.toml"
    write_template(path)
    print(f"Wrote {path}: every setting explained, none changed yet.")
    return 0


def _program(config: Path | None) -> Program:
    from tqcheck.rulebook import open_rulebook
    from tqcheck.settings import load_settings

    return open_rulebook(load_settings(Path.cwd() / "-", config, {}).rulebooks)


def _select(selectors: Sequence[str], config: Path | None) -> list[Rule]:
    """The rules selectors mean. Raises TqcheckError for one that means none."""
    from difflib import get_close_matches

    from tqcheck.checks import described_rules
    from tqcheck.settings import matches

    known = [*_program(config).rules(), *described_rules()]
    for selector in selectors:
        if not any(matches(selector, rule.id) for rule in known):
            close = get_close_matches(selector, [rule.id for rule in known], n=3)
            hint = f"did you mean {', '.join(close)}?" if close else "`tqcheck rules list` shows them all"
            raise TqcheckError(f"there is no rule {selector}; {hint}")
    return [rule for rule in known if any(matches(selector, rule.id) for selector in selectors)]
