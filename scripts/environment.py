"""Put the packages of the lock into `.venv`, only when the lock changed.

    python3 scripts/environment.py runtime|dev

Runs on whatever Python the machine has, before anything is installed: so it uses
the standard library only and no syntax that an old Python cannot read.
"""

import hashlib
import os
import shutil
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(ROOT, ".venv")
NEEDED = (3, 11)
LOCKS = {"runtime": ["requirements.txt"], "dev": ["requirements.txt", "requirements-dev.txt"]}
NEWER_PYTHONS = ("python3.13", "python3.12", "python3.11", "python3.14")
EXIT_UNAVAILABLE = 5
SIGNS_OF_NO_INDEX = (
    "connection", "connect error", "dns error", "failed to fetch", "failed to download",
    "name resolution", "no matching distribution", "proxy", "request failed", "timed out",
)  # fmt: skip


def main(wanted):
    """Leave at once when the environment is current; otherwise bring it up to the lock."""
    use_a_new_enough_python()
    if is_current(wanted):
        return 0
    created_here = not os.path.exists(venv_python())
    forget_stamps()
    try:
        install(wanted)
    except subprocess.CalledProcessError as failure:
        if created_here:
            shutil.rmtree(VENV, ignore_errors=True)
        return explain(failure, created_here)
    with open(stamp(wanted), "w") as file:
        file.write(fingerprint(wanted))
    return 0


def use_a_new_enough_python():
    """Go on under a newer Python of this machine when `python3` is too old."""
    if sys.version_info >= NEEDED:
        return
    for name in NEWER_PYTHONS:
        path = shutil.which(name)
        if path and subprocess.call([path, "-c", ""], stderr=subprocess.DEVNULL) == 0:
            os.execv(path, [path, *sys.argv])
    version = ".".join(str(part) for part in sys.version_info[:3])
    sys.exit(
        "Open Kader needs Python 3.11 or newer; `python3` here is " + version + ".\n"
        "Install a newer Python, or name one: make PYTHON=/path/to/python3.13"
    )


def is_current(wanted):
    """A full environment also serves who asks for the small one."""
    return any(
        read(stamp(kind)) == fingerprint(kind)
        for kind in LOCKS
        if set(LOCKS[wanted]) <= set(LOCKS[kind])
    )


def install(wanted):
    """Fetch everything first, then install: neither uv nor pip installs half a lock."""
    lock = os.path.join(ROOT, LOCKS[wanted][-1])
    print("Installing the packages of " + os.path.basename(lock) + " ...", flush=True)
    uv = shutil.which("uv")
    os.environ["UV_PYTHON_DOWNLOADS"] = "never"
    if not os.path.exists(venv_python()):
        run([uv, "venv", "-q", "--python", sys.executable, VENV] if uv
            else [sys.executable, "-m", "venv", "--clear", VENV])  # fmt: skip
    if uv:
        pip = [uv, "pip", "install", "-q", "--python", venv_python()]
    else:
        pip = [venv_python(), "-m", "pip", "install", "-q", "--retries", "2",
               "--disable-pip-version-check"]  # fmt: skip
    run([*pip, "--require-hashes", "-r", lock])
    run([*pip, "--no-deps", "--no-build-isolation", "-e", ROOT])


def run(command):
    """Run quietly, and keep what was said for the explanation of a failure."""
    subprocess.run(
        command, check=True, cwd=ROOT, text=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip


def explain(failure, created_here):
    """Say in a sentence what went wrong and what to do; the tool's own words come first."""
    said = failure.stdout or ""
    print("\n".join("  " + line for line in said.splitlines()[-12:]), file=sys.stderr)
    if "ensurepip" in said:
        advice = "This Python cannot make an environment: on Debian, install python3-venv."
    elif any(sign in said.lower() for sign in SIGNS_OF_NO_INDEX):
        advice = (
            "The package index cannot be reached. Check the network, or name your"
            " organisation's own index (PIP_INDEX_URL; with uv: UV_DEFAULT_INDEX)."
        )
    else:
        advice = "The installation failed; the lines above say why."
    left = "Nothing was left behind." if created_here else ".venv is as complete as before."
    print(advice + " " + left + " Then run make again.", file=sys.stderr)
    return EXIT_UNAVAILABLE


def fingerprint(wanted):
    """What the environment was made of: the lock, the package and the folder it stands in."""
    digest = hashlib.sha256(ROOT.encode())
    for name in [*LOCKS[wanted], "pyproject.toml"]:
        digest.update(read(os.path.join(ROOT, name)).encode())
    return digest.hexdigest()


def stamp(wanted):
    """Where we note what the environment was made of."""
    return os.path.join(VENV, ".made-for-" + wanted)


def forget_stamps():
    """An environment that is being changed is not current until it is done."""
    for kind in LOCKS:
        if os.path.exists(stamp(kind)):
            os.remove(stamp(kind))


def venv_python():
    """The interpreter of the environment."""
    return os.path.join(VENV, "bin", "python")


def read(path):
    """The text of a file, empty when there is none."""
    if not os.path.exists(path):
        return ""
    with open(path, encoding="utf-8") as file:
        return file.read()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
