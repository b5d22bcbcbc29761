"""Twenty readers at once: how long each page lets them wait."""

import http.client
import os
import random
import statistics
import threading
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlsplit

from benchmarks.web.house import ACCOUNTS, THREADS, WORKERS, House

READERS = 20
MOST_MS, MOST_QUERIES = 200, 12
SEARCHED = (
    "Shangdong",
    "山东",
    "Shandong Energy",
    "Шаньдун",
    "Zhang",
    "张伟",
    "Hebei glastuinbouw",
    "FICTIEF-7-000123",
)
LISTS = (
    "/werk/",
    "/werk/?van=team",
    "/werk/?van=overdue",
    "/werk/?van=all",
    "/werk/?van=all&volgorde=changed",
    "/werk/?van=all&land=KR&stand=granted",
    "/werk/?van=all&sector=artificial_intelligence&volgorde=newest",
    "/werk/?van=all&volgorde=newest&na=2022-06-01~50000",
)
DOSSIERS = (
    "/dossiers/",
    "/dossiers/?na=2023-06-01~50000",
    "/dossiers/?year=2021",
    "/dossiers/?outcome=refer",
    "/dossiers/?kind=event&year=2024",
)
SEARCHES = tuple(f"/werk/?van=all&zoek={quote(text)}" for text in SEARCHED)
PARTIES = ("/partijen/", "/partijen/?before=2000", *(f"/partijen/?q={quote(text)}" for text in SEARCHED[:6]))
SCREENING = ("/screening/", "/screening/?state=second", "/screening/?page=3")
Families = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Effort:
    """How long the readers read, and how long each looks at a page before the next.

    From inside, `asked` dossiers of each reader are looked into, and the processor time is the least of `times`.
    """

    seconds: float
    looks: float
    asked: int = 10
    times: int = 3


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who reads: the session, and the pages of each kind that are read."""

    session: str
    families: Families


QUICK, FULL = Effort(6, 1.0, asked=2, times=2), Effort(40, 1.0)


def measure(house: House, effort: Effort) -> dict[str, Any]:
    """Every page family with its percentiles and its queries, and how much the server can take at most."""
    inside = _inside(house, effort)
    same = {
        "list": LISTS,
        "search": SEARCHES,
        "dossiers": DOSSIERS,
        "parties": PARTIES,
        "screening": SCREENING,
    }
    readers = [
        Reader(inside["sessions"][name], {"dossier": inside["dossiers"][name], **same}) for name in ACCOUNTS
    ]
    families = {"dossier": [path for mine in inside["dossiers"].values() for path in mine], **same}
    load = os.getloadavg()[0]
    with house.serving() as address:
        read(address, readers, Effort(2, 0.2))  # what a day begins with
        times = read(address, readers, effort)
        pressed = read(address, readers, Effort(effort.seconds / 2, 0))
    return {
        "database": house.database,
        "cases": house.size,
        "generated_in_s": house.generated_in,
        "server": f"{WORKERS} workers of {THREADS} threads",
        "readers": READERS,
        "cores": len(os.sched_getaffinity(0)),
        "load": round(load, 1),
        "looks_s": effort.looks,
        "pages": [row(name, times[name], inside, families[name]) for name in families],
        "most_pages_per_s": round(sum(map(len, pressed.values())) / (effort.seconds / 2), 1),
    }


def row(name: str, times: list[float], inside: Mapping[str, Any], paths: Iterable[str]) -> dict[str, Any]:
    """What one family of pages took, and the most queries and processor time that one of its pages asks."""
    ordered = sorted(times) or [float("nan")]
    p95 = ordered[int(len(ordered) * 0.95)]
    paths = list(paths)
    asked = max((inside["queries"][path] for path in paths if path in inside["queries"]), default=0)
    processor = [inside["processor"][path] for path in paths if path in inside["processor"]]
    return {
        "page": name,
        "pages": len(times),
        "p50_ms": round(statistics.median(ordered) * 1000, 1),
        "p95_ms": round(p95 * 1000, 1),
        "most_ms": round(ordered[-1] * 1000, 1),
        "processor_ms": round(max(processor) * 1000, 1) if processor else "-",
        "queries": asked,
        "is_reached": p95 * 1000 <= MOST_MS and asked <= MOST_QUERIES,
    }


def _inside(house: House, effort: Effort) -> dict[str, Any]:
    paths = [*LISTS, *SEARCHES, *DOSSIERS, *PARTIES, *SCREENING]
    extent = ["--times", str(effort.times), "--asked", str(effort.asked)]
    found: dict[str, Any] = house.told("benchmarks.web.inside", *extent, *paths)
    return found


def read(address: str, readers: Sequence[Reader], effort: Effort) -> dict[str, list[float]]:
    """What each family of pages took, read by all readers at once."""
    times: defaultdict[str, list[float]] = defaultdict(list)
    wrong: list[str] = []
    ends = time.perf_counter() + effort.seconds

    def look(number: int) -> None:
        dice = random.Random(number)
        host = urlsplit(address)
        line = http.client.HTTPConnection(host.hostname or "", host.port, timeout=60)
        reader = readers[number % len(readers)]
        time.sleep(dice.random() * effort.looks)
        while time.perf_counter() < ends:
            name = dice.choice(list(reader.families))
            path = dice.choice(reader.families[name])
            began = time.perf_counter()
            line.request("GET", path, headers={"Cookie": f"sessionid={reader.session}"})
            answer = line.getresponse()
            answer.read()
            times[name].append(time.perf_counter() - began)
            if answer.status != http.client.OK:
                wrong.append(f"{path}: {answer.status}")
            time.sleep(dice.uniform(0.5, 1.5) * effort.looks)

    threads = [threading.Thread(target=look, args=[number]) for number in range(READERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if wrong:
        raise RuntimeError(f"{len(wrong)} pages failed, such as {wrong[0]}")
    return times
