"""Objects parted from their verb, or put before it."""
