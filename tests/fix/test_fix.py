"""Which findings are fixed unseen, what that does to a text, and what is left."""

from __future__ import annotations

import random

import pytest

from tqcheck.checks import described_rules
from tqcheck.checks.placed import placed
from tqcheck.fix.apply import Fixed, Moves, fixed, put_in
from tqcheck.fix.choose import Edit, Why, choose, loses, put, rewrites
from tqcheck.model import CheckedDocument, Confidence, Document, Finding, Severity, Span
from tqcheck.readers import read_text
from tqcheck.rulebook import open_rulebook
from tqcheck.session import Session
from tqcheck.settings import Settings

OFF = Settings(languagetool="off")
WRAPPED = """\
The governor of the region said on Tuesday that the police
had been told to look into what went on at the festival of
rock, where hundreds of the visitors had taken part in mass
fights with those who had come to it from the other places
of the region, and that he would not have this ever again.
"""


def finding(document: Document, words: str, *suggestions: str, check: str = "rulebook") -> Finding:
    start = document.text.index(words)
    return Finding(
        "sense.test", check, Span(start, start + len(words)), words, Severity.MAJOR, Confidence.HIGH, "", "",
        suggestions,
    )  # fmt: skip


def result(text: str, words: str, suggestion: str) -> str | Why:
    document = read_text(text)
    edit = choose(document, placed(document, finding(document, words, suggestion)))
    return put_in(text, [edit]) if isinstance(edit, Edit) else edit


@pytest.mark.parametrize(
    ("text", "words", "suggestion", "after"),
    [
        ("He saw a snow collapse.", "snow collapse", "avalanche", "He saw an avalanche."),
        ("Ice rain hit the city.", "Ice rain", "freezing rain", "Freezing rain hit the city."),
        ("ICE RAIN HITS THE CITY", "ICE RAIN", "freezing rain", "FREEZING RAIN HITS THE CITY"),
        ("Heavy Ice Rain Hits City", "Ice Rain", "freezing rain", "Heavy Freezing Rain Hits City"),
        ("The First Channel will show it.", "The First Channel", "Channel One", "Channel One will show it."),
        ("Of Physical Culture and Sports.", "Physical Culture", "physical education",
         "Of Physical Education and Sports."),
        ("A gang in the suburbs.", "in the suburbs", "in Moscow Region", "A gang in Moscow Region."),
        ("An attempt was made on President Nicolas Maduro", "attempt", "bid",
         "A bid was made on President Nicolas Maduro"),
        ("The GAI warned drivers.", "The GAI", "The traffic police", "The traffic police warned drivers."),
        ("It’s the mass fight.", "mass fight", "people's brawl", "It’s the people’s brawl."),
    ],
)  # fmt: skip
def test_words_fit_their_place(text: str, words: str, suggestion: str, after: str) -> None:
    assert result(text, words, suggestion) == after


@pytest.mark.parametrize(
    ("text", "words", "suggestion", "why"),
    [
        ("At the DPS post.", "the DPS", "traffic police", Why.GRAMMAR),
        ("The GAI has warned drivers.", "The GAI", "The traffic police", Why.GRAMMAR),
        ("The GAI proposes a law.", "The GAI", "The traffic police", Why.GRAMMAR),
        ("Militants have left.", "have left", "had gone off", Why.GRAMMAR),
        ("It would allow to win.", "would allow to", "makes it possible to", Why.GRAMMAR),
        ("It caused a wide resonance.", "wide resonance", "cause a stir", Why.DOUBLED),
        ("They met their old fellows.", "old fellows", "the friends", Why.DOUBLED),
        ("It did not went well.", "not went", "went", Why.LOST),
        ('The "big" seven met.', '"big" seven', "Group of Seven", Why.LOST),
        ("In 2019 the rain came.", "In 2019 the", "In that", Why.LOST),
    ],
)
def test_what_is_not_safe_says_why(text: str, words: str, suggestion: str, why: Why) -> None:
    assert result(text, words, suggestion) is why


def test_a_line_break_inside_stays() -> None:
    text = WRAPPED.replace("\n", "\r\n")
    assert result(text, "mass\r\nfights", "mass brawls") == text.replace("fights", "brawls")


