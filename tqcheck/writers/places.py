"""Paths as services want them: relative to the working directory, which in CI is the repository's root."""

from __future__ import annotations

import os
from pathlib import Path


def repository_path(path: str) -> str:
    """With slashes, without "./"; relative where the path lies under the working directory."""
    folder = os.getcwd()  # noqa: PTH109 - Path.cwd() and is_relative_to would cost an object a finding
    if os.path.isabs(path):  # noqa: PTH117
        normal = os.path.normpath(path)
        path = (
            os.path.relpath(normal, folder) if normal.startswith(folder.rstrip(os.sep) + os.sep) else normal
        )
    else:
        path = os.path.normpath(path)
    return Path(path).as_posix()


def uri(path: str) -> str:
    """The path as a URI reference: relative, or file:// where it lies elsewhere."""
    from urllib.parse import quote

    path = repository_path(path)
    absolute = path.startswith("/") or path[1:3] == ":/"
    return ("file:///" if absolute else "") + quote(os.fsencode(path.lstrip("/") if absolute else path))
