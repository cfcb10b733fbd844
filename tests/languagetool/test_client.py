"""What is sent, and that what comes back stands where it should, beyond the BMP too."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.languagetool.conftest import document
from tqcheck.languagetool import noise
from tqcheck.languagetool.client import (
    BOUND,
    STAND_IN,
    Client,
    UnreachableError,
    is_loopback,
    pieces,
    plain,
    requests_of,
)
from tqcheck.languagetool.supervisor import free_port
from tqcheck.model import CannotCheck

FAULTS = ["on may 9 he left", "the Black sea froze", "it cost $ 5 then"]
HITS = {"on may 9 he left": "may", "the Black sea froze": "Black sea", "it cost $ 5 then": "$ 5"}
BEYOND = "🙂🚌👩‍👩‍👧🇷🇺𝐀𝒷𐍈"


@pytest.fixture(scope="module")
def client(server_url: str) -> Client:
    """A client that asks for all that we ask for."""
    return Client(server_url, noise.shown())


@given(
    parts=st.lists(
        st.tuples(st.text(alphabet=BEYOND + "абв é", max_size=6), st.sampled_from(FAULTS)),
        min_size=1,
        max_size=5,
    ),
    gap=st.sampled_from([" ", "\n\n", "\r\n", "\n"]),
)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_offsets_count_code_points_beyond_the_plane(
    client: Client, parts: list[tuple[str, str]], gap: str
) -> None:
    text = gap.join(f"{before} He said {fault}." for before, fault in parts)
    found = [hit for batch in requests_of(document(text)) for hit in client.check(batch)]
    ours = [text[hit.start : hit.end] for hit in sorted(found, key=lambda hit: hit.start)]
    wanted = [HITS[fault] for _, fault in parts]
    assert [one for one in ours if one in HITS.values()] == wanted


@given(st.text())
def test_plain_text_has_one_unit_a_code_point(text: str) -> None:
    sent = plain(text)
    assert len(sent) == len(text) == len(sent.encode("utf-16-le")) // 2


@given(st.lists(st.sampled_from(["word ", "x" * 4000, "\n", "\n\n", " ", "End. "]), max_size=40))
def test_pieces_cover_the_prose_in_order_and_in_bounds(parts: list[str]) -> None:
    text = "".join(parts)
    end = 0
    for piece in pieces(document(text)):
        assert 0 < len(piece.text) <= BOUND
        assert text[end : piece.start].strip() == ""
        assert piece.text.split() == text[piece.start : piece.start + len(piece.text)].split()
        end = piece.start + len(piece.text)
    assert text[end:].strip() == ""


def test_twenty_megabytes_on_one_line_are_cut() -> None:
    text = "words and words again " * 950_000
    batches = requests_of(document(text))
    assert max(sum(len(piece.text) for piece in batch) for batch in batches) <= BOUND
    assert len(batches) < len(text) // (BOUND * 8 // 10)
    assert all(not batch[0].text.startswith("ords") for batch in batches)


def test_many_short_lines_share_requests() -> None:
    assert len(requests_of(document("A headline of a few words\n" * 1000))) == 3


def test_line_break_between_segments_ends_a_sentence(client: Client) -> None:
    text = "Putin met Lavrov in Moscow\nDied the creator of the rifle"
    (hit,) = client.check(requests_of(document(text))[0])
    assert text[hit.start : hit.end] == "Died the"


def test_wrapped_line_does_not(client: Client) -> None:
    text = "He was there when he\ndied the creator of the rifle."
    whole = document(text.replace("\n", " "), prose=text)
    assert client.check(requests_of(whole)[0]) == []


def test_suggestion_never_holds_the_stand_in(client: Client) -> None:
    hits = client.check(requests_of(document("The 🙂 🙂 bus bus left."))[0])
    assert hits
    for hit in hits:
        assert STAND_IN not in "".join(hit.suggestions)


def test_server_tells_our_grammar(client: Client) -> None:
    assert client.grammar() == noise.grammar_version()


@contextmanager
def answering(body: bytes, status: int = 200) -> Iterator[str]:
    """Something that answers everything in one way."""

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status)
            self.end_headers()
            self.wfile.write(body)

        do_POST = do_GET  # noqa: N815

        def log_message(self, *_: object) -> None: ...

    with HTTPServer(("127.0.0.1", 0), Answers) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


@pytest.mark.parametrize("body", [b"<html>Welcome</html>", b"{}", b"[1, 2]", b"null", b"\xff\xfe\x00", b""])
def test_garbage_on_the_port_is_said(body: bytes) -> None:
    with answering(body) as url, pytest.raises(CannotCheck, match="not LanguageTool") as raised:
        Client(url, ["X"])
    assert url in str(raised.value)
    assert len(str(raised.value)) < 300


def test_languagetool_without_english_is_said() -> None:
    body = json.dumps([{"code": "de", "longCode": "de-DE"}]).encode()
    with answering(body) as url, pytest.raises(CannotCheck, match="does not know English"):
        Client(url, ["X"])


def test_nobody_on_the_port_is_said() -> None:
    with pytest.raises(UnreachableError, match="no LanguageTool answers at http://127"):
        Client(f"http://127.0.0.1:{free_port()}", ["X"])


def test_proxy_is_not_asked_for_the_loopback(server_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{free_port()}")
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{free_port()}")
    assert Client(server_url, ["X"]).grammar() == noise.grammar_version()


@pytest.mark.parametrize(
    ("url", "here"),
    [
        ("http://127.0.0.1:80", True),
        ("localhost:8081", True),
        ("http://[::1]:1/", True),
        ("example.org", False),
    ],
)
def test_loopback_is_known(url: str, here: bool) -> None:
    assert is_loopback(url) is here
