"""Verbs right after a front of places, times and matters, and participles before their noun."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.clause.clause import Clause, Found
from tqcheck.clause.fronts import after_front, holds_none, is_place
from tqcheck.clause.lexicon import tags
from tqcheck.clause.phrases import Kind, Phrase
from tqcheck.rulebook.tokens import QUOTE

_COMPOUNDING = frozenset(("backed", "based", "born", "built", "controlled", "led", "made", "owned", "run"))
_AFTER_NOUN = frozenset(("based", "controlled", "led", "run"))
_NO_VERBS = frozenset(("and", "far", "long", "many", "much", "often", "or"))
_QUESTIONS = frozenset(("how", "when", "where", "why"))
_DEICTIC = frozenset(("here", "now", "then"))
_COMING = frozenset(("came", "come", "comes", "lie", "lies"))
_INVERTED = {
    "after": ("came", "come", "comes"),
    "from": ("rise", "rises", "rose"),
    "into": ("step", "stepped", "steps", "walk", "walked", "walks"),
    "through": ("came", "come", "comes", "poured", "stream", "streamed", "streams"),
    "to": ("go", "goes"),
    "with": ("come", "comes"),
}
"""What English puts before its subject after a preposition: "With power comes scandal"."""
_HIDING = frozenset(("above", "behind", "beneath", "between", "beyond", "off", "under", "underneath"))
_LYING = frozenset(
    ("hang", "hangs", "hung", "lay", "lie", "lies", "sat", "sit", "sits", "stand", "stands", "stood")
)
_WATCHED = frozenset(("read", "see", "watch"))
"""What viewers are told to do: "Tonight on Channel One, watch the final"."""
_ARGUED = frozenset(("argue", "argued", "argues"))
_BEHIND = frozenset(("above", "below", "earlier", "here", "there"))
"""What follows a participle behind its noun: "In the setup described above"."""
_LETTING = frozenset(("have", "help", "let", "make", "see", "watch"))
_RELATIVE = frozenset(("that", "which", "who"))
_ENDS = frozenset(("", *",;:–—-()?!."))
_OWN = frozenset(("her", "his", "its", "their"))
_MEANING = frozenset(("mean", "means", "meant"))
_FEWEST_OF_TWO = 4
"""Words of "across the county schools", a place and a subject."""


def verb_after_front(clause: Clause) -> Iterator[Found]:
    """A verb that stands right after a front, where English has the subject."""
    n = after_front(clause)
    if n and not _may_follow_its_noun(clause, n):
        yield from _verb_before_subject(clause, n)
        if clause.headline:
            yield from _bare_verb(clause, n)
            yield from _copula(clause, n)


def _is_compound(clause: Clause, verb: Phrase) -> bool:
    """Whether a verb is but a part of a word: "in some cases print-workers"."""
    joined = clause.tokens.joined
    part = verb.start in joined and clause.keys[verb.start - 1] not in ("co", "mis", "over", "pre", "re")
    return verb.end == verb.start + 1 and (part or verb.end in joined)


def _may_be_reason(clause: Clause, n: int) -> bool:
    """Whether what looks like a front is a clause of its own or the subject: "For the strong must guide the
    weak", "Following the rules will bring peace"."""
    verb, first = clause.phrases[n], clause.phrases[0]
    whole = all(phrase.lead == "of" for phrase in clause.phrases[1:n])
    leads = ("following", "for") if whole else ("following",)
    if first.lead not in leads or clause.is_passive(verb):
        return False
    return verb.form in ("Z", "M") or (verb.form == "A" and verb.end > verb.start + 1)


def _is_quoted_before(clause: Clause, verb: Phrase) -> bool:
    """Whether a quotation ends right before a verb of speech: "“In law all is clear” argues Berg"."""
    speech = clause.among(verb.head, "speech", "saying-verbs") or clause.keys[verb.head] in _ARGUED
    return speech and clause.key(verb.start - 1) == QUOTE


