"""Words per second through LanguageTool: language-tool-python's default against what tqcheck asks for.

usage: python tools/grammar_speed.py [--words N] [--rounds N]

Both ask the same server for the same text (ten systems' news translations), in turns after a warm-up. The
default is one request a paragraph, all rules; ours are the rules of data/, batched, two requests at a time.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from hits import document, lines

from tqcheck.checks.languagetool import PARALLEL
from tqcheck.languagetool import noise, server
from tqcheck.languagetool.client import LANGUAGE, Client, requests_of
from tqcheck.languagetool.install import install


def seconds(work: Callable[[], None]) -> float:
    """How long it takes, once."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> None:
    from language_tool_python import LanguageTool

    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--words", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    paragraphs: list[str] = []
    words = 0
    for _, english, _, _ in lines("wmt21"):
        if words < args.words:
            paragraphs.append(english)
            words += len(english.split())
    with server.private_server(install()) as url:
        default = LanguageTool(LANGUAGE, remote_server=url)
        ours = Client(url, noise.shown())
        batches = requests_of(document("\n\n".join(paragraphs), headline=False))

        def by_default() -> None:
            for paragraph in paragraphs:
                default.check(paragraph)

        def by_us() -> None:
            with ThreadPoolExecutor(PARALLEL) as pool:
                list(pool.map(ours.check, batches))

        by_default()
        by_us()
        times = [(seconds(by_default), seconds(by_us)) for _ in range(args.rounds)]
    slow, fast = (statistics.median(column) for column in zip(*times, strict=True))
    print(f"{words} words, median of {args.rounds}: default {words / slow:.0f} words/s,")
    print(f"tqcheck {words / fast:.0f} words/s, {slow / fast:.1f} times as many")


if __name__ == "__main__":
    main()
