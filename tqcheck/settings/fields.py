"""The one definition of the settings: what each holds and its default, its kind (what values it takes) and
its help. To add a setting, add a field to `Settings` and a line to `SETTINGS`."""

from __future__ import annotations

from pathlib import Path

from tqcheck.settings.kinds import Choice, Flag, Kind, Number, Paths, Strings, Url
from tqcheck.settings.kinds_of_files import File, Patterns, PerFile
from tqcheck.typed import NamedTuple


class Settings(NamedTuple):
    """One field a setting, named as in the configuration file with _ for -; what each does is its help.

    Values given straight to this class are trusted; `load_settings` is what checks them. Equal settings
    hash alike, so they can key a cache. `config_file` is the file the settings came from, if any.
    """

    fail_on: str = "major"
    min_score: float | None = None
    min_confidence: str = "medium"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file_ignores: Patterns = ()
    accept: tuple[str, ...] = ()
    baseline: Path | None = None
    fail_on_stale: bool = False
    rulebooks: tuple[Path, ...] = ()
    source: Path | None = None
    glossary: tuple[Path, ...] = ()
    fields: tuple[str, ...] = ()
    languagetool: str = "auto"
    languagetool_url: str = ""
    languagetool_idle_minutes: int = 30
    spelling: bool = False
    judge: str = "auto"
    judge_model: Path | None = None
    view: str = "annotated"
    format: str = "terminal"
    config_file: Path | None = None


class Setting(NamedTuple):
    """A setting as the command line, the template and the reference need it.

    `field` is its name in `Settings`, `name` that of the configuration file; `argument` says whether
    `tqcheck check` takes it too, as --name.
    """

    name: str
    field: str
    default: object
    kind: Kind
    help: str
    argument: bool


def _setting(field: str, kind: Kind, text: str, *, argument: bool = False) -> Setting:
    return Setting(field.replace("_", "-"), field, Settings._field_defaults[field], kind, text, argument)


SETTINGS: tuple[Setting, ...] = (
    _setting(
        "fail_on",
        Choice(("minor", "major", "critical", "never")),
        "The least severity of a finding that fails the gate.",
        argument=True,
    ),
    _setting(
        "min_score",
        Number(0, 100, optional=True),
        "The least MQM score, 0 to 100, that passes the gate; each text must reach it.",
        argument=True,
    ),
    _setting(
        "min_confidence",
        Choice(("low", "medium", "high")),
        "The least confidence of findings that are shown and counted.",
        argument=True,
    ),
    _setting(
        "select",
        Strings("RULES"),
        'Use only these rules: ids, families ("sense") or globs ("sense.*"). Empty means all.',
        argument=True,
    ),
    _setting(
        "ignore",
        Strings("RULES"),
        "Leave these rules out: ids, families or globs. What is both selected and ignored is left out.",
        argument=True,
    ),
    _setting(
        "per_file_ignores",
        PerFile("TABLE"),
        'Rules to leave out of some files: {"wire/*.md" = ["formula", "sense.twitching-of-facts"]}. The '
        "globs are relative to this file; one without a slash means names at any depth.",
    ),
    _setting(
        "accept",
        Strings("TERMS"),
        "Words or phrases that are never flagged, in capitals or not: names, terms of your house style.",
    ),
    _setting(
        "baseline",
        File("FILE"),
        "A file of findings that are reported no more, made by `tqcheck baseline create`.",
        argument=True,
    ),
    _setting(
        "fail_on_stale",
        Flag(),
        "Whether entries of the baseline whose finding is gone fail the gate.",
        argument=True,
    ),
    _setting(
        "rulebooks",
        Paths("PATH"),
        "Your own rules, besides those that ship: YAML files or folders of them, relative to this file.",
    ),
    _setting(
        "source",
        File("PATH"),
        "The Russian to compare with: the file of the one text that is checked, or a folder that holds "
        "NAME.ru.txt, or NAME.txt, for each NAME.txt.",
        argument=True,
    ),
    _setting(
        "glossary",
        Paths("PATH"),
        "Your own terms, to which a text that is compared with its source must keep: tables of Russian "
        "and English (.csv, .tsv), or TBX.",
    ),
    _setting(
        "fields",
        Strings("NAMES"),
        'Fields of JSON Lines that hold texts, "body.en" one within another. Empty means the usual '
        "names: title and text, body, content…",
        argument=True,
    ),
    _setting(
        "languagetool",
        Choice(("auto", "on", "off")),
        "Whether LanguageTool checks too. auto: where it can be had, and it is said where not; "
        "on: its absence is an error.",
        argument=True,
    ),
    _setting(
        "languagetool_url",
        Url(),
        "The address of a LanguageTool server to use instead of one on this machine.",
    ),
    _setting(
        "languagetool_idle_minutes",
        Number(1, 1440, whole=True),
        "After how many minutes without work a server started by `tqcheck languagetool start` stops.",
    ),
    _setting(
        "spelling",
        Flag(),
        "Whether LanguageTool spells too: words that no dictionary has, less names and terms of Russian "
        "news. Without LanguageTool it does nothing.",
        argument=True,
    ),
    _setting(
        "judge",
        Choice(("auto", "on", "off")),
        "Whether the context judge and the estimator, which use a small language model, check too. auto: "
        "where it is installed, and it is said where not; on: its absence is an error.",
        argument=True,
    ),
    _setting(
        "judge_model",
        File("PATH"),
        "Another model for the judge: a file in GGUF form, or a folder in CTranslate2's with tokenizer.json.",
    ),
    _setting(
        "view",
        Choice(("annotated", "list", "table")),
        "How the terminal report shows a text: annotated in place, as a list, or as a table of findings.",
        argument=True,
    ),
    _setting(
        "format",
        Choice(("terminal", "json", "sarif", "github", "gitlab", "junit", "markdown", "html")),
        "The format of the report.",
        argument=True,
    ),
)
