"""The text beside its Russian: analysis of the Russian, alignment, and what to compare.

Whatever reads Russian (razdel, pymorphy3, slovnet) is imported when a source is given, and not before: the
extra `russian` brings it.
"""
