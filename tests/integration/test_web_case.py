"""A case is worked on in the browser: its questions, its assessment and its decision."""

import re
from datetime import UTC, datetime
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import transaction
from django.test import Client

from openkader.base.errors import Refused
from openkader.casework.permissions import HOUSE, HouseHand
from openkader.casework.vocabulary import AccountRole, DecisionOutcome, Level
from openkader.kader import Assessor
from openkader.register import selectors, services
from openkader.register.advising import advised_of
from openkader.register.entries import AnswerEntry, DecisionEntry
from openkader.register.models import HeldRole, Request
from openkader.register.selectors import Dossier
from tests.integration import advice_house
from tests.integration.register_house import GREEN_FACTS, HAND, a_request, answered, with_role
from tests.integration.screening_house import NEAR_WANG, a_list, work
from tests.web_pages import colleague

pytestmark = pytest.mark.django_db
NOW = datetime(2030, 5, 2, tzinfo=UTC)
PAGE, ANSWERS, ASSESS, DECIDE = (
    f"/dossiers/V-1/{place}" for place in ("", "antwoorden/", "toetsing/", "besluit/")
)


@pytest.fixture(autouse=True)
def case(assessor: Assessor, year_2024: None) -> str:
    """A request that nobody answered anything of yet; the year says which kader it is weighed by."""
    with_role("second")
    return a_request()


def text_of(client: Client, url: str = PAGE) -> str:
    response = client.get(url)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def form(**answers: Any) -> dict[str, Any]:
    """What a browser sends: the answers and, of every question, how many answers it had shown."""
    said = {f"answer-{name.removesuffix('_')}": value for name, value in answers.items()}
    return {**said, **{f"seen-{name}": "0" for name in GREEN_FACTS}}


def post(client: Client, url: str, data: dict[str, Any], status: int = 302) -> str:
    response = client.post(url, data)
    assert response.status_code == status, response.content.decode()
    return " ".join(response.content.decode().split())


def stored() -> Dossier:
    return selectors.dossier("V-1", reader=HOUSE)


def green(assessor: Assessor) -> None:
    for name in ("anna", "berend"):
        for role in ("adviser", "reviewer", "decider"):
            with_role(name, AccountRole(role))
    answered(assessor, "V-1")
    services.assess_request("V-1", assessor=assessor, **HAND)


def a_decision(**changes: str) -> dict[str, str]:
    return {"seen": "0", "outcome": "take_up", "level": "request", "motivation": "", **changes}


# --- questions ------------------------------------------------------------------------------


def test_the_questions_that_still_matter_come_first_with_help_and_who_answers() -> None:
    text = text_of(colleague())
    assert "Vraagt een Zuid-Hollandse partij hierom" in text
    assert "Te beantwoorden door de adviseur internationale zaken." in text
    assert "Let op de technologie die wordt vermarkt" in text
    assert text.index('id="q-demand"') < text.index("vragen zijn niet meer nodig")


def test_a_visitor_sees_no_form_and_can_change_nothing() -> None:
    Request.objects.update(confidentiality="public")
    assert "Bewaar de antwoorden" not in text_of(Client())
    post(Client(), ANSWERS, form(demand="true"), status=403)
    assert Client().post(ASSESS).status_code == 302
    post(Client(), DECIDE, a_decision(outcome="withdrawn"), status=403)
    assert (stored().answers, stored().assessments, stored().decisions) == ((), (), ())


def test_answers_are_kept_with_their_source_and_the_case_is_assessed_with_them() -> None:
    client = colleague()
    sent = form(demand="true", risk_areas=["quantum", "space_propulsion"], abuse_findings=["_none"])
    post(client, ANSWERS, {**sent, "basis-demand": "De brief (fictief).", "then": "assess"})
    assert stored().facts == {
        "demand": True,
        "risk_areas": ["quantum", "space_propulsion"],
        "abuse_findings": [],
    }
    demand = next(row for row in stored().answers if row["fact"] == "demand")
    assert (demand["basis"], demand["recorded_by"]) == ("De brief (fictief).", "anna")
    assert len(stored().assessments) == 1
    assert "De brief (fictief)." in text_of(client)


