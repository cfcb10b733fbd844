"""The server as an editor meets it: a process, spoken to by a client library."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from lsprotocol import types
from pygls.lsp.client import LanguageClient

from tests.conftest import FreshCache
from tests.rulebook.support import rule_yaml

TEXT = "A 😀 calm lead.\n\nIt was a stumbling stone, said he.\n"


class Editor(LanguageClient):
    """Opens texts and keeps what is said of them."""

    def __init__(self) -> None:
        super().__init__("test", "1")
        self.published: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()
        self.messages: asyncio.Queue[str] = asyncio.Queue()

        @self.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)  # type: ignore[untyped-decorator]
        def keep(params: types.PublishDiagnosticsParams) -> None:
            self.published.put_nowait(params)

        @self.feature(types.WINDOW_SHOW_MESSAGE)  # type: ignore[untyped-decorator]
        def hear(params: types.ShowMessageParams) -> None:
            self.messages.put_nowait(params.message)

    def open(self, path: Path, text: str) -> None:
        item = types.TextDocumentItem(path.as_uri(), "plaintext", 1, text)
        self.text_document_did_open(types.DidOpenTextDocumentParams(item))

    def change(self, path: Path, version: int, text: str) -> None:
        identifier = types.VersionedTextDocumentIdentifier(version=version, uri=path.as_uri())
        whole = types.TextDocumentContentChangeWholeDocument(text)
        self.text_document_did_change(types.DidChangeTextDocumentParams(identifier, [whole]))

    async def said_of(self, version: int) -> list[types.Diagnostic]:
        """The diagnostics of a version of the text that is open."""
        while True:
            params = await asyncio.wait_for(self.published.get(), 60)
            if params.version == version:
                return list(params.diagnostics)


def edit(desk: Path, work: Callable[[Editor, Path], Awaitable[None]]) -> None:
    """Starts a server, works with it as an editor does, and hangs up."""

    async def session() -> None:
        editor = Editor()
        await editor.start_io(sys.executable, "-c", "from tqcheck.cli import run; run()", "lsp")
        capabilities = types.ClientCapabilities()
        await editor.initialize_async(types.InitializeParams(capabilities, root_uri=desk.as_uri()))
        editor.initialized(types.InitializedParams())
        try:
            await work(editor, desk / "a.txt")
        finally:
            await editor.shutdown_async(None)
            editor.exit(None)
            await editor.stop()  # type: ignore[no-untyped-call]

    asyncio.run(session())


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fresh_cache: FreshCache) -> Path:
    rule = rule_yaml("stumbling stone", id="test.stone", confidence="high", suggest=["obstacle", "snag"])
    (tmp_path / "rules.yaml").write_text(f"rules:\n- {rule}\n", encoding="utf-8")
    (tmp_path / "tqcheck.toml").write_text('rulebooks = ["rules.yaml"]\nselect = ["test"]\n', "utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(fresh_cache(tmp_path / "cache")))
    return tmp_path


def test_findings_explanations_and_fixes(desk: Path) -> None:
    async def work(editor: Editor, path: Path) -> None:
        editor.open(path, TEXT)
        (found,) = await editor.said_of(1)
        assert (found.code, found.source, found.severity) == (
            "test.stone", "tqcheck", types.DiagnosticSeverity.Warning,
        )  # fmt: skip
        assert found.range == types.Range(types.Position(2, 9), types.Position(2, 24))
        identifier = types.TextDocumentIdentifier(path.as_uri())
        hover = await editor.text_document_hover_async(types.HoverParams(identifier, types.Position(2, 12)))
        assert hover
        assert isinstance(hover.contents, types.MarkupContent)
        assert "obstacle / snag" in hover.contents.value
        assert hover.contents.value.count("It is wrong") == 1
        elsewhere = types.HoverParams(identifier, types.Position(0, 1))
        assert await editor.text_document_hover_async(elsewhere) is None
        asked = types.CodeActionParams(identifier, found.range, types.CodeActionContext([found]))
        actions = await editor.text_document_code_action_async(asked) or []
        assert [a.title for a in actions] == [
            "“stumbling stone” → obstacle",
            "“stumbling stone” → snag",
            "Ignore test.stone in this paragraph",
        ]
        comment = actions[-1]
        assert isinstance(comment, types.CodeAction)
        assert comment.edit
        assert comment.edit.changes
        (insertion,) = comment.edit.changes[path.as_uri()]
        assert insertion.range.start == types.Position(2, 0)
        lines = TEXT.splitlines(keepends=True)
        editor.change(path, 2, "".join([*lines[:2], insertion.new_text, *lines[2:]]))
        assert await editor.said_of(2) == []

    edit(desk, work)


def test_what_is_typed_last_is_what_is_checked(desk: Path) -> None:
    async def work(editor: Editor, path: Path) -> None:
        editor.open(path, "")
        assert await editor.said_of(1) == []
        for version in range(2, 9):
            editor.change(path, version, TEXT[: 10 * version])
        editor.change(path, 9, "🙂 " + TEXT.replace("\n\n", "\r\n\r\n"))
        (found,) = await editor.said_of(9)
        assert found.range.start == types.Position(2, 9)

    edit(desk, work)


def test_settings_and_rules_are_read_anew(desk: Path) -> None:
    async def work(editor: Editor, path: Path) -> None:
        good = (desk / "tqcheck.toml").read_text("utf-8")
        (desk / "tqcheck.toml").write_text('selct = ["test"]\n', "utf-8")
        editor.open(path, TEXT)
        assert "did you mean select?" in await asyncio.wait_for(editor.messages.get(), 60)
        (desk / "tqcheck.toml").write_text(good, "utf-8")
        editor.change(path, 2, TEXT)
        assert len(await editor.said_of(2)) == 1
        rules = (desk / "rules.yaml").read_text("utf-8")
        (desk / "rules.yaml").write_text(rules.replace("stumbling stone", "calm lead"), "utf-8")
        editor.change(path, 3, TEXT)
        (found,) = await editor.said_of(3)
        assert found.range.start == types.Position(0, 5)

    edit(desk, work)


def test_the_russian_beside_a_text(tmp_path: Path) -> None:
    async def work(editor: Editor, path: Path) -> None:
        editor.open(path, "A lead.\n\nThe minister came to Minsk.\n")
        (found,) = await editor.said_of(1)
        assert found.code == "negation.dropped"
        assert "Министр ‹не приехал› в Минск." in found.message
        (related,) = found.related_information or []
        assert related.location.uri == russian.as_uri()
        assert related.location.range == types.Range(types.Position(2, 13), types.Position(2, 23))
        identifier = types.TextDocumentIdentifier(path.as_uri())
        hover = await editor.text_document_hover_async(types.HoverParams(identifier, types.Position(2, 14)))
        assert hover
        assert isinstance(hover.contents, types.MarkupContent)
        assert "Министр **не приехал** в Минск." in hover.contents.value
        editor.open(russian, russian.read_text("utf-8"))
        assert await editor.said_of(1) == []
        russian.write_text("Not Russian at all.\n", "utf-8")
        for version in (2, 3):
            editor.change(path, version, "The minister came to Minsk on Monday.\n")
            assert await editor.said_of(version) == []
        assert "is not Russian" in await asyncio.wait_for(editor.messages.get(), 60)
        assert editor.messages.empty()

    russian = tmp_path / "a.ru.txt"
    russian.write_text("🙂 Новость.\n\n🙂 — Министр не приехал в Минск.\n", "utf-8")
    edit(tmp_path, work)
