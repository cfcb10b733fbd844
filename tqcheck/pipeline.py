"""The way a text takes: discover → read → check → resolve → suppress → score → gate → report."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from tqcheck import __version__
from tqcheck.baseline import Baseline, Entry, entries_of, read_baseline
from tqcheck.bilingual.versions import russian_versions
from tqcheck.inputs import BATCH_CHARACTERS, Input, in_batches, inputs
from tqcheck.model import (
    CheckedDocument,
    CheckFailure,
    Document,
    Progress,
    Report,
    Verdict,
)
from tqcheck.score import gate
from tqcheck.settings import (
    Settings,
    load_settings,
)
from tqcheck.sources import Beside, beside, require_usable

if TYPE_CHECKING:
    from tqcheck.session import Begun, Results, Session
    from tqcheck.since import Revision

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
) -> Report:
    """Checks files, folders, globs and "-" (standard input) with the settings found for each.

    Baselines used are left in `baselines`, by path, so that what is stale in them can be seen. With
    `changed_since`, a git revision, the texts as they were then are checked too, and what was found in them
    is not reported. With `keep`, texts that have not changed since a run before are not looked at again.
    `jobs` is the number of processes, None to let the amount of text decide; the report is the same.

    Raises SettingsError, RulebookError, RevisionError and CannotCheck for what stops the whole run; whatever
    is wrong with one file is a failure in the report.
    """
    given = dict(overrides or {})
    texts = list(inputs(paths, standard_input, stdin_name))
    groups: dict[Settings, list[int]] = {}
    for i, text in enumerate(texts):
        groups.setdefault(load_settings(text.folder, config, given), []).append(i)
    if not groups:
        groups[load_settings(Path.cwd(), config, given)] = []
    checked: dict[int, CheckedDocument | CheckFailure] = {}
    verdicts: list[tuple[Verdict, tuple[str, ...]]] = []
    notices: list[str] = []
    versions: list[str] = []
    baselines = {} if baselines is None else baselines
    revision = None
    if changed_since is not None:
        from tqcheck.since import Revision

        revision = Revision.find(changed_since, Path.cwd())
    for settings, numbers in groups.items():
        if settings.baseline and settings.baseline not in baselines:
            baselines[settings.baseline] = read_baseline(settings.baseline)
        baseline = baselines[settings.baseline] if settings.baseline else None
        if settings.source:
            require_usable(settings.source, [texts[n].name for n in numbers])
        own_texts = {n: texts[n] for n in numbers}
        failed, read = _to_be_checked(settings, own_texts)
        checked.update(failed)
        if len(failed) < len(own_texts) or not texts:
            from tqcheck.session import Session

            with Session(settings, progress, baseline, keep=keep) as session:
                if revision:
                    session.known = _found_at(revision, session, [texts[n].name for n in numbers])
                left, processes = len(own_texts) - len(failed), jobs or _worth(session, own_texts)
                checked.update(_run(session, read, left, progress, processes))
                notices.extend(session.notices)
                versions.extend(session.versions)
        own = [checked[n] for n in numbers]
        documents = [c for c in own if isinstance(c, CheckedDocument)]
        failures = [c for c in own if isinstance(c, CheckFailure)]
        verdicts.append(gate(documents, failures, settings))
    for settings in groups:
        if settings.baseline:
            notices.extend(baselines[settings.baseline].notices())
            verdicts.append(_stale(baselines[settings.baseline], settings))
    if revision:
        notices.append(f"only findings new since {revision.name} ({revision.commit[:10]}) are reported")
        versions.append(f"since {revision.commit[:10]}")
    versions.extend(_of_russian(checked.values()))
    return _report([checked[i] for i in sorted(checked)], verdicts, notices, signature(versions, groups))


def _of_russian(checked: Iterable[CheckedDocument | CheckFailure]) -> Iterator[str]:
    """What read the sources of documents, if any has one."""
    if any(isinstance(one, CheckedDocument) and one.document.source for one in checked):
        yield russian_versions()


def _found_at(revision: Revision, session: Session, paths: Sequence[str]) -> Baseline:
    """What an open session finds in texts as they were at a revision."""
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


def _run(
    session: Session, read: Read, texts: int, progress: Progress | None, jobs: int
) -> Iterator[tuple[int, CheckedDocument | CheckFailure]]:
    """Checks so many texts in batches, in other processes if there are to be several."""
    from tqcheck.crew import in_order

    shown = progress if texts > 1 else None
    if shown:
        shown.start("Checking", texts)
    size = BATCH_CHARACTERS if jobs == 1 else _PIECE
    waiting: deque[tuple[list[tuple[int, Beside]], Begun]] = deque()
    settled: list[tuple[int, CheckedDocument | CheckFailure]] = []

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
            if progress is not None:
                progress.advance(len(batch))

    for results in in_order(_results, pieces(), session, jobs):
        sound, begun = waiting.popleft()
        settled.extend(_told(sound, session.finish(begun, results)))
        yield from settled
        settled.clear()
    yield from settled
    if shown:
        shown.done()


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
    checked: Sequence[CheckedDocument | CheckFailure],
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
    digest = hashlib.sha256(repr(deciding).encode()).hexdigest()[:8]
    return " · ".join([f"tqcheck {__version__}", *dict.fromkeys(versions), f"settings {digest}"])