@pytest.mark.parametrize("style", ["'", "’"])
def test_what_is_put_in_is_what_the_report_shows(style: str) -> None:
    """The same words, whoever puts them in: of all that is found, what `fix` takes."""
    text = (
        "Ice rain hit it. The army has knocked out the militants from the village. Some 15 thousand came. "
        "In the General prosecutor's office he spoke of the situation in the state Duma, and a plane crashed."
    ).replace("'", style)
    with Session(OFF) as session:
        checked = session.check([read_text(text)])[0]
    edits = [(f, choose(checked.document, f)) for f in checked.findings]
    made = [(f, edit) for f, edit in edits if isinstance(edit, Edit)]
    assert len(made) > 2
    for found, edit in made:
        assert edit == put(checked.document, found, found.suggestions[0])


def test_several_suggestions_and_doubtful_rules_are_an_editors() -> None:
    document = read_text("A snow collapse came down.")
    one = finding(document, "snow collapse", "avalanche")
    assert isinstance(choose(document, one), Edit)
    assert choose(document, one._replace(suggestions=())) is Why.NO_SUGGESTION
    several = one._replace(suggestions=("avalanche", "snowslide"))
    assert choose(document, several) is Why.SEVERAL
    assert isinstance(choose(document, several, unsafe=True), Edit)
    medium = one._replace(confidence=Confidence.MEDIUM)
    assert choose(document, medium) is Why.UNSURE
    assert isinstance(choose(document, medium, unsafe=True), Edit)
    assert choose(document, one._replace(rule="calque.court-arrested"), unsafe=True) is Why.REWRITE


def test_markup_inside_is_left_alone() -> None:
    document = read_text("A snow **collapse** came down.", "a.md", "markdown")
    assert choose(document, finding(document, "snow **collapse", "avalanche")) is Why.MARKUP


def test_an_editors_words_only_change_the_article() -> None:
    document = read_text("It was a snow collapse.")
    found = finding(document, "snow collapse")
    assert put_in(document.text, [put(document, found, "avalanche")]) == "It was an avalanche."


def test_rules_never_applied_unseen_exist() -> None:
    known = {rule.id for rule in (*open_rulebook(()).rules(), *described_rules())}
    assert set(rewrites()) <= known


def test_losses() -> None:
    assert loses("no 5", "five")
    assert not loses("50 thousand", "50,000")
    assert not loses("cannot not", "must not")


def fix(text: str) -> Fixed:
    with Session(OFF) as session:

        def check(document: Document) -> CheckedDocument:
            return session.check_afresh([document])[0]

        return fixed(check(read_text(text)), check)


TEXT = (
    "Ice rain hit the region. The price jumped to $ 50 per barrel, and 40 thousand people of the XX century "
    "saw a snow avalanche.\n\nA curious incident happened with the host of the First channel in the state "
    "Duma."
)
AFTER = (
    "Freezing rain hit the region. The price jumped to $50 per barrel, and 40,000 people of the 20th century "
    "saw an avalanche.\n\nA curious incident happened to the host of Channel One in the State Duma."
)


def test_a_text_is_fixed_and_stays_so() -> None:
    once = fix(TEXT)
    assert once.after.document.text == AFTER
    assert len(once.edits) == 8
    twice = fix(AFTER)
    assert not twice.edits
    assert twice.before.findings == once.after.findings


@pytest.mark.parametrize(
    "text",
    [
        "Ten people became victims of the explosion.",
        "After the blast in Perm, there are victims.",
        "The tanker suffered a disaster near the island, and the ship sank.",
        "The culprit of the accident was drunk.",
        "H: In Kazan, unknown hung a flag on the tower",
        "Squally wind is expected.",
        "In the city the GAI has named the worst road for drivers.",
        "The traffic rules are harsh. The GIBDD was told of the crash by a driver.",
        "The SC of Russia opened a criminal case.",
        "It was built in the 14th year.",
    ],
)
def test_what_may_say_more_than_the_words_found_is_not_put_in(text: str) -> None:
    done = fix(text.removeprefix("H: "))
    assert done.before.findings
    assert not done.edits


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("He won the championship on fencing.", "He won the championship in fencing."),
        ("Hurricane wind tore roofs off.", "Hurricane-force wind tore roofs off."),
        ("It marks the breakthrough of the blockade of Leningrad.",
         "It marks the breaking of the Siege of Leningrad."),
        ("Drones hit energy objects.", "Drones hit energy facilities."),
        ("Small precipitation is expected.", "Light precipitation is expected."),
        ("The army has knocked out the militants from the village.",
         "The army has driven the militants from the village."),
    ],
)  # fmt: skip
def test_what_is_put_in_says_what_the_words_found_say(text: str, after: str) -> None:
    assert fix(text).after.document.text == after


