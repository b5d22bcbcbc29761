"""Every change goes through a service, leaves an event, and is refused for a reason or not at all."""

import ast
import re
from pathlib import Path
from types import SimpleNamespace

import pytest

from openkader.casework.permissions import HouseHand
from openkader.kader import Assessor
from openkader.register import audit, selectors, services
from tests.integration.register_house import HAND, NOW, change, everything, prepared_import

pytestmark = pytest.mark.django_db
SOURCE = Path(services.__file__).resolve().parents[2]
# To hold a task for a while is no change of the register, nor is giving it back; a view is one's own, and signs in.
CHANGES = sorted(
    set(services.__all__)
    - {"take_tasks", "return_tasks", "take_mail", "keep_view", "forget_view"}
    # Nor is it that a receiver heard of an event: what waits for it is no record of a case.
    - {"take_event", "finish_event"}
    - {"take_spreadsheet"}
    - {"take_kader_replay", "report_kader_replay", "return_kader_replay"}
    - {"take_destruction", "report_destruction", "return_destruction"}
)
# What advice changes may answer a question of the kader as well.
ADVISED = {"ask_advice", "give_advice", "withdraw_advice_request"}
# A plan sets its measures out, and a reminder lets a mail wait.
OF_TWO = {
    "plan_activity",
    "invite_account",
    "remind_owner",
    "invite_colleagues",
    "uninvite_colleague",
    "remind_of_agreement",
    "remind_of_recommendation",
}
MANY = {"import_year", "import_spreadsheet", "receive_request", "enter_fictional_cases"}
ONE_EVENT = sorted(set(CHANGES) - MANY - ADVISED - OF_TWO)


@pytest.mark.parametrize("name", ONE_EVENT)
def test_a_change_leaves_exactly_one_event(name: str, assessor: Assessor, tmp_path: Path) -> None:
    make_the_change = change(name, assessor, tmp_path)
    before = selectors.event_count()
    make_the_change()
    event = selectors.events(limit=1)[0]
    assert selectors.event_count() == before + 1
    assert (event.actor, event.at) == (HAND["by"], NOW)
    assert audit.verify() is None


@pytest.mark.parametrize("name", sorted(ADVISED))
def test_what_advice_changes_leaves_an_event_for_itself_and_one_for_the_answer(
    name: str, assessor: Assessor, tmp_path: Path
) -> None:
    make_the_change = change(name, assessor, tmp_path)
    before = selectors.event_count()
    make_the_change()
    assert selectors.event_count() == before + 2
    assert selectors.events(limit=1)[0].action == "facts.answered"
    assert audit.verify() is None


def test_an_import_leaves_an_event_for_itself_and_one_for_each_record(tmp_path: Path) -> None:
    prepared_import(tmp_path)()
    actions = [event.action for event in selectors.events()]
    assert actions == ["request.recorded", "year.imported"]


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_that_fails_at_its_end_leaves_nothing(
    name: str, assessor: Assessor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_the_change = change(name, assessor, tmp_path)
    before = everything()

    def fall_over(*_: object, **__: object) -> None:
        raise RuntimeError("the power went out")

    monkeypatch.setattr(audit, "append", fall_over)
    with pytest.raises(RuntimeError, match="the power went out"):
        make_the_change()
    assert everything() == before


WRITERS = {"services", "migrations", "anonymising"}  # the last in the database of a copy
WRITER_MODULES = {
    "sessions",
    "kept_drafts",  # no part of the register yet
    "shared_lists",  # nor what it compares names with; what that changes in it is an event
    *("hand", "audit", "accounts", "answers", "measures", "participations"),
    *("deciding", "documents", "outgoing", "parties", "delegations", "screenings", "hits", "filling"),
    *("searching", "case_lines", "case_words", "known_words"),
    *("promises", "missions", "agreements", "asking", "investments", "interviews"),
    *("emptying", "leaving", "rounds", "inviting", "making_once"),
    "kader_replays",
    "outbox",
    "received",
    *("tokens", "feeds"),  # the day of their last use
}
WRITES = {
    "create",
    "bulk_create",
    "update",
    "bulk_update",
    "delete",
    "save",
    "get_or_create",
    "update_or_create",
}


ORM = re.compile(r"objects|_default_manager|filter\(")
NO_DATABASE = {
    "np",
    "book",
    "router",
    "cache",
}  # a file of numbers, a workbook, addresses, and what is forgotten in a quarter of an hour


def writes_in(path: Path) -> list[str]:
    """Calls such as `X.objects.create(…)` and `row.save(…)`."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return [
        f"{path.relative_to(SOURCE)}:{call.lineno}"
        for call in calls
        if isinstance(call.func, ast.Attribute)
        and call.func.attr in WRITES
        and ast.unparse(call.func.value) not in NO_DATABASE
        and (call.func.attr in ("save", "delete") or ORM.search(ast.unparse(call.func.value)))
    ]


def test_only_the_register_writes() -> None:
    found = []
    for path in SOURCE.rglob("*.py"):
        parts = path.relative_to(SOURCE).parts
        is_writer = parts[0] == "register" and (parts[1] in WRITERS or path.stem in WRITER_MODULES)
        found += [] if is_writer else writes_in(path)
    assert found == []
    assert writes_in(SOURCE / "register" / "services" / "close_measure.py")


SERVICES = sorted((SOURCE / "register" / "services").glob("*.py"))
# What the house does by itself, such as to note who reads, and one's own password.
NOBODYS_TASK = {
    "finish_task",
    "finish_mail",
    "finish_event",
    "note_filing",
    "rescreen_after_list_update",
    "change_password",
}
NOBODYS_TASK |= {
    "welcome_account",
    "note_leaked_password",
    "note_second_step",
    "note_reading",
    "enter_fictional_cases",
}
NOBODYS_TASK |= {"take_up_invitation"}  # of whoever has the link
NOBODYS_TASK |= {"make_kader_key"}  # of whoever signs first, or runs the machine
NOBODYS_TASK |= {"open_token"}  # everybody their own
NOBODYS_TASK |= {"note_upgrade", "note_infected_upload"}
NOBODYS_TASK |= {"finish_kader_replay", "fail_spreadsheet", "finish_destruction"}
NOBODYS_TASK |= {"note_arrival", "keep_mail", "forget_mails"}
NOBODYS_TASK |= {"lapse_measures", "remind_owner", "remind_of_agreement", "remind_of_recommendation"}


def acts_of(path: Path) -> list[str]:
    """What each `writing(…)` of a service asks of the roles of whoever acts."""
    calls = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
    named = [call for call in calls if isinstance(call.func, ast.Name) and call.func.id == "writing"]
    return [ast.unparse(word.value) for call in named for word in call.keywords if word.arg == "act"]


@pytest.mark.parametrize("path", SERVICES, ids=lambda path: path.stem)
def test_a_change_asks_for_the_task_that_it_is(path: Path) -> None:
    """Write `writing(by=by, now=now, act=Act.WORK)`; the acts and who may do them stand in casework.permissions."""
    if path.stem in NOBODYS_TASK:
        return
    assert acts_of(path).count("None") == 0


def test_an_event_outside_a_transaction_is_a_mistake(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(audit, "connection", SimpleNamespace(in_atomic_block=False))
    with pytest.raises(RuntimeError, match="in the transaction of its change"):
        audit.append([], by=HouseHand("cli:x"), now=NOW)
