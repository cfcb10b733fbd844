"""What compares pronouns with the people they stand for."""