def _is_asked(clause: Clause, verb: Phrase) -> bool:
    """ "In good speech, should not the speaker know?", "From it only arise our joys"."""
    asked = verb.form in ("A", "M") and "?" in clause.keys
    return asked or clause.key(verb.start - 1) == "only" or clause.keys[verb.start - 1].endswith("'ve")


def _may_follow_its_noun(clause: Clause, n: int) -> bool:
    """ "Among the men killed in the storm – three Norwegians"."""
    return clause.phrases[n - 1].lead == "among" and clause.phrases[n].form in ("D", "P")


def _verb_before_subject(clause: Clause, n: int) -> Iterator[Found]:
    """ "In the park opened a museum", "On the border to help the guards came volunteers"."""
    verb = clause.phrases[n]
    if _may_be_subordinate(clause, n) or _is_compound(clause, verb):
        return
    if not clause.headline and (
        _may_be_reason(clause, n) or _is_quoted_before(clause, verb) or _is_asked(clause, verb)
    ):
        return
    if not verb.is_finite:
        if rule := _rule_of_doing(clause, n, verb):
            yield clause.found(rule, verb.start, verb.end)
        return
    if _may_be_imperative(clause, n) or _may_be_infinitive_clause(clause, n):
        return
    if verb.form in ("D", "P") and n == 1 and clause.phrases[0].lead == "with":
        return  # "With his hands tied"
    if _may_be_participle(clause, n) or _may_be_noun(clause, n) or _is_set_inversion(clause, n):
        return
    last, after = _coordinated(clause, n)
    if clause.among(verb.end, "particle") and _is_particle(clause, verb, after):
        after += 1  # "lined up"
    if clause.among(verb.head, "phase-verbs", "plan-verbs") and clause.kind(after) is Kind.VERB:
        after += clause.phrases[after].form == "T"  # "will begin to apply"
    noun = clause.kind(after) is Kind.NOUN
    if noun and (_is_pronoun(clause, clause.phrases[after]) or _may_modify(clause, verb, after)):
        return
    if _may_have_time_as_subject(clause, n):
        return
    timed = clause.kind(after) is Kind.TIME and not clause.among(verb.head, "speech")
    if not noun and (timed or not _is_only_verb(clause, n)):
        return
    if rule := _rule(clause, n, verb, last.end, noun):
        yield clause.found(rule, verb.start, verb.end)


def _is_set_inversion(clause: Clause, n: int) -> bool:
    """ "Here comes the sun", "Then came the flood", "Beneath the ice lies a lake", "In the square stands
    a column": English has these too."""
    front, verb = clause.phrases[0], clause.phrases[n]
    whole = all(phrase.lead == "of" for phrase in clause.phrases[1:n])
    if not whole or clause.kind(n + 1) is not Kind.NOUN:
        return False
    noun = clause.phrases[n + 1]
    if clause.keys[0] in _DEICTIC and front.end == 1:
        return clause.keys[verb.head] in _COMING and noun.opened
    if clause.keys[verb.head] in _INVERTED.get(front.lead, ()):
        return front.lead not in ("after", "to") or (noun.opened and not front.name)
    new = clause.keys[noun.start] in ("a", "an")
    named = any(phrase.name for phrase in clause.phrases[:n])
    placed = front.lead in _HIDING or new or not named
    return placed and noun.opened and front.kind is Kind.PREP and clause.keys[verb.head] in _LYING


def _is_particle(clause: Clause, verb: Phrase, n: int) -> bool:
    """Whether phrase `n`, which begins with a particle, is no more than that: "prices went | down"."""
    short = clause.phrases[n].end == verb.end + 1 and clause.among(verb.head, "happen-verbs")
    return short or clause.kind(n) is Kind.OTHER


def _is_pronoun(clause: Clause, noun: Phrase) -> bool:
    """ "her", not "her son"."""
    return noun.end == noun.start + 1 and clause.among(noun.start, "pronoun")


