"""The jars of LanguageTool's server: which they are, as data; and where they come from, Maven Central.

`python -m tqcheck.languagetool.jars` resolves them anew with jgo (in pure Python, without mvn, in a minute)
and prints data/jars.yaml. An installation then only downloads, and checks every jar against its SHA-256.
"""

from __future__ import annotations

import hashlib
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tqcheck.model import CannotCheck
from tqcheck.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from jgo.maven import Artifact, MavenContext

DATA = Path(__file__).parent / "data" / "jars.yaml"
ROOTS = ("org.languagetool:languagetool-server:{}", "org.languagetool:language-all:{}")
SERVER_JAR = "languagetool-server.jar"
TRIES = 3


class Jar(NamedTuple):
    """One line of jars.yaml. `coordinate` is group:artifact:version[:classifier]."""

    coordinate: str
    size: int
    sha256: str
    english: bool

    @property
    def target(self) -> str:
        """Where the server's manifest looks for it, relative to the folder: libs/, without version."""
        _, artifact, _, *classifier = self.coordinate.split(":")
        name = "-".join([artifact, *classifier]) + ".jar"
        return name if name == SERVER_JAR else f"libs/{name}"


def read_jars(english_only: bool) -> list[Jar]:
    """The jars of a full installation, or of one that knows English alone (and starts four times as fast)."""
    import yaml

    with DATA.open(encoding="utf-8") as file:
        rows = yaml.safe_load(file)["jars"]
    jars = [Jar(row["jar"], row["bytes"], row["sha256"], row.get("english", True)) for row in rows]
    return [jar for jar in jars if jar.english or not english_only]


def download(jars: list[Jar], folder: Path, downloaded: Callable[[int], None]) -> None:
    """Puts every jar in its place under folder, several at a time; `downloaded` is told of bytes.

    Raises CannotCheck when one cannot be had or is not what jars.yaml says, OSError when the disk refuses.
    """
    from concurrent.futures import ThreadPoolExecutor

    context = _context(folder / ".repository")
    (folder / "libs").mkdir(parents=True, exist_ok=True)
    pool = ThreadPoolExecutor(4, thread_name_prefix="tqcheck-jar")
    try:
        downloaded(_fetch(context, jars[0], folder, tries=1).size)  # where there is no network, say so soon
        for jar in pool.map(lambda jar: _fetch(context, jar, folder), jars[1:]):
            downloaded(jar.size)
    finally:
        pool.shutdown(cancel_futures=True)


def _context(repository: Path) -> MavenContext:
    from jgo.maven import MavenContext

    return MavenContext(repo_cache=repository, timeout=15)


def _artifact(context: MavenContext, coordinate: str) -> Artifact:
    group, name, version, *classifier = coordinate.split(":")
    return (
        context.project(group, name)
        .at_version(version)
        .artifact(classifier=classifier[0] if classifier else "")
    )


def _fetch(context: MavenContext, jar: Jar, folder: Path, tries: int = TRIES) -> Jar:
    import requests

    artifact = _artifact(context, jar.coordinate)
    trouble = ""
    for attempt in range(tries):
        try:
            path = artifact.resolve()
        except (requests.RequestException, RuntimeError) as error:
            trouble = f"it could not be downloaded ({brief(error)})"
        else:
            if digest(path) == jar.sha256:
                path.replace(folder / jar.target)
                return jar
            trouble = "what was downloaded is not the jar that was measured (SHA-256 differs)"
        if artifact.cached_path is not None:
            artifact.cached_path.unlink(missing_ok=True)
        time.sleep(attempt)
    raise CannotCheck(f"{jar.coordinate}: {trouble}")


def digest(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def brief(error: Exception) -> str:
    """What went wrong in a few words; the texts of network errors run to several lines."""
    import requests

    known = {
        requests.exceptions.SSLError: "the certificate is not trusted",
        requests.exceptions.Timeout: "no answer in time",
        requests.exceptions.ConnectionError: "no connection",
    }
    for kind, words in known.items():
        if isinstance(error, kind):
            return words
    return f"{type(error).__name__}: {' '.join(str(error).split())[:160]}"


def _resolve(version: str, repository: Path, other: set[str]) -> str:
    """jars.yaml for a version. `other` are the group:artifact[:classifier] that English does without."""
    context = _context(repository)
    roots = [context.create_dependency(root.format(version)) for root in ROOTS]
    inputs, transitive = context.resolver.resolve(roots)
    lines: dict[str, str] = {}
    for dependency in sorted([*inputs, *transitive], key=lambda d: (d.groupId, d.artifactId)):
        parts = [dependency.groupId, dependency.artifactId, dependency.version, dependency.classifier or ""]
        coordinate = ":".join(parts).rstrip(":")
        path = dependency.artifact.resolve()
        rest = ", english: false" if _unversioned(coordinate) in other else ""
        jar = Jar(coordinate, path.stat().st_size, digest(path), not rest)
        line = f"  - {{jar: '{coordinate}', bytes: {jar.size}, sha256: {jar.sha256}{rest}}}"
        lines.setdefault(jar.target, line)
    head = "".join(line for line in DATA.open(encoding="utf-8") if line.startswith("#"))
    return f'{head}version: "{version}"\njars:\n' + "\n".join(lines.values()) + "\n"


def _unversioned(coordinate: str) -> str:
    group, name, _, *classifier = coordinate.split(":")
    return ":".join([group, name, *classifier])


def _main() -> None:
    import tempfile

    other = {_unversioned(jar.coordinate) for jar in read_jars(english_only=False) if not jar.english}
    with tempfile.TemporaryDirectory() as repository:
        sys.stdout.write(_resolve(sys.argv[1] if len(sys.argv) > 1 else "6.8", Path(repository), other))


if __name__ == "__main__":
    _main()
