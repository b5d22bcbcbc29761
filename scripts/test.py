"""Run the whole suite, then ask of the pure rooms that every branch was taken."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# A decision hangs on these rooms: nothing in them may be untried.
PURE_ROOMS = ("base", "kader", "casework")
NOTHING_MISSED = "100"


def main() -> int:
    """Tests first; arguments are handed on to pytest, and then coverage is not weighed."""
    wanted = sys.argv[1:]
    if wanted:
        return run("pytest", *wanted)
    missed = coverage_after(run("pytest", "--cov", "--cov-report="))
    return missed


def coverage_after(result: int) -> int:
    """Show what the tests left untried in the pure rooms, also when a test failed."""
    if not (ROOT / ".coverage").exists():
        return result
    rooms = ",".join(f"src/openkader/{room}/*" for room in PURE_ROOMS)
    weighed = run("coverage", "report", f"--include={rooms}", f"--fail-under={NOTHING_MISSED}")
    return result or weighed


def run(module: str, *arguments: str) -> int:
    """Run a tool of this environment."""
    return subprocess.run([sys.executable, "-m", module, *arguments], cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
