"""Whom downloads trust: the certificates of the operating system, where requests knows only its own.

Behind a company's proxy the system knows the company's authority, and pip asks the system; what installs
LanguageTool must not ask anybody else.
"""

from __future__ import annotations

import os
import ssl
from collections.abc import Iterator
from contextlib import contextmanager

VARIABLES = ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE")
"""What requests looks for; what the user has set is left as it is."""


@contextmanager
def system_certificates() -> Iterator[None]:
    """While it lasts, requests trusts the system's certificates, if the system keeps them in one file."""
    bundle = ssl.get_default_verify_paths().cafile
    if bundle is None or any(os.environ.get(name) for name in VARIABLES):
        yield
        return
    os.environ[VARIABLES[0]] = bundle
    try:
        yield
    finally:
        os.environ.pop(VARIABLES[0], None)
