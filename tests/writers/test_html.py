"""The HTML report: sound and safe as text, and at work in a real browser where one is installed."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.browser import Page, find_browser, open_browser
from tests.shared_report import quiet_report, shared_report, shared_rules
from tqcheck.model import Report
from tqcheck.writers.html_report import write_html

VOID = {"meta", "br", "input", "link"}
CSS = (Path(write_html.__code__.co_filename).parent / "data" / "report.css").read_text("utf-8")


class Tree(HTMLParser):
    """Elements in order, refusing what is not closed in order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(page)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not {"style", "script"} & set(self.open):
            self.texts.append(data)

    def ids(self) -> list[str]:
        return [attributes["id"] or "" for _, attributes in self.elements if "id" in attributes]


def with_text(text: str) -> Report:
    """The quiet report, all that is foreign in it replaced."""
    shared = shared_report().documents[0]
    finding = shared.findings[0]._replace(
        text=text, message=text, russian=text, suggestions=(text,), rule=f"a.{text}"
    )
    document = shared.document._replace(path=text)
    checked = shared._replace(document=document, findings=(finding,))
    return shared_report()._replace(documents=(checked,), notices=(text,), reasons=(text,), signature=text)


def test_golden(golden: Callable[[str, str], None]) -> None:
    golden("report.html", write_html(shared_report(), shared_rules()))


@pytest.mark.parametrize("report", [shared_report(), quiet_report()], ids=["shared", "quiet"])
def test_elements_close_ids_are_unique_and_links_lead_somewhere(report: Report) -> None:
    tree = Tree(write_html(report, shared_rules()))
    ids = tree.ids()
    assert len(ids) == len(set(ids))
    for _, attributes in tree.elements:
        if (link := attributes.get("href")) is not None:
            assert link.startswith("#")
            assert link[1:] in ids
        assert not {name for name in attributes if name.startswith("on") or name in ("style", "src")}


def test_the_policy_allows_nothing_but_our_style_and_script() -> None:
    tree = Tree(write_html(shared_report()))
    [policy] = [a["content"] for t, a in tree.elements if a.get("http-equiv") == "Content-Security-Policy"]
    assert policy is not None
    assert re.fullmatch(
        r"default-src 'none'; style-src 'sha256-[\w+/]{43}='; script-src 'sha256-[\w+/]{43}='; "
        r"base-uri 'none'; form-action 'none'",
        policy,
    )


HOSTILE = [
    "<script>alert(1)</script>",
    "</script><img src=x onerror=alert(1)>",
    "\" onmouseover='alert(1)' x=\"",
    "</style></title></mark><!-- ",
    "&lt;b&gt; &amp; ]]>",
    "\u202eabc\u2028\x00\x1b[31m",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_foreign_text_is_text(text: str) -> None:
    known = {t for t, _ in Tree(write_html(shared_report(), shared_rules())).elements}
    page = write_html(with_text(text))
    tree = Tree(page)
    assert {t for t, _ in tree.elements} <= known
    assert sum(t == "script" for t, _ in tree.elements) == 2
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u2028\u202e]", page)


@given(st.text(min_size=1, max_size=30))
def test_any_text_keeps_the_page_whole(text: str) -> None:
    tree = Tree(write_html(with_text(text)))
    assert len([1 for t, _ in tree.elements if t == "li"]) >= 2


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * c for c in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    r, g, b = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def _contrast(one: str, other: str) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _hex(colour: str) -> str:
    """A colour as CSS computes it, "rgb(1, 2, 3)", in hexadecimal."""
    return "#" + "".join(f"{int(part):02x}" for part in re.findall(r"\d+", colour)[:3])


@pytest.mark.parametrize("scheme", [0, 1, 2], ids=["light", "dark", "print"])
def test_contrast_is_at_least_wcags(scheme: int) -> None:
    colours = dict(re.findall(r"--([\w-]+): (#\w+);", CSS.split(":root {")[scheme + 1].split("}")[0]))
    severities = ("critical", "major", "minor")
    plain = ("ink", "dim", "link", "good", *severities)
    grounds: dict[str, tuple[str, ...]] = {"paper": plain, "raised": plain, "current": ("ink",)}
    grounds |= dict.fromkeys(("critical-wash", "major-wash", "minor-wash"), ("ink", *severities))
    for ground, inks in grounds.items():
        for ink in inks:
            assert _contrast(colours[ground], colours[ink]) >= 4.5, f"{ink} on {ground}"


# In a browser

