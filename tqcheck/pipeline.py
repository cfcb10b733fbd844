"""The way a text takes: discover → read → check → resolve → suppress → score → gate → report."""

from __future__ import annotations

import zlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

from tqcheck import __version__
from tqcheck.inputs import BATCH_CHARACTERS, Input, in_batches, inputs, passed_over
from tqcheck.model import CheckedDocument, CheckFailure, Document, Progress, Report, Verdict
from tqcheck.score import gate
from tqcheck.settings import Settings, given_by, load_settings
from tqcheck.sources import Beside, beside, require_usable
from tqcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from tqcheck.baseline import Baseline, Entry
    from tqcheck.session import Begun, Results, Session
    from tqcheck.since import Revision

Checked = CheckedDocument | CheckFailure
Read = Iterator[tuple[int, Beside | CheckFailure]]
"""Texts as they are read, with their numbers."""
_PIECE = 40_000
"""Code points of a batch where several processes take them: some tenths of a second of work."""
_WORTH = 500_000
"""Bytes of text worth a process of their own: one starts in the time of checking a tenth of them."""


def check_paths(
    paths: Sequence[str],
    *,
    config: Path | None = None,
    overrides: Mapping[str, object] | None = None,
    standard_input: Callable[[], bytes] | None = None,
    stdin_name: str = "<stdin>",
    progress: Progress | None = None,
    baselines: dict[Path, Baseline] | None = None,
    changed_since: str | None = None,
    keep: bool = False,
    jobs: int | None = 1,
    outputs: Sequence[Path] = (),
) -> Report:
    """Checks files, folders, globs and "-" (standard input) with the settings found for each.

    Baselines used are left in `baselines`, by path, so that what is stale in them can be seen. With
    `changed_since`, a git revision, the texts as they were then are checked too, and what was found in them
    is not reported. With `keep`, texts that have not changed since a run before are not looked at again.
    `jobs` is the number of processes, None to let the amount of text decide; the report is the same.
    `outputs` are files that are to be written afterwards.

    Raises SettingsError, RulebookError, RevisionError and CannotCheck for what stops the whole run, and
    TqcheckError for an output that is one of the files read; whatever is wrong with one file is a failure in
    the report.
    """
    texts = list(inputs(paths, standard_input, stdin_name))
    groups = _by_settings(texts, lambda folder: load_settings(folder, config, overrides or {}))
    if outputs:
        from tqcheck.apart import require_apart

        require_apart(outputs, _read(groups, standard="-" in paths and standard_input is not None))
    revision = _revision(changed_since)
    run = _Run(progress, {} if baselines is None else baselines, revision, keep=keep, jobs=jobs)
    run.notices += passed_over(paths, [text.folder for text in texts])
    for settings, own in groups.items():
        run.check(settings, own)
    run.tell_baselines(groups)
    if revision:
        run.notices.append(f"only findings new since {revision.name} ({revision.commit[:10]}) are reported")
        run.versions.append(f"since {revision.commit[:10]}")
    checked = [run.checked[number] for number in sorted(run.checked)]
    versions = (*run.versions, *_of_russian(checked))
    return _report(checked, run.verdicts, run.notices, signature(versions, groups))


def _by_settings(
    texts: Sequence[Input], settings_in: Callable[[Path], Settings]
) -> dict[Settings, dict[int, Input]]:
    """Texts that share their settings, by number; where there is no text, the settings of this folder."""
    groups: dict[Settings, dict[int, Input]] = {}
    for number, text in enumerate(texts):
        groups.setdefault(settings_in(text.folder), {})[number] = text
    return groups or {settings_in(Path.cwd()): {}}


def _read(groups: Mapping[Settings, Mapping[int, Input]], *, standard: bool) -> Iterator[Path | int]:
    """The files that a run reads; `standard`: standard input, too."""
    from tqcheck.apart import STANDARD_INPUT, files_read

    for settings, texts in groups.items():
        yield from files_read(settings, [text.folder for text in texts.values()])
    if standard:
        yield STANDARD_INPUT


def _revision(name: str | None) -> Revision | None:
    if name is None:
        return None
    from tqcheck.since import Revision

    return Revision.find(name, Path.cwd())


