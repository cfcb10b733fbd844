"""Makes tqcheck/clause/reading/data/words.txt of the words and tags of the npm package brill 3.1.0 (MIT).

usage: node --input-type=module -e \
           "import {brill} from 'brill'; console.log(JSON.stringify(brill))" > brill.json
       python tools/make_words.py brill.json
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

WORDS = Path(__file__).resolve().parent.parent / "tqcheck/clause/reading/data/words.txt"
LETTERS = {
    "NN": "N",
    "NNS": "S",
    "JJ": "J",
    "JJR": "C",
    "JJS": "T",
    "RB": "R",
    "RBR": "R",
    "VB": "B",
    "VBP": "B",
    "VBZ": "Z",
    "VBD": "D",
    "VBN": "P",
    "VBG": "G",
}


def main() -> int:
    lines = []
    for word, tags in json.loads(Path(sys.argv[1]).read_text("utf-8")).items():
        letters = "".join(dict.fromkeys(LETTERS[tag] for tag in tags if tag in LETTERS))
        if letters and len(word) > 1 and word.isascii() and word.isalpha() and word.islower():
            lines.append(f"{word} {letters}\n")
    WORDS.write_text("".join(sorted(lines, key=lambda line: line.split()[0])), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
