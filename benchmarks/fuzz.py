"""Attack every reader of the house with spoilt input, and show what it could not take.

Usage: python -m benchmarks.fuzz [--quick] [--json] [--minutes N] [--target NAME]
       [--engine mutation|atheris] [--out FOLDER]

An input may be refused in the words of the house; any other exception, an answer that
cannot be stored, and more than a few seconds or a gigabyte for one input are findings. Each
target runs in a process of its own. Where atheris is installed it guides the input
by the lines that are reached; else samples are spoilt at random, by a seed.
"""

import argparse
import json
import resource
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from importlib.util import find_spec
from pathlib import Path
from random import Random
from types import FrameType

from benchmarks.mutating import spoil

MOST_SECONDS = 10
MOST_BYTES = 3 << 30
_MOST_FINDINGS = 5


class TooSlow(Exception):
    """One input took more of the processor than a reader may; a machine that is busy with other work is no finding."""


@dataclass(slots=True)
class Result:
    """What came of attacking one target."""

    target: str
    engine: str
    inputs: int = 0
    seconds: float = 0
    slowest: float = 0
    findings: dict[str, str] = field(default_factory=dict)  # the error, and the file that holds the input


def main() -> int:
    """Attack all targets in turn; 1 when there is any finding."""
    options = _options()
    if options.run:
        return _run(options)
    names = [options.target] if options.target else _names()
    seconds = (1 if options.quick else options.minutes) * 60 / len(names)
    results = [_attack(name, seconds, options) for name in names]
    print(json.dumps(_told_all(results), indent=1) if options.json else "\n".join(_table(results)))
    return int(any(result.findings for result in results))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10, help="for all targets together")
    parser.add_argument("--quick", action="store_true", help="one minute for all together")
    parser.add_argument("--json", action="store_true", help="the result for a machine")
    parser.add_argument("--target", help="one reader only")
    parser.add_argument(
        "--engine", choices=("mutation", "atheris"), help="else atheris where it is installed"
    )
    parser.add_argument("--seed", type=int, default=42)
    parser.add_argument(
        "--out", type=Path, default=Path("build/fuzz"), help="where inputs of findings are kept"
    )
    parser.add_argument("--run", type=float, help=argparse.SUPPRESS)
    return parser.parse_args()


def _names() -> list[str]:
    from benchmarks.fuzz_targets import targets

    return list(targets())


def _attack(name: str, seconds: float, options: argparse.Namespace) -> Result:
    """One target in a process of its own, which may die of it."""
    engine = options.engine or ("atheris" if find_spec("atheris") else "mutation")
    own = ["--target", name, "--engine", engine, "--seed", str(options.seed), "--out", str(options.out)]
    told = _told(options.out, name)
    told.parent.mkdir(parents=True, exist_ok=True)
    told.unlink(missing_ok=True)
    ended = subprocess.run(
        [sys.executable, "-m", "benchmarks.fuzz", "--run", str(seconds), *own],
        check=False,
        capture_output=True,
    )
    result = Result(**json.loads(told.read_text())) if told.exists() else Result(name, engine)
    if ended.returncode or not told.exists():
        lines = ended.stderr.decode(errors="replace").splitlines() or [""]
        result.findings[f"the process ended with {ended.returncode}"] = lines[-1][:200]
    print(f"{name}: {result.inputs} inputs, {len(result.findings)} findings", file=sys.stderr, flush=True)
    return result


