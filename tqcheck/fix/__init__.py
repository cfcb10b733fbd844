"""Findings → changes of the text that nobody need look at, or that an editor chose.

`choose` decides on one finding, `fixed` on a document, checking what came out; `files` reads and writes.
"""