def test_unknown_is_an_answer_and_nothing_touched_is_none() -> None:
    post(colleague(), ANSWERS, form(demand="_unknown", own_line=""))
    assert stored().facts == {"demand": None}


def test_only_keeping_the_answers_assesses_nothing() -> None:
    post(colleague(), ANSWERS, form(demand="true"))
    assert stored().assessments == ()


def test_the_same_form_sent_twice_counts_once() -> None:
    client, sent = colleague(), {**form(demand="true"), "then": "assess"}
    post(client, ANSWERS, sent)
    post(client, ANSWERS, sent)
    assert (len(stored().answers), len(stored().assessments)) == (1, 1)


@pytest.mark.parametrize(
    "wrong",
    [
        {"demand": "maybe"},
        {"competent_authority": "<script>"},
        {"risk_areas": ["quantum", "_none"]},
        {"risk_areas": ["quantum", "nonsense"]},
    ],
)
def test_what_is_no_answer_is_refused_and_the_rest_of_the_form_stays(wrong: dict[str, Any]) -> None:
    text = post(colleague(), ANSWERS, form(**wrong, own_line="true"), status=422)
    assert "Er is niets opgeslagen." in text
    assert re.search(r'name="answer-own_line" value="true"[^>]*checked', text)
    assert stored().answers == ()


def test_a_source_of_endless_length_is_refused() -> None:
    post(colleague(), ANSWERS, {**form(demand="true"), "basis-demand": "x" * 10_000}, status=422)
    assert stored().answers == ()


def test_of_two_who_answer_at_once_the_second_is_told_and_keeps_the_words(assessor: Assessor) -> None:
    entry = AnswerEntry(fact="demand", value=True, seen=0)
    services.answer_facts("V-1", [entry], kader=assessor.kader, by=HouseHand("cli:berend"), now=HAND["now"])
    sent = {**form(demand="false", own_line="true"), "basis-demand": "Gebeld (fictief)."}
    text = post(colleague(), ANSWERS, sent, status=409)
    assert "berend beantwoordde de vraag" in text
    assert 'value="Gebeld (fictief)."' in text
    assert stored().facts == {"demand": True}
    shown = {**sent, "seen-demand": "1"}
    post(colleague(), ANSWERS, shown)
    assert stored().facts == {"demand": False, "own_line": True}


def test_a_question_that_somebody_else_answered_meanwhile_is_left_alone_when_nobody_touched_it(
    assessor: Assessor,
) -> None:
    services.answer_facts(
        "V-1",
        [AnswerEntry(fact="demand", value=True)],
        kader=assessor.kader,
        by=HouseHand("cli:berend"),
        now=HAND["now"],
    )
    post(colleague(), ANSWERS, form(own_line="true"))
    assert stored().facts == {"demand": True, "own_line": True}


@pytest.mark.parametrize("seen", ["7", "-1", "x", "99999999999999999999"])
def test_a_form_that_claims_to_have_seen_more_gains_nothing(seen: str, assessor: Assessor) -> None:
    green(assessor)
    colleague().post(ANSWERS, {"answer-demand": "true", "seen-demand": seen})
    assert stored().facts["demand"] is True
    assert len([row for row in stored().answers if row["fact"] == "demand"]) == 1


def test_what_the_screening_answers_is_not_asked_and_not_taken_from_a_form() -> None:
    a_list(request="V-1")
    work(NEAR_WANG)
    assert 'id="q-sanctions"' not in text_of(colleague())
    post(colleague(), ANSWERS, form(sanctions="clear", demand="true"))
    assert stored().facts == {"demand": True}


@pytest.mark.parametrize("place", ["antwoorden", "toetsing", "besluit"])
def test_the_acts_are_of_a_request_and_of_nothing_else(place: str) -> None:
    client = colleague()
    for name in ("NOPE", "ZH-2024-02", "G-2024-01", "V-2024-02-B1", "..%2F..%2Fetc"):
        sent = a_decision() if place == "besluit" else form(demand="true")
        assert client.post(f"/dossiers/{name}/{place}/", sent).status_code == 404, name


