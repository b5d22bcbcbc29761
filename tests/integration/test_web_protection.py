"""The page of information protection: steps by phase, what they hamper, and the sign-off of the expert."""

import re
from typing import Any

import pytest

from openkader.casework.vocabulary import AccountRole, Kind
from openkader.register import models, services
from tests.integration.protection_house import (
    DONE,
    HAND,
    LEFT,
    PLANNED,
    TRIP,
    VISIT,
    a_conflict,
    a_trip,
    all_said,
    records,
    ruled,
    said,
    signed,
)
from tests.web_pages import MOST_QUERIES, colleague, queries_of, text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]
PAGE = f"/activiteiten/{TRIP}/informatiebeveiliging/"


@pytest.fixture
def anna() -> Any:
    return colleague("anna", AccountRole.ADVISER)


@pytest.fixture
def expert() -> Any:
    return colleague("expert", AccountRole.INFORMATION_SECURITY)


def typed(phase: str = "before", **fields: str) -> dict[str, str]:
    return {"act": "keep", "phase": phase, **fields}


def kept(step: str) -> list[tuple[str, str]]:
    rows = models.ProtectionStep.objects.filter(step=step).order_by("version")
    return list(rows.values_list("state", "note"))


def mark(client: Any) -> str:
    (found,) = re.findall(r'name="seen" value="(\w+)"', client.get(PAGE).content.decode())
    return str(found)


def test_the_page_shows_each_phase_with_its_sources_and_that_it_is_partial(anna: Any) -> None:
    a_trip()
    shown = text(anna.get(PAGE))
    assert [name in shown for name in ("Voor vertrek", "Tijdens de reis", "Na terugkeer")] == [True] * 3
    assert "Bezoekers ontvangen" not in shown
    assert "Deze lijst is niet volledig" in shown
    assert 'href="#source-VSSE"' in shown
    assert 'id="source-VSSE"' in shown
    assert "algemene kennis, niet nagegaan" in shown
    assert "informatiebeveiliging/" in text(anna.get(f"/activiteiten/{TRIP}/"))


def test_a_visit_has_the_protocol_and_an_agreement_has_no_part(anna: Any) -> None:
    a_trip(VISIT, Kind.INCOMING_DELEGATION)
    shown = text(anna.get(f"/activiteiten/{VISIT}/informatiebeveiliging/"))
    assert "Laat bezoekers nooit alleen" in shown
    assert "hotelkluisje" not in shown
    a_trip("R-4", Kind.AGREEMENT)
    assert "informatiebeveiliging/" not in text(anna.get("/activiteiten/R-4/"))
    assert "geen stappen" in text(anna.get("/activiteiten/R-4/informatiebeveiliging/"))


def test_a_phase_is_ticked_at_once(anna: Any) -> None:
    a_trip()
    form = typed(
        state_IB01="done", note_IB01="Bon 12", state_IB02="left_out", note_IB02="Geen telefoons mee."
    )
    response = anna.post(PAGE, form)
    assert response["Location"] == f"{PAGE}#before"
    assert kept("IB01") == [("done", "Bon 12")]
    assert kept("IB02") == [("left_out", "Geen telefoons mee.")]
    assert models.ProtectionStep.objects.count() == 2
    shown = text(anna.get(PAGE))
    assert 'value="Bon 12"' in shown
    assert "2 stappen zijn bewaard." in shown


def test_one_button_calls_the_rest_planned(anna: Any) -> None:
    a_trip()
    anna.post(PAGE, typed(state_IB01="done", rest="planned"))
    assert kept("IB01") == [("done", "")]
    assert kept("IB12") == [("planned", "")]
    assert models.ProtectionStep.objects.count() == 12
    assert "zet de rest op gepland" in text(anna.get(PAGE))  # the other phases still have some


