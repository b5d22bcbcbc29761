"""Advice in the browser: a desk answers by a link without an account, colleagues see who is waited for."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from openkader.casework.vocabulary import AccountRole
from openkader.kader import Assessor
from openkader.register import models, selectors, services
from openkader.register.entries import AnswerEntry
from openkader.register.intake_entries import LinkEntry
from tests.integration import register_house
from tests.integration.advice_house import a_question
from tests.integration.register_house import a_decision, assessed, with_role

pytestmark = pytest.mark.django_db
COORDINATION = "/dossiers/V-1/afstemming/"


@pytest.fixture
def case(assessor: Assessor, year_2024: None) -> str:
    """A case that touches the risk list, in the register of a working house."""
    return assessed(assessor, risk_areas=["robotics_autonomous"], sensitive_part="core")


def signed_in(name: str = "adviser", role: AccountRole = AccountRole.ADVISER) -> Client:
    with_role(name, role)
    client = Client()
    client.force_login(models.HeldRole.objects.filter(account__username=name)[0].account)
    return client


def post(client: Client, path: str = COORDINATION, **said: str) -> Any:
    return client.post(path, said)


def ask(client: Client, **changes: str) -> str:
    """Ask the national desk; the link that is shown once."""
    day = (timezone.localdate() + timedelta(days=5)).isoformat()
    said = {"act": "ask", "desk": "nctv", "question": "Mag dit?", "recipient": "Loket Fictief", "due_on": day}
    answer = client.post(COORDINATION, {**said, **changes}, follow=True)
    assert answer.status_code == 200, answer.content.decode()[:3000]
    found = re.search(r"/advies/[\w-]+/", answer.content.decode())
    assert found
    return found.group()


ANSWER = {
    "seen": "0",
    "verdict": "conditions",
    "conditions": "Geen demonstratie.\n\nGeen broncode.",
    "explanation": "",
    "given_by": "A. Fictief",
}


def test_a_colleague_sees_whose_advice_is_needed_and_why(case: str) -> None:
    text = signed_in().get(COORDINATION).content.decode()
    assert "NCTV" in text
    assert "Het verzoek raakt de risicolijst." in text
    assert "Het besluit wacht op dit advies." in text
    assert "Is het risico van dit verzoek voor de nationale veiligheid beheersbaar" in text


def test_without_an_account_the_page_of_colleagues_asks_to_sign_in(case: str) -> None:
    answer = Client().get(COORDINATION)
    assert answer.status_code == 302
    assert "next=" in answer["Location"]


def test_a_desk_answers_by_its_link_without_an_account(case: str) -> None:
    link = ask(signed_in())
    desk = Client()
    text = desk.get(link).content.decode()
    assert "Mag dit?" in text
    assert "robotica" in text.lower()
    # Only what the kader shows this desk: not whether somebody stands on a sanctions list.
    assert "sanctie" not in text.lower()
    assert desk.post(link, ANSWER).status_code == 302
    advice = models.Advice.objects.get()
    assert (advice.verdict, advice.conditions) == ("conditions", ["Geen demonstratie.", "Geen broncode."])
    assert advice.by == "link:V-1-ADV1"
    assert "Dank u wel" in desk.get(link).content.decode()


def test_following_the_link_changes_nothing(case: str) -> None:
    link = ask(signed_in())
    before = selectors.event_count()
    for _ in range(3):
        assert Client().get(link).status_code == 200
        assert Client().head(link).status_code == 200
    assert selectors.event_count() == before
    assert not models.Advice.objects.exists()


def test_the_page_of_a_link_is_kept_by_nobody(case: str) -> None:
    answer = Client().get(ask(signed_in()))
    assert answer["Referrer-Policy"] == "same-origin"
    assert "noindex" in answer["X-Robots-Tag"]
    assert "no-store" in answer["Cache-Control"]


def test_a_second_click_answers_once_and_a_correction_reads_the_first(case: str) -> None:
    link, desk = ask(signed_in()), Client()
    for _ in range(2):
        assert desk.post(link, ANSWER).status_code == 302
    assert models.Advice.objects.count() == 1
    other = {**ANSWER, "verdict": "objection", "explanation": "Toch bezwaar."}
    answer = desk.post(link, other)
    assert answer.status_code == 409
    assert "Toch bezwaar." in answer.content.decode()
    assert desk.post(link, {**other, "seen": "1"}).status_code == 302
    assert models.Advice.objects.count() == 2


@pytest.mark.parametrize(
    "changes",
    [
        {"verdict": "perhaps"},
        {"verdict": "objection"},
        {"verdict": "conditions", "conditions": " \n "},
        {"given_by": ""},
        {"explanation": "x" * 10_001},
        {"seen": "-1"},
        {"seen": "many"},
    ],
)
def test_an_answer_that_is_not_whole_is_not_kept_and_nothing_typed_is_lost(case: str, changes: dict) -> None:
    answer = Client().post(ask(signed_in()), {**ANSWER, "given_by": "B. Verzonnen", **changes})
    assert answer.status_code in (409, 422)
    assert not models.Advice.objects.exists()
    if "given_by" not in changes:
        assert "B. Verzonnen" in answer.content.decode()


@pytest.mark.parametrize("end", ["", "A" * 32, "a" * 500, "V-1-ADV1"])
def test_a_link_that_was_never_given_and_one_that_ended_look_the_same(
    case: str, assessor: Assessor, end: str
) -> None:
    ask(signed_in())
    if not end:
        services.ask_advice(an_ended_question(), assessor=assessor, by="adviser", now=LONG_AGO)
    token = end or "x" * 32
    answer = Client().get(f"/advies/{token}/")
    assert answer.status_code == 404
    assert "Deze link werkt niet meer" in answer.content.decode()
    assert Client().post(f"/advies/{token}/", ANSWER).status_code == 404


LONG_AGO = datetime(2020, 1, 6, 12, 0, tzinfo=UTC)


def an_ended_question() -> Any:
    link = LinkEntry(digest=selectors.link_digest("x" * 32), ends=LONG_AGO + timedelta(days=20))
    return a_question("V-1", desk="embassy", due_on=LONG_AGO.date(), link=link)


def test_too_many_answers_by_one_link_have_to_wait(case: str) -> None:
    link, desk = ask(signed_in()), Client()
    codes = [desk.post(link, {**ANSWER, "verdict": "perhaps"}).status_code for _ in range(10)]
    assert codes[0] == 422
    assert codes[-1] == 429


def test_a_mail_to_the_desk_has_the_link_and_not_the_question(case: str, settings: Any) -> None:
    settings.OPENKADER_MAIL_FROM = "provincie@example.nl"
    link = ask(signed_in(), email="loket@voorbeeld.example", question="Wie is deze persoon?")
    mail = models.OutgoingMail.objects.get()
    assert mail.to == "loket@voorbeeld.example"
    assert link in mail.text
    assert "Wie is deze persoon" not in mail.text


def test_without_a_mail_server_no_mail_is_promised(case: str) -> None:
    ask(signed_in(), email="loket@voorbeeld.example")
    assert not models.OutgoingMail.objects.exists()
    assert models.AdviceRequest.objects.get().email == "loket@voorbeeld.example"


def test_whoever_may_not_ask_is_told_on_the_button_and_refused(case: str) -> None:
    client = signed_in("evaluator", AccountRole.EVALUATOR)
    text = client.get(COORDINATION).content.decode()
    assert 'aria-describedby="why-not-ask"' in text
    day = (timezone.localdate() + timedelta(days=5)).isoformat()
    said = {"act": "ask", "desk": "nctv", "question": "x", "recipient": "x", "due_on": day}
    assert client.post(COORDINATION, said).status_code == 403
    assert not models.AdviceRequest.objects.exists()


def test_the_question_of_another_case_cannot_be_touched(case: str, assessor: Assessor) -> None:
    ask(signed_in())
    assessed(assessor, "V-2")
    client = signed_in()
    for act in ("remind", "take_back"):
        answer = client.post("/dossiers/V-2/afstemming/", {"act": act, "advice": "V-1-ADV1", "reason": "x"})
        assert answer.status_code == 404
    assert client.post(COORDINATION, {"act": "drop_table"}).status_code == 404
    assert client.get("/dossiers/V-9/afstemming/").status_code == 404
    assert not models.AdviceWithdrawal.objects.exists()


def test_a_second_person_agrees_to_a_decision_in_the_browser(case: str, assessor: Assessor) -> None:
    desk_link = ask(signed_in())
    Client().post(desk_link, {**ANSWER, "verdict": "no_objection", "conditions": ""})
    services.assess_request(case, assessor=assessor, **register_house.HAND)
    with_role("second")
    entry = a_decision(case, motivation="Beheersbaar.")
    services.decide_request(entry, by=with_role("decider"), now=register_house.NOW)
    mine = signed_in("decider", AccountRole.DECIDER)
    assert mine.post(COORDINATION, {"act": "agree", "decision": "B-V-1"}).status_code == 409
    second = signed_in("second", AccountRole.REVIEWER)
    assert "Beheersbaar." in second.get(COORDINATION).content.decode()
    for _ in range(2):
        assert second.post(COORDINATION, {"act": "agree", "decision": "B-V-1"}).status_code == 302
    assert models.Decision.objects.get(reference="B-V-1").seconded_by == "second"


def test_stale_advice_is_shown_as_stale(case: str, assessor: Assessor) -> None:
    client = signed_in()
    Client().post(ask(client), {**ANSWER, "verdict": "no_objection", "conditions": ""})
    services.answer_facts(
        case,
        [AnswerEntry(fact="sensitive_part", value="separable")],
        kader=assessor.kader,
        **register_house.HAND,
    )
    assert "beantwoord op feiten die sindsdien veranderd zijn" in client.get(COORDINATION).content.decode()
