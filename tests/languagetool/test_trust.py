"""Whom downloads trust."""

from __future__ import annotations

import os
import ssl
from pathlib import Path

import pytest

from tqcheck.languagetool.trust import VARIABLES, system_certificates


@pytest.fixture(autouse=True)
def bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A system bundle, and no setting of the user's."""
    file = tmp_path / "system.pem"
    file.write_text("")
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(ssl.get_default_verify_paths().openssl_cafile_env, str(file))
    return str(file)


def test_the_systems_certificates_while_it_lasts(bundle: str) -> None:
    with system_certificates():
        assert os.environ["REQUESTS_CA_BUNDLE"] == bundle
    assert "REQUESTS_CA_BUNDLE" not in os.environ


@pytest.mark.parametrize("name", VARIABLES)
def test_what_the_user_has_set_stays(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, "/own.pem")
    with system_certificates():
        assert os.environ[name] == "/own.pem"
    assert os.environ[name] == "/own.pem"
