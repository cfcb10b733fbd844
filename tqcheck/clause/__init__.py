"""The shape of English clauses, read without a parser, and the shapes that only Russian order makes.

- `reading`: lexicon.py knows what a word can be, line.py what it is beside its neighbours; times.py and
  nouns.py read one phrase, phrases.py all of a sentence, of which clause.py can be asked.
- `fronts`: ends.py says where a front ends, right_order.py what may follow it.
- `shapes`: what is out of place.
- `reordered`: says short sentences in the English order.
"""
