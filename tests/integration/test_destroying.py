"""Dossiers are destroyed for good, and the figures of every year stay what they were."""

import sys
from datetime import date
from typing import Any

import pytest
from django.apps import apps
from django.db import DatabaseError, transaction
from django.utils import timezone

from openkader.base.errors import Refused, Unavailable
from openkader.casework.retention import RecordKind, Reviewer
from openkader.cli.demo_missions import prepare_missions
from openkader.cli.demo_screening import prepare_screening
from openkader.kader import Assessor
from openkader.register import audit, models, selectors, services
from openkader.register.case_lines import keep_all_lines
from openkader.register.destroying.fates import GONE_NL, OF_DOSSIER, OF_PARTY, STAYS
from openkader.register.destroying.leaving import unspoken_of
from openkader.register.destruction_entries import (
    AgreementEntry,
    ExemptionEntry,
    Nominated,
    NominationEntry,
)
from openkader.register.entries import AnswerEntry
from openkader.register.shelf import FileState, Folder, shelf
from tests.integration.destruction_house import (
    ARCHIVIST,
    HAND,
    NOW,
    OWNER,
    agreed,
    all_figures,
    made_up_closed,
    nominated,
    words_in_register,
)
from tests.integration.register_house import a_request

pytestmark = pytest.mark.django_db
DESTROYING = "openkader.register.services.destroy_dossiers"
TODAY = date(2030, 5, 1)


@pytest.fixture
def whole_demo(year_2024: None, assessor: Assessor) -> Assessor:
    """All that the demo shows: the year 2024, a screened delegation, missions, surveys, investments, made-up cases."""
    prepare_screening("nl")
    prepare_missions("nl")
    made_up_closed(assessor)
    return assessor


def put_all_on_a_list() -> str:
    """Every dossier at once, as if every term had passed."""
    row = models.DestructionList.objects.create(reference="VL-1", due_by=TODAY, at=NOW, by="x")
    requests = models.Request.objects.order_by("pk").values_list("reference", "year")
    models.DestructionItem.objects.bulk_create(
        models.DestructionItem(
            list=row, number=n, dossier=ref, kind="request", year=year, due_on=TODAY, code="c", detail={}
        )
        for n, (ref, year) in enumerate(requests, start=1)
    )
    return agreed("VL-1")


def test_the_figures_of_every_year_are_the_same_when_every_dossier_is_gone(
    whole_demo: Assessor, monkeypatch: pytest.MonkeyPatch
) -> None:
    today = timezone.localdate()
    before = all_figures(today)
    monkeypatch.setattr(sys.modules[DESTROYING], "_is_still_due", lambda *_: True)
    requests = models.Request.objects.count()
    assert services.destroy_dossiers(put_all_on_a_list(), **ARCHIVIST) == requests > 40
    after = all_figures(today)
    assert after.keys() == before.keys()
    for name, told in before.items():
        assert after[name] == told, name
    assert audit.verify() is None
    assert audit.missing_guards() == set()


