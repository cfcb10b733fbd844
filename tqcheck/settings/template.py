"""What `tqcheck init` writes, and the reference of settings: both made from the settings themselves."""

from __future__ import annotations

import textwrap
from pathlib import Path

from tqcheck.settings import SETTINGS, SettingsError

_HEAD = """\
tqcheck: settings for the texts in this folder and below. Each line below shows a default; take the # off \
and change it. The nearest tqcheck.toml, or pyproject.toml with [tool.tqcheck], above a text is used, one \
file alone; arguments on the command line go before it."""


def template() -> str:
    """A tqcheck.toml that changes nothing: comments begin "# ", settings at their defaults begin "#"."""
    blocks = [_comment(_HEAD)]
    for setting in SETTINGS:
        values = f"\nOne of {setting.kind.metavar.replace('|', ', ')}." if "|" in setting.kind.metavar else ""
        blocks.append(
            f"{_comment(setting.help + values)}\n#{setting.name} = {setting.kind.example(setting.default)}"
        )
    return "\n\n".join(blocks) + "\n"


def reference() -> str:
    """A Markdown table of the settings."""
    rows = ["| Setting | Values | Default | Argument | What it does |", "|---|---|---|---|---|"]
    for setting in SETTINGS:
        argument = f"`--{setting.name}`" if setting.argument else ""
        values = setting.kind.metavar.replace("|", ", ")
        default = f"`{setting.kind.example(setting.default)}`"
        rows.append(f"| `{setting.name}` | {values} | {default} | {argument} | {setting.help} |")
    return "\n".join(rows) + "\n"


def write_template(path: Path) -> None:
    """Write the template to a new file. Raises SettingsError, also where there is a file already."""
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(template())
    except FileExistsError:
        raise SettingsError(f"{path}: is there already, and is left as it is") from None
    except OSError as error:
        raise SettingsError(f"{path}: cannot be written: {error.strerror}") from error


def _comment(text: str) -> str:
    lines = [line for part in text.splitlines() for line in textwrap.wrap(part, 98, break_on_hyphens=False)]
    return "\n".join(f"# {line}" for line in lines)
