"""Suggestions as they fit into their sentence."""

from __future__ import annotations

import pytest

from tests.rulebook.support import program, rule_yaml
from tqcheck.rulebook.articles import with_article
from tqcheck.rulebook.fitted import Place, fitted
from tqcheck.rulebook.prove import Prover


def _fitted(text: str, *suggestions: str) -> tuple[str, ...]:
    before, _, rest = text.partition("[[")
    found, _, after = rest.partition("]]")
    return fitted(suggestions, Place(found, before, after, opens=not before, curly="’" in text))


@pytest.mark.parametrize(
    ("text", "suggestion", "fit"),
    [
        ("UN Security Council Discussion on [[Diversion]] of Nord Stream Pipelines", "sabotage", "Sabotage"),
        ("Preventing [[Attempt on]] Alexander Zakharchenko Life", "attack on the", "Attack on the"),
        ("TRUMP [[ANSWERED ON]] ALL CHARGES", "replied to", "REPLIED TO"),
        ("Secrets of the Pentagon [[Hit]] the Web", "made it to", "Made It to"),
        ("Secrets of the Pentagon [[hit]] the World Wide Web", "got into", "got into"),
        ("Torpedo won [[at]] the Moscow Dynamo", "against", "against"),
        ("A new scandal[[, in which was]] a teacher", "centered on", "centered on"),
        ("A talk on the [[Diversion]] of Nord Stream", "sabotage", "sabotage"),
        ("Lithuania's ruling [[Union of Peasants]] leads", "the Farmers Union", "Farmers Union"),
        ("Lithuania's opposition [[Union]] leads", "the Farmers Union", "Farmers Union"),
        ("in the Bethlehem [[Christmas church]]", "the Nativity church", "Nativity church"),
        ("His [[cell phone]] rang", "the mobile", "mobile"),
        ("It's [[reconciliation of sides]]", "the settlement", "the settlement"),
        ("He gave her [[cause]]", "the reason", "the reason"),
        ("A sharp [[norm of rain]] fell", "a month's rain", "a month's rain"),
        ("The case has [[found a continuation]]", "has taken a new turn", "taken a new turn"),
        ("It was he [[who]] came", "who", "who"),
        ("the men’s [[team]]", "women's team", "women’s team"),
        ('the cruiser[[" Eagle"]], a ship', "Orel", " Orel"),
        ("on [[the “Straight line]] with Putin”", "the phone-in", "the “phone-in"),
        ("tasks of the “[[Dictator]] of Victory”", "dictation", "Dictation"),
        ("[[the norm]] fell", "the standard", "the standard"),
    ],
)
def test_words_around_are_heeded(text: str, suggestion: str, fit: str) -> None:
    assert _fitted(text, suggestion) == (fit,)


def test_what_echoes_its_neighbour_comes_last() -> None:
    assert _fitted("the [[solemn]] ceremony", "ceremonial", "gala") == ("gala", "ceremonial")
    assert _fitted("the [[solemn]] evening", "ceremonial", "gala") == ("ceremonial", "gala")


@pytest.mark.parametrize(
    ("before", "found", "words", "changed"),
    [
        ("It was an ", "application", "bid", (3, "a bid")),
        ("adopted a “", "dry law", "alcohol ban", (3, "an “alcohol ban")),
        ("It was the ", "application", "bid", (0, "bid")),
        ("It was a ", "house", "home", (0, "home")),
        ("A ", "regular", "another", (2, "Another")),
        ("a ", "day of silence", "no-campaign day", (0, "no-campaign day")),
        ("in the ", "regular", "another", (4, "another")),
    ],
)
def test_the_article_before_goes_by_the_new_word(
    before: str, found: str, words: str, changed: tuple[int, str]
) -> None:
    assert with_article(before, found, words) == changed


@pytest.mark.parametrize(
    ("pattern", "suggest", "text", "shown"),
    [
        (
            "told (in|at) the ({ministry}|State Department)",
            "the {=in} said",
            "told in the State Department",
            "the State Department said",
        ),
        ("(polo|chess) team of @Name", "the {=of} {=before of}", "chess team of Peru", "the Peru chess team"),
        ("was # years old", "turned {=#}", "was 80 years old", "turned 80"),
        ("at the ..4 said", "{=last} {=but last}", "at the main parade said", "said at the main parade"),
        ('the prize "…"', 'the {="} {=first}', 'the prize "Big Book"', 'the "Big Book" the'),
        ("prize of @Name", "{=but first}", "prize of Peru", "of Peru"),
    ],
)
def test_words_found_are_said_again(pattern: str, suggest: str, text: str, shown: str) -> None:
    assert _suggested(pattern, [suggest], text) == (shown,)


def test_what_cannot_be_said_again_is_no_suggestion() -> None:
    assert _suggested("the team", ["the {=of} team", "the side"], "the team") == ("the side",)


def test_an_owner_does_not_tell_the_number() -> None:
    pattern = "(women's|men's) {team} of Russia"
    assert _suggested(pattern, ["Russian women's {team}"], "women's team of Russia") == (
        "Russian women's team",
    )


def _suggested(pattern: str, suggest: list[str], text: str) -> tuple[str, ...]:
    prover = Prover(program(rule_yaml(pattern, suggest=suggest)))
    [(hit, span)] = prover.found(f"so {text}")
    return hit.suggestions(f"so {text}", span, opens=False)


def test_a_participle_given_beside_its_verb_is_a_form_of_it() -> None:
    assert _suggested("({lured}|{lure}|{luring})", ["{extract}"], "luring") == ("extracting",)
    assert _suggested("({lure}|{lured}|{luring})", ["{extract}"], "lured") == ("extracted",)
    assert _suggested("({kitten}|{kittens})", ["{cub}"], "kittens") == ("cubs",)
