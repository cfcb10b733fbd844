"""What the terminal writers share: glyphs, styles, and how a text gets from the article to the screen.

Only ANSI names, bold, dim and underline are used, so that the reader's own palette decides; of the eight
colours, red and magenta are the ones legible on both black and white in the palettes terminals ship with.
Each severity also differs in words and marks, for readers without colour.
"""

from __future__ import annotations

from collections.abc import Callable

from tqcheck.model import Severity, Verdict
from tqcheck.typed import TYPE_CHECKING, NamedTuple
from tqcheck.writers.text import Style, mixed
from tqcheck.writers.visible import clip, fit, fits, one_line, visible

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions

MEASURE = 100
NARROWEST = 40

DIM = "dim"
BOLD = "bold"
PLAIN = ""
UNDERLINE = "underline"
GOOD = "bold green"
BAD = "bold red"
ARROW = "green"

_SEVERITY = {
    Severity.CRITICAL: BAD,
    Severity.MAJOR: "magenta",
    Severity.MINOR: PLAIN,
}
VERDICT = {Verdict.PASS: GOOD, Verdict.FAIL: BAD, Verdict.ERROR: BAD}
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Glyphs(NamedTuple):
    """Marks of the page, in one alphabet."""

    bar: str = "│"
    rule: str = "─"
    more: str = "⋯"
    open: str = "‹"
    close: str = "›"
    caret: str = "‸"
    gives: str = "→"
    dot: str = "·"
    long_dash: str = "—"
    full: str = "━"
    empty: str = "╌"
    yes: str = "✓"
    no: str = "✗"
    critical: str = "▲"
    major: str = "◆"
    minor: str = "◇"
    left: str = "“"
    right: str = "”"
    space: str = "␣"


UNICODE = Glyphs()
ASCII = Glyphs(
    bar="|", rule="-", more="...", open="[[", close="]]", caret="^", gives="->", dot="*",
    long_dash="--", full="#", empty=".", yes="ok", no="X", critical="!", major="+", minor="-", left='"',
    right='"', space="_",
)  # fmt: skip
_ALL = "".join(getattr(UNICODE, name) for name in Glyphs._fields) + "⁰¹²³⁴⁵⁶⁷⁸⁹"


class Theme(NamedTuple):
    """How this one console is written to. `width` is the measure: the console's, within reason.

    Without `color` the doubtful words stand between marks.
    """

    width: int
    color: bool
    encoding: str
    glyphs: Glyphs
    link: Callable[[str], str]

    @classmethod
    def of(cls, console: Console, options: ConsoleOptions, link: Callable[[str], str]) -> Theme:
        color = console.color_system is not None and not console.no_color
        return cls._for(options.max_width, options.encoding, color, link)

    @classmethod
    def plain(cls, width: int, encoding: str) -> Theme:
        """That of a file, or a pipe."""
        return cls._for(width, encoding, False, lambda _: "")

    @classmethod
    def _for(cls, width: int, encoding: str, color: bool, link: Callable[[str], str]) -> Theme:
        glyphs = UNICODE if fits(_ALL, encoding) else ASCII
        return cls(max(NARROWEST, min(width, MEASURE)), color, encoding, glyphs, link)

    def prose(self, text: str, limit: int = 0) -> str:
        """Foreign text in which line breaks only separate words; the middle left out beyond `limit`."""
        text = one_line(text)
        return fit(clip(text, limit) if limit else text, self.encoding)

    def exact(self, text: str) -> str:
        """Foreign text in which every character counts, such as a path."""
        return fit(visible(text), self.encoding)

    def blanks(self, text: str) -> str:
        """White space one can see, for findings that are about white space."""
        return self.exact(text.replace(" ", self.glyphs.space))

    def number(self, number: int) -> str:
        """The mark of a note in the article's text."""
        digits = str(number)
        return digits.translate(_SUPERSCRIPTS) if self.glyphs is UNICODE else digits

    def severity(self, severity: Severity) -> Style:
        return _SEVERITY[severity]

    def words(self, severity: Severity, nested: bool = False) -> Style:
        """Style of doubtful words in the article."""
        marked, doubly = UNDERLINE if self.color else "", BOLD if nested else ""
        return mixed(_SEVERITY[severity], marked, doubly)

    def sign(self, severity: Severity) -> str:
        """A severity's mark, for readers who see no colours."""
        glyphs = self.glyphs
        return {
            Severity.CRITICAL: glyphs.critical,
            Severity.MAJOR: glyphs.major,
            Severity.MINOR: glyphs.minor,
        }[severity]

    def rule_style(self, rule: str) -> Style:
        """Style of a rule id: dim, and a link where the terminal follows links and the rule has a page."""
        url = self.link(rule)
        if not url:
            return DIM
        safe = "".join(
            c if "!" <= c <= "~" else "".join(f"%{b:02X}" for b in c.encode("utf-8", "replace")) for c in url
        )
        return mixed(DIM, f"link {safe}")
