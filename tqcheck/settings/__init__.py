"""Settings of a run: defaults, then tqcheck.toml or [tool.tqcheck] of pyproject.toml, then arguments.

`fields` is the one definition. Reading, the command line's arguments, `tqcheck init` and the reference are
made from it; to add a setting, add it there.
"""

from __future__ import annotations

from tqcheck.settings.arguments import add_arguments
from tqcheck.settings.configfile import SettingsError
from tqcheck.settings.fields import SETTINGS, Setting, Settings
from tqcheck.settings.reading import forget, given_by, load_settings
from tqcheck.settings.selecting import hint, ignored_in, matches, require_known_selectors, selected

__all__ = [
    "SETTINGS",
    "Setting",
    "Settings",
    "SettingsError",
    "add_arguments",
    "forget",
    "given_by",
    "hint",
    "ignored_in",
    "load_settings",
    "matches",
    "require_known_selectors",
    "selected",
]
