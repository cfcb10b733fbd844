"""Infinitives of purpose that open a sentence, and the verb right behind them: "To save the theatre decided
the residents"."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.clause.reading.clause import Clause, Found
from tqcheck.clause.reading.phrases import Kind

_SEVERAL = frozenset(("are", "were"))


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
    if clause.headline and _follows_purpose(clause, n):
        yield clause.found(
            "fronted-auxiliary" if verb.form in "AM" else "fronted-verb-object", verb.start, verb.end
        )
        return
    actor = clause.is_someone(clause.phrases[noun])
    told = verb.form in ("D", "B", "Z") or (verb.form == "M" and actor and clause.headline)
    meant = clause.among(verb.head, "plan-verbs", "order-verbs") and actor
    meant = meant or (verb.form == "M" and clause.keys[verb.head] == "be")
    meant = meant or (verb.form == "D" and clause.headline and clause.among(verb.head, "trying-verbs"))
    came = clause.among(verb.head, "come-verbs")
    if came and verb.form == "B":
        came = clause.keys[verb.head] == "come" and clause.phrases[noun].number == "P"
    if told and (meant or came):
        yield clause.found("fronted-verb-subject", verb.start, verb.end)


def _follows_purpose(clause: Clause, n: int) -> bool:
    """Whether the verb `n` cannot tell of the infinitive that stands first: "To fight the fire were sent
    planes", "To help the port will allocate ten millions"."""
    verb, noun = clause.phrases[n], clause.phrases[clause.skip(n + 1, Kind.ADVERB, Kind.TIME)]
    if clause.among(noun.start, "pronoun"):
        return False
    if any(clause.kind(at) is Kind.OTHER and not clause.is_and(at) for at in range(n)):
        return False
    nouns = [at for at in range(1, n) if clause.kind(at) is Kind.NOUN and not clause.is_and(at - 1)]
    if any(at != 1 and clause.phrases[at - 1].form != "T" for at in nouns):
        return False  # "To save the king the sailors went"
    if verb.form == "A":
        return clause.keys[verb.start] in _SEVERAL and verb.end > verb.start + 1 and clause.is_passive(verb)
    known = noun.opened or noun.number == "P"
    return verb.form in ("D", "M") and clause.among(verb.head, "sent-verbs") and known
