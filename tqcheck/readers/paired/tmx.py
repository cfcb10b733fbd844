"""TMX: translation units with a variant for each language."""

from __future__ import annotations

from tqcheck.model import InputError
from tqcheck.readers.paired.languages import is_language
from tqcheck.readers.paired.units import Unit
from tqcheck.xml_nodes import Node, parse

_CODES = frozenset({"ph", "bpt", "ept", "it", "ut", "sub"})


def read(text: str, path: str) -> list[Unit]:
    """The units that have a Russian or an English variant. Raises InputError."""
    root = parse(text, path)
    if root.name != "tmx":
        raise InputError(path, f"is no TMX: its first element is <{root.name}>")
    units = [Unit(_variant(unit, "en"), _variant(unit, "ru")) for unit in root.find("tu")]
    return [unit for unit in units if unit.english or unit.russian]


def _variant(unit: Node, language: str) -> tuple[tuple[int, int, str], ...]:
    for variant in unit.children("tuv"):
        if is_language(variant.attributes.get("lang", ""), language):
            return next((segment.pieces(_CODES) for segment in variant.children("seg")), ())
    return ()
