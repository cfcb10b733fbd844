"""Times: "today", "this week", "on May 9", "20 years ago", "more than two hours", "in 2020"."""

from __future__ import annotations

from tqcheck.clause.reading.line import Line
from tqcheck.rulebook.tokens import is_number

_PARTS = frozenset(("afternoon", "evening", "morning", "night"))
_ABOUT = frozenset(("about", "almost", "around", "exactly", "nearly", "over"))
_COUNTING = _ABOUT | {"more", "less"}
_FROM_NOW = frozenset(("ago", "earlier", "later"))


def time_end(line: Line, at: int) -> int:
    """Where a time ends that begins here; 0 where none does."""
    key = line.key(at)
    if not (line.among(at, "day", "month", "time-lead") or key in _COUNTING or key[:1].isdigit()):
        return 0  # as nearly always
    if line.among(at, "day") and line.key(at + 1) != "'s":
        return at + 1 + (line.key(at + 1) in _PARTS)
    if line.among(at, "month") and line.capital[at] and line.key(at + 1) != "day":
        return _date_end(line, at)
    if key in line.words["time-lead"]:
        return _span_end(line, at)
    if counted := _count(line, at):
        return time_end(line, counted)
    return _figure_end(line, at) if key[0].isdigit() else 0


def _count(line: Line, at: int) -> int:
    """Where the number begins that "almost", "more than" stand before; 0 where none does."""
    key = line.key(at)
    if key in ("more", "less") and line.key(at + 1) == "than":
        at += 2
    elif key in _ABOUT:
        at += 1
    else:
        return 0
    number = line.key(at)[:1].isdigit() or line.key(at) in ("a", "half") or line.among(at, "numeral")
    return at if number else 0


def _is_year(key: str) -> bool:
    return len(key) == 4 and key.isdigit() and 1700 < int(key) < 2100


def _is_decade(key: str) -> bool:
    """ "1990s", "90s"."""
    return key[-1:] == "s" and key[:-1].isdigit()


def _date_end(line: Line, at: int) -> int:
    """ "May 9, 2020"; not "May" before a verb at the start."""
    end = at + 1
    if line.key(end)[:1].isdigit():
        end += 1
        comma = line.key(end) == ","
        if _is_year(line.key(end + comma)):
            end += 1 + comma
    elif at == 0 and line.key(at) in ("may", "march"):
        return 0
    return end


def _span_end(line: Line, at: int) -> int:
    """ "the last two days", "this spring", "the night of May"."""
    end = at + 1
    while line.among(end, "time-between") or (line.key(end) and is_number(line.key(end))):
        end += 1
    if _is_decade(line.key(end)):
        return end + 1
    if line.among(end, "day") and line.among(at, "demonstrative"):
        return end + 1  # "next Sunday"
    if not line.among(end, "time") or line.capital[end] or _is_compound(line, at, end):
        return 0
    if end in line.tokens.joined and (line.continues(end + 1) or _may_be_described(line, end)):
        return 0  # "a seven-month drought", "three-day mourning"
    end += 1
    if line.key(end) in _FROM_NOW and line.among(at, "numeral", "article"):
        return end + 1
    bare = line.key(at) == "the" and line.key(at + 1) in _PARTS and line.key(end) != "of"
    if bare and not line.among(at - 1, "prep"):
        return 0  # "the evening loses its footing": alone it says no time
    if line.key(end) == "before" and line.among(end - 1, "day-or-night") and _is_verb(line, end + 1):
        return end + 1
    while line.key(end) == "of" and line.among(end + 1, "month"):
        end += 2
    return 0 if line.key(end) == "of" else end  # "a minute of silence" may be a subject


def _may_be_described(line: Line, at: int) -> bool:
    """Whether a noun that looks like an -ing form follows a time in the singular, of which it is told."""
    following = line.letters(at + 1)
    return line.letters(at)[:1] == "N" and following[:1] == "G" and "N" in following


def _is_verb(line: Line, at: int) -> bool:
    """Whether a verb follows "the day before", which is then no conjunction."""
    return line.among(at, "be") or line.letters(at)[:1] in ("D", "P")


def _is_compound(line: Line, at: int, end: int) -> bool:
    """Whether a season only describes a noun: "ended the spring session"."""
    season = line.among(end, "season") and line.among(at, "article")
    return season and not line.among(at - 1, "prep") and line.letters(end + 1)[:1] == "N"


def _figure_end(line: Line, at: int) -> int:
    if line.among(at + 1, "time") and line.key(at + 2) in _FROM_NOW:
        return at + 3
    if line.among(at + 1, "month"):
        return at + 2
    if _is_decade(line.key(at)):
        return at + 1
    led = at > 0 and line.among(at - 1, "prep")
    if led and _is_year(line.key(at)) and line.letters(at + 1)[:1] not in ("S", "J"):
        return at + 1
    return 0
