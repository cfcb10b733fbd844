"""Completion scripts, asked by the shell they are for."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tqcheck.cli import main
from tqcheck.cli.completion import SHELLS

_ASK = """
source "$1"
COMP_WORDS=({words}); COMP_CWORD={at}; COMP_LINE="${{COMP_WORDS[*]}}"; COMP_POINT=${{#COMP_LINE}}
_shtab_tqcheck "${{COMP_WORDS[0]}}" "${{COMP_WORDS[COMP_CWORD]}}" "${{COMP_WORDS[COMP_CWORD-1]}}"
printf '%s\\n' "${{COMPREPLY[@]}}"
"""


def offered(script: Path, *words: str) -> list[str]:
    """What bash offers for the last of some words."""
    asked = _ASK.format(words=" ".join(f'"{word}"' for word in words), at=len(words) - 1)
    run = subprocess.run(
        ["bash", "-c", asked, "bash", str(script)], capture_output=True, text=True, check=True
    )
    return run.stdout.split()


@pytest.fixture(scope="module")
def script(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from contextlib import redirect_stdout

    file = tmp_path_factory.mktemp("completion") / "tqcheck.bash"
    with file.open("w", encoding="utf-8") as out, redirect_stdout(out):
        assert main(["completion", "bash"]) == 0
    return file


def test_bash_offers_commands_options_and_values(script: Path) -> None:
    assert offered(script, "tqcheck", "ch") == ["check"]
    assert "--changed-since" in offered(script, "tqcheck", "check", "--c")
    assert offered(script, "tqcheck", "check", "--fail-on", "m") == ["minor", "major"]
    assert offered(script, "tqcheck", "check", "--languagetool", "") == ["auto", "on", "off"]


@pytest.mark.parametrize("shell", SHELLS)
def test_each_shell_gets_a_script_it_can_read(
    shell: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["completion", shell]) == 0
    text = capsys.readouterr().out
    assert "changed-since" in text or shell == "tcsh"
    if (binary := shutil.which(shell)) and shell in ("bash", "zsh", "fish"):
        (tmp_path / "script").write_text(text, encoding="utf-8")
        subprocess.run([binary, "-n", str(tmp_path / "script")], check=True)


def test_another_shell_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", "dos"]) == 2
    assert "invalid choice" in capsys.readouterr().err
