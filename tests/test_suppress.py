"""Instructions in the text, accepted terms, rules ignored by file."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import tqcheck
from tests.rulebook.support import rule_yaml
from tqcheck.model import Document, Finding, Report
from tqcheck.readers import read_text
from tqcheck.settings import load_settings
from tqcheck.suppress import read_instructions, suppress

IGNORE = "<!-- tqcheck: ignore test.stone a pun -->"


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Iterator[tqcheck.Settings]:
    """Settings with a rulebook of two rules, compiled once."""
    rules = [
        rule_yaml(words, id=rule, confidence="high", suggest=["x"])
        for rule, words in (("test.stone", "stumbling stone"), ("test.hand", "own hand"))
    ]
    folder = tmp_path_factory.mktemp("rules")
    (folder / "own.yaml").write_text("rules:\n" + "".join(f"- {rule}\n" for rule in rules), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(cache))
        yield tqcheck.Settings(
            languagetool="off", judge="off", rulebooks=(folder / "own.yaml",), select=("test",)
        )


def lines(report: Report) -> list[int]:
    [checked] = report.documents
    return [checked.document.place(finding.span.start)[0] for finding in checked.findings]


@pytest.mark.parametrize("path", ["a.txt", "a.md"])
@pytest.mark.parametrize(
    ("text", "left"),
    [
        pytest.param(f"{IGNORE}\nA stumbling stone.\n\nA stumbling stone.\n", [4], id="line-before"),
        pytest.param(f"{IGNORE}\n\nA stumbling stone.\n\nA stumbling stone.\n", [5], id="blank-between"),
        pytest.param(
            f"One.\n\n{IGNORE}\nA stumbling stone, then\nanother stumbling stone.\n\nA stumbling stone.\n",
            [7],
            id="paragraph-of-lines",
        ),
        pytest.param(f"A stumbling stone. {IGNORE}\n\nA stumbling stone.\n", [3], id="same-line"),
        pytest.param(f"A stumbling stone by his own hand. {IGNORE}\n", [1], id="that-rule-alone"),
        pytest.param("<!-- tqcheck: ignore test -->\nStumbling stone, own hand.\n", [], id="family"),
        pytest.param("<!-- tqcheck: ignore test.h* -->\nStumbling stone, own hand.\n", [2], id="glob"),
        pytest.param("<!-- tqcheck: ignore * -->\nStumbling stone, own hand.\n", [], id="all"),
        pytest.param(
            "<!-- tqcheck: ignore test.hand, test.stone: both meant -->\nStumbling stone, own hand.\n",
            [],
            id="several",
        ),
        pytest.param(
            "Stumbling stone.\n\nOwn hand.\n\n<!-- tqcheck: ignore-file test.stone house style -->\n",
            [3],
            id="file",
        ),
        pytest.param(f"{IGNORE}\r\nA stumbling stone.\r\n\r\nA stumbling stone.\r\n", [4], id="crlf"),
        pytest.param("<!--tqcheck:ignore test.stone-->\nA stumbling stone.\n", [], id="without-blanks"),
        pytest.param("<!-- ignore test.stone -->\nA stumbling stone.\n", [2], id="not-ours"),
    ],
)
def test_what_an_instruction_reaches(
    settings: tqcheck.Settings, text: str, left: list[int], path: str
) -> None:
    report = tqcheck.check_text(text, settings, path=path)
    assert lines(report) == left
    [checked] = report.documents
    found = len(tqcheck.check_text(text.replace("tqcheck:", "x"), settings, path=path).documents[0].findings)
    assert checked.suppressed == found - len(left)
    assert report.notices == ()


def test_reasons_are_read() -> None:
    document = read_text("<!-- tqcheck: ignore a.b,c — a pun:\nquoted  -->\nText.")
    [instruction] = read_instructions(document)[0]
    assert (instruction.selectors, instruction.reason) == (("a.b", "c"), "a pun:\nquoted")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"{IGNORE}\nNothing.\n", "a.txt:1: nothing to ignore for test.stone: the comment can go"),
        (
            "Stone.\n\n<!-- tqcheck: ignore test.hand,test.stone -->\nA stumbling stone.\n",
            "a.txt:3: nothing to ignore for test.hand: the comment can go",
        ),
        (
            "<!-- tqcheck: ignore test.stome -->\nText.\n",
            "a.txt:1: nothing to ignore for test.stome: the comment can go",
        ),
        (
            "<!-- tqcheck: ignore -->\nText.\n",
            "a.txt:1: “ignore” is no instruction: write ignore RULE REASON or ignore-file RULE REASON",
        ),
        (
            "<!-- tqcheck: off -->\nText.\n",
            "a.txt:1: “off” is no instruction: write ignore RULE REASON or ignore-file RULE REASON",
        ),
    ],
    ids=["unused", "one-of-two-unused", "misspelt", "no-rule", "unknown-word"],
)
def test_what_is_said_of_useless_instructions(settings: tqcheck.Settings, text: str, said: str) -> None:
    report = tqcheck.check_text(text, settings, path="a.txt")
    assert report.notices == (said,)


def test_of_rules_that_were_not_looked_for_nothing_is_said(settings: tqcheck.Settings) -> None:
    text = f"{IGNORE}\nA stone.\n\n<!-- tqcheck: ignore languagetool not here -->\nText.\n"
    assert tqcheck.check_text(text, settings._replace(select=("test.hand",))).notices == ()


def test_comments_are_no_prose(settings: tqcheck.Settings) -> None:
    text = "<!-- tqcheck: ignore-file test.hand no stumbling stone by his own hand -->\nBy his own hand.\n"
    [checked] = tqcheck.check_text(text, settings).documents
    assert (checked.findings, checked.suppressed, checked.document.words) == ((), 1, 4)


@pytest.mark.parametrize(
    "quoted",
    ["`{0}` is the form.\n\nA stumbling stone.\n", "```\n{0}\n```\n\nA stumbling stone.\n"],
    ids=["inline", "fenced"],
)
def test_a_comment_quoted_as_code_is_no_instruction(settings: tqcheck.Settings, quoted: str) -> None:
    report = tqcheck.check_text(quoted.format(IGNORE), settings, path="a.md")
    assert len(report.documents[0].findings) == 1
    assert report.notices == ()


def test_fingerprints_do_not_depend_on_what_is_ignored(settings: tqcheck.Settings) -> None:
    whole = tqcheck.check_text("Own hand.\n\nA stumbling stone.\n", settings).documents[0].findings
    text = "<!-- tqcheck: ignore test.hand -->\nOwn hand.\n\nA stumbling stone.\n"
    [left] = tqcheck.check_text(text, settings).documents[0].findings
    assert left.fingerprint == whole[1].fingerprint


@pytest.mark.parametrize(
    ("accept", "left"),
    [
        (("stumbling stone",), 1),
        (("Stumbling  Stone",), 1),
        (("the stumbling stone of Minin",), 1),
        (("stumbling",), 2),
        (("umbling stone",), 2),
        (("(stone",), 2),
        (("stumbling stone", "own hand"), 0),
    ],
)
def test_accepted_terms(settings: tqcheck.Settings, accept: tuple[str, ...], left: int) -> None:
    text = "He saw the stumbling  stone of Minin by his own hand."
    [checked] = tqcheck.check_text(text, settings._replace(accept=accept)).documents
    assert (len(checked.findings), checked.suppressed) == (left, 2 - left)


@pytest.mark.parametrize(
    ("glob", "path", "ignored"),
    [
        ("wire/*.txt", "wire/a.txt", True),
        ("wire/*.txt", "wire/deep/a.txt", True),
        ("wire/*.txt", "other/wire/a.txt", False),
        ("*.txt", "a.txt", True),
        ("*.txt", "wire/deep/a.txt", True),
        ("a.txt", "wire/a.txt", True),
        ("wire/**/a.txt", "wire/a.txt", True),
        ("wire/**/a.txt", "wire/x/y/a.txt", True),
        ("*.md", "a.txt", False),
    ],
)
def test_rules_ignored_by_file(
    settings: tqcheck.Settings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    glob: str,
    path: str,
    ignored: bool,
) -> None:
    home = tmp_path / "a [folder]"
    home.mkdir()
    config = home / "tqcheck.toml"
    config.write_text(f'[per-file-ignores]\n"{glob}" = ["test.stone"]\n', encoding="utf-8")
    monkeypatch.chdir(home)
    loaded = load_settings(home / path, config, {"select": ["test"], "languagetool": "off"})
    loaded = loaded._replace(rulebooks=settings.rulebooks)
    expected = ["test.hand"] if ignored else ["test.stone", "test.hand"]
    for shown in (path, str(home / path)):
        [checked] = tqcheck.check_text("Stumbling stone, own hand.", loaded, path=shown).documents
        assert [finding.rule for finding in checked.findings] == expected
        assert checked.suppressed == 0


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('per-file-ignores = ["style"]', "must be a table, such as"),
        ('[per-file-ignores]\n"*.md" = "style"', 'for "*.md" must be a list'),
        ('[per-file-ignores]\n" " = ["style"]', "has an empty glob"),
        ('[per-file-ignores]\n"*.md" = ["no.such"]', 'per-file-ignores: no rule is "no.such"'),
        ('baseline = ""', "baseline must be the path of a file"),
        ("fail-on-stale = 1", "must be true or false, not 1"),
        ('accept = [""]', "has an empty text"),
    ],
)
def test_settings_that_are_wrong(settings: tqcheck.Settings, tmp_path: Path, text: str, said: str) -> None:
    config = tmp_path / "tqcheck.toml"
    config.write_text(text + "\n")

    def check() -> None:
        loaded = load_settings(tmp_path, config, {"languagetool": "off"})
        tqcheck.check_text("Text.", loaded._replace(rulebooks=settings.rulebooks))

    with pytest.raises(tqcheck.TqcheckError) as caught:
        check()
    assert str(caught.value).startswith(f"{config}:")
    assert said in str(caught.value)


def test_time_grows_with_the_text_alone() -> None:
    def seconds(times: int) -> float:
        text = "<!-- tqcheck: ignore a.b `c` \n" * times + "<!-- tqcheck: ignore x -->\n" * times
        document = Document("a.md", text, " " * len(text), (), format="markdown")
        start = time.process_time()
        suppress(document, ())
        return time.process_time() - start

    seconds(100)
    assert min(seconds(4000) for _ in range(3)) < 40 * max(
        seconds(400), 0.005
    )  # a collection may fall into one


def test_a_finding_without_extent_can_be_ignored() -> None:
    document = read_text("<!-- tqcheck: ignore * -->\nText.")
    start = document.text.index("Text")
    finding: Finding = tqcheck.check_text("A frank twitching of facts.").documents[0].findings[0]
    empty = finding._replace(span=type(finding.span)(start, start))
    assert suppress(document, (empty,)).suppressed == 1
