"""Subjects that cannot do what is said of them, states without a verb, fronts that are long or hyphenated,
and objects behind a phrase; beside each the sound English that looks like it."""

from __future__ import annotations

import pytest

from tests.checks.support import found, told


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("object-before-verb", "H: The repair of the port will be [[engaged in the ministry]]"),
        ("object-before-verb", "H: Support for farmers [[spoke]] today in the government"),
        ("object-before-verb", "H: The experiment with buses [[decided to postpone]] for a year"),
        (
            "object-before-verb",
            "H: The problems of the port [[are ready to solve]] the largest party of Norway",
        ),
        ("object-before-verb", "H: The match between Norway and Chile [[watch]] on the First channel"),
        ("object-before-verb", "H: [[70 turned Ivan Petrov]]"),
        ("object-before-verb", "H: [[90 years Hansenov]] – a man who sang of the sea"),
        ("object-before-verb", "H: Acting mayor of Omsk [[appointed Colonel Olaf Hansenov]]"),
        ("object-before-verb", "H: The revenge of a sailor [[saw the whole world]]"),
        (
            "object-before-verb",
            "H: 20 million rubles to support the sailors [[collected]] the project “Old Mill”",
        ),
        ("object-before-verb", "H: Anniversary of the storm, [[the whole world met]] with concerts"),
        (
            "object-before-verb",
            "H: Problems that are solved in the port, [[Ivan Petrov discussed]] with sailors",
        ),
        ("being-denied", "H: Hot water in Oslo [[will not be]] until autumn"),
        ("being-denied", "H: The bomb on board the liner [[was not]], says the captain"),
        ("fronted-verb-subject", "H: Overcome the crisis [[could not]] the best captain of Norway"),
        ("event-without-verb", "H: In Oslo [[on trial]] the killer of two swans"),
        ("event-without-verb", "H: In Norway [[in the midst]] of the fishing season"),
        ("event-without-verb", "H: In the Omsk region [[now a]] new governor"),
        ("matter-then-speaker", "H: How the port of Oslo is rebuilt, [[Ivan Petrov saw]]"),
        (
            "subordinate-verb-first",
            "H: Traffic is back on the road where the day before [[was killed a sailor]]",
        ),
        ("subordinate-verb-first", "H: The ministry told how in the Omsk region [[eliminated terrorists]]"),
        ("phrase-before-object", "H: Guards caught the man who [[carried into the port an axe]]"),
        ("phrase-before-object", "H: Ivan Petrov [[discussed with the head of Norway economic issues]]"),
        ("phrase-before-object", "H: Russians [[owed on rent 20 million euros]]"),
        ("fronted-verb-subject", "H: In the ranks of the sailors [[growing]] discontent with the captain"),
        ("fronted-verb-subject", "H: In Norway [[failed]] rocket launch"),
        ("fronted-verb-subject", "H: In Norway [[began to work]] a new power plant"),
        ("fronted-verb-object", "H: In Oslo, in the basement of a multi-storey building [[found]] a gun"),
        ("fronted-verb-object", "H: Against sailors who blocked the port, [[opened]] a criminal case"),
        ("fronted-verb-object", "H: In Norway from the detention center Sosnovka [[released]] two sailors"),
        ("fronted-verb-object", "H: In the self-proclaimed republic near the sea [[introduced]] a new tax"),
        ("fronted-verb-object", "H: In memory of those killed in the storm near Oslo [[lit]] candles"),
        (
            "fronted-verb-object",
            "H: At the championship of Norway in figure skating [[determined]] the winners",
        ),
        ("fronted-auxiliary", "H: In the final of the football Champions League [[will play]] two clubs"),
        ("fronted-auxiliary", "H: To help the burned village [[will allocate]] ten million rubles"),
        ("fronted-auxiliary", "H: To fight the forest fire [[were sent]] three planes"),
        ("fronted-auxiliary", "H: In the Omsk academy [[will no longer conduct]] experiments on animals"),
        ("fronted-copula", "H: In the Cathedral of Saint Olaf [[was the patriarchal tree]]"),
    ],
)
def test_russian_order_is_found(rule: str, text: str) -> None:
    findings, words = told("wordorder", text)
    assert findings == [(f"syntax.{rule}", words)]


@pytest.mark.parametrize(
    "text",
    [
        "H: The mayor was engaged in politics, police say",
        "H: Norway is engaged in government reform",
        "The two firms are engaged in ministry contracts.",
        "H: Actions spoke louder than words in the final",
        "H: His story spoke to the people of Oslo",
        "H: The minister decided to postpone the talks",
        "H: The campaign decided to go door to door",
        "H: The deal promises to bring peace to the coast",
        "H: The drug is able to stop the virus",
        "H: Thousands watch on television as the king is crowned",
        "H: The match fans watch on the big screen",
        "H: What to watch on Channel One tonight",
        "H: 30 turned away at the border",
        "H: 10 years in prison for Ivan Petrov",
        "H: 100 Years War film opens in Oslo",
        "H: 20 years ago Oslo burned",
        "H: Some were ready, others were not",
        "H: To be or not to be: a play returns to Oslo",
        "H: Who is on the list and who is not",
        "H: Trump says he will; Petrov will not",
        "H: Ask the king what will be done",
        "H: See the film that could win the prize",
        "H: Vote for the man who will save Oslo",
        "H: On trial in Oslo: the killer of two swans",
        "H: In the midst of a storm, Oslo votes",
        "H: In Norway, now a richer country, rents rise",
        "H: In Oslo, on strike since May, drivers vote again",
        "H: How to restore the old mill, step by step",
        "H: The town where wounded men lie",
        "H: Where broken bicycles go",
        "H: How stranded sailors got home",
        "H: Men seen in the port with axes arrested",
        "H: The plan discussed with the mayor was dropped",
        "H: Man who walked into the port with an axe jailed",
        "H: In the port burning cars block the road",
        "H: In Oslo, a growing scandal worries the king",
        "H: Against all odds, Norway wins",
        "H: For those who served, thank you",
        "H: In a self-driving car police found a gun",
        "H: In Norway a multi-storey car park collapses",
        "H: To win will be hard, says the coach",
        "H: To lose twice created pressure on the coach",
        "H: To help, the mayor will allocate ten million",
        "H: At the heart of the row was the king",
        "H: The mayor said that by mid-March Oslo will be taken under control",
        "H: In the capital region September will be warm",
        "H: On the main square – Oslo is preparing for the parade",
        "H: Duma to respond to the storm, and on Friday will vote on rents",
        "The day before the vote was held, the mayor resigned.",
        "The night before was cold.",
    ],
)
def test_sound_order_is_left_alone(text: str) -> None:
    assert found("wordorder", text) == []
