"""Contexts that prove or clear a match, merging, suggestions that agree."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rulebook.support import program, rule_yaml, spans
from tqcheck.model import Document, Paragraph, Segment, SegmentKind, Span
from tqcheck.rulebook.engine import Engine
from tqcheck.rulebook.prove import Prover
from tqcheck.rulebook.tokens import Tokens


@pytest.mark.parametrize(
    ("more", "example"),
    [
        pytest.param({"near": ["<person>"]}, "The minister saw a [[list]].", id="near-in-sentence"),
        pytest.param({"near": ["<person>"]}, "A list was seen.", id="near-missing"),
        pytest.param({"near": ["list"]}, "A list was seen.", id="near-is-not-the-match-itself"),
        pytest.param({"near": ["list"]}, "A [[list]] beside a [[list]].", id="near-another-match"),
        pytest.param({"unless": ["wine"]}, "A list of red wine.", id="unless"),
        pytest.param({"unless": ["wine"]}, "A [[list]] of beers.", id="unless-missing"),
        pytest.param({"!before": ["wine"]}, "A wine list and a [[list]] of beers.", id="before-clears-one"),
        pytest.param({"!before": ["(the|a) ..2 wine"]}, "The dry wine list.", id="before-with-gap"),
        pytest.param({"!after": ["of wine"]}, "A list of wine, a [[list]] of beers.", id="after-clears-one"),
    ],
)
def test_contexts(more: dict[str, object], example: str) -> None:
    found, wanted = spans("list", example, **more)
    assert found == wanted


def _document(*sentences: str, paragraph: int = 99, kind: SegmentKind = SegmentKind.SENTENCE) -> Document:
    """Sentences in paragraphs of a given number."""
    text, segments = "", []
    for sentence in sentences:
        segments.append(Segment(Span(len(text), len(text) + len(sentence)), kind))
        text += sentence + " "
    groups = [segments[i : i + paragraph] for i in range(0, len(segments), paragraph)]
    paragraphs = tuple(Paragraph(Span(g[0].span.start, g[-1].span.end), tuple(g)) for g in groups)
    return Document("d", text, text, paragraphs)


@pytest.mark.parametrize(
    ("scope", "per_paragraph", "found"),
    [("sentence", 2, 0), ("paragraph", 2, 1), ("paragraph", 1, 0), ("document", 1, 1)],
)
def test_near_in(scope: str, per_paragraph: int, found: int) -> None:
    book = program(rule_yaml("list", near=["<person>"], near_in=scope))
    document = _document("A list was seen.", "The ministers left.", paragraph=per_paragraph)
    assert len(list(Engine(book, lambda _: True).run(document))) == found


@pytest.mark.parametrize(
    ("between", "kind", "found"),
    [
        pytest.param(0, SegmentKind.SENTENCE, 1, id="next"),
        pytest.param(1, SegmentKind.SENTENCE, 1, id="next-but-one"),
        pytest.param(2, SegmentKind.SENTENCE, 0, id="further"),
        pytest.param(0, SegmentKind.HEADLINE, 0, id="headlines-tell-nothing-of-each-other"),
    ],
)
def test_what_is_wanted_near_may_stand_two_sentences_away(
    between: int, kind: SegmentKind, found: int
) -> None:
    book = program(rule_yaml("list", near=["<person>"]))
    sentences = ["The ministers left.", *["It rained."] * between, "A list was seen."]
    document = _document(*sentences, paragraph=1, kind=kind)
    assert len(list(Engine(book, lambda _: True).run(document))) == found


def test_overlapping_matches_of_one_rule_are_one_finding() -> None:
    found, wanted = spans(["fire crew", "crew list"], "The [[fire crew list]] and the [[crew list]].")
    assert found == wanted


@pytest.mark.parametrize(
    ("suggest", "text", "shown"),
    [
        pytest.param("fire {crew}", "fire calculations", "fire crews", id="plural"),
        pytest.param("fire {crew}", "fire calculation", "fire crew", id="singular"),
        pytest.param("fire {crew}", "Fire calculations", "Fire crews", id="opens-the-sentence"),
    ],
)
def test_suggestions_agree_nouns(suggest: str, text: str, shown: str) -> None:
    assert _suggested("fire {calculation}", suggest, text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("declared that", "said that"),
        ("declares that", "says that"),
        ("declaring that", "saying that"),
        ("declare that", "say that"),
    ],
)
def test_suggestions_agree_verbs(text: str, shown: str) -> None:
    assert _suggested("{declare/VERB} that", "{say/VERB} that", text) == shown


def test_a_verb_for_a_lemma_that_could_be_a_noun_too_agrees() -> None:
    assert _suggested("{hit} the", "{strike/VERB} the", "hits the") == "strikes the"


@pytest.mark.parametrize(
    ("pattern", "suggest", "text", "shown"),
    [
        pytest.param("(gave|gives) to know", "{make/VERB} clear", "gave to know", "made clear", id="a-form"),
        pytest.param("fell", "{crash/VERB}", "fell", "crashed", id="irregular"),
        pytest.param(
            "{achieve/VERB} an {agreement}",
            "{reach} a deal",
            "achieved an agreement",
            "reached a deal",
            id="the-verb-leads",
        ),
        pytest.param("conduct {negotiation}", "{talk}", "conduct negotiations", "talks", id="the-noun-stays"),
        pytest.param("children's garden", "{nursery}", "children's garden", "nursery", id="not-its-owner"),
    ],
)
def test_suggestions_agree_with_words_as_well_as_lemmas(
    pattern: str, suggest: str, text: str, shown: str
) -> None:
    assert _suggested(pattern, suggest, text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a belt of martyrs", "suicide belt"),
        ("belts of martyrs", "suicide belts"),
        ("the martyrs' belt", "suicide belt"),
    ],
)
def test_of_two_nouns_the_one_before_of_tells_the_number(text: str, shown: str) -> None:
    pattern = "{belt/NOUN} of martyrs | martyrs ' {belt/NOUN}"
    assert _suggested(pattern, "suicide {belt/NOUN}", text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Prices descended", "fell"),
        ("Prices have descended", "fallen"),
        ("Prices had already descended", "fallen"),
        ("They were many. Prices descended", "fell"),
        ("Prices are descending", "falling"),
    ],
)
def test_after_an_auxiliary_a_past_tense_is_a_participle(text: str, shown: str) -> None:
    assert _suggested("{descend/VERB}", "{fall/VERB}", text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("They put it", "laid it"),
        ("It has been put it", "laid it"),
        ("It has been quickly put it", "laid it"),
        ("He will put it", "lay it"),
        ("to put it", "lay it"),
        ("He puts it", "lays it"),
    ],
)
def test_a_past_like_the_present_is_told_by_what_stands_before_it(text: str, shown: str) -> None:
    assert _suggested("{put/VERB} it", "{lay/VERB} it", text) == shown


def test_a_participle_may_be_like_the_past_tense() -> None:
    assert _suggested("{descend/VERB}", "{drop/VERB}", "Prices have descended") == "dropped"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a heavy forward", ("power forward",)),
        ("light forwards", ("small forwards", "small men")),
        ("a big forward", ("power forward",)),
        ("an odd-job forward", ("handyman",)),
        ("a quick forward", ("player",)),
    ],
)
def test_a_suggestion_may_be_for_some_words_only(text: str, shown: tuple[str, ...]) -> None:
    suggest = [
        {"heavy {forward}, big": "power {forward/NOUN}"},
        {"light {forward}": ["small {forward/NOUN}", "small {man/NOUN}"]},
        {"odd-job": "handyman"},
        "{player}",
    ]
    prover = Prover(program(rule_yaml("(heavy|big|light|odd-job|quick) {forward/NOUN}", suggest=suggest)))
    [(hit, span)] = prover.found(text)
    assert hit.suggestions(text, span, opens=False) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a bright victory", "striking"),
        ("bright long-awaited victories", "striking"),
        ("how bright", "vivid"),
        ("the very bright man", "clever"),
        ("a bright day on which the victory was won", "vivid"),
    ],
)
def test_a_suggestion_may_be_for_some_company_only(text: str, shown: str) -> None:
    suggest = [{"… {victory}": "striking"}, {"very … , … boy": "clever"}, "vivid"]
    prover = Prover(program(rule_yaml("bright", suggest=suggest)))
    [(hit, span)] = prover.found(text)
    assert hit.suggestions(text, span, opens=False) == (shown,)


def test_some_company_may_have_no_suggestion() -> None:
    suggest = [{"… victory": []}, {"bright defeat": "rout"}, "vivid"]
    prover = Prover(program(rule_yaml("bright defeat?", suggest=suggest)))
    texts = ["bright victory", "bright defeat", "bright day"]
    hits = [prover.found(text)[0] for text in texts]
    shown = [hit.suggestions(text, span, False) for text, (hit, span) in zip(texts, hits, strict=True)]
    assert shown == [(), ("rout",), ("vivid",)]
    (rule,) = prover.program.rules()
    assert rule.suggest == ("rout", "vivid")


def _suggested(pattern: str, suggest: str, text: str) -> str:
    prover = Prover(program(rule_yaml(pattern, suggest=[suggest])))
    [(hit, span)] = prover.found(text)
    return hit.suggestions(text, span, span.start == 0)[0]


def test_time_does_not_explode_with_gaps() -> None:
    pattern = "a " + "..9 " * 12 + "zebra"
    words = "a " * 400
    assert spans(pattern, words + "b")[0] == []
    assert spans(pattern, "a " * 60 + "zebra")[0] == [Span(0, 125)]


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_tokens_cover_their_text(text: str) -> None:
    tokens = Tokens(text)
    assert tokens.starts == sorted(tokens.starts)
    for i in range(len(tokens)):
        assert 0 <= tokens.starts[i] < tokens.ends[i] <= len(text)
        assert not any(c.isspace() for c in tokens.words[i])
    left = set(range(len(text))) - {
        o for i in range(len(tokens)) for o in range(tokens.starts[i], tokens.ends[i])
    }
    assert all(text[o].isspace() or text[o] in "-‐‑" for o in left)


_BOOK = program(rule_yaml("(a|b) ..2 [c]", id="test.one"), rule_yaml("# (x|<month>)?", id="test.two"))


@given(st.text(alphabet="abcx 1,.\"'-“”’Maéñ😀\n", max_size=120))
def test_spans_lie_in_the_text(text: str) -> None:
    document = Document("d", text, text, (Paragraph(Span(0, len(text)), (Segment(Span(0, len(text))),)),))
    for _, span, _ in Engine(_BOOK, lambda _: True).run(document):
        assert 0 <= span.start < span.end <= len(text)
        assert not text[span.start].isspace()
        assert not text[span.end - 1].isspace()
