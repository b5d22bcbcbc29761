"""The pages of an activity and of its measures: what a colleague does there, and what is refused with its reason."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from openkader.casework.period import Period
from openkader.casework.vocabulary import AccountRole, ActivityStanding, Confidentiality, MeasureStatus
from openkader.kader import Assessor
from openkader.register import models, services
from openkader.register.activity_entries import MoveEntry
from tests.integration.activity_house import ACTIVITY, SCREENING, planned, planning, waiving
from tests.integration.register_house import EVIDENCE, HAND, decided
from tests.web_pages import MOST_QUERIES, colleague, queries_of, text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]
PAGE, PLAN = f"/activiteiten/{ACTIVITY}/", "/dossiers/V-1/activiteit/"
EVIDENCES = models.Evidence.objects.filter(measure__activity__reference=ACTIVITY)
OF_MEASURE = f"{PAGE}maatregelen/{SCREENING}/"


@pytest.fixture
def anna() -> Any:
    return colleague()


def soon(days: int) -> str:
    return (timezone.localdate(timezone.now()) + timedelta(days=days)).isoformat()


def began(assessor: Assessor) -> None:
    """The activity of today, since what lies in the future cannot be held."""
    today = Period.day(timezone.localdate(timezone.now()))
    services.move_activity(MoveEntry(activity=ACTIVITY, period=today), assessor=assessor, **HAND)


def test_an_activity_is_planned_from_the_dossier_and_a_second_click_finds_it(
    anna: Any, assessor: Assessor
) -> None:
    decided(assessor)
    assert PLAN in text(anna.get("/dossiers/V-1/"))
    shown = text(anna.get(PLAN))
    assert 'value="Fictief"' in shown
    typed = {"title": "Bezoek uit Hebei", "first": soon(40), "seen": "0", "office_holder": "yes"}
    for _ in range(2):
        assert anna.post(PLAN, typed)["Location"] == PAGE
    assert models.Activity.objects.get(reference=ACTIVITY).office_holder is True
    shown = text(anna.get(PAGE))
    assert "Bezoek uit Hebei" in shown
    assert "Elke deelnemende organisatie is getoetst" in shown
    assert "De bestuurlijke ontmoeting is openbaar teruggekoppeld" in shown


def test_a_plan_without_a_day_or_with_days_the_wrong_way_round_keeps_what_was_typed(
    anna: Any, assessor: Assessor
) -> None:
    decided(assessor)
    shown = text(anna.post(PLAN, {"title": "Mijn titel", "seen": "0"}), 422)
    assert 'value="Mijn titel"' in shown
    typed = {"title": "x", "first": soon(40), "last": soon(39), "seen": "0"}
    assert "De laatste dag ligt voor de eerste." in text(anna.post(PLAN, typed), 422)
    assert not models.Activity.objects.filter(request__reference="V-1").exists()


def test_without_green_light_nothing_is_planned(anna: Any, assessor: Assessor) -> None:
    from tests.integration.register_house import assessed

    assessed(assessor)
    assert PLAN not in text(anna.get("/dossiers/V-1/"))
    refused = text(anna.post(PLAN, {"title": "x", "first": soon(3), "seen": "0"}), 409)
    assert "Dit verzoek heeft geen groen licht." in refused


def test_what_has_not_begun_cannot_be_held_and_the_button_says_when(anna: Any, assessor: Assessor) -> None:
    planned(assessor)
    assert "De activiteit begint pas op 3 juni 2030." in text(anna.get(PAGE))
    sent = {"act": "hold", "first": "2030-06-03"}
    assert "De activiteit begint pas op 3 juni 2030." in text(anna.post(PAGE, sent), 409)


def test_it_is_held_moved_and_called_off(anna: Any, assessor: Assessor) -> None:
    planned(assessor)
    assert anna.post(PAGE, {"act": "move", "first": soon(0)}).status_code == 302
    assert anna.post(PAGE, {"act": "hold", "first": soon(0), "place": "Den Haag"}).status_code == 302
    row = models.Activity.objects.get(reference=ACTIVITY)
    assert (row.standing, row.place, row.office_holder) == (ActivityStanding.HELD, "Den Haag", None)
    gone = text(anna.post(PAGE, {"act": "cancel", "reason": "Te laat."}), 409)
    assert "Deze activiteit is al gehouden of afgelast." in gone
    assert anna.post(PAGE, {"act": "dance"}).status_code == 404


def test_a_measure_is_proved_by_a_file_and_closed(anna: Any, assessor: Assessor) -> None:
    planned(assessor)
    assert "Pas met bewijs" in text(anna.get(PAGE))
    early = text(anna.post(OF_MEASURE, {"act": "close", "status": "done"}), 409)
    assert "Een maatregel is pas gedaan als er bewijs is." in early
    nothing = text(anna.post(OF_MEASURE, {"act": "prove", "title": "Uitslag", "kind": "report"}), 422)
    assert "Voeg een bestand toe, of noem het adres" in nothing
    assert 'value="Uitslag"' in nothing
    file = SimpleUploadedFile("uitslag.txt", b"Niemand stond op een lijst.")
    sent = {"act": "prove", "title": "Uitslag", "kind": "report", "documents": file}
    assert anna.post(OF_MEASURE, sent).status_code == 302
    shown = text(anna.get(OF_MEASURE))
    (address,) = re.findall(rf'href="({PAGE}bewijs/\d+/)"', shown)
    answer = anna.get(address)
    assert answer.content == b"Niemand stond op een lijst."
    assert answer["Content-Disposition"] == 'attachment; filename="uitslag.txt"'
    assert anna.post(OF_MEASURE, {"act": "close", "status": "done"}).status_code == 302
    assert models.Measure.objects.get(reference=SCREENING).status == MeasureStatus.DONE
    assert "Bewijs: Uitslag" in text(anna.get(PAGE))
    assert anna.post(OF_MEASURE, {"act": "reopen"}).status_code == 302


def test_a_file_that_is_gone_is_shown_as_gone(anna: Any, assessor: Assessor, settings: Any) -> None:
    planned(assessor)
    file = SimpleUploadedFile("uitslag.txt", b"Niemand stond op een lijst.")
    anna.post(OF_MEASURE, {"act": "prove", "title": "Uitslag", "kind": "report", "documents": file})
    digest = EVIDENCES.get().sha256 or ""
    (settings.OPENKADER_DATA / "documents" / digest[:2] / digest).unlink()
    assert "Bestand is weg" in text(anna.get(OF_MEASURE))
    assert "Bewijs van deze maatregel is niet meer te tonen." in text(anna.get(PAGE))
    assert anna.get(f"{PAGE}bewijs/{EVIDENCES.get().pk}/").status_code == 503


def test_a_program_is_refused_as_evidence_with_what_was_typed_kept(anna: Any, assessor: Assessor) -> None:
    planned(assessor)
    file = SimpleUploadedFile("x.pdf", b"MZ program")
    sent = {"act": "prove", "title": "Mijn bewijs", "kind": "report", "documents": file}
    assert 'value="Mijn bewijs"' in text(anna.post(OF_MEASURE, sent), 422)
    assert not EVIDENCES.exists()


def test_who_proposed_a_waiver_sees_why_another_has_to_agree(anna: Any, assessor: Assessor) -> None:
    planned(assessor)
    sent = {"act": "waive", "reason": "Ingekort.", "expires_on": soon(30)}
    assert anna.post(OF_MEASURE, sent).status_code == 302
    waiver = models.MeasureWaiver.objects.get().reference
    own = text(anna.post(OF_MEASURE, {"act": "agree_waiver", "waiver": waiver}), 409)
    assert "Een tweede persoon moet ermee instemmen." in own
    second = colleague("bea", AccountRole.DECIDER)
    assert second.post(OF_MEASURE, {"act": "agree_waiver", "waiver": waiver}).status_code == 302
    assert "ingestemd door bea" in text(anna.get(OF_MEASURE))
    assert second.post(OF_MEASURE, {"act": "give", "outside": "x"}).status_code == 403
    assert anna.post(OF_MEASURE, {"act": "agree_waiver", "waiver": "weg"}).status_code == 404


def test_a_measure_is_given_to_a_colleague_or_to_somebody_outside(anna: Any, assessor: Assessor) -> None:
    planned(assessor)
    colleague("bea", AccountRole.ADVISER)
    for sent, owner in (({"colleague": "bea"}, "bea"), ({"outside": "RVO"}, "RVO"), ({}, None)):
        assert anna.post(OF_MEASURE, {"act": "give", **sent}).status_code == 302
        assert models.Measure.objects.get(reference=SCREENING).owner == owner
    assert anna.post(OF_MEASURE, {"act": "give", "colleague": "nobody"}).status_code == 422


def test_a_case_that_is_not_for_somebody_has_no_pages_for_them(assessor: Assessor) -> None:
    planned(assessor)
    services.record_evidence(SCREENING, EVIDENCE, **HAND)
    models.Request.objects.update(confidentiality=Confidentiality.SECRET)
    stranger = colleague("bea", AccountRole.ADVISER)
    for path in (PAGE, OF_MEASURE, PLAN):
        assert stranger.get(path).status_code == 404
        assert stranger.post(path, {"act": "renew"}).status_code == 404
    assert SCREENING not in text(stranger.get("/activiteiten/"))


def test_the_list_says_what_is_late(anna: Any, assessor: Assessor) -> None:
    planned(assessor)
    empty = text(anna.get("/activiteiten/?van=te-laat"))
    assert "Geen maatregel is te laat" in empty
    began(assessor)
    assert "Bezoek" in text(anna.get("/activiteiten/?van=te-laat"))
    assert "dagen te laat" in text(anna.get(PAGE))


def test_the_pages_ask_little_however_much_there_is(assessor: Assessor) -> None:
    planned(assessor)
    someone = colleague()
    for number in range(3):
        services.plan_activity(planning(seen=number + 1), assessor=assessor, **HAND)
    for row in models.Measure.objects.filter(activity__reference=ACTIVITY):
        services.waive_measure(waiving(row.reference), **HAND)
        file = SimpleUploadedFile("uitslag.txt", row.reference.encode())
        path = f"{PAGE}maatregelen/{row.reference}/"
        someone.post(path, {"act": "prove", "title": "x", "kind": "report", "documents": file})
    for path in (PAGE, OF_MEASURE, PLAN, "/activiteiten/"):
        assert queries_of(path, someone) <= MOST_QUERIES, path


def test_a_measure_that_is_to_be_done_now_stands_in_the_list_of_work(anna: Any, assessor: Assessor) -> None:
    today = timezone.localdate(timezone.now())
    planned(assessor)
    assert "V-1" not in text(anna.get("/werk/?van=measures"))  # it is in 2030
    soon = Period.day(today + timedelta(days=27))
    services.move_activity(MoveEntry(activity=ACTIVITY, period=soon), assessor=assessor, **HAND)
    assert "maatregel uiterlijk" in text(anna.get("/werk/?van=measures"))
    assert queries_of("/werk/?van=measures", anna) <= MOST_QUERIES
    near = Period.day(today + timedelta(days=9))
    services.move_activity(MoveEntry(activity=ACTIVITY, period=near), assessor=assessor, **HAND)
    assert "maatregel 12 dagen te laat" in text(anna.get("/werk/?van=all"))
    services.cancel_activity(ACTIVITY, "Geen visum.", **HAND)
    assert "Geen enkele maatregel moet binnen een week" in text(anna.get("/werk/?van=measures"))
