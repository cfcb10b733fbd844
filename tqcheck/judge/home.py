"""Where the judge's model lies: installed, or named by a setting."""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

from tqcheck.cache import told_of_files
from tqcheck.judge.convert import TOKENIZER
from tqcheck.model import CannotCheck
from tqcheck.typed import NamedTuple

MODEL = "SmolLM2-135M-Instruct"
ESTIMATOR = f"{MODEL}-estimator"
PACKAGES = ("ctranslate2", "gguf", "numpy", "tokenizers")
WEIGHTS = "model.bin"
FILES = (WEIGHTS, TOKENIZER, "config.json")
"""Those that decide a model's scores."""
DIGEST = "digest"
"""Written last: a folder that has it was whole then."""
STAMP = "stamp"
"""Sizes and times of the files when they were last seen to have that digest."""
ESTIMATOR_WEIGHTS = Path(__file__).parent / "estimate/data/weights.npz"
_CHUNK = 1 << 20


class Model(NamedTuple):
    """A model that can be loaded. Equal digests mean the same weights and the same tokenizer."""

    folder: Path
    digest: str


def home() -> Path:
    """The folder of converted models. Raises CannotCheck where there is no home for it."""
    if os.environ.get("HOME") == "":  # platformdirs would take the file system's root for the home
        raise CannotCheck("there is no home folder to keep the judge's model in")
    from platformdirs import user_data_path

    return user_data_path("tqcheck", appauthor=False) / "judge"


def estimator_name() -> str:
    """Under which the model adapted with the weights that ship is installed: others are others."""
    digest = told_of_files("sha256", [ESTIMATOR_WEIGHTS], lambda: file_digest(ESTIMATOR_WEIGHTS))
    return f"{ESTIMATOR}-{digest[:16]}"


def installed(name: str = MODEL) -> Model | None:
    """The model of that name among those converted here, or None, also where its files are no longer what
    they were: that is seen by their sizes and times, and where these differ by their digest."""
    model = _noted(name)
    return model if model and (_is_stamped(model.folder) or _has_digest(model)) else None


def verified(name: str = MODEL) -> Model | None:
    """As `installed`, but all of the files are read, whatever their sizes and times say."""
    model = _noted(name)
    return model if model and _has_digest(model) else None


def was_installed(name: str = MODEL) -> bool:
    """Whether a model of that name was: if it is not any more, its files are not what they were."""
    return _noted(name) is not None


def _noted(name: str) -> Model | None:
    try:
        folder = home() / name
        return Model(folder, (folder / DIGEST).read_text(encoding="ascii").strip())
    except (OSError, UnicodeDecodeError, CannotCheck):
        return None


def _is_stamped(folder: Path) -> bool:
    try:
        return (folder / STAMP).read_text(encoding="ascii") == _stamp(folder)
    except (OSError, UnicodeDecodeError):
        return False


def _has_digest(model: Model) -> bool:
    """Whether the files are those of the digest; what comes of it is noted for the next time."""
    stamp = model.folder / STAMP
    with suppress(OSError, CannotCheck):
        before = _stamp(model.folder)
        if digest_of(model.folder) == model.digest:
            with suppress(OSError):
                stamp.write_text(before, encoding="ascii")
            return True
    with suppress(OSError):
        stamp.unlink()
    return False


def _stamp(folder: Path) -> str:
    """Raises OSError."""
    facts = [(folder / name).stat() for name in FILES]
    return "".join(f"{fact.st_size} {fact.st_mtime_ns}\n" for fact in facts)


def missing_packages() -> list[str]:
    """Those of the extra `judge` that are not installed."""
    return [name for name in PACKAGES if find_spec(name) is None]


def require_packages() -> None:
    """Raises CannotCheck unless the packages of the extra are installed."""
    if missing := missing_packages():
        raise CannotCheck(f"the context judge needs {', '.join(missing)}: pip install 'tqcheck[judge]'")


def read_folder(folder: Path) -> Model:
    """A folder of the user's own, in CTranslate2's form with a tokenizer.json. Raises CannotCheck."""
    for name in FILES:
        if not (folder / name).is_file():
            raise CannotCheck(
                f"{folder}: has no {name}, so it is no model in CTranslate2's form with its tokenizer"
            )
    return Model(folder, digest_of(folder))


def digest_of(folder: Path) -> str:
    """What tells a converted model from others: all that decides its scores."""
    seen = hashlib.sha256()
    for name in FILES:
        seen.update(file_digest(folder / name).encode())
    return seen.hexdigest()


def file_digest(file: Path) -> str:
    """SHA-256 of a file. Raises CannotCheck."""
    seen = hashlib.sha256()
    try:
        with file.open("rb") as opened:
            while chunk := opened.read(_CHUNK):
                seen.update(chunk)
    except OSError as error:
        raise CannotCheck(f"{file}: cannot be read: {error.strerror or error}") from error
    return seen.hexdigest()