def test_who_comes_by_the_address_of_an_act_is_sent_to_the_dossier() -> None:
    for url, place in ((ANSWERS, "questions"), (ASSESS, "assessment"), (DECIDE, "deciding")):
        assert colleague().get(url).headers["Location"] == f"{PAGE}#{place}"


# --- assessing ------------------------------------------------------------------------------


def test_the_button_is_off_and_says_why_while_the_assessment_stands(assessor: Assessor) -> None:
    assert "nog niet eerder getoetst" in text_of(colleague())
    green(assessor)
    assert "De laatste toetsing geldt nog" in text_of(colleague())
    post(colleague(), ASSESS, {})
    assert len(stored().assessments) == 1
    answered(assessor, "V-1", demand=None)
    assert "Sinds de laatste toetsing zijn er antwoorden bijgekomen" in text_of(colleague())
    post(colleague(), ASSESS, {})
    assert len(stored().assessments) == 2


def test_the_assessment_says_what_would_change_it_and_why_each_line_applies(assessor: Assessor) -> None:
    green(assessor)
    text = text_of(colleague())
    assert "Wat het voorstel zou veranderen" in text
    assert "De toets aan sanctielijsten:</span> Bevestigde treffer" in text
    for line in ("E1", "E5", "M1", "M5"):
        assert f"<strong>{line}</strong>" in text
    assert "De toepassing van het kader op dit land: volledig (China)" in text


def test_a_case_from_a_publication_is_shown_and_not_worked_on() -> None:
    text = text_of(colleague(), "/dossiers/V-2024-02/")
    assert "Open vragen die er nog toe doen" in text
    assert "De lijst inlezen" not in text
    assert "Bewaar de antwoorden" not in text
    assert "Leg het besluit vast" not in text
    answers, before = (
        "/dossiers/V-2024-02/antwoorden/",
        len(selectors.dossier("V-2024-02", reader=HOUSE).answers),
    )
    assert colleague().post(answers, form(office_holder="false")).status_code == 409
    assert len(selectors.dossier("V-2024-02", reader=HOUSE).answers) == before


# --- deciding -------------------------------------------------------------------------------


def choices(text: str) -> dict[str, bool]:
    """Each outcome, and whether it can be chosen."""
    found = re.findall(r'<input type="radio" name="outcome" value="(\w+)"([^>]*)>', text)
    return {outcome: "disabled" not in more for outcome, more in found}


def test_before_it_is_assessed_a_request_can_only_be_withdrawn_and_the_page_says_why(
    assessor: Assessor,
) -> None:
    text = text_of(colleague())
    assert [outcome for outcome, is_free in choices(text).items() if is_free] == ["withdrawn"]
    assert "Dit verzoek is nog niet aan het kader getoetst." in text
    green(assessor)
    assert all(choices(text_of(colleague())).values())


def test_only_green_light_is_shut_while_somebody_is_not_screened(assessor: Assessor) -> None:
    answered(assessor, "V-1")
    a_list(request="V-1")
    services.assess_request("V-1", assessor=assessor, **HAND)
    text = text_of(colleague())
    shut = [outcome for outcome, is_free in choices(text).items() if not is_free]
    assert shut == ["take_up", "take_up_with_conditions"]
    assert "nog niet gescreend" in text


def shut(text: str) -> dict[str, str]:
    """Each outcome that is shut, with what is said beside it."""
    end = '</div> ?</?(?:div class="form__choice|fieldset)'
    found = re.findall(rf'value="(\w+)" id="[^"]*" disabled.*?</label>(.*?){end}', text)
    return {outcome: re.sub(r"<[^>]+>", "", said).strip() for outcome, said in found}


def without_a_second() -> None:
    HeldRole.objects.exclude(account__username="anna").delete()


