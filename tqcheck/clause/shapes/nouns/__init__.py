"""What belongs to a noun, on the side of it where Russian has it."""
