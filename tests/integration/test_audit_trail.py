"""Whoever changes, removes or reorders an event is found out, and the event is named."""

import pytest

from tests.installation import DEMO_EVENTS, Installation, one_sentence

SWAP = (
    "UPDATE register_auditevent SET sequence = 1000001 WHERE sequence = 5",
    "UPDATE register_auditevent SET sequence = 5 WHERE sequence = 6",
    "UPDATE register_auditevent SET sequence = 6 WHERE sequence = 1000001",
)
FORGERY = "UPDATE register_auditevent SET actor = 'forger', hash = '{}' WHERE sequence = 9"
MOVE = ("UPDATE register_auditevent SET id = 1000001 WHERE sequence = 5",)


def without_guards(house: Installation, *statements: str) -> None:
    """What somebody with full power over the database can do."""
    if house.database_url:
        off = "ALTER TABLE {} DISABLE TRIGGER USER"
        on = "ALTER TABLE {} ENABLE TRIGGER USER"
        tables = ("register_auditevent", "register_audithead")
        house.sql(*(off.format(x) for x in tables), *statements, *(on.format(x) for x in tables))
        return
    query = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
    triggers = house.sql(query)
    house.sql(*(f"DROP TRIGGER {name}" for name, _ in triggers), *statements, *(sql for _, sql in triggers))


def test_an_untouched_trail_holds(filled: Installation) -> None:
    done = filled.run("audit", "verify")
    assert (done.returncode, done.stderr) == (0, "")
    assert f"{DEMO_EVENTS} events" in done.stdout


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE register_auditevent SET actor = 'nobody' WHERE sequence = 3",
        "DELETE FROM register_auditevent WHERE sequence = 3",
        "DELETE FROM register_reference",
        "DELETE FROM register_audithead",
        "UPDATE register_audithead SET sequence = sequence - 1",
        "UPDATE register_decision SET outcome = 'refuse'",
        "UPDATE register_answer SET fact = 'other'",
        "UPDATE register_evidence SET url = 'https://example.org'",
        "UPDATE register_assessment SET outcome = 'take_up'",
    ],
)
def test_the_database_refuses_to_rewrite_history(filled: Installation, statement: str) -> None:
    with pytest.raises(Exception, match="the register keeps what was written"):
        filled.sql(statement)
    assert filled.run("audit", "verify").returncode == 0


@pytest.mark.parametrize("table", ["register_auditevent", "register_reference", "register_audithead"])
def test_postgresql_refuses_to_empty_the_trail(table: str, filled: Installation) -> None:
    if not filled.database_url:
        return  # SQLite has no TRUNCATE; DELETE is refused above
    with pytest.raises(Exception, match="the register keeps what was written"):
        filled.sql(f"TRUNCATE {table} CASCADE")


@pytest.mark.parametrize(
    ("tampering", "sentence"),
    [
        (["UPDATE register_auditevent SET actor = 'x' WHERE sequence = 7"], "event 7: it was changed"),
        (["UPDATE register_auditevent SET detail = '{}' WHERE sequence = 7"], "event 7: it was changed"),
        (["DELETE FROM register_auditevent WHERE sequence = 7"], "event 7: it is gone"),
        (["DELETE FROM register_auditevent WHERE sequence = 1"], "event 1: it is gone"),
        (["DELETE FROM register_auditevent WHERE sequence > 90"], "event 91: from here on"),
        (["DELETE FROM register_auditevent"], "event 1: from here on"),
        (SWAP, "event 6: it was changed"),
        (MOVE, "event 5: it is not in its place"),
        (["DELETE FROM register_audithead"], f"event {DEMO_EVENTS}: after it"),
        (["UPDATE register_audithead SET sequence = 95"], "event 96: it was added"),
    ],
)
def test_tampering_is_found_and_the_event_is_named(
    filled: Installation, tampering: list[str], sentence: str
) -> None:
    without_guards(filled, *tampering)
    done = filled.run("audit", "verify")
    assert done.returncode == 3
    assert sentence in one_sentence(done)


def test_an_event_with_a_new_digest_is_still_found_by_the_next(filled: Installation) -> None:
    rehash = """
from dataclasses import replace
from openkader.register.chain import Link
from openkader.register.models import AuditEvent
fields = [f.name for f in AuditEvent._meta.concrete_fields if f.name != "id"]
row = AuditEvent.objects.values(*fields).get(sequence=9)
print(replace(Link(**row), actor="forger").digest())
"""
    out, _ = filled.script(rehash).communicate(timeout=60)
    without_guards(filled, FORGERY.format(out.strip()))
    done = filled.run("audit", "verify")
    assert done.returncode == 3
    assert "event 9: it was changed" in one_sentence(done)


def test_a_guard_that_was_taken_away_is_missed(filled: Installation) -> None:
    drop = "DROP TRIGGER keep_update_register_auditevent"
    filled.sql(f"{drop} ON register_auditevent" if filled.database_url else drop)
    done = filled.run("audit", "verify")
    assert done.returncode == 3
    assert "keep_update_register_auditevent is missing" in one_sentence(done)


WRITER = """
import sys
from datetime import UTC, datetime
from openkader.base.text import Text
from openkader.casework.permissions import HouseHand
from openkader.casework.vocabulary import PartyKind
from openkader.register.entries import PartyEntry
from openkader.register.services import record_party
for number in range(40):
    entry = PartyEntry(reference=f"{NAME}-{number}", kind=PartyKind.COMPANY, name="x")
    record_party(entry, by=HouseHand(f"cli:{NAME}"), now=datetime.now(UTC))
"""


def test_writers_side_by_side_keep_one_chain(filled: Installation) -> None:
    writers = [filled.script(f"NAME = 'W{number}'\n{WRITER}") for number in range(3)]
    for writer in writers:
        _, errors = writer.communicate(timeout=120)
        assert writer.returncode == 0, errors
    done = filled.run("audit", "verify")
    assert done.returncode == 0, done.stderr
    assert f"{DEMO_EVENTS + 3 * 40} events" in done.stdout
