"""Words of Russian that are read and compared a second: `python -m benchmarks.beside FOLDER`.

FOLDER holds NAME.txt beside NAME.ru.txt. One process, rules alone; loading is what the shortest text
costs, which comes first. Every text is new to the process, so that no memory of an earlier round helps.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from tqcheck.readers import read_file
from tqcheck.readers.discover import find_files
from tqcheck.session import Session
from tqcheck.settings import Settings
from tqcheck.sources import beside

ALONE = Settings(languagetool="off", judge="off")


def main() -> int:
    """Prints seconds of loading, and words of source a second of the processor after that."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.beside", description=__doc__)
    parser.add_argument("folder", type=Path, help="texts and their sources")
    folder: Path = parser.parse_args().folder
    files = [found for found in find_files([str(folder)]) if isinstance(found, Path)]
    with Session(ALONE) as session:
        paired = [file for file in files if file.with_suffix(f".ru{file.suffix}").exists()]
        first, *others = sorted(paired, key=lambda file: (file.stat().st_size, file))
        started = time.process_time()
        session.check([beside(read_file(first), folder).document])
        loading = time.process_time() - started
        started = time.process_time()
        documents = [beside(read_file(file), folder).document for file in others]
        session.check(documents)
        spent = time.process_time() - started
    words = sum(len(document.source.text.split()) for document in documents if document.source)
    print(f"{len(documents)} texts, {words:,} words of Russian")
    print(f"loading, with the first text  {loading:.1f} s")
    print(f"after that                    {words / spent:,.0f} words/s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
