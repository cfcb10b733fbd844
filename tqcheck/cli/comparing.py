"""`tqcheck compare`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tqcheck.cli.streams import cannot, console_for, tell, visible
from tqcheck.settings import SETTINGS, add_arguments


def compare_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
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
        return cannot("A and B are checked with different settings: name one file by --config")
    failed = [*paired.failures, *(failure for side in sides for failure in side.all_failures())]
    for failure in failed:
        tell(f"tqcheck: {visible(str(failure))}")
    pairs = paired.documents(*sides)
    if not pairs:
        return cannot("there is nothing to compare")
    found = compare(pairs, SEED if options.seed is None else options.seed)
    names = options.a, options.b
    if options.format == "json":
        text = write_comparison(found, names, sides[0].signature)
    elif options.output:
        console = console_for("never", io.StringIO())
        console.print(ComparisonView(found, names), soft_wrap=True)
        text = console.file.getvalue()  # type: ignore[attr-defined]
    else:
        console_for(options.color).print(ComparisonView(found, names), soft_wrap=True)
        text = ""
    try:
        write_atomically(options.output, text) if options.output else sys.stdout.write(text)
    except OSError as error:
        return cannot(f"{options.output}: cannot be written: {error.strerror or error}")
    worse = found.bootstrap.significant and found.bootstrap.difference > 0
    return 2 if failed else 1 if options.fail_if_worse and worse else 0
