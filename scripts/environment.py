"""Put the packages of the lock into `.venv`, only when the lock changed.

Usage: python3 scripts/environment.py runtime|dev

Runs before anything is installed, so on the standard library only.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

Command = tuple[str | Path, ...]

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / "bin" / "python"
LOCKS = {"runtime": ("requirements.txt",), "dev": ("requirements.txt", "requirements-dev.txt")}
EXIT_UNAVAILABLE, EXIT_INTERRUPTED = 5, 130
# No interpreter is ever fetched: the machine's own Python is the one that was chosen.
MANNERS = {"UV_PYTHON_DOWNLOADS": "never", "PIP_RETRIES": "2", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
SIGNS_OF_NO_INDEX = (
    "connect",
    "dns error",
    "failed to fetch",
    "failed to download",
    "name resolution",
    "no matching distribution",
    "proxy",
    "request failed",
    "timed out",
)


def main(wanted: str) -> int:
    """Leave at once when the environment is current; otherwise bring it up to the lock."""
    if is_current(wanted):
        return 0
    is_new = not VENV_PYTHON.exists()
    forget_stamps()
    try:
        install(ROOT / LOCKS[wanted][-1])
    except subprocess.CalledProcessError as failure:
        if is_new:
            shutil.rmtree(VENV, ignore_errors=True)
        explain(failure.stdout or "", is_new=is_new)
        return EXIT_UNAVAILABLE
    except KeyboardInterrupt:
        print("Stopped. Run make again to go on.", file=sys.stderr)
        return EXIT_INTERRUPTED
    stamp(wanted).write_text(fingerprint(wanted), encoding="ascii")
    return 0


def is_current(wanted: str) -> bool:
    """A full environment also serves who asks for the small one."""
    enough = (kind for kind in LOCKS if set(LOCKS[wanted]) <= set(LOCKS[kind]))
    return any(stamp(kind).exists() and stamp(kind).read_text() == fingerprint(kind) for kind in enough)


def install(lock: Path) -> None:
    """Both uv and pip fetch everything before they install anything: never half a lock."""
    print(f"Installing the packages of {lock.name} …", flush=True)
    if not VENV_PYTHON.exists():
        run(*maker(), VENV)
    run(*installer(), "--quiet", "--require-hashes", "-r", lock)
    run(*installer(), "--quiet", "--no-deps", "--no-build-isolation", "-e", ROOT)


def maker() -> Command:
    """What makes an empty environment; uv where it is present, since it is quicker."""
    uv = shutil.which("uv")
    return (
        (uv, "venv", "--clear", "--python", sys.executable)
        if uv
        else (sys.executable, "-m", "venv", "--clear")
    )


def installer() -> Command:
    """What fills the environment."""
    uv = shutil.which("uv")
    return (uv, "pip", "install", "--python", VENV_PYTHON) if uv else (VENV_PYTHON, "-m", "pip", "install")


def run(*command: str | Path) -> None:
    """Run quietly, and keep what was said for the explanation of a failure."""
    subprocess.run(
        command,
        check=True,
        cwd=ROOT,
        text=True,
        env={**os.environ, **MANNERS},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


def explain(said: str, *, is_new: bool) -> None:
    """Say in a sentence what went wrong and what to do; the tool's own words come first."""
    print(*(f"  {line}" for line in said.splitlines()[-12:]), sep="\n", file=sys.stderr)
    left = "Nothing was left behind." if is_new else "What .venv held before is still there."
    print(f"{advice(said.lower())} {left} Then run make again.", file=sys.stderr)


def advice(said: str) -> str:
    """What a person can do about it."""
    if "ensurepip" in said:
        return "This Python cannot make an environment: on Debian, install python3-venv."
    if any(sign in said for sign in SIGNS_OF_NO_INDEX):
        return (
            "The package index cannot be reached. Check the network, or name your organisation's"
            " own index (PIP_INDEX_URL; with uv: UV_DEFAULT_INDEX)."
        )
    return "The installation failed; the lines above say why."


def fingerprint(kind: str) -> str:
    """What an environment is made of: the lock, the package, and the folder it stands in."""
    digest = hashlib.sha256(str(ROOT).encode())
    for name in (*LOCKS[kind], "pyproject.toml"):
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


def stamp(kind: str) -> Path:
    """Where it is noted what the environment was made of."""
    return VENV / f".made-for-{kind}"


def forget_stamps() -> None:
    """An environment that is being changed is not current until it is done."""
    for kind in LOCKS:
        stamp(kind).unlink(missing_ok=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
