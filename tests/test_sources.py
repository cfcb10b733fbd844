"""Texts and the Russian that belongs to them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import tqcheck
from tests.rulebook.support import rule_yaml
from tqcheck import check_text
from tqcheck.cli import main
from tqcheck.model import InputError, Report, Verdict
from tqcheck.pipeline import check_paths
from tqcheck.settings import SettingsError
from tqcheck.sources import source_of

ENGLISH, RUSSIAN = "Putin came to Minsk.\n", "Путин приехал в Минск.\n"


def run(folder: Path, *paths: str, source: Path) -> Report:
    overrides = {"source": source, "languagetool": "off"}
    return check_paths([str(folder / path) for path in paths], overrides=overrides)


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "a.ru.txt").write_text(RUSSIAN, encoding="cp1251")
    return tmp_path


def test_names(tmp_path: Path) -> None:
    other = tmp_path / "ru"
    other.mkdir()
    for file in ("a.txt", "a.ru.txt", "c.ru.md", "ru/b.txt", "ru/a.txt"):
        (tmp_path / file).touch()
    assert source_of(tmp_path / "a.txt", tmp_path) == tmp_path / "a.ru.txt"
    assert source_of(tmp_path / "c.en.md", tmp_path) == tmp_path / "c.ru.md"
    assert source_of(tmp_path / "a.txt", other) == other / "a.txt"
    assert source_of(tmp_path / "b.txt", tmp_path) is None
    assert source_of(tmp_path / "a.txt", other / "b.txt") == other / "b.txt"


def test_the_source_of_each_text_of_a_folder(texts: Path) -> None:
    (texts / "b.txt").write_text(ENGLISH, encoding="utf-8")
    report = run(texts, "", source=texts)
    sources = [checked.document.source for checked in report.documents]
    assert [source and Path(source.path).name for source in sources] == ["a.ru.txt", None]
    assert [notice for notice in report.notices if "b.txt has no source" in notice]
    assert report.verdict is Verdict.PASS


def test_one_file_is_the_source_of_one_text(texts: Path) -> None:
    assert run(texts, "a.txt", source=texts / "a.ru.txt").documents[0].document.source
    (texts / "b.txt").write_text(ENGLISH, encoding="utf-8")
    with pytest.raises(SettingsError, match="the source of one text, not of 2"):
        run(texts, "a.txt", "b.txt", source=texts / "a.ru.txt")
    with pytest.raises(SettingsError, match="standard input can only be the text"):
        run(texts, "a.txt", source=Path("-"))
    with pytest.raises(SettingsError, match="does not exist"):
        run(texts, "a.txt", source=texts / "none.txt")


def test_a_source_that_cannot_be_read_is_an_error_of_its_text_alone(texts: Path) -> None:
    for name, russian in (("b", ""), ("c", RUSSIAN)):
        (texts / f"{name}.txt").write_text(ENGLISH, encoding="utf-8")
        (texts / f"{name}.ru.txt").write_text(russian, encoding="utf-8")
    report = run(texts, "", source=texts)
    assert [Path(failure.path).name for failure in report.all_failures()] == ["b.ru.txt"]
    assert [bool(checked.document.source) for checked in report.documents] == [True, False, True]
    assert report.verdict is Verdict.ERROR


def test_folders_in_folders(tmp_path: Path) -> None:
    for file in ("en/2020/a.txt", "en/2021/a.txt", "en/2022/a.txt", "ru/2020/a.txt", "ru/a.ru.txt"):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).touch()
    (tmp_path / "en/2021/a.ru.txt").touch()
    english, russian = tmp_path / "en", tmp_path / "ru"
    assert source_of(english / "2020/a.txt", russian) == russian / "2020/a.txt"
    assert source_of(english / "2022/a.txt", russian) == russian / "a.ru.txt"
    assert source_of(english / "2021/a.txt", english) == english / "2021/a.ru.txt"
    assert source_of(english / "2020/a.txt", english) is None


OFF = ["--languagetool", "off"]
WRONG, NEGATED = "The minister came to Minsk on Monday.\n", "Министр не приехал в Минск в понедельник.\n"
"""What only the Russian tells to be wrong."""


@pytest.fixture
def pair(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(WRONG, encoding="utf-8")
    (tmp_path / "a.ru.txt").write_text(NEGATED, encoding="utf-8")
    return tmp_path


def test_check_file_takes_it_by_name_and_by_the_settings(pair: Path) -> None:
    for report in (
        tqcheck.check_file(pair / "a.txt", source=pair / "a.ru.txt"),
        tqcheck.check_file(pair / "a.txt", tqcheck.Settings(languagetool="off", source=pair)),
    ):
        assert [finding.rule for finding in report.documents[0].findings] == ["negation.dropped"]


def test_compare(pair: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (pair / "b.txt").write_text("The minister did not come to Minsk on Monday.\n", encoding="utf-8")
    named = ["compare", str(pair / "a.txt"), str(pair / "b.txt"), "--source", str(pair / "a.ru.txt"), *OFF]
    assert main([*named, "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [change["rule"] for change in found["only_in_a"]] == ["negation.dropped"]
    assert found["only_in_b"] == []


def test_fix_says_what_it_cannot_compare(pair: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fix", str(pair / "a.txt"), "--source", str(pair), *OFF]) == 0
    assert "of 1 finding" in capsys.readouterr().err
    (pair / "b.txt").write_text(WRONG, encoding="utf-8")
    assert main(["fix", str(pair), "--source", str(pair), *OFF]) == 0
    assert "b.txt has no source" in capsys.readouterr().err
    assert main(["fix", str(pair), "--source", str(pair / "a.ru.txt"), *OFF]) == 2
    (pair / "a.ru.txt").write_text("Not Russian.\n", encoding="utf-8")
    assert main(["fix", str(pair / "a.txt"), "--source", str(pair), *OFF]) == 2


def test_fix_puts_in_what_the_source_makes_sure(tmp_path: Path) -> None:
    rule = rule_yaml("red hall", id="test.hall", confidence="medium", suggest=["red room"], source=["зал"])
    (tmp_path / "rules.yaml").write_text(f"rules:\n- {rule}\n", encoding="utf-8")
    (tmp_path / "tqcheck.toml").write_text('rulebooks = ["rules.yaml"]\nselect = ["test"]\n', "utf-8")
    text = tmp_path / "a.txt"
    text.write_text("The minister met guests in the red hall in Minsk.\n", encoding="utf-8")
    (tmp_path / "a.ru.txt").write_text("Министр встретил гостей в красном зале в Минске.\n", encoding="utf-8")
    assert main(["fix", str(text), "--write", *OFF]) == 0
    assert "red hall" in text.read_text("utf-8")
    assert main(["fix", str(text), "--write", "--source", str(tmp_path), *OFF]) == 0
    assert text.read_text("utf-8") == "The minister met guests in the red room in Minsk.\n"


def test_archive(pair: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, russian in (("b", ""), ("c", "Wrong language.\n"), ("d", None)):
        (pair / f"{name}.txt").write_text(WRONG, encoding="utf-8")
        if russian is not None:
            (pair / f"{name}.ru.txt").write_text(russian, encoding="utf-8")
    out = pair / "out.jsonl"
    assert main(["archive", str(pair), "--source", str(pair), "--output", str(out), "--jobs", "1", *OFF]) == 2
    rows = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert [[f["rule"] for f in row["findings"]] for row in rows] == [["negation.dropped"], [], [], []]
    assert [bool(row["source_path"]) for row in rows] == [True, False, False, False]
    assert [len(row["failures"]) for row in rows] == [0, 1, 1, 0]
    assert "1 article had no Russian" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "russian", "said"),
    [
        (NEGATED * 3, WRONG * 3, "the two are swapped"),
        (WRONG, WRONG, "is not Russian"),
        (WRONG, "Міністр не приїхав до Мінська в понеділок, заявив він.\n", "letters Russian has not"),
        (WRONG, "Хоккеисты сборной Канады обыграли шведов в финале молодёжного чемпионата мира, "
                "нападающий забросил три шайбы, вратарь отразил сорок бросков.\n", "to be the source of"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_said(
    text: str, russian: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (tmp_path / "a.ru.txt").write_text(russian, encoding="utf-8")
    assert main(["check", str(tmp_path / "a.txt"), "--source", str(tmp_path), *OFF]) == 2
    out, told = capsys.readouterr()
    assert said in told
    assert "1 source could not be compared with" in " ".join(out.split())


def test_a_bilingual_file_is_no_source(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(WRONG, encoding="utf-8")
    (tmp_path / "a.tsv").write_text(f"{NEGATED.strip()}\t{WRONG}", encoding="utf-8")
    assert main(["check", str(tmp_path / "a.txt"), "--source", str(tmp_path / "a.tsv"), *OFF]) == 2
    assert "holds both languages" in capsys.readouterr().err


def test_a_source_beside_a_file_that_holds_its_own_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pairs = tmp_path / "a.tsv"
    pairs.write_text(f"{NEGATED.strip()}\t{WRONG}", encoding="utf-8")
    (tmp_path / "b.txt").write_text(NEGATED, encoding="utf-8")
    assert main(["check", str(pairs), "--source", str(tmp_path / "b.txt"), *OFF]) == 2
    assert "b.txt: was not used: " in capsys.readouterr().err
    with pytest.raises(InputError, match="holds its own Russian"):
        tqcheck.check_file(pairs, source=tmp_path / "b.txt")
    assert main(["check", str(pairs), "--source", str(tmp_path), *OFF]) == 1
    capsys.readouterr()


def test_a_source_of_which_nothing_could_be_compared_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("A", encoding="utf-8")
    (tmp_path / "a.ru.txt").write_text(NEGATED * 12, encoding="utf-8")
    assert main(["check", str(tmp_path / "a.txt"), "--source", str(tmp_path), *OFF]) == 2
    out, told = capsys.readouterr()
    assert "a.ru.txt: has no sentence that surely belongs to one of " in told
    assert "✗ not compared" in out


def test_a_russian_text_is_not_sound_english(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(NEGATED, encoding="utf-8")
    assert main(["check", str(tmp_path / "a.txt"), *OFF]) == 2
    out, told = capsys.readouterr()
    assert "is in Cyrillic letters, not in English" in told
    assert "1 file could not be checked" in out
    assert "only in part" not in out


UNITS = (
    "Суд не признал его виновным.\t{}\nПогибли пять человек.\tFive people were killed.\n"
    "Минцифры разработало законопроект.\t{}\n"
)


def test_units_that_are_not_translated_are_told() -> None:
    text = UNITS.format("Суд не признал его виновным.", "")
    (checked,) = check_text(text, path="units.tsv").documents
    assert [(f.rule, f.text) for f in checked.findings] == [
        ("leftover.cyrillic", "Суд не признал его виновным")
    ]
    assert "units.tsv: 1 of 3 Russian sentences has no English" in checked.notices
    assert not checked.failures


@pytest.mark.parametrize("end", ["", "."])
@pytest.mark.parametrize("title", ["Суд отправил под стражу двух полицейских", "На заводе взорвался котёл"])
def test_a_title_left_in_russian_is_compared_with_nothing(title: str, end: str) -> None:
    text = f"{title}{end}\t{title}{end}\nПогибли пять человек.\tFive people were killed.\n"
    (checked,) = check_text(text, path="units.tsv").documents
    assert [(f.rule, f.text) for f in checked.findings] == [("leftover.cyrillic", title)]


def test_units_that_are_translated_are_not() -> None:
    text = UNITS.format("The court did not convict him.", "The ministry drafted a bill.")
    (checked,) = check_text(text, path="units.tsv").documents
    assert not [notice for notice in checked.notices if "no English" in notice]