def test_what_asks_a_second_person_is_shut_while_there_is_none_and_says_so(assessor: Assessor) -> None:
    answered(assessor, "V-1", risk_areas=["robotics_autonomous"], sensitive_part="core")
    services.assess_request("V-1", assessor=assessor, **HAND)
    advice_house.answered(advice_house.asked(assessor, "V-1"))
    services.assess_request("V-1", assessor=assessor, **HAND)
    client = colleague()
    assert shut(text_of(client)) == {}
    assert "In alle andere gevallen stemt een tweede persoon met het besluit in." in text_of(client)
    without_a_second()
    said = shut(text_of(client))
    assert set(said) == {"take_up", "take_up_with_conditions", "refuse"}
    assert all("geen andere beslisser of beoordelaar mag dit dossier zien" in one for one in said.values())
    sent = a_decision(outcome="refuse", ground="abuses", instrument="kader", motivation="Omdat.")
    assert "geen andere beslisser" in post(client, DECIDE, sent, status=409)


def test_each_outcome_says_everything_that_stands_in_its_own_way(assessor: Assessor) -> None:
    without_a_second()
    answered(assessor, "V-1", risk_areas=["robotics_autonomous"], sensitive_part="core")
    a_list(request="V-1")
    services.assess_request("V-1", assessor=assessor, **HAND)
    said = shut(text_of(colleague()))
    assert "nog niet gescreend" in said["take_up"]
    assert "Verplicht advies ontbreekt" in said["take_up"]
    assert "NCTV" in said["take_up"]
    assert "nog niet gescreend" not in said["refuse"]
    assert "Verplicht advies ontbreekt" in said["refuse"]
    assert set(said) == {"take_up", "take_up_with_conditions", "refuse", "refer"} - {"hold"}


def test_who_is_no_decider_is_told_once_and_can_choose_nothing(assessor: Assessor) -> None:
    green(assessor)
    with_role("clerk", AccountRole.ADVISER)
    client = Client()
    client.force_login(User.objects.get(username="clerk"))
    text = text_of(client)
    assert not any(choices(text).values())
    assert text.count("Dit kan alleen") <= 1 or text.count('id="why-not-decide"') == 1
    assert post(client, DECIDE, a_decision(outcome="withdrawn"), status=403)


@pytest.mark.parametrize("second", [True, False])
@pytest.mark.parametrize(
    "facts", [{}, {"risk_areas": ["biotechnology"]}, {"sanctions": "hit"}, {"demand": None}]
)
def test_the_page_shuts_exactly_what_the_service_refuses(
    assessor: Assessor, facts: dict[str, object], second: bool
) -> None:
    if not second:
        without_a_second()
    answered(assessor, "V-1", **facts)
    services.assess_request("V-1", assessor=assessor, **HAND)
    free = choices(text_of(colleague()))
    for outcome in DecisionOutcome:
        entry = DecisionEntry(
            reference=f"B-{outcome}",
            request="V-1",
            year=2030,
            level=Level.REQUEST,
            outcome=outcome,
            ground="abuses",
            instrument="kader",
            motivation="Fictief.",
            conditions=("Een.",),
            referred_to="Fictief",
        )
        with transaction.atomic():
            try:
                services.decide_request(entry, by="anna", now=NOW)
                is_free = True
            except Refused:
                is_free = False
            transaction.set_rollback(True)
        assert free[outcome] is is_free, outcome


def test_one_organisation_is_decided_on_beside_the_request(assessor: Assessor) -> None:
    green(assessor)
    a_list(request="V-1")
    work()
    services.assess_request("V-1", assessor=assessor, **HAND)
    client = colleague()
    text = text_of(client)
    party = re.search(r'<select name="party".*?<option value="([^"]+)"', text)
    assert party
    post(client, DECIDE, a_decision(outcome="hold", motivation="Eerst bellen."))
    assert choices(text_of(client))["refuse"]  # the organisation is not decided on yet
    sent = a_decision(seen="1", level="organisation", outcome="hold", motivation="Nog onbekend.")
    assert "Kies de organisatie" in post(client, DECIDE, sent, status=409)
    post(client, DECIDE, {**sent, "party": "P-of-another-case"}, status=422)
    post(client, DECIDE, {**sent, "party": party[1]})
    assert [row["level"] for row in stored().decisions] == ["request", "organisation"]


def test_a_decision_is_taken_and_stands_in_the_story(assessor: Assessor) -> None:
    green(assessor)
    client = colleague()
    post(client, DECIDE, a_decision())
    (decision,) = stored().decisions
    assert (decision["outcome"], decision["decided_by"], decision["reference"]) == (
        "take_up",
        "anna",
        "V-1-BSL1",
    )
    text = text_of(client)
    assert "Het volgt het voorstel." in text
    assert "Opnieuw besluiten" in text