def _coordinated(clause: Clause, n: int) -> tuple[Phrase, int]:
    """The last of the verbs that begin with phrase `n`, as in "opened and consecrated a church", and the
    number of the phrase after them."""
    verb, after = clause.phrases[n], clause.skip(n + 1, Kind.ADVERB)
    joined = clause.kind(after) is Kind.OTHER and clause.keys[clause.phrases[after].start] in ("and", "or")
    if joined and clause.kind(after + 1) is Kind.VERB and clause.phrases[after + 1].form == verb.form:
        return clause.phrases[after + 1], clause.skip(after + 2, Kind.ADVERB)
    return verb, after


def _may_be_imperative(clause: Clause, n: int) -> bool:
    """ "In an emergency, call the hotline", "For more details see the map", "In such cases do not panic"."""
    verb = clause.phrases[n]
    if clause.headline:
        apart = clause.keys[0] == "for" and clause.kind(n - 1) is Kind.COMMA
        aired = clause.keys[verb.head] in _WATCHED and (clause.has("channel") or clause.keys[0] == "tonight")
        return verb.form == "B" and (apart or aired)
    while clause.kind(n - 1) is Kind.ADVERB and n > 1:
        n -= 1
    case = tuple(clause.keys[:2]) in (("in", "case"), ("in", "event"))
    advice = case or "such" in clause.keys[:2] or clause.keys[0] == "for" or clause.kind(n - 1) is Kind.COMMA
    command = verb.form == "B" and (_is_alone_before(clause, n) or _is_let(clause, n))
    return clause.keys[verb.start] in ("do", "don't") or command or (verb.form == "B" and advice)


def _is_let(clause: Clause, n: int) -> bool:
    """ "To make the engine | perform well"."""
    return any(phrase.form == "T" and clause.keys[phrase.head] in _LETTING for phrase in clause.phrases[:n])


def _is_alone_before(clause: Clause, n: int) -> bool:
    """Whether but one front stands before phrase `n`: "At the tone leave your name"."""
    return n == 1 or all(phrase.lead == "of" for phrase in clause.phrases[1:n])


def _may_be_participle(clause: Clause, n: int) -> bool:
    """ "In fact, given the facts, it is", "For a strong, united party", "In the part marked "Income," he"."""
    verb, after = clause.phrases[n], clause.phrases[n + 1 : n + 2]
    if verb.form not in ("D", "P") or verb.end > verb.start + 1:
        return False
    noun = bool(after) and after[0].kind is Kind.NOUN
    if noun and clause.kind(n - 1) is Kind.COMMA and "P" in tags(clause.keys[verb.head]):
        if not clause.among(after[0].start, "det") and clause.key(after[0].start + 1) == "'s":
            return True  # "In Oslo, a detained mayor's party"
        bare = after[0].number == "P" and not after[0].opened and "J" in tags(clause.keys[verb.head])
        if bare and clause.key(after[0].end) == "and" and clause.kind(n + 3) is Kind.NOUN:
            return True  # "In Oslo, closed doors and open hearts"
    if not clause.headline and clause.key(verb.end) in _BEHIND and "P" in tags(clause.keys[verb.head]):
        return True
    if not clause.headline and _is_before_its_noun(clause, n):
        return True
    bare = noun and not after[0].opened and not after[0].name
    if bare and not clause.headline and clause.is_adverb(verb.start - 1):
        return True  # "In most of the recently released papers"
    given = clause.keys[verb.head] == "given"
    if clause.kind(n - 1) is Kind.COMMA and (given or (noun and not after[0].opened and not clause.headline)):
        return True
    compounding = clause.capital[verb.start - 1] or clause.keys[verb.head] in _AFTER_NOUN
    if clause.keys[verb.head] in _COMPOUNDING and compounding and not clause.headline:
        return noun and not after[0].opened  # "For UK based groups", "in a rule based system"
    if not clause.among(verb.head, "labelling"):
        return False
    named = verb.end < len(clause.keys) and clause.capital[verb.end] and not clause.headline
    return named or (noun and clause.keys[after[0].start] == QUOTE)


