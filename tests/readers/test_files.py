"""Paths → files → documents, and what cannot be read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tqcheck.model import CheckFailure, InputError
from tqcheck.readers import READERS, SUFFIXES, read_bytes, read_file, read_text
from tqcheck.readers.discover import STDIN, find_files

FILES = [
    "b.txt",
    "a.md",
    "a.ru.txt",
    "sub/c.TXT",
    "sub/d.log",
    "sub/e.ru.md",
    ".git/f.txt",
    "sub/.g.txt",
    "z/h.markdown",
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in FILES:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("Text.", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(*paths: str) -> list[str]:
    return [str(item) if isinstance(item, CheckFailure) else item.as_posix() for item in find_files(paths)]


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (["."], ["a.md", "b.txt", "sub/c.TXT", "z/h.markdown"]),
        (["sub", "b.txt"], ["sub/c.TXT", "b.txt"]),
        (["b.txt", "."], ["b.txt", "a.md", "sub/c.TXT", "z/h.markdown"]),
        (["a.ru.txt", "sub/d.log", "sub/.g.txt"], ["a.ru.txt", "sub/d.log", "sub/.g.txt"]),
        (["b.txt", "./b.txt", "z/../b.txt"], ["b.txt"]),
        (["**/*.txt"], ["b.txt"]),
        (["*.ru.txt"], ["a.ru.txt"]),
        (["s*"], ["sub/c.TXT"]),
        (["sub/*.log"], ["sub/d.log"]),
        (["sub/*"], ["sub/c.TXT"]),
        (["**"], ["a.md", "b.txt", "sub/c.TXT", "z/h.markdown"]),
        (["-", "b.txt", "-"], ["-", "b.txt"]),
        (["nix.txt", "b.txt"], ["nix.txt: does not exist", "b.txt"]),
        (
            ["empty"],
            [
                "empty: holds no texts (.markdown, .md, .mdown, .text, .txt); name files of other "
                "formats, or a glob"
            ],
        ),
        (["*.pdf"], ["*.pdf: matches no texts"]),
        ([""], [": does not exist"]),
        (["a\0b"], ["a\0b: does not exist"]),
        (["x" * 5000], ["x" * 5000 + ": does not exist"]),
    ],
)
@pytest.mark.usefixtures("folder")
def test_find_files(paths: list[str], expected: list[str]) -> None:
    assert found(*paths) == expected


def test_excluded_folders_are_passed_over(folder: Path) -> None:
    assert list(find_files([str(folder)], exclude=["sub", "z"])) == [folder / "a.md", folder / "b.txt"]


def test_loops_of_links_end(folder: Path) -> None:
    (folder / "sub" / "loop").symlink_to(folder, target_is_directory=True)
    (folder / "again").symlink_to(folder / "sub", target_is_directory=True)
    assert found("sub") == ["sub/c.TXT", "sub/loop/a.md", "sub/loop/b.txt", "sub/loop/z/h.markdown"]


def test_a_name_with_magic_characters_is_a_name(folder: Path) -> None:
    (folder / "a[1].txt").write_text("Text.")
    assert found("a[1].txt") == ["a[1].txt"]


def test_stdin_is_told_apart() -> None:
    assert list(find_files(["-"])) == [STDIN]


def refusal(path: Path) -> str:
    with pytest.raises(InputError) as caught:
        read_file(path, shown_as="shown")
    assert caught.value.failure.path == "shown"
    return caught.value.failure.message


def test_what_is_no_readable_file_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path) == "is a folder, not a file"
    assert refusal(tmp_path / "nix.txt") == "does not exist"
    assert refusal(tmp_path / ("x" * 5000)).startswith("cannot be read:")
    assert refusal(Path("a\0b")).startswith("cannot be read:")
    os.mkfifo(tmp_path / "pipe.txt")
    assert refusal(tmp_path / "pipe.txt") == "is not a regular file but a device, pipe or socket"
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "nix")
    assert refusal(tmp_path / "dangling.txt") == "does not exist"
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    assert refusal(tmp_path / "loop.txt").startswith("cannot be read:")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_permission_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Text.")
    (tmp_path / "a.txt").chmod(0)
    assert refusal(tmp_path / "a.txt") == "cannot be read: permission denied"


def test_format_is_by_suffix(tmp_path: Path) -> None:
    for name, format in [("a.txt", "text"), ("a.MD", "markdown"), ("a", "text"), ("a.log", "text")]:
        (tmp_path / name).write_text("*Text*.", encoding="utf-8")
        assert read_file(tmp_path / name).format == format
    assert read_bytes(b"x", "stdin.md").format == "markdown"
    assert set(SUFFIXES.values()) <= set(READERS)
    with pytest.raises(InputError, match='unknown format "pdf"'):
        read_text("x", format="pdf")


def test_addresses_in_plain_text_are_no_prose() -> None:
    text = "See https://rt.com/a_(b)?c=d, www.x.ru. Write to (a.b@c.ru) or @name."
    prose = read_text(text).prose
    assert len(prose) == len(text)
    assert prose.split() == ["See", ",", ".", "Write", "to", "(", ")", "or", "@name."]


def test_offsets_count_from_after_the_byte_order_mark_and_keep_line_breaks() -> None:
    document = read_bytes(b"\xef\xbb\xbfTitle here\r\n\r\nBody \xf0\x9f\x98\x80 text. More.\r\n", "f")
    assert document.text == "Title here\r\n\r\nBody 😀 text. More.\r\n"
    assert [document.text[s.span.start : s.span.end] for s in document.segments()] == [
        "Title here",
        "Body 😀 text.",
        "More.",
    ]
    assert document.place(14) == (3, 1)


def test_places_are_written_one_way() -> None:
    assert str(CheckFailure("a.jsonl", "is no JSON object", "line 3")) == "a.jsonl:3: is no JSON object"
    assert str(CheckFailure("a.txt", "is cut off", "byte 120")) == "a.txt, byte 120: is cut off"
    assert str(InputError("a.po", "is no PO", "line 12")) == "a.po:12: is no PO"
    assert str(CheckFailure("a.txt", "is cut off")) == "a.txt: is cut off"