class _Run:
    """Checks texts, those that share their settings at a time, and gathers what comes of them."""

    def __init__(
        self,
        progress: Progress | None,
        baselines: dict[Path, Baseline],
        revision: Revision | None,
        *,
        keep: bool,
        jobs: int | None,
    ) -> None:
        self.checked: dict[int, Checked] = {}
        self.verdicts: list[tuple[Verdict, tuple[str, ...]]] = []
        self.notices: list[str] = []
        self.versions: list[str] = []
        self._progress = progress
        self._baselines = baselines
        self._revision = revision
        self._keep = keep
        self._jobs = jobs

    def check(self, settings: Settings, texts: Mapping[int, Input]) -> None:
        """Checks the texts of one group. Raises as `check_paths` does."""
        baseline = self._baseline(settings)
        if settings.source:
            names = [text.name for text in texts.values()]
            require_usable(settings.source, names, given_by(settings, "source"))
        failed, read = _to_be_checked(settings, texts)
        self.checked.update(failed)
        if len(failed) < len(texts) or not texts:
            from tqcheck.progress import shown
            from tqcheck.session import Session

            with Session(settings, self._progress, baseline, keep=self._keep) as session:
                if self._revision:
                    session.known = _found_at(self._revision, session, [text.name for text in texts.values()])
                processes = self._jobs or _worth(session, texts)
                left = len(texts) - len(failed)
                with shown(self._progress if left > 1 else None, "Checking", left) as advance:
                    self.checked.update(_piece_by_piece(session, read, advance, processes))
                self.notices.extend(session.notices)
                self.versions.extend(session.versions)
        own = [self.checked[number] for number in texts]
        documents = [one for one in own if isinstance(one, CheckedDocument)]
        failures = [one for one in own if isinstance(one, CheckFailure)]
        self.verdicts.append(gate(documents, failures, settings))

    def tell_baselines(self, groups: Iterable[Settings]) -> None:
        """What is to be said of the baselines, once every text is checked."""
        for settings in groups:
            if baseline := self._baseline(settings):
                self.notices.extend(baseline.notices())
                self.verdicts.append(_stale(baseline, settings))

    def _baseline(self, settings: Settings) -> Baseline | None:
        if settings.baseline is None:
            return None
        if settings.baseline not in self._baselines:
            from tqcheck.baseline import baseline_of

            self._baselines[settings.baseline] = baseline_of(settings, settings.baseline)
        return self._baselines[settings.baseline]


def _of_russian(checked: Iterable[Checked]) -> Iterator[str]:
    """What read the sources of documents, if any has one."""
    if any(isinstance(one, CheckedDocument) and one.document.source for one in checked):
        from tqcheck.bilingual.versions import russian_versions

        yield russian_versions()


def _found_at(revision: Revision, session: Session, paths: Sequence[str]) -> Baseline:
    """What an open session finds in texts as they were at a revision."""
    from tqcheck.baseline import Baseline, entries_of

    folder = Path.cwd()
    entries: list[Entry] = []
    for documents in in_batches(revision.texts(paths), lambda document: len(document.text)):
        compared = [beside(document, session.settings.source).document for document in documents]
        entries += entries_of(session.check_afresh(compared), folder)
    return Baseline(folder / revision.commit, entries)


def check_documents(documents: Sequence[Document], settings: Settings) -> Report:
    """Checks documents that are already read."""
    from tqcheck.session import Session

    with Session(settings) as session:
        return check_in(session, documents)


def check_in(session: Session, documents: Sequence[Document]) -> Report:
    """Checks documents that are already read in a session that is open, which stays so."""
    settings = session.settings
    checked = session.check(documents)
    versions, notices = (*session.versions, *_of_russian(checked)), session.notices
    verdicts = [gate(checked, (), settings)]
    if session.baseline:
        notices += session.baseline.notices()
        verdicts.append(_stale(session.baseline, settings))
    return _report(checked, verdicts, notices, signature(versions, [settings]))


def _stale(baseline: Baseline, settings: Settings) -> tuple[Verdict, tuple[str, ...]]:
    """What stale entries do to the gate, once all documents are checked."""
    if settings.fail_on_stale and baseline.stale:
        return Verdict.FAIL, ("the baseline has stale entries, which --fail-on-stale forbids",)
    return Verdict.PASS, ()


