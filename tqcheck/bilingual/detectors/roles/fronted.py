"""What stands first in a Russian clause and is no subject, made the one who acts: Врио губернатора назначен
Савченко, "Acting Governor appointed Savchenko".

The English keeps the order of the Russian, so that nothing but the form of its verb tells.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqcheck.bilingual.english import moves, verbs_of
from tqcheck.bilingual.pair import Doubt, Pair
from tqcheck.bilingual.renderings.rendered import Rendered, first_turned
from tqcheck.bilingual.renderings.retold import Retold, subject_of
from tqcheck.bilingual.renderings.verbs import EnglishVerb, is_within, verb_at
from tqcheck.bilingual.russian import Sentence
from tqcheck.bilingual.sentence.clause_bounds import is_participle
from tqcheck.bilingual.sentence.frames import Frame, Fronted
from tqcheck.bilingual.sentence.fronted import fronted
from tqcheck.bilingual.sentence.groups import PLACES
from tqcheck.bilingual.sentence.nouns import is_person, is_somebody
from tqcheck.bilingual.sentence.syntax import Clause
from tqcheck.bilingual.wordlists import words
from tqcheck.model import Span

RULE = "role.object-first"
_AFTER = 8
"""English words between a verb and what follows it."""

_NEAR = 3
"""The most English words between a verb and its object."""

_CHAIN = 5
"""The most words from a verb to the infinitive that belongs to it."""

_TO_OBJECT = frozenset({"for", "to", "at", "on"})
"""Prepositions after a verb whose Russian object stands before it."""

_TO_MEANS = _TO_OBJECT | {"in", "with"}
"""Those where that is in the instrumental."""


def fronted_kept(pair: Pair) -> Iterator[Doubt]:
    """A doubt where what stands first in the Russian, and is no subject, has become the English subject."""
    if "?" in pair.text[pair.span.start : pair.span.end]:
        return
    yield from first_turned(pair, RULE, fronted, _made_doer, _spans)


def _made_doer(english: Rendered, sentence: Sentence, clause: Fronted) -> tuple[int, int] | None:
    """First and last token of the English clause in which what stands first acts."""
    after = clause.after
    parts = Clause(
        clause.act,
        after.named if after else (),
        clause.first.named,
        subject_of=after.belonging if after else (),
        object_of=clause.first.belonging,
    )
    one = Retold(english, sentence, clause, english.places(sentence, parts))
    for place in one.places.verb or _unknown(one):
        verb = verb_at(one.told, place)
        doer = subject_of(one, verb) if verb else None
        end = _end(one, verb) if verb and doer is not None else None
        if doer is not None and end is not None:
            return doer, end
    return _meaning_to(one)


def _unknown(one: Retold) -> list[int]:
    """The only verb between what stands first and somebody who acts after it, where the English has no known
    rendering of the Russian one: Хусейна сдал телохранитель, "Hussein traded the bodyguard"."""
    after, told, places = one.clause.after, one.told, one.places
    if one.clause.frame is not Frame.DOER_AFTER or after is None or not one.clause.first.stands_in("accs"):
        return []
    doers = [k for k in places.subject if places.object and k > places.object[-1]]
    if not doers or not is_somebody(one.sentence.words[after.head]):
        return []
    act = range(one.clause.verb, after.head)  # подверг критике, "criticized"
    taken = one.standing(i for i in range(len(one.sentence.words)) if i not in act)
    itself = words("middle") | words("own-doing") | words("from-the-other-side") | words("given-to-somebody")
    found = [
        k
        for k in range(places.object[-1] + 1, doers[0])
        if k not in taken and verbs_of(told[k], "VBD", "VBZ") and told[k] not in words("helping")
    ]
    between = told[found[0] + 1 : doers[0]] if len(found) == 1 else ["by"]
    if not words("prepositions").isdisjoint(between) or told[found[0]] in itself | words("meeting"):
        return []
    return found


def _meaning_to(one: Retold) -> tuple[int, int] | None:
    """First and last token where somebody is told to try or plan what others do to him: ветеранов хотят
    наградить, "veterans want to award"; or to be barred from it: больных запретят перевозить."""
    clause, told = one.clause, one.told
    decided = is_participle(one.verb)  # компьютеры решено обновлять
    if clause.act == clause.verb or not ("anim" in one.first.grammemes or decided):
        return None
    if clause.frame not in (Frame.NOBODY, Frame.RECEIVER):
        return None
    wishes = one.verb.lemma in words("wishing")
    barred = one.verb.lemma in words("causing-with-dative")
    for place in one.english.standing(one.verb.text):
        verb = verb_at(told, place)
        if verb is None or verb.passive != barred:
            continue
        doer = subject_of(one, verb)
        if doer is None:
            continue
        done = next((k for k in one.places.verb if place < k <= place + _CHAIN), None)
        itself = done is not None and told[done] in words("done-to-oneself") | words("middle")
        if done is not None and _leads_to(told, place, done) and (wishes or not itself):
            return doer, done
        if wishes and told[place + 1 : place + 2] == ["to"]:
            return doer, place + 1  # whether to award or to be awarded: it is others who want it
    return None


def _leads_to(told: Sequence[str], verb: int, act: int) -> bool:
    """Whether a verb and what one does are one predicate; not "began to be built", nor "began to learn"."""
    between = told[verb + 1 : act]
    phase = told[verb] in words("chaining-phases")
    if phase and (not words("passive").isdisjoint(between) or told[act] in words("done-to-oneself")):
        return False
    joined = "to" in between or told[act].endswith("ing")
    return joined and all(
        word in words("helping") or word in ("not", "to", "from") or is_within(word) for word in between
    )


def _end(one: Retold, verb: EnglishVerb) -> int | None:
    """Where what follows the verb ends, if that is not what a passive or a participle could be said of."""
    following = _following(one.told, verb)
    if ("by" in following and not verb.surely_active) or "as" in following:
        return None
    if one.clause.frame is Frame.NOBODY:
        return _means(one, verb) or _alone(one, verb)
    subject = one.places.subject
    named = [k for k in subject if verb.place < k <= verb.place + len(following)]
    if not named or any(k < verb.start for k in subject):
        return None
    first = _after_wholes(one.told, verb, named[0])
    led = _leading(one.told, verb.place, first)
    if following[:1] == ["without"] or _may_be_said(one, verb, led):
        return None
    doer_after = one.clause.frame is Frame.DOER_AFTER
    fits = _doer_fits(one, verb, first, led) if doer_after else _patient_fits(one, verb, led)
    return named[-1] if fits else None


def _following(told: Sequence[str], verb: EnglishVerb) -> Sequence[str]:
    """The words after a verb in the same clause, as many as may hold its object."""
    following = told[verb.place + 1 : verb.place + 1 + _AFTER]
    ends = (words("clause-marks") | words("clause-words")) - {"“", "”", '"', "«", "»"}
    stop = (k for k, word in enumerate(following) if word in ends and (k or word != "to"))
    return following[: next(stop, None)]


def _after_wholes(told: Sequence[str], verb: EnglishVerb, first: int) -> int:
    """Where the phrase of a noun after a verb begins, determiners and "part of" taken in."""
    while first - 1 > verb.place and (
        told[first - 1] in words("determiners")
        or (told[first - 1] == "of" and told[first - 2] in words("wholes"))
        or told[first - 1] in words("wholes")
    ):
        first -= 1
    return first


def _may_be_said(one: Retold, verb: EnglishVerb, led: str) -> bool:
    """Whether the English verb may say rightly of what stands first what the Russian one says of another."""
    word, lemma = one.told[verb.place], one.act.lemma
    if (one.clause.interest and not led) or word in words("proving"):
        return True
    if lemma in words("awaiting") and word != "waiting":
        return True  # residents await changes
    if lemma == "грозить" and not word.startswith("threat"):
        return True  # the country faces frosts
    if word in words("meeting") and is_somebody(one.first):
        return True
    return lemma in words("moved") and (bool(led) or not moves(word))


def _leading(told: Sequence[str], verb: int, first: int) -> str:
    """The preposition that leads to what follows a verb, "" for none."""
    if told[first - 1] in words("prepositions"):
        handed = first - 2 == verb and told[first - 1] in ("over", "out")
        return "" if handed else told[first - 1]  # handed over copies
    between = told[verb + 1 : first]
    if between and (between[0] == "with" or (between[0] == "in" and told[verb] in ("engaged", "interested"))):
        return between[0]  # presented with a new envoy
    if between and between[0] in _TO_OBJECT and told[first] not in words("determiners"):
        return between[0]  # suspended at Sochi airport
    return ""


def _doer_fits(one: Retold, verb: EnglishVerb, first: int, led: str) -> bool:
    """Whether the verb cannot be said rightly of what stands first, and what follows it is the doer."""
    told, by_means = one.told, one.clause.first.stands_in("ablt")
    word = told[verb.place]
    if led:
        near = told[verb.place + 1] == led and led in (_TO_MEANS if by_means else _TO_OBJECT)
        itself = words("middle") | words("own-doing") | words("selling-itself")
        told_of_it = word in itself or not (by_means or verb.surely_active)
        return near and not told_of_it and (not verb.passive or word == "engaged")
    direct = first - 1 == verb.place
    return not verb.passive or (direct and word not in words("given-to-somebody"))


def _patient_fits(one: Retold, verb: EnglishVerb, led: str) -> bool:
    """Whether what follows the verb is done or given in the Russian, and the one that stands first gives."""
    told, clause = one.told, one.clause
    word = told[verb.place]
    given = clause.frame is Frame.RECEIVER or clause.first.stands_in("datv")
    if clause.first.governed in PLACES and verb.passive and not led:
        return told[verb.place - 1] in words("passive")  # the ministry was summoned the envoy
    if word in ("dedicated", "devoted"):
        return given and verb.passive and told[verb.place + 1] == "to"
    if led == "for" and word in words("looking"):
        return given or clause.first.governed == "у"
    if led:
        return led == "of" and not given and word in ("deprived", "stripped")
    if not given:
        return not (clause.first.governed and verb.passive)  # found to have
    if clause.first.governed and clause.first.governed not in PLACES:
        return not verb.passive and (verb.surely_active or word not in words("given-to-somebody"))
    following = told[verb.place + 1]
    if word in words("own-doing") or following in words("possessive"):
        return False  # the player has extended his contract
    over = following in ("over", "out")
    return not verb.passive and (verb.surely_active or over or word not in words("given-to-somebody"))


def _means(one: Retold, verb: EnglishVerb) -> int | None:
    """The last token of the object of a verb that renders with what something is done to the one that stands
    first: министра облили краской, "the minister poured paint"."""
    named = [k for k in one.places.subject if k > verb.place]
    if one.clause.after is None or verb.passive or not named:
        return None
    between = one.told[verb.place + 1 : named[0]]
    direct = len(between) < _NEAR and words("prepositions").isdisjoint(between)
    return named[-1] if direct and words("clause-marks").isdisjoint(between) else None


def _alone(one: Retold, verb: EnglishVerb) -> int | None:
    """The place of a verb that says what somebody does to whom the Russian says it is done: участников ищут,
    "the participants are looking for"; президенту доложили, "the president reported"."""
    word, following = one.told[verb.place], one.told[verb.place + 1 : verb.place + 2]
    itself = words("middle") | words("done-to-oneself") | words("own-doing")
    if verb.passive or word in itself or not is_person(one.first):
        return None
    undergoes = one.clause.first.stands_in("accs")
    if verb.surely_active and undergoes:
        return verb.place
    if one.act.lemma in words("aiding"):
        return None if following and following[0] in words("prepositions") else verb.place
    if following == ["to"] and word.startswith("refus"):
        return verb.place  # спортсменам отказали в участии, "refused to take part"
    reported = bool(following) and following[0] in words("reported")
    return verb.place if reported and not undergoes and word not in words("given-to-somebody") else None


def _spans(sentence: Sentence, clause: Fronted) -> list[Span]:
    after = clause.after.named if clause.after else ()
    return sentence.spans({clause.verb, clause.act, *clause.first.named, *after})
