"""Verbs right after a front of places, times and matters."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from tqcheck.clause.fronts.ends import after_front, holds_none, is_place
from tqcheck.clause.fronts.right_order import (
    is_in_its_place,
    is_no_predicate,
    is_only_verb,
    may_have_time_as_subject,
    may_modify,
)
from tqcheck.clause.reading.clause import HAPPENING, Clause, Found
from tqcheck.clause.reading.phrases import Kind, Phrase
from tqcheck.clause.shapes.verbs.nobody import lacks_person, ready_after_front, verb_of_nobody
from tqcheck.typed import NamedTuple

_ENDS = frozenset(("", *",;:–—-()?!."))
_OWN = frozenset(("her", "his", "its", "their"))
_MEANING = frozenset(("mean", "means", "meant"))
_DEEDS = ("deed-verbs", "done-verbs", "object-verbs")
_FEWEST_OF_TWO = 4
"""Words of "across the county schools", a place and a subject."""


def verb_after_front(clause: Clause) -> Iterator[Found]:
    """A verb that stands right after a front, where English has the subject."""
    n = after_front(clause)
    found = list(_after_front(clause, n)) if n and not _may_follow_its_noun(clause, n) else []
    yield from found
    if not found and (clause.headline or clause.has("plan-verbs")):
        yield from verb_of_nobody(clause)
    if not found and clause.headline:
        yield from ready_after_front(clause)


def _after_front(clause: Clause, n: int) -> Iterator[Found]:
    """What is wrong about verb `n`, which stands right after a front."""
    yield from _verb_before_subject(clause, n)
    if clause.headline:
        yield from _bare_verb(clause, n)
        yield from _copula(clause, n)


def _may_follow_its_noun(clause: Clause, n: int) -> bool:
    """ "Among the men killed in the storm – three Norwegians"."""
    return clause.phrases[n - 1].lead == "among" and clause.phrases[n].form in ("D", "P")


def _verb_before_subject(clause: Clause, n: int) -> Iterator[Found]:
    """ "In the park opened a museum", "On the border to help the guards came volunteers"."""
    verb = clause.phrases[n]
    if is_no_predicate(clause, n):
        return
    if not verb.is_finite:
        if rule := _rule_of_doing(clause, n, verb):
            yield clause.found(rule, verb.start, verb.end)
        return
    if is_in_its_place(clause, n):
        return
    last, after = _whole_verb(clause, n)
    infinitive = clause.phrases[after - 1]
    end = infinitive.end if infinitive.form == "T" else verb.end  # "will begin to apply"
    noun = clause.kind(after) is Kind.NOUN or (clause.headline and _looks_like_verb(clause, n, after))
    if noun and (_is_pronoun(clause, clause.phrases[after]) or may_modify(clause, verb, after)):
        return
    if may_have_time_as_subject(clause, n):
        return
    timed = clause.kind(after) is Kind.TIME and not clause.among(verb.head, "speech")
    timed = timed and not (clause.headline and verb.form == "A" and clause.phrases[after].lead == "for")
    timed = timed and not (clause.headline and clause.is_passive(verb) and clause.among(verb.head, *_DEEDS))
    if not noun and (timed or not is_only_verb(clause, n)):
        return
    if rule := _rule(clause, n, verb, last.end, noun):
        yield clause.found(rule, verb.start, end if noun else verb.end)


def _looks_like_verb(clause: Clause, n: int, after: int) -> bool:
    """Whether phrase `after`, right behind verb `n`, is a noun that can be a verb, too: "opened | bypass",
    "failed | launch"."""
    noun = clause.phrases.at(after)
    if after != n + 1 or noun is None or noun.kind is not Kind.VERB or noun.end > noun.start + 1:
        return False
    if not holds_none(clause, n) or noun.form not in ("B", "G", "Z"):
        return False
    return not {"N", "S"}.isdisjoint(clause.letters(noun.head))


def _is_particle(clause: Clause, verb: Phrase, n: int) -> bool:
    """Whether phrase `n`, which begins with a particle, is no more than that: "prices went | down"."""
    short = clause.phrases[n].end == verb.end + 1 and clause.among(verb.head, "happen-verbs")
    return short or clause.kind(n) is Kind.OTHER


def _is_pronoun(clause: Clause, noun: Phrase) -> bool:
    """ "her", not "her son"."""
    return noun.end == noun.start + 1 and clause.among(noun.start, "pronoun")


def _whole_verb(clause: Clause, n: int) -> tuple[Phrase, int]:
    """The last of the verbs that begin with phrase `n`, and the number of the phrase after all that belongs
    to them: "lined up", "will begin to apply"."""
    verb, (last, after) = clause.phrases[n], _coordinated(clause, n)
    if clause.among(verb.end, "particle") and _is_particle(clause, verb, after):
        after += 1
    if clause.among(verb.head, "phase-verbs", "plan-verbs") and clause.kind(after) is Kind.VERB:
        after += clause.phrases[after].form == "T"
    return last, after


def _coordinated(clause: Clause, n: int) -> tuple[Phrase, int]:
    """The last of the verbs that begin with phrase `n`, as in "opened and consecrated a church", and the
    number of the phrase after them."""
    verb, after = clause.phrases[n], clause.skip(n + 1, Kind.ADVERB)
    joined = clause.kind(after) is Kind.OTHER and clause.keys[clause.phrases[after].start] in ("and", "or")
    if (
        joined
        and clause.kind(after + 1) is Kind.VERB
        and (
            clause.phrases[after + 1].form == verb.form
            or {clause.phrases[after + 1].form, verb.form} == {"D", "P"}
        )
    ):
        return clause.phrases[after + 1], clause.skip(after + 2, Kind.ADVERB)
    return verb, after


class _Inverted(NamedTuple):
    """A verb right after a front: its number, whether a noun phrase follows, and the token behind it, adverbs
    and "not" passed over."""

    n: int
    verb: Phrase
    noun: bool
    at: int

    @property
    def has_auxiliary(self) -> bool:
        return self.verb.form in ("A", "M")


def _rule(clause: Clause, n: int, verb: Phrase, at: int, noun: bool) -> str:
    """The rule that the verb after the front breaks, by what it says and what follows it at token `at`; ""
    for none."""
    while clause.is_adverb(at) or clause.key(at) == "not":
        at += 1
    inverted = _Inverted(n, verb, noun, at)
    for judge in _JUDGES:
        rule = judge(clause, inverted)
        if rule is not None:
            return rule
    return ""


def _of_auxiliary(clause: Clause, inverted: _Inverted) -> str | None:
    """Nothing is wrong with an auxiliary that is all of the verb, nor, in prose, with one in the past."""
    verb = inverted.verb
    if verb.form == "M" and clause.keys[verb.head] == "be" and inverted.noun and not clause.headline:
        return ""  # "In the centre would be the desk", "Among the guests will be two kings"
    if clause.among(verb.start, "be") and "to" in clause.keys[verb.start : verb.head]:
        return ""  # "To vote is to register assent"
    told = verb.form == "M" or clause.headline or clause.among(verb.head, "passive-verbs")
    told = told or _is_done_before_subject(clause, inverted)
    return "" if inverted.has_auxiliary and (verb.end == verb.start + 1 or not told) else None


def _is_done_before_subject(clause: Clause, inverted: _Inverted) -> bool:
    """ "In the hangar were seized 40 tons of powder", "In Tver has died the poet": deeds of the news, which
    prose does not invert as it does what stands somewhere ("On the wall was hung a map")."""
    verb, n = inverted.verb, inverted.n
    passive = clause.is_passive(verb) and clause.among(verb.head, *_DEEDS)
    passive = passive and not clause.among(verb.head, "placed-verbs")
    perfect = clause.keys[verb.start] in ("has", "have") and clause.among(verb.head, *HAPPENING)
    if perfect and clause.among(verb.head, "inverting-verbs"):
        return False  # "With the storm has come the cold"
    doer = clause.kind(n + 1) is Kind.PREP and clause.phrases[n + 1].lead == "by"
    after = clause.skip(n + 1, Kind.ADVERB) + doer
    if not (passive or (perfect and not doer)) or clause.kind(after) is not Kind.NOUN:
        return False
    noun = clause.phrases[after]
    return noun.is_whole and not clause.among(noun.start, "pronoun")


def _of_own(clause: Clause, inverted: _Inverted) -> str | None:
    """Nothing is wrong where the front may end in the subject: "In Wales rivers | burst their banks"."""
    if inverted.noun and clause.key(inverted.at) in _OWN and _may_hold_owner(clause, inverted.n):
        return ""
    meaning = clause.keys[inverted.verb.head] in _MEANING
    return "" if meaning else None  # "For the club promotion means fame"


def _of_happening(clause: Clause, inverted: _Inverted) -> str | None:
    """ "In the park opened a museum", "In the park was opened a museum"."""
    head = inverted.verb.head
    inverting = not clause.headline and clause.among(head, "inverting-verbs")
    inverting = inverting and not (clause.is_passive(inverted.verb) and clause.among(head, *_DEEDS))
    if inverted.noun and clause.among(head, "happen-verbs") and not inverting:
        return "fronted-auxiliary" if inverted.has_auxiliary else "fronted-verb-subject"
    if inverting or not holds_none(clause, inverted.n):
        return ""
    if inverted.has_auxiliary:
        return "fronted-auxiliary"
    if not clause.among(head, "happen-verbs", "event-verbs"):
        return None
    following = clause.key(inverted.at)
    return "" if following in _ENDS or following == "by" else "fronted-verb-subject"


def _of_speech(clause: Clause, inverted: _Inverted) -> str | None:
    """ "On the site of the ministry said that …", "On the reform spoke the minister", "On the reform spoke
    today at a meeting": who it was comes last or not at all."""
    if not clause.among(inverted.verb.head, "speech"):
        return None
    n = inverted.n
    someone = inverted.noun and clause.is_someone(clause.phrases[clause.skip(n + 1, Kind.ADVERB)])
    if someone and clause.kind(n - 1) is Kind.COMMA:
        return ""  # "From the north to the sea, said the minister"
    if clause.among(inverted.at, "content"):
        return "fronted-verb-object"
    if someone and clause.headline:
        return "fronted-verb-subject"
    matter = clause.phrases[0].lead in ("on", "about")
    nobody = not any(phrase.kind is Kind.NOUN for phrase in clause.phrases[n + 1 :])
    alone = matter and nobody and clause.headline and clause.key(inverted.at) not in _ENDS
    return "fronted-verb-object" if alone else ""


