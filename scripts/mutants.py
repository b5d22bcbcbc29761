"""Change the rules of a case in small ways, one at a time, and ask whether a test notices.

Usage: python scripts/mutants.py [--sample N] [--seed N] [--room casework] [--module NAME,NAME] [--tests PATTERN]
                                 [--minutes N] [--again] [--json]

mutmut makes every mutant of the kader (`make mutants`). Here a sample is drawn from a larger room, and each mutant
meets only the tests that ran its line. A mutant of one function is tried in a process in which the tests are collected
already (`warm_mutants.py`). Any other, and one that no test notices there, is tried in a process that is forked when
the libraries are loaded and the house is not.
"""

import argparse
import ast
import contextlib
import importlib
import json
import os
import re
import resource
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from random import Random

from mutating import Mutant, mutants_of
from warm_mutants import MOST_SECONDS, NONE, Warm, hush

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / "build" / "mutants"
QUIET = (
    "-x",
    "-q",
    "-p",
    "no:cacheprovider",
    "-p",
    "no:xdist",
    "--no-header",
    "--assert=plain",
    "--hypothesis-seed=1",
)
# What pytest says: all passed, something failed, or a file or a test of it could not be collected because the mutant
# cannot be loaded.
SURVIVED, NOTICED, BROKEN, GONE = 0, 1, 2, 4