def _is_before_its_noun(clause: Clause, n: int) -> bool:
    """ "To honor | fallen | soldiers", "In order to return | sorted | objects", "For the average | planned or
    finished house"."""
    verb = clause.phrases[n]
    after = clause.phrases.at(n + 1)
    if after is None or "P" not in tags(clause.keys[verb.head]):
        return False
    if clause.key(verb.end) in ("and", "or"):
        paired = "P" in tags(clause.key(verb.end + 1)) and clause.continues(verb.end + 2)
        return paired and clause.letters(verb.end + 2)[:1] in ("N", "S")
    led, word = clause.phrases[n - 1], verb.start - 1
    first = led.lead == "to" and led.start == word - 1 and "B" in clause.letters(word)
    return (first or clause.phrases[n - 1].form == "T") and after.kind is Kind.NOUN and not after.opened


def _may_be_noun(clause: Clause, n: int) -> bool:
    """ "In the face of mass protests the state may", "Without a residence permit the singer cannot": a noun
    where another verb follows, or a clause that tells of it: "From the port ships that were"."""
    verb = clause.phrases[n]
    plural = verb.form == "Z" and clause.letters(verb.head)[:1] == "S"
    if _follows_adjective(clause, n) and not {"N", "S"}.isdisjoint(tags(clause.keys[verb.head])):
        return True
    if plural and clause.key(verb.end) in _RELATIVE and _is_verb(clause, verb.end + 1):
        return True
    if clause.among(verb.head, "people") and clause.kind(n + 1) is Kind.VERB:
        return True  # "At the gates police turned away cars"
    opened = not clause.words["article"].isdisjoint(clause.keys[clause.phrases[n - 1].start : verb.start])
    single = verb.form == "B" and opened and "N" in tags(clause.keys[verb.head])
    if single and clause.among(verb.head, "contest") and clause.kind(n + 1) is Kind.NOUN:
        return any(phrase.is_finite for phrase in clause.phrases[n + 1 :])  # "for the Norway-Chile match"
    return (plural or single) and not _is_only_verb(clause, n)


def _follows_adjective(clause: Clause, n: int) -> bool:
    """Whether the front ends in what is more likely an adjective: "Without bankable | stars"."""
    before = clause.phrases[n - 1]
    letters = clause.letters(before.head)
    return (
        before.kind is Kind.PREP
        and letters[:1] == "J"
        and not before.opened
        and not clause.capital[before.head]
    )


def _is_verb(clause: Clause, at: int) -> bool:
    return clause.among(at, "aux") or clause.letters(at)[:1] in ("D", "Z")


def _may_be_infinitive_clause(clause: Clause, n: int) -> bool:
    """ "To use law weakens a nation", "For a worker to join a union means risk": the front is the subject."""
    infinitive = clause.keys[0] == "to" and "B" in clause.letters(1)
    if clause.keys[0] == "to" and not clause.headline and not clause.capital[1]:
        infinitive = infinitive or clause.letters(1) == "N"  # "To loop over the array requires"
    inside = (clause.keys[0] == "for" or not clause.headline) and any(
        phrase.form == "T" for phrase in clause.phrases[:n]
    )
    return (infinitive or inside) and clause.phrases[n].form in ("Z", "M")


def _may_have_time_as_subject(clause: Clause, n: int) -> bool:
    """ "This week saw a storm", "In Tver, the whole week will be sunny", "March 8 in Tver will be cold"."""
    verb, before, first = clause.phrases[n], clause.phrases[n - 1], clause.phrases[0]
    subject = clause.among(before.start, "det", "demonstrative", "month")
    subject = subject or (n == 1 and clause.among(before.start, "day"))
    if clause.among(0, "day") and clause.among(verb.head, "naming-verbs") and verb.form == "A":
        return True  # "Today, by the old calendar, is called Great Saturday"
    if before.kind is Kind.TIME and not before.lead and subject:
        after = clause.phrases[n + 1] if clause.kind(n + 1) is Kind.NOUN else None
        fair = (
            after
            and not after.opened
            and clause.keys[verb.head] == "be"
            and "J" in clause.letters(after.start)
        )
        defined = (  # "Wednesday will be the last day"
            after
            and clause.among(after.start, "det")
            and clause.among(after.head, "time")
            and clause.among(verb.head, "be", "naming-verbs")
        )
        coming = clause.among(before.start, "demonstrative") and clause.keys[verb.head] == "be"
        plain = verb.form in ("A", "M") and (after is None or fair or defined or coming)
        return plain or clause.among(verb.head, "time-verbs")
    dated = first.kind is Kind.TIME and clause.among(0, "month")
    return dated and verb.form in ("A", "M") and clause.kind(n + 1) is not Kind.NOUN