def _of_object(clause: Clause, inverted: _Inverted) -> str | None:
    """ "In Tver detained two men", "In Tver plan to build a bridge": nobody does it."""
    verb, at = inverted.verb, inverted.at
    if inverted.noun:
        return "fronted-verb-object"
    planned = clause.among(verb.head, "plan-verbs") and clause.key(at) == "to"
    if planned or (clause.key(at) == "out" and clause.among(at + 1, "content")):
        return "" if verb.form == "B" and not clause.headline else "fronted-verb-object"
    ends = clause.key(at) in _ENDS or clause.among(at, "no-object")
    return "" if ends and not _has_object_later(clause, inverted.n, at) else "fronted-verb-object"


_Judge = Callable[[Clause, _Inverted], str | None]
_JUDGES: tuple[_Judge, ...] = (_of_auxiliary, _of_own, _of_happening, _of_speech, _of_object)
"""Those who may know the rule, in turn: its name, "" for none, or None where they cannot tell."""


def _has_object_later(clause: Clause, n: int, at: int) -> bool:
    """ "In Tver taken | into custody | the mayor", "In Oslo released | under an amnesty | ten men"."""
    verb, place = clause.phrases[n], clause.phrases[n - 1]
    told = clause.headline and verb.form in ("D", "P") and clause.key(at) != "by"
    if not told or clause.among(verb.head, "event-verbs") or clause.kind(n + 1) is not Kind.PREP:
        return False
    if not (clause.capital[place.head] or place.kind is Kind.TIME or clause.capital[place.head - 1]):
        return False  # "In the house built in autumn a fire"
    later = clause.skip(n + 1, Kind.PREP, Kind.TIME, Kind.ADVERB)
    if clause.kind(later) is not Kind.NOUN:
        return False
    noun = clause.phrases[later]
    known = noun.opened or noun.name or clause.is_someone(noun)
    return known and not clause.among(noun.start, "pronoun") and not clause.among(noun.head, "time")


