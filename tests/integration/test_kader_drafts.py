"""A kader is drafted, adopted by somebody else, and weighs what comes in from its day; what was weighed stays."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from openkader.base.errors import Invalid, NotFound, Unavailable
from openkader.casework.permissions import HOUSE, HouseHand
from openkader.cli import house
from openkader.cli.main import main
from openkader.kader import Assessor
from openkader.register import adopted_kaders, audit, models, selectors, services
from openkader.register.adopted_kaders import (
    adopted_versions,
    forget_adopted,
    note_how_many,
    one_look,
)
from openkader.register.documents import DocumentEntry
from openkader.register.guards import KADER_ONCE
from openkader.register.kader_draft_entries import KaderTextEntry
from openkader.register.kader_drafts import newest_version
from openkader.register.kaders import assessor_of, kader_on, texts_of, versions_here
from openkader.web.front_doors import is_open
from openkader.web.views.dossier import kader_name
from tests.integration.kader_house import (
    BASE,
    BEGINS,
    NEXT,
    adopted,
    begun,
    saved,
    stricter,
    text_of,
    to_adopt,
)
from tests.integration.register_house import HAND, NOW, a_request, answered, assessed, refused

pytestmark = pytest.mark.django_db
OTHER = HouseHand("cli:other")
FROM_THERE = {"country": "AQ"}


@pytest.fixture(autouse=True)
def own_data(settings: Settings, tmp_path: Path) -> Iterator[None]:
    """A data folder of one's own, so that no other test finds what was adopted here."""
    settings.OPENKADER_DATA = tmp_path
    yield
    forget_adopted()


@pytest.fixture
def version(django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks) -> str:
    """A stricter version that was adopted."""
    draft = stricter(begun())
    with django_capture_on_commit_callbacks(execute=True):
        return adopted(draft)


def test_a_draft_begins_as_the_version_it_starts_from_with_a_day_of_its_own() -> None:
    draft = begun()
    base = texts_of(BASE)
    assert {name: text_of(draft, name)[0] for name in base if name != "kader.yaml"} == {
        name: text for name, text in base.items() if name != "kader.yaml"
    }
    text, number = text_of(draft, "kader.yaml")
    assert ("in_force_from: 2030-06-01" in text, number) == (True, 2)


def test_a_draft_of_no_version_is_not_begun() -> None:
    with pytest.raises(NotFound):
        begun(base="zuid-holland/2023-01-01")
    with pytest.raises(NotFound):
        begun(base="../../etc/passwd")
    refused("kader-draft.not-later", lambda: begun(in_force_from=date(2024, 1, 1)))


def test_each_text_is_another_step_and_the_one_before_it_stays() -> None:
    draft = begun()
    text, _number = text_of(draft)
    assert saved(draft, f"{text}# een\r\n") == 2
    assert saved(draft, f"{text}# een") == 2  # a second click
    steps = models.KaderDraftStep.objects.filter(draft__reference=draft, file="tables.yaml")
    assert [step.text for step in steps.order_by("number")] == [text, f"{text}# een\n"]


def test_a_writer_who_did_not_see_the_newest_step_is_told_and_overwrites_nothing() -> None:
    draft = begun()
    text, number = text_of(draft)
    saved(draft, f"{text}# een\n")
    refused("kader-draft.meanwhile", lambda: saved(draft, f"{text}# twee\n", seen=number))
    assert text_of(draft)[0].endswith("# een\n")


@pytest.mark.parametrize(
    "text",
    [
        "a: &a [x]\nb: *a\n",
        "a: 1\na: 2\n",
        "proposal: [\n",
        "a: !!python/object:os.system {}\n",
        "a: \x00\n",
        "a: " + "[" * 100,
        "a: no\n",
    ],
)
def test_a_text_that_is_no_document_is_not_kept(text: str) -> None:
    draft = begun()
    with pytest.raises(Invalid) as caught, transaction.atomic():
        saved(draft, text)
    assert caught.value.problems[0].where.startswith("tables.yaml:")
    assert text_of(draft)[1] == 1


def test_a_text_that_is_too_long_or_of_no_file_is_refused() -> None:
    draft = begun()
    refused("kader-draft.too-long", lambda: saved(draft, "# " + "x" * 2_000_000))
    refused("kader-draft.empty", lambda: saved(draft, " \n"))
    entry = KaderTextEntry(draft=draft, file="elders.yaml", text="a: 1\n", seen=0)
    refused("kader-draft.unknown-file", lambda: services.save_kader_draft(entry, **HAND))


