"""Detectors: each compares a pair's two sides and yields doubts.

To add a detector, write a module with a function `(pair) -> Iterable[Doubt]`, name it here, and describe its
rules in ../data/rules.yaml, with examples: the tests run these.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tqcheck.bilingual.detectors.abbreviations import abbreviations_kept
from tqcheck.bilingual.detectors.additions import nothing_put_in
from tqcheck.bilingual.detectors.agents import agents_kept
from tqcheck.bilingual.detectors.appositions import people_parted
from tqcheck.bilingual.detectors.attributed import speakers_kept
from tqcheck.bilingual.detectors.bearers import names_borne
from tqcheck.bilingual.detectors.bounds import bounds_kept
from tqcheck.bilingual.detectors.compared import compared_kept
from tqcheck.bilingual.detectors.contrasts import contrasted
from tqcheck.bilingual.detectors.dates import dates_kept
from tqcheck.bilingual.detectors.degrees import degrees_kept
from tqcheck.bilingual.detectors.directions import directions_kept
from tqcheck.bilingual.detectors.done_to_them import pronouns_kept
from tqcheck.bilingual.detectors.exchanged import deeds_kept
from tqcheck.bilingual.detectors.facts import facts_kept
from tqcheck.bilingual.detectors.focus import focus_kept
from tqcheck.bilingual.detectors.gender import genders
from tqcheck.bilingual.detectors.given import given_kept
from tqcheck.bilingual.detectors.halves import halves_kept
from tqcheck.bilingual.detectors.holders import holders_kept
from tqcheck.bilingual.detectors.items import items_kept
from tqcheck.bilingual.detectors.kept import words_kept
from tqcheck.bilingual.detectors.modals import modals_kept
from tqcheck.bilingual.detectors.multiples import multiples_kept
from tqcheck.bilingual.detectors.names import names_kept
from tqcheck.bilingual.detectors.negation import denials
from tqcheck.bilingual.detectors.not_only import not_only_kept
from tqcheck.bilingual.detectors.numbers import numbers_kept
from tqcheck.bilingual.detectors.of_things import things_kept
from tqcheck.bilingual.detectors.omissions import nothing_lost
from tqcheck.bilingual.detectors.owned import objects_kept
from tqcheck.bilingual.detectors.parts import parts_kept
from tqcheck.bilingual.detectors.predicates import predicates_kept
from tqcheck.bilingual.detectors.proper import (
    names_untranslated,
    people_untranslated,
    surnames_untranslated,
)
from tqcheck.bilingual.detectors.quotations import quotations
from tqcheck.bilingual.detectors.quoted import quoted_names_kept
from tqcheck.bilingual.detectors.rankings import rankings_kept
from tqcheck.bilingual.detectors.recipients import recipients_kept
from tqcheck.bilingual.detectors.relations import relations_kept
from tqcheck.bilingual.detectors.relatives import relatives_kept
from tqcheck.bilingual.detectors.returned import returns_kept
from tqcheck.bilingual.detectors.roles import roles_kept
from tqcheck.bilingual.detectors.scales import scales_kept
from tqcheck.bilingual.detectors.signs import signs_kept
from tqcheck.bilingual.detectors.tallies import tallies_kept
from tqcheck.bilingual.detectors.tense import tenses_kept
from tqcheck.bilingual.detectors.unfinished import nothing_done_before
from tqcheck.bilingual.detectors.units import units_kept
from tqcheck.bilingual.detectors.untranslated import transliterated
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