def test_nothing_of_what_a_dossier_said_is_left(
    whole_demo: Assessor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever is spoken of by something that stays, such as the network, keeps their name; nobody else does."""
    secret = words_of_dossiers()
    assert len(secret) > 80
    monkeypatch.setattr(sys.modules[DESTROYING], "_is_still_due", lambda *_: True)
    services.destroy_dossiers(put_all_on_a_list(), **ARCHIVIST)
    left = words_in_register(*STAYS, models.Party, models.PartyName)
    found = {(table, word[:60]) for table, said in left.items() for word in secret & said}
    assert found == set()
    spoken = {party.pk for party in models.Party.objects.exclude(name=None)}
    assert unspoken_of(spoken - of_nobody(), ()) == set()


def words_of_dossiers() -> set[str]:
    """What people wrote in dossiers and who is named there, as it stands in one column each."""
    asked = [
        (models.Request, "title_nl"),
        (models.Activity, "title_nl"),
        (models.Delegate, "names"),
        (models.Participant, "name"),
        (models.Answer, "basis"),
        (models.Decision, "motivation"),
        (models.MessageNote, "reaction"),
        (models.SurveyAnswer, "own_words"),
        (models.EffectSurvey, "recipient"),
        (models.EffectSurvey, "email"),
        (models.SelfScan, "recipient"),
        (models.SelfScanResult, "given_by"),
        (models.Advice, "given_by"),
        (models.AdviceRequest, "question"),
        (models.Evidence, "title_nl"),
        (models.InitiativeStep, "what_nl"),
        (models.PublicItem, "title"),
        (models.ProgrammeSlot, "title"),
        (models.Measure, "reason"),
    ]
    found = {
        str(value) for table, name in asked for value in table._default_manager.values_list(name, flat=True)
    }
    beside = models.Activity.objects.filter(request=None).values_list("title_nl", flat=True)
    return {word for word in found - {*beside} if word not in ("", "None") and len(word) > 4}


def of_nobody() -> set[int]:
    """Parties that belong to no dossier at all, and so go with none."""
    return unspoken_of(set(models.Party.objects.values_list("pk", flat=True)), ()) - {
        *models.Party.objects.filter(reference__in=models.Tombstone.objects.values("reference")).values_list(
            "pk", flat=True
        )
    }


def test_each_table_has_one_fate() -> None:
    """A new table is named in `fates`: its rows go, stay without words, or belong to no dossier."""
    named = [fate.model for fate in (*OF_DOSSIER, *OF_PARTY)] + list(STAYS)
    assert sorted(x.__name__ for x in named) == sorted(
        x.__name__ for x in apps.get_app_config("register").get_models()
    )
    for fate in (*OF_DOSSIER, *OF_PARTY):
        columns = {field.attname for field in fate.model._meta.concrete_fields}
        names = {field.name for field in fate.model._meta.concrete_fields}
        assert (fate.keeps or set()) <= names, fate.model
        assert set(fate.says) <= columns, fate.model


def test_what_is_not_due_comes_on_no_list(assessor: Assessor) -> None:
    open_case = a_request()
    for chosen in ([open_case], ["NERGENS"]):
        with pytest.raises(Refused, match=r"destruction\.not-due"):
            nominated(*chosen)
    with pytest.raises(Refused, match=r"destruction\.nothing-chosen"):
        nominated()
    assert models.DestructionList.objects.count() == 0


def test_a_day_that_has_not_come_makes_nothing_due(assessor: Assessor) -> None:
    first, *_ = made_up_closed(assessor, 10)
    entry = NominationEntry(
        due_by=date(2099, 1, 1), chosen=[Nominated(dossier=first, kind=RecordKind.REQUEST)]
    )
    place = services.draw_up_destruction_list(entry, **HAND)
    assert models.DestructionList.objects.get(reference=place).due_by == NOW.date()
    with pytest.raises(Refused, match=r"destruction\.not-due"):
        services.draw_up_destruction_list(entry, **HAND)  # it is on a list already


def test_two_others_agree_and_only_then_it_goes(assessor: Assessor) -> None:
    first, second, *_ = made_up_closed(assessor, 10)
    place = nominated(first, second)
    with pytest.raises(Refused, match=r"destruction\.not-agreed"):
        services.destroy_dossiers(place, **ARCHIVIST)
    with pytest.raises(Refused, match=r"destruction\.own-list"):
        services.agree_to_destruction(AgreementEntry(list=place, reviewer=Reviewer.ARCHIVIST, seen=2), **HAND)
    services.agree_to_destruction(
        AgreementEntry(list=place, reviewer=Reviewer.ARCHIVIST, seen=2), **ARCHIVIST
    )
    services.agree_to_destruction(
        AgreementEntry(list=place, reviewer=Reviewer.ARCHIVIST, seen=2), **ARCHIVIST
    )
    with pytest.raises(Refused, match=r"destruction\.other-reviewer"):
        services.agree_to_destruction(
            AgreementEntry(list=place, reviewer=Reviewer.OWNER, seen=2), **ARCHIVIST
        )
    services.exempt_from_destruction(
        ExemptionEntry(list=place, number=2, reason="Er loopt een bezwaar."), **OWNER
    )
    with pytest.raises(Refused, match=r"destruction\.meanwhile"):
        services.agree_to_destruction(AgreementEntry(list=place, reviewer=Reviewer.OWNER, seen=2), **OWNER)
    services.agree_to_destruction(AgreementEntry(list=place, reviewer=Reviewer.OWNER, seen=1), **OWNER)
    assert services.destroy_dossiers(place, **ARCHIVIST) == 1
    assert services.destroy_dossiers(place, **ARCHIVIST) == 0
    with pytest.raises(Refused, match=r"destruction\.over"):
        services.exempt_from_destruction(ExemptionEntry(list=place, number=1, reason="Toch niet."), **OWNER)
    assert models.Request.objects.get(reference=first).title_nl == GONE_NL
    assert models.Request.objects.get(reference=second).title_nl != GONE_NL
    with pytest.raises(Refused, match=r"destruction\.over"):
        services.withdraw_destruction_list(place, "Fout.", **HAND)
    assert audit.verify() is None


def test_nothing_is_written_in_what_was_destroyed(assessor: Assessor) -> None:
    first, *_ = made_up_closed(assessor, 10)
    services.destroy_dossiers(agreed(nominated(first)), **ARCHIVIST)
    events = selectors.event_count()
    known = dict(models.Answer.objects.filter(request__reference=first).values_list("fact", "value"))
    entry = AnswerEntry(fact="demand", value=not known.get("demand"))
    with pytest.raises(Refused, match=r"dossier\.destroyed"):
        services.answer_facts(first, [entry], kader=assessor.kader, **HAND)
    assert selectors.event_count() == events
    assert keep_all_lines(NOW, NOW.date()) == models.Request.objects.count()
    assert not models.CaseLine.objects.filter(request__reference=first).exists()


def test_a_withdrawn_list_holds_nothing_back(assessor: Assessor) -> None:
    first, *_ = made_up_closed(assessor, 10)
    place = nominated(first)
    services.withdraw_destruction_list(place, "Verkeerde dag.", **HAND)
    with pytest.raises(Refused, match=r"destruction\.over"):
        services.destroy_dossiers(place, **ARCHIVIST)
    assert nominated(first) != place


def test_a_dossier_that_is_due_no_more_stays_and_the_list_is_done(assessor: Assessor) -> None:
    first, *_ = made_up_closed(assessor, 10)
    place = agreed(nominated(first))
    models.CaseLine.objects.filter(request__reference=first).update(state="weighing")  # it was opened again
    assert services.destroy_dossiers(place, **ARCHIVIST) == 0
    assert models.Request.objects.get(reference=first).title_nl != GONE_NL
    assert models.DestructionExemption.objects.get().item.dossier == first


def test_who_falls_over_half_way_goes_on_where_it_stopped(
    assessor: Assessor, monkeypatch: pytest.MonkeyPatch
) -> None:
    some = made_up_closed(assessor, 20)[:3]
    place = agreed(nominated(*some))
    module, seen = sys.modules[DESTROYING], []
    whole = module._destroy

    def falls_at_the_second(item: Any, *more: Any) -> None:
        seen.append(item)
        whole(item, *more)
        if len(seen) == 2:
            raise RuntimeError("the power went out")

    monkeypatch.setattr(module, "_destroy", falls_at_the_second)
    with pytest.raises(RuntimeError, match="the power went out"):
        services.destroy_dossiers(place, **ARCHIVIST)
    assert models.Destruction.objects.count() == 1
    assert models.Request.objects.filter(title_nl=GONE_NL).count() == 1
    assert services.destroy_dossiers(place, **ARCHIVIST) == 2
    assert models.Request.objects.filter(title_nl=GONE_NL).count() == 3
    assert audit.verify() is None


def with_documents(assessor: Assessor, *contents: bytes) -> list[str]:
    """As many made-up dossiers that may go as there are contents, each with its document."""
    some = made_up_closed(assessor, 20)[: len(contents)]
    for request, content in zip(some, contents, strict=True):
        models.Document.objects.create(
            request=models.Request.objects.get(reference=request),
            reference=f"{request}-BRIEF",
            name="brief.txt",
            media_type="text/plain",
            purpose="attachment",
            size=len(content),
            digest=shelf().put(content),
            recorded_at=NOW,
            recorded_by="x",
        )
    return some


def test_a_document_leaves_the_shelf_unless_another_record_leads_to_it(assessor: Assessor) -> None:
    alone, shared, _other = with_documents(assessor, b"alleen hier", b"gedeeld", b"gedeeld")
    digests = dict(models.Document.objects.values_list("request__reference", "digest"))
    services.destroy_dossiers(agreed(nominated(alone, shared)), **ARCHIVIST)
    assert shelf().state(digests[alone], len(b"alleen hier")) is FileState.GONE
    assert shelf().state(digests[shared], len(b"gedeeld")) is FileState.HERE
    assert not models.DiscardedFile.objects.exists()


def test_a_document_that_could_not_be_taken_away_goes_in_the_next_round(
    assessor: Assessor, monkeypatch: pytest.MonkeyPatch
) -> None:
    (one,) = with_documents(assessor, b"blijft even")
    digest = models.Document.objects.get().digest
    place = agreed(nominated(one))
    with monkeypatch.context() as broken:
        away = Unavailable("data.not-writable", {"folder": "/bedacht"})
        broken.setattr(Folder, "drop", lambda *_: (_ for _ in ()).throw(away))
        with pytest.raises(Unavailable):
            services.destroy_dossiers(place, **ARCHIVIST)
    assert models.DiscardedFile.objects.get().digest == digest
    services.destroy_dossiers(place, **ARCHIVIST)
    assert shelf().state(digest, len(b"blijft even")) is FileState.GONE


def test_what_is_said_of_a_destruction_neither_changes_nor_goes(assessor: Assessor) -> None:
    first, *_ = made_up_closed(assessor, 10)
    services.destroy_dossiers(agreed(nominated(first)), **ARCHIVIST)
    for table in (models.DestructionList, models.DestructionItem, models.Destruction, models.Tombstone):
        with pytest.raises(DatabaseError), transaction.atomic():
            table.objects.all()._raw_delete("default")
    with pytest.raises(DatabaseError), transaction.atomic():
        models.Destruction.objects.update(gone=0)


def test_the_people_of_a_list_go_before_the_dossier(
    whole_demo: Assessor, monkeypatch: pytest.MonkeyPatch
) -> None:
    named = models.Delegate.objects.values_list("party__name", flat=True).first()
    request = models.DelegationList.objects.get().request
    people = list(models.Delegate.objects.values_list("party", flat=True))
    assert request.party_words.filter(party__in=people).exists()
    monkeypatch.setattr(sys.modules[DESTROYING], "_is_still_due", lambda *_: True)
    row = models.DestructionList.objects.create(reference="VL-2", due_by=TODAY, at=NOW, by="x")
    models.DestructionItem.objects.create(
        list=row,
        number=1,
        dossier=request.reference,
        kind=RecordKind.DELEGATION_LIST,
        year=2026,
        due_on=TODAY,
        code="c",
        detail={},
    )
    title = request.title_nl
    services.destroy_dossiers(agreed("VL-2"), **ARCHIVIST)
    assert not models.Delegate.objects.exists()
    assert not models.Party.objects.filter(name=named).exists()
    assert not request.party_words.filter(party__in=people).exists()
    request.refresh_from_db()
    assert request.title_nl == title
    assert not models.Tombstone.objects.filter(reference=request.reference).exists()
