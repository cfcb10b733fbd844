"""`tqcheck languagetool`, `judge`, `lsp`, `completion` and `init`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from tqcheck.cli.arguments import add_choice, file_name
from tqcheck.cli.streams import cannot
from tqcheck.model import Progress


def add_parsers(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    from tqcheck.cli.completion import SHELLS

    languagetool = commands.add_parser("languagetool", help="install, start, stop or look at LanguageTool")
    add_choice(languagetool, "what", ("install", "start", "stop", "status"))
    languagetool.add_argument("--config", type=file_name, metavar="FILE")
    languagetool.set_defaults(command=_languagetool)
    judge = commands.add_parser("judge", help="install or look at the context judge and the estimator")
    add_choice(judge, "what", ("install", "status"))
    judge.set_defaults(command=_judge)
    lsp = commands.add_parser("lsp", help="serve an editor by the language server protocol")
    lsp.add_argument("--languagetool", metavar="auto|on|off", default="off", help="default: off")
    lsp.set_defaults(command=_serve_editor)
    completion = commands.add_parser("completion", help="print a completion script for your shell")
    add_choice(completion, "shell", SHELLS)
    completion.set_defaults(command=_print_completion)
    init = commands.add_parser(
        "init", help="write a commented tqcheck.toml", description=_write_settings.__doc__
    )
    init.add_argument("folder", nargs="?", type=Path, default=Path(), help="where (default: here)")
    init.set_defaults(command=_write_settings)


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


def _judge(options: argparse.Namespace) -> int:
    from tqcheck.judge import service
    from tqcheck.settings import load_settings
    from tqcheck.writers.progress import open_progress

    own = load_settings(Path.cwd() / "-", None, {}).judge_model
    with open_progress(sys.stderr) as progress:
        told = service.install(progress, own) if options.what == "install" else service.status(own)
    print(told)
    return 0


def _serve_editor(options: argparse.Namespace) -> int:
    from tqcheck.settings import load_settings

    overrides = {"languagetool": options.languagetool}
    load_settings(Path.cwd() / "-", None, overrides)  # a wrong argument is said here, not in the editor
    try:
        from tqcheck.lsp.server import serve
    except ImportError:
        return cannot("the language server needs pygls: pip install 'tqcheck[lsp]'")
    serve(overrides)
    return 0


def _print_completion(options: argparse.Namespace) -> int:
    from tqcheck.cli import command_line
    from tqcheck.cli.completion import completion

    print(completion(command_line(), options.shell))
    return 0


def _write_settings(options: argparse.Namespace) -> int:
    """Writes a tqcheck.toml in which every setting is explained and commented out."""
    from tqcheck.settings.template import write_template

    path = options.folder / "tqcheck.toml"
    write_template(path)
    print(f"Wrote {path}: every setting explained, none changed yet.")
    return 0
