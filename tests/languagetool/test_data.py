"""The rules that are shown, as data: every example is tried on the real server."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest

from tests.languagetool.conftest import document
from tqcheck.languagetool import noise
from tqcheck.languagetool.client import PROBE_RULE, Client, Hit, requests_of
from tqcheck.languagetool.noise import GRAMMAR, Shown
from tqcheck.model import Confidence, Span

ALL = list(noise.shown().values())
GRAMMAR_RULES = [
    element.get("id", "")
    for element in ET.parse(GRAMMAR).getroot().find("category") or ()
    if element.tag in ("rule", "rulegroup")
]


@pytest.fixture(scope="module")
def client(server_url: str) -> Client:
    """A client that asks for all that we ask for."""
    return Client(server_url, noise.shown())


def found(client: Client, text: str, *, headline: bool = False) -> list[tuple[str, str]]:
    """Rule and text of each finding."""
    whole = document(text, headline=headline)
    hits = [hit for batch in requests_of(whole) for hit in client.check(batch)]
    return [(one.rule, one.text) for one in noise.findings(whole, hits)]


@pytest.mark.parametrize(
    ("one", "example"),
    [
        pytest.param(one, text, id=f"{one.rule.id}-{i}")
        for one in ALL
        for i, text in enumerate(one.rule.before)
    ],
)
def test_example_is_flagged_exactly(client: Client, one: Shown, example: str) -> None:
    before, flagged, after = re.split(r"\[\[|\]\]", example)
    flaws = found(client, before + flagged + after, headline=not one.sentences)
    assert flaws == [(one.rule.id, flagged)]


@pytest.mark.parametrize(
    "example",
    [
        pytest.param(text, id=f"{one.rule.id}-{i}")
        for one in ALL
        for i, text in enumerate(one.rule.exceptions)
    ],
)
def test_sound_sentence_passes_all_rules(client: Client, example: str) -> None:
    assert found(client, example) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "In Canada an accident killed 14 players of the club.",
        "In Gaza on Monday shelling killed 14 people.",
        "In Gaza overnight shelling killed 14 people.",
        "In the south police killed 14 people.",
        "In Mosul trapped civilians in the old city face hunger.",
        "In Moscow police detained a man.",
        "In Washington Biden announced the deal.",
        "In London trading opened the day with losses.",
        "At Google researchers found a bug.",
        "In Moscow, the court sentenced a man.",
        "In the Moscow region prosecutors opened a case.",
        "In the Kremlin Putin met the ministers.",
        "In eastern Ukraine Russian forces captured a village.",
        "In October Russia opened the bridge.",
        "In London on Monday protesters opened the gates.",
        "In London in early trading investors sold the shares.",
        "Started a successful business? Then write to us.",
        "The people she urged to vote stayed at home.",
        "Today Muslims celebrate one of the main holidays.",
        "Zakharova, MIREA and Roscosmos told RIA Novosti of the SVO.",
    ],
)
def test_english_with_the_same_words_passes(client: Client, sentence: str) -> None:
    assert found(client, sentence) == []


def grammar_examples() -> list[tuple[str, int, str, str | None]]:
    """LanguageTool's id, number in its group, text and what is marked in it, None for a sound sentence."""
    examples = []
    for group in ET.parse(GRAMMAR).getroot().find("category") or ():
        rules = [group] if group.tag == "rule" else group.findall("rule")
        for number, rule in enumerate(rules, 1):
            for example in rule.findall("example"):
                marker = example.find("marker")
                marked = None if marker is None else marker.text or ""
                examples.append((group.get("id", ""), number, "".join(example.itertext()), marked))
    return examples


@pytest.mark.parametrize("group", GRAMMAR_RULES)
def test_every_example_in_the_grammar_holds(server_url: str, group: str) -> None:
    """Each group is asked for alone: where two flag the same words, LanguageTool shows one."""
    client = Client(server_url, [group])
    examples = [example for example in grammar_examples() if example[0] == group]
    whole = document("\n\n".join(text for _, _, text, _ in examples))
    hits = [hit for batch in requests_of(whole) for hit in client.check(batch)]
    flaws = []
    for (name, number, text, marked), paragraph in zip(examples, whole.paragraphs, strict=True):
        found_here = [
            whole.text[hit.start : hit.end]
            for hit in hits
            if paragraph.span.start <= hit.start < paragraph.span.end
        ]
        if group != PROBE_RULE and found_here != ([] if marked is None else [marked]):
            flaws.append(f"{name}[{number}]: {text!r}: {found_here}, not {marked!r}")
    assert not flaws, "\n".join(flaws)


def test_every_rule_of_the_grammar_has_an_example_that_it_flags() -> None:
    rules = {(name, number) for name, number, _, marked in grammar_examples() if marked is not None}
    everything = {(name, number) for name, number, _, _ in grammar_examples()}
    assert rules == everything
    assert len(rules) > 150


