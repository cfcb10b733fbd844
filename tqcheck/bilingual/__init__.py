"""The text beside its Russian: what belongs together, what each side says, and where they differ.

align.py finds which sentences render each other, by evidence.py, monotone.py and repair.py; pair.py hands
these on as pairs, with a side of each read by russian.py and english.py. The modules of `detectors` look for
one kind of difference each, and ask those here:

- words: lexicon.py knows what renders a lemma, cues.py finds listed phrases, counterparts.py and coverage.py
  tell what has no counterpart, places.py and rendered.py where something stands in the English;
- Russian grammar: inflection.py and nouns.py read one word, groups.py a noun with what belongs to it,
  clause_bounds.py, openings.py and subjects.py a clause; tree.py and syntax.py ask a parser. fronted.py,
  retold.py, undergoing.py, frames.py and infinitives.py tell who does what where Russian order misleads;
- numbers: numerals.py finds them piece by piece, quantities.py composes and readings.py reads them,
  conversions.py and worked_out.py tell what else says the same;
- names: russian_names.py and spelling.py.

Their lists lie in `data`: lists of words (wordlists.py), and what has more of a form (`tables`). Whatever
reads Russian (razdel, pymorphy3, slovnet) is imported when a source is given, and not before: the extra
`russian` brings it.
"""