# Which files of tests name a module; what is worked out at its import is looked at by those.
NAMING: dict[str, set[Path]] = {}
TESTS: list[str] = []
USING: dict[str, set[str]] = {}  # which modules of the room import from a module
# Plugins of pytest want to be loaded by it, and settings are read when the tests have said where.
LEFT = frozenset(
    [
        "conftest",
        "__main__",
        "__mp_main__",
        "xdist",
        "pytest_django",
        "pytest_playwright",
        "pytest_base_url",
        "pytest_cov",
    ]
)


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one mutant."""

    file: str
    line: int
    was: str
    now: str
    became: str

    @classmethod
    def of(cls, mutant: Mutant, became: str) -> "Result":
        """What became of this one."""
        return cls(mutant.file, mutant.line, mutant.was, mutant.now, became)


def main() -> int:
    """Draw a sample, and show which of it no test noticed."""
    options = _options()
    folder = ROOT / "src" / "openkader" / options.room
    wanted = options.module.split(",")
    files = sorted(
        file for file in folder.rglob("*.py") if any(one in f"/{file.relative_to(folder)}" for one in wanted)
    )
    drawn = [mutant for file in files for mutant in mutants_of(file)]
    Random(options.seed).shuffle(drawn)  # noqa: S311  a sample, and no secret
    lay_out(options.room)
    covered = coverage_of(options.room, options.tests, again=options.again)
    end, results = time.monotonic() + options.minutes * 60, list[Result]()
    warm = Warm(drawn, WORK, [*QUIET, *TESTS])
    load_libraries(warm.modules)
    asked = {mutant.file for mutant in drawn[: options.sample]}
    ran = {test for file in asked for tests in covered.get(file, {}).values() for test in tests}
    if warm.notices(NONE, sorted(ran)):
        raise SystemExit("A test fails there without any mutant.")
    for number, mutant in enumerate(drawn[: options.sample]):
        if time.monotonic() > end:
            break
        tests = tests_of(mutant, covered)
        is_noticed = warm.notices(number, [test for test in tests if "::" in test])
        results.append(Result.of(mutant, "killed") if is_noticed else tried(mutant, tests))
        told = f"{results[-1].became:9} {mutant.file}:{mutant.line}: {mutant.was} -> {mutant.now}"
        print(told, file=sys.stderr, flush=True)
    show(results, len(drawn), as_json=options.json)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--room", default="casework")
    parser.add_argument("--module", default="", help="only files with this in their path")
    parser.add_argument("--tests", default="test_*.py", help="only tests of tests/unit in files like this")
    parser.add_argument("--minutes", type=float, default=20)
    parser.add_argument(
        "--again", action="store_true", help="believe the last run; only tests changed since run first"
    )
    parser.add_argument("--json", action="store_true")
    return parser.parse_args()


def lay_out(room: str) -> None:
    """A copy of the project in which one room is real and the rest leads back."""
    shutil.rmtree(WORK, ignore_errors=True)
    house = WORK / "src" / "openkader"
    house.mkdir(parents=True)
    for name in ("tests", "scripts", "benchmarks", "docs", "deploy", "pyproject.toml", "README.en.md"):
        (WORK / name).symlink_to(ROOT / name)
    for one in (ROOT / "src" / "openkader").iterdir():
        if one.name == room:
            shutil.copytree(one, house / room, ignore=shutil.ignore_patterns("__pycache__"))
        elif one.name != "__pycache__":
            (house / one.name).symlink_to(one)


def coverage_of(room: str, pattern: str, *, again: bool) -> dict[str, dict[int, set[str]]]:
    """For each file of the room which tests ran each of its lines; they have to pass before anything is changed."""
    for file in sorted((ROOT / "tests" / "unit").glob(pattern)):
        named = set(re.findall(rf"openkader\.{room}[\w.]*", file.read_text(encoding="utf-8")))
        for module in named:
            NAMING.setdefault(module, set()).add(file)
        if named:
            TESTS.append(str(file.relative_to(ROOT)))
    for file in (ROOT / "src" / "openkader" / room).rglob("*.py"):
        user = ".".join(file.relative_to(ROOT / "src").with_suffix("").parts).removesuffix(".__init__")
        for module in re.findall(
            rf"^from (openkader\.{room}[\w.]*) import", file.read_text(encoding="utf-8"), re.MULTILINE
        ):
            USING.setdefault(module, set()).add(user)
    place = ROOT / "build" / "mutants-coverage"
    since = place.stat().st_mtime if again and place.exists() else 0
    tests = [name for name in TESTS if (ROOT / name).stat().st_mtime > since]
    environment = {**os.environ, "PYTHONPATH": str(WORK / "src"), "COVERAGE_FILE": str(place)}
    watched = (
        f"--cov=openkader.{room}",
        "--cov-context=test",
        "--cov-report=",
        *(["--cov-append"] if since else []),
    )
    command = [sys.executable, "-B", "-m", "pytest", *QUIET, *watched, *tests]
    if tests:
        subprocess.run(command, cwd=WORK, env=environment, check=True, stdout=sys.stderr)
    return _contexts(place)


def _contexts(place: Path) -> dict[str, dict[int, set[str]]]:
    from coverage import CoverageData

    data = CoverageData(str(place))
    data.read()
    found: dict[str, dict[int, set[str]]] = {}
    for file in data.measured_files():
        if not Path(file).is_relative_to(WORK / "src"):  # of another room, which is not a copy
            continue
        name = str(Path(file).relative_to(WORK / "src"))
        by_line = data.contexts_by_lineno(file)
        found[name] = {
            line: {one.partition("|")[0].partition("[")[0] for one in contexts if one}
            for line, contexts in by_line.items()
        }
    return found


def tests_of(mutant: Mutant, covered: dict[str, dict[int, set[str]]]) -> list[str]:
    """The tests that ran the line; of one that runs once, at import or as its answer is kept, all that may look at it.

    Those ran the file, or name it or what uses it.
    """
    lines, parts = covered.get(mutant.file, {}), Path(mutant.file).with_suffix("").parts
    if lines.get(mutant.line) and mutant.line not in kept_lines(mutant.file):
        return sorted(lines[mutant.line])
    module = ".".join(parts).removesuffix(".__init__")
    package = module.rpartition(".")[0] if len(parts) > 3 else module
    users = USING.get(module, set())
    named = set().union(*(NAMING.get(one, set()) for one in (module, package, *users)))
    files = [Path("tests", "unit", f"test_{parts[1]}_words.py"), *(file.relative_to(ROOT) for file in named)]
    whole = {str(file) for file in files if (ROOT / file).exists()}
    ran = set().union(*lines.values())
    return sorted(whole | {test for test in ran if test.partition("::")[0] not in whole})


@cache
def kept_lines(file: str) -> frozenset[int]:
    """The lines of functions whose answers are kept: only the first test that asks one runs it."""
    tree = ast.parse((ROOT / "src" / file).read_text(encoding="utf-8"))
    kept = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
        and any("cache" in ast.unparse(decorator) for decorator in node.decorator_list)
    ]
    return frozenset(line for node in kept for line in range(node.lineno, (node.end_lineno or 0) + 1))


def load_libraries(names: Iterable[str]) -> None:
    """What every mutant needs and that is not ours; what cannot be loaded before the house is left to it."""
    for name in names:
        if name.partition(".")[0] not in LEFT:
            with contextlib.suppress(Exception):
                importlib.import_module(name)


def tried(mutant: Mutant, tests: list[str]) -> Result:
    """Put the mutant in its place, run its tests in a process of its own, and put back what was there."""
    place = WORK / "src" / mutant.file
    was = place.read_text(encoding="utf-8")
    place.write_text(mutant.text, encoding="utf-8")
    try:
        became = _became(tests) if tests else "no test"
    finally:
        place.write_text(was, encoding="utf-8")
    return Result.of(mutant, became)


def _became(tests: list[str]) -> str:
    child = os.fork()
    if not child:
        _run(tests)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return "killed"  # it did not come to an end
    code = os.WEXITSTATUS(status)
    return {SURVIVED: "survived", NOTICED: "killed", BROKEN: "killed", GONE: "killed"}.get(
        code, f"error {code}"
    )


def _run(tests: list[str]) -> None:
    """The tests, in a process that ends with what pytest says."""
    import pytest

    hush(WORK)
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    code = 3
    try:
        code = int(pytest.main([*QUIET, *tests]))
    finally:
        os._exit(code)


def show(results: list[Result], all_of_them: int, *, as_json: bool) -> None:
    """How many were noticed, and each that was not."""
    counted = Counter(result.became for result in results)
    judged = counted["killed"] + counted["survived"] + counted["no test"]
    score = counted["killed"] / judged if judged else 0
    left = [result for result in results if result.became != "killed"]
    if as_json:
        told = {"mutants": all_of_them, "drawn": len(results), "score": round(score, 4), "became": counted}
        print(json.dumps({**told, "left": [asdict(one) for one in left]}, indent=1))
        return
    print(f"{all_of_them} mutants, {len(results)} drawn: {dict(counted)}; {score:.1%} noticed.")
    for one in left:
        print(f"{one.became}: {one.file}:{one.line}: {one.was} -> {one.now}")


if __name__ == "__main__":
    sys.exit(main())
