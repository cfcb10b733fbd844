"""Words the speller is asked for, and what becomes of its answer, on a real server."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.languagetool.conftest import document
from tqcheck.checks import spelling
from tqcheck.checks.languagetool import LanguageToolCheck, open_languagetool
from tqcheck.languagetool import noise, server
from tqcheck.languagetool.install import install
from tqcheck.model import Finding, Span
from tqcheck.rulebook.prove import unmark
from tqcheck.settings import Settings


@pytest.fixture(scope="module")
def remote(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """Settings that ask a running server to spell."""
    with pytest.MonkeyPatch.context() as patch, server.private_server(install()) as url:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield Settings(languagetool="on", languagetool_url=url, spelling=True)


def spelt(settings: Settings, text: str) -> list[Finding]:
    """Findings of the speller alone."""
    with open_languagetool(settings) as opened:
        assert isinstance(opened.check, LanguageToolCheck)
        found = opened.check(document(text))
    return [one for one in found if one.rule == noise.speller().rule.id]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The robodog of Petrov's went to Tver.", ["robodog", "went"]),
        ("The robodog's owner likes robodogs.", ["robodog", "owner", "likes", "robodogs"]),
        ("See www.robodog.ru, robodog@mail.ru, #robodog and @robodog.", []),
        ("A robo-dog, the d'Orsay, re_dog and iPhone.", []),
        ("They repor… or repor... it.", []),
        ("Two dachas in the oblast.", []),
        ("Роботы пришли.", []),
        ("an attaché 🚌 of Rosgvardia", ["attaché"]),
    ],
)
def test_words_that_are_asked_for(text: str, words: list[str]) -> None:
    places = spelling.doubtful(document(text))
    assert sorted(places) == sorted(words)
    assert all(text[span.start : span.end] == word for word in words for span in places[word])


def test_examples_keep_what_they_promise(remote: Settings) -> None:
    rule = noise.speller().rule
    for example in rule.before:
        text, spans = unmark(example)
        assert [one.span for one in spelt(remote, text)] == list(spans)
    assert [one.text for example in rule.exceptions for one in spelt(remote, example)] == []


def test_each_word_once_with_suggestions(remote: Settings) -> None:
    text = "A 🚌 responsiblity is a responsiblity.\n\nThe colour of the color."
    (one,) = spelt(remote, text)
    assert (one.span, one.suggestions[0]) == (Span(4, 17), "responsibility")


def test_suggestions_that_no_editor_could_print_are_left_out() -> None:
    text = document("The robodog wanred them.")
    offered = {"robodog": ("robot dog", "RoboCop"), "wanred": ("wanked", "warned", "Warned")}
    found = spelling.findings(text, spelling.doubtful(text), offered)
    assert [one.suggestions for one in found] == [("robot dog",), ("warned", "Warned")]


def test_code_is_not_spelt(remote: Settings) -> None:
    text = "Use responsiblity here."
    whole = document(text, prose=f"Use {' ' * 14} here.")
    with open_languagetool(remote) as opened:
        assert isinstance(opened.check, LanguageToolCheck)
        assert opened.check(whole) == []


def test_kept_answers_need_no_server(remote: Settings) -> None:
    first = spelt(remote, "The cathedrall is closed.")
    with open_languagetool(remote) as opened:
        assert isinstance(opened.check, LanguageToolCheck)
        opened.check._connection.close()
        again = opened.check(document("The cathedrall is closed."))
    assert [one.text for one in first] == ["cathedrall"]
    assert again == first


def test_off_unless_asked_for(remote: Settings) -> None:
    assert spelt(remote._replace(spelling=False), "The cathedrall is closed.") == []


def test_absence_is_said() -> None:
    with open_languagetool(Settings(languagetool="off", spelling=True)) as opened:
        assert opened.check is None
        assert opened.notices == ("Spelling was not checked: LanguageTool is off",)
