"""Renew the locked requirements: every version and every hash, and the host of no index.

`uv` writes one lock for all Pythons and platforms that the project supports.
"""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROJECT = "pyproject.toml"
COMPILE = [
    *("pip", "compile", "--quiet", "--upgrade"),
    *("--universal", "--python-version", "3.11", "--generate-hashes"),
    *("--no-emit-index-url", "--no-annotate", "--custom-compile-command", "make lock"),
    # Without its extra in the lock, pip 23 takes a newer release for `coverage[toml]` than the lock has.
    "--no-strip-extras",
]
LOCKS = {
    "requirements.txt": [PROJECT, "--group", "build"],
    # What an organisation with PostgreSQL installs, and the image.
    "requirements-postgresql.txt": [
        *(PROJECT, "--extra", "postgresql", "--group", "build", "-c", "requirements.txt")
    ],
    # The full lock never differs from the small one in a package that both hold.
    "requirements-dev.txt": [PROJECT, "--all-extras", "--group", "dev", "-c", "requirements.txt"],
    # Stands apart, in an environment of its own (scripts/audit.py).
    "requirements-audit.txt": ["--group", "audit"],
}


def main() -> int:
    """Write the locks; the others lean on the first."""
    uv = shutil.which("uv") or shutil.which("uv", path=str(ROOT / ".venv/bin"))
    if not uv:
        print("`make lock` needs uv: python3 -m pip install uv", file=sys.stderr)
        return 5
    for name, options in LOCKS.items():
        command = [uv, *COMPILE, *options, "-o", name]
        if subprocess.run(command, cwd=ROOT, check=False).returncode:
            print(f"{name} was not renewed; uv says why above.", file=sys.stderr)
            return 5
    return 0


if __name__ == "__main__":
    sys.exit(main())
