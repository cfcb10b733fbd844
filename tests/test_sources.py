"""Texts and the Russian that belongs to them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tqcheck.model import Report, Verdict
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
