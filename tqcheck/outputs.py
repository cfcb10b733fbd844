"""Which report goes where, and how it gets there: --format, --output and the suffixes of files."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Mapping, Sequence
from pathlib import Path

from tqcheck.model import Report, Rule, TqcheckError
from tqcheck.settings import load_settings
from tqcheck.typed import NamedTuple

FORMATS = {
    "gl-code-quality-report.json": ("gitlab",),
    ".sarif.json": ("sarif",),
    ".sarif": ("sarif",),
    ".html": ("html",),
    ".htm": ("html",),
    ".json": ("json", "gitlab", "sarif"),
    ".md": ("markdown",),
    ".markdown": ("markdown",),
    ".xml": ("junit",),
    ".txt": ("terminal", "github"),
}
"""Formats by the end of a file's name, longer ends first: the one taken, then others --format may ask for."""

_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
_DESCRIBING = ("sarif", "gitlab", "junit", "html")


class Outputs(NamedTuple):
    """Formats of the files, and of standard output: None where nothing is to be printed."""

    files: tuple[tuple[Path, str], ...]
    printed: str | None

    def needs_rules(self, linked: bool) -> bool:
        """Whether rules must be described, which takes a while; a terminal links to them where `linked`."""
        printed = self.printed in _DESCRIBING or (linked and self.printed == "terminal")
        return printed or any(format in _DESCRIBING for _, format in self.files)


def plan(files: Sequence[Path], format: str | None, default: str, *, silent: bool = False) -> Outputs:
    """Where reports go. `format` is that of the command line, None where not given; `default` the setting.

    Without files the report is printed. Each file has the format its name tells. Where it is the only one,
    it has the format asked for, if that goes by such names too (gitlab, .json) or the name tells nothing.
    What --format asked for and no file took is printed. `silent`: other files are written, so that without
    a format asked for nothing is printed. Raises TqcheckError for a name that tells nothing.
    """
    wanted = format or default
    if not files:
        return Outputs((), format if silent else wanted)
    chosen = []
    alone = len(files) == 1
    for path in files:
        usual = next((formats for end, formats in FORMATS.items() if path.name.lower().endswith(end)), ())
        if alone and (wanted in usual or (format is not None and not usual)):
            chosen.append((path, wanted))
        elif usual:
            chosen.append((path, usual[0]))
        else:
            known = ", ".join(f"{end} ({formats[0]})" for end, formats in FORMATS.items())
            way = "; or name one file and its --format" if format is None or not alone else ""
            raise TqcheckError(f"--output {path}: no format is known by that name; known are {known}{way}")
    taken = any(format == own for _, own in chosen)
    return Outputs(tuple(chosen), None if taken else format)


def rules_of(report: Report, config: Path | None, overrides: Mapping[str, object]) -> dict[str, Rule]:
    """The rules a report speaks of, from the rulebooks of its documents' own settings and from other checks.

    Where they stand is an absolute path, for links. `config` and `overrides` are those the report was made
    with.
    """
    from tqcheck.checks import described_rules
    from tqcheck.rulebook import DATA, open_rulebook

    wanted: dict[tuple[Path, ...], set[str]] = {}
    for checked in report.documents:
        if checked.findings:
            books = load_settings(Path(checked.document.path), config, overrides).rulebooks
            wanted.setdefault(books, set()).update(finding.rule for finding in checked.findings)
    found: dict[str, Rule] = {}
    for books, ids in wanted.items():
        program = open_rulebook(books)
        rules = [program.rule(i) for i, entry in enumerate(program.entries) if entry.id in ids]
        found |= {rule.id: rule._replace(origin=str(DATA / rule.origin)) for rule in rules}
    ids = {id_ for ids in wanted.values() for id_ in ids if id_ not in found}
    return found | ({rule.id: rule for rule in described_rules() if rule.id in ids} if ids else {})


def write_atomically(path: Path, content: str | bytes) -> None:
    """Write a file that is there whole or, after an OSError, as it was. Text as UTF-8, line ends as they are.

    A link stays one: what it leads to is written. A device or a pipe is written into. A file that is
    read-only is left so, though its folder would let it be replaced. An error names the file asked for, not
    the one that takes its place once it is whole.
    """
    try:
        _write(path, content)
    except OSError as error:
        error.filename, error.filename2 = str(path), None
        raise


def _write(path: Path, content: str | bytes) -> None:
    import tempfile

    data = content.encode("utf-8") if isinstance(content, str) else content
    if path.exists() and not path.is_file():
        with path.open("wb") as device:
            device.write(data)
        return
    path = Path(os.path.realpath(path))
    if path.exists() and not (os.access(path, os.W_OK) and path.stat().st_mode & _WRITABLE):
        raise PermissionError(errno.EACCES, "it is read-only")
    with tempfile.NamedTemporaryFile("wb", dir=path.parent, delete=False) as out:
        try:
            out.write(data)
            out.flush()
            if not path.exists():
                umask = os.umask(0)
                os.umask(umask)
                Path(out.name).chmod(0o666 & ~umask)
            else:
                Path(out.name).chmod(path.stat().st_mode & 0o777)
            Path(out.name).replace(path)
        except BaseException:
            Path(out.name).unlink(missing_ok=True)
            raise
