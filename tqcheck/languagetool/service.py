"""What `tqcheck languagetool install|start|stop|status` does, told as values that read well when printed."""

from __future__ import annotations

import time
from dataclasses import dataclass

from tqcheck.languagetool import server
from tqcheck.languagetool.install import VERSION, Installation
from tqcheck.languagetool.install import install as install_languagetool
from tqcheck.model import Progress
from tqcheck.settings import Settings


@dataclass(frozen=True, slots=True)
class Installed:
    """Where LanguageTool lies now."""

    installation: Installation

    def __str__(self) -> str:
        where = f"LanguageTool {VERSION} is in {self.installation.folder}, run by {self.installation.java}."
        return "\n".join([where, *(f"Note: {note}." for note in self.installation.notes)])


@dataclass(frozen=True, slots=True)
class Told:
    """The state of the server."""

    status: server.Status

    def __str__(self) -> str:
        status = self.status
        if status.running:
            lines = [f"LanguageTool {status.version} runs at {status.url} (process {status.pid})."]
            if status.idle_minutes:
                idle = max(0, round((time.time() - status.last_used) / 60))
                lines.append(
                    f"It stops itself after {status.idle_minutes} minutes without work; {idle} so far."
                )
        else:
            lines = ["No LanguageTool server of ours runs: a check starts one for itself and ends it."]
        lines.append(
            f"Installed in {status.installation}."
            if status.installation
            else "LanguageTool is not installed: the first check or `tqcheck languagetool install` does it."
        )
        return "\n".join([*lines, *(f"Note: {note}." for note in status.notes)])


@dataclass(frozen=True, slots=True)
class Stopped:
    """Whether there was a server to stop."""

    was_running: bool

    def __str__(self) -> str:
        return "The LanguageTool server is stopped." if self.was_running else "No LanguageTool server ran."


def install(progress: Progress | None = None) -> Installed:
    """Installs LanguageTool unless it is there. Raises CannotCheck."""
    return Installed(install_languagetool(progress))


def start(settings: Settings, progress: Progress | None = None) -> Told:
    """Leaves a server for later runs. Raises CannotCheck."""
    return Told(server.start(settings, progress))


def stop() -> Stopped:
    """Ends that server. Raises CannotCheck if it does not end."""
    return Stopped(server.stop())


def status() -> Told:
    """Whether it runs, and where LanguageTool is."""
    return Told(server.status())
