"""How a draft of a kader begins with another organisation, and how it ends without being adopted."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from django.db import DatabaseError, connection, transaction
from pytest_django import Settings

from openkader.base.errors import Invalid, NotFound
from openkader.casework.kader_drafting import MOST_TEXT
from openkader.casework.permissions import HouseHand
from openkader.register import audit, models, selectors, services
from openkader.register.adopted_kaders import forget_adopted
from openkader.register.guards import KADER_ENDS_ONCE
from openkader.register.kaders import assessor_of, texts_of
from openkader.register.selectors.kader_versions import (
    drafts_of,
    kader_draft,
    kader_step,
    taken_over_with,
    withdrawn_drafts_of,
)
from openkader.register.shelf import folder, shelf
from tests.integration.kader_house import (
    BASE,
    NOW,
    THEIR_KEY,
    adopted,
    begun,
    saved,
    signed_by,
    text_of,
    theirs,
    to_adopt,
    to_take_over,
)
from tests.integration.register_house import HAND, refused

pytestmark = pytest.mark.django_db
WHY = "Niet meer nodig: het college wacht de evaluatie af. (bedacht)"


@pytest.fixture(autouse=True)
def own_data(settings: Settings, tmp_path: Path) -> Iterator[None]:
    settings.OPENKADER_DATA = tmp_path
    yield
    forget_adopted()


def withdraw(draft: str, reason: str = WHY) -> None:
    services.withdraw_kader_draft(draft, reason, **HAND)


def test_a_kader_that_is_taken_over_begins_a_draft_here_with_its_texts_and_where_they_come_from() -> None:
    entry = to_take_over()
    draft = services.take_over_kader(entry, **HAND)
    found = kader_draft(draft)
    kept = {name: one.text for name, one in found.texts.items()}
    assert {name: kept[name] for name in kept if name != "kader.yaml"} == {
        name: text for name, text in theirs().items() if name != "kader.yaml"
    }
    assert "in_force_from: 2030-06-01" in kept["kader.yaml"]
    assert kader_step(draft, "kader.yaml", 1).text == theirs()["kader.yaml"]
    assert (found.row.base, found.row.name) == (BASE, "Van Verweg")
    assert found.origin
    assert (found.origin.kader, found.origin.publisher) == ("verweg/2025-01-01", "Provincie Verweg (bedacht)")
    assert shelf().take(found.origin.sha256, "x") == entry.signed.content
    assert taken_over_with(entry.signed.fingerprint) == [found.origin]
    event = selectors.events(limit=1)[0]
    assert (event.action, event.detail["fingerprint"]) == ("kader.taken-over", entry.signed.fingerprint)
    assert audit.verify() is None


def test_a_decision_and_a_signed_file_that_are_lost_are_named() -> None:
    draft = services.take_over_kader(to_take_over(), **HAND)
    kader = adopted(begun())
    assert selectors.lost_files() == (2, [])
    for digest in (
        models.KaderAdoption.objects.get().sha256,
        models.KaderOrigin.objects.get().sha256,
    ):
        (folder().path / digest[:2] / digest).unlink()
    number, lost = selectors.lost_files()
    assert (number, {(one.place, one.name) for one in lost}) == (
        2,
        {(kader, "besluit.txt"), (draft, "overijssel.kader.json")},
    )


def test_who_took_a_kader_over_does_not_adopt_it_and_somebody_else_does() -> None:
    draft = services.take_over_kader(to_take_over(), by=HouseHand("cli:writer"), now=NOW)
    refused(
        "kader-draft.own-text",
        lambda: services.adopt_kader(to_adopt(draft), by=HouseHand("cli:writer"), now=NOW),
    )
    assert assessor_of(adopted(draft)).kader.organisation.nl == "Provincie Verweg (bedacht)"


def test_the_same_kader_is_taken_over_once_until_its_draft_is_withdrawn() -> None:
    draft = services.take_over_kader(to_take_over(), **HAND)
    refused("kader-file.taken-already", lambda: services.take_over_kader(to_take_over(), **HAND))
    withdraw(draft)
    assert services.take_over_kader(to_take_over(), **HAND) != draft


def test_the_kader_that_is_here_already_is_not_taken_over() -> None:
    same = signed_by(THEIR_KEY, texts_of(BASE), "verweg/2025-01-01")
    refused("kader-file.same", lambda: services.take_over_kader(to_take_over(signed=same), **HAND))


def test_a_text_that_the_studio_cannot_hold_is_refused_and_nothing_is_kept(tmp_path: Path) -> None:
    texts = theirs()
    texts["facts.yaml"] += "# " + "x" * MOST_TEXT + "\n"
    long = signed_by(THEIR_KEY, texts, "verweg/2025-01-01")
    refused("kader-file.long-text", lambda: services.take_over_kader(to_take_over(signed=long), **HAND))
    assert not models.KaderDraft.objects.exists()
    assert not list(tmp_path.rglob("documents/*"))


def test_what_is_no_kader_or_another_one_is_not_taken_over() -> None:
    signed = to_take_over().signed
    for wrong in (
        replace(signed, texts={"a.yaml": "kader: 3\n"}),
        replace(signed, digest="0" * 64),
    ):
        with pytest.raises(Invalid), transaction.atomic():
            services.take_over_kader(to_take_over(signed=wrong), **HAND)
    assert not models.KaderDraft.objects.exists()


def test_a_draft_that_was_withdrawn_is_listed_apart_and_changes_no_more() -> None:
    draft, other = begun(), begun()
    text, _number = text_of(draft)
    withdraw(draft)
    withdraw(draft)  # a second click
    assert [row.reference for row in drafts_of("zuid-holland")] == [other]
    ((row, withdrawal),) = withdrawn_drafts_of("zuid-holland")
    assert (row.reference, withdrawal.reason, withdrawal.by) == (draft, WHY, HAND["by"])
    assert kader_draft(draft).withdrawal == withdrawal
    assert text_of(draft)[0] == text
    refused("kader-draft.withdrawn", lambda: saved(draft, f"{text}# meer\n"))
    refused("kader-draft.withdrawn", lambda: saved(draft, text))
    refused("kader-draft.withdrawn", lambda: adopted(draft))
    refused("kader-draft.withdrawn", lambda: withdraw(draft, "Een andere reden."))
    assert "Niet meer nodig" not in str(selectors.events(limit=1)[0].detail)


def test_a_version_that_was_adopted_is_not_withdrawn() -> None:
    draft = begun()
    adopted(draft)
    refused("kader-draft.adopted", lambda: withdraw(draft))
    with pytest.raises(NotFound):
        withdraw("KC-99")


def test_the_database_keeps_where_a_draft_came_from_and_that_it_was_withdrawn() -> None:
    draft = services.take_over_kader(to_take_over(), **HAND)
    withdraw(draft)
    for table in KADER_ENDS_ONCE:
        for statement in (f"UPDATE {table} SET \"by\" = 'x'", f"DELETE FROM {table}"):  # noqa: S608
            with (
                pytest.raises(DatabaseError, match="keeps what was written"),
                transaction.atomic(),
                connection.cursor() as cursor,
            ):
                cursor.execute(statement)


def test_a_step_is_read_beside_the_one_before_it() -> None:
    draft = begun()
    text, _number = text_of(draft)
    saved(draft, f"{text}# een\n")
    first, second = kader_step(draft, "tables.yaml", 1), kader_step(draft, "tables.yaml", 2)
    assert (first.text, first.before, first.newest) == (text, None, 2)
    assert (second.text, second.before, second.row.by) == (f"{text}# een\n", text, "cli:writer")
    for wrong in ((draft, "tables.yaml", 3), (draft, "elders.yaml", 1), ("KC-9", "tables.yaml", 1)):
        with pytest.raises(NotFound):
            kader_step(*wrong)
