"""One measurement in a process of its own: what it took, how much memory at most, and how often it asked."""

import json
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from benchmarks.evaluation.filling import YEAR  # noqa: E402
from benchmarks.evaluation.peer import figures, named_parties  # noqa: E402
from openkader.casework.permissions import HOUSE, NOBODY, Person  # noqa: E402
from openkader.evaluation.account import account_of, as_json  # noqa: E402
from openkader.publication.open_data.package import write_folder  # noqa: E402

Found = dict[str, object]


def account(reader: Person = HOUSE) -> Found:
    """All figures of the year, with the lower bound of each and the rows behind all of them."""
    found = account_of(YEAR, reader=reader)
    counts = {name: figure.count for name, figure in found.figures.items()}
    return {
        "low": {name: count.range.low for name, count in counts.items()},
        "rows": sum(len(count.rows) for count in counts.values()),
    }


def in_public() -> Found:
    """The same for whoever has no account."""
    return account(NOBODY)


def as_data() -> Found:
    """The same, written as JSON."""
    written = json.dumps(as_json(account_of(YEAR, reader=HOUSE)), ensure_ascii=False)
    return {"bytes": len(written.encode())}


def peer() -> Found:
    """The same figures, as aggregates of the database."""
    low = {name: aggregate(YEAR) for name, aggregate in figures().items()}
    return {"low": low, "named": named_parties(YEAR)}


def page(path: str) -> Callable[[], Found]:
    """One page as a visitor gets it."""

    def read() -> Found:
        answer = Client().get(f"/jaar/{YEAR}/{path}", headers={"host": "localhost"})
        if answer.status_code != HTTPStatus.OK:
            raise ValueError(f"the page answers {answer.status_code}")
        return {"bytes": len(answer.content)}

    return read


def open_data() -> Found:
    """Every file of the open data of the year."""
    with tempfile.TemporaryDirectory() as folder:
        write_folder(YEAR, Path(folder) / "data")
        return {"bytes": sum(path.stat().st_size for path in (Path(folder) / "data").iterdir())}


DEEDS: dict[str, Callable[[], Found]] = {
    "account": account,
    "in public": in_public,
    "json": as_data,
    "peer": peer,
    "open data": open_data,
    "page of the year": page(""),
    "page of the evaluation": page("evaluatie/"),
    "page of a figure": page("evaluatie/participations/"),
}


def main(name: str) -> None:
    """Do it once, and print the figures; what stood in memory before is told apart."""
    settings.ALLOWED_HOSTS = ["localhost"]
    if name.startswith("page"):
        Client().get(
            "/aanmelden/", headers={"host": "localhost"}
        )  # the templates and addresses are read once
    before = _peak()
    began, worked = time.perf_counter(), time.process_time()
    found = DEEDS[name]()
    took, processor = time.perf_counter() - began, time.process_time() - worked
    peak = _peak()
    with CaptureQueriesContext(connection) as queries:
        DEEDS[name]()
    print(
        json.dumps(
            {
                **found,
                "s": took,
                "processor_s": processor,
                "mb": peak,
                "before_mb": before,
                "queries": len(queries),
            }
        )
    )


def _peak() -> float:
    """The most memory that this process ever had, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main(sys.argv[1])
