"""`tqcheck mine`."""

from __future__ import annotations

import argparse
import sys

from tqcheck.cli.arguments import file_name
from tqcheck.cli.streams import cannot


def add_parsers(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "mine",
        help="find phrases that machines write and people do not",
        description="Ranks English phrases of machine translations that people do not write, each with its "
        "Russian, examples, and the rules that cover it. FILE:N is column N of a tab-separated file.",
    )
    parser.add_argument("--mt", required=True, metavar="FILE[:N]", help="machine translations, one a line")
    parser.add_argument("--source", required=True, metavar="FILE[:N]", help="their Russian, line by line")
    parser.add_argument("--clean", action="append", default=[], metavar="FILE", help="English by people")
    parser.add_argument("--output", type=file_name, metavar="FILE", help="write draft rules (YAML) there")
    parser.add_argument("--top", type=int, default=200, metavar="N", help="how many phrases (default: 200)")
    parser.add_argument(
        "--min-lines", type=int, default=5, metavar="N", help="least lines a phrase stands in (default: 5)"
    )
    parser.set_defaults(command=_mine)


def _mine(options: argparse.Namespace) -> int:
    from tqcheck.apart import require_apart
    from tqcheck.mine import mine, parallel
    from tqcheck.mine_inputs import column, file_of, lemmatiser, rules_in
    from tqcheck.outputs import write_atomically
    from tqcheck.writers.mined import write_drafts, write_mined
    from tqcheck.writers.progress import open_progress

    if options.top < 1 or options.min_lines < 1:
        return cannot("--top and --min-lines must be at least 1")
    if options.output:
        require_apart([options.output], map(file_of, (options.mt, options.source, *options.clean)))
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
