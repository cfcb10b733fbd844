"""What `tqcheck judge install|status` does, told as values that read well when printed."""

from __future__ import annotations

from dataclasses import dataclass

from tqcheck.judge import home
from tqcheck.judge.install import install as install_model
from tqcheck.judge.pairs import read_pairs
from tqcheck.model import Progress


@dataclass(frozen=True, slots=True)
class Told:
    """Whether the judge can be used, and what with."""

    model: home.Model | None
    missing: tuple[str, ...]
    pairs: int
    estimator: home.Model | None

    def __str__(self) -> str:
        if self.model is None:
            lines = [
                "The context judge is not installed: `tqcheck judge install` does it (a download of 93 MB)."
            ]
        else:
            lines = [
                f"The context judge is {home.MODEL} in {self.model.folder} (digest {self.model.digest[:12]})."
            ]
        if self.missing:
            lines.append(f"It needs {', '.join(self.missing)}: pip install 'tqcheck[judge]'.")
        if self.model is not None and self.estimator is None:
            lines.append("The estimator is not installed, or an older one: `tqcheck judge install` does it.")
        elif self.estimator is not None:
            lines.append(f"The estimator is in {self.estimator.folder}.")
        return "\n".join([*lines, f"It weighs {self.pairs:,} pairs of senses."])


def install(progress: Progress | None = None) -> Told:
    """Installs the model unless it is there. Raises CannotCheck."""
    install_model(progress)
    return status()


def status() -> Told:
    """What there is."""
    estimator = home.installed(home.estimator_name())
    return Told(home.installed(), tuple(home.missing_packages()), len(read_pairs()), estimator)
