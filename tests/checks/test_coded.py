"""What the Python checks do beyond their examples."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.support import OPENERS, found, opened
from tqcheck.checks.numbers import ordinal, roman
from tqcheck.checks.variants import skeleton
from tqcheck.entities.words import words_of
from tqcheck.model import Span
from tqcheck.readers import read_text
from tqcheck.settings import Settings


def _suggested(check: str, text: str) -> list[tuple[str, str]]:
    return [(f.text, f.suggestions[0] if f.suggestions else "") for f in found(check, text)]


@pytest.mark.parametrize(
    ("text", "fault", "mended"),
    [
        ("Some 1.5 thousand came.", "1.5 thousand", "1,500"),
        ("Some 15 thousand came.", "15 thousand", "15,000"),
        ("Some $15 thousand went.", "$15 thousand", "$15,000"),
        ("Some 10-15 thousand came.", "10-15 thousand", "10,000–15,000"),
        ("The 15-thousandth visitor came.", "15-thousandth", "15,000th"),
        ("It cost 5 thousand 300 rubles.", "5 thousand 300", "5,300"),
        ("It cost 12 million 800 thousand rubles.", "12 million 800 thousand", "12.8 million"),
        ("At 17:00 and 47 minutes he came.", "17:00 and 47 minutes", "5:47 p.m."),
        ("He came at 0 hours 5 minutes.", "0 hours 5 minutes", "12:05 a.m."),
        ("The order of 13.02. 2026 stands.", "13.02. 2026", "February 13, 2026"),
        ("A house of the XXI century.", "XXI century", "21st century"),
        ("He died on the 84th year of life.", "on the 84th year of life", "at the age of 83"),
        ("Today in the 97th year died the actor.", "in the 97th year", "at the age of 96"),
        ("It was built in the 97th year.", "in the 97th year", "in 1997"),
        ("There were 28\xa0782 cases.", "28\xa0782", "28,782"),
    ],
)
def test_numbers_are_reckoned(text: str, fault: str, mended: str) -> None:
    assert (fault, mended) in _suggested("numbers", text)


@pytest.mark.parametrize(
    "text", ["On July 12 300 people came.", "Call 8 800 555 35 35.", "A XXV century tale.", ""]
)
def test_what_only_looks_like_a_number(text: str) -> None:
    assert found("numbers", text) == []


def test_ordinals_and_roman_figures() -> None:
    assert [ordinal(n) for n in (1, 2, 3, 4, 11, 12, 13, 21, 1000)] == [
        *("1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "1,000th")
    ]
    assert [roman(f) for f in ("IV", "IX", "XIX", "XXI", "IIII", "VX")] == [4, 9, 19, 21, None, None]


def test_damage_to_a_whole_file_is_told_once_with_its_count() -> None:
    [finding] = found("leftovers", "Profit &amp; loss.\n\nBread &amp; butter.\n\nSalt &amp; pepper.\n")
    assert (finding.text, finding.span.start) == ("&amp;", 7)
    assert "It stands 3 times in this text." in finding.message


def test_a_recurring_fault_is_found_at_each_place() -> None:
    text = "Some 12.5 thousand came, 10.5 thousand left and 20 thousand stayed."
    assert _suggested("numbers", text) == [
        ("12.5 thousand", "12,500"),
        ("10.5 thousand", "10,500"),
        ("20 thousand", "20,000"),
    ]


@pytest.mark.parametrize(
    ("text", "fault", "mended"),
    [
        ("It pays from 400 to 600 thousand.", "400 to 600 thousand", ["400,000 to 600,000"]),
        ("Between 10 and 15 thousand came.", "10 and 15 thousand", ["10,000 and 15,000"]),
        ("Some 20 to 30 thousand came.", "20 to 30 thousand", ["20,000 to 30,000"]),
        ("It grew from 8 to 12.5 thousand.", "8 to 12.5 thousand", ["8,000 to 12,500"]),
        ("He owes 10 or 15 thousand.", "10 or 15 thousand", ["10,000 or 15,000"]),
        ("Some 6-6.5 thousand came.", "6-6.5 thousand", ["6,000–6,500"]),
        ("From $40 to almost $60 thousand.", "$40 to almost $60 thousand", ["$40,000 to almost $60,000"]),
        ("Some 40-60 thousand, no less.", "40-60 thousand", ["40,000–60,000"]),
        ("Fines are 10, 15 and 20 thousand.", "10, 15 and 20 thousand",
         ["10,000, 15,000 and 20,000", "10, 15 and 20,000"]),
        ("It fell from 60 to 40 thousand.", "60 to 40 thousand", ["60,000 to 40,000", "60 to 40,000"]),
        ("It rose by 3 to 15 thousand.", "3 to 15 thousand", ["3,000 to 15,000", "3 to 15,000"]),
        ("Five to 15 thousand came.", "Five to 15 thousand", ["Five thousand to 15,000", "Five to 15,000"]),
        ("He got 10 of 15 thousand.", "10 of 15 thousand", ["10,000 of 15,000", "10 of 15,000"]),
        ("He got 5, then 7 thousand.", "5, then 7 thousand", ["5,000, then 7,000", "5, then 7,000"]),
        ("On May 5, 15 thousand came.", "15 thousand", ["15,000"]),
        ("From 40 rubles to 60 thousand.", "60 thousand", ["60,000"]),
        ("Of the 15 thousand 300 are ill.", "15 thousand 300", ["15,300", "15,000, 300"]),
        ("He has 2.5 thousand 300 dollars.", "2.5 thousand", []),
        ("From 1 to 1.5 servicemen came.", "1.5 servicemen", []),
        ("From one to one and a half thousand.", "one and a half thousand", []),
        ("It was built in the 14th year.", "in the 14th year", ["in 2014", "in 1914"]),
    ],
)  # fmt: skip
def test_whose_thousand_it_is(text: str, fault: str, mended: list[str]) -> None:
    """One reading where it is certain, both where it is not: what is offered alone is put in unseen."""
    assert [(f.text, list(f.suggestions)) for f in found("numbers", text)] == [(fault, mended)]


def test_days_are_no_thousands() -> None:
    assert found("numbers", "On May 15 thousands of people marched, and on June 3 thousands more.") == []


@pytest.mark.parametrize(
    "text",
    [
        '"We came.\n\n"We saw.\n\n"We won," he said.',
        '"We came.\n\nWe saw.\n\nWe won," he said.',
        'A 5" gun and a 6" gun.',
        '"He read "Pravda"," she said, and "Izvestia".',
        'The workers" dinner was late.',
        'He said: "We will go on.',
    ],
)
def test_quotation_marks_that_are_sound_or_a_slip(text: str) -> None:
    assert [f.text for f in found("typography", text) if "quote" in f.rule] == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('The ship "Sovetsk "and others came.', 'Sovetsk "and'),
        ('There was no " threat" to him.', '" threat'),
        ("He said: 'Right now we fight,\" and left.", "'Right"),
        ('He reads Pravda" every day.', 'Pravda"'),
        ("He reads “Pravda every day.", "“Pravda"),
    ],
)
def test_quotation_marks_at_fault(text: str, fault: str) -> None:
    assert fault in [f.text for f in found("typography", text)]


@pytest.mark.parametrize("text", ['He reads Pravda" every day.', 'He reads "Pravda every day.'])
def test_no_wording_is_offered_for_a_mark_alone(text: str) -> None:
    """Which of the two marks is missing or too many, and where the other belongs, nobody can tell."""
    assert [f.suggestions for f in found("typography", text)] == [()]


def test_markup_is_not_mistaken_for_a_fault() -> None:
    document = read_text("He wrote `code` , and `x`, then so on.\n", "a.md", "markdown")
    [findings] = opened("typography").check_many([document])
    assert isinstance(findings, list)
    assert findings == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kurchenko", "Kurtchenko"),
        ("Artemyev", "Artemiev"),
        ("Zirkon", "Zircon"),
        ("Lokomotiv", "Locomotiv"),
        ("Khabarov", "Habaroff"),
        ("Russell", "Russel"),
        ("Jurij", "Yuriy"),
    ],
)
def test_romanisations_of_one_name_are_alike(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Ivanov", "Ivanova"), ("Petrov", "Petrovsky"), ("Harju", "Harjumaa")]
)
def test_other_names_are_not(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other)


@pytest.mark.parametrize(
    "text",
    [
        "Alexey Petrov met Aleksei Sidorov.",
        "Ivan Philipov and Anna Filippov were there.",
        "The Russell case and a russell of leaves; Russel came.",
    ],
)
def test_two_people_are_not_one(text: str) -> None:
    assert [f.rule for f in found("names", text) if f.rule == "name.variant-spelling"] == []


def test_a_wrong_name_brings_its_russian_and_loses_its_article() -> None:
    [finding] = found("names", "He saw it on the First channel yesterday.")
    assert (finding.text, finding.suggestions, finding.russian) == (
        *("the First channel", ("Channel One",), "Первый канал"),
    )


def test_a_quotation_mark_within_a_name_is_closed() -> None:
    [finding] = found("institutions", "They came to the theater “Contemporary” for a play.")
    assert finding.text == "theater “Contemporary”"


@pytest.mark.parametrize(
    "text",
    [
        "The foreign ministry said so.",
        "The Northern fleet sailed.",
        "Supreme court judges met.",
        "STATE DUMA PASSES LAW",
        "The aircraft's APU was started.",
        "It was the first channel to report it.",
        "Russia's 1 percent growth.",
    ],
)
def test_styles_and_other_things_are_let_be(text: str) -> None:
    assert [f.text for name in ("institutions", "names") for f in found(name, text)] == []


def test_an_acronym_that_the_text_explains_is_let_be() -> None:
    assert found("institutions", "Pupils sit the EGE exam.") != []
    assert found("institutions", "The state exam (EGE) is near. Pupils sit the EGE.") == []


@pytest.mark.parametrize(
    ("text", "fault", "mended"),
    [
        ("He saw the bus in Omsk. Passengers of the elektrichka left.", "elektrichka", "commuter train"),
        ("Exploitation of gastrabeiters grew.", "gastrabeiters", "migrant workers"),
        ("The gaishniki left in Omsk.", "gaishniki", "traffic policemen"),
        ("Critic Vladimir wolves came.", "wolves", "Volkov"),
        ("Ships lay off tartus, Syria.", "tartus", "Tartus"),
        ("The decree of Putina was read.", "Putina", "Putin"),
        ("He spoke with Sergey Lavrovym.", "Lavrovym", "Lavrov"),
    ],
)
def test_names_and_nouns_are_mended(text: str, fault: str, mended: str) -> None:
    assert (fault, mended) in _suggested("names", text) + _suggested("leftovers", text)


@pytest.mark.parametrize(
    ("text", "fault", "mended"),
    [
        ("The leader of the party “Dawn” resigned.", "party “Dawn”", "“Dawn” party"),
        (
            "The town makes from rubber unusual shoes.",
            "makes from rubber unusual shoes",
            "makes unusual shoes from rubber",
        ),
        (
            "It regulates the sale of goods, works, services by state firms.",
            "works, services",
            "works and services",
        ),
        (
            "President Vladimir Putin at the main parade in Moscow said that it was ready.",
            "at the main parade in Moscow said",
            "said at the main parade in Moscow",
        ),
        ("It all depends on the coach of the team, he will decide.", ", he will", "; he will"),
    ],
)
def test_words_are_put_in_the_english_order(text: str, fault: str, mended: str) -> None:
    assert (fault, mended) in _suggested("wordorder", text)


def test_a_kind_before_a_wrong_name_is_kept() -> None:
    assert _suggested("names", 'The analytical program "However" is on.') == [
        ('program "However"', "program Odnako")
    ]
    assert _suggested("names", "He read it in the newspaper View.") == [("the newspaper View", "Vzglyad")]


def test_a_letter_of_no_meaning_goes() -> None:
    [found_one] = found("leftovers", "H: The President met with Viktor Zubkov n")
    assert found_one.suggestions == ("",)


def test_a_check_without_selected_rules_is_not_there() -> None:
    with OPENERS["numbers"](Settings(select=("typography",)), None) as nothing:
        assert nothing.check is None
        assert "number.thousand-digits" in nothing.rule_ids()


def test_words_keep_their_place() -> None:
    [word, *_] = words_of("😀 People’s choice")
    assert (word.key, Span(word.start, word.end)) == ("people's", Span(2, 10))


@given(st.text(alphabet=st.sampled_from("aA0 .,;:\"'“”«»-–%$°№&;Сс\n\xa0’thousandIVX"), max_size=120))
def test_spans_are_those_of_the_text(text: str) -> None:
    if not text.strip():
        return
    document = read_text(text + "\nA line.")
    for name in OPENERS:
        [findings] = opened(name).check_many([document])
        assert isinstance(findings, list)
        for finding in findings:
            assert finding.text == document.text[finding.span.start : finding.span.end] != ""
