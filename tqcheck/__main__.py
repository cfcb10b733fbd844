"""The installed command, and `python -m tqcheck`."""

from __future__ import annotations

import gc


def run() -> None:
    """Runs the command line and leaves."""
    # Hardly anything made here is cyclic, nor what is imported: looking for it took a tenth of a run.
    gc.set_threshold(300_000, 20, 20)
    from tqcheck.cli import run

    run()


if __name__ == "__main__":
    run()
