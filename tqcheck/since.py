"""What texts said at an earlier git commit, so that only findings that a change brought are reported.

Git is asked for objects only: its index, its configuration's helpers and the working tree stay out of it.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from tqcheck.model import Document, InputError, TqcheckError
from tqcheck.readers import SUFFIXES, read_bytes


class RevisionError(TqcheckError):
    """A revision that cannot be looked up: no git, no repository, no such commit."""


@dataclass(frozen=True)
class Revision:
    """A commit of the repository that holds a folder. `name` is as it was asked for."""

    name: str
    commit: str
    root: Path

    @classmethod
    def find(cls, name: str, folder: Path) -> Revision:
        """The commit that a revision means in the repository around a folder. Raises RevisionError."""
        try:
            root = Path(_git(folder, "rev-parse", "--show-toplevel").decode().rstrip("\n"))
        except FileNotFoundError:
            raise RevisionError("--changed-since needs git, which is not installed") from None
        except subprocess.CalledProcessError as error:
            said = error.stderr.decode(errors="replace").strip().removeprefix("fatal: ")
            raise RevisionError(f"--changed-since {name}: {said}") from None
        try:
            asked = f"{name}^{{commit}}"
            commit = _git(root, "rev-parse", "--verify", "--end-of-options", asked).decode().strip()
        except (subprocess.CalledProcessError, ValueError):  # ValueError: a null character
            hint = "no such commit here; a shallow clone lacks the earlier ones"
            raise RevisionError(f"--changed-since {name}: {hint}") from None
        return cls(name, commit, root)

    @cached_property
    def blobs(self) -> dict[Path, str]:
        """Object ids of the commit's files, by absolute path."""
        listed = _git(self.root, "ls-tree", "-r", "-z", "--full-tree", self.commit)
        blobs = {}
        for line in listed.decode("utf-8", "surrogateescape").split("\0")[:-1]:
            about, _, path = line.partition("\t")
            _, kind, oid = about.split(" ")
            if kind == "blob":
                blobs[self.root / path] = oid
        return blobs

    def texts(self, paths: Iterable[str]) -> Iterator[Document]:
        """The earlier versions of files, by their paths of today, then the texts that are no more.

        The latter are where a file that was moved or split came from. What could not be read even then is
        left out: all that its file holds now is new.
        """
        today = {path: Path(path).resolve() for path in paths}
        wanted = {path: self.blobs[file] for path, file in today.items() if file in self.blobs}
        gone = (path for path in self.blobs if path.suffix.lower() in SUFFIXES and not path.exists())
        wanted |= {str(path): self.blobs[path] for path in sorted(gone)}
        contents = _blobs(self.root, wanted.values())
        for path, data in zip(wanted, contents, strict=True):
            try:
                yield read_bytes(data, path)
            except InputError:
                continue


def _blobs(folder: Path, oids: Iterable[str]) -> Iterator[bytes]:
    """The contents of objects, in their order, by one process of git."""
    with subprocess.Popen(
        ["git", "cat-file", "--batch"], cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as git:
        asked, answered = git.stdin, git.stdout
        assert asked is not None and answered is not None  # noqa: PT018 - pipes, as was asked for
        for oid in oids:
            asked.write(f"{oid}\n".encode())
            asked.flush()
            header = answered.readline().split()
            if len(header) != 3:
                raise RevisionError(f"--changed-since: git has lost the object {oid}")
            yield answered.read(int(header[2]))
            answered.read(1)


def _git(folder: Path, *arguments: str) -> bytes:
    return subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=True).stdout
