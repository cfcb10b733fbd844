"""What stands before the subject, and what may follow it in English."""
