"""The same check inside a Spark job: a function for `DataFrame.mapInPandas`.

df.mapInPandas(checker(text="text", id="id"), SCHEMA)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from tqcheck.bulk.articles import Fields, of_fields
from tqcheck.bulk.rows import check_values
from tqcheck.bulk.schema import COLUMNS, spark_schema
from tqcheck.session import Session
from tqcheck.settings import Settings

if TYPE_CHECKING:
    from pandas import DataFrame

SCHEMA = spark_schema()
"""What the function yields."""


def checker(
    text: str = "text", id: str = "id", source: str = "", settings: Settings | None = None
) -> Callable[[Iterator[DataFrame]], Iterator[DataFrame]]:
    """A function from batches of articles to batches of results, one row each; columns are named as given.

    Checks are opened once a partition. LanguageTool is off unless `settings` ask for it: every executor then
    needs one, best by `languagetool_url`.
    """
    fields, chosen = Fields(text, id, source), settings or Settings(languagetool="off")

    def check(batches: Iterator[DataFrame]) -> Iterator[DataFrame]:
        import pandas

        with Session(chosen) as session:
            for number, batch in enumerate(batches):
                wanted = [name for name in (text, id, source) if name in batch.columns]
                rows = batch[wanted].to_dict("records")
                articles = [of_fields(row, f"batch {number}:{i}", fields) for i, row in enumerate(rows, 1)]
                yield pandas.DataFrame(check_values(session, articles), columns=list(COLUMNS))

    return check
