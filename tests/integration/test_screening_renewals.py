"""What changed in the lists since the register last looked, and what a worker has open meanwhile."""

import json
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.db import IntegrityError

from openkader.base.errors import Unavailable
from openkader.casework.permissions import HouseHand
from openkader.register import services
from openkader.register.comparing import compared
from openkader.register.engines import Ready
from openkader.register.renewals import renewals, server_renewals
from openkader.register.screening_entries import Renewal
from openkader.screening.engine import open_engine
from openkader.screening.entities import Entity
from openkader.screening.evidence import ListUsed, Screens
from openkader.screening.lists import Definition, Fetched, Format, ListFolder, Lists, Terms, update
from tests.integration.screening_house import HAND, LIST, NEAR_WANG, NOBODY, NOW, OTHER, a_delegation

MODULE = sys.modules["openkader.register.services.rescreen_after_list_update"]
pytestmark = pytest.mark.django_db


@pytest.fixture
def lists(tmp_path: Path) -> Lists:
    return Lists(tmp_path / "lists")


def publish(lists: Lists, day: int, *names: str, name: str = "fictional") -> ListFolder:
    """A list as it is on a day."""
    folder = lists.folder(name)
    folder.define(Definition(id=name, format=Format.FTM, sources=("memory",), at_least=0.01))
    entities = ({"id": one, "schema": "Person", "properties": {"name": [one]}} for one in names)
    body = "".join(json.dumps(entity) + "\n" for entity in entities)

    def fetch(source: str, into: Path, etag: str) -> Fetched:
        into.write_text(body, encoding="utf-8")
        return Fetched(name="list.json")

    update(folder, fetch, Terms(now=datetime(2030, 5, day, tzinfo=UTC)))
    return folder


def done(lists: Lists) -> list[Renewal]:
    found = list(renewals(lists))
    for renewal in found:
        services.rescreen_after_list_update(renewal, NOBODY, **HAND)
    return found


def test_a_first_snapshot_is_new_as_a_whole_and_told_once(lists: Lists) -> None:
    publish(lists, 1, "Wang")
    (renewal,) = done(lists)
    assert (renewal.whole, renewal.former, renewal.new) == (True, None, ())
    assert done(lists) == []


def test_a_second_snapshot_is_told_by_its_difference(lists: Lists) -> None:
    first = publish(lists, 1, "Wang", "Li").current()
    done(lists)
    publish(lists, 2, "Wang", "Zhao")
    (renewal,) = renewals(lists)
    assert first is not None
    assert (renewal.whole, renewal.former) == (False, first.name)
    assert (len(renewal.new), len(renewal.gone)) == (1, 1)


def test_what_was_not_finished_is_told_again(lists: Lists) -> None:
    publish(lists, 1, "Wang")
    done(lists)
    publish(lists, 2, "Wang", "Zhao")
    assert list(renewals(lists)) == list(renewals(lists))


def test_days_that_nobody_looked_are_one_difference(lists: Lists) -> None:
    publish(lists, 1, "Wang")
    done(lists)
    publish(lists, 2, "Wang", "Zhao")
    publish(lists, 3, "Wang", "Zhao", "Li")
    (renewal,) = renewals(lists)
    assert len(renewal.new) == 2


def test_a_former_snapshot_that_is_lost_makes_the_whole_list_new(lists: Lists) -> None:
    folder = publish(lists, 1, "Wang")
    done(lists)
    former = folder.current()
    assert former is not None
    publish(lists, 2, "Wang", "Zhao")
    (folder.path / former.name / "manifest.json").unlink()
    (renewal,) = renewals(lists)
    assert renewal.whole


def test_a_list_that_was_never_read_is_no_renewal(lists: Lists) -> None:
    lists.folder("empty").define(Definition(id="empty", format=Format.FTM, sources=("memory",)))
    assert list(renewals(lists)) == []


def test_a_server_is_asked_anew_when_one_of_its_lists_changed_but_not_all_day_long() -> None:
    def told(now: datetime, *used: ListUsed) -> list[Renewal]:
        found = list(server_renewals("default", used, now))
        for renewal in found:
            services.rescreen_after_list_update(renewal, None, by=HouseHand("cli:x"), now=now)
        return found

    assert [renewal.whole for renewal in told(NOW, LIST)] == [True]
    assert told(NOW + timedelta(days=2), LIST) == []
    assert len(told(NOW + timedelta(days=2), LIST, OTHER)) == 1
    assert told(NOW + timedelta(days=2, hours=3), LIST) == []
    assert len(told(NOW + timedelta(days=3), LIST)) == 1


def overtaken(*_: object) -> None:
    raise IntegrityError


def test_of_two_who_record_a_renewal_at_once_the_second_takes_what_the_first_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    a_delegation()
    renewal = Renewal(list=LIST.id, former=None, present="x", whole=True)
    first = services.rescreen_after_list_update(renewal, None, **HAND)
    answers = iter([None, first])
    monkeypatch.setattr(MODULE, "_already", lambda _: next(answers))
    monkeypatch.setattr(MODULE, "_record", overtaken)
    assert services.rescreen_after_list_update(renewal, None, **HAND) == first


def test_another_breach_of_the_database_is_no_renewal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MODULE, "_record", overtaken)
    with pytest.raises(IntegrityError):
        services.rescreen_after_list_update(Renewal(list="x", former=None, present="x"), None, **HAND)


# --- what a worker has open ----------------------------------------------------------------


def test_a_worker_keeps_its_screener_until_a_list_is_renewed(lists: Lists) -> None:
    opened: list[Screens] = []

    def opens() -> Screens:
        opened.append(NEAR_WANG)
        return NEAR_WANG

    ready = Ready(lists, opens)
    publish(lists, 1, "Wang")
    assert ready.now() is ready.now()
    publish(lists, 2, "Wang", "Li")
    ready.now()
    assert len(opened) == 2


def test_a_screener_that_cannot_be_opened_clears_nobody_and_is_tried_again(lists: Lists) -> None:
    failures = [Unavailable("screening.no-list")]

    def opens() -> Screens:
        if failures:
            raise failures.pop()
        return NOBODY

    ready = Ready(lists, opens)
    asked = Entity(id="x", schema="Person", dataset="d", names=(), properties={})
    answer = compared(asked, ready.now(), "fake")
    assert answer.failure is not None
    assert answer.failure.code == "screening.no-list"
    assert ready.now() is NOBODY


def test_a_damaged_list_ends_no_worker_but_all_screening(lists: Lists) -> None:
    publish(lists, 1, "Wang", name="whole")
    damaged = publish(lists, 1, "Zhao", name="damaged")
    ready = Ready(lists, lambda: open_engine(lists))
    (damaged.path / "current").write_text("2030-05-01-gone")
    assert [renewal.list for renewal in done(lists)] == ["whole"]
    with pytest.raises(Unavailable, match=r"list\.damaged"):
        ready.now().screen(Entity(id="q", schema="Person", dataset="", names=(), properties={}))


def test_a_list_that_lost_a_name_is_not_made_ready(lists: Lists) -> None:
    folder = publish(lists, 1, "Wang", "Zhao")
    current = folder.current()
    assert current
    path = folder.entities(current)
    path.chmod(0o600)
    path.write_bytes(path.read_bytes().splitlines(keepends=True)[0])
    with pytest.raises(Unavailable, match=r"list\.damaged"):
        open_engine(lists)
