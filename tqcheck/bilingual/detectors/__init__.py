"""Detectors: each compares a pair's two sides and yields doubts.

To add a detector, write a module with a function `(pair) -> Iterable[Doubt]` in the package of its kind, name
it here, and describe its rules in ../data/rules.yaml, with examples: the tests run these.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tqcheck.bilingual.detectors.amounts.bounds import bounds_kept
from tqcheck.bilingual.detectors.amounts.compared import compared_kept
from tqcheck.bilingual.detectors.amounts.dates import dates_kept
from tqcheck.bilingual.detectors.amounts.degrees import degrees_kept
from tqcheck.bilingual.detectors.amounts.halves import halves_kept
from tqcheck.bilingual.detectors.amounts.multiples import multiples_kept
from tqcheck.bilingual.detectors.amounts.numbers import numbers_kept
from tqcheck.bilingual.detectors.amounts.rankings import rankings_kept
from tqcheck.bilingual.detectors.amounts.scales import scales_kept
from tqcheck.bilingual.detectors.amounts.signs import signs_kept
from tqcheck.bilingual.detectors.amounts.tallies import tallies_kept
from tqcheck.bilingual.detectors.amounts.units import units_kept
from tqcheck.bilingual.detectors.content.additions import nothing_put_in
from tqcheck.bilingual.detectors.content.items import items_kept
from tqcheck.bilingual.detectors.content.omissions import nothing_lost
from tqcheck.bilingual.detectors.content.parts import parts_kept
from tqcheck.bilingual.detectors.content.predicates import predicates_kept
from tqcheck.bilingual.detectors.content.quotations import quotations
from tqcheck.bilingual.detectors.names.abbreviations import abbreviations_kept
from tqcheck.bilingual.detectors.names.appositions import people_parted
from tqcheck.bilingual.detectors.names.bearers import names_borne
from tqcheck.bilingual.detectors.names.given import given_kept
from tqcheck.bilingual.detectors.names.names import names_kept
from tqcheck.bilingual.detectors.names.proper import (
    names_untranslated,
    people_untranslated,
    surnames_untranslated,
)
from tqcheck.bilingual.detectors.names.quoted import quoted_names_kept
from tqcheck.bilingual.detectors.names.untranslated import transliterated
from tqcheck.bilingual.detectors.pronouns.gender import genders
from tqcheck.bilingual.detectors.pronouns.of_things import things_kept
from tqcheck.bilingual.detectors.roles.agents import agents_kept
from tqcheck.bilingual.detectors.roles.attributed import speakers_kept
from tqcheck.bilingual.detectors.roles.directions import directions_kept
from tqcheck.bilingual.detectors.roles.done_to_them import pronouns_kept
from tqcheck.bilingual.detectors.roles.exchanged import deeds_kept
from tqcheck.bilingual.detectors.roles.holders import holders_kept
from tqcheck.bilingual.detectors.roles.owned import objects_kept
from tqcheck.bilingual.detectors.roles.recipients import recipients_kept
from tqcheck.bilingual.detectors.roles.relations import relations_kept
from tqcheck.bilingual.detectors.roles.relatives import relatives_kept
from tqcheck.bilingual.detectors.roles.returned import returns_kept
from tqcheck.bilingual.detectors.roles.roles import roles_kept
from tqcheck.bilingual.detectors.statements.contrasts import contrasted
from tqcheck.bilingual.detectors.statements.facts import facts_kept
from tqcheck.bilingual.detectors.statements.focus import focus_kept
from tqcheck.bilingual.detectors.statements.kept import words_kept
from tqcheck.bilingual.detectors.statements.modals import modals_kept
from tqcheck.bilingual.detectors.statements.negation import denials
from tqcheck.bilingual.detectors.statements.not_only import not_only_kept
from tqcheck.bilingual.detectors.statements.tense import tenses_kept
from tqcheck.bilingual.detectors.statements.unfinished import nothing_done_before
from tqcheck.bilingual.pair import Doubt, Pair

Detector = Callable[[Pair], Iterable[Doubt]]

DETECTORS: tuple[Detector, ...] = (
    abbreviations_kept,
    agents_kept,
    bounds_kept,
    compared_kept,
    contrasted,
    dates_kept,
    degrees_kept,
    deeds_kept,
    denials,
    directions_kept,
    facts_kept,
    focus_kept,
    genders,
    given_kept,
    halves_kept,
    holders_kept,
    items_kept,
    modals_kept,
    multiples_kept,
    names_borne,
    names_kept,
    names_untranslated,
    not_only_kept,
    nothing_lost,
    nothing_put_in,
    numbers_kept,
    objects_kept,
    people_untranslated,
    parts_kept,
    people_parted,
    predicates_kept,
    pronouns_kept,
    quotations,
    rankings_kept,
    quoted_names_kept,
    recipients_kept,
    relations_kept,
    relatives_kept,
    returns_kept,
    roles_kept,
    surnames_untranslated,
    scales_kept,
    speakers_kept,
    signs_kept,
    tallies_kept,
    tenses_kept,
    things_kept,
    transliterated,
    nothing_done_before,
    units_kept,
    words_kept,
)
