"""Draws the README's picture, docs/report.svg, from a real run over the sample article.

usage: python tools/picture.py [--languagetool auto|on|off]
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from tqcheck.pipeline import check_paths
from tqcheck.writers import render_terminal
from tqcheck.writers.picture import Excerpt, picture

ROOT = Path(__file__).resolve().parent.parent
ARTICLE = "samples/lavrov-csto.txt"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--languagetool", choices=("auto", "on", "off"), default="on")
    options = parser.parse_args()
    os.chdir(ROOT)
    report = check_paths([ARTICLE], overrides={"languagetool": options.languagetool})
    svg = picture(Excerpt(render_terminal(report), 44, 11), f"tqcheck check {ARTICLE}")
    (ROOT / "docs/report.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
