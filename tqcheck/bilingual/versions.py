"""What reads Russian here: packages and their versions, as far as they are installed."""

from __future__ import annotations

from functools import cache

PACKAGES = ("pymorphy3", "pymorphy3-dicts-ru", "razdel", "slovnet", "navec", "natasha")
"""Code, dictionary and models on which it depends how a source is read; natasha carries the models."""


@cache
def russian_versions() -> str:
    """A digest of their versions, for signatures and for what is kept between runs."""
    from hashlib import sha256
    from importlib.metadata import PackageNotFoundError, version

    found = []
    for package in PACKAGES:
        try:
            found.append(f"{package} {version(package)}")
        except PackageNotFoundError:
            found.append(f"no {package}")
    return f"russian {sha256(repr(found).encode()).hexdigest()[:8]}"
