"""Run every checker and show all that all of them find; a table closes the list.

Usage: python scripts/check.py [name of a checker ...]
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from checkers import catalogue, hosts, publiccode, size
from checkers.finding import Finding

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent

# The tools that load Django leave nothing in the folder of the project.
SETTINGS = {"DJANGO_SETTINGS_MODULE": "openkader.conf.settings", "OPENKADER_DATA": ""}

Checker = Callable[[], list[Finding]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What one checker found, and how long it looked."""

    name: str
    findings: tuple[Finding, ...]
    seconds: float

    @property
    def fails(self) -> bool:
        """Notes close no gate."""
        return not all(finding.is_note for finding in self.findings)


def main() -> int:
    """Fail when any checker found anything, but only after all have spoken."""
    chosen = {name: CHECKERS[name] for name in sys.argv[1:] or CHECKERS}
    with tempfile.TemporaryDirectory() as data:
        SETTINGS["OPENKADER_DATA"] = data
        results = [look(name, checker) for name, checker in chosen.items()]
    show_table(results)
    return int(any(result.fails for result in results))


def look(name: str, checker: Checker) -> Result:
    """Run one checker; what it finds is shown at once, under its name."""
    started = time.perf_counter()
    findings = tuple(checker())
    if findings:
        print(
            f"── {name} " + "─" * (70 - len(name)),
            *(finding.text for finding in findings),
            "",
            sep="\n",
            flush=True,
        )
    return Result(name=name, findings=findings, seconds=time.perf_counter() - started)


def show_table(results: list[Result]) -> None:
    """One line for each checker, so that the end of the output tells it all."""
    for result in results:
        print(f"{'FAILS' if result.fails else 'ok':>5}  {result.name:<13}{result.seconds:5.1f} s")
    print(f"{len(results)} checkers, {sum(result.fails for result in results)} failing.")


def tool(*command: str) -> Checker:
    """A checker that is a program: what it prints is its finding, when it fails."""

    def run() -> list[Finding]:
        done = subprocess.run(
            [BIN / command[0], *command[1:]],
            cwd=ROOT,
            env={**os.environ, **SETTINGS},
            text=True,
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        said = done.stdout.strip() or f"exit code {done.returncode}"
        return [Finding(said)] if done.returncode else []

    return run


CHECKERS: dict[str, Checker] = {
    "style": tool("ruff", "check", "--quiet"),
    "format": tool("ruff", "format", "--check", "--quiet", "--diff"),
    "types": tool("mypy", "--no-error-summary"),
    "layers": tool("lint-imports", "--no-logo"),
    "templates": tool("djlint", "src/openkader", "--lint", "--quiet"),
    "licences": tool("reuse", "lint", "--lines"),
    "bill": tool("python", "scripts/bill.py"),
    "migrations": tool("python", "-m", "django", "makemigrations", "--check", "--dry-run"),
    "reference": tool("python", "scripts/reference.py", "--check"),
    "size": lambda: size.look(ROOT),
    "catalogue": lambda: catalogue.look(ROOT),
    "hosts": lambda: hosts.look(ROOT),
    "publiccode": lambda: publiccode.look(ROOT),
}

if __name__ == "__main__":
    sys.exit(main())
