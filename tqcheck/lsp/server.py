"""The protocol: texts come in, findings go out. Texts are taken whole, so that no edit can be misplaced."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from tqcheck import __version__
from tqcheck.lsp.desk import Desk
from tqcheck.lsp.positions import Positions
from tqcheck.lsp.present import actions, diagnostics, hover
from tqcheck.model import CheckedDocument, Span, TqcheckError

PAUSE = 0.25
"""Seconds without typing before a text is checked."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """A text as it was last checked."""

    checked: CheckedDocument
    positions: Positions


class Server(LanguageServer):
    """Speaks for one desk, whose work is done on a thread of its own."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("tqcheck", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full)
        self.desk = desk
        self.worker = ThreadPoolExecutor(1, "tqcheck")
        self.seen: dict[str, _Seen] = {}
        self.waiting: dict[str, asyncio.Task[None]] = {}
        self.said: dict[str, str] = {}

    def look_soon(self, uri: str, pause: float = PAUSE) -> None:
        """Checks a text once nothing has changed for a while."""
        self.drop(uri)
        self.waiting[uri] = asyncio.get_running_loop().create_task(self._look(uri, pause))

    def drop(self, uri: str) -> None:
        """Checks a text no more, unless it is asked for again."""
        if task := self.waiting.pop(uri, None):
            task.cancel()

    async def _look(self, uri: str, pause: float) -> None:
        await asyncio.sleep(pause)
        text = self.workspace.get_text_document(uri)
        source, version, language = text.source, text.version, text.language_id or ""
        path = Path(to_fs_path(uri) or uri)
        loop = asyncio.get_running_loop()
        try:
            seen = await loop.run_in_executor(self.worker, self._checked, path, source, language)
        except TqcheckError as error:
            self._complain(uri, str(error))
            return
        if seen is None:
            self.seen.pop(uri, None)
            shown = []
        else:
            self.seen[uri] = seen
            shown = diagnostics(seen.checked, seen.positions)
        failures = seen.checked.failures if seen else ()
        self._complain(uri, "\n".join(map(str, failures)))
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, shown, version))

    def _checked(self, path: Path, text: str, language: str) -> _Seen | None:
        checked = self.desk.check(path, text, language)
        if checked is None:
            return None
        return _Seen(checked, Positions(checked.document, self.workspace.position_encoding))

    def _complain(self, uri: str, message: str) -> None:
        """Tells the editor's user of a text, once, until it is something else or nothing ("") any more."""
        if message and message != self.said.get(uri):
            self.window_show_message(types.ShowMessageParams(types.MessageType.Error, f"tqcheck: {message}"))
        self.said[uri] = message

    def current(self, uri: str) -> _Seen | None:
        """What was found in a text, if it is still what was looked at."""
        seen = self.seen.get(uri)
        same = seen and seen.checked.document.text == self.workspace.get_text_document(uri).source
        return seen if same else None

    def forget(self, uri: str) -> None:
        """Drops what is known of a text that is closed, and what is shown in it."""
        self.drop(uri)
        self.seen.pop(uri, None)
        self.said.pop(uri, None)
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    async def told_at(self, uri: str, position: types.Position) -> types.Hover | None:
        """What there is to say of the findings at a place of a text."""
        seen = self.current(uri)
        if seen is None:
            return None
        offset = seen.positions.offset(position)
        found = tuple(f for f in seen.checked.findings if f.span.touches(Span(offset, offset)))
        if not found:
            return None
        source = seen.checked.document.source
        loop = asyncio.get_running_loop()
        rules = await loop.run_in_executor(
            self.worker, self.desk.rules, seen.checked._replace(findings=found)
        )
        shown = "\n\n---\n\n".join(hover(f, rules.get(f.rule), source) for f in found)
        content = types.MarkupContent(types.MarkupKind.Markdown, shown)
        return types.Hover(content, seen.positions.range(found[0].span))

    def offered(self, uri: str, range_: types.Range) -> list[types.CodeAction]:
        """The changes on offer in a stretch of a text."""
        seen = self.current(uri)
        if seen is None:
            return []
        place = seen.positions
        within = Span(place.offset(range_.start), place.offset(range_.end))
        return list(actions(seen.checked, within, place, uri))


def make_server(desk: Desk) -> Server:
    """A server with its features, not yet started."""
    server = Server(desk)

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    async def opened(params: types.DidOpenTextDocumentParams) -> None:
        server.look_soon(params.text_document.uri, pause=0)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(params: types.DidChangeTextDocumentParams) -> None:
        server.look_soon(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    async def saved(_: types.DidSaveTextDocumentParams) -> None:
        # It may have been settings, rules or a baseline, on which every text depends.
        for uri in list(server.workspace.text_documents):
            server.look_soon(uri, pause=0)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    async def closed(params: types.DidCloseTextDocumentParams) -> None:
        server.forget(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def hovered(params: types.HoverParams) -> types.Hover | None:
        return await server.told_at(params.text_document.uri, params.position)

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions([types.CodeActionKind.QuickFix]))
    def asked(params: types.CodeActionParams) -> list[types.CodeAction]:
        return server.offered(params.text_document.uri, params.range)

    return server


class _ToEditor:
    """Standard output, which an editor may close before it closes standard input: then nobody hears.

    pygls closes what it writes to; that is a copy, since the process has its own last words on the original.
    """

    def __init__(self) -> None:
        self._descriptor = os.dup(1)

    def write(self, data: bytes) -> int:
        with suppress(OSError):
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(self._descriptor, rest) :]
        return len(data)

    def flush(self) -> None:
        pass

    def close(self) -> None:
        if self._descriptor >= 0:
            os.close(self._descriptor)
        self._descriptor = -1


def serve(overrides: Mapping[str, object]) -> None:
    """Serves an editor on standard input and output until it hangs up."""
    with Desk(overrides) as desk:
        server = make_server(desk)
        try:
            server.start_io(stdout=cast("BinaryIO", _ToEditor()))
        finally:
            server.worker.shutdown(cancel_futures=True)
