"""Attack every reader of the house with spoilt input, and show what it could not take.

Usage: python -m benchmarks.fuzz [--minutes N] [--target NAME] [--engine mutation|atheris] [--out FOLDER]

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
    """One input took longer than a reader may."""


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
    seconds = options.minutes * 60 / len(names)
    results = [_attack(name, seconds, options) for name in names]
    print(*_table(results), sep="\n")
    return int(any(result.findings for result in results))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10, help="for all targets together")
    parser.add_argument("--target", help="one reader only")
    parser.add_argument("--engine", choices=("mutation", "atheris"), help="else atheris where it is installed")
    parser.add_argument("--seed", type=int, default=42)
    parser.add_argument("--out", type=Path, default=Path("out/fuzz"), help="where inputs of findings are kept")
    parser.add_argument("--run", type=float, help=argparse.SUPPRESS)
    return parser.parse_args()
