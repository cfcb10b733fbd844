"""Settings as arguments of a command."""

from __future__ import annotations

from collections.abc import Collection

from tqcheck.settings.fields import SETTINGS
from tqcheck.settings.kinds import Flag, Strings
from tqcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse


def add_arguments(
    parser: argparse.ArgumentParser | argparse._ArgumentGroup, only: Collection[str] = ()
) -> None:
    """Add an argument for each setting that `tqcheck check` takes, left as typed, None where not given.

    With `only`, for these fields alone.

    The values are those `load_settings` takes as overrides: {s.field: getattr(namespace, s.field) for s in
    SETTINGS if s.argument}.
    """
    for setting in SETTINGS:
        if only and setting.field not in only:
            continue
        default = f"Default: {setting.kind.shown(setting.default)}."
        if setting.argument and isinstance(setting.kind, Flag):
            parser.add_argument(
                f"--{setting.name}",
                action="store_true",
                default=None,
                help=f"{setting.help} {default}".replace("%", "%%"),
            )
        elif setting.argument:
            parser.add_argument(
                f"--{setting.name}",
                dest=setting.field,
                metavar=setting.kind.metavar,
                action="append" if isinstance(setting.kind, Strings) else "store",
                help=f"{setting.help} {default}".replace("%", "%%"),
            )
