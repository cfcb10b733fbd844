"""Which sentences of a text and of its Russian belong together."""