def test_a_double_click_on_decide_takes_one_decision(assessor: Assessor) -> None:
    green(assessor)
    client = colleague()
    for _click in range(2):
        post(client, DECIDE, a_decision())
    assert len(stored().decisions) == 1


def test_of_two_who_decide_at_once_the_second_is_told_and_keeps_the_words(assessor: Assessor) -> None:
    green(assessor)
    post(colleague("berend"), DECIDE, a_decision())
    sent = a_decision(outcome="hold", motivation="Eerst bellen (fictief).")
    text = post(colleague(), DECIDE, sent, status=409)
    assert "berend nam intussen een besluit" in text
    assert "Eerst bellen (fictief)." in text
    assert len(stored().decisions) == 1


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"outcome": "hold"}, "wijkt af van het voorstel (uitvoeren)"),
        ({"outcome": "refuse", "motivation": "Omdat."}, "vraagt een grond"),
    ],
)
def test_what_a_decision_lacks_is_said_beside_its_field(
    assessor: Assessor, sent: dict[str, str], said: str
) -> None:
    green(assessor)
    text = post(colleague(), DECIDE, a_decision(**sent), status=409)
    assert said in text
    assert "form__wrong" in text
    assert stored().decisions == ()


@pytest.mark.parametrize(
    "sent",
    [
        {"outcome": "burn"},
        {"outcome": ""},
        {"level": "planet"},
        {"ground": "because"},
        {"motivation": "x" * 10_001},
        {"seen": "-1"},
        {"seen": "x"},
    ],
)
def test_a_form_that_was_tampered_with_decides_nothing(assessor: Assessor, sent: dict[str, str]) -> None:
    green(assessor)
    post(colleague(), DECIDE, a_decision(**sent), status=422)
    assert stored().decisions == ()


def test_a_decision_gets_the_next_number_whatever_the_form_claims(assessor: Assessor) -> None:
    green(assessor)
    post(colleague(), DECIDE, a_decision(seen="9000"))
    assert stored().decisions[0]["reference"] == "V-1-BSL1"


def test_a_second_decision_follows_on_a_new_assessment(assessor: Assessor) -> None:
    green(assessor)
    client = colleague()
    post(client, DECIDE, a_decision())
    post(client, ANSWERS, {"answer-demand": "false", "seen-demand": "1", "then": "assess"})
    post(client, DECIDE, a_decision(seen="1", outcome="refuse", ground="no_demand", instrument="kader"))
    assert [row["outcome"] for row in stored().decisions] == ["take_up", "refuse"]


def test_what_is_typed_never_becomes_markup(assessor: Assessor) -> None:
    green(assessor)
    reason = "<script>alert(1)</script>"
    post(colleague(), DECIDE, a_decision(outcome="hold", motivation=reason))
    text = text_of(colleague())
    assert "&lt;script&gt;alert(1)" in text
    assert reason not in text


# --- advice -----------------------------------------------------------------------------------------


def test_the_page_knows_of_advice_what_the_service_knows(assessor: Assessor) -> None:
    """The page reads everything in one question, the service table by table; they must not differ."""
    answered(assessor, "V-1", risk_areas=["robotics_autonomous"], sensitive_part="core")
    services.assess_request("V-1", assessor=assessor, **HAND)
    shut = [outcome for outcome, is_free in choices(text_of(colleague())).items() if not is_free]
    assert "take_up" in shut
    advice = advice_house.asked(assessor, "V-1")
    for act in (lambda: None, lambda: advice_house.answered(advice)):
        act()
        request, today = Request.objects.get(reference="V-1"), NOW.date()
        case = selectors.case_of(stored(), assessor, today)
        assert case is not None
        assert case.advised == advised_of(request, case.weighed, today)
    answered(assessor, "V-1", risk_areas=["quantum"])
    case = selectors.case_of(stored(), assessor, NOW.date())
    assert case is not None
    assert [one.is_stale for one in case.advised.asked] == [True]
