"""What compares names and abbreviations."""
