"""Ask an advisory service which package of the lock has a known weakness.

Usage: python scripts/audit.py [pypi|osv]

It needs a network, so it is no part of `make check`: a gate that is closed because somebody else's service
is away is opened by hand soon. Exit code 1: there is a weakness. 5: nobody could be asked, and nothing is known.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
LOCK, OWN_LOCK = ROOT / "requirements-postgresql.txt", ROOT / "requirements-audit.txt"
VENV = ROOT / "build" / "audit"
WEAK, UNAVAILABLE = 1, 5
# With all digests in the lock there is nothing to resolve, and nothing of it is installed.
_OPTIONS = ("--require-hashes", "--disable-pip", "--progress-spinner", "off", "-f", "json")


def main() -> int:
    """Install the tool apart, from its lock, and ask."""
    service = sys.argv[1] if len(sys.argv) > 1 else "pypi"
    if not install():
        return nobody_asked("The tool could not be installed.")
    done = run(VENV / "bin" / "pip-audit", "-r", LOCK, "-s", service, *_OPTIONS)
    try:
        packages = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError):
        return nobody_asked(done.stderr.strip().rpartition("\n")[2])
    return judge(packages)


def judge(packages: list[dict[str, Any]]) -> int:
    """What is known of each package; one that the service does not know has not been found to be well."""
    unknown = [f"{one['name']} ({one['skip_reason']})" for one in packages if "skip_reason" in one]
    weak = [one for one in packages if one.get("vulns")]
    for one in weak:
        for found in one["vulns"]:
            mended = ", ".join(found.get("fix_versions", ())) or "no version yet"
            print(f"{one['name']} {one['version']}: {found['id']}, mended in {mended}")
    if weak:
        print("Within which time that is mended stands in SECURITY.md.")
    print(
        f"{len(packages)} packages: {len(weak)} with a known weakness, {len(unknown)} that nobody could say of."
    )
    if unknown or not packages:
        return WEAK if weak else nobody_asked("; ".join(unknown))
    return WEAK if weak else 0


def nobody_asked(why: str) -> int:
    """Say that nothing is known, which is not that all is well."""
    print(f"Nobody could be asked of all of it, so it is not known to be well. {why[:300]}", file=sys.stderr)
    return UNAVAILABLE


def install() -> bool:
    """Its own environment, made once for each lock."""
    stamp = VENV / "lock"
    if stamp.exists() and stamp.read_bytes() == OWN_LOCK.read_bytes():
        return True
    made = run(sys.executable, "-m", "venv", "--clear", VENV)
    filled = run(VENV / "bin" / "pip", "install", "--quiet", "--require-hashes", "-r", OWN_LOCK)
    if made.returncode or filled.returncode:
        return False
    stamp.write_bytes(OWN_LOCK.read_bytes())
    return True


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    """One program, and what it said."""
    return subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)


if __name__ == "__main__":
    sys.exit(main())
