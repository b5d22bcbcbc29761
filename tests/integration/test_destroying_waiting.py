"""Long destruction lists are carried out by a worker: it may be killed, come twice, or find a dossier changed."""

import signal
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from openkader.base.errors import Refused, Unavailable
from openkader.casework.permissions import HouseHand
from openkader.casework.vocabulary import AccountRole
from openkader.cli import destroying
from openkader.cli.destroying import destroy_waiting
from openkader.cli.stopping import Stop
from openkader.kader import Assessor
from openkader.register import audit, models, services
from openkader.register.destroying.fates import GONE_NL
from openkader.register.destruction_entries import ExemptionEntry
from openkader.register.services.take_destruction import LEASE, MOST_ATTEMPTS
from openkader.register.shelf import Folder, shelf
from tests.installation import Installation, fresh_postgres
from tests.integration.destruction_house import HAND, NOW, agreed, made_up_closed, nominated
from tests.integration.register_house import with_role

WORKER = HouseHand("cli:work")
ARCHIVIST: dict[str, Any] = {"by": "aukje", "now": NOW}


@pytest.fixture
def asked(assessor: Assessor, monkeypatch: pytest.MonkeyPatch) -> tuple[str, list[str]]:
    """A list of five that waits for a worker, who says after each two that it goes on; and what stands on it."""
    monkeypatch.setattr(destroying, "PIECE", 2)
    monkeypatch.setattr(destroying, "now", lambda: NOW)
    some = made_up_closed(assessor, 20)[:5]
    place = agreed(nominated(*some))
    with_role("aukje", AccountRole.ARCHIVIST)
    services.ask_destruction(place, **ARCHIVIST)
    return place, some


def gone() -> set[str]:
    return set(models.Request.objects.filter(title_nl=GONE_NL).values_list("reference", flat=True))


def actions(*named: str) -> list[str]:
    rows = models.AuditEvent.objects.filter(action__in=named).order_by("sequence")
    return list(rows.values_list("object_reference", flat=True))


def ended() -> str | None:
    failure: str | None = models.DestructionRound.objects.exclude(ended_at=None).latest("pk").failure
    return failure


@pytest.mark.django_db
def test_a_worker_carries_it_out_as_whoever_asked(asked: tuple[str, list[str]]) -> None:
    place, some = asked
    services.ask_destruction(place, **ARCHIVIST)  # a second click
    assert destroy_waiting(WORKER, Stop()) == 1
    assert (gone(), ended()) == ({*some}, None)
    assert set(models.Destruction.objects.values_list("by", flat=True)) == {ARCHIVIST["by"]}
    assert actions("destruction-list.asked", "destruction-list.carried-out") == [place, place]
    assert destroy_waiting(WORKER, Stop()) == 0
    assert audit.verify() is None


