"""Write what the installed product is made of, as a bill of materials in CycloneDX (JSON).

Usage: python scripts/bill.py [FILE]

Made of the lock, so it holds every version and every digest that an installation may have, and the
same lock gives the same bill. The tool checks it against the schema of CycloneDX.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements-postgresql.txt"  # the largest that anybody installs to serve
FILE = ROOT / "build" / "openkader.cdx.json"
_OPTIONS = (
    "--pyproject",
    "pyproject.toml",
    "--output-reproducible",
    "--of",
    "JSON",
    "--sv",
    "1.6",
    "--validate",
)


def main() -> int:
    """Write it where it was asked for."""
    file = Path(sys.argv[1]) if len(sys.argv) > 1 else FILE
    file.parent.mkdir(parents=True, exist_ok=True)
    tool = Path(sys.executable).parent / "cyclonedx-py"
    done = subprocess.run(
        [tool, "requirements", LOCK, *_OPTIONS, "-o", file],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        print(done.stderr.strip(), file=sys.stderr)
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
