"""Names: how the Russian ones are spelt and rendered."""