def _may_hold_owner(clause: Clause, n: int) -> bool:
    """Whether the front may end in those whose own the object is: "In Wales rivers | burst their banks",
    "Across the county schools | closed their doors"."""
    last = clause.phrases[n - 1]
    several = last.number == "P" and last.end - last.start >= _FEWEST_OF_TWO and not clause.capital[last.head]
    return several or not holds_none(clause, n)


def _rule_of_doing(clause: Clause, n: int, verb: Phrase) -> str:
    """ "In Tver preparing to celebrate", "In Tver raging a fire": a predicate that has lost its "are"."""
    if verb.form != "G" or not clause.headline or not holds_none(clause, n):
        return ""
    alone = clause.is_last_verb(n)
    if clause.kind(n - 1) is Kind.COMMA and not alone:
        return ""
    if clause.among(verb.head, "doing") and clause.among(verb.end, "doing-object"):
        return "fronted-verb-object"
    happens = clause.among(verb.head, "happen-verbs", "event-verbs", "growth-verbs")
    apart = clause.kind(n - 1) is Kind.COMMA and not clause.among(verb.head, "happen-verbs")
    described = clause.letters(verb.end)[:1] == "J"  # "raging severe | flooding"
    followed = (clause.kind(n + 1) is Kind.NOUN or described) and not apart
    return "fronted-verb-subject" if happens and followed and alone else ""


