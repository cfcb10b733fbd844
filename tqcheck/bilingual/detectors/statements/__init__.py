"""What compares whether, how surely and when something is said to happen."""