def test_a_text_that_does_not_fit_the_rest_yet_is_kept_and_not_adopted() -> None:
    draft = begun()
    text, _number = text_of(draft)
    saved(draft, text.replace("{abuse_risk: serious}", "{abuse_rsik: serious}"))
    refused("kader-draft.unreadable", lambda: adopted(draft))


def test_a_draft_whose_examples_come_out_differently_is_not_adopted() -> None:
    draft = begun()
    text, _number = text_of(draft, "scenarios.yaml")
    saved(draft, text.replace("outcome: take_up\n", "outcome: refuse\n"), "scenarios.yaml")
    refused("kader-draft.findings", lambda: adopted(draft))


def test_who_wrote_on_a_draft_does_not_adopt_it() -> None:
    draft = begun()
    text, number = text_of(draft)
    entry = to_adopt(draft)
    saved(draft, f"{text}# van de adviseur\n", seen=number)
    refused("kader-draft.changed-meanwhile", lambda: services.adopt_kader(entry, **HAND))
    models.KaderDraftStep.objects.create(
        draft=models.KaderDraft.objects.get(reference=draft),
        file="tables.yaml",
        number=3,
        text=f"{text}# ook\n",
        at=NOW,
        by=HAND["by"],
    )
    refused("kader-draft.own-text", lambda: adopted(draft))


@pytest.mark.parametrize(
    ("code", "changes"),
    [
        ("kader-draft.no-body", {"body": "  "}),
        ("kader-draft.other-day", {"in_force_from": date(2030, 7, 1)}),
        ("kader-draft.decided-later", {"adopted_on": date(2030, 5, 2)}),
    ],
)
def test_a_decision_that_does_not_fit_is_not_noted(code: str, changes: dict[str, object]) -> None:
    draft = begun()
    refused(code, lambda: adopted(draft, **changes))
    assert not models.KaderAdoption.objects.exists()


def test_a_decision_without_a_document_that_can_be_read_is_not_noted() -> None:
    draft = begun()
    with pytest.raises(Invalid):
        adopted(draft, document=DocumentEntry(name="besluit.exe", content=b"MZ\x90\x00"))
    assert not models.KaderAdoption.objects.exists()


def test_it_is_adopted_once_and_changes_no_more(version: str) -> None:
    draft = models.KaderDraft.objects.get()
    assert version == NEXT
    assert adopted(draft.reference) == NEXT  # a second click of the same person
    entry = to_adopt(draft.reference)
    refused("kader-draft.adopted", lambda: services.adopt_kader(entry, by=OTHER, now=NOW))
    refused("kader-draft.adopted", lambda: saved(draft.reference, "a: 1\n"))
    assert audit.verify() is None
    event = selectors.events(limit=1)[0]
    assert (event.action, event.detail["kader"]) == ("kader.adopted", NEXT)


def test_a_second_draft_of_a_version_that_was_replaced_is_not_adopted() -> None:
    first, second = begun(), begun()
    adopted(first)
    assert newest_version("zuid-holland") == (NEXT, BEGINS)  # at once, and before anybody is told
    refused("kader-draft.older-base", lambda: adopted(second))


def test_the_database_keeps_what_was_written(version: str) -> None:
    for table in KADER_ONCE:
        for statement in (f"UPDATE {table} SET \"by\" = 'x'", f"DELETE FROM {table}"):  # noqa: S608
            with (
                pytest.raises(DatabaseError, match="keeps what was written"),
                transaction.atomic(),
                connection.cursor() as cursor,
            ):
                cursor.execute(statement)


def test_the_same_door_opens_a_version_that_was_adopted_here(version: str) -> None:
    assert versions_here("zuid-holland") == [BASE, NEXT]
    found = assessor_of(version)
    assert found.kader.in_force_from == BEGINS
    assert found.kader.digest == models.KaderAdoption.objects.get().digest
    assert [row.id for row in found.assess(FROM_THERE).deciding] == ["not_this_country"]
    assert assessor_of(version) is found
    assert assessor_of("zuid-holland") is found


def test_it_is_found_by_its_name_before_anybody_was_told() -> None:
    name = adopted(begun())
    assert adopted_versions("zuid-holland") == [name]
    forget_adopted()
    assert assessor_of(name).kader.id == NEXT
    with pytest.raises(NotFound):
        assessor_of("zuid-holland/2031-01-01")


