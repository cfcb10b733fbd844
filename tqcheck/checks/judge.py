"""The context judge: words in the wrong sense that only their company gives away.

Cheap to import: everything of weight is imported when the judge is there and a text has words in doubt.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property, partial

from tqcheck.checks.figured import FiguredCheck
from tqcheck.model import CannotCheck, Document, Finding, Opened, Progress
from tqcheck.settings import Settings, given_by
from tqcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tqcheck.judge.home import Model
    from tqcheck.judge.means import Means
    from tqcheck.judge.model import LanguageModel
    from tqcheck.judge.suspicion import Suspicion
    from tqcheck.judge.weigh import Gain

NAME = "judge"
NOT_USED = "The context judge was not used: `tqcheck judge install` adds it"
DAMAGED = "The context judge was not used, its model is damaged: `tqcheck judge install` puts it right"
WITHOUT_PACKAGES = "The context judge was not used: pip install 'tqcheck[judge]' adds what it needs"
MOST = 12_000
"""Windows scored in one document: some 60,000 words of an ordinary text, a quarter of an hour."""


class JudgeCheck(FiguredCheck):
    """Findings of the context judge. `means` gives what it goes by, once there is a text."""

    name = NAME

    def __init__(
        self,
        means: Callable[[], Means],
        model: LanguageModel,
        progress: Progress | None,
        *,
        all_rules: bool = True,
    ) -> None:
        super().__init__(all_rules=all_rules)
        self._open_means = means
        self._model = model
        self._progress = progress

    @cached_property
    def means(self) -> Means:
        """What it goes by."""
        return self._open_means()

    def _findings(self, document: Document, figure: float) -> Iterator[Finding]:
        from tqcheck.judge.weigh import apart, weigh

        suspicions = self._affordable(document, figure)
        if not suspicions:
            return
        weighed = weigh([one.place for one in suspicions], self._model, self._progress)
        found = [
            (gain.value - one.limit, one.place.span, (one, gain))
            for one, (gain,) in zip(suspicions, (place.gains for place in weighed), strict=True)
            if gain.value >= one.limit
        ]
        for number in apart(found):
            yield _finding(document, *found[number][2])

    def _affordable(self, document: Document, figure: float) -> list[Suspicion]:
        """The suspicions in a document, in its order, as far as there is time for them."""
        from tqcheck.judge.weigh import windows_of

        suspicions, windows = [], set[str]()
        for one in self.means.suspicions(document, figure):
            windows.update(windows_of(one.place))
            if len(windows) > MOST:
                line, _ = document.place(one.place.span.start)
                self.notes.append(
                    f"{document.path}: too long for the context judge, not judged from line {line} on"
                )
                break
            suspicions.append(one)
        return suspicions


def _finding(document: Document, one: Suspicion, gain: Gain) -> Finding:
    from tqcheck.judge.figure import times
    from tqcheck.judge.weigh import suggestions

    why, better = one.rule.why.removesuffix("."), gain.words[0]
    message = f"{why}: with “{better}” a language model finds the text {times(gain.value)} likelier"
    if gain.value < one.usual:
        message += ", and the text reads like raw machine translation"
    return one.rule.finding(
        NAME,
        document,
        one.place.span,
        message=f"{message}.",
        suggestions=suggestions(one.place, gain),
        source=one.source,
    )


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
        yield Opened(None, (WITHOUT_PACKAGES if missing else DAMAGED if home.was_installed() else NOT_USED,))
        return
    home.require_packages()
    if own:
        try:
            model = _own(own, progress)
        except CannotCheck as error:
            raise CannotCheck(f"{given_by(settings, 'judge-model')} {error}") from error
    if model is None:
        if home.was_installed():
            raise CannotCheck(
                "the model of the context judge is damaged: `tqcheck judge install` puts it right"
            )
        raise CannotCheck("the context judge is not installed: `tqcheck judge install` does it")
    from tqcheck.judge.means import data_key, open_means
    from tqcheck.judge.scores import open_scores

    with open_scores(model) as scores:
        means = partial(open_means, settings)
        check = JudgeCheck(means, scores, progress, all_rules=not settings.select)
        yield Opened(
            check,
            version=f"judge {model.digest[:12]} data {data_key()[:12]}",
            rule_ids=lambda: check.means.rule_ids,
            later=lambda: tuple(check.notes),
            shares_work=True,
        )


def _own(path: Path, progress: Progress | None) -> Model:
    """The model that the settings name."""
    from tqcheck.judge import home
    from tqcheck.judge.install import install_file

    return home.read_folder(path) if path.is_dir() else install_file(path, progress)
