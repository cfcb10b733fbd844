"""Which English words render which Russian ones, and the other ways in which English may say the same."""
