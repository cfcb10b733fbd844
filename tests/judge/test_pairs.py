"""The pair list and its strict loading."""

from __future__ import annotations

from pathlib import Path

import pytest

from tqcheck.judge.pairs import COLUMNS, Pair, PairsError, read_pairs, write_pairs
from tqcheck.judge.rules import described, rule_id

HEAD = "\t".join(COLUMNS)
GOOD = "акция\tnoun\tshare\tprotest;rally\tpolitics\tlow\t6.5\t2\t7\t1"


def read(folder: Path, text: str) -> list[Pair]:
    (folder / "pairs.tsv").write_text(text, encoding="utf-8")
    return read_pairs(folder / "pairs.tsv")


def test_what_is_written_is_read(tmp_path: Path) -> None:
    pairs = read(tmp_path, f"{HEAD}\n{GOOD}\n")
    assert pairs == [
        Pair(
            "акция",
            "noun",
            "share",
            ("protest", "rally"),
            "politics",
            "low",
            6.5,
            2.0,
            7,
            1,
        )
    ]
    assert read(tmp_path, write_pairs(pairs)) == pairs


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", ":1: the columns must be"),
        (f"{HEAD}\n{GOOD}", ":2: the last line is cut off"),
        (f"{HEAD}\n{GOOD}\n{GOOD}\n", ":3: the same pair stands in line 2"),
        (f"{HEAD}\n{GOOD}\n{GOOD.replace('акция', 'абзац')}\n", ":3: lines must be sorted"),
        (f"{HEAD}\n{GOOD}\textra\n", ":2: 11 columns, not 10"),
        (f"{HEAD}\n\n", ":2: 1 columns"),
        (f"{HEAD}\n{GOOD.replace('акция', ' акция')}\n", ":2: russian: empty, or with spaces"),
        (f"{HEAD}\n{GOOD.replace('noun', 'thing')}\n", ":2: pos: 'thing' is none of"),
        (f"{HEAD}\n{GOOD.replace('rally', 'share')}\n", ":2: right: empty, doubled"),
        (f"{HEAD}\n{GOOD.replace('6.5', 'x')}\n", ":2: could not convert"),
        (f"{HEAD}\n{GOOD.replace('6.5', 'nan')}\n", ":2: threshold: nan is no gain"),
        (f"{HEAD}\n{GOOD.replace('6.5', '').replace('2', '')}\n", ":2: a threshold is needed"),
        (f"{HEAD}\n{GOOD[:-1]}-1\n", ":2: alarms: '-1' is no count"),
    ],
)
def test_whatever_is_wrong_names_its_line(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(PairsError) as caught:
        read(tmp_path, text)
    assert str(caught.value).startswith("pairs.tsv:")
    assert said in str(caught.value)


def test_the_shipped_pairs() -> None:
    pairs = read_pairs()
    assert sum(pair.threshold is not None for pair in pairs) >= 1500
    rules = described(pairs)
    assert {rule.id for rule in rules} == {rule_id(pair) for pair in pairs}
    assert all(rule.suggest and rule.russian for rule in rules)


def test_limits_are_told_as_reports_tell_them(tmp_path: Path) -> None:
    (rule,) = described(read(tmp_path, f"{HEAD}\n{GOOD}\n"))
    assert " likelier" in rule.why
    assert "nats" not in rule.why
