"""Two files, or two folders with files of the same names → texts to compare."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tqcheck.compare import Pair
from tqcheck.model import CheckFailure, Report, TqcheckError
from tqcheck.readers.discover import find_files


@dataclass(frozen=True, slots=True)
class Paired:
    """Files that belong together, one by one, and what has no fellow."""

    a: tuple[Path, ...]
    b: tuple[Path, ...]
    failures: tuple[CheckFailure, ...]

    def documents(self, a: Report, b: Report) -> list[Pair]:
        """The pairs of which both texts could be checked, whole."""
        checked = [{c.document.path: c for c in side.documents if not c.failures} for side in (a, b)]
        paths = [(str(one), str(other)) for one, other in zip(self.a, self.b, strict=True)]
        return [
            (checked[0][one], checked[1][other])
            for one, other in paths
            if one in checked[0] and other in checked[1]
        ]


def pair_paths(a: str, b: str) -> Paired:
    """Pairs two files, or the files of two folders by their paths within.

    Raises TqcheckError for one of each, and for what is not there.
    """
    for path in (a, b):
        if not Path(path).exists():
            raise TqcheckError(f"{path}: does not exist")
    folders = [Path(path).is_dir() for path in (a, b)]
    if folders[0] != folders[1]:
        raise TqcheckError(f"{a} and {b}: two files or two folders can be compared, not one of each")
    if not folders[0]:
        return Paired((Path(a),), (Path(b),), ())
    files, failures = [], list[CheckFailure]()
    for folder in (a, b):
        found = list(find_files([folder]))
        failures += [item for item in found if isinstance(item, CheckFailure)]
        files.append({item.relative_to(folder): item for item in found if isinstance(item, Path)})
    both = sorted(files[0].keys() & files[1].keys())
    for own, other, folder in ((files[0], files[1], b), (files[1], files[0], a)):
        failures += [
            CheckFailure(str(own[name]), f"has no fellow in {folder}")
            for name in sorted(own.keys() - other.keys())
        ]
    return Paired(tuple(files[0][n] for n in both), tuple(files[1][n] for n in both), tuple(failures))
