"""Agreements in the register: every deed whole, nothing edited, counted where they are ours, seen with their case."""

from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from openkader.base.errors import Invalid, NotFound, Refused
from openkader.casework.agreements import DeedKind, PartyStated, Side, Term, Whose
from openkader.casework.period import Period
from openkader.casework.permissions import HOUSE
from openkader.casework.vocabulary import (
    AccountRole,
    ActivityStanding,
    AgreementStatus,
    Confidentiality,
    Role,
)
from openkader.cli.pack import check_pack
from openkader.kader import Assessor
from openkader.register import models, selectors, services
from openkader.register.agreements import newest_deed, stated_of
from openkader.register.documents import DocumentEntry
from openkader.register.entries import ActivityEntry, ParticipationEntry
from tests.installation import Installation, as_of
from tests.integration.agreement_house import (
    ALONE,
    HAND,
    INTENDED,
    LONGER,
    MEMO,
    NOW,
    OTHERS,
    a_party,
    agreed,
    deed,
    end,
    new,
)
from tests.integration.register_house import TITLE, a_request, refused, with_role

pytestmark = pytest.mark.django_db
PDF = DocumentEntry(name="mou.pdf", content=b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n%%EOF\n")


def an_activity(reference: str = "X-1", **changes: Any) -> str:
    entry = ActivityEntry(
        reference=reference,
        year=2030,
        title=TITLE,
        country="CN",
        programme="china",
        itemised=True,
        period=Period.day(date(2030, 4, 1)),
    )
    return services.record_activity(replace(entry, **changes), **HAND)


def row(reference: str = ALONE) -> models.Agreement:
    return models.Agreement.objects.get(reference=reference)


def stated(reference: str = ALONE) -> Any:
    return stated_of(newest_deed(row(reference)))


def kinds(reference: str = ALONE) -> list[str]:
    return list(row(reference).deeds.order_by("number").values_list("kind", flat=True))


def test_one_that_belongs_to_no_activity_is_kept_whole(assessor: Assessor) -> None:
    assert agreed(assessor, file=PDF, url="https://example.nl/mou", passage="Partijen spreken af.") == ALONE
    assert stated() == MEMO
    found = newest_deed(row())
    assert (found.name, found.media_type, found.size) == ("mou.pdf", "application/pdf", len(PDF.content))
    assert (row().year, row().ends_by, row().activity) == (2025, date(2030, 9, 30), None)
    assert (found.url, found.passage) == ("https://example.nl/mou", "Partijen spreken af.")


def test_one_of_an_activity_takes_its_number_and_its_year(assessor: Assessor) -> None:
    an_activity()
    assert agreed(assessor, activity="X-1") == "X-1-A1"
    assert agreed(assessor, activity="X-1", key="k-2") == "X-1-A2"
    assert row("X-1-A2").year == 2030


def test_a_second_click_makes_no_second_one(assessor: Assessor) -> None:
    assert agreed(assessor) == agreed(assessor) == ALONE
    assert models.Agreement.objects.count() == 1
    assert agreed(assessor, key="k-2") == "OVK-2025-2"


def test_what_does_not_fit_or_nobody_may_know_is_refused_and_leaves_nothing(assessor: Assessor) -> None:
    agreed(assessor)
    twice = replace(MEMO, parties=(OTHERS, OTHERS))
    refused("agreement.party-twice", lambda: agreed(assessor, twice, key="k-2"))
    refused("agreement.unknown-form", lambda: agreed(assessor, replace(MEMO, form="oath"), key="k-3"))
    unknown = replace(MEMO, parties=(PartyStated(party="P-9"),))
    with pytest.raises(NotFound, match="P-9"), transaction.atomic():
        agreed(assessor, unknown, key="k-4")
    an_activity()
    models.Activity.objects.filter(reference="X-1").update(
        standing=ActivityStanding.CANCELLED, cancelled_because="Geen visum."
    )
    refused("agreement.activity-cancelled", lambda: agreed(assessor, key="k-5", activity="X-1"))


def test_an_intention_is_signed_and_a_memo_is_renewed_with_its_evaluation(assessor: Assessor) -> None:
    reference = agreed(assessor, INTENDED)
    assert reference == "OVK-2030-1"
    services.sign_agreement(deed(MEMO, reference), kader=assessor.kader, **HAND)
    services.renew_agreement(deed(LONGER, reference, seen=2), kader=assessor.kader, **HAND)
    assert kinds(reference) == ["noted", "signed", "renewed"]
    assert row(reference).status == AgreementStatus.RENEWED
    assert row(reference).ends_by == date(2035, 9, 30)
    assert newest_deed(row(reference)).evaluation == "Zeven bezoeken, twee proefkassen."


@pytest.mark.parametrize("service", ["sign_agreement", "renew_agreement", "correct_agreement"])
def test_nobody_adds_to_what_they_did_not_see(assessor: Assessor, service: str) -> None:
    agreed(assessor)
    services.renew_agreement(deed(), kader=assessor.kader, **HAND)
    late = deed(replace(LONGER, country="KR"), seen=1, reason="Te laat.")
    refused("agreement.meanwhile", lambda: getattr(services, service)(late, kader=assessor.kader, **HAND))


def test_a_second_click_on_a_deed_adds_nothing(assessor: Assessor) -> None:
    agreed(assessor)
    assert services.renew_agreement(deed(), kader=assessor.kader, **HAND) == 2
    assert services.renew_agreement(deed(), kader=assessor.kader, **HAND) == 2
    assert services.end_agreement(end(seen=2), **HAND) == services.end_agreement(end(seen=2), **HAND) == 3
    assert kinds() == ["noted", "renewed", "ended"]


def test_a_renewal_without_evaluation_or_that_forgets_a_value_is_refused(assessor: Assessor) -> None:
    agreed(assessor)
    for code, entry in (
        ("agreement.no-evaluation", deed(evaluation=None)),
        ("agreement.value-unsaid", deed(replace(LONGER, clauses=()))),
        ("agreement.no-longer", deed(MEMO)),
    ):
        refused(code, partial(services.renew_agreement, entry, kader=assessor.kader, **HAND))


def test_what_ended_keeps_what_it_said_and_is_over(assessor: Assessor) -> None:
    agreed(assessor)
    services.end_agreement(end(), **HAND)
    assert stated() == replace(MEMO, status=AgreementStatus.NOT_RENEWED, on=Period.day(date(2030, 4, 30)))
    refused("agreement.over", lambda: services.end_agreement(end(seen=2, evaluation="Nog eens."), **HAND))
    again = deed(seen=2)
    refused("agreement.not-in-force", lambda: services.renew_agreement(again, kader=assessor.kader, **HAND))


def test_whom_it_binds_already_stays_in_it_also_for_who_may_not_see_that_party(assessor: Assessor) -> None:
    """The party takes part in a secret case, of which the adviser who sees to the agreement knows nothing."""
    agreed(assessor)
    part = ParticipationEntry(reference="D-1", role=Role.COUNTERPART, party="P-1")
    a_request("V-1", confidentiality=Confidentiality.SECRET, participations=(part,))
    with_role("anna", AccountRole.ADVISER)
    hand: dict[str, Any] = {"by": "anna", "now": NOW}
    assert services.renew_agreement(deed(), kader=assessor.kader, **hand) == 2
    other = replace(LONGER, parties=(*LONGER.parties, PartyStated(side=Side.OTHER, party="P-2")))
    a_party("P-2")
    part = replace(part, reference="D-2", party="P-2")
    a_request("V-2", confidentiality=Confidentiality.SECRET, participations=(part,))
    with pytest.raises(NotFound):  # who is new in it has to be seen
        services.correct_agreement(deed(other, seen=2, reason="Erbij."), kader=assessor.kader, **hand)
    assert services.end_agreement(end(seen=2), **hand) == 3
    assert stated().parties == MEMO.parties


def test_an_end_in_error_is_put_right_by_a_correction_that_says_why(assessor: Assessor) -> None:
    agreed(assessor)
    services.end_agreement(end(), **HAND)
    back = deed(MEMO, seen=2, evaluation=None)
    refused("agreement.no-reason", lambda: services.correct_agreement(back, kader=assessor.kader, **HAND))
    services.correct_agreement(replace(back, reason="Verkeerde MoU."), kader=assessor.kader, **HAND)
    assert (stated(), kinds()) == (MEMO, ["noted", "ended", "corrected"])
    assert row().status == AgreementStatus.SIGNED


def test_a_document_may_be_added_later_and_one_that_vanished_is_named(
    assessor: Assessor, settings: Any
) -> None:
    agreed(assessor)
    entry = deed(MEMO, reason="Het stuk kwam later.", evaluation=None)
    services.correct_agreement(entry, kader=assessor.kader, file=PDF, **HAND)
    found = newest_deed(row())
    assert selectors.lost_files() == (1, [])
    kept = settings.OPENKADER_DATA / "documents" / found.sha256[:2] / found.sha256
    kept.unlink()
    _, (lost,) = selectors.lost_files()
    assert (lost.place, lost.name) == (ALONE, "mou.pdf")


def test_who_sees_to_it_is_said_apart_and_is_no_deed(assessor: Assessor) -> None:
    agreed(assessor)
    services.give_agreement(ALONE, "anna", **HAND)
    before = selectors.event_count()
    services.give_agreement(ALONE, "anna", **HAND)
    assert (row().owner, kinds(), selectors.event_count()) == ("anna", ["noted"], before)


def test_only_what_was_signed_at_an_activity_and_is_ours_counts(assessor: Assessor) -> None:
    an_activity()
    for key, one in enumerate(
        (
            MEMO,
            replace(MEMO, whose=None),
            replace(MEMO, whose=Whose.ACCOMPANIED),
            replace(MEMO, whose=Whose.OTHER_AUTHORITY),
            INTENDED,
        )
    ):
        agreed(assessor, one, key=str(key), activity="X-1")
    agreed(assessor, key="alone")
    found = selectors.rows("agreements", 2030, reader=HOUSE)
    assert [one["id"] for one in found] == ["X-1-A1", "X-1-A2", "X-1-A3"]
    assert {one["country"] for one in found} == {"CN"}
    (shown,) = selectors.activities_of(2030, reader=HOUSE)
    assert shown["agreements"] == 3


def test_what_ended_was_signed_all_the_same_and_keeps_counting(assessor: Assessor) -> None:
    an_activity()
    agreed(assessor, activity="X-1")
    services.end_agreement(end(agreement="X-1-A1"), **HAND)
    assert len(selectors.rows("agreements", 2030, reader=HOUSE)) == 1


def test_one_of_a_confidential_case_is_not_there_for_who_may_not_see_that(assessor: Assessor) -> None:
    request = a_request()
    an_activity()
    case = models.Request.objects.get(reference=request)
    models.Activity.objects.filter(reference="X-1").update(request=case)
    agreed(assessor, activity="X-1")
    models.Request.objects.filter(pk=case.pk).update(confidentiality=Confidentiality.SECRET)
    anna = with_role("anna", AccountRole.ADVISER)
    for act in (
        lambda: services.give_agreement("X-1-A1", "anna", by=anna, now=NOW),
        lambda: services.end_agreement(end(agreement="X-1-A1"), by=anna, now=NOW),
        lambda: services.record_agreement(new(activity="X-1"), kader=assessor.kader, by=anna, now=NOW),
    ):
        with pytest.raises(NotFound):
            act()


def test_who_may_not_work_on_cases_records_nothing(assessor: Assessor) -> None:
    with_role("wim", AccountRole.EVALUATOR)
    with pytest.raises(Refused, match=r"role\.work"):
        services.record_agreement(new(), kader=assessor.kader, by="wim", now=NOW)


def test_somebody_is_reminded_once_for_each_last_day(assessor: Assessor) -> None:
    from tests.integration.agreement_house import MAIL

    agreed(assessor)
    assert services.remind_of_agreement(ALONE, "anna", MAIL, **HAND)
    assert not services.remind_of_agreement(ALONE, "anna", MAIL, **HAND)
    assert services.remind_of_agreement(ALONE, "bea", MAIL, **HAND)
    services.renew_agreement(deed(), kader=assessor.kader, **HAND)
    assert services.remind_of_agreement(ALONE, "anna", MAIL, **HAND)
    services.end_agreement(end(seen=2), **HAND)
    assert not services.remind_of_agreement(ALONE, "cas", MAIL, **HAND)
    assert models.OutgoingMail.objects.filter(purpose="agreement").count() == 3


SOUND: dict[str, Any] = {
    "number": 2,
    "kind": DeedKind.NOTED,
    "digest": "d",
    "form": "mou",
    "status": "signed",
    "recorded_at": NOW,
    "recorded_by": "x",
}


@pytest.mark.parametrize(
    ("rule", "columns"),
    [
        ("number", {"number": 1}),
        ("kind_word", {"kind": "burnt"}),
        ("status_word", {"status": "lost"}),
        ("whose_word", {"whose": "nobody"}),
        ("term_kind_word", {"term_kind": "ever"}),
        ("term_whole", {"term_kind": "until"}),
        ("term_whole", {"term_until": date(2031, 1, 1)}),
        ("term_whole", {"term_kind": "open", "term_until": date(2031, 1, 1)}),
        (
            "term_order",
            {"term_kind": "until", "term_until": date(2031, 1, 1), "term_from": date(2031, 1, 2)},
        ),
        ("period_whole", {"starts_on": date(2031, 1, 1)}),
        ("file_whole", {"sha256": "a" * 64}),
        ("evaluated", {"kind": "renewed"}),
        ("evaluated", {"kind": "ended", "status": "expired", "whose": "own"}),
        ("ended_is_over", {"kind": "ended", "evaluation": "a"}),
        ("reason", {"kind": "corrected"}),
        ("title_both", {"title_nl": "a"}),
    ],
)
def test_the_database_keeps_a_deed_whole(assessor: Assessor, rule: str, columns: dict[str, Any]) -> None:
    agreed(assessor)
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        models.AgreementDeed.objects.create(**{**SOUND, "agreement": row(), **columns})
    models.AgreementDeed.objects.create(**SOUND, agreement=row())


def test_the_database_keeps_parties_and_clauses_whole(assessor: Assessor) -> None:
    agreed(assessor)
    found = newest_deed(row())
    party = models.Party.objects.get()
    text = {"description_nl": "a", "description_en": "b"}
    for model, rule, columns in (
        (models.AgreementParty, "named_or_described", {"place": 3, "role": "signatory"}),
        (
            models.AgreementParty,
            "named_or_described",
            {"place": 3, "role": "signatory", "party": party, **text},
        ),
        (models.AgreementParty, "once|deed_id", {"place": 3, "role": "signatory", "party": party}),
        (models.AgreementParty, "side_word", {"place": 3, "role": "signatory", "side": "left", **text}),
        (models.AgreementClause, "once|deed_id", {"topic": "human_rights", "is_in": True}),
        (models.AgreementClause, "words", {"topic": "x", "is_in": False, "words": "a"}),
    ):
        with pytest.raises(IntegrityError, match=rule), transaction.atomic():
            model._default_manager.create(deed=found, **columns)


def test_the_database_changes_no_deed(assessor: Assessor) -> None:
    agreed(assessor)
    for table in ("agreementdeed", "agreementparty", "agreementclause"):
        with pytest.raises(Exception, match="cannot be changed"), transaction.atomic():
            connection.cursor().execute(f"UPDATE register_{table} SET id = id")  # noqa: S608


def test_the_year_2024_keeps_those_of_others_as_reference(year_2024: None) -> None:
    found = {
        one.reference: stated_of(newest_deed(one))
        for one in models.Agreement.objects.filter(activity__isnull=True)
    }
    rotterdam, brabant = found["ZH-2024-R1"], found["ZH-2024-R2"]
    assert {one.whose for one in found.values()} == {Whose.OTHER_AUTHORITY}
    assert (rotterdam.on, rotterdam.term) == (Period.month(2024, 7), Term(years=5))
    assert (brabant.on, brabant.term, brabant.clauses) == (Period.year(2024), Term(), ())
    assert row("ZH-2024-R1").ends_by == date(2029, 6, 30)
    ours = models.Agreement.objects.filter(activity__isnull=False)
    assert {(one.whose, one.ends_by, one.deeds.get().parties.count()) for one in ours} == {(None, None, 0)}
    assert len(selectors.rows("agreements", 2024, reader=HOUSE)) == 3


def test_a_file_of_agreements_that_is_wrong_is_found_when_the_pack_is_checked(tmp_path: Path) -> None:
    (tmp_path / "agreements.yaml").write_text("agreements: {prefix: OVK, months_ahead: 0}\n", "utf-8")
    with pytest.raises(Invalid, match=r"agreement\.bad-months"):
        check_pack(tmp_path, ())


BEFORE = (
    (
        "INSERT INTO register_activity (id, recorded_at, recorded_by, reference, year, title_nl, title_en, regions, "
        "itemised, standing) VALUES (1, '2030-01-01', 'anna', 'FX-1', 2030, 'Fictief', 'Fictional', '[]', true, 'held')"
    ),
    (
        "INSERT INTO register_agreement "
        "(recorded_at, recorded_by, reference, year, activity_id, form, status, passage, runs_until) VALUES "
        "('2030-01-01', 'anna', 'FX-1-A1', 2030, 1, 'mou', 'signed', 'Fictief, p. 1', '2031-05-01'), "
        "('2030-01-01', 'anna', 'FX-1-A2', 2030, 1, 'loi', 'intended', NULL, NULL)"
    ),
)


def test_agreements_from_before_get_the_deed_that_notes_them(unbuilt: Installation) -> None:
    begun = unbuilt.script(as_of("0022_protection"))
    said = begun.communicate()[1]
    assert begun.returncode == 0, said
    unbuilt.sql(*BEFORE)
    assert unbuilt.run("migrate").returncode == 0
    kept = "SELECT reference, CAST(ends_by AS text), term_kind FROM register_agreement ORDER BY id"
    assert unbuilt.sql(kept) == [("FX-1-A1", "2031-05-01", "until"), ("FX-1-A2", None, None)]
    noted = (
        "SELECT kind, number, status, passage, CAST(term_until AS text), whose FROM register_agreementdeed "
        "ORDER BY agreement_id"
    )
    assert unbuilt.sql(noted) == [
        ("noted", 1, "signed", "Fictief, p. 1", "2031-05-01", None),
        ("noted", 1, "intended", None, None, None),
    ]
