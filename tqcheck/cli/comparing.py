"""`tqcheck compare`."""

from __future__ import annotations

import argparse
import sys

from tqcheck.cli.arguments import add_color, add_config, file_name
from tqcheck.cli.streams import as_file, cannot, say_all, show
from tqcheck.settings import SETTINGS, add_arguments


def add_parsers(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
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
    parser.add_argument(
        "--output", type=file_name, metavar="FILE", help="write it there, not to standard output"
    )
    parser.add_argument(
        "--fail-if-worse", action="store_true", help="status 1 where B is worse, not by chance"
    )
    parser.add_argument("--seed", type=int, metavar="N", help="of the bootstrap (default: always the same)")
    add_config(parser)
    add_color(parser)
    add_arguments(parser, ("min_confidence", "select", "ignore", "languagetool", "judge", "source"))
    parser.set_defaults(command=_compare)


def _compare(options: argparse.Namespace) -> int:
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
                [str(p) for p in paths],
                config=options.config,
                overrides=overrides,
                progress=progress,
                outputs=[options.output] if options.output else [],
            )
            for paths in (paired.a, paired.b)
        ]
    if sides[0].signature != sides[1].signature:
        return cannot("A and B are checked with different settings: name one file by --config")
    failed = say_all([*paired.failures, *(failure for side in sides for failure in side.all_failures())])
    pairs = paired.documents(*sides)
    if not pairs:
        return cannot("there is nothing to compare")
    found = compare(pairs, SEED if options.seed is None else options.seed)
    names = options.a, options.b
    if options.format == "json":
        text = write_comparison(found, names, sides[0].signature)
    elif options.output:
        text = as_file(ComparisonView(found, names))
    else:
        show(ComparisonView(found, names), options.color)
        text = ""
    try:
        write_atomically(options.output, text) if options.output else sys.stdout.write(text)
    except OSError as error:
        return cannot(f"{options.output}: cannot be written: {error.strerror or error}")
    worse = found.bootstrap.significant and found.bootstrap.difference > 0
    return 2 if failed else 1 if options.fail_if_worse and worse else 0
