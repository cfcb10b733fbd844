"""Which findings stand."""

from __future__ import annotations

from fnmatch import fnmatchcase

from tqcheck.checks import described_rules
from tqcheck.model import Confidence, Document, Finding, Severity, Span
from tqcheck.readers import read_text
from tqcheck.resolve import one_fault, resolve
from tqcheck.rulebook import open_rulebook

DOCUMENT = read_text("One two three four.\n\nOne two three four. Five six.\n")


def _finding(
    start: int,
    end: int,
    rule: str = "a.a",
    check: str = "rulebook",
    severity: Severity = Severity.MAJOR,
    confidence: Confidence = Confidence.HIGH,
) -> Finding:
    text = DOCUMENT.text[start:end]
    return Finding(rule, check, Span(start, end), text, severity, confidence, "style/awkward", "why")


def _kept(*by_check: list[Finding], document: Document = DOCUMENT) -> list[tuple[int, int, str]]:
    return [f.order for f in resolve(document, by_check)]


def test_sorted() -> None:
    assert _kept([_finding(8, 13), _finding(0, 3)]) == [(0, 3, "a.a"), (8, 13, "a.a")]


def test_the_earlier_check_wins_the_same_words() -> None:
    other = [_finding(5, 9, "b.b", "languagetool"), _finding(14, 18, "b.b", "languagetool")]
    assert _kept([_finding(4, 7)], other) == [(4, 7, "a.a"), (14, 18, "b.b")]


def test_a_verb_out_of_place_is_said_beside_what_is_wrong_with_its_subject() -> None:
    verb = _finding(4, 13, "syntax.fronted-auxiliary", "wordorder")
    assert _kept([_finding(8, 13)], [verb]) == [(4, 7, "syntax.fronted-auxiliary"), (8, 13, "a.a")]
    assert _kept([_finding(4, 7)], [verb]) == [(4, 7, "a.a")]
    order = _finding(8, 13)._replace(category="linguistic/word-order")
    assert _kept([order], [verb]) == [(8, 13, "a.a")]
    assert _kept([_finding(8, 13)], [verb._replace(rule="syntax.kind-before-village")]) == [(8, 13, "a.a")]


def test_what_the_source_alone_has_is_said_beside_what_is_wrong_with_its_place() -> None:
    lost = _finding(4, 7, "b.b", "bilingual")._replace(category="accuracy/omission", source=(Span(0, 3),))
    assert _kept([_finding(4, 7)], [lost]) == [(4, 7, "a.a"), (4, 7, "b.b")]
    assert _kept([lost], [lost._replace(check="judge")]) == [(4, 7, "b.b")]
    assert _kept([_finding(4, 7)], [lost._replace(source=())]) == [(4, 7, "a.a")]


def test_a_falsehood_that_only_the_source_tells_is_said_beside_what_is_less_grave() -> None:
    false = _finding(4, 7, "b.b", "bilingual", Severity.CRITICAL)._replace(source=(Span(0, 3),))
    both = [(4, 7, "a.a"), (4, 7, "b.b")]
    assert _kept([_finding(4, 7)], [false]) == both
    assert _kept([_finding(4, 7, severity=Severity.CRITICAL)], [false]) == both[:1]
    assert _kept([_finding(4, 7)], [false._replace(source=())]) == both[:1]


def test_one_fault_is_told_once_by_the_rule_that_says_it_best() -> None:
    turned = _finding(0, 13, "role.object-first", "bilingual", Severity.CRITICAL)._replace(
        source=(Span(0, 3),)
    )
    order, fronted = _finding(4, 7, "syntax.object-before-verb"), _finding(4, 7, "syntax.fronted-verb-object")
    kind = _finding(4, 7, "syntax.kind-before-model", severity=Severity.MINOR)
    assert _kept([order], [turned]) == [turned.order]
    assert _kept([fronted], [turned]) == [fronted.order]
    assert _kept([kind], [turned]) == [turned.order, kind.order]
    beside = [finding._replace(span=Span(21, 24)) for finding in (order, fronted)]
    assert len(_kept(beside[:1], [turned])) == 2
    assert _kept([order], [turned._replace(source=())]) == [order.order]


def test_one_fault_is_told_once_by_rules_that_stand_side_by_side() -> None:
    died = _finding(8, 13, "omission.died-lost", severity=Severity.CRITICAL)
    lost = _finding(0, 7, "omission.predicate", "bilingual")
    died, lost = (f._replace(category="accuracy/omission", source=(Span(0, 3),)) for f in (died, lost))
    assert _kept([died], [lost]) == [died.order]
    assert _kept([died._replace(span=Span(9, 13))], [lost]) == [lost.order, (9, 13, died.rule)]


def test_rules_that_tell_one_fault_exist_and_none_says_better_than_itself() -> None:
    known = [rule.id for rule in (*open_rulebook(()).rules(), *described_rules())]
    for best, others in one_fault():
        assert all(any(fnmatchcase(rule, glob) for rule in known) for glob in (*best, *others))
        assert not any(says(rule, best) and says(rule, others) for rule in known)


def says(rule: str, globs: tuple[str, ...]) -> bool:
    return any(fnmatchcase(rule, glob) for glob in globs)


def test_of_two_that_share_their_words_the_graver_then_the_longer_stays() -> None:
    minor = Severity.MINOR
    assert _kept([_finding(0, 13), _finding(4, 7, "b.b", severity=minor)]) == [(0, 13, "a.a")]
    assert _kept([_finding(0, 13, severity=minor), _finding(4, 7, "b.b")]) == [(4, 7, "b.b")]
    assert _kept([_finding(0, 13), _finding(4, 7, "b.b")]) == [(0, 13, "a.a")]
    assert _kept([_finding(0, 8), _finding(4, 13, "b.b")]) == [(4, 13, "b.b")]


def test_on_the_same_words_the_graver_then_the_surer_stays() -> None:
    low = Confidence.LOW
    assert _kept([_finding(0, 3, "a.a", severity=Severity.MINOR), _finding(0, 3, "b.b")]) == [(0, 3, "b.b")]
    assert _kept([_finding(0, 3, "a.a", confidence=low), _finding(0, 3, "b.b")]) == [(0, 3, "b.b")]
    assert _kept([_finding(0, 3, "b.b"), _finding(0, 3, "a.a")]) == [(0, 3, "a.a")]


def test_on_the_same_words_advice_is_better_than_none() -> None:
    advised = _finding(0, 3, "b.b")._replace(suggestions=("x",))
    assert _kept([_finding(0, 3, "a.a"), advised]) == [(0, 3, "b.b")]


def test_slight_overlaps_both_stay() -> None:
    assert len(_kept([_finding(0, 7), _finding(5, 13, "b.b")])) == 2


def test_fingerprints_know_sentence_and_rule_not_place() -> None:
    first, second = resolve(DOCUMENT, [[_finding(0, 3), _finding(21, 24)]])
    assert first.fingerprint != second.fingerprint  # the same sentence twice
    moved = read_text("Another.\n\n" + DOCUMENT.text)
    shifted = [
        Finding(
            **{f: getattr(x, f) for f in Finding._fields} | {"span": Span(x.span.start + 10, x.span.end + 10)}
        )
        for x in (first, second)
    ]
    assert [f.fingerprint for f in resolve(moved, [shifted])] == [first.fingerprint, second.fingerprint]
