"""What an export costs whoever serves it: the most memory of its process, seconds, and when the first byte came.

Usage: python -m benchmarks.exports [--quick] [--json] [--write] [--place FOLDER] [--cases N]

Each export is asked of a server that has shown but one page, by an auditor, who sees every case. The peer is a process
that writes the same rows from a cursor at the database, with `csv.writer` or with openpyxl in its write-only mode, and
knows nothing of words, kaders or cells that could be calculated. The register is that of `benchmarks.load` (100,000
cases on PostgreSQL where BENCH_POSTGRES names a server, else on SQLite, without the peer), kept under out/web (or
--place). --quick: 1,000 cases on SQLite. The exit code is 1 when an export adds more memory than the target.
"""

import argparse
import http.client
import json
import os
import re
import secrets
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import urlsplit

from benchmarks import databases
from benchmarks.web.house import House

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "reference" / "benchmark-exports.md"
TARGET_MB = 150
_ACCOUNT = "benchmark-auditor"
_CHUNK = 1 << 16
_CASES = """select r.reference, r.title_nl, r.kind, l.country, l.state, l.outcome, l.received_on, l.due_on, u.username,
 l.team, r.confidentiality from register_caseline l join register_request r on r.id = l.request_id
 left join auth_user u on u.id = r.assignee_id order by l.due_on, r.id"""
_TRAIL = """select sequence, at, actor, action, object_kind, object_reference, dossier, detail
 from register_auditevent order by id desc"""
_PEER = """
import csv, sys, psycopg
from openpyxl import Workbook
url, query, form = sys.argv[1:]
with psycopg.connect(url) as connection, connection.cursor(name="export") as rows, open("/dev/null", "w") as file:
    rows.itersize = 2000
    rows.execute(query)
    if form == "csv":
        writer = csv.writer(file, delimiter=";")
        print(sum(writer.writerow(row) > 0 for row in rows))
    else:
        book = Workbook(write_only=True)
        sheet = book.create_sheet()
        number = 0
        for number, row in enumerate(rows, 1):
            sheet.append([None if cell is None else str(cell) for cell in row])
        book.save("/dev/null")
        print(number)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """A file that leaves the register, where it is asked for, and which rows the peer writes; "" has no peer."""

    name: str
    path: str
    query: str = ""
    form: str = "csv"


EXPORTS: Sequence[Export] = (
    Export(name="work list, CSV", path="/werk/bestand/csv/?van=all", query=_CASES),
    Export(name="work list, Excel", path="/werk/bestand/xlsx/?van=all", query=_CASES, form="xlsx"),
    Export(name="work list, ODS", path="/werk/bestand/ods/?van=all"),
    Export(name="audit trail, CSV", path="/controlespoor/bestand/csv/", query=_TRAIL),
    Export(name="open data of a year", path="/jaar/{year}/open-data/bestanden.zip"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one export took: megabytes of memory at most, and before; seconds until the first byte and the last."""

    name: str
    megabytes: int  # of the file
    before_mb: int
    most_mb: int
    own_mb: int  # of the process when it was done, without what it shares with the one that started it
    first_s: float
    seconds: float
    peer_mb: int | None = None
    peer_s: float | None = None

    @property
    def added_mb(self) -> int:
        """What the export itself took."""
        return self.most_mb - self.before_mb


def main() -> int:
    """Measure, and show."""
    options = _options()
    if options.session:
        print(json.dumps(_session()))
        return 0
    is_large = databases.is_there() and not options.quick
    house = House(options.place, "postgresql" if is_large else "sqlite", options.cases)
    house.prepare()
    house = house.with_more(
        {"OPENKADER_CONFIRM_MINUTES": "0"}
    )  # an export asks who one is, and nobody is there
    told = house.told("benchmarks.exports", "--session")
    costs = [_cost(house, one, told) for one in EXPORTS if options.only in one.name]
    head = {"database": house.database, "cases": options.cases, "load": round(os.getloadavg()[0], 1)}
    found = head | {"exports": [asdict(one) | {"added_mb": one.added_mb} for one in costs]}
    print(json.dumps(found, indent=1) if options.json else _page(head, costs))
    if options.write:
        PAGE.write_text(_page(head, costs), encoding="utf-8")
    return int(any(one.added_mb > TARGET_MB for one in costs))


def _session() -> dict[str, object]:
    """An auditor who is signed in; the password is nobody's. In the environment of the register."""
    import django

    django.setup()
    from django.conf import settings
    from django.contrib.auth.models import User
    from django.test import Client
    from django.utils import timezone

    from openkader.casework.permissions import HouseHand
    from openkader.casework.vocabulary import AccountRole
    from openkader.register import selectors, services
    from openkader.register.accounts import Post

    if not User.objects.filter(username=_ACCOUNT).exists():
        post = Post(roles=[AccountRole.AUDITOR], team=None)
        by, now = HouseHand("cli:benchmark"), timezone.now()
        services.open_account(_ACCOUNT, secrets.token_urlsafe(20), post=post, by=by, now=now)
    client = Client()
    client.force_login(User.objects.get(username=_ACCOUNT))
    newest = selectors.newest_year()
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    return {"session": session, "year": newest.year if newest else None}


