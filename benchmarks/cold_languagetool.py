"""A check as users of language-tool-python write it. Run as a program of its own, to be timed by compare.

python cold_languagetool.py FILE         start a server, check the file, stop
python cold_languagetool.py FILE warm    the same, then print the seconds of a second check of the file
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
            start = time.perf_counter()
            tool.check(text)
            print(time.perf_counter() - start)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:] == ["warm"])
