"""What training left: one file of arrays, an adapter of the language model and the network's weights."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np

from tqcheck.judge.adapter import Adapter
from tqcheck.judge.estimate.network import Array, Network
from tqcheck.judge.home import ESTIMATOR_WEIGHTS
from tqcheck.model import TqcheckError

_NETWORK = "network."


def read_adapter(file: Path = ESTIMATOR_WEIGHTS) -> Adapter:
    """The adapter in a file of weights. Raises TqcheckError for one that is not whole."""
    arrays = _read(file, lambda name: not name.startswith(_NETWORK))
    try:
        changed = [name.removesuffix(".up") for name in arrays if name.endswith(".up")]
        return Adapter(
            layers=int(arrays["layers"]),
            changes={name: (arrays[name + ".up"], arrays[name + ".down"]) for name in changed},
        )
    except KeyError as error:
        raise TqcheckError(f"{file}: are no weights of the estimator: {error} is missing") from error


def read_network(file: Path = ESTIMATOR_WEIGHTS) -> Network:
    """The network in a file of weights. Raises TqcheckError for one that is not whole."""
    arrays = _read(file, lambda name: name.startswith(_NETWORK))
    network = Network({name.removeprefix(_NETWORK): array for name, array in arrays.items()})
    try:
        network(np.zeros((1, network.width), dtype=np.float32))
    except (KeyError, ValueError, IndexError) as error:
        raise TqcheckError(f"{file}: are no weights of the estimator: {error!r}") from error
    return network


def _read(file: Path, wanted: Callable[[str], bool]) -> dict[str, Array]:
    """The arrays whose names are wanted, as 32-bit floats; `tools/estimator/train.py` wrote them with 16."""
    try:
        with file.open("rb") as opened, np.load(opened, allow_pickle=False) as arrays:
            return {name: np.asarray(arrays[name], dtype=np.float32) for name in arrays if wanted(name)}
    except (OSError, ValueError, KeyError, TypeError, EOFError, zipfile.BadZipFile, zlib.error) as error:
        raise TqcheckError(f"{file}: are no weights of the estimator: {error}") from error
