"""Numbers, dates, times and units left in their Russian form. What is a fault stands in
entities/data/rules/numbers.yaml; here are the suggestions that must be reckoned."""

from __future__ import annotations

import re
from contextlib import AbstractContextManager
from itertools import pairwise

from tqcheck.checks.coded import Fix, open_coded
from tqcheck.model import Opened, Progress
from tqcheck.settings import Settings

NAME = "numbers"
_OF_DEATH = re.compile(r"\b(?:died|dies|passed away|death)\b")


def open_numbers(
    settings: Settings,
    progress: Progress | None = None,  # noqa: ARG001
) -> AbstractContextManager[Opened]:
    """The check of numbers."""
    return open_coded(NAME, settings, FIXES, lambda _: ())


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
    first = _full(match["n"], 1000)
    last = _full(match["m"], 1000) if match["m"] else None
    if first is None or (match["m"] and last is None):
        return None
    rest = match.groupdict().get("rest")
    if rest:
        first = f"{int(match['n']) * 1000 + int(rest):,}"
    text = f"{match['sign']}{first}" + (f"–{last}" if last else "")
    return (text + ("th" if match["end"] else ""),)


def _counted(match: re.Match[str]) -> tuple[str, ...] | None:
    full = _full(match["n"], 1000)
    return (f"{full} {match['who']}",) if full else None


def _date(match: re.Match[str]) -> tuple[str, ...]:
    from calendar import month_name

    day, month, year = int(match["day"]), month_name[int(match["month"])], match["year"]
    return (f"{month} {day}, {year}", f"{day} {month} {year}")


def _decade(match: re.Match[str]) -> tuple[str, ...]:
    number = match["n"]
    return (f"{number}s",) if len(number) == 4 else (f"19{number}s", f"{number}s")


def _half(match: re.Match[str]) -> tuple[str, ...]:
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
    year = match["n"] if len(match["n"]) == 4 else f"19{match['n']}"
    return (f"{match['word']} {year}",)


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
