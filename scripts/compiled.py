"""Build the package with the reading and comparing of names compiled for this machine, as a wheel (ADR 17).

Usage: python scripts/compiled.py [--draft] [FOLDER, else dist]

--draft leaves the C compiler's own improvements out: made sooner, runs slower, answers the same.

Needs a C compiler and the headers of Python (Debian: gcc, python3-dev). The compiler leaves what it makes beside
the sources, where Python would take it before a source that is changed later; so it works on a copy.
"""

import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NEEDED = ("pyproject.toml", "README.en.md", "LICENSE")
FOLDERS = ("src", "LICENSES")
MADE = shutil.ignore_patterns("__pycache__", "*.so")
DRAFT = ('opt_level = "3"', 'opt_level = "0"')
EXIT_UNAVAILABLE = 5


def main(folder: Path, *, is_draft: bool) -> int:
    """The name of the wheel, or a sentence about what is missing."""
    missing = what_is_missing()
    if missing:
        print(
            f"Cannot compile: {', '.join(missing)} not found. On Debian: apt install gcc python3-dev.",
            file=sys.stderr,
        )
        return EXIT_UNAVAILABLE
    with tempfile.TemporaryDirectory() as place:
        copy(Path(place))
        if is_draft:
            project = Path(place) / "pyproject.toml"
            project.write_text(project.read_text("utf-8").replace(*DRAFT), encoding="utf-8")
        done = build(Path(place), folder.resolve())
    if done.returncode:
        print(done.stdout[-3000:], file=sys.stderr)
        print("The package was not compiled; the lines above say why.", file=sys.stderr)
        return EXIT_UNAVAILABLE
    print(done.stdout.strip().splitlines()[-1])
    return 0


def what_is_missing() -> list[str]:
    """What this machine lacks to compile anything for its Python."""
    headers = Path(sysconfig.get_path("include")) / "Python.h"
    compiler = os.environ.get("CC", "gcc").split()[0]
    return [*([] if shutil.which(compiler) else [compiler]), *([] if headers.exists() else [str(headers)])]


def copy(place: Path) -> None:
    """What the package is made of, without what a former build left."""
    for name in NEEDED:
        shutil.copy(ROOT / name, place)
    for name in FOLDERS:
        shutil.copytree(ROOT / name, place / name, ignore=MADE)


def build(place: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """Let hatchling make the wheel, with its hook for mypyc on (pyproject.toml)."""
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    return subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder],
        cwd=place,
        env={**os.environ, "PATH": path, "HATCH_BUILD_HOOKS_ENABLE": "1"},
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )


if __name__ == "__main__":
    words = [word for word in sys.argv[1:] if word != "--draft"]
    sys.exit(main(Path(words[0] if words else "dist"), is_draft="--draft" in sys.argv))
