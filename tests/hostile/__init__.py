"""What a hostile text, file, machine or rulebook can do to tqcheck: nothing."""
