"""Run the whole suite on every core and both databases, and ask of the pure rooms that every branch was taken."""

import os
import subprocess
import sys
from pathlib import Path

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
    """Tests first, then coverage; a failure of any is a failure, and all are shown."""
    watched = run("pytest", *ON_EVERY_CORE, "--cov", "--cov-report=", *WATCHED)
    rooms = ",".join(f"src/openkader/{room}/*" for room in PURE_ROOMS)
    untried = run("coverage", "report", f"--include={rooms}", "--fail-under=100")
    others = run("pytest", *ON_EVERY_CORE, *(f"--ignore={path}" for path in WATCHED))
    elsewhere = on_postgresql()
    return watched or untried or others or elsewhere


def on_postgresql() -> int:
    """What asks the database, once more on the other kind of database, where there is one."""
    url = os.environ.get(POSTGRES)
    if not url:
        print(f"Not tried on PostgreSQL: set {POSTGRES}=postgresql://…")
        return 0
    return run("pytest", *ON_EVERY_CORE, "tests/integration", DATABASE_URL=url)


def run(module: str, *arguments: str, **settings: str) -> int:
    """Run a tool of this environment."""
    command = [sys.executable, "-m", module, *arguments]
    return subprocess.run(command, cwd=ROOT, check=False, env={**os.environ, **settings}).returncode


if __name__ == "__main__":
    sys.exit(on_postgresql() if sys.argv[1:] == ["postgresql"] else main())
