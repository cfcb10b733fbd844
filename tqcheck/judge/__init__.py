"""The context judge: wrong senses that only their company gives away, by what a language model finds likely.

pairs.py has the pairs of senses, swap.py finds where one stands in a text, weigh.py asks model.py how much
better the others fit, and suspicion.py what that is worth; senses.py does the same for rules that English
alone does not bear out. install.py fetches the model and convert.py makes it, once. `estimate` is another
reader, of words that no rule knows.
"""