def _bare_verb(clause: Clause, n: int) -> Iterator[Found]:
    """ "In Tver detained on suspicion of fraud": neither who did it nor to whom."""
    verb = clause.phrases[n]
    goes_on = clause.kind(n + 1) is Kind.PREP or clause.among(verb.end, "prep")
    alone = goes_on and clause.is_last_verb(n)
    deed = verb.form in ("D", "Z", "B") and clause.among(verb.head, "object-verbs", "bare-verbs")
    bare = (alone and deed) or lacks_person(clause, n)
    if bare and holds_none(clause, n):
        yield clause.found("fronted-verb-object", verb.start, verb.end)


def _is_in_plight(clause: Clause, n: int) -> bool:
    """ "In a difficult situation were the residents", "Under fire were cars"."""
    front = [phrase for phrase in clause.phrases[:n] if phrase.kind is Kind.PREP]
    return bool(front) and front[-1].lead in ("at", "in", "under") and clause.among(front[-1].head, "plight")


def _copula(clause: Clause, n: int) -> Iterator[Found]:
    """ "In the theatre tonight is a concert", "In Tver without light were ten houses", "Before the match are
    two hours": English says that there is one, or puts the houses first."""
    verb = clause.phrases[n]
    alone = verb.form == "A" and verb.end == verb.start + 1
    ahead = clause.kind(n + 1) is Kind.TIME and clause.phrases[0].lead in ("before", "to", "until")
    if ahead and (alone or clause.among(verb.head, "left")):
        yield clause.found("fronted-copula", verb.start, clause.phrases[n + 1].end)
    if not alone or clause.kind(n + 1) is not Kind.NOUN or clause.keys[0] == "among":
        return
    noun = clause.phrases[n + 1]
    places = [phrase for phrase in clause.phrases[:n] if phrase.kind is Kind.PREP]
    past = clause.keys[verb.start] in ("was", "were")
    named = any(clause.among(phrase.head, "place") for phrase in places) or (
        past and any(_is_named_place(clause, phrase) for phrase in places)
    )
    event = clause.among(noun.head, "event", "held-event")
    untimed = past and clause.kind(n - 1) is not Kind.TIME  # not "In Omsk last night was the coldest"
    known = noun.opened and (len(places) > 1 or untimed)
    told = named and (event or known or (untimed and noun.number == "P"))
    told = told or (event and _is_scene(clause, places))
    new = clause.key(noun.start) in ("a", "an", "another")
    placed = bool(places) and all(is_place(clause, phrase) for phrase in places)
    plight = past and _is_in_plight(clause, n) and noun.is_whole
    if ((told or plight or (placed and event)) and holds_none(clause, n)) or (new and placed):
        yield clause.found("fronted-copula", verb.start, noun.end)


