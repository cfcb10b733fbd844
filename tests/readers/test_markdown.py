"""What of a Markdown file is prose: beside each example stands its prose, `.` for a blanked character."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.growth import assert_linear
from tqcheck.model import InputError, SegmentKind
from tqcheck.readers import read_text
from tqcheck.readers.markdown import read
from tqcheck.segment import TRIM

LINES = [
    ("**frank** twitching", "..frank.. twitching"),
    ("un*believ*able __bold__ snake_case 2 * 3 ___", "un.believ.able ..bold.. snake_case 2 * 3 ___"),
    ("~~struck~~ ***all***", "..struck.. ...all..."),
    ("see `code.x` and ``a ` b`` or ` alone", "see ........ and ... . ... or ` alone"),
    ("[the text](https://a.b/c_(d)) goes on", ".the text.................... goes on"),
    ("[a](<b c> \"title (x)\") and [b](c 't')", ".a.... .. ...... ..... and .b... ...."),
    ("![alt text](x.png), [![in](a)](b)", "..alt text........, ...in........"),
    ("[ref][One] [one][] [one] [but]", ".ref...... .one... .one. [but]"),
    ("[not a link] (at all) [x](not closed", "[not a link] (at all) [x](not closed"),
    ("<https://x.ru> <a@b.ru> a.b@c.ru.", ".............. ........ ........."),
    ("at https://rt.com/a_b?c=*d*, he said", "at ........................, he said"),
    ("(www.rt.com). [https://a.b](https://a.b)", "(..........). .........................."),
    ("\\*not\\* \\[a\\] \\a C:\\dir", ".*not.* .[a.] \\a C:\\dir"),
    ("AT&amp;T &#171;x&#187; R&D &", "AT.....T ......x...... R&D &"),
    ("a <b>bold</b> <br/> 3 < 4 > 2 <!-- no --> x", "a ...bold.... ..... 3 < 4 > 2 .... .. ... x"),
    ("<code>x = 1</code> <kbd>A</kbd> end", "....... . ........ ............ end"),
    ("note[^1] and [^2]", "note.... and ...."),
]


def blanked(text: str) -> str:
    """The prose, with a dot where a visible character was blanked."""
    prose, _ = read(text)
    assert len(prose) == len(text)
    return "".join("." if p == " " and not t.isspace() else p for t, p in zip(text, prose, strict=True))


@pytest.mark.parametrize(("line", "expected"), LINES, ids=[line for line, _ in LINES])
def test_inline_markup_is_blanked(line: str, expected: str) -> None:
    definition = "\n\n[one]: http://x.y"
    assert blanked(line + definition)[: len(line)] == expected


PAGES = [
    ("---\ntitle: Putin\n---\nText.", "...\n...... .....\n...\nText."),
    ("+++\ntitle = 'x'\n+++\nText.", "...\n..... . ...\n...\nText."),
    ("---\n\nText here.\n\n---\n", "...\n\nText here.\n\n...\n"),
    ("# Title #\n\nSetext\n===\n", ". Title .\n\nSetext\n...\n"),
    ("```py\nx = 1\n```\nText.", ".....\n. . .\n...\nText."),
    ("Text.\n\n    code\n\nText.", "Text.\n\n    ....\n\nText."),
    ("- one\n  more\n- [ ] two\n1) three", ". one\n  more\n. . . two\n.. three"),
    ("> quote\nlazy\n> > - deep\n> >   more", ". quote\nlazy\n. . . deep\n. .   more"),
    ("| A | B |\n|---|---|\n| a\\|b | `x` |", ". A . B .\n.........\n. a.|b . ... ."),
    ("<div class='x'>\nText <b>b</b>.\n</div>", ".... ..........\nText ...b.....\n......"),
    ("<script>\nvar x;\n\ny\n</script>\nText.", "........\n... ..\n\n.\n.........\nText."),
    ("<!-- a\n\nb -->\nText.", ".... .\n\n. ...\nText."),
    ("[a]: <b> 'c'\n\n[a]: x\n\nText [a].", ".... ... ...\n\n.... .\n\nText .a.."),
    ("***\nText.\n\n---\n", "...\nText.\n\n...\n"),
    ("[^1]: The note text.", "..... The note text."),
]


@pytest.mark.parametrize(("page", "expected"), PAGES, ids=[page for page, _ in PAGES])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_blocks_are_blanked(page: str, expected: str, newline: str) -> None:
    assert blanked(page.replace("\n", newline)) == expected.replace("\n", newline)


def layout(text: str) -> list[list[str]]:
    """Segments by paragraph, runs of white space as one space, headlines after #."""
    prose, paragraphs = read(text)
    return [
        [
            "#" * (s.kind is SegmentKind.HEADLINE) + " ".join(prose[s.span.start : s.span.end].split())
            for s in paragraph.segments
        ]
        for paragraph in paragraphs
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Title\n\nOne line\nand more. Two.", [["#Title"], ["One line and more.", "Two."]]),
        ("Title\n=====\n\n## Sub. Heading", [["#Title"], ["#Sub.", "#Heading"]]),
        ("- one\n- two\n\n  more", [["one"], ["two"], ["more"]]),
        ("|A|B|\n|-|-|\n|Aa. B.|c|", [["A", "B"], ["Aa.", "B.", "c"]]),
        ("One  \ntwo\\\nthree<br>four", [["One", "two", "three", "four"]]),
        ("<p>One</p><p>two\nthree</p>", [["One", "two three"]]),
        ("> One\n> two.\n\n> Three.", [["One two."], ["Three."]]),
        ("Fire in Moscow\n\nIt has been put out.", [["#Fire in Moscow"], ["It has been put out."]]),
        ("He saw **it.** Then *he* left.", [["He saw it.", "Then he left."]]),
        ("> " * 40 + "Nested too deep.\n\nText.", [["Nested too deep."], ["Text."]]),
        ("- " * 40 + "Nested too deep.\n\nText.", [["Nested too deep."], ["Text."]]),
    ],
)  # fmt: skip
def test_segments(text: str, expected: list[list[str]]) -> None:
    assert layout(text) == expected


