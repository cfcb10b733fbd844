"""What `tqcheck judge install|status` does, told as values that read well when printed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tqcheck.judge import home
from tqcheck.judge.install import install as install_model
from tqcheck.judge.pairs import read_pairs
from tqcheck.model import CannotCheck, Progress


@dataclass(frozen=True, slots=True)
class Told:
    """Whether the judge can be used, and what with."""

    model: home.Model | None
    missing: tuple[str, ...]
    pairs: int
    estimator: home.Model | None
    damaged: bool = False
    own: str = ""

    def __str__(self) -> str:
        if self.damaged:
            lines = ["The context judge's model is damaged: `tqcheck judge install` puts it right."]
        elif self.model is None:
            lines = [
                "The context judge is not installed: `tqcheck judge install` does it (a download of 93 MB)."
            ]
        else:
            lines = [
                f"The context judge is {home.MODEL} in {self.model.folder} (digest {self.model.digest[:12]})."
            ]
        if self.own:
            lines.append(self.own)
        if self.missing:
            lines.append(f"It needs {', '.join(self.missing)}: pip install 'tqcheck[judge]'.")
        if self.model is not None and self.estimator is None:
            lines.append(
                "The estimator is not installed, damaged or an older one: `tqcheck judge install` does it."
            )
        elif self.estimator is not None:
            lines.append(f"The estimator is in {self.estimator.folder}.")
        return "\n".join([*lines, f"It weighs {self.pairs:,} pairs of senses."])


def install(progress: Progress | None = None, own: Path | None = None) -> Told:
    """Installs the model unless it is there, whole. Raises CannotCheck."""
    install_model(progress)
    return status(own)


def status(own: Path | None = None) -> Told:
    """What there is, each file read; `own` is the model that the settings name."""
    model, estimator = home.verified(), home.verified(home.estimator_name())
    told_of_own = _told_of(own) if own else ""
    missing, damaged = tuple(home.missing_packages()), model is None and home.was_installed()
    return Told(model, missing, len(read_pairs()), estimator, damaged, told_of_own)


def _told_of(own: Path) -> str:
    """What is to be said of a model that the settings name."""
    try:
        digest = home.read_folder(own).digest if own.is_dir() else home.file_digest(own)
    except CannotCheck as error:
        return f"The settings name a model that cannot be used: {error}."
    return f"The settings name another model, which is used in its place: {own} (digest {digest[:12]})."
