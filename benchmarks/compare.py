"""tqcheck beside other tools on the same texts in one run: `python -m benchmarks.compare`.

Times are of whole processes, start to exit, as a person waits for them, except where a line says otherwise.
What is not installed is said and left out; nothing is downloaded. Numbers of one run compare with each
other, not with those of another machine or another hour.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from benchmarks.material import article
from benchmarks.timing import SAMPLE, Tool, interleaved, print_table, print_times, program
from benchmarks.vale import configured
from tqcheck.languagetool.install import find
from tqcheck.languagetool.server import status
from tqcheck.model import CannotCheck

_COLD = Path(__file__).with_name("cold_languagetool.py")
_RULES = ("--languagetool", "off", "--judge", "off", "--no-cache")
_CODESPELL_DONE = (0, 65)


def main() -> None:
    """Parse the arguments and print one table after another."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.compare", description=__doc__)
    parser.add_argument("--rounds", type=int, default=15, help="runs of each tool on the sample (15)")
    parser.add_argument("--words", type=int, default=100_000, help="words of the large text (100,000)")
    parser.add_argument("--languagetool", choices=("on", "off"), default="on", help="compare that too (on)")
    parser.add_argument("--languagetool-rounds", type=int, default=3, help="runs of each check with it (3)")
    parser.add_argument(
        "--languagetool-words", type=int, default=5_000, help="words of its large text (5,000)"
    )
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        vale = configured(Path(folder))
        on_the_sample(arguments.rounds, vale)
        languagetool = _languagetool_environment() if arguments.languagetool == "on" else "not asked for"
        on_a_large_text(Path(folder), vale, arguments.words, arguments.languagetool_words, languagetool)
        with_languagetool(Path(folder), arguments.languagetool_rounds, languagetool)


def on_the_sample(rounds: int, vale: Path) -> None:
    """How long one waits for one article."""
    tools = [
        Tool("tqcheck", [program("tqcheck"), "check", *_RULES, SAMPLE]),
        Tool("proselint", [program("proselint"), "check", SAMPLE]),
        Tool("codespell", [program("codespell"), SAMPLE], done=_CODESPELL_DONE),
        Tool("Harper", [program("harper"), "lint", SAMPLE]),
        Tool("Vale, the same phrases", [program("vale"), f"--config={vale}", "--no-exit", SAMPLE]),
        Tool("python -c pass", [sys.executable, "-c", "pass"]),
    ]
    words = len(SAMPLE.read_text(encoding="utf-8").split())
    results = interleaved(tools, rounds)
    print_times(
        f"One article: {SAMPLE.name}, {words} words, {rounds} interleaved runs, no LanguageTool", results
    )


class _Text(NamedTuple):
    """A generated text in a file."""

    file: Path
    words: int

    @classmethod
    def of(cls, folder: Path, words: int) -> _Text:
        text, file = article(words), folder / f"{words}.txt"
        file.write_text(text, encoding="utf-8")
        return cls(file, len(text.split()))


class _Measured(NamedTuple):
    """The words that a tool got through and its seconds, or why there are none."""

    name: str
    words: int
    seconds: float
    missing: str

    @property
    def speed(self) -> float:
        """Words a second."""
        return self.words / self.seconds

    def beyond(self, shorter: _Measured) -> _Measured:
        """What the words cost that a shorter text does not have."""
        words, seconds = self.words - shorter.words, self.seconds - shorter.seconds
        missing = self.missing or shorter.missing or ("" if seconds > 0 else "not longer than its start")
        return _Measured(f"{self.name}, start apart", words, seconds, missing)