def test_a_fault_that_recurs_is_fixed_at_each_place() -> None:
    done = fix("Some 12.5 thousand came.\n\nSome 10.5 thousand of 45 houses burned, 20 thousand stood.")
    assert done.after.document.text == ("Some 12,500 came.\n\nSome 10,500 of 45 houses burned, 20,000 stood.")


def test_nothing_new_is_found_where_something_was_fixed() -> None:
    text = "\n\n".join(TEXT.split(". ") + [TEXT] * 2)
    done = fix(text)
    rules = {f.rule for f in done.before.findings}
    assert {f.rule for f in done.after.findings} <= rules
    assert len(done.after.findings) == len(done.before.findings) - len(done.edits)


def test_an_edit_that_brings_a_new_finding_is_taken_back() -> None:
    document = read_text("One snow collapse. Another bad thing.")
    first = finding(document, "snow collapse", "avalanche")
    second = finding(document, "bad thing", "dire thing")

    def check(after: Document) -> CheckedDocument:
        found = [finding(after, "dire")] if "dire" in after.text else []
        found += [finding(after, f.text, *f.suggestions) for f in (first, second) if f.text in after.text]
        return before._replace(document=after, findings=tuple(found))

    with Session(OFF) as session:
        before = session.check([document])[0]._replace(findings=(first, second))
    done = fixed(before, check)
    assert done.after.document.text == "One avalanche. Another bad thing."
    assert [why for _, why in done.left] == [Why.NEW_FINDING]

    def check_and_estimate(after: Document) -> CheckedDocument:
        checked = check(after)
        return checked._replace(findings=tuple(f._replace(check="estimate") for f in checked.findings))

    done = fixed(before, check_and_estimate)  # an estimate is no reason
    assert done.after.document.text == "One avalanche. Another dire thing."
    assert [why for _, why in done.left] == [Why.NO_SUGGESTION]


@pytest.mark.parametrize("culprit", [0, 1, 2])
def test_an_edit_that_brings_a_finding_elsewhere_is_found_out(culprit: int) -> None:
    document = read_text("One dog came. One cow came. One pig came. A last word.")
    wanted = [("dog", "cat"), ("cow", "hen"), ("pig", "goat")]
    findings = tuple(finding(document, word, other) for word, other in wanted)
    other = wanted[culprit][1]

    def check(after: Document) -> CheckedDocument:
        found = [finding(after, f.text, *f.suggestions) for f in findings if f.text in after.text.split()]
        found += [finding(after, "last")] if other in after.text.split() else []
        return before._replace(document=after, findings=tuple(found))

    with Session(OFF) as session:
        before = session.check([document])[0]._replace(findings=findings)
    done = fixed(before, check)
    assert [finding.text for finding, _ in done.left] == [wanted[culprit][0]]
    assert len(done.edits) == 2


def test_moves_follow_the_text() -> None:
    """Every character that stays is found again."""
    chance = random.Random(7)
    document = read_text("abcdefghijklmnopqrstuvwxyz" * 2)
    text = document.text
    for _ in range(200):
        points = sorted(chance.sample(range(len(text)), 6))
        edits = [
            Edit(Span(a, b), chance.choice(["", "X", "YYYYYYYY"]), finding(document, "abc"))
            for a, b in zip(points[::2], points[1::2], strict=True)
        ]
        after, moves = put_in(text, edits), Moves(edits)
        for i in range(len(text)):
            if not any(edit.span.start <= i < edit.span.end for edit in edits):
                assert after[moves.offset(i)] == text[i]