def test_headline_rule_is_silent_in_a_sentence() -> None:
    hit = Hit("TQ_HEADLINE_DEED", 10, 18, "Who?", ())
    assert noise.findings(document("In Moscow detained a gang"), [hit]) == []
    assert len(noise.findings(document("In Moscow detained a gang", headline=True), [hit])) == 1


def test_a_rule_of_the_grammar_may_tell_its_own_russian() -> None:
    hit = Hit("TQ_WRONG_PREPOSITION", 6, 15, "виновен в — English says “guilty of”.", ("guilty of",))
    (finding,) = noise.findings(document("He is guilty in fraud."), [hit])
    assert (finding.russian, finding.message) == ("виновен в", "English says “guilty of”.")
    assert finding.suggestions == ("guilty of",)


@pytest.mark.parametrize(
    "sentence",
    [
        "She pleaded guilty in June to four counts.",
        "I would not want to bet on next month, he said.",
        "The couple were married on Saturday in Leeds.",
        "Their reaction on the streets was muted.",
        "Two boats sank in the Channel on Sunday.",
        "Police linked the attack to the group.",
        "Sales were up 5% on last year.",
        "In May 15 people were hurt.",
        "The museum, which he visited in 2019, is shut.",
        "The main influences on her music are French.",
        "They mentioned about 30 names.",
        "The bank commented the next day.",
        "In the attack dozens were hurt.",
        "As in Moscow, so in Kiev.",
    ],
)
def test_prepositions_of_news_english_pass(client: Client, sentence: str) -> None:
    assert found(client, sentence) == []


def test_grammar_and_its_data_agree() -> None:
    ours = [name for name in noise.shown() if name.startswith("TQ_")]
    assert sorted(GRAMMAR_RULES) == sorted([*ours, PROBE_RULE])
    assert all(noise.shown()[name].rule.family == "syntax" for name in ours)
    assert f"tqcheck grammar {noise.grammar_version()}<" in GRAMMAR.read_text(encoding="utf-8")


def test_every_grammar_example_is_marked() -> None:
    for rule in ET.parse(GRAMMAR).getroot().iter("rule"):
        assert rule.find("message") is not None
        example = rule.find("example")
        assert example is not None
        assert example.find("marker") is not None


@pytest.mark.parametrize("name", ["rules.yaml", "syntax.yaml", "spelling.yaml"])
def test_entries_are_sorted(name: str) -> None:
    names = [entry["languagetool"] for entry in noise.load(name)["rules"]]
    assert names == sorted(names)


def test_ids_are_unique_and_speak() -> None:
    ids = [one.rule.id for one in ALL]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"(languagetool|syntax)\.[a-z0-9-]+", one) for one in ids)
    assert all(one.rule.why and one.rule.before and one.rule.exceptions for one in ALL)


def test_high_confidence_is_earned() -> None:
    for one in ALL:
        if one.rule.confidence is Confidence.HIGH:
            assert (one.rule.precision.value or 0) >= 0.9, one.rule.id


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ({"languagetool": "X", "colour": "red"}, "unknown colour"),
        ({"languagetool": "X", "severity": "bad"}, "bad"),
    ],
)
def test_unsound_entry_is_refused(entry: dict[str, str], message: str) -> None:
    with pytest.raises((ValueError, KeyError), match=message):
        noise._shown({"confidence": "high", "category": "c", "why": "w", **entry}, "rules.yaml")


def test_hit_over_blanked_text_is_no_finding() -> None:
    text = "He met the `old` the man."
    whole = document(text, prose="He met the       the man.")
    hit = Hit("ENGLISH_WORD_REPEAT_RULE", 7, 20, "Twice", ("the",))
    assert noise.findings(whole, [hit]) == []
    assert noise.findings(whole, [hit._replace(start=7, end=10)]) != []


def test_headline_is_spared_where_the_rule_says_so() -> None:
    hit = Hit("ALLOW_TO", 14, 20, "Whom?", ("stopping",))
    assert noise.findings(document("Germans urged to stop it", headline=True), [hit]) == []
    (one,) = noise.findings(document("Germans urged to stop it"), [hit])
    assert one.suggestions == ()
    assert one.span == Span(14, 20)


@pytest.mark.parametrize(
    ("words", "counts"), [("a brickworks", False), ("A Cement Works", False), ("a tables", True)]
)
def test_what_a_rule_spares_is_no_finding(words: str, counts: bool) -> None:
    found = noise.findings(document(f"It is {words}."), [Hit("A_NNS", 6, 6 + len(words), "?", ())])
    assert bool(found) is counts


def test_hit_of_a_rule_that_was_not_asked_for_is_dropped() -> None:
    assert (
        noise.findings(document("Some text"), [Hit("NEW_RULE", 0, 4, "?", ()), Hit("A_NNS", 50, 54, "?", ())])
        == []
    )
