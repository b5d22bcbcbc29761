"""Change the rules of a case in small ways, one at a time, and ask whether a test notices.

Usage: python scripts/mutants.py [--sample N] [--seed N] [--room casework] [--module NAME,NAME] [--tests PATTERN]
                                 [--minutes N] [--json]

mutmut makes every mutant of the kader (`make mutants`). Here a sample is drawn from a larger room, and each mutant
meets only the tests that ran its line. Every mutant runs in a process that is forked when the libraries are loaded
and the house is not, so that it costs tenths of a second.
"""

import argparse
import ast
import json
import os
import re
import resource
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / "build" / "mutants"
MOST_SECONDS = 60  # of the processor, for the tests of one mutant
QUIET = ("-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "--no-header", "--hypothesis-seed=1")
# What pytest says: all passed, something failed, or nothing could be collected because the mutant cannot be loaded.
SURVIVED, NOTICED, BROKEN = 0, 1, 2

# Which files of tests name a module; what is worked out at its import is looked at by those.
NAMING: dict[str, set[Path]] = {}
COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
COUNTED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult, ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change: the file, the line, what stood there, and what stands there now."""

    file: str
    line: int
    was: str
    now: str
    text: str


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one mutant."""

    file: str
    line: int
    was: str
    now: str
    became: str


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
    covered = coverage_of(options.room, options.tests)
    end, results = time.monotonic() + options.minutes * 60, list[Result]()
    load_libraries()
    for mutant in drawn[: options.sample]:
        if time.monotonic() > end:
            break
        results.append(tried(mutant, covered))
        print(f"{results[-1].became:9} {mutant.file}:{mutant.line}", file=sys.stderr, flush=True)
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
    parser.add_argument("--json", action="store_true")
    return parser.parse_args()


def mutants_of(file: Path) -> Iterator[Mutant]:
    """Every small change of a file; annotations, words for people and what is exported stay as they are."""
    source = file.read_text(encoding="utf-8")
    name = str(file.relative_to(ROOT / "src"))
    for place in range(len(list(_sites(ast.parse(source))))):
        for way in (0, 1):
            tree = ast.parse(source)
            node = list(_sites(tree))[place]
            was = ast.unparse(node)
            if not _change(node, way):
                break
            yield Mutant(name, node.lineno, was[:100], ast.unparse(node)[:100], ast.unparse(tree))


def _sites(tree: ast.AST) -> Iterator[ast.expr]:
    """The expressions that can be changed, in the order of the file."""
    for child in ast.iter_child_nodes(tree):
        if isinstance(child, ast.AnnAssign):
            yield from _sites(ast.Expression(child.value)) if child.value is not None else ()
            continue
        is_words = isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)
        is_named = isinstance(child, ast.Assign) and getattr(child.targets[0], "id", "") == "__all__"
        is_text = isinstance(child, ast.Call) and getattr(child.func, "id", "") == "Text"
        if is_words or is_named or is_text or isinstance(child, ast.arg | ast.JoinedStr):
            continue
        if isinstance(child, ast.expr) and _can_change(child):
            yield child
        yield from _sites(_without_types(child))


def _without_types(node: ast.AST) -> ast.AST:
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return ast.Module(
            [*node.body], []
        )  # without decorators: that nothing can be changed is guarded by types
    return node


def _can_change(node: ast.expr) -> bool:
    match node:
        case ast.Compare(ops=[operator]):
            return type(operator) in COMPARED
        case ast.BinOp(op=operator):
            return type(operator) in COUNTED
        case ast.BoolOp() | ast.UnaryOp(op=ast.Not()) | ast.IfExp():
            return True
        case ast.Constant(value=bool() | int()):
            return True
        case ast.Constant(value=str(word)):
            return word.isidentifier() or (bool(word) and " " not in word and len(word) < 40)
    return False


