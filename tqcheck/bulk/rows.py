"""What is said of one article: a document of the JSON report, with the article's id and digest."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from tqcheck.bulk.articles import Article
from tqcheck.model import CheckedDocument, CheckFailure, Document, InputError, Score
from tqcheck.readers import format_of, read_bytes, read_text
from tqcheck.session import Session
from tqcheck.sources import Beside, beside_text
from tqcheck.typed import NamedTuple
from tqcheck.writers.json_report import document_object


class Row(NamedTuple):
    """A line of JSON, without its end, and what a summary counts."""

    line: str
    words: int
    findings: int
    failure: CheckFailure | None
    compared: bool


def check_articles(session: Session, batch: Sequence[Article]) -> list[Row]:
    """A row for each article, in their order."""
    read = [_read(article) for article in batch]
    documents = iter(session.check([item.document for item in read if isinstance(item, Beside)]))
    return [
        _row(article, item.told(next(documents)) if isinstance(item, Beside) else _failed(article, item))
        for article, item in zip(batch, read, strict=True)
    ]


def values_of(article: Article, checked: CheckedDocument) -> dict[str, Any]:
    """A row as plain values. What was not read has no score: none of its own would be one."""
    values = document_object(checked)
    del values["path"]
    if not checked.document.text:
        values["score"] = None
    return {"id": article.id, "digest": article.digest, **values}


def check_values(session: Session, batch: Sequence[Article]) -> list[dict[str, Any]]:
    """The rows as plain values, for an engine that keeps them itself."""
    return [json.loads(row.line) for row in check_articles(session, batch)]


def _row(article: Article, checked: CheckedDocument) -> Row:
    line = json.dumps(values_of(article, checked), ensure_ascii=False, allow_nan=False)
    if not line.isascii():  # lone surrogates become JSON's own escapes
        line = line.encode("utf-8", "backslashreplace").decode("utf-8")
    compared = checked.document.source is not None
    failure = next(iter(checked.failures), None)
    if failure and article.place:
        failure = failure._replace(path=f"{failure.path} ({article.place})")
    return Row(line, checked.document.words, len(checked.findings), failure, compared)


def _read(article: Article) -> Beside | CheckFailure:
    if article.failure:
        return CheckFailure(article.id, article.failure)
    try:
        document = _document(article.content, article.id, article.format)
    except InputError as error:
        return error.failure
    except RecursionError:
        return CheckFailure(article.id, "is nested too deeply to be read")
    if not (article.source or article.source_path):
        return Beside(document)
    path = article.source_path or f"the Russian of {article.id}"
    try:
        return Beside(beside_text(document, _document(article.source, path, format_of(path))))
    except InputError as error:
        return Beside(document, failure=error.failure)


def _document(content: bytes | str, path: str, format: str) -> Document:
    if isinstance(content, bytes):
        return read_bytes(content, path, format)
    return read_text(content, path, format)


def _failed(article: Article, failure: CheckFailure) -> CheckedDocument:
    return CheckedDocument(
        Document(article.id, "", "", ()), (), Score(0.0, 0.0, 0, 0, 0), failures=(failure,)
    )
