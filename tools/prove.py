"""Proves rulebook files by their examples while they are written.

usage: python tools/prove.py PATH… [--cross]

--cross also runs every rule of all files over pass examples and corrected examples of the others.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tqcheck.rulebook import shipped_and
from tqcheck.rulebook.errors import RulebookError
from tqcheck.rulebook.load import load
from tqcheck.rulebook.program import Program, compile_files
from tqcheck.rulebook.prove import Prover
from tqcheck.rulebook.sources import rulebook_files


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--cross", action="store_true")
    args = parser.parse_args()
    try:
        own = rulebook_files(args.paths)
        names = {Path(name).name for name, _ in own}
        rest = [(name, content) for name, content in shipped_and(())[0] if name not in names]
        load(rest + own)  # an id that stands in another file as well is an error, whatever is proved
        sets = [file for file in rest if file[0] == "sets.yaml"]
        ids = set(load(own + sets).rules)
        needed = own + (rest if args.cross else sets)
        program = Program(compile_files(needed))
    except RulebookError as error:
        print(error, file=sys.stderr)
        return 2
    rules = [rule for rule in program.rules() if rule.id in ids]
    flaws = list(Prover(program).flaws(rules, cross=args.cross))
    print("\n".join(map(str, flaws)))
    print(f"{len(rules)} rules, {len(flaws)} flaws")
    return 1 if flaws else 0


if __name__ == "__main__":
    sys.exit(main())
