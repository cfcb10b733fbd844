"""What compares who does what to whom, and whose a thing is."""
