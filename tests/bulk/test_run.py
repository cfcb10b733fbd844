"""Archives: what goes in comes out, once each, whatever interrupts the run."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.rulebook.support import rule_yaml
from tqcheck.bulk import run as runs
from tqcheck.bulk.articles import Article, Fields
from tqcheck.bulk.results import Results
from tqcheck.bulk.rows import Row, check_articles
from tqcheck.bulk.run import run
from tqcheck.cli import main
from tqcheck.model import TqcheckError
from tqcheck.session import Session
from tqcheck.settings import Settings

FAULTY = "It was a frank twitching of facts."


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    book = tmp_path_factory.mktemp("book") / "rules.yaml"
    book.write_text(f"rules:\n- {rule_yaml('frank twitching', id='test.twitching', confidence='high')}\n")
    return Settings(languagetool="off", judge="off", rulebooks=(book,), select=("test",))


def jsonl(path: Path, count: int) -> Path:
    lines = [
        {"id": f"a{i}", "text": FAULTY if i % 3 == 0 else f"All is well in house {i}."} for i in range(count)
    ]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_a_row_for_each_line(tmp_path: Path, settings: Settings) -> None:
    out = tmp_path / "results.jsonl"
    outcome = run([str(jsonl(tmp_path / "in.jsonl", 120))], out, settings)
    assert (outcome.articles, outcome.resumed, outcome.findings, outcome.failed) == (120, 0, 40, 0)
    found = rows(out)
    assert [row["id"] for row in found] == [f"a{i}" for i in range(120)]
    assert [len(row["findings"]) for row in found] == [int(i % 3 == 0) for i in range(120)]
    finding = found[0]["findings"][0]
    assert FAULTY[finding["start"] : finding["end"]] == finding["text"] == "frank twitching"
    assert [file.name for file in tmp_path.iterdir() if "results" in file.name] == ["results.jsonl"]


def test_processes_give_the_same(tmp_path: Path, settings: Settings) -> None:
    source = str(jsonl(tmp_path / "in.jsonl", 230))
    run([source], tmp_path / "one.jsonl", settings, jobs=1)
    run([source], tmp_path / "two.jsonl", settings, jobs=2)
    assert (tmp_path / "one.jsonl").read_bytes() == (tmp_path / "two.jsonl").read_bytes()


def test_parquet_in_and_out_is_the_same_as_jsonl(tmp_path: Path, settings: Settings) -> None:
    import pyarrow
    from pyarrow import parquet

    source = jsonl(tmp_path / "in.jsonl", 60)
    parquet.write_table(pyarrow.Table.from_pylist(rows(source)), tmp_path / "in.parquet")
    run([str(source)], tmp_path / "out.jsonl", settings)
    run([str(tmp_path / "in.parquet")], tmp_path / "out.parquet", settings)
    assert parquet.read_table(tmp_path / "out.parquet").to_pylist() == rows(tmp_path / "out.jsonl")


def test_folders_of_everything(tmp_path: Path, settings: Settings) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    jsonl(folder / "b.jsonl", 2)
    (folder / "a.txt").write_text(FAULTY)
    (folder / "c.md").write_text(f"# Title\n\n{FAULTY}\n")
    (folder / "e.xlf").touch()
    (folder / "d.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    outcome = run([str(folder)], tmp_path / "out.jsonl", settings)
    found = {row["id"]: row for row in rows(tmp_path / "out.jsonl")}
    assert list(found) == [
        f"{folder}/a.txt",
        "a0",
        "a1",
        f"{folder}/c.md",
        f"{folder}/d.txt",
    ]
    assert [len(row["findings"]) for row in found.values()] == [1, 1, 0, 1, 0]
    assert outcome.failed == 1
    png = found[f"{folder}/d.txt"]
    assert "PNG" in png["failures"][0]["message"]
    assert png["score"] is None
    assert outcome.notices == (
        "passed over in folders: 1 .xlf; name such files, or a glob, to have them checked",
    )
    assert str(outcome).startswith("4 of 5 articles checked, 1 not, or only in part: ")


BAD_LINES = [
    pytest.param("{", "is not JSON", id="cut-off"),
    pytest.param("[1]", "is not a JSON object", id="no-object"),
    pytest.param('{"id": "x"}', "has no text in 'text'", id="no-text"),
    pytest.param('{"text": 7}', "has no text in 'text'", id="text-is-a-number"),
    pytest.param('{"text": " "}', "is empty", id="empty"),
    pytest.param("[" * 100_000, "is not JSON", id="nested"),
    pytest.param('{"text": ' + "9" * 5000 + "}", "is not JSON", id="a-huge-number"),
    pytest.param("\udcff", "is not JSON", id="not-utf8"),
]


@pytest.mark.parametrize(("line", "said"), BAD_LINES)
def test_a_bad_line_is_told_and_the_others_checked(
    tmp_path: Path, settings: Settings, line: str, said: str
) -> None:
    file = tmp_path / "in.jsonl"
    file.write_bytes(
        f'{{"text": "Good."}}\n{line}\n\n{{"text": "{FAULTY}"}}'.encode("utf-8", "surrogateescape")
    )
    outcome = run([str(file)], tmp_path / "out.jsonl", settings)
    first, second, third = rows(tmp_path / "out.jsonl")
    assert outcome.failed == 1
    assert said in second["failures"][0]["message"]
    assert (first["failures"], third["id"], len(third["findings"])) == ([], f"{file}:4", 1)


def test_a_failure_names_the_id_and_its_place(tmp_path: Path, settings: Settings) -> None:
    file = tmp_path / "in.jsonl"
    file.write_text('{"text": "Good."}\n{"id": "x", "text": 3}\n')
    [failure] = run([str(file)], tmp_path / "out.jsonl", settings).failures
    assert str(failure) == f"x ({file}:2): has no text in 'text'"
    assert rows(tmp_path / "out.jsonl")[1]["failures"][0]["path"] == "x"


def test_a_path_that_leads_nowhere_stops_the_run_before_anything_is_written(
    tmp_path: Path, settings: Settings
) -> None:
    out = tmp_path / "out.jsonl"
    with pytest.raises(TqcheckError, match="does not exist"):
        run([str(jsonl(tmp_path / "in.jsonl", 2)), str(tmp_path / "none.jsonl")], out, settings)
    assert [file.name for file in tmp_path.iterdir()] == ["in.jsonl"]


def test_ids_that_come_twice_are_told(tmp_path: Path, settings: Settings) -> None:
    source = jsonl(tmp_path / "in.jsonl", 3)
    source.write_text(source.read_text().replace("a2", "a1") + '{"text": "No id."}\n' * 2)
    outcome = run([str(source)], tmp_path / "out.jsonl", settings)
    assert outcome.notices == (
        "1 article had the id of one before, the first of them 'a1'; each has a row of its own",
    )


def test_the_first_failures_are_told(tmp_path: Path, settings: Settings) -> None:
    (tmp_path / "in.jsonl").write_text("{\n" * 25)
    outcome = run([str(tmp_path / "in.jsonl")], tmp_path / "out.jsonl", settings)
    assert [failure.path for failure in outcome.failures] == [
        f"{tmp_path}/in.jsonl:{n}" for n in range(1, 21)
    ]
    assert outcome.notices == ("5 more articles could not be checked; their rows say why",)


def test_lone_surrogates_survive(tmp_path: Path, settings: Settings) -> None:
    (tmp_path / "in.jsonl").write_text('{"id": "\\ud800", "text": "A frank twitching \\udfff."}\n')
    run([str(tmp_path / "in.jsonl")], tmp_path / "out.jsonl", settings)
    [row] = rows(tmp_path / "out.jsonl")
    assert (row["id"], len(row["findings"])) == ("\ud800", 1)


class Stop(Exception):
    """Stands for whatever ends a run."""


def interrupt_after(monkeypatch: pytest.MonkeyPatch, pieces: int) -> None:
    """Makes a run end after so many pieces of work."""
    left = [pieces]

    def check(session: Session, batch: Sequence[Article]) -> list[Row]:
        if not left[0]:
            raise Stop
        left[0] -= 1
        return check_articles(session, batch)

    monkeypatch.setattr(runs, "check_articles", check)


@pytest.mark.parametrize("torn", [b"", b'{"id": "a1', b"\0\0\0"], ids=["whole", "half-a-line", "nulls"])
def test_an_interrupted_run_goes_on(
    tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch, torn: bytes
) -> None:
    source, out = str(jsonl(tmp_path / "in.jsonl", 230)), tmp_path / "out.jsonl"
    run([source], tmp_path / "whole.jsonl", settings)
    for pieces in (1, 2):
        interrupt_after(monkeypatch, pieces)
        with pytest.raises(Stop):
            run([source], out, settings)
        assert not out.exists()
        with out.with_name("out.jsonl.part").open("ab") as part:
            part.write(torn)
    monkeypatch.undo()
    outcome = run([source], out, settings)
    assert (outcome.resumed, outcome.articles) == (150, 80)
    assert out.read_bytes() == (tmp_path / "whole.jsonl").read_bytes()


def test_what_changed_in_between_is_not_passed_over(
    tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, out = jsonl(tmp_path / "in.jsonl", 130), tmp_path / "out.jsonl"
    interrupt_after(monkeypatch, 1)
    with pytest.raises(Stop):
        run([str(source)], out, settings)
    monkeypatch.undo()
    changed = source.read_text().replace("house 1.", "house one.")
    source.write_text(changed)
    with pytest.raises(TqcheckError, match="a1 is not where it was, or has changed"):
        run([str(source)], out, settings)
    with pytest.raises(TqcheckError, match="other rules, settings or fields"):
        run([str(source)], out, Settings(languagetool="off", select=("sense",)))
    assert run([str(source)], out, settings, restart=True).articles == 130
    with pytest.raises(TqcheckError, match="is there already"):
        run([str(source)], out, settings)


def test_two_runs_do_not_share_a_file(tmp_path: Path, settings: Settings) -> None:
    out = tmp_path / "out.jsonl"
    with Results(out, "head"), pytest.raises(TqcheckError, match="another run is writing it"):
        run([str(jsonl(tmp_path / "in.jsonl", 2))], out, settings)


def test_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    jsonl(tmp_path / "in.jsonl", 3)
    command = ["archive", "in.jsonl", "--output", "out.jsonl", "--languagetool", "off", "--jobs", "1"]
    assert main(command) == 0
    assert "3 articles checked" in capsys.readouterr().out
    assert main(command) == 2
    assert "out.jsonl: is there already" in capsys.readouterr().err
    assert main(["archive", "none.jsonl", "--output", "o.jsonl", "--languagetool", "off", "--jobs", "1"]) == 2
    assert "none.jsonl: does not exist" in capsys.readouterr().err
    Path("bad.jsonl").write_text("{")
    assert main(["archive", "bad.jsonl", "--output", "b.jsonl", "--languagetool", "off", "--jobs", "1"]) == 2
    assert "bad.jsonl:1: is not JSON" in capsys.readouterr().err
    assert main(["archive", "in.jsonl", "--output", "o.csv", "--languagetool", "off"]) == 2
    assert main(["archive", "in.jsonl", "--output", "no/o.jsonl", "--languagetool", "off"]) == 2


def test_the_russian_beside_an_article(tmp_path: Path, settings: Settings) -> None:
    line = {"n": 7, "en": FAULTY, "ru": "Это было откровенное передёргивание фактов."}
    (tmp_path / "in.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    run([str(tmp_path / "in.jsonl")], tmp_path / "o.jsonl", settings, fields=Fields("en", "n", "ru"))
    [row] = rows(tmp_path / "o.jsonl")
    assert (row["id"], row["failures"], len(row["findings"])) == ("7", [], 1)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(28, "No space left on device"), "results.jsonl: cannot be written: No space left on device"),
        (
            FileNotFoundError(2, "No such file or directory", "rules/gone.yaml"),
            "rules/gone.yaml: No such file",
        ),
    ],
)
def test_a_file_that_fails_is_the_one_that_is_named(
    error: OSError,
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("tqcheck.bulk.run.run", fail)
    assert main(["archive", str(tmp_path), "--output", str(tmp_path / "results.jsonl")]) == 2
    assert said in capsys.readouterr().err
