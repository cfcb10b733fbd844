"""Language tags of bilingual files."""

from __future__ import annotations

from tqcheck.model import InputError


def is_language(tag: str, language: str) -> bool:
    """Whether a tag such as "ru-RU" or "RU_ru" is of a language."""
    return tag.lower().replace("_", "-").partition("-")[0] == language


def require_direction(source: str, target: str, path: str) -> None:
    """Raises InputError where a file says that it is not from Russian into English. "" says nothing."""
    if (source and not is_language(source, "ru")) or (target and not is_language(target, "en")):
        raise InputError(path, f"is from {source or '?'} into {target or '?'}, not from ru into en")
