"""What only counts and shows, on an installation without a replica, and what Beheer says of one."""

from contextlib import nullcontext
from datetime import timedelta

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import OperationalError, router
from django.test import Client

from openkader.base.errors import NotFound
from openkader.register import models, replica, services
from openkader.register.replica import (
    Following,
    ReplicaState,
    WritesWhileReading,
    after_reading,
    read_from_replica,
)
from openkader.web.views import administration
from tests.integration.destruction_house import NOW
from tests.web_pages import an_account, colleague, text

pytestmark = pytest.mark.django_db
LATE = "Tot dat verholpen is"


def test_what_only_counts_and_shows_writes_nothing_without_a_replica_either() -> None:
    name, other = an_account("beheer", "administrator"), an_account()
    with pytest.raises(WritesWhileReading):
        read_from_replica(lambda: services.close_account(other, by=name, now=NOW))
    with pytest.raises(WritesWhileReading):
        read_from_replica(lambda: models.AuditHead.objects.select_for_update().first())


def test_a_session_ends_on_a_page_that_only_shows(year_2024: None) -> None:
    client = colleague()
    session = client.session
    session["_auth_user_hash"] = "of an earlier password"
    session.save()
    assert client.get("/jaar/2024/").status_code == 200
    assert not Session.objects.filter(pk=session.session_key).exists()


def test_what_is_put_off_is_done_once_when_all_was_read() -> None:
    done: list[tuple[str, str]] = []

    def page() -> str:
        after_reading(lambda: done.append(("noted", _writes())))
        read_from_replica(lambda: after_reading(lambda: done.append(("inside", _writes()))))
        assert done == []
        return "made"

    assert read_from_replica(page) == "made"
    assert done == [("noted", "writes"), ("inside", "writes")]
    after_reading(lambda: done.append(("at once", _writes())))
    assert done[-1] == ("at once", "writes")


def test_what_a_page_that_failed_put_off_is_forgotten() -> None:
    done: list[str] = []

    def page() -> None:
        after_reading(lambda: done.append("noted"))
        raise NotFound("year", "1999")

    with pytest.raises(NotFound):
        read_from_replica(page)
    read_from_replica(lambda: None)
    assert done == []


def test_what_a_replica_that_fell_away_put_off_is_done_once_of_the_primary(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(settings, "DATABASES", settings.DATABASES | {replica.REPLICA: {}})
    monkeypatch.setattr(replica, "_standing", lambda: Following.EVEN)
    monkeypatch.setattr(replica, "_one_moment", nullcontext)
    monkeypatch.setattr(replica, "_rest", lambda why, _detail: why)
    done: list[str] = []

    def page() -> str:
        place = str(replica._READS.get())
        after_reading(lambda: done.append(place))
        if place == replica.REPLICA:
            raise OperationalError("the server closed the connection unexpectedly")
        return place

    assert read_from_replica(page) == "default"
    assert done == ["default"]


def _writes() -> str:
    """Whether the register can be written at this moment."""
    try:
        router.db_for_write(models.AuditHead)
    except WritesWhileReading:
        return "only reads"
    return "writes"


def test_inside_another_reading_it_reads_on_where_that_reads() -> None:
    assert read_from_replica(lambda: read_from_replica(lambda: replica.reads_from().alias)) == "default"


@pytest.mark.parametrize(
    ("state", "words", "is_late"),
    [
        (
            ReplicaState(following=Following.EVEN, behind=timedelta()),
            "weet alles wat de database weet",
            False,
        ),
        (
            ReplicaState(following=Following.BEHIND, behind=timedelta(seconds=2)),
            "loopt 2 seconden achter",
            False,
        ),
        (
            ReplicaState(following=Following.BEHIND, behind=timedelta(minutes=2)),
            "loopt 120 seconden achter",
            True,
        ),
        (ReplicaState(following=Following.BEHIND), "loopt achter, niet bekend is hoever", True),
        (ReplicaState(following=Following.AWAY), "antwoordt niet", True),
        (ReplicaState(following=Following.OTHER), "volgt deze database niet", True),
    ],
)
def test_beheer_says_how_the_replica_stands(
    state: ReplicaState, words: str, is_late: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(administration, "replica_state", lambda: state)
    page = text(colleague("beheer", "administrator").get("/beheer/"))
    assert words in page
    assert (LATE in page) is is_late


def test_beheer_says_nothing_of_a_replica_that_there_is_not() -> None:
    assert "eplica" not in text(colleague("beheer", "administrator").get("/beheer/"))


def test_who_only_looks_and_who_sends_get_the_same_page(year_2024: None) -> None:
    assert Client().head("/jaar/2024/").status_code == 200
    assert Client().post("/jaar/2024/").status_code == 405