def test_a_file_without_prose_is_not_passed() -> None:
    with pytest.raises(InputError, match="holds no prose"):
        read_text("```\ncode\n```\n", "a.md", "markdown")


PIECES = st.sampled_from(
    ["word", "He", ". ", "*", "**", "_", "`", "``", "[", "]", "(", ")", "![", "](", "<", ">", "<b>", "<!--",
     "-->", "<script>", "</script>", "&amp;", "\\", "#", "# ", "- ", "1. ", "> ", "|", "|-|-|", "```",
     "~~~", "---", "+++", "===", "\n", "\n\n", "\r\n", "\r", "    ", "\t", " ", "  ", "[a]: b", "http://x",
     "a@b.ru", "😀", "\0", "\u2028", "\x0b", "\x0c", "\x85", "\u00a0", "[^1]", ":", '"', "{", "}"]
)  # fmt: skip
TEXTS = st.one_of(st.lists(PIECES, max_size=50).map("".join), st.text(st.characters(exclude_categories=())))


@given(TEXTS)
@settings(max_examples=600, deadline=None)
def test_any_text_keeps_its_length_and_line_breaks(text: str) -> None:
    prose, paragraphs = read(text)
    assert len(prose) == len(text)
    assert all(p in (t, " ") for t, p in zip(text, prose, strict=True))
    assert all(p == t for t, p in zip(text, prose, strict=True) if t in "\r\n")
    position = 0
    for paragraph in paragraphs:
        for segment in paragraph.segments:
            start, end = segment.span.start, segment.span.end
            assert not prose[position:start].strip(TRIM)
            assert start < end
            assert prose[start:end].strip(TRIM) == prose[start:end]
            position = end
    assert not prose[position:].strip(TRIM)


HOSTILE = {
    "prose": "He said *that* the [facts](x) were twitching. " * 10_000,
    "quotations": ">" * 10_000 + "a",
    "quoted lines": (">" * 100 + "a\n") * 2_000,
    "items": "- " * 10_000 + "a",
    "ladder": "".join("  " * i + "- a\n" for i in range(700)),
    "opening brackets": "[" * 200_000,
    "brackets": "[" * 10_000 + "a" + "]" * 10_000,
    "closing brackets": "[" * 50_000 + "](" * 50_000,
    "links": "[a](b" * 60_000,
    "titles": '[a](b "' * 40_000,
    "bracketed titles": "[a](b (" * 40_000,
    "escapes": "](\\(" * 60_000,
    "references": "[a]: b\n\n" + "[a][" * 60_000 + "]" * 60_000,
    "stars": "*" * 300_000,
    "emphases": "*a **b " * 40_000,
    "backticks": "".join("`" * i + " " for i in range(700)),
    "ticks": "` `` " * 60_000,
    "tags": '<a b="' * 40_000,
    "comments": "a <!-- " * 40_000,
    "instructions": "a <? " * 40_000,
    "scripts": "a <script> " * 30_000,
    "autolinks": "<http:" * 50_000,
    "addresses": "http://" * 40_000 + ")" * 100_000,
    "mails": "a@" * 100_000 + "a.b" * 10_000,
    "entities": "&amp" * 60_000,
    "pipes": "|" * 2_000 + "\n" + "|-" * 2_000 + "\n" + "|x\n" * 300,
    "rows": "|a|b|\n|-|-|\n" + "|x|y|\n" * 20_000,
    "definitions": "[a]: b 'c\n" * 20_000,
    "fences": "```\n" * 50_000,
    "spaces": "a" + " " * 500_000 + "b" + " " * 500_000,
    "tight spaces": "](" + " " * 500_000,
    "front matter": "---\na: b\n" * 20_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_time_is_linear(name: str) -> None:
    assert_linear(read, HOSTILE[name])
