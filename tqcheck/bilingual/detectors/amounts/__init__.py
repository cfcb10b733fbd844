"""What compares numbers, dates and measures."""
