"""Subjects that cannot do what is told of them: they are objects, moved to the front."""