def _cost(house: House, export: Export, told: Mapping[str, object]) -> Cost:
    cookie = {"Cookie": f"sessionid={told['session']}"}
    with house.served() as (address, minder):
        for _ in range(4):
            _ask(address, "/controlespoor/", cookie)
        before = _most_memory(minder)
        first, seconds, size = _ask(address, export.path.format(year=told["year"]), cookie)
        most, own = _most_memory(minder), _own_memory(minder)
    cost = Cost(
        name=export.name,
        megabytes=round(size / 1e6),
        before_mb=before,
        most_mb=most,
        own_mb=own,
        first_s=round(first, 2),
        seconds=round(seconds, 1),
    )
    return _with_peer(cost, house, export) if house.url and export.query else cost


def _with_peer(cost: Cost, house: House, export: Export) -> Cost:
    began = time.monotonic()
    words = (sys.executable, "-c", _PEER, house.url, export.query, export.form)
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise RuntimeError(f"the peer of {export.name} ended with {status}")
    known = asdict(cost) | {"peer_mb": used.ru_maxrss // 1024, "peer_s": round(time.monotonic() - began, 1)}
    return Cost(**known)


def _ask(address: str, path: str, headers: Mapping[str, str]) -> tuple[float, float, int]:
    """Seconds until the first byte and until the last, and how many there were; nobody keeps them."""
    line = http.client.HTTPConnection(urlsplit(address).netloc, timeout=1800)
    began = time.monotonic()
    try:
        line.request("GET", path, headers=dict(headers))
        answer = line.getresponse()
        if answer.status != 200:
            raise RuntimeError(f"{path}: {answer.status}")
        size = len(answer.read(1))
        first = time.monotonic() - began
        while part := answer.read(_CHUNK):
            size += len(part)
        return first, time.monotonic() - began, size
    finally:
        line.close()


def _most_memory(minder: int) -> int:
    """The most that any process of the server has had, in megabytes."""
    return _megabytes(minder, "status", r"VmHWM:\s+(\d+) kB")


def _own_memory(minder: int) -> int:
    """What the largest of them has for itself; the rest is there once, however many of them there are."""
    return _megabytes(minder, "smaps_rollup", r"Private_(?:Clean|Dirty):\s+(\d+) kB")


def _megabytes(minder: int, file: str, line: str) -> int:
    children = Path(f"/proc/{minder}/task/{minder}/children").read_text("ascii").split()
    texts = [Path(f"/proc/{one}/{file}").read_text("ascii") for one in children]
    return max(sum(map(int, re.findall(line, text))) for text in texts) // 1024


def _page(head: Mapping[str, object], costs: Sequence[Cost]) -> str:
    text = f"""# Benchmark of the exports

`python -m benchmarks.exports --write` measured this page and wrote it: each export once, of a server that had shown
one page, {head["cases"]} cases, {head["database"]}, load {head["load"]}. The peer writes the same rows from a cursor at
the database, with `csv.writer` or with openpyxl in its write-only mode. The target: an export adds at most
{TARGET_MB} MB to the memory of the process that serves it, however many rows it has. "Own" is what that process has for
itself when the file is whole; the rest, our code, it shares with every other process of the server. "First" and "last"
are the bytes of the file.

| export | file, MB | memory before, MB | at most, MB | added, MB | own, MB | first, s | last, s | peer, MB | peer, s |
|---|---|---|---|---|---|---|---|---|---|
"""
    return text + "".join(map(_row, costs))


def _row(one: Cost) -> str:
    peer = ("–", "–") if one.peer_mb is None else (one.peer_mb, one.peer_s)
    cells = (
        one.name,
        one.megabytes,
        one.before_mb,
        one.most_mb,
        one.added_mb,
        one.own_mb,
        one.first_s,
        one.seconds,
        *peer,
    )
    return f"| {' | '.join(map(str, cells))} |\n"


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.exports")
    parser.add_argument("--quick", action="store_true", help="1,000 cases on SQLite")
    parser.add_argument("--json", action="store_true", help="the figures by name")
    parser.add_argument("--write", action="store_true", help=f"write {PAGE.relative_to(ROOT)}")
    parser.add_argument("--place", type=Path, default=ROOT / "out" / "web", help="where the cases are kept")
    parser.add_argument("--cases", type=int, help="how many cases")
    parser.add_argument(
        "--only", default="", metavar="WORDS", help="the exports with these words in their name"
    )
    parser.add_argument("--session", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.write and options.quick:
        parser.error("the page is written from a full run")
    options.place = options.place.absolute()
    options.cases = options.cases or (1_000 if options.quick else 100_000)
    return options


if __name__ == "__main__":
    sys.exit(main())
