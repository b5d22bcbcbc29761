"""A replica that pages which only count and show are read from: a real one, that goes away, stops and comes back."""

import json
import re
import subprocess
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.installation import Installation, one_sentence
from tests.integration.test_serving import get, served
from tests.replicated import Server, replicated, server_programs

YEAR = "/jaar/2024/"
PAGES = (
    YEAR,
    "/jaar/2024/evaluatie/",
    "/jaar/2024/evaluatie/activities/",
    "/jaar/2024/dekking/",
    "/jaar/2024/open-data/",
    "/jaar/vergelijking/",
    "/screening/gelijkheid/",
)
COUNT = re.compile(r'openkader_replica_reads_total\{standing="(\w+)"\} (\S+)')
NUMBER = re.compile(r"nummer (\d+)|number (\d+)")


@pytest.fixture(scope="module")
def servers() -> Iterator[tuple[Server, Server]]:
    found = server_programs()
    if found is None:
        pytest.skip("no server of PostgreSQL on this machine (Debian: apt-get install postgresql)")
    with replicated(found) as both:
        yield both


@pytest.fixture(scope="module")
def alone(servers: tuple[Server, Server], tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """The year 2024 on the primary, by itself."""
    house = Installation(
        tmp_path_factory.mktemp("replica") / "data", servers[0].url, {"OPENKADER_METRICS": "local"}
    )
    done = house.run("demo", "--no-serve")
    assert done.returncode == 0, done.stderr
    return house


@pytest.fixture
def house(alone: Installation, servers: tuple[Server, Server]) -> Iterator[Installation]:
    """The same with its replica, which every test finds well."""
    primary, replica = servers
    yield replace(alone, more={**alone.more, "DATABASE_REPLICA_URL": replica.url})
    if not (replica.data / "postmaster.pid").exists():
        replica.start()
    replica.ask("select pg_wal_replay_resume()")
    caught_up(primary, replica)


def caught_up(primary: Server, replica: Server) -> None:
    (end,) = primary.ask("select pg_current_wal_lsn()")
    for _ in range(200):
        if replica.ask(f"select pg_last_wal_replay_lsn() >= '{end}'")[0]:
            return
        time.sleep(0.05)
    pytest.fail("the replica does not follow")


def reads(site: str) -> dict[str, int]:
    return {how: int(float(number)) for how, number in COUNT.findall(get(site, "/_metrics")[1])}


def without_token(page: str) -> str:
    """Every visitor gets another against forged forms."""
    return re.sub(r'(csrfmiddlewaretoken" value=)"\w+"', r"\1", page)


def finished(process: subprocess.Popen[str]) -> str:
    said, wrong = process.communicate(timeout=60)
    assert process.returncode == 0, wrong
    return said


def newest_event(page: str) -> int:
    found = NUMBER.search(page)
    assert found
    return int(found[1] or found[2])


def test_what_is_counted_is_the_same_on_both(alone: Installation, house: Installation) -> None:
    with served(alone, "--workers", "1") as (site, _):
        of_primary = [get(site, page)[1] for page in PAGES]
        assert reads(site) == {}
    with served(house, "--workers", "1") as (site, log):
        of_replica = [get(site, page)[1] for page in PAGES]
        assert reads(site) == {"even": len(PAGES)}
        assert get(site, "/werk/")[0] == 200  # where one signs in is no page for a replica
        assert reads(site) == {"even": len(PAGES)}
        said = json.loads(get(site, "/_health/ready")[1])
    assert [without_token(page) for page in of_replica] == [without_token(page) for page in of_primary]
    assert said["parts"]["replica"] == "ok"
    lines = [json.loads(line) for line in log.read_text("utf-8").splitlines()]
    assert (
        min(line["queries"] for line in lines if line.get("route") == "year") > 2
    )  # those of the replica count too


def test_commands_count_the_same_on_both(alone: Installation, house: Installation, tmp_path: Path) -> None:
    for words in (
        ("evaluate", "2024", "--format", "json"),
        ("evaluate", "compare", "--format", "json"),
        ("coverage", "2024"),
    ):
        one, other = alone.run(*words), house.run(*words)
        assert one.returncode == other.returncode == 0, other.stderr
        assert one.stdout == other.stdout
    assert house.run("evaluate", "2024", "--open-data", str(tmp_path / "open")).returncode == 0


def test_a_replica_that_went_away_costs_no_page_and_is_found_again(
    house: Installation, servers: tuple[Server, Server]
) -> None:
    with served(house, "--workers", "1") as (site, log):
        assert get(site, YEAR)[0] == 200
        servers[1].stop()
        pages = [get(site, page) for page in PAGES]
        assert {status for status, _, _ in pages} == {200}
        assert reads(site) == {"even": 1, "away": len(PAGES)}
        ready = json.loads(get(site, "/_health/ready")[1])
        assert (ready["status"], ready["parts"]["replica"]) == ("ok", "warning")
        assert "openkader_replica_up 0.0" in get(site, "/_metrics")[1]
        servers[1].start()
        time.sleep(5.5)
        assert get(site, YEAR)[0] == 200
        assert reads(site)["even"] == 2
    said = [line for line in log.read_text("utf-8").splitlines() if "the replica is away" in line]
    assert 1 <= len(said) <= 3
    assert "127.0.0.1" not in said[0]


def test_a_page_never_shows_less_than_the_register_knew(
    house: Installation, servers: tuple[Server, Server]
) -> None:
    with served(house, "--workers", "1") as (site, _):
        before = newest_event(get(site, YEAR)[1])
        servers[1].ask("select pg_wal_replay_pause()")
        finished(house.script(f"{OPENED}\nopened('w.verzonnen')"))
        assert newest_event(get(site, YEAR)[1]) > before
        assert reads(site) == {"even": 1, "behind": 1}
        figures = get(site, "/_metrics")[1]
        assert float(re.findall(r"^openkader_replica_behind_bytes (\S+)", figures, re.MULTILINE)[0]) > 0
        assert "\nopenkader_replica_up 1.0" in figures
        servers[1].ask("select pg_wal_replay_resume()")
        caught_up(*servers)
        time.sleep(5.5)
        assert newest_event(get(site, YEAR)[1]) > before
        assert reads(site) == {"even": 2, "behind": 1}
        assert "openkader_replica_behind_bytes 0.0" in get(site, "/_metrics")[1]


def test_a_server_that_follows_nobody_is_not_read(
    alone: Installation, servers: tuple[Server, Server]
) -> None:
    itself = replace(alone, more={**alone.more, "DATABASE_REPLICA_URL": servers[0].url})
    with served(itself, "--workers", "1") as (site, log):
        assert get(site, YEAR)[0] == 200
        assert reads(site) == {"other": 1}
        assert json.loads(get(site, "/_health/ready")[1])["parts"]["replica"] == "warning"
    assert "the replica is other" in log.read_text("utf-8")


OPENED = """
from datetime import UTC, datetime
from openkader.casework.permissions import HouseHand
from openkader.register import services
from openkader.register.accounts import Post

def opened(name):
    services.open_account(name, None, post=Post(), by=HouseHand("cli:test"), now=datetime.now(UTC))
"""
TRIED = """
import threading, time
from openkader.register import models
from openkader.register.replica import read_from_replica, reads_from

def outcome(make):
    try:
        return make()
    except Exception as error:
        return type(error).__name__

def write():
    with reads_from().cursor() as cursor:
        cursor.execute("update register_audithead set sequence = 0")

def number():
    return models.AuditHead.objects.get(pk=1).sequence

def two_moments():
    first = number()
    other = threading.Thread(target=opened, args=("b.verzonnen",))
    other.start()
    other.join()
    time.sleep(1)
    return reads_from().alias, number() - first

print(outcome(lambda: read_from_replica(write)))
print(outcome(lambda: read_from_replica(lambda: opened("c.verzonnen"))))
before = number()
print(*read_from_replica(two_moments), read_from_replica(number) - before)
row = read_from_replica(lambda: models.Request.objects.first())
print(row._state.db, models.Request.objects.get(pk=row.pk)._state.db, row.answers.all().db)
"""


def test_nothing_is_written_on_a_replica_and_what_it_leads_to_is_asked_of_the_primary(
    house: Installation,
) -> None:
    patient = replace(house, more={**house.more, "OPENKADER_REPLICA_WAIT_MS": "10000"})
    assert finished(patient.script(OPENED + TRIED)).splitlines() == [
        "InternalError",
        "WritesWhileReading",
        "replica 0 1",
        "replica default default",
    ]


READ_OF_A_SECRET = """
from datetime import UTC, datetime
from django.conf import settings
from django.contrib.auth.models import User
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openkader.casework.permissions import HouseHand
from openkader.casework.vocabulary import AccountRole
from openkader.register import audit, models, services
from openkader.register.accounts import Post

settings.ALLOWED_HOSTS = ["testserver"]
hand = {"by": HouseHand("cli:test"), "now": datetime.now(UTC)}
services.open_account("d.verzonnen", "een lang wachtwoord", post=Post(roles=[AccountRole.DECIDER]), **hand)
case = models.Request.objects.filter(activities__year=2024).exclude(activities__standing="cancelled").first()
models.Request.objects.filter(pk=case.pk).update(confidentiality="secret")
client = Client()
client.force_login(User.objects.get(username="d.verzonnen"))
with CaptureQueriesContext(connections["replica"]) as asked:
    page = client.get("/jaar/2024/dekking/")
noted = models.AuditEvent.objects.filter(action="dossier.read", dossier=case.reference)
print(page.status_code, noted.count(), noted.get().actor, any("register_activity" in one["sql"] for one in asked))
print(audit.verify())
"""


def test_who_read_a_confidential_case_of_the_replica_is_noted_on_the_primary(house: Installation) -> None:
    patient = replace(house, more={**house.more, "OPENKADER_REPLICA_WAIT_MS": "10000"})
    said = finished(patient.script(READ_OF_A_SECRET)).splitlines()
    assert said == ["200 1 d.verzonnen True", "None"]


def test_a_replica_of_the_embedded_database_is_refused(tmp_path: Path) -> None:
    house = Installation(tmp_path / "data", more={"DATABASE_REPLICA_URL": "postgresql://o:geheim@db/kader"})
    done = house.run("migrate")
    assert done.returncode != 0
    assert "The embedded database has no replica" in one_sentence(done)
    assert "geheim" not in done.stderr