def _rule(clause: Clause, n: int, verb: Phrase, at: int, noun: bool) -> str:
    """The rule that the verb after the front breaks, by what it says and what follows it at token `at`; ""
    for none."""
    auxiliary = verb.form in ("A", "M")
    if verb.form == "M" and clause.keys[verb.head] == "be" and noun and not clause.headline:
        return ""  # "In the centre would be the desk", "Among the guests will be two kings"
    if clause.among(verb.start, "be") and "to" in clause.keys[verb.start : verb.head]:
        return ""  # "To vote is to register assent"
    told = verb.form == "M" or clause.headline or clause.among(verb.head, "passive-verbs")
    if auxiliary and (verb.end == verb.start + 1 or not told):
        return ""
    while clause.is_adverb(at) or clause.key(at) == "not":
        at += 1
    following = clause.key(at)
    if noun and following in _OWN and _may_hold_owner(clause, n):
        return ""
    if clause.keys[verb.head] in _MEANING:
        return ""  # "For the club promotion means fame"
    inverting = not clause.headline and clause.among(verb.head, "inverting-verbs")
    if noun and clause.among(verb.head, "happen-verbs") and not inverting:
        return "fronted-auxiliary" if auxiliary else "fronted-verb-subject"
    if inverting or not holds_none(clause, n):
        return ""
    if auxiliary:
        return "fronted-auxiliary"
    if clause.among(verb.head, "happen-verbs", "event-verbs"):
        return "" if following in _ENDS or following == "by" else "fronted-verb-subject"
    if clause.among(verb.head, "speech"):
        return _rule_of_speech(clause, n, at, noun)
    if noun:
        return "fronted-verb-object"
    planned = clause.among(verb.head, "plan-verbs") and following == "to"
    if planned or (following == "out" and clause.among(at + 1, "content")):
        return "" if verb.form == "B" and not clause.headline else "fronted-verb-object"
    ends = following in _ENDS or clause.among(at, "no-object")
    return "" if ends else "fronted-verb-object"


def _may_hold_owner(clause: Clause, n: int) -> bool:
    """Whether the front may end in those whose own the object is: "In Wales rivers | burst their banks",
    "Across the county schools | closed their doors"."""
    last = clause.phrases[n - 1]
    several = last.number == "P" and last.end - last.start >= _FEWEST_OF_TWO and not clause.capital[last.head]
    return several or not holds_none(clause, n)


def _rule_of_speech(clause: Clause, n: int, at: int, noun: bool) -> str:
    """ "On the site of the ministry said that …", "On the reform spoke the minister", "On the reform spoke
    today at a meeting": who it was comes last or not at all."""
    someone = noun and clause.is_someone(clause.phrases[clause.skip(n + 1, Kind.ADVERB)])
    if someone and clause.kind(n - 1) is Kind.COMMA:
        return ""  # "From the north to the sea, said the minister"
    if clause.among(at, "content"):
        return "fronted-verb-object"
    if someone and clause.headline:
        return "fronted-verb-subject"
    matter = clause.phrases[0].lead in ("on", "about")
    nobody = not any(phrase.kind is Kind.NOUN for phrase in clause.phrases[n + 1 :])
    alone = matter and nobody and clause.headline and clause.key(at) not in _ENDS
    return "fronted-verb-object" if alone else ""


