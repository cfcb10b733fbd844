"""`tqcheck align`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tqcheck.cli.streams import cannot
from tqcheck.model import CheckFailure


def add_parsers(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
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


def _align(options: argparse.Namespace) -> int:
    from tqcheck.inputs import read_beside
    from tqcheck.writers.alignment import write_alignment, write_table

    status = 0
    write = write_table if options.format == "tsv" else write_alignment
    for found in read_beside(options.paths, options.source):
        if isinstance(found, CheckFailure):
            status = cannot(found)
        else:
            sys.stdout.write(write(found))
    return status