def _is_scene(clause: Clause, places: Sequence[Phrase]) -> bool:
    """Whether phrases tell where something was held: "in dozens of Norwegian cities", not "at the heart of
    the dispute"."""
    known = any(clause.among(phrase.head, "scene", "place-noun", "area-noun", "toponym") for phrase in places)
    return known and places[0].lead in ("at", "in", "near", "on", "throughout")


def _is_named_place(clause: Clause, phrase: Phrase) -> bool:
    """ "in the Kirov region", "in the Cathedral of Saint Olaf"."""
    region = clause.keys[phrase.head] == "region" and clause.capital[phrase.head - 1]
    return region or (is_place(clause, phrase) and clause.capital[phrase.head])


def possible_after_front(clause: Clause) -> Iterator[Found]:
    """ "In the north of Norway possible thunderstorms": the weather lacks its verb."""
    if not clause.headline or "possible" not in clause.keys[2:] or not clause.has("weather-noun"):
        return
    n = clause.skip(0, Kind.PREP, Kind.TIME, Kind.ADVERB)
    noun = clause.phrases.at(n)
    if noun is None or noun.kind is not Kind.NOUN or clause.keys[noun.start] != "possible":
        return
    told = clause.among(noun.head, "weather-noun") and n > 0 and holds_none(clause, n)
    if told and not any(phrase.is_finite for phrase in clause.phrases[n:]):
        yield clause.found("fronted-copula", noun.start, noun.end)


def measure_before_growth(clause: Clause) -> Iterator[Found]:
    """ "Up to 18 people increased the number of the dead": how far it grew stands first."""
    if not clause.headline or tuple(clause.keys[:2]) != ("up", "to") or not clause.has("growth-verbs"):
        return
    n, verb = next(clause.verbs(), (0, None))
    noun = clause.phrases.at(n + 1)
    if (
        verb is None
        or noun is None
        or noun.kind is not Kind.NOUN
        or not clause.among(verb.head, "growth-verbs")
    ):
        return
    if noun.opened and clause.is_last_verb(n):
        yield clause.found("fronted-verb-subject", verb.start, noun.end)


def verb_after_adverb(clause: Clause) -> Iterator[Found]:
    """ "Officially opened the stadium of the club": neither who did it nor "has been"."""
    if not clause.headline or not clause.among(0, "manner") or clause.kind(1) is not Kind.VERB:
        return
    verb = clause.phrases[1]
    if verb.form == "G" and clause.among(verb.head, "doing") and clause.among(verb.end, "doing-object"):
        if clause.is_last_verb(1):
            yield clause.found("fronted-verb-object", verb.start, verb.end)
        return
    part = clause.phrases.at(2)
    parted = part is not None and part.end == part.start + 1 and clause.among(verb.end, "particle")
    after = 2 + parted
    plain = verb.form == "D" and verb.end == verb.start + 1
    if not plain or clause.kind(after) is not Kind.NOUN or not is_only_verb(clause, 1):
        return
    if clause.phrases[after].opened or clause.key(clause.phrases[after].end) == "that":
        yield clause.found("fronted-verb-object", verb.start, verb.end)