def _to_be_checked(settings: Settings, texts: Mapping[int, Input]) -> tuple[dict[int, CheckFailure], Read]:
    """What cannot be read before the first text that can, and the texts from there on, read one by one.

    No check need be opened where there is none.
    """
    read = ((number, text.read(settings.fields, settings.source)) for number, text in texts.items())
    failed: dict[int, CheckFailure] = {}
    for number, item in read:
        if isinstance(item, Beside):
            return failed, chain([(number, item)], read)
        failed[number] = item
    return failed, read


def _piece_by_piece(
    session: Session, read: Read, advance: Callable[[int], None], jobs: int
) -> Iterator[tuple[int, Checked]]:
    """Checks texts in batches, in other processes if there are to be several; `advance` hears how many."""
    from tqcheck.crew import in_order

    size = BATCH_CHARACTERS if jobs == 1 else _PIECE
    waiting: deque[tuple[list[tuple[int, Beside]], Begun]] = deque()
    settled: list[tuple[int, Checked]] = []

    def pieces() -> Iterator[Sequence[Document]]:
        for batch in in_batches(read, lambda piece: _size(piece[1]), size):
            settled.extend((number, item) for number, item in batch if isinstance(item, CheckFailure))
            sound = [(number, item) for number, item in batch if isinstance(item, Beside)]
            begun = session.begin([item.document for _, item in sound])
            if begun.new:
                waiting.append((sound, begun))
                yield begun.new
            else:
                settled.extend(_told(sound, session.finish(begun, session.results(()))))
            advance(len(batch))

    for results in in_order(_results, pieces(), session, jobs):
        sound, begun = waiting.popleft()
        settled.extend(_told(sound, session.finish(begun, results)))
        yield from settled
        settled.clear()
    yield from settled


def _results(session: Session, documents: Sequence[Document]) -> Results:
    return session.results(documents)


def _worth(session: Session, texts: Mapping[int, Input]) -> int:
    """So many processes that each has enough to do to be worth its start; one where checks share work out."""
    if len(texts) < 2 or session.shares_work:
        return 1
    from tqcheck.crew import cores

    total = sum(text.bytes for text in texts.values())
    return max(1, min(cores(), total // _WORTH))


def _size(item: Beside | CheckFailure) -> int:
    return len(item.document.text) if isinstance(item, Beside) else 0


def _told(
    texts: Sequence[tuple[int, Beside]], checked: Sequence[CheckedDocument]
) -> Iterator[tuple[int, CheckedDocument]]:
    """What was found in texts, with what is to be said of their sources."""
    for (number, read), result in zip(texts, checked, strict=True):
        yield number, read.told(result)


_GRAVITY = {Verdict.PASS: 0, Verdict.FAIL: 1, Verdict.ERROR: 2}


def _report(
    checked: Sequence[Checked],
    verdicts: Sequence[tuple[Verdict, tuple[str, ...]]],
    notices: Iterable[str],
    signature: str,
) -> Report:
    verdict = max((verdict for verdict, _ in verdicts), key=_GRAVITY.__getitem__)
    of_documents = (n for c in checked if isinstance(c, CheckedDocument) for n in c.notices)
    reasons = [reason for own, clauses in verdicts if own is verdict for reason in clauses]
    return Report(
        documents=tuple(c for c in checked if isinstance(c, CheckedDocument)),
        verdict=verdict,
        reasons=tuple(dict.fromkeys(reasons)),
        notices=tuple(dict.fromkeys((*notices, *of_documents))),
        failures=tuple(c for c in checked if isinstance(c, CheckFailure)),
        version=__version__,
        signature=signature,
    )


def signature(versions: Iterable[str], settings: Iterable[Settings]) -> str:
    """What decides the findings, in words, and a digest of the settings: equal signatures, equal results."""
    deciding = [
        (
            s.min_confidence,
            s.select,
            s.ignore,
            [str(p) for p in s.rulebooks],
            s.languagetool_url,
            s.accept,
            s.fields,
            bool(s.source),
            [path.read_bytes() for path in s.glossary],
            s.per_file_ignores,
            s.baseline.read_bytes() if s.baseline else b"",
        )
        for s in settings
    ]
    digest = f"{zlib.crc32(repr(deciding).encode()):08x}"
    return " · ".join([f"tqcheck {__version__}", *dict.fromkeys(versions), f"settings {digest}"])