BROWSER = find_browser()
browsing = pytest.mark.skipif(BROWSER is None, reason="no browser is installed: apt-get install chromium")


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with open_browser(BROWSER or "", tmp_path_factory.mktemp("profile")) as page:
        page.call("Browser.grantPermissions", permissions=["clipboardReadWrite", "clipboardSanitizedWrite"])
        yield page


@pytest.fixture
def page(browser: Page, tmp_path: Path) -> Iterator[Page]:
    """The shared report, opened on a desk."""
    file = tmp_path / "report.html"
    file.write_text(write_html(shared_report(), shared_rules()), encoding="utf-8")
    browser.size(1280, 900)
    browser.open(file)
    yield browser
    assert browser.complaints == []


def place(page: Page) -> str:
    return str(page.value("document.querySelector('#place').textContent"))


def current(page: Page) -> str | None:
    value: str | None = page.value("document.querySelector('.note[aria-current]')?.id ?? null")
    return value


def copied(page: Page) -> str:
    """What the page put on the clipboard, which it says too."""
    said = "document.querySelector('#said').textContent"
    text = str(page.value(f"new Promise(r => setTimeout(() => r({said}), 100))"))
    assert text.startswith("Copied: ")
    assert page.value("navigator.clipboard.readText()") == text.removeprefix("Copied: ")
    return text.removeprefix("Copied: ")


@browsing
def test_stepping_by_keyboard(page: Page) -> None:
    assert place(page) == "21 findings"
    page.press("j")
    page.press("n")
    assert (place(page), current(page)) == ("2 of 21 findings", "n1-2")
    assert page.value("document.activeElement.id") == "n1-2"
    assert page.value("document.querySelector('mark.current').textContent") == "Russia's accusations"
    page.press("k")
    page.press("p")
    assert (place(page), current(page)) == ("21 of 21 findings", "n3-2")
    page.press("Escape")
    assert (place(page), current(page)) == ("21 findings", None)


@browsing
@pytest.mark.parametrize(("width", "phone"), [(1280, False), (390, True)], ids=["desk", "phone"])
def test_every_finding_stepped_to_is_in_view(page: Page, width: int, phone: bool) -> None:
    page.size(width, 844, phone=phone)
    for number in range(1, 20):
        page.press("j")
        box = page.value(
            "(() => { const n = document.querySelector('.note[aria-current]').getBoundingClientRect();"
            "const m = document.querySelector('mark.current').getBoundingClientRect();"
            "return [n.top, n.bottom, m.top, innerHeight]; })()"
        )
        assert current(page) == f"n1-{number}"
        assert box[0] >= 0
        assert box[1] <= box[3]
    assert page.value("document.documentElement.scrollWidth") == width


@browsing
def test_filtering(page: Page) -> None:
    page.click("input[value=minor]")
    assert place(page) == "12 findings (9 hidden)"
    assert page.value("document.querySelectorAll('.note.minor:not([hidden])').length") == 0
    assert page.value("document.querySelectorAll('mark.minor').length") == 0
    page.press("j")
    assert place(page) == "1 of 12 findings (9 hidden)"
    page.click(".menu summary")
    page.click("#none")
    assert place(page) == "0 findings (21 hidden)"
    assert current(page) is None
    page.press("j")
    page.click("input[value=calque]")
    assert place(page) == "1 finding (20 hidden)"
    assert page.value("document.querySelector('#families').textContent").startswith(" 1 of ")
    page.press("Escape")
    assert page.value("document.querySelectorAll('.menu[open]').length") == 0


@browsing
def test_only_paragraphs_with_notes(page: Page) -> None:
    hidden = "[...document.querySelectorAll('.row')].filter(r => !r.offsetHeight).length"
    assert page.value(hidden) == 0
    page.click("input[value=minor]")
    page.click(".menu:last-of-type summary")
    page.click("#only")
    clear = page.value("document.querySelectorAll('.row.clear').length")
    assert page.value(hidden) == clear > 3


@browsing
def test_copying_a_corrected_sentence(page: Page) -> None:
    page.press("j")
    page.press("c")
    expected = "dismissed as unscrupulous Russia's accusations in the CSTO"
    assert copied(page) == expected
    page.press("j")
    page.press("1")
    page.press("k")
    page.click("#n1-1 .copy")
    assert copied(page) == expected.replace("Russia's accusations", "accusations against Russia")
    page.press("j")
    page.press("1")
    assert page.value("document.querySelectorAll('ins.put').length") == 0


