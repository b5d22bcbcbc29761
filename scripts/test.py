"""Run the whole suite on every core and both databases, and ask of the pure rooms that every branch was taken."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
# A decision hangs on these rooms: nothing in them may be untried.
PURE_ROOMS = ("base", "kader", "casework", "evaluation")
# What tries them. Watching every line makes a test take half as long again, so the others go unwatched.
WATCHED = (
    "tests/unit",
    *(
        f"tests/integration/test_{name}.py"
        for name in (
            *(
                "account",
                "advice",
                "api_claims_checked",
                "claims_check",
                "comparing",
                "counted_rows",
                "coverage",
                "effects_counted",
            ),
            *(
                "evaluations",
                "prepared",
                "visibility",
                "web_activities",
                "web_claims",
                "web_claims_handed_in",
                "web_comparing",
            ),
            *("web_effects", "web_evaluation_text", "yearly_documents"),
        )
    ),
)
ON_EVERY_CORE = ("-n", "logical", "--dist", "worksteal")
POSTGRES = "OPENKADER_TEST_POSTGRES"


def main() -> int:
    """Every pass, and the coverage of the pure rooms; what failed is said once more where the output ends."""
    watched = tests("watched", "--cov", "--cov-report=", *WATCHED)
    rooms = pure_rooms()
    others = tests("the others", *(f"--ignore={path}" for path in WATCHED))
    elsewhere = on_postgresql()
    passes = [watched, rooms, others, elsewhere]
    print(*(line for one in passes for line in one.lines), sep="\n")
    return int(any(one.failed for one in passes))


class Pass(NamedTuple):
    """What came of running a part of the tests."""

    failed: bool
    lines: tuple[str, ...]


def pure_rooms() -> Pass:
    """Whether every branch of the pure rooms was taken, and which were not."""
    rooms = ",".join(f"src/openkader/{room}/*" for room in PURE_ROOMS)
    options = ("--skip-covered", "-m", f"--include={rooms}", "--fail-under=100")
    command = [sys.executable, "-m", "coverage", "report", *options]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    said = f"Pure rooms: exit code {done.returncode}"
    return Pass(done.returncode != 0, (said, *done.stdout.splitlines(), *done.stderr.splitlines()))


def on_postgresql() -> Pass:
    """What asks the database, once more on the other kind of database, where there is one."""
    url = os.environ.get(POSTGRES)
    if not url:
        return Pass(False, (f"Not tried on PostgreSQL: set {POSTGRES}=postgresql://…",))
    return tests("on PostgreSQL", "tests/integration", DATABASE_URL=url)


def tests(name: str, *arguments: str, **settings: str) -> Pass:
    """A pass on every core; the cache of pytest then knows what failed in this one."""
    code = run("pytest", *ON_EVERY_CORE, "--cache-clear", *arguments, **settings)
    known = ROOT / ".pytest_cache/v/cache/lastfailed"
    failed = json.loads(known.read_text(encoding="utf-8")) if known.exists() else {}
    return Pass(code != 0, (f"Pass {name}: exit code {code}", *(f"  FAILED {test}" for test in failed)))


def run(module: str, *arguments: str, **settings: str) -> int:
    """Run a tool of this environment."""
    command = [sys.executable, "-m", module, *arguments]
    return subprocess.run(command, cwd=ROOT, check=False, env={**os.environ, **settings}).returncode


def only_on_postgresql() -> int:
    """That pass alone, for whoever works on it."""
    done = on_postgresql()
    print(*done.lines, sep="\n")
    return int(done.failed)


if __name__ == "__main__":
    sys.exit(only_on_postgresql() if sys.argv[1:] == ["postgresql"] else main())
