"""Sentences, paragraphs and headlines; `|` in an example marks where a sentence ends and another begins."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.growth import assert_linear
from tqcheck.model import Paragraph, SegmentKind
from tqcheck.segment import LONGEST, TRIM, paragraphs, sentences
from tqcheck.segment.words import abbreviations

ONE_SENTENCE = [
    "He met Mr. Putin, Gen. Gerasimov and St. Petersburg's Gov. Beglov at 5 p.m. Moscow time.",
    "President V. V. Putin and J.R.R. Tolkien met S. V. Lavrov.",
    "The U.S. Treasury and the U.N. Security Council spoke.",
    "Article No. 228 and p. 12 of vol. 3 apply, e.g. Moscow, i.e. Russia, vs. Ukraine.",
    "On Jan. 5, Gazprom Inc. Chairman Miller paid 2.5 million, or 3.14 percent.",
    "The area is 40 square meters. meters.",
    "An area of 100 sq. m. was on fire... and then not.",
    '"Will it be repeated?" he asked.',
    '"Will it be repeated?" Putin asked.',
    '"We will win!" Kremlin spokesman Dmitry Peskov said on Monday.',
    "«Will it be repeated?» – Putin said.",
    "1. First item of the list.",
    "2.1. Second item of the list.",
    "a. Third item",
    "On 28. 07. 2020 it rained.",
    "OAKLAND, Calif. -- Protesters set fire to a courthouse.",
    "COSTA MESA, Calif. (AP) - The Chargers have signed four players.",
    "He lives at ul. Lenina, d. 5, kv. 12.",
    "Unknown planes bomb positions in N. Iraq",
    "GEN. IVANOV WAS IN ST. PETERSBURG",
    "Gazeta.Ru and Yandex.Market reported version 1.2.3 of it.",
    "He waited . . . and waited.",
    "Flat for a seller over Rs. 100 bribe",
    "The police (approx. 200 men) came.",
    "It will fall to +15 °C ... +17 °C.",
    "The driver, A. Vanik, b. 1958, was hurt.",
    "Tel. +7 495 123 and ext. 5.",
]

SEVERAL = [
    "He came.| She left!| Why?| Nobody knows…| Then it ended.",
    '"The positions are opposed.| On the one hand: "Russia has deceived.| And at the other pole".',
    '"We will go." |Then they left.',
    "He said “no.”| She said (yes.)| They went.",
    "Is it so?!| Yes.| And so...| It is.",
    "It happened in the U.S.| The police came at 5 p.m.| They left.",
    "It happened in 2020.| In 2021 it ended.| 10 thousand people came.",
    "It was World War II.| Then peace.",
    "He bought an iPhone.| iPhone sales rose.",
    "He said no.| No. 5 was sold.",
    "He worked for Gazprom Inc.| However, he left.",
    "He lives here . | And there .",
    'Hardworking people live here.| "He said it.',
    'He said "wonderful people live here. "| Then he left.',
    "« Он сказал. »| « Она ушла. »",
    "Он пришёл.| Она ушла.",
    "Prices rose by 5 km.| Putin said so.",
    "He sat.| The man stood.",
    "It cost a lot.| $5 was paid.| €6 was not.",
    "The end.| - Putin said it.",
    "First one.| 2. Second one.| 3. Third one.",
    "Great.| 😀 Then more.",
    "He came.\u200b| She\u00a0left.\u00a0| They stayed.",
]


def spans(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text, 0, len(text))]


@pytest.mark.parametrize("text", ONE_SENTENCE)
def test_one_sentence_stays_one(text: str) -> None:
    assert spans(text) == [text]


@pytest.mark.parametrize("marked", SEVERAL)
def test_sentences_end_where_marked(marked: str) -> None:
    assert spans(marked.replace("|", "")) == [part.strip(TRIM) for part in marked.split("|")]


def test_all_white_space_is_trimmed() -> None:
    assert {c for c in map(chr, range(sys.maxunicode)) if c.isspace()} <= set(TRIM)


def test_every_abbreviation_keeps_its_sentence() -> None:
    for word, kind in abbreviations().items():
        text = f"They saw {word}. {'7' if kind == 'number' else 'Xanadu'} again."
        assert spans(text) == [text]


def layout(text: str) -> str:
    """Paragraphs a line, segments parted by |, headlines after #."""
    return "\n".join("|".join(shown(text, paragraph)) for paragraph in paragraphs(text))


def shown(text: str, paragraph: Paragraph) -> list[str]:
    mark = {SegmentKind.HEADLINE: "#", SegmentKind.SENTENCE: ""}
    return [mark[s.kind] + text[s.span.start : s.span.end] for s in paragraph.segments]


def test_blank_lines_part_paragraphs_and_line_breaks_end_sentences() -> None:
    text = "He said,\nThey came.\n \u00a0\u200b\n\nIt rained. It snowed.\r\n\r\nEnd."
    assert layout(text) == "He said,|They came.\nIt rained.|It snowed.\nEnd."


def test_file_without_blank_lines_has_a_paragraph_a_line() -> None:
    assert layout("He came. She left.\nThey stayed for long.\nIt rained.") == (
        "He came.|She left.\nThey stayed for long.\nIt rained."
    )


WRAPPED = """The acting governor of the Khabarovsk Territory called in an interview
not to demonize residents of the region against the background of rallies
in support of the arrested former head. He added that hardworking people
live there.

- The first item of the list goes over the end of its line and is then
  continued on the next.
- The second is short.
"""


