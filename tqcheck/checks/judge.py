"""The context judge: words in the wrong sense that only their company gives away.

Cheap to import: everything of weight is imported when the judge is there and a text has words in doubt.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from tqcheck import cache
from tqcheck.model import CannotCheck, Document, Finding, Opened, Progress, Span
from tqcheck.settings import Settings, selected

if TYPE_CHECKING:
    from pathlib import Path

    from tqcheck.judge.home import Model
    from tqcheck.judge.model import LanguageModel
    from tqcheck.judge.pairs import Pair
    from tqcheck.judge.swap import Lexicon, Place
    from tqcheck.judge.weigh import Gain, Weighed

NAME = "judge"
NOT_USED = "The context judge was not used: `tqcheck judge install` adds it"
MOST = 12_000
"""Windows scored in one document: some 60,000 words of an ordinary text, a quarter of an hour."""
SUGGESTIONS = 3


class JudgeCheck:
    """Findings of the context judge. `notes` grow while documents are checked."""

    name = NAME

    def __init__(
        self,
        pairs: Sequence[Pair],
        lexicon: Lexicon,
        model: LanguageModel,
        wanted: Callable[[Pair], bool],
        progress: Progress | None,
    ) -> None:
        self._pairs = pairs
        self._lexicon = lexicon
        self._model = model
        self._wanted = [wanted(pair) for pair in pairs]
        self._progress = progress
        self.notes: list[str] = []

    def check_many(self, documents: Sequence[Document]) -> list[list[Finding] | CannotCheck]:
        """For each document its findings, or why the model could not judge it."""
        results: list[list[Finding] | CannotCheck] = []
        for document in documents:
            try:
                results.append(list(self._findings(document)))
            except CannotCheck as error:
                results.append(CannotCheck(str(error)))
        return results

    def _findings(self, document: Document) -> Iterator[Finding]:
        from tqcheck.judge.weigh import apart, weigh

        doubts = self._doubts(document)
        if not doubts:
            return
        beside = dict(doubts)
        weighed = weigh(list(beside), self._model, self._progress)
        found = [
            (gain.value - limit, one.span, (one, gain))
            for one in weighed
            for gain in one.gains
            if (limit := self._limit(gain.pair, beside[one.place])) is not None and gain.value >= limit
        ]
        for number in apart(found):
            one, gain = found[number][2]
            yield self._finding(document, one, gain, beside[one.place])

    def _doubts(self, document: Document) -> list[tuple[Place, dict[int, tuple[Span, ...]] | None]]:
        """The places worth asking for, with the Russian words of their pairs where the Russian is known."""
        from tqcheck.judge.weigh import windows_of

        source = self._sources(document)
        doubts, windows = [], 0
        for place in self._lexicon.places(document):
            known = source(place)
            pairs = tuple(
                (n, rights)
                for n, rights in place.pairs
                if self._wanted[n] and self._limit(n, known) is not None
            )
            if not pairs:
                continue
            place = place.of(pairs)
            windows += sum(1 for _ in windows_of(place))
            if windows > MOST:
                line, _ = document.place(place.span.start)
                self.notes.append(
                    f"{document.path}: too long for the context judge, not judged from line {line} on"
                )
                break
            doubts.append((place, known))
        return doubts

    def _sources(self, document: Document) -> Callable[[Place], dict[int, tuple[Span, ...]] | None]:
        """For a place: where the Russian of each of its pairs stands, None where the Russian is not known."""
        if document.source is None:
            return lambda _: None
        from tqcheck.bilingual.confirm import standing
        from tqcheck.bilingual.pair import pair_at, pairs

        beside = pairs(document)

        def known(place: Place) -> dict[int, tuple[Span, ...]] | None:
            bead = pair_at(beside, place.span.start)
            if bead is None:
                return None
            return {n: standing([self._pairs[n].russian], bead) for n, _ in place.pairs}

        return known

    def _limit(self, number: int, known: dict[int, tuple[Span, ...]] | None) -> float | None:
        """The gain from which on a pair is a finding; None where it can be none."""
        pair = self._pairs[number]
        if known is None:
            return pair.threshold
        return pair.with_source if known[number] else None

    def _finding(
        self, document: Document, one: Weighed, gain: Gain, known: dict[int, tuple[Span, ...]] | None
    ) -> Finding:
        from tqcheck.judge.rules import CATEGORY, CONFIDENCE, SEVERITY, rule_id

        pair, span = self._pairs[gain.pair], one.span
        return Finding(
            rule=rule_id(pair),
            check=NAME,
            span=span,
            text=document.text[span.start : span.end],
            severity=SEVERITY,
            confidence=CONFIDENCE,
            category=CATEGORY,
            message=(
                f"The Russian {pair.russian} has another sense: with “{gain.words[0]}” a language model "
                f"finds the text {_times(gain.value)} likelier."
            ),
            suggestions=tuple(one.place.in_capitals(word) for word in gain.words[:SUGGESTIONS]),
            russian=pair.russian,
            source=known[gain.pair] if known is not None else (),
        )


def _times(gain: float) -> str:
    """A gain in words: "40 times"."""
    if gain > math.log(1_000_000):
        return "over a million times"
    times = math.exp(gain)
    digits = max(0, len(str(int(times))) - 2)
    return f"{round(times / 10**digits) * 10**digits:,} times"


@contextmanager
def open_judge(settings: Settings, progress: Progress | None = None) -> Iterator[Opened]:
    """The judge, where it is installed or the settings name a model.

    With `judge = "auto"` a judge that is not there is a notice; with "on", or with a model named that cannot
    be used, it is CannotCheck.
    """
    if settings.judge == "off":
        yield Opened(None)
        return
    from tqcheck.judge import home

    own = settings.judge_model
    missing = home.missing_packages()
    model = None if missing or own else home.installed()
    if model is None and not own and settings.judge == "auto":
        yield Opened(None, (NOT_USED,))
        return
    from tqcheck.judge.install import require_packages

    require_packages()
    if own:
        model = _own(own, progress)
    if model is None:
        raise CannotCheck("the context judge is not installed: `tqcheck judge install` does it")
    from tqcheck.judge import pairs as pair_list
    from tqcheck.judge.model import Deferred
    from tqcheck.judge.rules import rule_id
    from tqcheck.judge.scores import KeptScores
    from tqcheck.judge.swap import lexicon

    pairs, key = pair_list.read_pairs(), pair_list.key()
    folder = cache.cache_folder()
    kept = folder / "judge" / f"scores-{model.digest[:16]}.sqlite" if folder else None
    scores = KeptScores(Deferred(model.folder), kept)
    check = JudgeCheck(pairs, lexicon(pairs, key), scores, partial(_wanted, settings), progress)
    try:
        yield Opened(
            check,
            version=f"judge {model.digest[:12]} pairs {key[:12]}",
            rule_ids=tuple(dict.fromkeys(map(rule_id, pairs))),
            later=lambda: tuple(check.notes),
        )
    finally:
        scores.close()


def _own(path: Path, progress: Progress | None) -> Model:
    """The model that the settings name."""
    from tqcheck.judge import home
    from tqcheck.judge.install import install_file

    return home.read_folder(path) if path.is_dir() else install_file(path, progress)


def _wanted(settings: Settings, pair: Pair) -> bool:
    """Whether findings of a pair could be shown at all."""
    from tqcheck.judge.rules import rule_id

    return selected(settings, rule_id(pair))
