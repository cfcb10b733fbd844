"""What first runs make of the files that ship, made once and for all when a wheel is built (hatch_build.py):
`python -m tqcheck.ahead FOLDER` puts it there.

It goes into `cache.AHEAD`. Not for use at run time.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from tqcheck import cache, entities, rulebook
from tqcheck.bilingual import rules
from tqcheck.judge import figure, means
from tqcheck.languagetool import noise


def make(folder: Path) -> None:
    """Makes everything, in a folder that is there. Raises TqcheckError where a file that ships is broken."""
    with cache.kept_in(folder):
        rulebook.open_rulebook()
        entities.open_store().all_rules()
        rules.open_rules().by_id  # noqa: B018 - it is made when it is looked at
        noise.shown()
        noise.speller()
        figure.weights()
        means.shipped()
    for note in folder.glob("key-*.txt"):
        note.unlink()


if __name__ == "__main__":
    gc.set_threshold(300_000, 20, 20)  # as __main__ has it
    make(Path(sys.argv[1]))
