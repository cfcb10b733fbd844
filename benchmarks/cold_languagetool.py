"""A check as users of language-tool-python write it. Run as a program of its own, to be timed by compare.

python cold_languagetool.py FILE         start a server, check the file, stop
python cold_languagetool.py FILE warm    the same, then print the least seconds of three further checks
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import language_tool_python


def main(path: str, warm: bool) -> None:
    """See above."""
    text = Path(path).read_text(encoding="utf-8")
    with language_tool_python.LanguageTool("en-US") as tool:
        tool.check(text)
        if warm:
            print(min(_seconds(tool, text) for _ in range(3)))


def _seconds(tool: language_tool_python.LanguageTool, text: str) -> float:
    start = time.perf_counter()
    tool.check(text)
    return time.perf_counter() - start


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:] == ["warm"])