def _rule_of_doing(clause: Clause, n: int, verb: Phrase) -> str:
    """ "In Tver preparing to celebrate", "In Tver raging a fire": a predicate that has lost its "are"."""
    if verb.form != "G" or not clause.headline or not holds_none(clause, n):
        return ""
    alone = clause.is_last_verb(n)
    if clause.kind(n - 1) is Kind.COMMA and not alone:
        return ""
    if clause.among(verb.head, "doing") and clause.among(verb.end, "doing-object"):
        return "fronted-verb-object"
    happens = clause.among(verb.head, "happen-verbs") and clause.kind(n + 1) is Kind.NOUN
    return "fronted-verb-subject" if happens and alone else ""


def _is_only_verb(clause: Clause, n: int) -> bool:
    """Whether no other finite verb stands in the clause, whose subject could have come first, nor a clause of
    its own behind a comma, as in "For the issues discussed above, the committee has rules"."""
    for after, phrase in enumerate(clause.phrases[n + 1 :], n + 2):
        own = clause.kind(after) is Kind.NOUN or (clause.kind(after) and clause.phrases[after].form == "G")
        if phrase.kind is Kind.COMMA and own:
            verb = clause.skip(after + 1, Kind.NOUN, Kind.PREP, Kind.ADVERB)
            return clause.kind(verb) is not Kind.VERB or not clause.phrases[verb].is_finite
        if clause.keys[phrase.start] in _ENDS or clause.among(phrase.start, "relative"):
            return True
        if phrase.is_finite and (phrase.form in ("A", "M", "Z") or clause.among(phrase.head, "finite")):
            return False
    return True


def _may_modify(clause: Clause, verb: Phrase, after: int) -> bool:
    """Whether the verb may be a participle before its noun: "In Tver, invited guests visited schools"."""
    letters = tags(clause.keys[verb.head])
    adjective = "J" in letters and (
        verb.form == "B" or clause.key(verb.start - 1) == ","
    )  # "suspect", ", lost"
    modifying = verb.form == "B" or (verb.form in ("D", "P") and "P" in letters)
    if not modifying or clause.phrases[after].opened:
        return False
    if verb.form != "B" and hides_verb(clause, after):
        return True
    last = _after_pair(clause, after)
    if clause.kind(last) is not Kind.VERB or not clause.phrases[last].is_finite:
        return False
    own = clause.phrases[last]
    moves = clause.among(own.head, "event-verbs", "happen-verbs") or adjective
    participle = own.form in ("D", "P") and clause.kind(last + 1) is Kind.PREP and not moves
    return not participle  # "events dedicated to the fallen"


def _has_clause_after(clause: Clause, n: int) -> bool:
    """ "After a fire in Oslo | put schools | back in the news, she | stated"."""
    verb, first = clause.phrases[n], clause.phrases[0]
    if not clause.among(first.start, "subordinating") or verb.form != "D" or clause.kind(n - 1) is Kind.COMMA:
        return False
    for at, phrase in enumerate(clause.phrases[n + 1 :], n + 1):
        if phrase.kind is Kind.COMMA:
            own = clause.kind(at + 1) is Kind.NOUN and clause.kind(at + 2) is Kind.VERB
            return own and clause.phrases[at + 2].is_finite
        if phrase.is_finite:
            return False
    return False


def hides_verb(clause: Clause, n: int) -> bool:
    """Whether the last word of the noun phrase `n` may be a verb whose object follows: "flooded city buries
    | its dead"."""
    noun = clause.phrases[n]
    last = noun.end - 1
    compound = last > noun.start and clause.letters(last - 1)[:1] == "N" and not clause.capital[last]
    own = clause.phrases.at(n + 1)
    return (
        compound
        and "S" in clause.letters(last)
        and own is not None
        and own.kind is Kind.NOUN
        and not own.name
    )


def _after_pair(clause: Clause, n: int) -> int:
    """The number of the first phrase after the noun phrase `n` and what belongs to it: "mines | and shells",
    "clashes | between guards | and guests | of the club"."""
    n = clause.skip(n + 1, Kind.PREP, Kind.ADVERB, Kind.TIME)
    if clause.is_and(n) and clause.kind(n + 1) is Kind.NOUN and clause.phrases[n + 1].number == "P":
        return clause.skip(n + 2, Kind.PREP, Kind.ADVERB, Kind.TIME)
    return n


