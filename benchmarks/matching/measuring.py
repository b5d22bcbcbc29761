"""The same questions by batches of several sizes through HTTP, and beside it the engine alone."""

import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Sequence
from http.client import HTTPConnection
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.matching.house import ROOT, House
from openkader.screening.origins import invented_names

# How many names in a batch, and by which share of all names that size is measured: small batches are slow.
BATCHES = {1: 8, 10: 2, 100: 1}
_ALONE = """
import json, os, sys, time
from pathlib import Path
from openkader.screening.engine import open_engine
from openkader.screening.entities import Entity, ListedName
from openkader.screening.lists import Lists
os.sched_setaffinity(0, {int(sys.argv[3])})
engine = open_engine(Lists(Path(sys.argv[1])))
asked = [
    Entity(
        id="q", schema=one["schema"], dataset="", names=(ListedName(one["properties"]["name"][0]),), properties={}
    )
    for one in json.load(sys.stdin)
]
engine.screen(asked[0], 5)
started = time.process_time()
for one in asked:
    engine.screen(one, int(sys.argv[2]))
print(len(asked) / (time.process_time() - started))
"""
Question = dict[str, Any]


WARM: Question = {"schema": "Person", "properties": {"name": ["Verzonnen Opwarming"]}}


class Server(NamedTuple):
    """The server that is asked: with which key, at which port, and the process that started it."""

    key: str
    port: int
    process: int


def measure(house: House, names: int) -> dict[str, Any]:
    """Every figure by its name; no name is asked twice of one process, whose memory would be quicker than its work."""
    cores = sorted(os.sched_getaffinity(0))
    core = cores[0]
    asked = questions(house, sum(names // share for share in BATCHES.values()))
    found: dict[str, Any] = {
        "names": names,
        "lists": {path.name.removesuffix(".ftm.json"): sum(1 for _ in path.open()) for path in house.files},
        "is_invented": house.is_invented,
        "load": round(os.getloadavg()[0], 1),
        "engine_alone_names_per_processor_s": round(_alone(house, asked[:names], core)),
        "through_http": {},
    }
    with house.served(core) as (port, process):
        os.sched_setaffinity(0, set(cores[1:]) or {core})
        server, rest = Server(house.key, port, process), iter(asked)
        _ask(server, [WARM] * 10, 10)  # the first question opens the lists
        for size, share in BATCHES.items():
            part = list(islice(rest, names // share))
            found["through_http"][str(size)] = _through_http(server, part, size)
        found["peak_mb"] = round(max(_peak_mb(one) for one in _children(process)))
    os.sched_setaffinity(0, set(cores))
    return found


def questions(house: House, number: int) -> list[Question]:
    """Half of the names stand on the lists and half on none, mixed; always the same ones."""
    entities = [json.loads(line) for path in house.files for line in path.open(encoding="utf-8")]
    people = ("Person", "Organization", "Company", "LegalEntity")
    on = [
        _question(one["schema"], one["properties"]["name"][0]) for one in entities if one["schema"] in people
    ]
    off = [_question("Person", one.party.caption) for one in invented_names(each=900)]
    chance = random.Random(42)
    found = [*chance.sample(on, min(number // 2, len(on))), *chance.sample(off, min(number // 2, len(off)))]
    chance.shuffle(found)
    return found


def _question(schema: str, name: str) -> Question:
    return {"schema": schema, "properties": {"name": [name]}}


def _through_http(server: Server, asked: Sequence[Question], size: int) -> dict[str, float]:
    used, started = _processor(server.process), time.perf_counter()
    waits = sorted(_ask(server, asked, size))
    took, busy = time.perf_counter() - started, _processor(server.process) - used
    return {
        "names": len(asked),
        "names_per_s": round(len(asked) / took, 1),
        "names_per_processor_s": round(len(asked) / max(busy, 1e-9), 1),
        "p50_ms": round(waits[len(waits) // 2] * 1e3, 1),
        "p99_ms": round(waits[len(waits) * 99 // 100] * 1e3, 1),
    }


def _ask(server: Server, asked: Sequence[Question], size: int) -> list[float]:
    """How long each batch took, one after another."""
    connection, waits = HTTPConnection("127.0.0.1", server.port, timeout=60), []
    headers = {"Authorization": f"ApiKey {server.key}", "Content-Type": "application/json"}
    for start in range(0, len(asked), size):
        batch = {str(number): one for number, one in enumerate(asked[start : start + size])}
        body, began = json.dumps({"queries": batch}), time.perf_counter()
        connection.request("POST", "/api/yente/match/default", body, headers)
        answer = connection.getresponse()
        found = json.loads(answer.read())
        waits.append(time.perf_counter() - began)
        if answer.status != 200 or len(found["responses"]) != len(batch):
            raise RuntimeError(f"no whole answer: {answer.status} {str(found)[:200]}")
    return waits


def _alone(house: House, asked: Sequence[Question], core: int) -> float:
    """Names a second of its processor of the engine in a process of its own, without HTTP, register or trail."""
    done = subprocess.run(
        [sys.executable, "-c", _ALONE, str(house.data / "lists"), "5", str(core)],
        input=json.dumps(asked),
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        check=True,
        capture_output=True,
        text=True,
    )
    return float(done.stdout)


def _children(server: int) -> list[int]:
    found = Path(f"/proc/{server}/task/{server}/children").read_text("ascii").split()
    return [int(one) for one in found] or [server]


def _processor(server: int) -> float:
    """The processor time of the processes that answer, in seconds."""
    ticks = 0
    for child in _children(server):
        fields = Path(f"/proc/{child}/stat").read_text("ascii").rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def _peak_mb(process: int) -> float:
    lines = Path(f"/proc/{process}/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024
