"""The terminal report as a picture for a README: SVG by rich, in a light palette and with local fonts."""

from __future__ import annotations

from dataclasses import dataclass
from io import StringIO

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.segment import Segment
from rich.terminal_theme import TerminalTheme
from rich.text import Text

WIDTH = 92
_PAPER = TerminalTheme(
    background=(255, 254, 251),
    foreground=(38, 42, 51),
    normal=[
        (38, 42, 51), (190, 28, 40), (34, 122, 74), (150, 104, 8),
        (38, 88, 178), (150, 50, 140), (14, 116, 124), (120, 124, 132),
    ],
    bright=[
        (90, 94, 104), (190, 28, 40), (34, 122, 74), (150, 104, 8),
        (38, 88, 178), (150, 50, 140), (14, 116, 124), (38, 42, 51),
    ],
)  # fmt: skip
# No @font-face: a picture inside a README may fetch nothing; any monospaced font fits, since rich states
# the length of every stretch of text.
_FORMAT = """\
<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
  <style>
    .{unique_id}-matrix {{
      font-family: ui-monospace, "SF Mono", "Cascadia Mono", "JetBrains Mono", "Fira Code", Menlo, Consolas,
        "DejaVu Sans Mono", "Liberation Mono", monospace;
      font-size: {char_height}px;
      line-height: {line_height}px;
      font-variant-ligatures: none;
    }}
    .{unique_id}-matrix text {{ text-underline-offset: 4px; text-decoration-thickness: 1.5px; }}
    .{unique_id}-title {{
      font: 600 17px system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif;
    }}
    {styles}
  </style>
  <defs>
    <clipPath id="{unique_id}-clip-terminal">
      <rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" />
    </clipPath>
    {lines}
  </defs>
  {chrome}
  <g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
    {backgrounds}
    <g class="{unique_id}-matrix">{matrix}</g>
  </g>
</svg>
"""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The first and the last lines of something long, and how many are left out, cut at blank lines."""

    whole: RenderableType
    first: int
    last: int

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        lines = console.render_lines(self.whole, options, pad=False)
        blank = [i for i, line in enumerate(lines) if not "".join(segment.text for segment in line).strip()]
        head = max((i for i in blank if i <= self.first), default=self.first)
        tail = min((i for i in blank if i >= len(lines) - self.last), default=len(lines) - self.last)
        if tail <= head + 1:
            head = tail = len(lines)
        for line in lines[:head]:
            yield from line
            yield Segment.line()
        if head < tail:
            yield Text(f"\n    ⋯ {tail - head - 1} lines more", "dim")
        for line in lines[tail:]:
            yield from line
            yield Segment.line()


def picture(renderable: RenderableType, title: str, width: int = WIDTH) -> str:
    """An SVG of what a colour terminal of this width shows under the command in `title`. Deterministic."""
    console = Console(
        file=StringIO(),
        record=True,
        width=width,
        force_terminal=True,
        color_system="truecolor",
        legacy_windows=False,
        _environ={},
    )
    console.line()
    console.print(renderable, soft_wrap=True)
    svg = console.export_svg(title=title, theme=_PAPER, code_format=_FORMAT, unique_id="tqcheck")
    return svg.replace('stroke="rgba(255,255,255,0.35)"', 'stroke="#d8d5cc"')