def test_no_page_asks_twice_and_one_of_a_colleague_asks_nothing() -> None:
    """How many there are came along with who is signed in."""
    with one_look(), CaptureQueriesContext(connection) as asked:
        note_how_many(0)
        assert adopted_versions("zuid-holland") == adopted_versions("utrecht") == []
    assert len(asked) == 0
    with one_look(), CaptureQueriesContext(connection) as asked:
        assert adopted_versions("zuid-holland") == adopted_versions("utrecht") == []
    assert len(asked) == 1


def test_a_page_that_adopts_shows_what_it_adopted() -> None:
    draft = begun()
    with one_look():
        assert adopted_versions("zuid-holland") == []
        name = adopted(draft)
        assert adopted_versions("zuid-holland") == [name]


def test_what_was_taken_back_is_not_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    draft = begun()
    with transaction.atomic():
        name = adopted(draft)
        assert adopted_versions("zuid-holland") == [name]
        transaction.set_rollback(True)
    assert adopted_versions("zuid-holland") == []
    outside = SimpleNamespace(get_connection=lambda: SimpleNamespace(in_atomic_block=False))
    monkeypatch.setattr(adopted_kaders, "transaction", outside)  # as where no test holds one open
    assert adopted(draft) == name
    assert adopted_versions("zuid-holland") == [name]
    with CaptureQueriesContext(connection) as asked:
        assert adopted_versions("zuid-holland") == [name]
    assert len(asked) == 1  # how many; which they are is known


@pytest.mark.parametrize(
    ("day", "expected"),
    [(date(2020, 1, 1), BASE), (date(2030, 5, 31), BASE), (date(2030, 6, 1), NEXT), (date(2040, 1, 1), NEXT)],
)
def test_a_version_holds_from_its_day(version: str, day: date, expected: str) -> None:
    assert kader_on("zuid-holland", day) == expected


def test_no_version_of_nobody_holds() -> None:
    with pytest.raises(NotFound):
        kader_on("nobody", BEGINS)
    with pytest.raises(NotFound):
        newest_version("nobody")


def dossier_kader(reference: str) -> str:
    return kader_name(selectors.dossier(reference, reader=HOUSE))


def test_a_running_case_keeps_its_assessment_and_its_kader(
    assessor: Assessor, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    assessed(assessor)
    before = list(models.Assessment.objects.values())
    answers = list(models.Answer.objects.values())
    with django_capture_on_commit_callbacks(execute=True):
        adopted(stricter(begun()))
    assert list(models.Assessment.objects.values()) == before
    assert list(models.Answer.objects.values()) == answers
    assert dossier_kader("V-1") == BASE


def test_a_case_that_comes_in_from_its_day_is_weighed_by_the_new_version(version: str) -> None:
    assert is_open()  # a case that nobody weighed belongs to whoever has the door
    early, late = a_request("V-1"), a_request("V-2")
    models.Request.objects.filter(reference=late).update(
        recorded_at=datetime(2030, 6, 1, 12, tzinfo=NOW.tzinfo)
    )
    assert (dossier_kader(early), dossier_kader(late)) == (BASE, NEXT)
    new = assessor_of(dossier_kader(late))
    services.assess_request(answered(new, late), assessor=new, **HAND)
    found = models.Assessment.objects.get()
    assert (found.kader, found.kader_digest) == (NEXT, new.kader.digest)


def test_a_case_keeps_the_version_of_the_day_that_it_came_in_on(version: str) -> None:
    entered_late = a_request("V-3")
    models.Request.objects.filter(reference=entered_late).update(
        recorded_at=datetime(2030, 6, 2, 12, tzinfo=NOW.tzinfo),
        starts_on=date(2030, 5, 20),
        ends_on=date(2030, 5, 20),
        precision="day",
    )
    assert dossier_kader(entered_late) == BASE


def test_the_command_lists_versions_and_drafts(
    version: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(house, "now", lambda: NOW)
    draft = begun(base=version, in_force_from=date(2031, 1, 1), name="Volgende")
    assert main(["kader", "list"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"{NEXT}  vastgesteld, nog niet in werking",
        f"{BASE}  in werking",
        f"{draft}  concept: Volgende ({NEXT})",
    ]


def test_without_a_register_the_command_lists_the_packs(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def closed() -> None:
        raise Unavailable("database.older")

    monkeypatch.setattr(house, "check_database", closed)
    assert main(["kader", "list"]) == 0
    assert capsys.readouterr().out.splitlines() == [BASE]
