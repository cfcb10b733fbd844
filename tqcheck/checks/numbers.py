"""Numbers, dates, times and units left in their Russian form. What is a fault stands in
entities/data/rules/numbers.yaml; here are the suggestions that must be reckoned."""

from __future__ import annotations

import re
from itertools import pairwise

from tqcheck.checks.coded import Fix, opener

_NUMBER = re.compile(r"\d{1,3}(?:[.,]\d{1,3})?")
_LED = re.compile(
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten))(?: ?[-–—] ?| (?:to|or|and) )\Z"
)
_RANGE = re.compile(r"\d(?: ?(?:[-–—…]|\.{3}) ?| (?:(?:up |down )?to|or) (?:[a-z]+ )*)\Z")
_DASH = re.compile(r"(?<=\d)-(?=[$€£]?\d|\Z)")
_OF_THEM = re.compile(r"\b[Oo]f (?:the |these |those )?\Z")
_FRAME = re.compile(r"\b(?:between|both|from) \Z", re.IGNORECASE)
_BEFORE = 12
"""Code points before a number that tell how it is meant."""
_THIS_CENTURY = 30
"""The latest year in two figures that may be one of this century."""
_OF_DEATH = re.compile(r"\b(?:died|dies|passed away|death)\b")


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th."""
    ending = "th" if number // 10 % 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number:,}{ending}"


def roman(figures: str) -> int | None:
    """The number of a century in Roman figures, or None where they are none."""
    values = [{"I": 1, "V": 5, "X": 10}[figure] for figure in figures]
    total = sum(-one if one < other else one for one, other in pairwise([*values, 0]))
    written = "X" * (total // 10) + ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"][total % 10]
    return total if written == figures and total <= 21 else None


def _clock(hour: int, minute: int | None) -> tuple[str, ...]:
    half = "a.m." if hour % 24 < 12 else "p.m."
    twelve = hour % 12 or 12
    if minute is None:
        return (f"{twelve} {half}", f"{hour:02}:00")
    return (f"{twelve}:{minute:02} {half}", f"{hour:02}:{minute:02}")


def _clock_hours(match: re.Match[str]) -> tuple[str, ...] | None:
    if match["minute"] is None and int(match["hour"]) <= 12:
        return None
    return _clock(int(match["hour"]), int(match["minute"]) if match["minute"] else None)


def _clock_at_hours(match: re.Match[str]) -> tuple[str, ...]:
    return _clock(int(match["hour"]), None)


def _clock_minutes(match: re.Match[str]) -> tuple[str, ...]:
    return _clock(int(match["hour"]), int(match["minute"]))


def _clock_point(match: re.Match[str]) -> tuple[str, ...]:
    return _clock(int(match["hour"]), int(match["minute"]) or None)


def _full(number: str, unit: int) -> str | None:
    """ "1.5" thousands as "1,500"; None where a part of one would be left."""
    from decimal import Decimal

    value = Decimal(number.replace(",", ".")) * unit
    return f"{int(value):,}" if value == int(value) else None


def _thousands(match: re.Match[str]) -> tuple[str, ...] | None:
    """A number of thousands in full, and those before it whose thousands it may have named, too.

    Both readings are offered where these may be no thousands, so that no fix unseen takes one for the other.
    """
    first = _full(match["n"], 1000)
    last = _full(match["m"], 1000) if match["m"] else None
    if first is None or (match["m"] and last is None) or (match[0].endswith("s") and _is_dated(match)):
        return None
    if match.string[match.end() :][:2].strip().isdecimal():
        return ()
    text = f"{match['sign']}{first}" + (f"–{last}" if last else "") + ("th" if match["end"] else "")
    if rest := match.groupdict().get("rest"):
        return _with_rest(match, first, rest)
    if not match["led"]:
        return (text,)
    shared = _shared(match)
    if shared is None:
        return ()
    return (f"{shared}{text}",) if _shares(match) else (f"{shared}{text}", f"{match['led']}{text}")


def _with_rest(match: re.Match[str], thousands: str, rest: str) -> tuple[str, ...]:
    """Thousands and what comes over: one number if what is counted follows, else perhaps two."""
    whole = f"{match['sign']}{int(match['n']) * 1000 + int(rest):,}"
    counted = re.match(r" [a-z]", match.string[match.end() :][:2])
    if match["led"]:
        return ()
    if counted and not _OF_THEM.search(_before(match)):
        return (whole,)
    return (whole, f"{match['sign']}{thousands}, {rest}")


def _shared(match: re.Match[str]) -> str | None:
    """Numbers before one of thousands as thousands, "400 to " as "400,000 to "; None where a part would be
    left of one."""
    if match["word"]:
        return str(match["led"]).replace(match["word"], f"{match['word']} thousand", 1)
    figures = [_full(number, 1000) for number in _NUMBER.findall(match["led"])]
    if None in figures:
        return None
    each = iter(figures)
    return _DASH.sub("–", _NUMBER.sub(lambda _: str(next(each)), match["led"]))


def _shares(match: re.Match[str]) -> bool:
    """Whether numbers before one of thousands are thousands for certain: the ends of a range that rises.

    "By 3 to 15 thousand" may rise by three, "1 to 10 thousand" may be a ratio, "500 to 15 thousand" means
    hundreds, and "10 and 15 thousand" may have nothing to do with each other.
    """
    figures = [float(number.replace(",", ".")) for number in (*_NUMBER.findall(match["led"]), match["n"])]
    rises = all(one < other for one, other in pairwise(figures))
    if match["word"] or match["end"] or not rises or _before(match).lower().endswith("by "):
        return False
    if _FRAME.search(_before(match)):
        return True
    return figures[0] != 1 and bool(_RANGE.search(match["led"]))


def _before(match: re.Match[str]) -> str:
    start = match.start("span")
    return match.string[max(0, start - _BEFORE) : start]


def _is_dated(match: re.Match[str]) -> bool:
    """Whether the number is the day of a month: "on May 15 thousands came"."""
    from calendar import month_name

    return _before(match).rstrip().endswith(tuple(month_name[1:]))


def _counted(match: re.Match[str]) -> tuple[str, ...] | None:
    full = _full(match["n"], 1000)
    if full is None:
        return None
    return () if _is_led(match) else (f"{full} {match['who']}",)


def _is_led(match: re.Match[str]) -> bool:
    """Whether a number stands before, to which the thousand may belong too."""
    return bool(_LED.search(match.string[max(0, match.start() - _BEFORE) : match.start()]))


def _date(match: re.Match[str]) -> tuple[str, ...]:
    from calendar import month_name

    day, month, year = int(match["day"]), month_name[int(match["month"])], match["year"]
    return (f"{month} {day}, {year}", f"{day} {month} {year}")


def _decade(match: re.Match[str]) -> tuple[str, ...]:
    number = match["n"]
    return (f"{number}s",) if len(number) == 4 else (f"19{number}s", f"{number}s")


def _half(match: re.Match[str]) -> tuple[str, ...]:
    if _is_led(match):
        return ()
    whole = ("one", "two", "three").index(match["n"].lower()) + 1
    if match["unit"].startswith("dozen"):
        return ("about fifteen",)
    return (f"{(2 * whole + 1) * (1000 if match['unit'] == 'thousand' else 100) // 2:,}",)


def _million(match: re.Match[str]) -> tuple[str, ...] | None:
    if (match["big"], match["small"]) not in (("million", "thousand"), ("billion", "million")):
        return None
    from decimal import Decimal

    value = Decimal(match["n"]) + Decimal(match["m"]) / 1000
    return (f"{value.normalize():f} {match['big']}",)


def _digits(match: re.Match[str]) -> tuple[str, ...]:
    return (re.sub(r"\s", ",", match["n"]),)


def _month(match: re.Match[str]) -> tuple[str, ...]:
    return (f"{match['first'].upper()}{match['rest']}",)


def _numero(match: re.Match[str]) -> tuple[str, ...]:
    return (f"No. {match['n']}",) if match["n"] else ("No.",)


def _ordinal(match: re.Match[str]) -> tuple[str, ...]:
    if len(match["n"]) == 4:
        return (match["n"],)
    return (ordinal(int(match["n"])).replace(",", ""),)


def _century(match: re.Match[str]) -> tuple[str, ...] | None:
    first = roman(match["first"])
    last = roman(match["last"]) if match["last"] else None
    if first is None or (match["last"] and last is None):
        return None
    numbers = f"{ordinal(first)}–{ordinal(last)}" if last else ordinal(first)
    return (f"{numbers} {match['unit']}",)


def _square(match: re.Match[str]) -> tuple[str, ...]:
    cubic = (match["kind"] or "").lower() == "cubic"
    return ("cubic meters",) if cubic else ("square kilometers" if "km" in match[0] else "square meters",)


def _age(match: re.Match[str]) -> tuple[str, ...]:
    age = int(match["n"] or match["m"]) - 1
    at = "At" if match["word"][0].isupper() else "at"
    return (f"{at} the age of {age}", f"aged {age}")


def _year(match: re.Match[str]) -> tuple[str, ...]:
    if len(match["n"]) == 2 and _OF_DEATH.search(match.string, max(0, match.start() - 60), match.end() + 40):
        age = int(match["n"]) - 1
        return (f"{'At' if match['word'][0].isupper() else 'at'} the age of {age}",)
    if len(match["n"]) == 4:
        return (f"{match['word']} {match['n']}",)
    centuries = ("20", "19") if int(match["n"]) <= _THIS_CENTURY else ("19",)
    return tuple(f"{match['word']} {century}{match['n']}" for century in centuries)


FIXES: dict[str, Fix] = {
    "number.clock-at-hours": _clock_at_hours,
    "number.clock-hours": _clock_hours,
    "number.clock-minutes": _clock_minutes,
    "number.clock-point": _clock_point,
    "number.clock-twice": _clock_minutes,
    "number.counted-in-parts": _counted,
    "number.date-in-figures": _date,
    "number.decade-suffix": _decade,
    "number.digits-spaced": _digits,
    "number.half-thousands": _half,
    "number.million-and-thousands": _million,
    "number.month-lower-case": _month,
    "number.numero-sign": _numero,
    "number.ordinal-hyphen": _ordinal,
    "number.roman-century": _century,
    "number.square-doubled": _square,
    "number.thousand-decimal": _thousands,
    "number.thousand-digits": _thousands,
    "number.year-of-life": _age,
    "number.year-ordinal": _year,
}

open_numbers = opener("numbers", FIXES)
"""The check of numbers."""
