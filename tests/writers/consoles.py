"""What consoles of some width would show, as strings."""

from __future__ import annotations

from io import StringIO

from rich.console import Console, RenderableType


class _Paper(StringIO):
    def __init__(self, encoding: str) -> None:
        super().__init__()
        self._encoding = encoding

    @property
    def encoding(self) -> str:  # type: ignore[override]
        return self._encoding


def to_text(renderable: RenderableType, width: int = 80, color: bool = False, encoding: str = "utf-8") -> str:
    """What a console of this width would get, independent of the environment."""
    paper = _Paper(encoding)
    console = Console(
        file=paper,
        width=width,
        force_terminal=color,
        color_system="standard" if color else None,
        no_color=not color,
        legacy_windows=False,
        _environ={},
    )
    console.print(renderable, soft_wrap=True)
    return paper.getvalue()
