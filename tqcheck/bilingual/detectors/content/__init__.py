"""What is lost, added or told under other marks."""
