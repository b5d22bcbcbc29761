"""In one installation: make so many activities up, ask for the coverage of their year, and print the figures."""

import json
import sys
import time
from collections.abc import Callable
from datetime import date
from http import HTTPStatus
from statistics import median

import django

django.setup()

from django.contrib.auth.models import User  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.utils import timezone  # noqa: E402

from openkader.base.text import Text  # noqa: E402
from openkader.casework.permissions import HOUSE, HouseHand  # noqa: E402
from openkader.casework.vocabulary import Confidentiality, EvidenceKind, Kind, MeasureStatus  # noqa: E402
from openkader.cli.demo_accounts import demo_accounts  # noqa: E402
from openkader.evaluation.matrix import cells_of, matrix_of  # noqa: E402
from openkader.register import models, selectors  # noqa: E402
from openkader.register.entries import ActivityEntry, AnswerEntry, EvidenceEntry, MeasureEntry, RequestEntry  # noqa: E402
from openkader.register.hand import writing  # noqa: E402
from openkader.register.kaders import assessor_of  # noqa: E402
from openkader.register.services.record_activity import enter_activities  # noqa: E402
from openkader.register.services.record_request import enter_requests  # noqa: E402

YEAR, TODAY, ROUNDS, PEER_ROUNDS = 2024, date(2025, 1, 6), 9, 3
KINDS = (Kind.INCOMING_DELEGATION, Kind.OUTGOING_MISSION, Kind.EMBASSY_TALK, Kind.EXCHANGE)


def main(size: int) -> None:
    """Fill, measure, print."""
    _fill(size - models.Activity.objects.filter(year=YEAR).count())
    reader = Client()
    demo_accounts()
    reader.force_login(User.objects.get(username="demo-auditor"))  # who sees every activity, with its cells
    took, queries = _asked(lambda: _page(reader), ROUNDS)
    cells, _ = _asked(_all_at_once, ROUNDS)
    peer, peer_queries = _asked(_one_by_one, PEER_ROUNDS)
    if _all_at_once() != _one_by_one():
        raise ValueError("the peer gives other cells")
    figures = {
        "activities": size,
        "page_ms": median(took),
        "low_ms": min(took),
        "high_ms": max(took),
        "queries": queries,
        "cells_ms": median(cells),
        "peer_ms": median(peer),
        "peer_queries": peer_queries,
        "ratio": median(peer) / median(cells),
    }
    print(json.dumps(figures))


def _page(reader: Client) -> None:
    answer = reader.get(f"/jaar/{YEAR}/dekking/", headers={"host": "localhost"})
    if answer.status_code != HTTPStatus.OK:
        raise ValueError(f"the page answers {answer.status_code}")


def _all_at_once() -> dict[str, dict[str, str]]:
    matrix = matrix_of(YEAR, reader=HOUSE, today=TODAY)
    return {row.activity.reference: _covers(row.cells) for row in matrix.rows}


def _asked(act: Callable[[], object], rounds: int) -> tuple[list[float], int]:
    with CaptureQueriesContext(connection) as queries:
        act()
    asked = len(queries)  # a later page forgets them
    took = []
    for _ in range(rounds):
        began = time.perf_counter()
        act()
        took.append((time.perf_counter() - began) * 1000)
    return took, asked


def _one_by_one() -> dict[str, dict[str, str]]:
    """The ordinary way: a page for each activity, put under each other."""
    references = models.Activity.objects.filter(year=YEAR).values_list("reference", flat=True)
    assessor = assessor_of(selectors.kader_year(YEAR).kader)
    found = {}
    for reference in references:
        file = selectors.activity_file(reference, reader=HOUSE)
        covered = selectors.covered_one(file, reader=HOUSE, today=TODAY)
        found[reference] = _covers(cells_of(covered, assessor))
    return found


def _covers(cells: object) -> dict[str, str]:
    return {line: str(cell.cover) for line, cell in cells.items()}  # type: ignore[attr-defined]


def _fill(number: int) -> None:
    """Public activities, each with its request, some answers, and measures of which some are proved."""
    made = [f"MEET-{one}" for one in range(number)]
    by = HouseHand("cli:benchmark")
    with writing(by=by, now=timezone.now(), act=None) as hand:
        enter_requests([_request(reference, one) for one, reference in enumerate(made)], hand)
        known = (
            {row.reference: row for row in models.Request.objects.filter(reference__in=made)} if made else {}
        )
        entries = [_activity(reference, one) for one, reference in enumerate(made)]
        enter_activities(entries, hand)
        for entry in entries:
            row = models.Activity.objects.get(reference=entry.reference)
            row.request = known[entry.reference.removesuffix("-A1")]
            row.save(update_fields=["request"])


def _request(reference: str, one: int) -> RequestEntry:
    title = Text(nl=f"Bedacht {one}", en=f"Made up {one}")
    answers = [
        AnswerEntry(fact="office_holder", value=bool(one % 2)),
        AnswerEntry(fact="risk_areas", value=[]),
    ]
    return RequestEntry(
        reference=reference,
        year=YEAR,
        title=title,
        kind=KINDS[one % 4],
        country="CN",
        programme="china",
        confidentiality=Confidentiality.PUBLIC,
        answers=tuple(answers[: one % 3]),
    )


def _activity(reference: str, one: int) -> ActivityEntry:
    title = Text(nl=f"Bedacht {one}", en=f"Made up {one}")
    proof = EvidenceEntry(kind=EvidenceKind.REPORT, title=title, sha256="a" * 64)
    codes = ("E1.risk_list", "E2.experts", "E5.raised", "M2.analysis", "M4.public_account")
    measures = tuple(
        MeasureEntry(
            reference=f"{reference}-A1-{code}",
            line=code.split(".")[0],
            code=code,
            status=MeasureStatus.DONE if (one + place) % 2 else MeasureStatus.OPEN,
            evidence=(proof,) if (one + place) % 2 else (),
        )
        for place, code in enumerate(codes[: 2 + one % 4])
    )
    return ActivityEntry(
        reference=f"{reference}-A1",
        year=YEAR,
        title=title,
        kind=KINDS[one % 4],
        country="CN",
        programme="china",
        measures=measures,
    )


if __name__ == "__main__":
    main(int(sys.argv[1]))
