"""Which commas join two sentences, and which do not."""

from __future__ import annotations

import pytest

from tests.checks.support import found
from tqcheck import check_text

RULE = "syntax.comma-splice-clause"


@pytest.mark.parametrize(
    "text",
    [
        "The wind will be weak[[, at night it will]] blow from the north.",
        "According to the police, the driver was drunk[[, he was]] detained.",
        "As a result, 13 people were killed[[, dozens of victims were]] taken to hospital.",
        "Light rain will fall in the city[[, thunderstorms are]] possible in the region.",
        "The accident occurred on Friday[[, one of the drivers was]] injured.",
        "On Sunday, the shop was closed[[, more than 300 people have]] left.",
        "The plant makes tractors[[, it is]] the oldest in the town.",
        "The plane landed at noon in Tver[[, one of the engines of the old cargo plane was]] damaged.",
        "It all happened late at night[[, the driver noticed]] lights on the road and stopped.",
        "The firm went under in May[[, an old rival bought]] the plant.",
        "The others were given tea on the spot[[, they did]] not need a doctor.",
    ],
)
def test_two_sentences(text: str) -> None:
    before, words, after = text.replace("]]", "[[").split("[[")
    findings = [one for one in found("wordorder", before + words + after) if one.rule == RULE]
    assert [(one.span.start, one.text) for one in findings] == [(len(before), words)]


@pytest.mark.parametrize(
    "text",
    [
        "When the police came, he was gone.",
        "A few days later, he was gone.",
        "A former teacher and mother of two, she was elected mayor in May.",
        "Born in Tver, he was a sailor.",
        "The road is closed, he said.",
        "The road is closed, the police said.",
        "The mayor, it was announced, has left.",
        "It is not a defeat, it is a lesson.",
        "It was in the siege, she used to say, that she found her vocation.",
        "The town was dull, he would often complain, and the winters were long.",
        "If the plant is closed, it will cost 300 jobs.",
        "He came, she was there, and they left.",
        "“The plant is closed, it is over,” he said.",
        "The plant, which was closed, it is said, will reopen.",
        "The more it rained, the more they were happy.",
        "In the town, home to 300 people, they are proud of it.",
        "H: The plant is closed, it is over",
        "Yes, it is.",
        "Wherever a mask is needed, the rule is clear.",
        "They sell tickets online, however, should the site be down, tickets can be bought at the door.",
        "The trick is, the pump must be stopped first.",
        "The letter has two dates, the date the writer was born and the date of the post.",
        "The best would be a walk, the worst would be a war.",
        "Rather, by means of the law, banks have won.",
        "For more on the sailors, their lives and their ideas, the book is essential.",
        "The firm will need help and by cutting safety costs, profits can grow.",
        "Big shops will win and in a fight between a small shop and a larger one, the smaller one is lost.",
        "However, with the battle lost at home, the army was sent abroad.",
        "Moreover, and this should be clear, dictionaries are rarely read.",
        "And, we should note, it is just as wrong.",
        "The speed was a record, it was estimated in May.",
        "It was a lie, the fact is, the door was open.",
        "The pen is red, the words are not.",
        "Spirits were brave, the stakes were high.",
        "In the hills, they had peace, they had time for the young.",
        "One line is fed from the top, the other line is fed from the left.",
        "In this game, each time a card is played, a coin will be lost.",
        "Without this help, and the many works he has put on the web, this book would be thin.",
        "They had such good players, it made the cup a sideshow.",
        "The town has a new park, the work funded by local firms.",
        "He was charged with fraud, the man wanted by police said.",
        "It was, in effect, a state granted privilege to trade.",
        "Freedom cannot be given, it must be taken.",
        "Among the guests was the mayor, a man elected twice.",
        "It kept, at least for now, the 36-bit machine as its best.",
    ],
)
def test_one_sentence(text: str) -> None:
    assert [one.text for one in found("wordorder", text) if one.rule == RULE] == []


@pytest.mark.parametrize("left", ["The town was poor, very old,", "The town was very poor today, each"])
def test_commas_with_little_between_them(left: str) -> None:
    assert check_text(f"{left}, it is a place here.").documents