def test_what_lacks_a_reason_is_said_at_its_step_and_nothing_typed_is_lost(anna: Any) -> None:
    a_trip()
    form = typed(state_IB01="done", note_IB01="Bon 12", state_IB02="left_out", state_IB03="left_out")
    shown = text(anna.post(PAGE, form), 422)
    assert "Schrijf bij IB02 waarom" in shown
    assert "Schrijf bij IB03 waarom" in shown
    assert 'value="Bon 12"' in shown
    assert re.search(r'name="state_IB01" value="done"[^>]* checked', shown)
    assert not models.ProtectionStep.objects.exists()


def test_a_change_of_somebody_else_is_not_written_over_and_the_second_time_it_is_known(anna: Any) -> None:
    a_trip()
    said(IB01=PLANNED, IB02=PLANNED, IB03=PLANNED)
    form = typed(
        **{f"seen_IB0{n}": "1" for n in (1, 2, 3)},
        **{f"state_IB0{n}": "planned" for n in (2, 3)},
        state_IB01="done",
        note_IB01="Van mij",
    )
    said(seen=1, IB01=LEFT, IB02=DONE)
    shown = text(anna.post(PAGE, form), 409)
    assert "Iemand anders wijzigde IB01" in shown
    assert 'value="Van mij"' in shown
    assert LEFT.note in shown  # what stands there now
    assert re.search(r'name="state_IB02" value="done"[^>]* checked', shown)  # brought up to date, not undone
    fields = dict(re.findall(r'name="(seen_IB0\d)" value="(\d+)"', shown))
    assert (fields["seen_IB01"], fields["seen_IB02"]) == ("2", "2")
    again = {**form, **fields, "state_IB02": "done"}
    assert anna.post(PAGE, again).status_code == 302
    assert [state for state, _ in kept("IB01")] == ["planned", "left_out", "done"]
    assert [state for state, _ in kept("IB02")] == ["planned", "done"]


@pytest.mark.parametrize(
    ("form", "status"),
    [
        (typed("later", state_IB01="done"), 404),
        (typed("visitors", state_V1="done"), 404),
        (typed(state_IB01="DROP TABLE"), 422),
        (typed(state_IB01="done", note_IB01="x" * 2001), 422),
        (typed(state_IB01="done", seen_IB01="-1"), 422),
        (typed(state_IB01="done", seen_IB01="9" * 40), 422),
        (typed(state_IB01="done", seen_IB01="7"), 409),
        ({"act": "burn"}, 404),
        ({}, 404),
        ({"act": "conflict", "step": "V1", "goal": "communication", "about": "x"}, 422),
        ({"act": "conflict", "step": "IB01", "goal": "communication", "about": " "}, 422),
    ],
)
def test_hostile_forms_change_nothing(anna: Any, form: dict[str, str], status: int) -> None:
    a_trip()
    assert anna.post(PAGE, form).status_code == status
    assert not models.ProtectionStep.objects.exists()
    assert not models.ProtectionConflict.objects.exists()


def test_what_is_typed_is_shown_as_words(anna: Any) -> None:
    a_trip()
    anna.post(PAGE, typed(state_IB01="done", note_IB01='"><script>alert(1)</script>'))
    anna.post(PAGE, {"act": "conflict", "step": "IB25", "goal": "other", "about": "<script>x</script>"})
    shown = text(anna.get(PAGE))
    assert "<script>alert" not in shown
    assert "&lt;script&gt;x" in shown


def test_evidence_of_another_activity_is_no_choice(anna: Any) -> None:
    a_trip()
    form = typed(state_IB01="done", evidence_IB01="1")
    assert anna.post(PAGE, form).status_code == 302  # there is no such field here, and nothing is kept of it
    assert models.ProtectionStep.objects.get().evidence is None