@browsing
def test_copying_counts_characters_not_code_units(page: Page) -> None:
    page.value("location.hash = '#n1-13'")
    page.value("new Promise(r => setTimeout(r, 50))")
    assert current(page) == "n1-13"
    page.press("c")
    text = copied(page)
    assert "👨‍👩‍👧 🇷🇺 акция 👍🏽 goes on." in text
    assert "東京 fire calculation" in text


@browsing
def test_what_is_put_in_is_shown_and_excludes_what_it_overlaps(page: Page) -> None:
    shown = "[...document.querySelectorAll('ins.put')].map(i => i.textContent)"
    page.click("#n1-4 .better li:nth-child(2) button")
    assert page.value(shown) == ["cherry-picking the facts"]
    assert page.value("document.querySelector('#n1-4 .better li:nth-child(2) button').ariaPressed") == "true"
    page.click("#n1-7 .better button")
    page.click("#n1-8 .better button")
    assert page.value(shown) == ["cherry-picking the facts", "foreign minister"]
    page.click("#n1-4 .better li:nth-child(2) button")
    assert page.value(shown) == ["foreign minister"]


@browsing
@pytest.mark.parametrize("dark", [False, True])
def test_a_suggestion_is_legible_pressed_or_not_with_the_mouse_on_it(page: Page, dark: bool) -> None:
    button = "document.querySelector('#n1-7 .better button')"
    page.size(1280, 900, dark=dark)
    page.click("#n1-7 .better button")
    page.hover("#n1-7 .better button")
    assert page.value(f"{button}.matches(':hover')")
    for pressed in ("true", "false"):
        assert page.value(f"{button}.ariaPressed") == pressed
        ink, ground = page.value(f"(c => [c.color, c.backgroundColor])(getComputedStyle({button}))")
        assert _contrast(_hex(ink), _hex(ground)) >= 4.5, f"{ink} on {ground}"
        page.click("#n1-7 .better button")


@browsing
def test_clicking_marked_words_goes_to_the_innermost_finding(page: Page) -> None:
    page.click('mark[data-f="1-7 1-8 1-9"]')
    assert current(page) == "n1-9"


@browsing
def test_shortcuts_can_be_turned_off(page: Page) -> None:
    page.click(".menu:last-of-type summary")
    page.click("#keys")
    page.press("j")
    assert current(page) is None


@browsing
def test_landmarks_and_names(page: Page) -> None:
    nodes = page.call("Accessibility.getFullAXTree")["nodes"]
    seen: dict[str, list[str]] = {}
    for node in nodes:
        if not node.get("ignored"):
            name = node.get("name", {}).get("value", "")
            seen.setdefault(node.get("role", {}).get("value", ""), []).append(name)
    for role in ("banner", "main", "contentinfo", "navigation", "form", "heading"):
        assert seen.get(role), role
    for role in ("button", "checkbox", "link", "form", "navigation", "region", "doc-noteref"):
        assert all(name.strip() for name in seen.get(role, [])), role


@browsing
def test_dark_light_and_paper_differ(page: Page) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    assert page.value(ground) == "rgb(253, 252, 249)"
    page.size(1280, 900, dark=True)
    assert page.value(ground) == "rgb(24, 24, 23)"
    assert page.pdf().startswith(b"%PDF")


@browsing
def test_without_its_script_the_page_says_all(browser: Page, tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    file.write_text(write_html(shared_report(), shared_rules()), encoding="utf-8")
    browser.call("Emulation.setScriptExecutionDisabled", value=True)
    try:
        browser.open(file)
        text: Any = browser.value("document.body.innerText")
    finally:
        browser.call("Emulation.setScriptExecutionDisabled", value=False)
    assert "передёргивание фактов" in text
    assert "cherry-picking the facts" in text
    assert "Copy sentence" not in text


@browsing
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_does_nothing(browser: Page, tmp_path: Path, text: str) -> None:
    file = tmp_path / "report.html"
    file.write_text(write_html(with_text(text)), encoding="utf-8")
    browser.call("Page.enable")
    browser.open(file)
    assert browser.complaints == []
    assert not [event for event in browser.events if event.get("method") == "Page.javascriptDialogOpening"]
    browser.press("j")
    assert current(browser) == "n1-1"


def test_embedded_data_is_json() -> None:
    page = write_html(with_text("</script>"))
    [data] = re.findall(r'<script type="application/json" id="data">(.*?)</script>', page)
    assert json.loads(data)["findings"]["1-1"][3] == ["</script>"]
