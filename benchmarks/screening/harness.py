"""The harness that asks every engine the same questions; it lies outside the project, with its data."""

import hashlib
import json
import os
import shlex
import statistics
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
LISTS = ("un-2026-02", "eu-2026-08", "ofac-sdn")
MEANT = ("queries", "lists", "results", "limit")
Report = dict[str, Any]


class Missing(Exception):
    """Something that the benchmark needs is not there; the sentence says what to do."""


@dataclass(frozen=True, slots=True)
class Sample:
    """How many of the questions are asked, about which lists."""

    lists: tuple[str, ...] = LISTS
    queries: int = 400
    benign: int = 400
    has_pairs: bool = True


@dataclass(frozen=True, slots=True)
class Engine:
    """An engine that follows the command line of the harness."""

    name: str
    program: tuple[str, ...]

    def command(self, **places: object) -> list[str]:
        """The words that make it answer a file of questions."""
        asked = "screen {queries} --lists {lists} --output {results} --limit {limit}"
        return [*self.program, *(word.format(**places) for word in asked.split())]

    @property
    def python(self) -> tuple[str, ...]:
        """The words that start its Python, of an engine that is a module; more words follow."""
        return self.program[: self.program.index("-m")]

    def template(self) -> str:
        """The same with the places still open, as the harness wants it."""
        return shlex.join(self.command(**{name: f"{{{name}}}" for name in MEANT}))


@dataclass(frozen=True, slots=True)
class Harness:
    """The folder of the harness and of the data it measures with."""

    folder: Path

    @property
    def code(self) -> Path:
        """The folder with its programs."""
        return self.folder / "harness"

    @property
    def data(self) -> Path:
        """The folder with lists, benign names and pairs."""
        return self.folder / "data"

    def checksums(self) -> dict[str, str]:
        """The SHA-256 of every program and file that a figure rests on."""
        files = [*self.code.glob("*.py"), self.data / "pairs" / "pairs-dev.csv"]
        files += [self.data / "lists" / f"{name}.ftm.json" for name in LISTS]
        files += self.data.glob("benign/*.jsonl")
        return {str(path.relative_to(self.folder)): _checksum(path) for path in sorted(files)}

    def ask(self, engine: Engine, sample: Sample, out: Path, core: int) -> Report:
        """Run an engine on the tasks of the harness; its report, by list, task, class and figure."""
        out.mkdir(parents=True, exist_ok=True)
        words = [sys.executable, self.code / "run.py", "--engine", engine.template(), "--out", out]
        words += ["--core", core, "--lists", ",".join(sample.lists)]
        words += ["--queries", sample.queries, "--benign", sample.benign, "--pairs"]
        words += self.pairs(out) if sample.has_pairs else []
        run(words)
        return dict(json.loads((out / "report.json").read_text("utf-8")))

    def pairs(self, out: Path) -> list[Path]:
        """The pairs of the harness, and those that were made beside it."""
        return [self.data / "pairs" / "pairs-dev.csv", *sorted(out.parent.parent.glob("pairs/*.csv"))]

    def score(self, task: Path, limit: int = 10) -> Report:
        """The figures of the answers to one task."""
        words = [sys.executable, self.code / "score.py", task / "results.jsonl", task / "truth.jsonl"]
        return dict(json.loads(run([*words, "--limit", limit, "--json"])))

    def cost(self, engine: Engine, task: Path, core: int) -> dict[str, float]:
        """What it costs to answer one task on one core, start and reading of the lists included."""
        cost = task / f"{engine.name}.cost.json"
        words: list[object] = [sys.executable, "-S", self.code / "measure.py", cost, core]
        places = {"queries": task / "queries.jsonl", "lists": task / "lists"}
        run([*words, *engine.command(**places, results=task / "results.jsonl", limit=10)])
        return dict(json.loads(cost.read_text("utf-8")))


def find(given: Path | None) -> Harness:
    """The harness, beside the project or where it is said to be."""
    folder = given or Path(os.environ.get("SCREENING_HARNESS") or ROOT.parent / "shared" / "screening")
    if not (folder / "harness" / "run.py").is_file():
        raise Missing(
            f"There is no screening harness in {folder}. It is not part of the project, since its data "
            "may not be published again; name the folder with --harness, or in SCREENING_HARNESS."
        )
    return Harness(folder.resolve())


def run(words: list[Any]) -> str:
    """Run a program; what it says when it ends well, and why it did not."""
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, check=False)
    if done.returncode:
        raise Missing(f"{shlex.join(str(word) for word in words[:4])} … ended badly: {done.stderr[-600:]}")
    return done.stdout


def median_of(reports: list[Any]) -> Any:
    """The median of each figure over several reports of one form."""
    first = reports[0]
    if isinstance(first, dict):
        return {name: median_of([report[name] for report in reports]) for name in first}
    return statistics.median(reports) if isinstance(first, int | float) else first


def _checksum(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
