"""What the words and phrases of a sentence are, read without a parser."""
