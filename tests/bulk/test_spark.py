"""The function for Spark: over batches as Spark gives them, and inside a local Spark."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.bulk.test_run import jsonl, rows
from tqcheck.bulk.run import run
from tqcheck.bulk.spark import SCHEMA, checker
from tqcheck.settings import Settings

pandas = pytest.importorskip("pandas", reason="pip install 'tqcheck[spark]'")


@pytest.fixture
def by_one_process(tmp_path: Path) -> list[dict[str, Any]]:
    run([str(jsonl(tmp_path / "in.jsonl", 60))], tmp_path / "out.jsonl", Settings(languagetool="off"))
    return rows(tmp_path / "out.jsonl")


def test_batches(tmp_path: Path, by_one_process: list[dict[str, Any]]) -> None:
    frame = pandas.DataFrame(rows(tmp_path / "in.jsonl"))
    found = [row for part in checker()(iter([frame[:25], frame[25:]])) for row in part.to_dict("records")]
    assert found == by_one_process


@pytest.mark.filterwarnings("ignore")  # of Spark's own making
def test_a_local_spark(
    tmp_path: Path, by_one_process: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    sql = pytest.importorskip("pyspark.sql", reason="pip install 'tqcheck[spark]'")
    if shutil.which("java") is None:
        pytest.skip("Spark needs a Java")
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    builder = sql.SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    # Of its own accord Spark leaves out what is null, such as the source_path of a text without Russian.
    spark = builder.config("spark.sql.jsonGenerator.ignoreNullFields", "false").getOrCreate()
    try:
        frame = spark.read.json(str(tmp_path / "in.jsonl")).repartition(3)
        found = frame.mapInPandas(checker(), SCHEMA).toJSON().collect()
    finally:
        spark.stop()
    number = {row["id"]: i for i, row in enumerate(by_one_process)}
    assert sorted(map(json.loads, found), key=lambda row: number[row["id"]]) == by_one_process
