"""`python -m tqcheck`: the command line."""

from tqcheck.cli import run

run()
