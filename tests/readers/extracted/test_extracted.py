"""Text taken out of pages, subtitles, feeds and JSON Lines, and the way back into the file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tqcheck
from tqcheck.cli import main
from tqcheck.model import Document, InputError, SegmentKind, Verdict
from tqcheck.pipeline import check_paths
from tqcheck.readers import read_file, read_text
from tqcheck.readers.extracted import FORMATS

PAGE = """\
<!DOCTYPE html>
<html lang="ru"><head><title>Not shown</title><style>p{color:red}</style></head>
<body><h1>Ice rain hit the region</h1>
<p>He saw a snow <b>avalanche</b> in the <a href="x?a=1&b=2" title="a > b">state Duma</a> and
Russia&#8217;s president said so.<!-- a note --></p>
<p>Price: &quot;$ 50&quot; per barrel&nbsp;&mdash; he wrote Q&A, 1 < 2.<br>A second line.</p>
<p lang="ru">Привет, <p lang="ru">внутри</p> мир.</p><div hidden>Hidden words.</div>
<script>var a = "<p>Ice rain</p>";</script><code>ice rain</code>
<!-- tqcheck: ignore sense the pun is meant -->
<p>Ice rain again.</p>
</body></html>
"""
UNSEEN = """\
<p style="display:none">One.</p><p STYLE='color: red; DISPLAY : none !important'>Two.</p>
<div style=display:none><div>Three.</div></div><p style="visibility: hidden">Four.</p>
<p style="display: none-such">Five.</p><p data-style="display:none">Six.</p>
<p style="max-display:none">Seven.</p>
"""
SRT = """\
1\r
00:00:01,000 --> 00:00:02,500\r
<i>Ice rain</i> hit the city,\r
and he saw\r
\r
2\r
00:00:03,000 --> 00:00:04,000\r
{\\an8}a snow avalanche.\r
- Yes?\r
- No.\r
"""
VTT = """\
WEBVTT - Title

NOTE nothing here is said

intro
00:01.000 --> 00:02.500 align:start
<v Anna>Ice rain hit the city.

