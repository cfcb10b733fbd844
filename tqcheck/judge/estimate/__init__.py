"""The estimator: how likely an editor would stop at a word, by a small network that learned from editors."""