def _may_be_subordinate(clause: Clause, n: int) -> bool:
    """Whether the front may be a clause of its own: "After India joined the bank, prices fell"."""
    if not clause.headline and _has_clause_after(clause, n):
        return True
    last = n - 1
    passed = (Kind.ADVERB, Kind.NOUN, Kind.OTHER)
    while last > 0 and (clause.kind(last) in passed or clause.phrases[last].lead == "of"):
        last -= 1
    if not clause.among(clause.phrases[last].start, "subordinating"):
        return False
    modifier, noun = clause.phrases[n + 1 : n + 2], clause.kind(n + 2) is Kind.NOUN
    modified = noun and modifier[0].form in ("D", "P") and not clause.phrases[n + 2].opened
    rest = clause.phrases[n + 1 + modified :]  # "after the attacks introduced increased security"
    return any(phrase.is_finite or phrase.kind is Kind.COMMA for phrase in rest)


def _bare_verb(clause: Clause, n: int) -> Iterator[Found]:
    """ "In Tver detained on suspicion of fraud": neither who did it nor to whom."""
    verb = clause.phrases[n]
    goes_on = clause.kind(n + 1) is Kind.PREP or clause.among(verb.end, "prep")
    alone = goes_on and clause.is_last_verb(n)
    deed = verb.form in ("D", "Z", "B") and clause.among(verb.head, "object-verbs", "bare-verbs")
    if alone and deed and holds_none(clause, n):
        yield clause.found("fronted-verb-object", verb.start, verb.end)


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
        past and any(_is_region(clause, phrase) for phrase in places)
    )
    event = clause.among(noun.head, "event")
    told = named and (event or (len(places) > 1 and noun.opened))
    new = clause.key(noun.start) in ("a", "an", "another")
    placed = bool(places) and all(is_place(clause, phrase) for phrase in places)
    if ((told or (placed and event)) and holds_none(clause, n)) or (new and placed):
        yield clause.found("fronted-copula", verb.start, noun.end)


def _is_region(clause: Clause, phrase: Phrase) -> bool:
    """ "in the Kirov region"."""
    return clause.keys[phrase.head] == "region" and clause.capital[phrase.head - 1]


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


def infinitive_first(clause: Clause) -> Iterator[Found]:
    """ "To save the theatre decided the residents", "To fight the fire came helicopters"."""
    if clause.keys[0] != "to" or clause.kind(0) is not Kind.VERB:
        return
    n, verb = next(clause.verbs(), (0, clause.phrases[0]))
    noun = clause.skip(n + 1, Kind.ADVERB, Kind.TIME)
    if (
        not n
        or clause.kind(noun) is not Kind.NOUN
        or any(phrase.kind is Kind.COMMA for phrase in clause.phrases[:n])
    ):
        return
    told = verb.form in ("D", "B", "Z")
    meant = clause.among(verb.head, "plan-verbs", "order-verbs") and clause.is_someone(clause.phrases[noun])
    came = clause.among(verb.head, "come-verbs")
    if came and verb.form == "B":
        came = clause.keys[verb.head] == "come" and clause.phrases[noun].number == "P"
    if told and (meant or came):
        yield clause.found("fronted-verb-subject", verb.start, verb.end)


def verb_after_adverb(clause: Clause) -> Iterator[Found]:
    """ "Officially opened the stadium of the club": neither who did it nor "has been"."""
    if not clause.headline or not clause.among(0, "manner") or clause.kind(1) is not Kind.VERB:
        return
    verb = clause.phrases[1]
    after = 2 + (clause.kind(2) is Kind.OTHER and clause.among(verb.end, "particle"))
    plain = verb.form == "D" and verb.end == verb.start + 1
    if not plain or clause.kind(after) is not Kind.NOUN or not _is_only_verb(clause, 1):
        return
    if clause.phrases[after].opened or clause.key(clause.phrases[after].end) == "that":
        yield clause.found("fronted-verb-object", verb.start, verb.end)


