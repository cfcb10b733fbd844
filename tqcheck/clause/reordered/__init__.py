"""A sentence in Russian order, put into the English one.

findings.py adds it to what findings tell. front.py reads what stands before the verb, subject.py what the
verb is about (attached.py: what belongs to that; number.py: whether it is one or several). verb.py has the
verb as it stands after that, and order.py puts all in their places. doer_last.py does so where somebody is
named after what they did. pieces.py and sentence.py are what such a sentence is made of, and its text.
"""

from tqcheck.clause.reordered.findings import said_anew

__all__ = ["said_anew"]
