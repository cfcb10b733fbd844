"""What is said of one article: a document of the JSON report, with the article's id and digest."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

from tqcheck.bulk.articles import Article
from tqcheck.model import CheckedDocument, CheckFailure, Document, InputError, Score
from tqcheck.readers import read_bytes, read_text
from tqcheck.session import Session
from tqcheck.sources import beside_text
from tqcheck.writers.json_report import document_object


class Row(NamedTuple):
    """A line of JSON, without its end, and what a summary counts."""

    line: str
    words: int
    findings: int
    failed: bool


def check_articles(session: Session, batch: Sequence[Article]) -> list[Row]:
    """A row for each article, in their order."""
    read = [_read(article) for article in batch]
    documents = iter(session.check([document for document in read if isinstance(document, Document)]))
    return [
        _row(article, next(documents) if isinstance(document, Document) else _failed(article, document))
        for article, document in zip(batch, read, strict=True)
    ]


def values_of(article: Article, checked: CheckedDocument) -> dict[str, Any]:
    """A row as plain values."""
    values = document_object(checked)
    del values["path"], values["source_path"]
    return {"id": article.id, "digest": article.digest, **values}


def check_values(session: Session, batch: Sequence[Article]) -> list[dict[str, Any]]:
    """The rows as plain values, for an engine that keeps them itself."""
    return [json.loads(row.line) for row in check_articles(session, batch)]


def _row(article: Article, checked: CheckedDocument) -> Row:
    line = json.dumps(values_of(article, checked), ensure_ascii=False, allow_nan=False)
    if not line.isascii():  # lone surrogates become JSON's own escapes
        line = line.encode("utf-8", "backslashreplace").decode("utf-8")
    return Row(line, checked.document.words, len(checked.findings), bool(checked.failures))


def _read(article: Article) -> Document | CheckFailure:
    if article.failure:
        return CheckFailure(article.id, article.failure)
    try:
        if isinstance(article.content, bytes):
            document = read_bytes(article.content, article.id, article.format)
        else:
            document = read_text(article.content, article.id, article.format)
        if article.source:
            return beside_text(document, read_text(article.source, f"the Russian of {article.id}"))
    except InputError as error:
        return error.failure
    except RecursionError:
        return CheckFailure(article.id, "is nested too deeply to be read")
    return document


def _failed(article: Article, failure: CheckFailure) -> CheckedDocument:
    return CheckedDocument(
        Document(article.id, "", "", ()), (), Score(0.0, 0.0, 0, 0, 0), failures=(failure,)
    )
