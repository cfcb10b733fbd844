"""Sentences in Russian order, put into the English one."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from tests.clause.support import clause
from tqcheck.clause.reading.clause import Clause
from tqcheck.clause.reading.line import word_lists
from tqcheck.clause.reordered.doer_last import adverbial_after_verb, doer_before_verb, phrase_after_object
from tqcheck.clause.reordered.order import in_english_order
from tqcheck.clause.reordered.pieces import Unclear
from tqcheck.clause.reordered.sentence import as_sentence
from tqcheck.rulebook.tokens import Tokens

SIMPLE = {
    "In Karelia overturned the bus": "The bus overturned in Karelia",
    "In Perm overturned the bus that carried children": "The bus that carried children overturned in Perm",
    "On Monday died the painter Ivan Petrov": "The painter Ivan Petrov died on Monday",
    "Died the painter Ivan Petrov": "The painter Ivan Petrov has died",
    "In Perm detained a man": "A man has been detained in Perm",
    "In Perm detained two men suspected of theft": "Two men suspected of theft have been detained in Perm",
    "In Perm killed 9 people!": "9 people have been killed in Perm!",
    "In Perm killed singer and dancer Ivan Petrov": "Singer and dancer Ivan Petrov has been killed in Perm",
    "Found a copy of a map": "A copy of a map has been found",
}
FRONTS = {
    "Yesterday in Kazan opened a museum of toys": "A museum of toys opened in Kazan yesterday",
    "In the port of Kerch, found a copy of a map": "A copy of a map has been found in the port of Kerch",
    "In Perm and Tver opened a museum of toys": "A museum of toys opened in Perm and Tver",
    "In Perm in the old park opened a museum": "A museum opened in the old park in Perm",
    "In Perm due to bad weather collapsed a bridge": "A bridge collapsed in Perm due to bad weather",
    "In Perm solemnly opened a monument": "A monument has been solemnly opened in Perm",
    "In Perm again found a bomb": "A bomb has again been found in Perm",
    "According to police, in Perm killed 2 people": "According to police, 2 people have been killed in Perm",
    "In the Perm region without light remained dozens of villages": (
        "Dozens of villages remained without light in the Perm region"
    ),
    "A year after the fire in Perm opened a museum": "A museum opened in Perm a year after the fire",
    "To Perm arrived the delegation": "The delegation arrived in Perm",
    "To the crash site arrived rescuers": "Rescuers arrived at the crash site",
    "In Perm delivered a bell": "A bell has been delivered to Perm",
    "In Perm from Tver came a train": "A train came from Tver to Perm",
    "From Perm to Tver delivered 5 tons of salt": "5 tons of salt have been delivered from Perm to Tver",
}
VERBS = {
    "In Perm will be closed three schools": "Three schools will be closed in Perm",
    "In Perm will close three schools": "Three schools will be closed in Perm",
    "In Perm may ban the sale of wine": "The sale of wine may be banned in Perm",
    "In Perm are investigating the theft of a car": "The theft of a car is being investigated in Perm",
    "In Perm discuss an attempt of the council to sell a park": (
        "An attempt of the council to sell a park is being discussed in Perm"
    ),
    "In Perm discuss the new budget": "The new budget is being discussed in Perm",
    "In Perm begins the heating season": "The heating season begins in Perm",
    "In Perm burning warehouses": "Warehouses are burning in Perm",
    "In Perm is held a festival of dance": "A festival of dance is being held in Perm",
    "In Perm hosted a festival of dance": "A festival of dance has been held in Perm",
    "In Perm summed up the results of the race": "The results of the race have been summed up in Perm",
    "In Perm managed to find four climbers": "Four climbers have been found in Perm",
    "In Perm planned to build a new bridge": "A new bridge was to be built in Perm",
    "In Perm continues to grow the scandal": "The scandal continues to grow in Perm",
    "In Perm opened and consecrated a chapel": "A chapel has been opened and consecrated in Perm",
    "In Perm came into force a ban on fireworks": "A ban on fireworks came into force in Perm",
    "In Perm took place the opening of a museum": "The opening of a museum took place in Perm",
    "In Perm opened a criminal case": "A criminal case has been opened in Perm",
    "In Perm is a festival of dance": "A festival of dance is being held in Perm",
    "In Perm was a festival of dance": "A festival of dance was held in Perm",
    "In Perm will be a festival of dance": "A festival of dance will be held in Perm",
    "In Perm find out the causes of the fire at a mine": (
        "The causes of the fire at a mine are being established in Perm"
    ),
    "In Perm put up for sale the house of a poet": "The house of a poet has been put up for sale in Perm",
    "In Perm said goodbye to the poet": "Perm has said goodbye to the poet",
    "Today in Perm said goodbye to the poet": "Perm said goodbye to the poet today",
    "In Perm say goodbye to the poet": "Perm says goodbye to the poet",
    "In Perm remember those killed in the war": "Those killed in the war are being remembered in Perm",
    "In Perm chose the best student": "The best student has been chosen in Perm",
}
SUBJECTS = {
    "In Perm opened a monument to the poet": "A monument to the poet has been opened in Perm",
    "In Perm detained a man on suspicion of theft": "A man has been detained in Perm on suspicion of theft",
    "In Perm announced the verdict in the case of the mayor": (
        "The verdict in the case of the mayor has been announced in Perm"
    ),
    "In Perm arrested suspects in the murder of a student": (
        "Suspects in the murder of a student have been arrested in Perm"
    ),
    "In Perm published a book by Ivan Petrov": "A book by Ivan Petrov has been published in Perm",
    "In Perm caught a bear, which lived there": "A bear, which lived there, has been caught in Perm",
    "In Perm handed the keys to new buses": "The keys to new buses have been handed in Perm",
    "In Perm closed a school to avoid delays": "A school has been closed in Perm to avoid delays",
    "In Perm started a program to support families": "A program to support families started in Perm",
    "In Perm in a fire killed two people, ten injured": (
        "Two people have been killed in a fire in Perm, ten injured"
    ),
    "In Perm killed 9-year-old girl": "9-year-old girl killed in Perm",
    "In Perm published updated data": "Updated data have been published in Perm",
    "In Perm began naval exercises": "Naval exercises began in Perm",
    "In Perm found bones of those killed in war": "Bones of those killed in war have been found in Perm",
    "In Perm opened a new station – “Park”": "A new station – “Park” – opened in Perm",
    "In Perm died the last witness – Ivan Petrov": "The last witness – Ivan Petrov – has died in Perm",
    "In Perm destroyed hundreds of monuments, palaces and temples": (
        "Hundreds of monuments, palaces and temples have been destroyed in Perm"
    ),
    "In Perm held a meeting of Ivan Petrov and Olga Orlova": (
        "A meeting of Ivan Petrov and Olga Orlova has been held in Perm"
    ),
    "In Perm adopted a number of laws": "A number of laws have been adopted in Perm",
    "In Perm named the number of victims": "The number of victims has been named in Perm",
    "In Perm presented the film “Winter Games”": "The film “Winter Games” has been presented in Perm",
    "In Perm crashed plane with two pilots on board": "Plane with two pilots on board crashed in Perm",
    "In Perm published the results of the talks with Norway and Finland": (
        "The results of the talks with Norway and Finland have been published in Perm"
    ),
}
SAID = SIMPLE | FRONTS | VERBS | SUBJECTS
NOT_SAID = [
    "In Perm opened the governor a museum",  # more than a subject
    "In Perm detained him",
    "In Perm killed his wife",  # who did it is lost
    "In Perm were detained the leader of the gang",  # which do not agree
    "In Perm begins the negotiations",
    "In Perm held a press conference Ivan Petrov",  # who held it
    "In Perm will play Chelsea",  # or is it played?
    "In Perm won the team of students",
    "On the square delivered a coffin",
    "In Perm delivered a coffin from Tver to Kazan",
    "To Perm closed a school",
    "In Perm quickly opened a museum",
    "In Perm opened “Winter Games”",
    "In Perm discussed the minister",
    "In Perm celebrate the champion",
    "In Perm re-elected the governor",
    "In Perm prepare for the visit the hotels",
    "In Perm find out the name of the winner",
    "In the theater said goodbye to the poet",
    "In Perm put an end to the dispute",
    "In Perm declared wanted suspects",
    "In Perm began competitions new participants",
    "In Perm is a day of mourning",
    "In Perm found the victims of the fire at the station",  # found or burnt there?
    "In Perm held the last meeting of the council this year",
    "In Perm do not sell wine",
    "In Perm announced the verdict in the case of a fire in July",  # announced or burnt in July?
    "In Perm held the largest festival in ten years",
    "For two hours in Perm caught a lynx",
    "Accused of theft priest Ivan Petrov",
    "In 25 kilometers from Perm crashed a plane",
    "In Perm are building new houses and installing lights",
    "In Perm reported that the bridge is closed",
]


def said(text: str) -> str:
    """The sentence in the English order, the verb being the first that is not in a clause of the front."""
    read = clause(text)
    verb = next(p for p in read.phrases if p.kind == "verb" and p.form != "T")
    try:
        return as_sentence(read, in_english_order(read, verb.start, verb.end - 1))
    except Unclear:
        return ""


@pytest.mark.parametrize(("text", "expected"), SAID.items())
def test_said(text: str, expected: str) -> None:
    assert said(text) == expected


@pytest.mark.parametrize("text", NOT_SAID)
def test_not_said(text: str) -> None:
    assert not said(text)


@pytest.mark.parametrize("text", SIMPLE | FRONTS | SUBJECTS)
def test_no_word_of_content_is_lost(text: str) -> None:
    small = {
        "a",
        "an",
        "are",
        "at",
        "be",
        "been",
        "being",
        "for",
        "has",
        "have",
        "in",
        "is",
        "the",
        "to",
        "was",
    }
    words = [Counter(re.findall(r"[\w-]+", words.lower())) for words in (text, said(text))]
    assert {word: n for word, n in words[0].items() if word not in small} == {
        word: n for word, n in words[1].items() if word not in small
    }


def test_a_clause_within_the_front_is_kept() -> None:
    read = clause("Due to the fire, which killed two people, closed a school")
    said = as_sentence(read, in_english_order(read, read.keys.index("closed"), len(read.keys)))
    assert said == "A school has been closed due to the fire, which killed two people"


def test_prose_tells_it_as_past() -> None:
    prose = Clause(Tokens("In Perm detained a man."), word_lists(), headline=False)
    assert as_sentence(prose, in_english_order(prose, 2, 2)) == "A man was detained in Perm."


def test_prose_has_its_articles() -> None:
    prose = Clause(Tokens("In Perm detained thief."), word_lists(), headline=False)
    with pytest.raises(Unclear):
        in_english_order(prose, 2, 2)


DOERS = {
    "New season [opened] the bikers": "",  # or did it open them?
    "The first prize [won] the Russian crew": "The Russian crew won the first prize",
    "The results of the year Ivan Petrov [discussed] with the deputies": (
        "Ivan Petrov discussed the results of the year with the deputies"
    ),
    "Champion of Russia for the third time [became] Ivan Petrov": (
        "Ivan Petrov became champion of Russia for the third time"
    ),
    "The head of the union [elected] Ivan Petrov": "Ivan Petrov has been elected head of the union",
    "The situation in Syria was [discussed] by phone Ivan Petrov": (
        "Ivan Petrov discussed the situation in Syria by phone"
    ),
    "The budget [discussed] by phone Ivan Petrov": "Ivan Petrov discussed the budget by phone",
    "Anniversary [celebrates] Ivan Petrov": "",
    "The victory of the crew [ended] the race": "",  # by which it ended
}


def _marked(text: str) -> tuple[Clause, int]:
    read = clause(text.replace("[", "").replace("]", ""))
    at = text.index("[")
    return read, read.tokens.starts.index(at)


@pytest.mark.parametrize(("text", "expected"), DOERS.items())
def test_who_did_it_comes_first(text: str, expected: str) -> None:
    read, verb = _marked(text)
    n = next(n for n, phrase in enumerate(read.phrases) if phrase.start <= verb < phrase.end)
    before = read.phrases[n - 1]
    start = before.start if before.kind == "noun" and n > 1 else read.phrases[n].start
    try:
        assert as_sentence(read, doer_before_verb(read, start, len(read.keys))) == expected
    except Unclear:
        assert not expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister [in] the Kremlin held talks", "The minister held talks in the Kremlin"),
        (
            "Ivan Petrov [at] a meeting with the government demanded that prices be lowered",
            "At a meeting with the government, Ivan Petrov demanded that prices be lowered",
        ),
        ("The minister, [in] the Kremlin held talks", ""),
    ],
)
def test_what_stands_between_comes_before_or_after(text: str, expected: str) -> None:
    read, at = _marked(text)
    try:
        assert as_sentence(read, adverbial_after_verb(read, at, len(read.keys))) == expected
    except Unclear:
        assert not expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The minister [received] in the Kremlin the winners",
            "The minister received the winners in the Kremlin",
        ),
        (
            "The minister [discussed] with Ivan Petrov the state of the roads",
            "The minister discussed the state of the roads with Ivan Petrov",
        ),
        ("The minister [discussed] with us the dispute between Norway and Finland", ""),
        ("The minister [received] in the Kremlin the winners in the city of Tver", ""),
        ("Norway will [allocate] to Oslo 2 million crowns", ""),
    ],
)
def test_the_object_comes_first(text: str, expected: str) -> None:
    read, at = _marked(text)
    verb = next(phrase for phrase in read.phrases if phrase.start <= at < phrase.end)
    try:
        assert as_sentence(read, phrase_after_object(read, verb.start, len(read.keys))) == expected
    except Unclear:
        assert not expected