def on_a_large_text(
    folder: Path, vale: Path, words: int, its_words: int, languagetool: dict[str, str] | str
) -> None:
    """How much a tool gets through, as whole processes and with the start left out: for that the time of a
    shorter text is taken off. LanguageTool is given that one, being slower."""
    large, short = _Text.of(folder, words), _Text.of(folder, its_words)

    def check(text: _Text) -> Tool:
        command = [program("tqcheck"), "check", *_RULES, "--format", "json", str(text.file)]
        return Tool("tqcheck, rules alone", command)

    def vale_on(text: _Text) -> Tool:
        command = [program("vale"), f"--config={vale}", "--no-exit", text.file]
        return Tool("Vale, the same phrases", command)

    runs = [
        (check(large), large),
        (check(short), short),
        (Tool("proselint", [program("proselint"), "check", large.file]), large),
        (Tool("codespell", [program("codespell"), large.file], done=_CODESPELL_DONE), large),
        (Tool("Harper", [program("harper"), "lint", large.file]), large),
        (vale_on(large), large),
        (vale_on(short), short),
    ]
    tqcheck, tqcheck_short, *others, its, its_short = (
        _Measured(timed.tool.name, text.words, min(timed.seconds, default=0.0), timed.missing)
        for timed, (_, text) in zip(interleaved([tool for tool, _ in runs], 3), runs, strict=True)
    )
    measured = [tqcheck, tqcheck.beyond(tqcheck_short), *others, its, its.beyond(its_short)]
    name = "language-tool-python, server warm"
    if isinstance(languagetool, str):
        measured.append(_Measured(name, 0, 0.0, languagetool))
    else:
        measured.append(_Measured(name, short.words, *_warm_check(short.file, languagetool)))
    rows = []
    for one in measured:
        if one.missing:
            rows.append([one.name, f"({one.missing})"])
            continue
        ratio = "" if tqcheck.missing else f"{one.speed / tqcheck.speed:.2g}×"
        rows.append([one.name, f"{one.words:,}", f"{one.seconds:.2f}", f"{one.speed:,.0f}", ratio])
    print("\nA large text, generated: best of 3\n")
    print_table(["", "words", "seconds", "words/s", "to tqcheck"], rows)


def with_languagetool(folder: Path, rounds: int, languagetool: dict[str, str] | str) -> None:
    """A server that is up already, against a check that has to start one.

    tqcheck keeps the answers to texts it has seen, so each run is given the article with another last line;
    what the kept answers are worth has a row of its own.
    """
    title = f"One article with LanguageTool: {rounds} interleaved runs"
    if isinstance(languagetool, str):
        print(f"\n{title}\n\n({languagetool})")
        return
    tqcheck = program("tqcheck")
    was_up = status().running
    if not was_up and (code := _quietly([tqcheck, "languagetool", "start"])):
        print(f"\n{title}\n\n(tqcheck languagetool start: exit status {code})")
        return
    text, file = SAMPLE.read_text(encoding="utf-8"), folder / SAMPLE.name

    def change() -> None:
        file.write_text(f"{text}\n\nThis was message number {time.time_ns()}.\n", encoding="utf-8")

    check = [tqcheck, "check", "--languagetool", "on", "--judge", "off"]
    tools = [
        Tool("tqcheck, server up", [*check, file], before=change),
        Tool("tqcheck, text seen before", [*check, SAMPLE]),
        Tool("language-tool-python, cold", [sys.executable, _COLD, file], (0,), languagetool, change),
    ]
    try:
        print_times(title, interleaved(tools, rounds))
    finally:
        if not was_up:
            _quietly([tqcheck, "languagetool", "stop"])


def _languagetool_environment() -> dict[str, str] | str:
    """What language-tool-python needs in its environment to find the LanguageTool that tqcheck uses and its
    Java, or what is missing. Asked before it is run, since it would download what it does not find."""
    if find_spec("language_tool_python") is None:
        return "language-tool-python is not installed"
    try:
        found = find()
    except CannotCheck as error:
        return str(error)
    if found is None:
        return "LanguageTool is not installed: tqcheck languagetool install"
    path = os.pathsep.join([str(found.java.parent), os.environ.get("PATH", "")])
    return {"LTP_PATH": str(found.folder.parent), "PATH": path}


def _warm_check(file: Path, environment: dict[str, str]) -> tuple[float, str]:
    """Least seconds of three checks by a server that made one already, or what went wrong."""
    process = subprocess.run(
        [sys.executable, _COLD, file, "warm"],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    if process.returncode:
        return 0.0, (process.stderr.strip().splitlines() or ["failed"])[-1][:90]
    return float(process.stdout), ""


def _quietly(command: list[str]) -> int:
    """The exit status of a command; 127 where there is no such program."""
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode
    except OSError:
        return 127


if __name__ == "__main__":
    main()
