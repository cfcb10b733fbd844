"""What makes a verb right after a front no inversion: it is in its place, or no predicate at all."""

from __future__ import annotations

from tqcheck.clause.reading.clause import HAPPENING, Clause
from tqcheck.clause.reading.lexicon import tags
from tqcheck.clause.reading.phrases import Kind, Phrase
from tqcheck.rulebook.tokens import QUOTE

_COMPOUNDING = frozenset(("backed", "based", "born", "built", "controlled", "led", "made", "owned", "run"))
_AFTER_NOUN = frozenset(("based", "controlled", "led", "run"))
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


def is_no_predicate(clause: Clause, n: int) -> bool:
    """Whether the verb after the front belongs to it: to a clause of its own, to a compound, or in prose to a
    reason, a quotation or a question."""
    verb = clause.phrases[n]
    if _may_be_subordinate(clause, n) or _is_compound(clause, verb):
        return True
    if clause.headline:
        return False
    return _may_be_reason(clause, n) or _is_quoted_before(clause, verb) or _is_asked(clause, verb)


def is_in_its_place(clause: Clause, n: int) -> bool:
    """Whether English has the finite verb `n` right after such a front, too, or takes it for another word."""
    if _may_be_imperative(clause, n) or _may_be_infinitive_clause(clause, n):
        return True
    if clause.phrases[n].form in ("D", "P") and n == 1 and clause.phrases[0].lead == "with":
        return True  # "With his hands tied"
    return _may_be_participle(clause, n) or _may_be_noun(clause, n) or _is_set_inversion(clause, n)


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
    case = case or (
        clause.keys[0] == "to" and any(phrase.kind is Kind.COMMA for phrase in clause.phrases[:n])
    )
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
    verb = clause.phrases[n]
    if verb.form not in ("D", "P") or verb.end > verb.start + 1:
        return False
    if clause.kind(n - 1) is Kind.COMMA and _opens_behind_comma(clause, n):
        return True
    if clause.headline:
        return _is_label(clause, n)
    if _describes_in_prose(clause, n):
        return True
    compounding = clause.capital[verb.start - 1] or clause.keys[verb.head] in _AFTER_NOUN
    if clause.keys[verb.head] in _COMPOUNDING and compounding:
        noun = _noun_behind(clause, n)
        return noun is not None and not noun.opened  # "For UK based groups", "in a rule based system"
    return _is_label(clause, n)


def _noun_behind(clause: Clause, n: int) -> Phrase | None:
    noun = clause.phrases.at(n + 1)
    return noun if noun is not None and noun.kind is Kind.NOUN else None


def _opens_behind_comma(clause: Clause, n: int) -> bool:
    """ "In fact, | given the facts", "For a strong, | united party", "In Oslo, | detained Berg's party"."""
    word, noun = clause.keys[clause.phrases[n].head], _noun_behind(clause, n)
    if word == "given":
        return True
    if noun is None:
        return False
    if not noun.opened and not clause.headline:
        return True
    if "P" not in tags(word):
        return False
    if not clause.among(noun.start, "det") and clause.key(noun.start + 1) == "'s":
        return True
    bare = noun.number == "P" and not noun.opened and "J" in tags(word)
    # "In Oslo, closed doors and open hearts"
    return bare and clause.key(noun.end) == "and" and clause.kind(n + 3) is Kind.NOUN


def _describes_in_prose(clause: Clause, n: int) -> bool:
    """ "In the setup described | above", "To honor fallen | soldiers", "In recently released | papers"."""
    verb, noun = clause.phrases[n], _noun_behind(clause, n)
    if clause.key(verb.end) in _BEHIND and "P" in tags(clause.keys[verb.head]):
        return True
    if _is_before_its_noun(clause, n):
        return True
    bare = noun is not None and not noun.opened and not noun.name
    return bare and clause.is_adverb(verb.start - 1)


def _is_label(clause: Clause, n: int) -> bool:
    """ "In the part marked "Income," he", in prose "In a film called Kin", too."""
    verb, noun = clause.phrases[n], _noun_behind(clause, n)
    if not clause.among(verb.head, "labelling"):
        return False
    if verb.end < len(clause.keys) and clause.capital[verb.end] and not clause.headline:
        return True
    return noun is not None and clause.keys[noun.start] == QUOTE


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
    return (plural or single) and not is_only_verb(clause, n)


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


def may_have_time_as_subject(clause: Clause, n: int) -> bool:
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


def is_only_verb(clause: Clause, n: int) -> bool:
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


def may_modify(clause: Clause, verb: Phrase, after: int) -> bool:
    """Whether the verb may be a participle before its noun: "In Tver, invited guests visited schools"."""
    letters = tags(clause.keys[verb.head])
    adjective = "J" in letters and (
        verb.form == "B" or clause.key(verb.start - 1) == ","
    )  # "suspect", ", lost"
    modifying = verb.form == "B" or (verb.form in ("D", "P") and "P" in letters)
    if not modifying or clause.phrases[after].opened:
        return False
    if verb.form != "B" and _hides_verb(clause, after):
        return True
    last = _after_pair(clause, after)
    if clause.kind(last) is not Kind.VERB or not clause.phrases[last].is_finite:
        return False
    own, head = clause.phrases[last], clause.phrases[after].head
    noun = own.form == "B" and own.start == head + 1 and "N" in clause.letters(own.head)
    if clause.headline and noun and _names_one(clause, head):
        return False  # "failed missile | launch"
    moves = clause.among(own.head, *HAPPENING) or adjective
    participle = own.form in ("D", "P") and clause.kind(last + 1) is Kind.PREP and not moves
    return not participle  # "events dedicated to the fallen"


def _names_one(clause: Clause, at: int) -> bool:
    """Whether a word is a common noun in the singular, of which no base form can tell."""
    return not clause.capital[at] and not clause.is_plural(at) and not clause.among(at, "someone", "people")


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


def _hides_verb(clause: Clause, n: int) -> bool:
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
    hidden = clause.headline and bool(modifier) and modifier[0].form == "B"  # "after repairs opened | bypass"
    rest = clause.phrases[n + 1 + (modified or hidden) :]  # "after the attacks introduced increased security"
    if clause.headline:
        rest = [
            phrase for phrase in rest if clause.keys[phrase.start] not in ("named", "dedicated", "devoted")
        ]
    return any(phrase.is_finite or phrase.kind is Kind.COMMA for phrase in rest)
