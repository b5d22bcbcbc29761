"""The peers: engines of others, in an environment of their own because they weigh more than the project."""

import json
import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.screening.harness import ROOT, Engine, Harness, Missing, Report, run

# The indexes that our own engine keeps; in a cache of the benchmark, which can be emptied.
CACHE = ROOT / "out" / "cache"
OURS = Engine("openkader", ("env", f"XDG_CACHE_HOME={CACHE}", sys.executable, "-m", "openkader"))
# The same package, compiled (ADR 17), unpacked apart so that it stands before the sources.
UNPACKED = ROOT / "out" / "compiled"
COMPILED = Engine(
    "openkader, compiled",
    ("env", f"XDG_CACHE_HOME={CACHE}", f"PYTHONPATH={UNPACKED}", sys.executable, "-m", "openkader"),
)
PEER, PLAIN = "nomenklatura", "rapidfuzz"
VENV = ROOT / "out" / "venv"
# Writes Chinese names in Cyrillic by a table that is not ours; see palladius.py.
SPELLER = "pypinyin==0.55.0"


@dataclass(frozen=True, slots=True)
class Kept:
    """Where reports are kept between runs, each with what it rests on."""

    folder: Path

    def keep(self, report: Report, harness: Harness) -> None:
        """Write a report down with its day and its data."""
        made = {"made_at": datetime.now(UTC).isoformat(timespec="seconds"), "data": harness.checksums()}
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / "kept.json").write_text(json.dumps({**made, "report": report}), "utf-8")

    def find(self, harness: Harness) -> tuple[Report, str] | None:
        """The report and its moment, if it was made of the same data by the same harness."""
        path = self.folder / "kept.json"
        kept = json.loads(path.read_text("utf-8")) if path.is_file() else {}
        return (kept["report"], kept["made_at"]) if kept.get("data") == harness.checksums() else None


def peers(harness: Harness) -> dict[str, Engine]:
    """The peers by name; their environment is made when it is missing."""
    python = VENV / "bin" / "python"
    if not (VENV / "ready").exists():
        _install(harness)
    return {
        name: Engine(name, (str(python), str(harness.code / f"peer_{name}.py"))) for name in (PEER, PLAIN)
    }


def compile_ours() -> None:
    """Compile the package as it stands now; takes some minutes."""
    print("The package is compiled; this takes some minutes.", file=sys.stderr)
    shutil.rmtree(UNPACKED, ignore_errors=True)
    run([sys.executable, ROOT / "scripts" / "compiled.py", UNPACKED])
    with zipfile.ZipFile(next(UNPACKED.glob("*.whl"))) as wheel:
        wheel.extractall(UNPACKED)


def versions() -> dict[str, str]:
    """The versions of the peers and of what their answers depend on."""
    listed = json.loads(run([VENV / "bin" / "python", "-m", "pip", "list", "--format", "json"]))
    wanted = (PEER, PLAIN, "rigour", "followthemoney", "numpy", "duckdb", "pypinyin")
    known = {one["name"].lower(): one["version"] for one in listed}
    return {name: known[name] for name in wanted if name in known}


def _install(harness: Harness) -> None:
    print(f"The peers are installed in {VENV}; this takes a minute.", file=sys.stderr)
    subprocess.run([sys.executable, "-m", "venv", VENV], check=True)
    pip = [str(VENV / "bin" / "python"), "-m", "pip", "install", "--quiet", SPELLER]
    done = subprocess.run([*pip, "-r", harness.code / "requirements.txt"], check=False)
    if done.returncode:
        raise Missing("The peers could not be installed; see above. Without the network use --alone.")
    (VENV / "ready").touch()