def _run(options: argparse.Namespace) -> int:
    """Attack one target, in this process."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))
    signal.signal(signal.SIGPROF, _too_slow)
    attack = _guided if options.engine == "atheris" else _at_random
    attack(_Attack(options), options)
    return 0


def _at_random(attack: "_Attack", options: argparse.Namespace) -> None:
    from benchmarks.fuzz_targets import targets

    found = targets()
    attack.check = found[options.target].check
    samples, random = found[options.target].samples, Random(options.seed)
    others = [sample for target in found.values() for sample in target.samples]
    for sample in samples:
        attack.once(sample)
    while attack.passed < options.run and len(attack.result.findings) < _MOST_FINDINGS:
        attack.once(spoil(random.choice(samples), others, random))
    attack.tell()


def _guided(attack: "_Attack", options: argparse.Namespace) -> None:
    import atheris

    with atheris.instrument_imports(include=["openkader"]):
        from benchmarks.fuzz_targets import targets
    target = targets()[options.target]
    attack.check = target.check
    corpus = _told(options.out, options.target).with_suffix(".corpus")
    corpus.mkdir(exist_ok=True)
    for number, sample in enumerate(target.samples):
        (corpus / f"sample-{number}").write_bytes(sample)
    limits = [
        f"-max_total_time={options.run:.0f}",
        f"-seed={options.seed}",
        "-max_len=16384",
        "-rss_limit_mb=0",
    ]
    atheris.Setup([sys.argv[0], *limits, "-timeout=60", str(corpus)], attack.once)
    atheris.Fuzz()


class _Attack:
    """Gives inputs to one check, and keeps what goes wrong."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.result = Result(options.target, options.engine)
        self.file = _told(options.out, options.target)
        self.check: Callable[[bytes], None] = lambda _: None
        self.began = self.told_at = time.perf_counter()

    @property
    def passed(self) -> float:
        """The seconds since the beginning."""
        return time.perf_counter() - self.began

    def once(self, content: bytes) -> None:
        """One input; the same error in the same place counts once."""
        if not self.result.inputs:
            self.began = time.perf_counter()
        started = time.process_time()
        signal.setitimer(signal.ITIMER_PROF, MOST_SECONDS)
        try:
            self.check(content)
        except Exception as error:  # noqa: BLE001
            self._keep(error, content)
        signal.setitimer(signal.ITIMER_PROF, 0)
        self.result.inputs += 1
        self.result.slowest = max(self.result.slowest, time.process_time() - started)
        if time.perf_counter() - self.told_at > 1:
            self.tell()

    def tell(self) -> None:
        """Write down how far it is; the process may not live to tell."""
        self.told_at, self.result.seconds = time.perf_counter(), self.passed
        self.file.write_text(json.dumps(asdict(self.result)))

    def _keep(self, error: Exception, content: bytes) -> None:
        place = traceback.extract_tb(error.__traceback__)[-1]
        own = next(
            (
                one
                for one in reversed(traceback.extract_tb(error.__traceback__))
                if "openkader" in one.filename
            ),
            place,
        )
        what = f"{type(error).__name__} in {Path(own.filename).name}:{own.lineno}: {str(error)[:80]!r}"
        key = f"{type(error).__name__} {own.filename}:{own.lineno}"
        if any(key == known.partition("|")[0] for known in self.result.findings):
            return
        path = self.file.with_suffix(f".{len(self.result.findings)}.input")
        path.write_bytes(content)
        self.result.findings[f"{key}|{what}"] = str(path)
        self.tell()


def _too_slow(_: int, __: FrameType | None) -> None:
    raise TooSlow(f"more than {MOST_SECONDS} s")


def _told(folder: Path, name: str) -> Path:
    return folder / ("".join(letter if letter.isalnum() else "-" for letter in name) + ".json")


def _told_all(results: list[Result]) -> dict[str, object]:
    """The result for a machine, with how many inputs a second there were."""
    rows = [
        asdict(one) | {"a_second": round(one.inputs / one.seconds) if one.seconds else 0} for one in results
    ]
    found = sum(len(one.findings) for one in results)
    return {"inputs": sum(one.inputs for one in results), "findings": found, "targets": rows}


def _table(results: list[Result]) -> list[str]:
    rows = [
        f"| {one.target} | {one.engine} | {one.inputs:,} | {one.seconds:.0f} | {one.slowest * 1000:.0f} "
        f"| {len(one.findings)} |"
        for one in results
    ]
    found = [
        f"- {one.target}: {what.rpartition('|')[2]} ({file})"
        for one in results
        for what, file in one.findings.items()
    ]
    head = ["| target | engine | inputs | seconds | slowest, ms | findings |", "|---|---|---|---|---|---|"]
    total = sum(one.inputs for one in results)
    return [
        *head,
        *rows,
        "",
        f"{total:,} inputs, {sum(len(one.findings) for one in results)} findings.",
        *found,
    ]


if __name__ == "__main__":
    sys.exit(main())
