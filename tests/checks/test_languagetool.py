"""The check as the pipeline sees it: opened or absent, kept answers, a server that dies."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import FreshCache
from tests.languagetool.conftest import document
from tests.languagetool.test_client import answering
from tqcheck.checks.languagetool import LanguageToolCheck, open_languagetool
from tqcheck.languagetool import server
from tqcheck.languagetool.connection import Connection
from tqcheck.languagetool.install import Installation, find
from tqcheck.languagetool.supervisor import free_port
from tqcheck.model import CannotCheck, Finding, Opened, Span
from tqcheck.settings import Settings

pytest_plugins: list[str] = []
ON, AUTO = Settings(languagetool="on"), Settings(languagetool="auto")
TEXT = "In Karelia overturned the bus 🚌. It cost $ 5.\n\nHe said it on may 9."


@pytest.fixture
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fresh_cache: FreshCache) -> Path:
    """State and cache of this test alone."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(fresh_cache(tmp_path / "cache")))
    return tmp_path


@pytest.fixture(scope="module")
def real_server() -> Iterator[str]:
    """A server as a remote one would be."""
    with server.private_server(Connection(ON).installation()) as url:
        yield url


@pytest.fixture
def remote(real_server: str, own_folders: Path) -> Settings:
    """Settings that name the running server."""
    assert own_folders.exists()
    return Settings(languagetool="on", languagetool_url=real_server)


def the_check(opened: Opened) -> LanguageToolCheck:
    """The check, which is there."""
    assert isinstance(opened.check, LanguageToolCheck)
    return opened.check


def facts(findings: list[Finding]) -> list[tuple[str, str]]:
    """Rule and text."""
    return [(one.rule, one.text) for one in findings]


EXPECTED = [
    ("syntax.fronted-place-verb-subject", "In Karelia overturned the"),
    ("languagetool.currency-space", "$ 5"),
    ("languagetool.lowercase-months", "may"),
]


def test_findings_stand_where_they_should(remote: Settings) -> None:
    with open_languagetool(remote) as opened:
        assert opened.notices == ()
        found = the_check(opened)(document(TEXT))
    assert facts(found) == EXPECTED
    assert all(TEXT[one.span.start : one.span.end] == one.text for one in found)
    assert found[1].suggestions == ("$5",)
    assert found[0].russian
    assert {one.check for one in found} == {"languagetool"}


def test_rules_are_told_for_explain(remote: Settings) -> None:
    with open_languagetool(remote) as opened:
        ids = [rule.id for rule in opened.rules]
    assert ids == sorted(ids)
    assert {"syntax.verb-first", "languagetool.allow-to"} <= set(ids)


def test_off_is_no_check() -> None:
    with open_languagetool(Settings(languagetool="off")) as opened:
        assert opened == Opened(None)


@pytest.mark.usefixtures("own_folders")
def test_unusable_is_a_notice_with_auto_and_an_error_with_on() -> None:
    url = f"http://127.0.0.1:{free_port()}"
    with open_languagetool(Settings(languagetool_url=url)) as opened:
        assert opened.check is None
        assert opened.rules
        (notice,) = opened.notices
        assert notice.startswith(f"LanguageTool was not used: no LanguageTool answers at {url}")
    with pytest.raises(CannotCheck), open_languagetool(Settings(languagetool="on", languagetool_url=url)):
        pass


def test_garbage_on_the_port_is_a_notice(own_folders: Path) -> None:
    assert own_folders.exists()
    with answering(b"<html>") as url, open_languagetool(Settings(languagetool_url=url)) as opened:
        assert opened.check is None
        assert "not LanguageTool" in opened.notices[0]


@pytest.mark.usefixtures("own_folders")
@pytest.mark.parametrize("trouble", ["no way to install it", "no Java"])
def test_no_installation_is_a_notice(monkeypatch: pytest.MonkeyPatch, trouble: str) -> None:
    def fails(_: object = None) -> Installation:
        raise CannotCheck(trouble)

    monkeypatch.setattr("tqcheck.languagetool.connection.install", fails)
    with open_languagetool(AUTO) as opened:
        assert opened.notices == (f"LanguageTool was not used: {trouble}",)


@pytest.mark.usefixtures("own_folders")
def test_installation_that_never_started_is_tried_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "LanguageTool-6.8"
    (broken / "libs").mkdir(parents=True)
    (broken / "languagetool-server.jar").write_text("not a jar")
    monkeypatch.setenv("LTP_JAR_DIR_PATH", str(broken))
    with open_languagetool(AUTO) as opened:
        assert opened.check is None
        assert "could not be started" in opened.notices[0]
    with pytest.raises(CannotCheck, match="could not be started"), open_languagetool(ON):
        pass