def _change(node: ast.expr, way: int) -> bool:
    """Change it; whether there is such a way."""
    if way:
        if isinstance(node, ast.BoolOp):
            node.values = node.values[:1]
        return isinstance(node, ast.BoolOp)
    match node:
        case ast.Constant():
            node.value = _other_value(node.value)
        case ast.UnaryOp():
            node.operand = ast.UnaryOp(ast.Not(), node.operand)
        case ast.IfExp():
            node.body, node.orelse = node.orelse, node.body
        case ast.Compare() | ast.BinOp() | ast.BoolOp():
            _turn(node)
    return True


def _turn(node: ast.Compare | ast.BinOp | ast.BoolOp) -> None:
    """Another operator, the nearest to what stood there."""
    if isinstance(node, ast.Compare):
        node.ops = [COMPARED[type(node.ops[0])]()]
    elif isinstance(node, ast.BinOp):
        node.op = COUNTED[type(node.op)]()
    else:
        node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()


def _other_value(value: object) -> bool | int | str:
    if isinstance(value, bool):
        return not value
    return value + 1 if isinstance(value, int) else f"XX{value}XX"


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


def coverage_of(room: str, pattern: str) -> dict[str, dict[int, set[str]]]:
    """For each file of the room which tests ran each of its lines; they have to pass before anything is changed."""
    tests = [
        str(file.relative_to(ROOT))
        for file in sorted((ROOT / "tests" / "unit").glob(pattern))
        if f"openkader.{room}" in file.read_text(encoding="utf-8")
    ]
    place = WORK / "coverage"
    for name in tests:
        for module in re.findall(rf"openkader\.{room}[\w.]*", (ROOT / name).read_text(encoding="utf-8")):
            NAMING.setdefault(module, set()).add(ROOT / name)
    environment = {**os.environ, "PYTHONPATH": str(WORK / "src"), "COVERAGE_FILE": str(place)}
    command = [
        "-m",
        "pytest",
        *QUIET,
        f"--cov=openkader.{room}",
        "--cov-context=test",
        "--cov-report=",
        *tests,
    ]
    subprocess.run([sys.executable, "-B", *command], cwd=WORK, env=environment, check=True)
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
    """The tests that ran the line; of one that runs at import all that ran or name the file, and those of its words."""
    lines, parts = covered.get(mutant.file, {}), Path(mutant.file).with_suffix("").parts
    if lines.get(mutant.line):
        return sorted(lines[mutant.line])
    files = [Path("tests", "unit", f"test_{parts[1]}_words.py")]
    files += [file.relative_to(ROOT) for file in NAMING.get(".".join(parts), ())]
    whole = {str(file) for file in files if (ROOT / file).exists()}
    ran = set().union(*lines.values())
    return sorted(whole | {test for test in ran if test.partition("::")[0] not in whole})


def load_libraries() -> None:
    """What every mutant needs and that is not ours; plugins of pytest are left to pytest."""
    import django.db.models
    import openpyxl
    import pytest
    import yaml

    _ = (django, openpyxl, pytest, yaml)


def tried(mutant: Mutant, covered: dict[str, dict[int, set[str]]]) -> Result:
    """Put the mutant in its place, run its tests in a process of its own, and put back what was there."""
    tests, place = tests_of(mutant, covered), WORK / "src" / mutant.file
    was = place.read_text(encoding="utf-8")
    place.write_text(mutant.text, encoding="utf-8")
    try:
        became = _became(tests) if tests else "no test"
    finally:
        place.write_text(was, encoding="utf-8")
    return Result(mutant.file, mutant.line, mutant.was, mutant.now, became)


def _became(tests: list[str]) -> str:
    child = os.fork()
    if not child:
        _run(tests)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return "killed"  # it did not come to an end
    code = os.WEXITSTATUS(status)
    return {SURVIVED: "survived", NOTICED: "killed", BROKEN: "killed"}.get(code, f"error {code}")


def _run(tests: list[str]) -> None:
    """The tests, in a process that ends with what pytest says."""
    import pytest

    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    os.chdir(WORK)
    sys.dont_write_bytecode = True
    sys.path[:] = [str(WORK / "src"), *(one for one in sys.path if one != str(ROOT / "src"))]
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
