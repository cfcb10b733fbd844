"""Settings: where they are found, what is refused and how it is said, and what is made from them."""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tqcheck import settings as module
from tqcheck.cli import main
from tqcheck.settings import (
    SETTINGS,
    Settings,
    SettingsError,
    add_arguments,
    load_settings,
    matches,
    require_known_selectors,
    selected,
)
from tqcheck.settings.template import reference, template, write_template


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty working directory, with nothing remembered."""
    module.forget()
    monkeypatch.chdir(tmp_path)
    yield tmp_path
    module.forget()


def load(start: str = "a.txt", config: str | None = None, **overrides: object) -> Settings:
    return load_settings(Path(start), Path(config) if config else None, overrides)


def message(start: str = "a.txt", config: str | None = None, **overrides: object) -> str:
    with pytest.raises(SettingsError) as caught:
        load(start, config, **overrides)
    return str(caught.value)


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


# Where settings are found


@pytest.mark.usefixtures("folder")
def test_without_a_file_the_defaults_hold() -> None:
    assert load() == Settings()


def test_the_nearest_file_wins_and_is_used_alone(folder: Path) -> None:
    write(folder / "tqcheck.toml", 'fail-on = "minor"\nmin-score = 50\n')
    near = write(folder / "news/tqcheck.toml", 'fail-on = "critical"\n')
    found = load("news/today/a.txt")
    assert (found.fail_on, found.min_score, found.config_file) == ("critical", None, near)


def test_of_two_files_in_a_folder_tqcheck_toml_wins(folder: Path) -> None:
    write(folder / "pyproject.toml", '[tool.tqcheck]\nfail-on = "minor"\n')
    write(folder / "tqcheck.toml", 'fail-on = "critical"\n')
    assert load().fail_on == "critical"


@pytest.mark.parametrize(
    "other",
    ["", "[project]\nname = 'tqcheck-user'\n", "[tool.ruff]\n", "tool = 1  # tqcheck\n", "not TOML [["],
    ids=["empty", "our-name-elsewhere", "other-tools", "tool-is-no-table", "malformed-and-not-ours"],
)
def test_a_pyproject_without_our_table_is_passed_over(folder: Path, other: str) -> None:
    write(folder / "tqcheck.toml", 'fail-on = "critical"\n')
    write(folder / "news/pyproject.toml", other)
    assert load("news/a.txt").fail_on == "critical"


def test_an_empty_table_of_ours_ends_the_search(folder: Path) -> None:
    write(folder / "tqcheck.toml", 'fail-on = "critical"\n')
    write(folder / "news/pyproject.toml", "[tool.tqcheck]\n")
    assert load("news/a.txt").fail_on == "major"


@pytest.mark.parametrize("start", ["news", "news/", "news/../news/a.txt", "news/none/at/all/a.txt"])
def test_the_search_starts_at_folders_and_at_texts_that_do_not_exist(folder: Path, start: str) -> None:
    write(folder / "news/tqcheck.toml", 'fail-on = "critical"\n')
    assert load(start).fail_on == "critical"


def test_the_search_goes_up_from_the_text_not_from_where_we_are(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder / "here/tqcheck.toml", 'fail-on = "critical"\n')
    monkeypatch.chdir(folder / "here")
    assert load("../there/a.txt").fail_on == "major"
    assert load("-").fail_on == "critical"


def test_the_named_file_goes_before_any_that_is_found(folder: Path) -> None:
    write(folder / "tqcheck.toml", 'fail-on = "critical"\n')
    write(folder / "etc/strict.toml", 'fail-on = "minor"\n')
    assert load(config="etc/strict.toml").fail_on == "minor"


def test_a_pyproject_can_be_named(folder: Path) -> None:
    write(folder / "etc/pyproject.toml", '[tool.tqcheck]\nfail-on = "minor"\n')
    assert load(config="etc/pyproject.toml").fail_on == "minor"


def test_arguments_go_before_the_file(folder: Path) -> None:
    write(folder / "tqcheck.toml", 'fail-on = "critical"\nselect = ["sense"]\nview = "list"\n')
    found = load(fail_on="never", select=["calque,syntax.*", "style"], view=None)
    assert (found.fail_on, found.view) == ("never", "list")
    assert found.select == ("calque", "syntax.*", "style")


@pytest.mark.usefixtures("folder")
def test_arguments_are_read_as_typed() -> None:
    assert load(min_score="80").min_score == 80
    assert load(min_score="none").min_score is None
    assert load(languagetool_idle_minutes="5").languagetool_idle_minutes == 5


def test_settings_of_one_file_are_equal_and_hash_alike(folder: Path) -> None:
    write(folder / "tqcheck.toml", 'select = ["sense"]\n')
    assert len({load("a.txt"), load("news/b.txt")}) == 1


def test_a_file_is_read_once_for_all_texts_below_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder / "pyproject.toml", "[tool.tqcheck]\n")
    opened = []
    read_bytes = Path.read_bytes

    def count(self: Path) -> bytes:
        opened.append(self)
        return read_bytes(self)

    monkeypatch.setattr(Path, "read_bytes", count)
    for i in range(50):
        load(f"news/{i % 5}/{i}.txt")
    assert len(opened) == 1


def test_a_changed_file_is_seen_after_forgetting(folder: Path) -> None:
    assert load().view == "annotated"
    write(folder / "tqcheck.toml", 'view = "list"\n')
    module.forget()
    assert load().view == "list"


# Paths


def test_rulebooks_are_relative_to_their_file_and_as_arguments_to_where_we_are(folder: Path) -> None:
    ours = write(folder / "etc/rules/ours.yaml", "")
    write(folder / "etc/strict.toml", f'rulebooks = ["rules/ours.yaml", "rules", {str(ours)!r}]\n')
    assert load(config="etc/strict.toml").rulebooks == (ours, ours.parent, ours)
    assert load(rulebooks=["etc/rules"]).rulebooks == (ours.parent,)
    assert load(rulebooks=[ours]).rulebooks == (ours,)


def test_a_rulebook_that_is_not_there_is_named_with_its_line(folder: Path) -> None:
    write(folder / "tqcheck.toml", '\nrulebooks = [\n  "ours.yaml",\n]\n')
    assert message() == (f'tqcheck.toml:2: rulebooks has "ours.yaml", but there is no {folder / "ours.yaml"}')


# What is refused, and where it is said to be


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('fail-on = "majr"', 1, 'not "majr"; did you mean "major"?'),
        ('fail-on = "MAJOR"', 1, 'did you mean "major"?'),
        ("fail-on = 3", 1, 'fail-on must be "minor", "major", "critical" or "never", not 3'),
        ("languagetool = true", 1, 'must be "auto", "on" or "off", not true'),
        ("min-score = 101", 1, 'min-score must be a number from 0 to 100 or "none", not 101'),
        ("min-score = -0.5", 1, "not -0.5"),
        ("min-score = nan", 1, "not nan"),
        ("min-score = true", 1, "not true"),
        ('min-score = "80"', 1, 'not "80"'),
        ("languagetool-idle-minutes = 1.5", 1, "must be a whole number from 1 to 1440, not 1.5"),
        ("languagetool-idle-minutes = 0", 1, "not 0"),
        ('select = "sense"', 1, 'must be a list, such as ["sense"], not "sense"'),
        ("select = [1]", 1, "must hold texts only, not 1"),
        ('ignore = ["  "]', 1, "has an empty text in it"),
        ("select = {a = 1}", 1, "must be a list of texts"),
        ('rulebooks = "a.yaml"', 1, 'must be a list, such as ["a.yaml"]'),
        ('languagetool-url = "localhost:8081"', 1, 'must be an address such as "http://localhost:8081"'),
        ('languagetool-url = "http://host:port"', 1, "must be an address"),
        ('languagetool-url = "http://[::1"', 1, "must be an address"),
        ('languagetool-url = "http://a b"', 1, "must be an address"),
        ("languagetool-url = 8081", 1, "must be an address"),
        ('# about\n\nfail_on = "minor"', 3, 'unknown setting "fail_on"; did you mean fail-on?'),
        ('failon = "minor"', 1, "did you mean fail-on?"),
        ("min-scor = 1", 1, "did you mean min-score?"),
        ("zzz = 1", 1, 'unknown setting "zzz"; there are fail-on, min-score,'),
        ("[fail-on]\nx = 1", 1, "fail-on must be"),
        ("[view-of-it]\nx = 1", 1, "unknown setting"),
        ('[tool.tqcheck]\nview = "list"', 1, "[tool.tqcheck] belongs in pyproject.toml"),
        ("fail-on.x = 1", 1, "fail-on must be"),
        ('"fail-on" = 1', 1, "fail-on must be"),
        ('x = """\nfail-on = 1\n"""\nfail-on = 2', 4, "fail-on must be"),
        (f'fail-on = "{"x" * 5000}"', 1, "x…"),
        ('"\\u001b[31m" = 1', None, r'unknown setting "\u001b[31m"'),
        ('fail-on = "\\u009b"', 1, r'not "\u009b"'),
    ],
)
def test_a_wrong_value_or_name(folder: Path, text: str, line: int | None, said: str) -> None:
    write(folder / "tqcheck.toml", text + "\n")
    place = "tqcheck.toml:" if line is None else f"tqcheck.toml:{line}:"
    assert any(one.startswith(place) and said in one for one in message().splitlines()), message()
    assert all(len(one) < 300 for one in message().splitlines())


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("fail-on = 1\n[tool.tqcheck]\nview = 'list'\nfail-on = 2\n", 4),
        ("[tool]\ntqcheck.fail-on = 2\n", 2),
        ("tool.tqcheck.fail-on = 2\n", 1),
        ("[tool]\ntqcheck = {view = 'list', fail-on = 2}\n", 2),
        ("[tool.'tqcheck']\n\nfail-on = 2\n", 3),
        ("[tool.tqcheck]  # ours\r\nfail-on = 2\r\n", 2),
    ],
    ids=["table", "dotted-in-table", "dotted", "inline", "quoted", "crlf"],
)
def test_the_line_is_found_in_a_pyproject(folder: Path, text: str, line: int) -> None:
    (folder / "pyproject.toml").write_bytes(text.encode())
    assert message().startswith(f"pyproject.toml:{line}: fail-on must be")


def test_our_table_must_be_a_table(folder: Path) -> None:
    write(folder / "pyproject.toml", "\n[tool]\ntqcheck = 1\n")
    assert message() == "pyproject.toml:3: tool.tqcheck must be a table of settings"


def test_all_problems_are_named_at_once(folder: Path) -> None:
    write(folder / "tqcheck.toml", "fail-on = 1\nview = 2\n")
    said = message(min_score="lots").splitlines()
    assert [one.partition(" ")[0] for one in said] == ["tqcheck.toml:1:", "tqcheck.toml:2:", "--min-score"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b'view = "list"\nfail-on = major\n', "tqcheck.toml:2:11: not valid TOML: Invalid value"),
        (b'view = "list', "tqcheck.toml:1:13: not valid TOML: Unterminated string"),
        (b"view = 1\nview = 2\n", "tqcheck.toml:2:9: not valid TOML: Cannot overwrite a value"),
        (b"a = " + b"[" * 100_000, "tqcheck.toml: not valid TOML: nested too deeply"),
        (b"a = " + b"9" * 10_000, "tqcheck.toml: not valid TOML: "),
        ('view = "list"\n# передёргивание'.encode("cp1251"), "tqcheck.toml:2: not UTF-8, as TOML must be"),
        ('view = "list"'.encode("utf-16"), "tqcheck.toml:1: not UTF-8, as TOML must be"),
    ],
    ids=["bare-word", "end-of-file", "twice", "nested", "long-number", "windows-1251", "utf-16"],
)
def test_a_malformed_file(folder: Path, data: bytes, said: str) -> None:
    (folder / "tqcheck.toml").write_bytes(data)
    assert message().startswith(said)


def test_a_byte_order_mark_and_crlf_are_accepted(folder: Path) -> None:
    (folder / "tqcheck.toml").write_bytes(b'\xef\xbb\xbfview = "list"\r\nfail-on = "minor"\r\n')
    assert (load().view, load().fail_on) == ("list", "minor")


def test_a_malformed_pyproject_that_names_us_is_an_error(folder: Path) -> None:
    write(folder / "pyproject.toml", "[tool.tqcheck]\nview = list\n")
    assert message().startswith("pyproject.toml:2:8: not valid TOML")


def test_a_named_file_that_cannot_be_used(folder: Path) -> None:
    write(folder / "pyproject.toml", "[project]\n")
    assert message(config="none.toml") == "none.toml: no such configuration file"
    assert message(config=".").endswith("the configuration file cannot be read: Is a directory")
    assert message(config="pyproject.toml") == "pyproject.toml: has no [tool.tqcheck] table"


def test_a_file_that_may_not_be_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(self))

    write(folder / "tqcheck.toml", "")
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert message() == "tqcheck.toml: the configuration file cannot be read: Permission denied"


@pytest.mark.usefixtures("folder")
def test_an_unknown_override_is_refused() -> None:
    assert message(failon="minor") == 'unknown setting "failon"; did you mean fail-on?'


# Selectors


@pytest.mark.parametrize(
    ("selector", "rule", "expected"),
    [
        ("sense.account", "sense.account", True),
        ("sense", "sense.account", True),
        ("sense.*", "sense.account", True),
        ("*.account", "sense.account", True),
        ("*", "sense.account", True),
        ("sen", "sense.account", False),
        ("sense.acc", "sense.account", False),
        ("Sense", "sense.account", False),
        ("calque", "sense.account", False),
        ("sense", "sense", True),
    ],
)
def test_matches(selector: str, rule: str, expected: bool) -> None:
    assert matches(selector, rule) is expected


@pytest.mark.parametrize(
    ("select", "ignore", "expected"),
    [
        ((), (), True),
        (("sense",), (), True),
        (("calque",), (), False),
        ((), ("sense.*",), False),
        (("sense.account",), ("sense",), False),
        (("calque", "sense"), ("style",), True),
    ],
)
def test_selected(select: tuple[str, ...], ignore: tuple[str, ...], expected: bool) -> None:
    assert selected(Settings(select=select, ignore=ignore), "sense.account") is expected


@pytest.mark.parametrize("selector", ["sense", "sense.a*", "sense.account", "languagetool.EN_A_VS_AN"])
def test_selectors_that_mean_a_rule_are_accepted(selector: str) -> None:
    settings = Settings(select=(selector,), ignore=(selector,))
    require_known_selectors(settings, ["sense.account"], ["languagetool"])


def test_a_selector_that_means_no_rule_is_named_with_its_place(folder: Path) -> None:
    write(folder / "tqcheck.toml", '\nignore = ["sense.acount"]\n')
    with pytest.raises(SettingsError) as caught:
        require_known_selectors(
            load(select="sens,sens.*,zzz,sense.nosuch,prices"),
            ["sense.account", "sense.growth-of-prices-of-oil"],
        )
    assert str(caught.value).splitlines() == [
        '--select: no rule is "sens"; did you mean sense?',
        '--select: no rule is "sens.*"; did you mean sense.*?',
        '--select: no rule is "zzz"; `tqcheck rules list` shows them all',
        '--select: no rule is "sense.nosuch"; `tqcheck rules list` shows them all',
        '--select: no rule is "prices"; did you mean sense.growth-of-prices-of-oil?',
        'tqcheck.toml:2: ignore: no rule is "sense.acount"; did you mean sense.account?',
    ]


def test_a_selector_in_a_table_is_named_with_the_line_of_its_entry(folder: Path) -> None:
    write(folder / "tqcheck.toml", '[per-file-ignores]\n"a.md" = ["sense"]\n"b/*.md" = ["sens"]\n')
    with pytest.raises(SettingsError, match=r"^tqcheck.toml:3: per-file-ignores: no rule is \"sens\""):
        require_known_selectors(load(), ["sense.account"])


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('source = "nope"', "tqcheck.toml:2: source {}/nope: does not exist"),
        ('baseline = "b.json"', "tqcheck.toml:2: baseline {}/b.json: no such baseline"),
    ],
)
def test_what_a_file_of_settings_names_is_missed_with_its_place(
    line: str, said: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder / "tqcheck.toml", f'\n{line}\nlanguagetool = "off"\n')
    write(folder / "a.txt", "All is well.\n")
    for command in ("check", "fix"):
        assert main([command, "a.txt"]) == 2
        assert f"tqcheck: {said.format(folder)}" in capsys.readouterr().err


def test_what_an_argument_names_is_missed_without_a_place(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder / "tqcheck.toml", 'source = "nope"\nbaseline = "b.json"\n')
    write(folder / "a.txt", "All is well.\n")
    off = ["--languagetool", "off"]
    assert main(["check", "a.txt", "--source", "other", "--baseline", "none", *off]) == 2
    assert f"tqcheck: --source {folder}/other: does not exist\n" in capsys.readouterr().err
    assert main(["check", "a.txt", "--baseline", "c.json", *off]) == 2
    assert f"tqcheck: {folder}/c.json: no such baseline" in capsys.readouterr().err


# What is made from the settings


def test_the_template_changes_nothing(folder: Path) -> None:
    write_template(folder / "tqcheck.toml")
    found = load()
    assert (found, found.config_file) == (Settings(config_file=found.config_file), folder / "tqcheck.toml")
    assert tomllib.loads(template()) == {}


def test_the_template_uncommented_sets_every_setting_to_its_default(folder: Path) -> None:
    uncommented = re.sub(r"^#(?! )", "", template(), flags=re.MULTILINE)
    assert list(tomllib.loads(uncommented)) == [setting.name for setting in SETTINGS]
    file = write(folder / "tqcheck.toml", uncommented)
    assert load() == Settings(config_file=file)


def test_the_template_explains_every_setting_in_short_lines() -> None:
    joined = template().replace("\n# ", " ")
    assert all(setting.help in joined for setting in SETTINGS)
    assert max(map(len, template().splitlines())) <= 100


def test_the_template_overwrites_nothing(folder: Path) -> None:
    file = write(folder / "tqcheck.toml", "mine")
    with pytest.raises(SettingsError, match="is there already"):
        write_template(file)
    assert file.read_text() == "mine"
    with pytest.raises(SettingsError, match="cannot be written: No such file"):
        write_template(folder / "none" / "tqcheck.toml")


def test_the_reference_has_a_row_a_setting() -> None:
    rows = reference().splitlines()[2:]
    assert [row.split("`")[1] for row in rows] == [setting.name for setting in SETTINGS]
    assert all(row.count("|") == 6 for row in rows)


def test_the_reference_in_docs_is_current(golden: Callable[[str, str], None]) -> None:
    head = (
        "# Settings\n\nIn `tqcheck.toml`, or `[tool.tqcheck]` of `pyproject.toml`. Made from the settings "
        "themselves by a test with `--update-golden`.\n\n"
    )
    golden("../../docs/settings.md", head + reference())


@pytest.mark.usefixtures("folder")
def test_arguments_not_given_leave_the_defaults() -> None:
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    assert load(**vars(parser.parse_args([]))) == Settings()
    given = parser.parse_args(["--select", "a,b", "--select", "c", "--min-score", "80", "--fail-on", "minor"])
    assert load(**vars(given)) == Settings(select=("a", "b", "c"), min_score=80, fail_on="minor")
    assert "Default: major." in re.sub(r"\s+", " ", parser.format_help())


def test_every_field_but_config_file_is_a_setting() -> None:
    assert [setting.field for setting in SETTINGS] + ["config_file"] == list(Settings._fields)


def test_without_settings_in_a_file_no_parser_is_imported(folder: Path) -> None:
    write(folder / "pyproject.toml", "[project]\ndependencies = ['tqcheck']\n\n[tool.ruff]\n")
    code = (
        "import sys, pathlib, tqcheck.settings as s; s.load_settings(pathlib.Path('a.txt'), None, {});"
        "print(*{'tomllib', 'json', 'difflib', 'argparse', 'rich'} & set(sys.modules))"
    )
    root = Path(module.__file__).parents[2]
    environment = {**os.environ, "PYTHONPATH": str(root)}
    done = subprocess.run(
        [sys.executable, "-S", "-c", code],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == []
