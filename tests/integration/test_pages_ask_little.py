"""What the pages of an ordinary colleague ask of the database is bounded, however much there is to show."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client

from openkader.casework.delegation import Delegate
from openkader.casework.period import Period
from openkader.casework.vocabulary import Confidentiality
from openkader.kader import Assessor
from openkader.register import services
from openkader.register.documents import DocumentEntry
from openkader.register.entries import RequestEntry
from openkader.register.models import Request, TeamMember
from tests.integration import advice_house
from tests.integration.register_house import (
    EVIDENCE,
    HAND,
    NOW,
    TITLE,
    a_decision,
    an_activity,
    answered,
    taken,
    with_role,
)
from tests.integration.screening_house import Lists, a_hit, a_list, work
from tests.web_pages import MOST_QUERIES, colleague, queries_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]
LISTS = (
    "/werk/?van=all",
    "/werk/",
    "/werk/?van=team",
    "/werk/?van=overdue",
    "/dossiers/",
    "/partijen/",
    "/screening/",
)
SEARCHES = ("Verzonnen", "Verzonen 11", "山东虚构", "Шаньдун", "Fictief", "V-1", "zzz")
PAGES = (
    *LISTS,
    *(f"/werk/?van=all&zoek={text}" for text in SEARCHES),
    *(f"/partijen/?q={text}" for text in SEARCHES),
    "/dossiers/V-1/",
    "/dossiers/X-1/",
)


def an_adviser() -> Client:
    """Who sees what is confidential for the own team, and not what is so for another."""
    client = colleague("lezer", "adviser")
    TeamMember.objects.get_or_create(
        account=User.objects.get(username="lezer"), defaults={"team": "economie"}
    )
    return client


def a_case(number: int, many: int, assessor: Assessor) -> None:
    """A confidential case with everything that a case can have, so many of each."""
    reference = f"V-{number}"
    day = NOW.date() - timedelta(days=number)
    entry = RequestEntry(
        reference=reference,
        year=day.year,
        title=TITLE,
        received=Period.day(day),
        kind="incoming_delegation",  # type: ignore[arg-type]
        country="CN",
        confidentiality=Confidentiality.CONFIDENTIAL,
        team="economie",
    )
    services.record_request(entry, **HAND)
    _weigh(reference, assessor, many)  # before there is a list: what screening answers, nobody may type then
    a_list(*_crowd(number, many), request=reference)
    work(Lists(*((f"Verzonnen {row} 山东虚构", a_hit(entity=str(row))) for row in range(1000))))
    for place in range(many):
        entry_of = DocumentEntry(name=f"brief-{place}.txt", content=f"Fictief {number} {place}".encode())
        services.keep_document(reference, entry_of, **HAND)


def _crowd(number: int, many: int) -> list[Delegate]:
    rows = range(1, many + 1)
    return [
        Delegate(
            row=row + 1,
            names=(f"Verzonnen {number * 100 + row} 山东虚构",),
            organisation_names=("Fictief BV",),
        )
        for row in rows
    ]


def _weigh(reference: str, assessor: Assessor, many: int) -> None:
    with_role("adviser")
    for _ in range(many):
        answered(assessor, reference, risk_areas=["robotics_autonomous"], sensitive_part="core")
        services.assess_request(reference, assessor=assessor, **HAND)
    link = replace(advice_house.LINK, digest=reference.rjust(64, "a"))
    advice_house.answered(advice_house.asked(assessor, reference, link=link))
    services.assess_request(reference, assessor=assessor, **HAND)  # the advice is an answer
    taken(a_decision(reference, motivation="Beheersbaar."), by="colleague")


def an_end(number: int, many: int) -> None:
    """What took place of a case, with measures and evidence."""
    activity = an_activity(f"V-{number}", f"X-{number}")
    wanted = {f"M2.analysis{place}": "M2" for place in range(many)}
    for measure in services.require_measures(activity, wanted, **HAND):
        services.record_evidence(measure, EVIDENCE, **HAND)


def everything(number: int, many: int, assessor: Assessor) -> None:
    a_case(number, many, assessor)
    an_end(number, many)


def test_a_page_asks_at_most_twelve_times_and_as_often_of_little_as_of_much(assessor: Assessor) -> None:
    """With one case of each, with one thing of each; and with more cases, and five things of each."""
    client = an_adviser()
    everything(1, 1, assessor)
    little = {path: queries_of(path, client) for path in PAGES}
    for number in (2, 3):
        everything(number, 5, assessor)
    much = {path: queries_of(path, client) for path in PAGES}
    much |= {f"/dossiers/V-{number}/": queries_of(f"/dossiers/V-{number}/", client) for number in (2, 3)}
    assert {path: count for path, count in (little | much).items() if count > MOST_QUERIES} == {}
    assert {path: much[path] - count for path, count in little.items() if much[path] > count + 1} == {}
    assert much["/dossiers/V-2/"] == much["/dossiers/V-3/"] <= little["/dossiers/V-1/"] + 1


def test_the_same_adviser_finds_nothing_of_a_case_that_is_confidential_for_another_team(
    assessor: Assessor,
) -> None:
    client = an_adviser()
    a_case(1, 1, assessor)
    Request.objects.update(team="kennis")
    assert client.get("/dossiers/V-1/").status_code == 404
    for path in PAGES[:-2]:
        text = client.get(path).content.decode()
        assert "V-1/" not in text, path
        assert "Verzonnen 101" not in text, path
