"""`tqcheck baseline`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tqcheck.cli.arguments import add_config, file_name
from tqcheck.cli.streams import cannot, say_all
from tqcheck.model import Report
from tqcheck.settings import add_arguments

if TYPE_CHECKING:
    from tqcheck.baseline import Baseline


def add_parsers(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("baseline", help="make or tidy a file of findings to report no more")
    actions = parser.add_subparsers(metavar="create|prune", required=True)
    create = actions.add_parser("create", help="a baseline of all findings there are")
    create.add_argument("file", type=file_name, metavar="FILE")
    create.add_argument("paths", nargs="+", metavar="PATH", help="file, folder or glob")
    create.add_argument("--force", action="store_true", help="replace a baseline that is there")
    prune = actions.add_parser("prune", help="drop entries whose finding is gone")
    prune.add_argument("file", type=file_name, metavar="FILE")
    prune.add_argument(
        "paths", nargs="*", metavar="PATH", help="check these (default: the files it names, if all are there)"
    )
    for action, command in ((create, _baseline_create), (prune, _baseline_prune)):
        add_config(action)
        add_arguments(action, ("languagetool", "judge", "source"))
        action.set_defaults(command=command)


def _baseline_create(options: argparse.Namespace) -> int:
    from tqcheck.baseline import created
    from tqcheck.outputs import write_atomically
    from tqcheck.wording import counted

    if options.file.exists() and not options.force:
        return cannot(f"{options.file}: is there already; --force replaces it, baseline prune tidies it")
    report = _checked(options.paths, options, "none", {}, [options.file])
    if say_all(report.all_failures()):
        return cannot(f"{options.file}: not written, since not everything could be checked")
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
    if known.gone and not options.paths:
        others = len(known.gone) - 1
        named = f"{known.gone[0]} and {others:,} more are" if others else f"{known.gone[0]} is"
        return cannot(
            f"{options.file}: left as it is: {named} not there, perhaps under another name; "
            "name the paths to look through, after the baseline"
        )
    paths = options.paths or list(dict.fromkeys(str(path.parent / entry.path) for entry in known.entries))
    used = {path: known}
    if paths and say_all(_checked(paths, options, str(path), used).all_failures()):
        return cannot(f"{options.file}: left as it is, since not everything could be checked")
    stale = len(known.stale)
    if stale:
        write_atomically(options.file, pruned(known))
    dropped = f"{stale:,} of {len(known.entries):,} entries dropped" if stale else "nothing is stale"
    print(f"{options.file}: {dropped}")
    return 0


def _checked(
    paths: Sequence[str],
    options: argparse.Namespace,
    baseline: str,
    used: dict[Path, Baseline],
    outputs: Sequence[Path] = (),
) -> Report:
    from tqcheck.pipeline import check_paths
    from tqcheck.writers.progress import open_progress

    given = {name: getattr(options, name) for name in ("languagetool", "judge", "source")}
    overrides = {"baseline": baseline, **given}
    with open_progress(sys.stderr) as progress:
        return check_paths(
            paths,
            config=options.config,
            overrides=overrides,
            progress=progress,
            baselines=used,
            outputs=outputs,
        )