def participle_first(clause: Clause) -> Iterator[Found]:
    """ "Injured in Syria soldiers return home", "Dead in Omsk sailor will be buried": a participle with its
    phrase before its noun."""
    if not clause.headline or not any(_may_be_bare_participle(clause, at) for at in (0, 1)):
        return
    first = int(clause.kind(0) is Kind.ADVERB and clause.keys[0] != "more")  # "Specially distinguished …"
    participle = clause.phrases.at(first)
    if participle is None or not _is_participle(clause, participle):
        return
    n = clause.skip(first + 1, Kind.PREP, Kind.TIME)
    if n == first + 1 or clause.phrases[first + 1].lead == "by":
        return
    if tuple(clause.keys[participle.start : participle.start + 2]) == ("made", "in"):
        return  # "Made in Norway label gains ground"
    if clause.kind(n + 1) is Kind.NOUN and clause.phrases[n].form == "A" and clause.phrases[n + 1].opened:
        return  # "Attached to the letter was a bullet"
    n += clause.kind(n) is Kind.NOUN
    if clause.is_and(n):
        n += 1 + (clause.kind(n + 1) is Kind.NOUN)  # "Blocked in the plant militants and mercenaries gave up"
    n = clause.skip(n, Kind.PREP, Kind.TIME)
    verb = clause.phrases.at(n)
    if verb is None or verb.kind is not Kind.VERB or not verb.is_finite:
        return
    if not _is_title(clause, participle.end, verb.start):
        yield clause.found("participle-phrase-first", 0, verb.start)


def _is_title(clause: Clause, start: int, end: int) -> bool:
    """Whether the phrase from token `start` to `end` is written as in the title of a work: "Lost in Space
    robot sells", "Gone With the Wind house sold", "Born in the USA turns 40"."""
    words = clause.tokens.words
    written = [at for at in range(start, end) if words[at].istitle()]
    if any(clause.among(at, "prep", "pronoun") for at in written):
        return True
    if clause.keys[0] == "born" and not clause.letters(end - 1):
        return True
    at = start + 1
    while clause.among(at, "article") or clause.key(at).isdigit():
        at += 1
    alone = at in written and at + 1 not in written
    return alone and bool(tags(clause.keys[at], guess=False)) and not clause.among(at, "place", "given")


def question_words_joined(clause: Clause) -> Iterator[Found]:
    """ "Who and how sells tickets", "who and with whom fights": English gives each word its own clause."""
    if "who" not in clause.keys:
        return
    for at in range(len(clause.keys) - 3):
        if clause.keys[at] != "who" or clause.keys[at + 1] != "and":
            continue
        end = at + 3
        while clause.among(end, "question-object"):
            end += 1
        led = clause.among(at + 2, "prep") and end > at + 3
        goes_on = clause.key(end)[:1].isalpha() and clause.key(end) not in _NO_VERBS
        if end < len(clause.keys) and clause.among(end, "subject-pronoun", "pronoun"):
            continue  # "who and where they are"
        if clause.key(end) == "to" and (clause.key(end + 2) in _ENDS or clause.among(end + 2, "prep")):
            continue  # "who and how to tip", unlike "who and how to celebrate the day"
        if goes_on and (led or clause.keys[at + 2] in _QUESTIONS):
            yield clause.found("question-words-joined", at, end)


def _is_participle(clause: Clause, phrase: Phrase) -> bool:
    """Whether a phrase is one participle and can be no imperative."""
    if clause.keys[phrase.start] == "dead" and phrase.end == phrase.start + 1:
        return True
    alone = phrase.kind is Kind.VERB and phrase.end == phrase.start + 1
    return alone and _may_be_bare_participle(clause, phrase.start)


def _may_be_bare_participle(clause: Clause, at: int) -> bool:
    """Whether a word can be a participle and no base form: to be asked before phrases are read."""
    key = clause.keys[at]
    letters = tags(key, guess=False)
    if key == "dead":
        return True
    base = "B" in letters and key != "found"
    return letters[:1] in ("D", "P") and not base and not clause.among(at, "not-participle")
