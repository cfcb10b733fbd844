"""The shapes of clauses that only Russian order makes, and which of them are looked for where.

To add a shape, write a function from a clause to what it found and name it in `SHAPES`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tqcheck.clause.reading.clause import Clause, Found
from tqcheck.clause.shapes.doers.matters import (
    matter_before_actor,
    matter_before_commentator,
    matter_before_namer,
    matter_before_speaker,
    place_before_speech,
    topic_devoted_to_meeting,
)
from tqcheck.clause.shapes.doers.outcomes import outcome_before_event
from tqcheck.clause.shapes.doers.roles import (
    comer_after_verb,
    crowd_before_event,
    drawn_before_noun,
    number_of_object,
    show_before_channel,
    thing_before_doer,
    weather_after_place,
)
from tqcheck.clause.shapes.doers.told import matter_before_named_teller
from tqcheck.clause.shapes.doers.undoing import (
    jubilee_marks_person,
    money_before_payer,
    told_of_before_doer,
    undoing_alone,
    undoing_before_actor,
    undoing_before_doer,
)
from tqcheck.clause.shapes.doers.unmanned import (
    age_before_name,
    being_denied,
    deed_as_subject,
    engaged_in_actor,
    thing_decides,
    thing_speaks,
    told_to_watch,
)
from tqcheck.clause.shapes.nouns.agreement import his_of_woman, plural_before_singular
from tqcheck.clause.shapes.nouns.belonging import body_after_its_own, machine_after_its_fate, name_without_of
from tqcheck.clause.shapes.nouns.kinds import bare_name_after_kind, route_after_kind
from tqcheck.clause.shapes.nouns.lists import addition_alone, list_without_and
from tqcheck.clause.shapes.nouns.offices import (
    appointed_name,
    doer_after_passive,
    office_elected_name,
    predicate_before_became,
    title_awarded_name,
    years_before_name,
)
from tqcheck.clause.shapes.nouns.quoted import name_after_kind
from tqcheck.clause.shapes.objects.adverbials import adverbial_after_person
from tqcheck.clause.shapes.objects.judged import (
    judgement_first,
    plural_called_one,
    quotation_before_object,
    ruling_before_object,
)
from tqcheck.clause.shapes.objects.objects import (
    complement_before_object,
    discussed_with,
    judgement_before_object,
    phrase_before_object,
    superlative_before_noun,
)
from tqcheck.clause.shapes.verbs.inversions import (
    measure_before_growth,
    possible_after_front,
    verb_after_adverb,
    verb_after_front,
)
from tqcheck.clause.shapes.verbs.participles import (
    participle_after_article,
    participle_before_noun,
    participle_first,
)
from tqcheck.clause.shapes.verbs.pasts import past_after_comma
from tqcheck.clause.shapes.verbs.purposes import infinitive_first
from tqcheck.clause.shapes.verbs.questions import question_words_joined
from tqcheck.clause.shapes.verbs.subordinate import (
    question_before_speaker,
    question_within,
    relative_of_doer,
    relative_torn_off,
    subordinate_verb_first,
    subordinate_without_verb,
    thing_torn_off,
)
from tqcheck.clause.shapes.verbs.verbfirst import (
    death_first,
    deed_first,
    goes_on_first,
    passive_of_it,
    second_clause,
)
from tqcheck.clause.shapes.verbs.verbless import event_without_verb, state_without_verb

Shape = Callable[[Clause], Iterator[Found]]

SHAPES: tuple[Shape, ...] = (
    verb_after_front,
    verb_after_adverb,
    infinitive_first,
    measure_before_growth,
    death_first,
    deed_first,
    goes_on_first,
    second_clause,
    passive_of_it,
    event_without_verb,
    state_without_verb,
    participle_first,
    possible_after_front,
    question_words_joined,
    past_after_comma,
    phrase_before_object,
    discussed_with,
    complement_before_object,
    judgement_before_object,
    superlative_before_noun,
    ruling_before_object,
    quotation_before_object,
    plural_called_one,
    judgement_first,
    participle_before_noun,
    participle_after_article,
    number_of_object,
    thing_before_doer,
    undoing_before_doer,
    undoing_alone,
    undoing_before_actor,
    money_before_payer,
    jubilee_marks_person,
    told_of_before_doer,
    topic_devoted_to_meeting,
    title_awarded_name,
    comer_after_verb,
    matter_before_actor,
    matter_before_speaker,
    matter_before_named_teller,
    matter_before_namer,
    matter_before_commentator,
    office_elected_name,
    doer_after_passive,
    show_before_channel,
    weather_after_place,
    appointed_name,
    drawn_before_noun,
    outcome_before_event,
    crowd_before_event,
    years_before_name,
    predicate_before_became,
    subordinate_verb_first,
    subordinate_without_verb,
    question_within,
    question_before_speaker,
    relative_of_doer,
    relative_torn_off,
    thing_torn_off,
    plural_before_singular,
    his_of_woman,
    name_without_of,
    body_after_its_own,
    machine_after_its_fate,
    name_after_kind,
    route_after_kind,
    bare_name_after_kind,
    place_before_speech,
    list_without_and,
    addition_alone,
    engaged_in_actor,
    thing_speaks,
    thing_decides,
    being_denied,
    deed_as_subject,
    told_to_watch,
    age_before_name,
    adverbial_after_person,
)

SHAPES_WITHIN: tuple[Shape, ...] = (
    verb_after_front,
    thing_before_doer,
    matter_before_speaker,
    matter_before_commentator,
    office_elected_name,
    place_before_speech,
    show_before_channel,
    appointed_name,
    drawn_before_noun,
)
"""What is looked for in clauses that begin within a sentence."""
