"""Numbers, times and measures of both languages, and how one amount is said in several ways."""