def test_a_conflict_stands_with_security_first_until_a_decider_says_otherwise(anna: Any) -> None:
    a_trip()
    form = {"act": "conflict", "step": "IB25", "goal": "communication", "about": "Geen blog vanaf de beurs."}
    assert anna.post(PAGE, form).status_code == 302
    shown = text(anna.get(PAGE))
    assert "Geen blog vanaf de beurs." in shown
    assert "niemand besloot anders" in shown
    ruling = {"act": "rule", "conflict": "1", "outcome": "otherwise", "reason": "Al toegezegd."}
    assert anna.post(PAGE, ruling).status_code == 403
    decider = colleague("beslisser", AccountRole.DECIDER)
    assert decider.post(PAGE, {**ruling, "reason": ""}).status_code == 422
    assert decider.post(PAGE, {**ruling, "conflict": "9"}).status_code == 404
    assert decider.post(PAGE, {**ruling, "conflict": "x"}).status_code == 422
    assert decider.post(PAGE, ruling).status_code == 302
    shown = text(anna.get(PAGE))
    assert "Anders besloten" in shown
    assert "Al toegezegd." in shown
    assert decider.post(PAGE, ruling).status_code == 409  # a second click


def test_only_the_expert_signs_and_hears_what_is_still_unsaid(anna: Any, expert: Any) -> None:
    a_trip()
    said(IB01=DONE)
    assert "Akkoord geeft alleen de expert" in text(anna.get(PAGE))
    assert "Van 25 stappen is nog niet gezegd" in text(expert.get(PAGE))
    assert anna.post(PAGE, {"act": "sign", "seen": mark(anna)}).status_code == 403
    assert "nog niet gezegd" in text(expert.post(PAGE, {"act": "sign", "seen": mark(expert)}), 409)
    all_said()
    said(seen=1, IB02=LEFT)
    assert expert.post(PAGE, {"act": "sign", "seen": mark(expert), "note": "Goed."}).status_code == 302
    shown = text(expert.get(PAGE))
    assert "Akkoord gegeven" in shown
    assert "er is sindsdien niets veranderd" in shown
    assert records()["E2.experts"] == ["R-1-IB1"]


def test_a_later_change_shows_that_the_sign_off_is_stale_and_of_which_step(anna: Any) -> None:
    a_trip()
    all_said()
    signed()
    anna.post(PAGE, typed(seen_IB05="1", state_IB05="left_out", note_IB05="Geen schijf."))
    shown = text(anna.get(PAGE))
    assert "Akkoord, daarna gewijzigd" in shown
    assert re.search(r'Daarna gewijzigd: <a class="nl-link" href="#step-IB05">', shown)


def test_what_was_read_before_a_change_is_not_signed(expert: Any) -> None:
    a_trip()
    all_said()
    seen = mark(expert)
    said(seen=1, IB01=LEFT)
    shown = text(expert.post(PAGE, {"act": "sign", "seen": seen, "note": "Mijn opmerking"}), 409)
    assert "intussen gewijzigd" in shown
    assert "Mijn opmerking" in shown
    assert not models.ProtectionSignOff.objects.exists()


def test_an_auditor_reads_the_list_and_has_nothing_to_fill_in() -> None:
    a_trip()
    said(IB02=LEFT)
    auditor = colleague("auditor", AccountRole.AUDITOR)
    shown = text(auditor.get(PAGE))
    assert LEFT.note in shown
    assert "state_IB01" not in shown
    assert auditor.post(PAGE, typed(state_IB01="done")).status_code == 403


def test_what_was_called_off_can_be_read_and_not_changed(anna: Any) -> None:
    a_trip()
    said(IB01=DONE)
    services.cancel_activity(TRIP, "Geen visum.", **HAND)
    shown = text(anna.get(PAGE))
    assert "state_IB01" not in shown
    assert anna.post(PAGE, typed(state_IB02="done")).status_code == 409


def test_the_page_asks_little_of_the_database(anna: Any) -> None:
    a_trip()
    all_said()
    for number in range(8):
        a_conflict(about=f"Spanning {number}")
    ruled()
    signed()
    assert queries_of(PAGE, anna) <= MOST_QUERIES


def test_nobody_from_outside_sees_the_page(client: Any) -> None:
    a_trip()
    response = client.get(PAGE)
    assert response.status_code == 302
    assert response["Location"].startswith("/aanmelden/")
    assert colleague("x").get("/activiteiten/NOPE/informatiebeveiliging/").status_code == 404
