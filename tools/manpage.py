"""Writes docs/tqcheck.1, the manual page, from the command line's parser.

usage: python tools/manpage.py
"""

from __future__ import annotations

import os
from pathlib import Path

from argparse_manpage.manpage import Manpage

from tqcheck import __version__
from tqcheck.cli import command_line

ROOT = Path(__file__).resolve().parent.parent
HEAD = f'.TH TQCHECK "1" "" "tqcheck {__version__}" "User Commands"'


def main() -> None:
    os.environ["COLUMNS"] = "80"
    parser = command_line()
    parser.man_short_description = "flag machine-translation errors in English renderings of Russian news"  # type: ignore[attr-defined]
    _, _, body = str(Manpage(parser)).partition("\n")
    (ROOT / "docs/tqcheck.1").write_text(f"{HEAD}\n{body.rstrip()}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
