"""The one definition of the settings: each field carries its default, its kind (what values it takes) and its
help. To add a setting, add a field."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from pathlib import Path

from tqcheck.kinds import Choice, Flag, Kind, Number, Paths, Strings, Url
from tqcheck.kinds_of_files import File, Patterns, PerFile


@dataclass(frozen=True, slots=True)
class _About:
    kind: Kind
    help: str
    argument: bool = False


def _about(kind: Kind, text: str, *, argument: bool = False) -> dict[str, _About]:
    return {"about": _About(kind, text, argument)}


@dataclass(frozen=True, slots=True)
class Settings:
    """One field a setting, named as in the configuration file with _ for -; what each does is its help.

    Values given straight to this class are trusted; `load_settings` is what checks them. Equal settings
    hash alike, so they can key a cache. `config_file` is the file the settings came from, if any.
    """

    fail_on: str = field(
        default="major",
        metadata=_about(
            Choice(("minor", "major", "critical", "never")),
            "The least severity of a finding that fails the gate.",
            argument=True,
        ),
    )
    min_score: float | None = field(
        default=None,
        metadata=_about(
            Number(0, 100, optional=True),
            "The least MQM score, 0 to 100, that passes the gate; each text must reach it.",
            argument=True,
        ),
    )
    min_confidence: str = field(
        default="medium",
        metadata=_about(
            Choice(("low", "medium", "high")),
            "The least confidence of findings that are shown and counted.",
            argument=True,
        ),
    )
    select: tuple[str, ...] = field(
        default=(),
        metadata=_about(
            Strings("RULES"),
            'Use only these rules: ids, families ("sense") or globs ("sense.*"). Empty means all.',
            argument=True,
        ),
    )
    ignore: tuple[str, ...] = field(
        default=(),
        metadata=_about(
            Strings("RULES"),
            "Leave these rules out: ids, families or globs. What is both selected and ignored is left out.",
            argument=True,
        ),
    )
    per_file_ignores: Patterns = field(
        default=(),
        metadata=_about(
            PerFile("TABLE"),
            'Rules to leave out of some files: {"wire/*.md" = ["style", "sense.account"]}. The globs are '
            "relative to this file; one without a slash means names at any depth.",
        ),
    )
    accept: tuple[str, ...] = field(
        default=(),
        metadata=_about(
            Strings("TERMS"),
            "Words or phrases that are never flagged, in capitals or not: names, terms of your house style.",
        ),
    )
    baseline: Path | None = field(
        default=None,
        metadata=_about(
            File("FILE"),
            "A file of findings that are reported no more, made by `tqcheck baseline create`.",
            argument=True,
        ),
    )
    fail_on_stale: bool = field(
        default=False,
        metadata=_about(
            Flag(),
            "Whether entries of the baseline whose finding is gone fail the gate.",
            argument=True,
        ),
    )
    rulebooks: tuple[Path, ...] = field(
        default=(),
        metadata=_about(
            Paths("PATH"),
            "Your own rules, besides those that ship: YAML files or folders of them, relative to this file.",
        ),
    )
    source: Path | None = field(
        default=None,
        metadata=_about(
            File("PATH"),
            "The Russian to compare with: the file of the one text that is checked, or a folder that holds "
            "NAME.ru.txt, or NAME.txt, for each NAME.txt.",
            argument=True,
        ),
    )
    glossary: tuple[Path, ...] = field(
        default=(),
        metadata=_about(
            Paths("PATH"),
            "Your own terms, to which a text that is compared with its source must keep: tables of Russian "
            "and English (.csv, .tsv), or TBX.",
        ),
    )
    fields: tuple[str, ...] = field(
        default=(),
        metadata=_about(
            Strings("NAMES"),
            'Fields of JSON Lines that hold texts, "body.en" one within another. Empty means the usual '
            "names: title and text, body, content…",
            argument=True,
        ),
    )
    languagetool: str = field(
        default="auto",
        metadata=_about(
            Choice(("auto", "on", "off")),
            "Whether LanguageTool checks too. auto: where it can be had, and it is said where not; "
            "on: its absence is an error.",
            argument=True,
        ),
    )
    languagetool_url: str = field(
        default="",
        metadata=_about(
            Url(),
            "The address of a LanguageTool server to use instead of one on this machine.",
        ),
    )
    languagetool_idle_minutes: int = field(
        default=30,
        metadata=_about(
            Number(1, 1440, whole=True),
            "After how many minutes without work a server started by `tqcheck languagetool start` stops.",
        ),
    )
    spelling: bool = field(
        default=False,
        metadata=_about(
            Flag(),
            "Whether LanguageTool spells too: words that no dictionary has, less names and terms of Russian "
            "news. Without LanguageTool it does nothing.",
            argument=True,
        ),
    )
    judge: str = field(
        default="auto",
        metadata=_about(
            Choice(("auto", "on", "off")),
            "Whether the context judge and the estimator, which use a small language model, check too. auto: "
            "where it is installed, and it is said where not; on: its absence is an error.",
            argument=True,
        ),
    )
    judge_model: Path | None = field(
        default=None,
        metadata=_about(
            File("PATH"),
            "Another model for the judge: a file in GGUF form, or a folder in CTranslate2's with "
            "tokenizer.json.",
        ),
    )
    view: str = field(
        default="annotated",
        metadata=_about(
            Choice(("annotated", "list", "table")),
            "How the terminal report shows a text: annotated in place, as a list, or as a table of findings.",
            argument=True,
        ),
    )
    format: str = field(
        default="terminal",
        metadata=_about(
            Choice(("terminal", "json", "sarif", "github", "gitlab", "junit", "markdown", "html")),
            "The format of the report.",
            argument=True,
        ),
    )
    config_file: Path | None = None


@dataclass(frozen=True, slots=True)
class Setting:
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


SETTINGS: tuple[Setting, ...] = tuple(
    Setting(f.name.replace("_", "-"), f.name, f.default, about.kind, about.help, about.argument)
    for f in fields(Settings)
    if (about := f.metadata.get("about"))
)