def test_server_without_our_grammar_is_said(remote: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tqcheck.languagetool.client.Client.grammar", lambda _: "")
    with open_languagetool(remote) as opened:
        assert opened.check is not None
        assert "not our grammar" in opened.notices[0]


def test_many_documents_come_back_in_order(remote: Settings) -> None:
    documents = [document(f"He came on may {i}.\n\nNothing here.") for i in range(1, 25)]
    with open_languagetool(remote) as opened:
        results = the_check(opened).check_many([*documents, document("")])
    assert [len(result) for result in results if isinstance(result, list)] == [1] * 24 + [0]


def test_kept_answers_need_no_server(
    remote: Settings, own_folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_languagetool(remote) as opened:
        first = the_check(opened)(document(TEXT))

    def asked(*_: object) -> None:
        raise AssertionError("the server was asked")

    monkeypatch.setattr(Connection, "check", asked)
    with open_languagetool(remote) as opened:
        assert the_check(opened)(document(TEXT)) == first
        with pytest.raises(AssertionError):
            the_check(opened)(document(TEXT + " More."))
    monkeypatch.undo()
    for content in (b"", b"{", b"[[1]]", b"\xff"):
        for path in (own_folders / "cache").rglob("*.json"):
            path.write_bytes(content)


@pytest.mark.parametrize("content", [b"", b"{", b"[[1]]", b"null", b"\xff\xfe", b'[["X", "a", 2, "", []]]'])
def test_corrupt_answers_are_had_anew(remote: Settings, own_folders: Path, content: bytes) -> None:
    with open_languagetool(remote) as opened:
        the_check(opened)(document(TEXT))
    (kept,) = (own_folders / "cache").rglob("*.json")
    kept.write_bytes(content)
    with open_languagetool(remote) as opened:
        assert facts(the_check(opened)(document(TEXT))) == EXPECTED


def test_moved_text_is_another_text(remote: Settings) -> None:
    with open_languagetool(remote) as opened:
        check = the_check(opened)
        (one,) = check(document("He left on may 9."))
        (other,) = check(document("\n\nHe left on may 9."))
    assert (one.span, other.span) == (Span(11, 14), Span(13, 16))


def killed_servers(monkeypatch: pytest.MonkeyPatch, times: int, *, asked: bool) -> list[int]:
    """Kills the Java of this run's servers so many times: before a request or, where they are not to be
    `asked`, as soon as it has come up. Gives the processes that were killed, as time goes by."""
    from tqcheck.languagetool.client import Client, Piece

    killed: list[int] = []
    running: list[int] = []
    told, check = server._answer, Client.check

    def kill() -> None:
        if len(killed) < times:
            killed.append(running[-1])
            os.kill(running[-1], signal.SIGKILL)

    def answer(process: subprocess.Popen[bytes]) -> dict[str, object]:
        facts = told(process)
        running.append(facts["java_pid"])
        if not asked:
            kill()
        return facts

    def check_without(client: Client, batch: list[Piece]) -> object:
        if asked:
            kill()
        return check(client, batch)

    monkeypatch.setattr(server, "_answer", answer)
    monkeypatch.setattr(Client, "check", check_without)
    return killed


@pytest.mark.parametrize("asked", [True, False], ids=["in mid run", "at its first start"])
@pytest.mark.usefixtures("own_folders")
def test_server_killed_is_replaced(monkeypatch: pytest.MonkeyPatch, asked: bool) -> None:
    killed = killed_servers(monkeypatch, 1, asked=asked)
    with open_languagetool(ON) as opened:
        assert facts(the_check(opened)(document(TEXT))) == EXPECTED
    assert len(killed) == 1


@pytest.mark.usefixtures("own_folders")
def test_server_killed_again_and_again_fails_the_documents(monkeypatch: pytest.MonkeyPatch) -> None:
    killed_servers(monkeypatch, 99, asked=True)
    with open_languagetool(ON) as opened:
        check = the_check(opened)
        results = check.check_many(
            [document(TEXT), document("He came on may 1."), document("On may 2 he left.")]
        )
        assert all(isinstance(result, CannotCheck) for result in results)
        with pytest.raises(CannotCheck, match="LanguageTool"):
            check(document("Another text."))


@pytest.mark.usefixtures("own_folders")
def test_server_killed_before_its_first_answer_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    from tqcheck.languagetool.client import Client, UnreachableError

    grammar, asked = Client.grammar, list[str]()

    def dead_at_first(client: Client) -> str:
        asked.append(client.url)
        if len(asked) == 1:
            raise UnreachableError("killed")
        return grammar(client)

    monkeypatch.setattr(Client, "grammar", dead_at_first)
    with open_languagetool(ON) as opened:
        assert facts(the_check(opened)(document(TEXT))) == EXPECTED
    assert len(asked) == len(set(asked)) == 2


@pytest.mark.usefixtures("own_folders")
def test_server_that_never_lives_to_answer_fails_the_documents_only(monkeypatch: pytest.MonkeyPatch) -> None:
    killed_servers(monkeypatch, 99, asked=False)
    with open_languagetool(ON) as opened:
        (result,) = the_check(opened).check_many([document(TEXT)])
        assert isinstance(result, CannotCheck)
    with open_languagetool(AUTO) as opened:
        assert opened.check is None
        assert "LanguageTool was not used" in opened.notices[0]


@pytest.mark.usefixtures("own_folders")
def test_shared_server_is_used_and_left_running() -> None:
    started = server.start(ON)
    try:
        with open_languagetool(ON) as opened:
            check = the_check(opened)
            assert facts(check(document(TEXT))) == EXPECTED
            assert check._connection.client().url == started.url
        assert server.status().pid == started.pid
    finally:
        server.stop()


def test_import_is_cheap() -> None:
    heavy = {"language_tool_python", "requests", "psutil", "jgo", "yaml", "subprocess", "concurrent.futures"}
    code = "import sys, tqcheck.checks.languagetool; print(*sys.modules)"
    told = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    assert heavy.isdisjoint(told)


def test_installed_one_is_found() -> None:
    assert find() is not None