@pytest.mark.django_db
def test_somebody_stops_it_and_what_is_left_stays(
    asked: tuple[str, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    place, some = asked
    carry_out = services.destroy_dossiers

    def and_then_stopped(*given: Any, **named: Any) -> int:
        done = carry_out(*given, **named)
        services.stop_destruction(place, by="dirk", now=NOW)
        return done

    monkeypatch.setattr(services, "destroy_dossiers", and_then_stopped)
    with_role("dirk", AccountRole.DECIDER)
    assert destroy_waiting(WORKER, Stop()) == 0
    assert gone() == {*some[:2]}
    assert ended() == "destruction.stopped"
    assert actions("destruction-list.stopped", "destruction-list.carried-out") == [place]
    with pytest.raises(Refused, match=r"destruction\.not-under-way"):
        services.stop_destruction(place, by="dirk", now=NOW)
    entry = ExemptionEntry(list=place, number=1, reason="Te laat.")
    with pytest.raises(Refused, match=r"destruction\.not-on-list"):  # it is gone
        services.exempt_from_destruction(entry, by="dirk", now=NOW)
    services.exempt_from_destruction(replace(entry, number=3), by="dirk", now=NOW)
    monkeypatch.setattr(services, "destroy_dossiers", carry_out)
    services.ask_destruction(place, **ARCHIVIST)
    assert destroy_waiting(WORKER, Stop()) == 1
    assert gone() == {*some} - {some[2]}
    assert audit.verify() is None


@pytest.mark.django_db
def test_what_comes_to_two_workers_is_destroyed_once(asked: tuple[str, list[str]]) -> None:
    """The first is slow, so that another takes the list over; it wakes up, and leaves the rest alone."""
    place, some = asked
    slow = services.take_destruction("slow", now=NOW - LEASE)
    assert slow is not None
    services.destroy_dossiers(place, **ARCHIVIST, most=2)
    assert destroy_waiting(WORKER, Stop()) == 1
    for late in (
        lambda: services.report_destruction(slow, now=NOW),
        lambda: services.return_destruction(slow),
        lambda: services.finish_destruction(slow, "destruction.shelf-away", **HAND),
    ):
        with pytest.raises(Refused, match=r"destruction\.overtaken"):
            late()
    assert services.destroy_dossiers(place, **ARCHIVIST) == 0
    assert sorted(actions("dossier.destroyed")) == sorted(some)
    assert (gone(), ended()) == ({*some}, None)


@pytest.mark.django_db
def test_a_worker_that_another_overtook_stops(
    asked: tuple[str, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = services.destroy_dossiers

    def slowly(*told: Any, **hand: Any) -> int:
        done = whole(*told, **hand)
        models.DestructionRound.objects.update(attempts=9, lease_ends=NOW + LEASE)
        return done

    monkeypatch.setattr(services, "destroy_dossiers", slowly)
    assert destroy_waiting(WORKER, Stop()) == 0
    assert len(gone()) == 2


@pytest.mark.django_db
def test_what_was_opened_again_meanwhile_stays(asked: tuple[str, list[str]]) -> None:
    _place, some = asked
    models.CaseLine.objects.filter(request__reference=some[3]).update(state="weighing")
    assert destroy_waiting(WORKER, Stop()) == 1
    assert (gone(), ended()) == ({*some} - {some[3]}, None)
    assert models.DestructionExemption.objects.get().item.dossier == some[3]


@pytest.mark.django_db
def test_a_worker_that_is_asked_to_stop_gives_it_back(
    asked: tuple[str, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    stop = Stop()
    report = services.report_destruction

    def then_stop(*told: Any, **named: Any) -> None:
        report(*told, **named)
        stop.ask()

    with monkeypatch.context() as first:
        first.setattr(services, "report_destruction", then_stop)
        with pytest.raises(KeyboardInterrupt):
            destroy_waiting(WORKER, stop)
    row = models.DestructionRound.objects.get()
    assert (row.taken_by, row.attempts, len(gone())) == (None, 0, 2)
    assert destroy_waiting(WORKER, Stop()) == 1
    assert len(gone()) == 5


@pytest.mark.django_db
def test_it_is_given_up_when_worker_after_worker_died(asked: tuple[str, list[str]]) -> None:
    place, some = asked
    past = NOW - timedelta(hours=1)
    models.DestructionRound.objects.update(attempts=MOST_ATTEMPTS, taken_by="dead", lease_ends=past)
    assert destroy_waiting(WORKER, Stop()) == 1
    assert (gone(), ended()) == (set(), "destruction.workers-died")
    assert actions("destruction-list.failed") == [place]
    services.ask_destruction(place, **ARCHIVIST)  # and once more, by hand
    assert destroy_waiting(WORKER, Stop()) == 1
    assert gone() == {*some}


@pytest.mark.django_db
def test_whoever_lost_the_right_meanwhile_destroys_nothing(asked: tuple[str, list[str]]) -> None:
    models.HeldRole.objects.all().delete()
    assert destroy_waiting(WORKER, Stop()) == 1
    assert (gone(), ended()) == (set(), "role.destroy")


@pytest.mark.django_db
def test_what_was_withdrawn_before_it_began_stays(asked: tuple[str, list[str]]) -> None:
    services.withdraw_destruction_list(asked[0], "Verkeerde dag.", **HAND)
    assert destroy_waiting(WORKER, Stop()) == 1
    assert (gone(), ended()) == (set(), "destruction.over")


@pytest.mark.django_db
def test_a_list_is_not_done_before_its_documents_have_left_the_shelf(
    asked: tuple[str, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    place, some = asked
    digest = shelf().put(b"een brief")
    models.Document.objects.create(
        request=models.Request.objects.get(reference=some[0]),
        reference="V-BRIEF",
        name="brief.txt",
        media_type="text/plain",
        purpose="attachment",
        size=9,
        digest=digest,
        recorded_at=NOW,
        recorded_by="x",
    )
    away = Unavailable("data.not-writable", {"folder": "/bedacht"})
    with monkeypatch.context() as broken:
        broken.setattr(Folder, "drop", lambda *_: (_ for _ in ()).throw(away))
        assert destroy_waiting(WORKER, Stop()) == 1
        assert ended() == "destruction.shelf-away"
        with pytest.raises(Unavailable):  # the rest by hand: all rows are gone, and the document is not
            services.destroy_dossiers(place, **ARCHIVIST)
    assert destruction_state(place) == "agreed"
    services.ask_destruction(place, **ARCHIVIST)
    assert destroy_waiting(WORKER, Stop()) == 1
    assert (destruction_state(place), len(gone())) == ("destroyed", 5)


def destruction_state(place: str) -> str:
    from openkader.casework.permissions import HOUSE
    from openkader.register.selectors.destruction import destruction_list, destruction_lists

    (line,) = destruction_lists(5)
    assert line.state is destruction_list(place, reader=HOUSE).row.state
    return str(line.state)


OPENING = """
import os, signal, sys, threading, time
from datetime import timedelta
from django.core.management import call_command
from django.db import connection, transaction
from openkader.cli import destroying
from openkader.cli.destroying import destroy_waiting
from openkader.cli.stopping import Stop
from openkader.register import audit, models, services
from openkader.register.kaders import assessor_of
from tests.integration.destruction_house import *
from tests.integration.register_house import AccountRole, with_role
"""
LISTED = """
call_command("migrate", verbosity=0)
some = made_up_closed(assessor_of('zuid-holland/2024-01-01'), 12)[:3]
place = agreed(nominated(*some))
"""
# The second of three is out of its tables, and its event is not written yet: the worst moment to fall over.
KILLED_HALF_WAY = """
with_role("aukje", AccountRole.ARCHIVIST)
services.ask_destruction(place, by="aukje", now=NOW)
module = sys.modules["openkader.register.services.destroy_dossiers"]
whole, seen = module._destroy, []
def dies(*told):
    seen.append(whole(*told))
    if len(seen) == 2:
        os.kill(os.getpid(), signal.SIGKILL)
module._destroy = dies
destroying.now = lambda: NOW
destroy_waiting("dies", Stop())
"""
GOES_ON = """
def said():
    named = models.AuditEvent.objects.filter(action="dossier.destroyed")
    emptied = models.Request.objects.filter(title_nl="Vernietigd dossier")
    print(emptied.count(), named.count(), models.Destruction.objects.count(), audit.verify())
said()
for minutes in (1, 10):  # a dead worker holds it for a while
    destroying.now = lambda: NOW + timedelta(minutes=minutes)
    print(destroy_waiting("goes on", Stop()))
said()
"""
# Somebody plans an activity in the first of three, has the end of the trail, and needs a second more.
WRITES_MEANWHILE = """
has_the_end, ends = threading.Event(), threading.Event()
def writes():
    with transaction.atomic():
        models.Activity.objects.create(
            reference="X-1", year=2030, title_nl="Bedacht", title_en="Made up", itemised=True, standing="held",
            starts_on=NOW.date(), ends_on=NOW.date(), precision="day", recorded_at=NOW, recorded_by="x",
            request=models.Request.objects.get(reference=some[0]),
        )
        audit.append([audit.Draft("activity.planned", "activity", "X-1", some[0], {})], by="x", now=NOW)
        has_the_end.set()
        time.sleep(1)
    connection.close()
thread = threading.Thread(target=writes)
thread.start()
assert has_the_end.wait(10)
print(services.destroy_dossiers(place, **ARCHIVIST), flush=True)
thread.join()
print(models.Activity.objects.get(reference="X-1").title_nl, audit.verify(), sep="\\n")
"""


def told(house: Installation, code: str, expected: int = 0) -> list[str]:
    process = house.script(OPENING + code)
    out, errors = process.communicate(timeout=100)
    assert process.returncode == expected, errors
    return out.splitlines()


def test_a_killed_worker_leaves_nothing_half_destroyed_and_another_goes_on(either: Installation) -> None:
    told(either, LISTED + KILLED_HALF_WAY, -signal.SIGKILL)
    assert told(either, GOES_ON) == ["1 1 1 None", "0", "1", "3 3 3 None"]


def test_what_somebody_is_writing_in_a_dossier_keeps_it(postgres_url: str, tmp_path: Path) -> None:
    """On SQLite whoever writes has the database to themselves."""
    with fresh_postgres(postgres_url) as url:
        house = Installation(tmp_path / "data", url)
        assert told(house, LISTED + WRITES_MEANWHILE) == ["2", "Bedacht", "None"]
