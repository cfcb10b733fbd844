"""`tqcheck archive`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tqcheck.cli.arguments import add_config, file_name
from tqcheck.cli.streams import cannot, say_all
from tqcheck.settings import add_arguments


def add_parsers(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "archive",
        help="check a great many articles: folders, JSONL, Parquet",
        description="Checks articles as they stream by and keeps a row for each, a document of the JSON "
        "report. A run that was interrupted goes on where it stopped when it is given again. Exit status: 0 "
        "all were checked, 2 some could not be.",
    )
    parser.add_argument("paths", nargs="+", metavar="PATH", help="file, folder or glob; .jsonl, .parquet")
    parser.add_argument(
        "--output", type=file_name, required=True, metavar="FILE", help="results: FILE.jsonl or FILE.parquet"
    )
    parser.add_argument("--text-field", default="text", metavar="NAME", help="field of the text (text)")
    parser.add_argument("--id-field", default="id", metavar="NAME", help="field that names an article (id)")
    parser.add_argument("--source-field", default="", metavar="NAME", help="field of the Russian, if any")
    parser.add_argument("--jobs", type=int, default=0, metavar="N", help="processes (default: all cores)")
    parser.add_argument("--restart", action="store_true", help="begin anew, whatever is done already")
    add_config(parser)
    parser.add_argument("--quiet", action="store_true", help="no progress display")
    group = parser.add_argument_group("settings, also of tqcheck.toml")
    add_arguments(group, only=_ARCHIVE_SETTINGS)
    parser.set_defaults(command=_archive)


_ARCHIVE_SETTINGS = ("min_confidence", "select", "ignore", "languagetool", "judge", "source")


def _archive(options: argparse.Namespace) -> int:
    from tqcheck.bulk.articles import Fields
    from tqcheck.bulk.run import run
    from tqcheck.crew import cores
    from tqcheck.settings import load_settings
    from tqcheck.writers.progress import open_progress

    if options.jobs < 0:
        return cannot("--jobs must be at least 1")
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
        return cannot(_failed(error, options.output))
    say_all(outcome.failures)
    say_all(outcome.notices)
    print(f"{outcome}: {options.output}")
    return 2 if outcome.failed else 0


def _failed(error: OSError, output: Path) -> str:
    """What went wrong with which file: the output or what lies beside it while it is written, or another."""
    why = error.strerror or error
    if error.filename is None or Path(error.filename).parent == output.parent:
        return f"{output}: cannot be written: {why}"
    return f"{error.filename}: {why}"
