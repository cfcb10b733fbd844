"""What editors decided on findings, kept on this machine: how often each rule was right where it is used.

One JSON object a line, appended: time (ISO, UTC), rule, words, verdict, replacement.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path

from tqcheck.fix.dialogue import Decision, Verdict
from tqcheck.model import Precision, TqcheckError

NAME = "decisions.jsonl"
RIGHT = (Verdict.ACCEPTED, Verdict.TYPED)


def default_path() -> Path:
    """Where decisions of this user are kept, those of earlier versions too.

    Raises OSError where no folder can be had.
    """
    from tqcheck.languagetool.places import place

    earlier = place("data").path / NAME  # LanguageTool's folder, where they have no business
    path = earlier.parent.with_name(NAME)
    if earlier.exists() and not path.exists():
        earlier.rename(path)
    return path


def append(path: Path, decisions: Iterable[Decision], now: datetime) -> None:
    """Adds decisions to a record. Raises TqcheckError where it cannot be written."""
    lines = "".join(
        json.dumps(
            {
                "time": now.isoformat(timespec="seconds"),
                "rule": decision.finding.rule,
                "words": decision.finding.text,
                "verdict": decision.verdict.value,
                "replacement": decision.edit.text if decision.edit else None,
            },
            ensure_ascii=False,
        )
        + "\n"
        for decision in decisions
    )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab") as file:
            file.write(lines.encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise TqcheckError(f"{path}: decisions cannot be recorded: {error.strerror or error}") from None


def precision(path: Path) -> Mapping[str, Precision]:
    """Right and wrong findings by rule, as decided. Raises TqcheckError for a record that cannot be read."""
    right, wrong = Counter[str](), Counter[str]()
    try:
        lines = path.read_text("utf-8").splitlines() if path.exists() else []
        for line in lines:
            entry = json.loads(line)
            (right if Verdict(entry["verdict"]) in RIGHT else wrong)[entry["rule"]] += 1
    except OSError as error:
        raise TqcheckError(f"{path}: cannot be read: {error.strerror or error}") from None
    except (ValueError, KeyError, TypeError) as error:
        raise TqcheckError(f"{path}: not a record of decisions: {error}") from None
    return {rule: Precision(right[rule], wrong[rule]) for rule in sorted({*right, *wrong})}


def table(found: Mapping[str, Precision]) -> str:
    """The rules with their decisions, those most often wrong first; a line for none."""
    if not found:
        return "No decisions yet: `tqcheck fix --interactive` records them.\n"
    width = max(map(len, found))
    rows = sorted(found.items(), key=lambda item: (-item[1].wrong, item[0]))
    head = f"{'rule':<{width}}  right  wrong\n"
    return head + "".join(f"{rule:<{width}}  {p.right:>5,}  {p.wrong:>5,}\n" for rule, p in rows)