00:00:03.000 --> 00:00:04.000
R&amp;D is <c.loud>loud</c>.
"""
RSS = """\
<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Desk</title>
<item><title>Ice rain in the region</title><guid>a-1</guid><pubDate>today</pubDate>
<description>&lt;p&gt;He saw a &lt;b&gt;snow&lt;/b&gt; avalanche.&lt;/p&gt;
Russia&amp;#8217;s own.</description>
<content:encoded><![CDATA[<p>The state Duma &amp; he met.</p>]]></content:encoded></item>
<item><title>Second</title><link>https://example.org/2</link>
<description>Plain words here.</description></item>
</channel></rss>
"""
ATOM = """\
<feed xmlns="http://www.w3.org/2005/Atom"><title>Desk</title><entry><id>urn:1</id><title>Ice rain came</title>
<link href="https://example.org/1"/><summary type="text">1 &lt; 2 and ice.</summary></entry></feed>
"""
JSONL = (
    '{"id": 7, "title": "Ice rain came", "meta": {"lang": "en", "n": [1, {"text": "no"}]}, '
    '"text": "He saw a \\"snow\\" avalanche.\\n\\n'
    'The state Duma\\u2014it met \\ud83d\\ude00.\\r\\nOne line."}\n'
    '\n{"url": "https://example.org", "body": "Forty words."}\n'
)
FILES = {"html": PAGE, "srt": SRT, "vtt": VTT, "feed": RSS, "jsonl": JSONL}


def lines(document: Document) -> list[str]:
    return [document.text[p.span.start : p.span.end] for p in document.paragraphs]


def test_a_page() -> None:
    document = read_text(PAGE, "a.html", "html")
    assert lines(document) == [
        "Ice rain hit the region",
        "He saw a snow avalanche in the state Duma and Russia’s president said so.",
        'Price: "$ 50" per barrel — he wrote Q&A, 1 < 2.',
        "A second line.",
        "Ice rain again.",
    ]
    kinds = [segment.kind for segment in document.segments()]
    assert kinds == [SegmentKind.HEADLINE, *[SegmentKind.SENTENCE] * 4]


def test_subtitles() -> None:
    document = read_text(SRT, "a.srt", "srt")
    assert lines(document) == ["Ice rain hit the city, and he saw a snow avalanche.", "- Yes?", "- No."]
    assert [document.unit(document.text.index(w)) for w in ("Ice", "snow", "No")] == [
        "cue 1",
        "cue 2",
        "cue 2",
    ]
    document = read_text(VTT, "a.vtt", "vtt")
    assert lines(document) == ["Ice rain hit the city.", "R&D is loud."]
    assert [document.unit(document.text.index(w)) for w in ("Ice", "R&D")] == [
        "cue intro",
        "cue 00:00:03.000",
    ]


def test_feeds() -> None:
    document = read_text(RSS, "a.rss", "feed")
    assert lines(document) == [
        "Ice rain in the region",
        "He saw a snow avalanche.",
        "Russia’s own.",
        "The state Duma & he met.",
        "Second",
        "Plain words here.",
    ]
    names = [document.unit(p.span.start) for p in document.paragraphs]
    assert names == [*["a-1"] * 4, *["https://example.org/2"] * 2]
    document = read_text(ATOM, "a.atom", "feed")
    assert lines(document) == ["Ice rain came", "1 < 2 and ice."]
    assert document.unit(0) == "urn:1"


def test_json_lines() -> None:
    document = read_text(JSONL, "a.jsonl", "jsonl")
    assert lines(document) == [
        "Ice rain came",
        'He saw a "snow" avalanche.',
        "The state Duma—it met 😀. One line.",
        "Forty words.",
    ]
    assert [document.unit(p.span.start) for p in document.paragraphs] == [
        "7",
        "7",
        "7",
        "https://example.org",
    ]
    named = read_text('{"a": {"en": "Words."}, "text": "No."}', "a.jsonl", "jsonl", ["a.en"])
    assert lines(named) == ["Words."]


def test_lines_of_json_that_cannot_be_read_are_told_and_the_others_checked(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "Plain words."}\n\nno JSON\n{"id": 2}\n{"text": ""}\n{"text": "More words."}\n')
    for _ in range(2):  # nothing of it is lost where findings are kept from a run before
        report = check_paths([str(path)], overrides={"languagetool": "off", "judge": "off"}, keep=True)
        [checked] = report.documents
        assert lines(checked.document) == ["Plain words.", "More words."]
        assert [failure.place for failure in checked.failures] == ["line 3", "line 4", "line 5"]
        assert (report.verdict, report.reasons[0]) == (Verdict.ERROR, "1 file could be checked only in part")
    path.write_text('{"text": "Plain words."}\n' + "no JSON\n" * 30)
    told = read_file(path).unread
    assert (len(told), told[-1]) == (21, ("", "has 10 more lines like these"))


@pytest.mark.parametrize(
    ("format", "text", "message"),
    [
        ("html", "<p></p>", "holds no prose"),
        ("srt", "No times here.", "holds no subtitles"),
        ("vtt", "00:01.000 --> 00:02.000\nWords.", "is no WebVTT"),
        ("feed", "<html><p>Words</p></html>", "is no feed"),
        ("feed", "<rss><item>", "is not well-formed XML"),
        ("feed", '<!DOCTYPE r [<!ENTITY a "x"><!ENTITY b "&a;&a;">]><rss>&b;</rss>', "declares the entity a"),
        ("jsonl", '\n["b"]\n{"text": " "}', "a:2: is no JSON object"),
        ("jsonl", '{"text": "a"', "a:1: is no JSON object"),
        ("jsonl", '{"words": "a"}', "has no text in a field"),
    ],
)
def test_what_is_not_of_its_format_is_refused(format: str, text: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read_text(text, "a", format)


@pytest.mark.parametrize("format", FILES)
def test_places_are_those_of_the_file(format: str) -> None:
    """Every word that stands in the file as it reads is found at its place there."""
    text = FILES[format]
    document = read_text(text, "a", format)
    assert document.origin
    for segment in document.segments():
        start = segment.span.start
        for word in document.text[start : segment.span.end].split():
            at = document.text.index(word, start)
            span = document.in_file(type(segment.span)(at, at + len(word)))
            if document.origin.is_exact(type(segment.span)(at, at + len(word))):
                assert text[span.start : span.end] == word
            line, column = document.place(at)
            assert text[: span.start].count("\n") + 1 == line
            assert span.start - (text.rfind("\n", 0, span.start) + 1) + 1 == column
            start = at + len(word)


def test_findings_have_places_in_the_file_and_comments_count(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(PAGE)
    [checked] = tqcheck.check_file(path).documents
    found = {f.text: checked.document.place(f.span.start) for f in checked.findings}
    assert found["Ice rain"] == (3, 11)
    assert found["$ 50"] == (6, 17)
    assert checked.suppressed == 1


@pytest.mark.parametrize(
    ("name", "text", "changes"),
    [
        (
            "a.html",
            PAGE,
            [("<h1>Ice", "<h1>Freezing"), ("state Duma</a>", "State Duma</a>"), ("$ 50", "$50")],
        ),
        ("a.srt", SRT, [("<i>Ice rain", "<i>Freezing rain"), ("snow avalanche", "avalanche")]),
        ("a.vtt", VTT, [("Ice rain", "Freezing rain")]),
        ("a.rss", RSS, [("Ice rain", "Freezing rain"), ("state", "State")]),
        ("a.jsonl", JSONL, [("Ice rain", "Freezing rain"), ("state", "State")]),
    ],
)
def test_fixes_leave_markup_alone(
    name: str, text: str, changes: list[tuple[str, str]], tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(text.encode())
    assert main(["fix", str(path), "--write", "--languagetool", "off"]) == 0
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    assert path.read_bytes().decode().replace("a an avalanche", "an avalanche") == text.replace(
        "a avalanche", "an avalanche"
    )


@pytest.mark.parametrize("format", sorted(FORMATS))
@given(
    st.text(alphabet=st.sampled_from("<>/!-&;#\"'{}[]:,\\ \n\rab1pW.x→€😀"), max_size=80), st.integers(0, 200)
)
def test_anything_is_read_or_refused(format: str, noise: str, at: int) -> None:
    text = FILES[format][:at] + noise + FILES[format][at:]
    try:
        document = read_text(text, "a", format)
    except InputError:
        return
    assert document.origin
    assert len(document.text) == len(document.prose)
    for piece in document.origin.pieces:
        assert 0 <= piece.span.start <= piece.span.end <= len(text)
    for segment in document.segments():
        span = document.in_file(segment.span)
        assert 0 <= span.start <= span.end <= len(text)
        if document.origin.is_exact(segment.span):
            assert text[span.start : span.end] == document.text[segment.span.start : segment.span.end]


@pytest.mark.parametrize(
    "hostile",
    ["<a \"" * 50_000, "<a '" * 50_000, "<p " * 50_000, "<div lang=ru>" * 20_000, "&" * 200_000,
     "<!--" * 50_000, "<script>" * 50_000, "<p><i>" * 50_000],
)  # fmt: skip
def test_hostile_pages_are_read_in_time(hostile: str) -> None:
    """None of them takes more than linear time; a quadratic scan would take minutes."""
    document = read_text(f"<p>Words here.</p>{hostile}<p>More.</p>", "a.html", "html")
    assert lines(document)[0] == "Words here."


def test_the_field_is_a_setting(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"id": "x1", "en": {"body": "Ice rain came."}}) + "\n")
    assert main(["check", str(path), "--languagetool", "off", "--format", "json"]) == 2
    capsys.readouterr()
    arguments = ["check", str(path), "--languagetool", "off", "--format", "json", "--fields", "en.body"]
    assert main(arguments) == 1
    [finding] = json.loads(capsys.readouterr().out)["documents"][0]["findings"]
    assert (finding["unit"], finding["text"]) == ("x1", "Ice rain")
    assert path.read_text()[finding["start"] : finding["end"]] == "Ice rain"


def test_elements_hidden_by_their_style_are_not_read() -> None:
    document = read_text(UNSEEN, "a.html", "html")
    assert document.prose.split() == ["Five.", "Six.", "Seven."]
