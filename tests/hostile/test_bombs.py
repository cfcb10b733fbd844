"""Bombs: within bounds of memory and time each is read or refused, and nothing is written or fetched."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path

from tests.archives import packed
from tests.hostile.bombs import word_parts
from tqcheck.model import InputError
from tqcheck.readers import read_bytes

DAMAGED = 250
_SWAPPED = [b"w:p", b"w:t", b"w:body", b"w:document", b"Id", b"Target", b"Type", b"ContentType", b"PartName"]
_SWAPPED += [b"Override", b"Default", b"Relationship", b"Extension", b"officeDocument", b"/word/", b"..", b""]


def test_bombs_are_read_or_refused(tmp_path: Path) -> None:
    folder = tmp_path / "in" / "here"
    folder.mkdir(parents=True)
    command = [sys.executable, "-m", "tests.hostile.bombs", str(folder)]
    ran = subprocess.run(command, capture_output=True, check=False)
    assert ran.returncode == 0, ran.stderr.decode()[-2_000:]
    outcomes: dict[str, tuple[str, bool]] = json.loads(ran.stdout)
    assert {name: told for name, (told, sound) in outcomes.items() if told.startswith("read") != sound} == {}
    assert not [told for told, _ in outcomes.values() if told.startswith("crashed")]
    left = {path.name for path in tmp_path.rglob("*")} - {"in", "here"}
    assert left == set(outcomes)


def test_damaged_word_files_are_read_or_refused() -> None:
    whole, chance = word_parts(), random.Random(1)
    outcomes = {"read": 0, "refused": 0}
    for _ in range(DAMAGED):
        parts = dict(whole)
        name = chance.choice(["word/document.xml", "[Content_Types].xml", "_rels/.rels", "word/styles.xml"])
        part = bytearray(parts[name])
        match chance.randrange(4):
            case 0:
                del parts[name]
            case 1:
                at = chance.randrange(len(part))
                del part[at : at + chance.randrange(1, 200)]
                parts[name] = bytes(part)
            case 2:
                old, new = chance.choice(_SWAPPED[:-2]), chance.choice(_SWAPPED)
                parts[name] = bytes(part).replace(old, new, chance.randrange(1, 5))
            case _:
                parts[name] = whole[chance.choice(list(whole))]
        try:
            read_bytes(packed(parts), "a.docx")
            outcomes["read"] += 1
        except InputError:
            outcomes["refused"] += 1
    assert min(outcomes.values()) > DAMAGED // 10
