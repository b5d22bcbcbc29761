"""A backup made, tried and put back: how long it takes and how much memory, beside the plain tools.

Usage: python -m benchmarks.recovery [--quick] [--json] [--cases N] [--documents MB] [--database sqlite postgresql]

The cases are made up with `openkader demo generate`, the documents are random bytes. --quick is the demo as it is. The
peer is what an administrator writes in a script: `sqlite3 .backup` or `pg_dump`, and then `tar`; and back. It hashes
nothing, counts nothing, and tries nothing. PostgreSQL is measured when BENCH_POSTGRES names a database server in which
databases may be made.
"""

import argparse
import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, cast

from benchmarks import databases

ROOT = Path(__file__).resolve().parents[1]
MEGABYTE = 1 << 20
FILL = """
import hashlib, os
from datetime import UTC, datetime
from openkader.register.models import Document, Request
from openkader.register.shelf import shelf
request, rows = Request.objects.first(), []
for number in range({number}):
    content = os.urandom(1 << 20)
    rows.append(Document(request=request, reference=f"B-{{number}}", name="made-up.pdf", purpose="attachment",
        media_type="application/pdf", size=len(content), digest=shelf().put(content), recorded_by="demo",
        recorded_at=datetime.now(UTC)))
Document.objects.bulk_create(rows)
"""

KEYS = """
from pathlib import Path
from pyrage import x25519
key = x25519.Identity.generate()
Path({place!r}, "identity").write_text(str(key))
Path({place!r}, "public").write_text(str(key.to_public()))
"""
HEAD = "{database}: {cases} made-up cases beside the demo, {documents_mb} MB of documents; a backup of {backup_mb} MB"


@dataclass(frozen=True, slots=True)
class Took:
    """One piece of work: seconds of the clock, and the most memory that one process of it had."""

    what: str
    seconds: float
    megabytes: int


@dataclass(frozen=True, slots=True)
class House:
    """An installation in a folder, and its database."""

    data: Path
    url: str = ""

    @property
    def environment(self) -> dict[str, str]:
        """What its processes see."""
        told = {"OPENKADER_DATA": str(self.data), "DATABASE_URL": self.url, "OPENKADER_LANGUAGE": "en"}
        settings = {"DJANGO_SETTINGS_MODULE": "openkader.conf.settings", "PYTHONPATH": str(ROOT / "src")}
        return {**os.environ, **told, **settings}

    def run(self, *words: str) -> None:
        """Work that is not measured."""
        subprocess.run([sys.executable, *words], env=self.environment, check=True, capture_output=True)

    def measure(self, what: str, *words: str) -> Took:
        """A process, until it ends."""
        begin = time.monotonic()
        process = subprocess.Popen(words, env=self.environment, stdout=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        if status:
            raise SystemExit(f"{what}: {shlex.join(words)} ended with {status}")
        return Took(what, round(time.monotonic() - begin, 2), used.ru_maxrss // 1024)


def main() -> int:
    """Measure, and show."""
    options = _options()
    found = [_one(database, options) for database in options.database]
    print(json.dumps(found, indent=1) if options.json else "\n".join(map(_shown, found)))
    return 0


def _one(database: str, options: argparse.Namespace) -> dict[str, object]:
    with tempfile.TemporaryDirectory(prefix="openkader-", dir=options.place) as folder:
        place = Path(folder)
        house = _house(place / "data", database, "openkader_bench_recovery")
        house.run("-m", "openkader", "demo", "--no-serve")
        if options.cases:
            house.run("-m", "openkader", "demo", "generate", str(options.cases))
        if options.documents:
            house.run("-c", "import django; django.setup()\n" + FILL.format(number=options.documents))
        took = [*_ours(house, place, database), *_peers(house, place, database)]
        size = round((place / "a.tar").stat().st_size / MEGABYTE, 1)
        named = {
            "database": database,
            "cases": options.cases,
            "documents_mb": options.documents,
            "backup_mb": size,
        }
        return {**named, "took": [asdict(one) for one in took]}


def _house(data: Path, database: str, name: str) -> House:
    if database == "sqlite":
        return House(data)
    databases.create(name)
    return House(data, databases.address(name))


def _ours(house: House, place: Path, database: str) -> Iterator[Took]:
    ours = (sys.executable, "-m", "openkader", "backup")
    identity = place / "identity"
    house.run("-c", KEYS.format(place=str(place)))
    yield house.measure("make", *ours, "make", str(place / "a.tar"))
    yield house.measure(
        "make, encrypted", *ours, "make", str(place / "b.age"), "--recipients", str(place / "public")
    )
    yield house.measure("verify", *ours, "verify", str(place / "a.tar"))
    yield house.measure(
        "verify, encrypted", *ours, "verify", str(place / "b.age"), "--identity", str(identity)
    )
    other = _house(place / "other", database, "openkader_bench_recovery_back")
    yield other.measure("restore", *ours, "restore", str(place / "a.tar"))
    shutil.rmtree(other.data)


def _peers(house: House, place: Path, database: str) -> Iterator[Took]:
    """The same by hand, on the same folder."""
    copy, tar = place / "copy", place / "peer.tar"
    copy.mkdir()
    files = f"tar -cf {tar} -C {copy} . -C {house.data} documents lists"
    if database == "sqlite":
        dump = f"sqlite3 {house.data}/db.sqlite3 '.backup {copy}/db.sqlite3'"
        back = f"mkdir {place}/back && tar -xf {tar} -C {place}/back"
    else:
        other = _house(place / "unused", database, "openkader_bench_recovery_peer")
        dump = f"pg_dump -Fc --file={copy}/database.dump --dbname={house.url}"
        back = f"mkdir {place}/back && tar -xf {tar} -C {place}/back"
        back += f" && pg_restore --dbname={other.url} {place}/back/database.dump"
    yield house.measure("plain tools: make", "sh", "-c", f"{dump} && {files}")
    yield house.measure("plain tools: restore", "sh", "-c", back)


def _shown(found: dict[str, object]) -> str:
    took = cast("list[dict[str, Any]]", found["took"])
    lines = [f"  {one['what']:<24}{one['seconds']:>8.2f} s {one['megabytes']:>6} MB" for one in took]
    return "\n".join([HEAD.format(**found), *lines])


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.recovery")
    parser.add_argument("--quick", action="store_true", help="the demo as it is")
    parser.add_argument("--json", action="store_true", help="the figures by name")
    parser.add_argument("--cases", type=int, help="how many cases beside those of the demo (5,000)")
    parser.add_argument("--documents", type=int, help="how many documents of a megabyte (500)")
    parser.add_argument("--database", nargs="+", choices=["sqlite", "postgresql"])
    parser.add_argument("--place", type=Path, help="where there is room")
    options = parser.parse_args()
    options.cases = 0 if options.quick else options.cases if options.cases is not None else 5_000
    options.documents = 0 if options.quick else options.documents if options.documents is not None else 500
    options.database = options.database or (["sqlite", "postgresql"] if databases.is_there() else ["sqlite"])
    return options


if __name__ == "__main__":
    sys.exit(main())
