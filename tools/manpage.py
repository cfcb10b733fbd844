"""Writes docs/tqcheck.1, the manual page, from the command line's parser.

usage: python tools/manpage.py
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from argparse_manpage.manpage import Manpage, _ManpageFormatter

from tqcheck import __version__
from tqcheck.cli import command_line

ROOT = Path(__file__).resolve().parent.parent
HEAD = f'.TH TQCHECK "1" "" "tqcheck {__version__}" "User Commands"'


class _Formatter(_ManpageFormatter):
    """Text that stays text, whatever its lines begin with, and usage that keeps its lines."""

    @staticmethod
    def format_text(text: str) -> str:
        told = re.sub(r"^(?=[.'])", r"\\&", str(_ManpageFormatter.format_text(text)), flags=re.MULTILINE)
        return f".nf\n{told}\n.fi" if text.startswith("usage: ") else told


def main() -> None:
    os.environ["COLUMNS"] = "80"
    parser = command_line()
    parser.man_short_description = "flag machine-translation errors in English renderings of Russian news"  # type: ignore[attr-defined]
    page = Manpage(parser)
    page.mf = _Formatter(page.prog, page.formatter, format=page.format)
    _, _, body = str(page).partition("\n")
    (ROOT / "docs/tqcheck.1").write_text(f"{HEAD}\n{body.rstrip()}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