def test_hard_wrapped_lines_are_joined() -> None:
    assert layout(WRAPPED).replace("\n  ", " ").count("|") == 2
    first, second = paragraphs(WRAPPED)
    assert [WRAPPED[s.span.start : s.span.start + 6] for s in first.segments] == ["The ac", "He add"]
    assert [WRAPPED[s.span.start : s.span.start + 7] for s in second.segments] == ["- The f", "- The s"]


BODY = "The police said on Monday that the fire had been put out. Nobody was hurt."


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (f"Fire in Volgograd\n\n{BODY}", "H SS"),
        (f"Fire in Volgograd\n{BODY}\n{BODY}", "H SS SS"),
        (f"19 November 2020\n\nFire in Volgograd\n\n{BODY}", "S H SS"),
        (f"Who set the plant on fire?\n\n{BODY}", "H SS"),
        (f"Fire in Volgograd.\n\n{BODY}", "S SS"),
        (f"He also said the following:\n\n{BODY}", "S SS"),
        (f"{BODY}\n\nWhat the police say\n\n{BODY}", "SS H SS"),
        (f"{BODY}\n\nPhoto: Russian Foreign Ministry\n\n{BODY}", "SS S SS"),
        (f"{BODY}\n\n- an item of a list\n\n{BODY}", "SS S SS"),
        (f"{BODY}\n\nMoscow, 14:35, 5 May 2021\n\n{BODY}", "SS S SS"),
        (f"{BODY}\n\nBased on materials TASS", "SS S"),
        (f"{BODY}\n\nGSV Russia", "SS S"),
        (f"{BODY}\n\nIn the Volgograd region disappeared a pensioner", "SS H"),
        ("In Karelia overturned the bus", "H"),
        ("twitching of facts", "S"),
        ("Fire in Volgograd put out\nIn Karelia overturned the bus\nPutin meets the press", "H H H"),
        (
            "Putin will meet the press today\n\nFire in the plant put out\n\nIn Karelia overturned a bus.\n\n"
            "Forecasters warn of heat in Moscow\n\nWhat next... Experts explain the law",
            "H H H H HH",
        ),
    ],
)
def test_headlines(text: str, kinds: str) -> None:
    found = (["H" if s.kind is SegmentKind.HEADLINE else "S" for s in p.segments] for p in paragraphs(text))
    assert " ".join(map("".join, found)) == kinds


def test_long_sentences_are_cut_at_white_space() -> None:
    text = "word " * 4000 + "x" * (2 * LONGEST + 1)
    lengths = [end - start for start, end in sentences(text, 0, len(text))]
    assert max(lengths) <= LONGEST
    assert sum(lengths) == len(text) - 4  # the spaces at the cuts
    assert lengths[-3:] == [LONGEST, LONGEST, 1]


PIECES = st.sampled_from(
    ["Putin", "the", "U.S.", "Mr.", "No.", "5", ".", "...", "!", "?", '"', "”", "»", ")", "(", "-", "–",
     " ", "  ", "\n", "\n\n", "\u00a0", "\u200b", "\u2028", "\x0b", "é", "Я", "😀", "\ud800", "1.", "•",
     "\ufeff", "ß", "ǅ"]
)  # fmt: skip
TEXTS = st.one_of(st.lists(PIECES, max_size=60).map("".join), st.text(st.characters(exclude_categories=())))


@given(TEXTS)
@settings(max_examples=400, deadline=None)
def test_spans_are_trimmed_ascend_and_lose_nothing(text: str) -> None:
    position = 0
    for paragraph in paragraphs(text):
        assert paragraph.segments
        assert paragraph.span.start == paragraph.segments[0].span.start
        assert paragraph.span.end == paragraph.segments[-1].span.end
        for segment in paragraph.segments:
            start, end = segment.span.start, segment.span.end
            assert not text[position:start].strip(TRIM)
            assert start < end <= start + LONGEST
            assert text[start:end].strip(TRIM) == text[start:end]
            position = end
    assert not text[position:].strip(TRIM)


@given(
    st.lists(PIECES.filter(lambda piece: "\n" not in piece and "\x0b" not in piece) | st.just("\n")).map(
        "".join
    )
)
@settings(deadline=None)
def test_newline_convention_does_not_matter(text: str) -> None:
    expected = layout(text).replace("\n", " ")
    for newline in ("\r\n", "\r"):
        assert layout(text.replace("\n", newline)).replace("\n", " ").replace(newline, " ") == expected


HOSTILE = {
    "one line": "He said that the facts were twitching. " * 20_000,
    "full stops": "." * 500_000,
    "spaced stops": ". " * 700_000,
    "quotes": '"' * 500_000,
    "closers": ".)" * 700_000,
    "closed stop": "." + ")" * 500_000 + " A",
    "openers": "A. " + "(" * 500_000,
    "spaces": "a." + " " * 500_000 + "A",
    "lone quotes": '. " A' * 80_000,
    "one word": "x" * 500_000,
    "lines": "x\n" * 60_000,
    "blank lines": "\n" * 500_000,
    "initials": "A. " * 500_000,
    "numbers": "1. " * 500_000,
    "questions": '?" Aa ' * 80_000,
    "closing after space": ". »" * 100_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_time_is_linear(name: str) -> None:
    assert_linear(paragraphs, HOSTILE[name])
