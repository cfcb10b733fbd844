"""The picture for the README: well-formed, the same every time, and fetching nothing."""

from __future__ import annotations

from xml.etree import ElementTree

from tests.shared_report import shared_report
from tests.writers.consoles import to_text
from tqcheck.writers import render_terminal
from tqcheck.writers.picture import Excerpt, picture


def test_picture() -> None:
    svg = picture(render_terminal(shared_report()), "tqcheck check articles")
    assert svg == picture(render_terminal(shared_report()), "tqcheck check articles")
    text = "".join(ElementTree.fromstring(svg).itertext()).replace("\xa0", " ")
    assert "tqcheck check articles" in text
    assert "twitching of" in text
    assert "url(http" not in svg
    assert "@font-face" not in svg


def test_excerpt() -> None:
    whole = to_text(render_terminal(shared_report()), 92).splitlines()
    excerpt = to_text(Excerpt(render_terminal(shared_report()), 20, 12), 92).splitlines()
    assert excerpt[0] == whole[0]
    assert excerpt[-1] == whole[-1]
    assert len(excerpt) < 40
    assert any("lines more" in line for line in excerpt)
    assert to_text(Excerpt(render_terminal(shared_report()), 500, 12), 92).splitlines() == whole
