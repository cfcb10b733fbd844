"""The columns of results, for Parquet and Spark: a name for a scalar, a mapping for a struct, a list for an
array of what stands in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_FAILURE = {"path": "string", "place": "string", "message": "string"}
_SCORE = {
    "value": "double",
    "penalty_per_1000_words": "double",
    "minor": "long",
    "major": "long",
    "critical": "long",
    "interval": {"low": "double", "high": "double", "level": "double"},
}
_PLACE = dict.fromkeys(("start", "end", "line", "column", "end_line", "end_column"), "long")
_FINDING = {
    **dict.fromkeys(("rule", "check"), "string"),
    **_PLACE,
    **dict.fromkeys(("text", "severity", "confidence", "category", "message"), "string"),
    "suggestions": ["string"],
    **dict.fromkeys(("russian", "unit", "fingerprint"), "string"),
    "source": [{**_PLACE, "text": "string"}],
    "source_sentence": "string",
}
COLUMNS: Mapping[str, Any] = {
    "id": "string",
    "digest": "string",
    "words": "long",
    "score": _SCORE,
    "reads_like_machine_translation": "double",
    "findings": [_FINDING],
    "suppressed": "long",
    "failures": [_FAILURE],
    "source_path": "string",
}


def spark_schema() -> str:
    """As Spark writes it."""
    return ", ".join(f"{name} {_spark(kind)}" for name, kind in COLUMNS.items())


def _spark(kind: Any) -> str:
    if isinstance(kind, list):
        return f"array<{_spark(kind[0])}>"
    if isinstance(kind, dict):
        return f"struct<{', '.join(f'`{name}`: {_spark(inner)}' for name, inner in kind.items())}>"
    return str(kind)


def arrow_schema() -> Any:
    """As pyarrow has it."""
    import pyarrow

    scalars = {"string": pyarrow.string(), "long": pyarrow.int64(), "double": pyarrow.float64()}

    def arrow(kind: Any) -> Any:
        if isinstance(kind, list):
            return pyarrow.list_(arrow(kind[0]))
        if isinstance(kind, dict):
            return pyarrow.struct([(name, arrow(inner)) for name, inner in kind.items()])
        return scalars[kind]

    return pyarrow.schema([(name, arrow(kind)) for name, kind in COLUMNS.items()])
