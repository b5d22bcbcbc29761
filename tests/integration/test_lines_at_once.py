"""Writers at one case at the same moment: its line says what all of them did, and no two wait for each other."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.installation import Installation, fresh_postgres

OPENING = """
import json, threading, time
from django.db import connection
from openkader.register import audit
from openkader.register.case_lines import line_of
from openkader.register.deadlines import pauses_of
from openkader.register.models import *
from openkader.register.states import stand_of
from openkader.register.kaders import assessor_of
from tests.integration.register_house import *
from openkader.casework.work_list import Holder

def beside(act):
    '''Let somebody else work, with a connection of their own.'''
    def work():
        try:
            act()
        finally:
            connection.close()
    thread = threading.Thread(target=work)
    thread.start()
    return thread

def before_the_end(act):
    '''Do this once, when the next change has worked out everything and has not queued for the trail.'''
    hold = audit.hold_end
    def first_this():
        audit.hold_end = hold
        act()
        return hold()
    audit.hold_end = first_this

COMPARED = ("state", "outcome", "received_on", "due_on", "is_paused", "assignee_id", "team")
def differences():
    found = []
    for request in Request.objects.select_related("source"):
        now = line_of(request, stand_of(request, NOW.date()), pauses_of([request])[request.pk], NOW)
        kept = CaseLine.objects.get(request=request)
        found += [(request.reference, x) for x in COMPARED if getattr(kept, x) != getattr(now, x)]
        newest = Answer.objects.filter(request=request, fact="risk_areas").order_by("-id").first()
        if newest and sorted(newest.value) != sorted(request.sectors.values_list("code", flat=True)):
            found.append((request.reference, "areas"))
    return found

def said(**found):
    print(json.dumps({**found, "differences": differences(), "broken": repr(audit.verify())}))
"""
AT_ONE_CASE = """
assessor = assessor_of('zuid-holland/2024-01-01')
(measure,) = services.require_measures(an_activity(decided(assessor)), {"M2.analysis": "M2"}, **HAND)
services.record_evidence(measure, EVIDENCE, **HAND)
with_role("somebody", AccountRole.ADVISER)
assign = AssignmentEntry(request="V-1", to=Holder(assignee="somebody"), seen=Holder())
before_the_end(lambda: beside(lambda: services.assign_request(assign, **HAND)).join())
services.close_measure(measure, MeasureStatus.DONE, **HAND)
line = CaseLine.objects.get()
said(state=line.state, holder=line.assignee.username)
"""
ONE_NEW_WORD = """
def a_case():
    entry = RequestEntry(reference="V-1", year=2030, title=Text(nl="Zonderling", en="Zonderling"))
    services.record_request(entry, **HAND)
def while_they_wait():
    others.append(beside(a_case))
    time.sleep(1)
others = []
before_the_end(while_they_wait)
services.record_party(PartyEntry(reference="P-1", kind=PartyKind.COMPANY, name="Zonderling"), **HAND)
others[0].join()
said(parties=Party.objects.count(), cases=Request.objects.count())
"""
MANY = """
assessor = assessor_of('zuid-holland/2024-01-01')
def work(number):
    for place in range(6):
        request = f"V-{(number + place) % 3}"
        areas = [["artificial_intelligence"], [], ["semiconductors"]][(number + place // 2) % 3]
        facts = [AnswerEntry(fact="risk_areas", value=areas, basis=f"{number}, {place}")]
        services.answer_facts(request, facts, kader=assessor.kader, by=HouseHand(f"cli:{number}"), now=NOW)
        services.assess_request(request, assessor=assessor, by=HouseHand(f"cli:{number}"), now=NOW)
for place in range(3):
    answered(assessor, a_request(f"V-{place}"))
before = AuditEvent.objects.count()
threads = [beside(lambda number=number: work(number)) for number in range(4)]
for thread in threads:
    thread.join()
said(answers=Answer.objects.filter(fact="risk_areas").count())
"""


@pytest.fixture
def here(postgres_url: str, tmp_path: Path) -> Iterator[Installation]:
    """On SQLite whoever writes has the database to themselves."""
    with fresh_postgres(postgres_url) as url:
        house = Installation(tmp_path / "data", url)
        assert house.run("migrate").returncode == 0
        yield house


def told(house: Installation, code: str) -> dict[str, object]:
    out, errors = house.script(OPENING + code).communicate(timeout=100)
    assert out, errors
    assert "Traceback" not in errors, errors
    found: dict[str, object] = json.loads(out)
    assert (found.pop("differences"), found.pop("broken")) == ([], "None")
    return found


def test_a_line_says_what_somebody_did_while_it_was_worked_out(here: Installation) -> None:
    assert told(here, AT_ONE_CASE) == {"state": "closed", "holder": "somebody"}


def test_two_who_enter_the_same_new_word_do_not_wait_for_each_other(here: Installation) -> None:
    assert told(here, ONE_NEW_WORD) == {"parties": 1, "cases": 1}


def test_many_at_the_same_cases_lose_nothing(here: Installation) -> None:
    assert told(here, MANY)["answers"]
