"""Foreign text is shown, never obeyed."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.shared_report import shared_report, shared_rules
from tests.writers.consoles import to_text
from tqcheck.writers import VIEWS, render_terminal
from tqcheck.writers.visible import clip, fit, grapheme_edge, one_line, visible

_BIDI = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("\x1b[31mred", "␛[31mred"),
        ("a\tb\nc\r\n", "a␉b␊c␍␊"),
        ("\x7f\x9b31m", "␡⟨U+009B⟩31m"),
        ("\u202etfel\u202c\u2066\u200f", "⟨U+202E⟩tfel⟨U+202C⟩⟨U+2066⟩⟨U+200F⟩"),
        ("soft\xad zero\u200bwidth \ufeffmark", "soft⟨U+00AD⟩ zero⟨U+200B⟩width ⟨U+FEFF⟩mark"),
        ("hid\u200dden", "hid⟨U+200D⟩den"),
        ("👨‍👩‍👧 👍🏽 🇷🇺 ❤️", "👨‍👩‍👧 👍🏽 🇷🇺 ❤️"),
        ("नमस्‍ते", "नमस्‍ते"),
        ("[red]x[/red]", "[red]x[/red]"),
        ("bad\udcffname", "bad⟨U+DCFF⟩name"),
        ("передёргивание «фактов»", "передёргивание «фактов»"),
    ],
)
def test_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_what_is_taken_as_it_is_holds_nothing_to_spell_out() -> None:
    for shown in (visible, one_line):
        as_it_is = "".join(c for c in map(chr, range(sys.maxunicode + 1)) if shown(c) == c)
        assert shown(f"{as_it_is}\x1b") == f"{as_it_is}␛"  # of which the last must be spelled out


def test_one_line() -> None:
    assert one_line("two\r\n\t words  kept\u2028apart\x1b") == "two words  kept apart␛"


@given(st.text())
def test_nothing_a_terminal_obeys_is_left(text: str) -> None:
    left = {unicodedata.category(c) for c in visible(text)} & {"Cc", "Cs", "Zl", "Zp"}
    assert not left
    assert not set(visible(text)) & _BIDI


@given(st.text(), st.sampled_from(["ascii", "cp1251", "cp866", "koi8-r", "latin-1", "utf-8", "no-such-code"]))
def test_fit_can_always_be_encoded(text: str, encoding: str) -> None:
    fit(visible(text), encoding).encode("ascii" if encoding == "no-such-code" else encoding)


def test_fit_keeps_what_it_can() -> None:
    assert fit("“расчёт” – Щука…", "cp1251") == "“расчёт” – Щука…"
    assert fit("“расчёт” – Щука…", "ascii") == '"raschyot" - Shchuka...'
    assert fit("␛[31m ⟨U+202E⟩ 漢", "ascii") == "^[[31m <U+202E> <U+6F22>"


def test_grapheme_edge() -> None:
    assert grapheme_edge("cafe\u0301s", 4) == 5
    assert grapheme_edge("👍🏽!", 1) == 2
    assert grapheme_edge("👨‍👩 x", 1) == 3
    assert grapheme_edge("abc", 3) == 3


def test_clip() -> None:
    assert clip("short", 20) == "short"
    assert clip("one two three four five six seven", 24) == "one two … six seven"
    assert len(clip("x" * 1000, 24)) <= 24


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("width", [80, 120, 200])
def test_reports_hold_no_control_character(view: str, width: int) -> None:
    text = to_text(render_terminal(shared_report(), view, shared_rules()), width)
    assert {c for c in text if unicodedata.category(c) == "Cc"} == {"\n"}
    assert "\u202e" not in text


@pytest.mark.parametrize("encoding", ["ascii", "cp1251", "cp866", "cp437", "koi8-r", "latin-1"])
def test_reports_fit_the_encoding(encoding: str) -> None:
    for view in VIEWS:
        to_text(render_terminal(shared_report(), view), 80, encoding=encoding).encode(encoding)
