"""What stands first in a Russian clause and is no subject, made the one who acts: Врио губернатора назначен
Савченко, "Acting Governor appointed Savchenko".

The English keeps the order of the Russian, so that nothing but the form of its verb tells.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqcheck.bilingual.english import moves, verbs_of
from tqcheck.bilingual.frames import Frame, Fronted
from tqcheck.bilingual.fronted import fronted
from tqcheck.bilingual.groups import PLACES, is_participle
from tqcheck.bilingual.nouns import is_person, is_somebody
from tqcheck.bilingual.pair import Doubt, Pair
from tqcheck.bilingual.rendered import Places, Rendered, first_turned
from tqcheck.bilingual.russian import Sentence
from tqcheck.bilingual.syntax import Clause
from tqcheck.bilingual.verbs import EnglishVerb, has_verb, is_within, subject_stretch, verb_at
from tqcheck.bilingual.wordlists import words
from tqcheck.model import Span

RULE = "role.object-first"
_AFTER = 8
"""English words between a verb and what follows it."""

_NEAR = 3
"""The most English words between a verb and its object."""

_CHAIN = 5
"""The most words from a verb to the infinitive that belongs to it."""

_LED = (frozenset({"for", "to", "at", "on"}), frozenset({"with", "for", "in", "to", "at", "on"}))
"""Prepositions after a verb whose Russian object stands before it; where that is in the instrumental."""


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
    places = english.places(sentence, parts)
    for place in places.verb or _unknown(english, sentence, clause, places):
        verb = verb_at(english.words, place)
        if verb is None:
            continue
        doer = _subject(english, sentence, clause, places, verb)
        if doer is None:
            continue
        end = _end(english, sentence, clause, places, verb)
        if end is not None:
            return doer, end
    return _meaning_to(english, sentence, clause, places)


def _unknown(english: Rendered, sentence: Sentence, clause: Fronted, places: Places) -> list[int]:
    """The only verb between what stands first and somebody who acts after it, where the English has no known
    rendering of the Russian one: Хусейна сдал телохранитель, "Hussein traded the bodyguard"."""
    after = clause.after
    if clause.frame is not Frame.DOER_AFTER or after is None or not clause.first.stands_in("accs"):
        return []
    doers = [k for k in places.subject if places.object and k > places.object[-1]]
    if not doers or not is_somebody(sentence.words[after.head]):
        return []
    told = english.words
    act = range(clause.verb, after.head)  # подверг критике, "criticized"
    others = [word.text for i, word in enumerate(sentence.words) if i not in act]
    taken = {k for text in others for k in english.standing(text)}
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


def _meaning_to(
    english: Rendered, sentence: Sentence, clause: Fronted, places: Places
) -> tuple[int, int] | None:
    """First and last token where somebody is told to try or plan what others do to him: ветеранов хотят
    наградить, "veterans want to award"; or to be barred from it: больных запретят перевозить."""
    told = english.words
    decided = is_participle(sentence.words[clause.verb])  # компьютеры решено обновлять
    living = "anim" in sentence.words[clause.first.head].grammemes
    if clause.act == clause.verb or not (living or decided):
        return None
    if clause.frame not in (Frame.NOBODY, Frame.RECEIVER):
        return None
    wishes = sentence.words[clause.verb].lemma in words("wishing")
    barred = sentence.words[clause.verb].lemma in words("causing-with-dative")
    for place in english.standing(sentence.words[clause.verb].text):
        verb = verb_at(told, place)
        if verb is None or verb.passive != barred:
            continue
        doer = _subject(english, sentence, clause, places, verb)
        if doer is None:
            continue
        done = next((k for k in places.verb if place < k <= place + _CHAIN), None)
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


def _subject(
    english: Rendered, sentence: Sentence, clause: Fronted, places: Places, verb: EnglishVerb
) -> int | None:
    """Where the English subject of a verb begins, if that renders what stands first in the Russian."""
    told = english.words
    start, stop = subject_stretch(told, verb.start)
    own = [k for k in places.object if start <= k < stop]
    if not own and start > 1 and told[start - 1] in words("relative") and has_verb(told[start:stop]):
        start, stop = subject_stretch(told, start - 1)  # refugees who came to Omsk help
        own = [k for k in places.object if start <= k < stop]
    if not own or any(k in places.subject for k in range(start, stop)):
        return None
    made = clause.first.stands_in("ablt") and is_participle(sentence.words[clause.verb])
    if made and not any(start <= k < stop for k in _standing(english, sentence, [clause.first.head])):
        return None  # the committee elected Orlov chairman
    head = own[-1]
    whole = range(min((*clause.first.named, *clause.first.belonging)), clause.verb)
    group = {*own, *_standing(english, sentence, whole)}
    following = told[head + 1 : stop]
    if not (words("helping") - {"to"}).isdisjoint(following):
        return None
    if following and not (following[0] in words("prepositions") | {"to"} or _all_in(group, head, stop, told)):
        return None
    first = own[0]
    while first > start and (
        first - 1 in group
        or told[first - 1] in words("determiners")
        or (told[first - 1] == "and" and first - 2 in group)
    ):
        first -= 1
    leads = words("prepositions") | {"and", "as", "after", "before"}
    if sentence.words[clause.first.head].pos == "INFN":
        leads -= {"to"}  # to improve it called for changes
    if first > start and told[first - 1] in leads:
        return None
    return first


def _all_in(group: set[int], head: int, end: int, told: Sequence[str]) -> bool:
    return all(
        k in group
        or not told[k][0].isalnum()
        or told[k]
        in words("prepositions") | words("determiners") | words("of-age") | {"and", "after", "before"}
        for k in range(head + 1, end)
    )


def _standing(english: Rendered, sentence: Sentence, indices: Sequence[int]) -> set[int]:
    return {k for i in indices for k in english.standing(sentence.words[i].text)}


def _end(
    english: Rendered, sentence: Sentence, clause: Fronted, places: Places, verb: EnglishVerb
) -> int | None:
    """Where what follows the verb ends, if that is not what a passive or a participle could be said of."""
    told = english.words
    following = told[verb.place + 1 : verb.place + 1 + _AFTER]
    ends = (words("clause-marks") | words("clause-words")) - {"“", "”", '"', "«", "»"}
    stop = next(
        (k for k, word in enumerate(following) if word in ends and (k or word != "to")), len(following)
    )
    following = following[:stop]
    if ("by" in following and not verb.surely_active) or "as" in following:
        return None
    if clause.frame is Frame.NOBODY:
        return _means(clause, places, verb, told) or _alone(sentence, clause, verb, told)
    named = [k for k in places.subject if verb.place < k <= verb.place + stop]
    if not named or any(k < verb.start for k in places.subject):
        return None
    first = named[0]
    while first - 1 > verb.place and (
        told[first - 1] in words("determiners")
        or (told[first - 1] == "of" and told[first - 2] in words("wholes"))
        or told[first - 1] in words("wholes")
    ):
        first -= 1
    led = _leading(told, verb.place, first)
    if (clause.interest and not led) or told[verb.place] in words("proving"):
        return None
    if sentence.words[clause.act].lemma in words("awaiting") and told[verb.place] != "waiting":
        return None  # residents await changes
    if sentence.words[clause.act].lemma == "грозить" and not told[verb.place].startswith("threat"):
        return None  # the country faces frosts
    if told[verb.place] in words("meeting") and is_somebody(sentence.words[clause.first.head]):
        return None
    if following[:1] == ["without"]:
        return None
    if sentence.words[clause.act].lemma in words("moved") and (led or not moves(told[verb.place])):
        return None
    if clause.frame is Frame.DOER_AFTER:
        fits = _doer_fits(clause, verb, told, first, led)
    else:
        fits = _patient_fits(clause, verb, told, led)
    return named[-1] if fits else None


def _leading(told: Sequence[str], verb: int, first: int) -> str:
    """The preposition that leads to what follows a verb, "" for none."""
    if told[first - 1] in words("prepositions"):
        handed = first - 2 == verb and told[first - 1] in ("over", "out")
        return "" if handed else told[first - 1]  # handed over copies
    between = told[verb + 1 : first]
    if between and (between[0] == "with" or (between[0] == "in" and told[verb] in ("engaged", "interested"))):
        return between[0]  # presented with a new envoy
    if between and between[0] in _LED[False] and told[first] not in words("determiners"):
        return between[0]  # suspended at Sochi airport
    return ""


def _doer_fits(clause: Fronted, verb: EnglishVerb, told: Sequence[str], first: int, led: str) -> bool:
    """Whether the verb cannot be said rightly of what stands first, and what follows it is the doer."""
    word = told[verb.place]
    if led:
        near = told[verb.place + 1] == led and led in _LED[clause.first.stands_in("ablt")]
        itself = words("middle") | words("own-doing") | words("selling-itself")
        told_of_it = word in itself or not (clause.first.stands_in("ablt") or verb.surely_active)
        return near and not told_of_it and (not verb.passive or word == "engaged")
    direct = first - 1 == verb.place
    return not verb.passive or (direct and word not in words("given-to-somebody"))


def _patient_fits(clause: Fronted, verb: EnglishVerb, told: Sequence[str], led: str) -> bool:
    """Whether what follows the verb is done or given in the Russian, and the one that stands first gives."""
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


def _means(clause: Fronted, places: Places, verb: EnglishVerb, told: Sequence[str]) -> int | None:
    """The last token of the object of a verb that renders with what something is done to the one that stands
    first: министра облили краской, "the minister poured paint"."""
    named = [k for k in places.subject if k > verb.place]
    if clause.after is None or verb.passive or not named:
        return None
    between = told[verb.place + 1 : named[0]]
    direct = len(between) < _NEAR and words("prepositions").isdisjoint(between)
    return named[-1] if direct and words("clause-marks").isdisjoint(between) else None


def _alone(sentence: Sentence, clause: Fronted, verb: EnglishVerb, told: Sequence[str]) -> int | None:
    """The place of a verb that says what somebody does to whom the Russian says it is done: участников ищут,
    "the participants are looking for"; президенту доложили, "the president reported"."""
    first = sentence.words[clause.first.head]
    word = told[verb.place]
    if (
        verb.passive
        or word in words("middle") | words("done-to-oneself") | words("own-doing")
        or not is_person(first)
    ):
        return None
    if verb.surely_active and clause.first.stands_in("accs"):
        return verb.place
    following = told[verb.place + 1 : verb.place + 2]
    if sentence.words[clause.act].lemma in words("aiding"):
        return None if following and following[0] in words("prepositions") else verb.place
    reported = bool(following) and following[0] in words("reported")
    if following == ["to"] and word.startswith("refus"):
        return verb.place  # спортсменам отказали в участии, "refused to take part"
    if clause.first.stands_in("accs") or word in words("given-to-somebody") or not reported:
        return None
    return verb.place


def _spans(sentence: Sentence, clause: Fronted) -> list[Span]:
    after = clause.after.named if clause.after else ()
    return sentence.spans({clause.verb, clause.act, *clause.first.named, *after})
