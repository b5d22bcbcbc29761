"""A program reads of interviews what a text may use, by consent as it is now, and never more. All is made up."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from openkader.api import interviews
from openkader.casework.interviews import Consent, Speaker
from openkader.casework.period import Period
from openkader.casework.permissions import HOUSE, Act
from openkader.casework.tokens import TokenScope, acts_of
from openkader.casework.vocabulary import AccountRole, Confidentiality, PartyKind, Role
from openkader.register import models, selectors, services
from openkader.register.entries import ParticipantEntry
from tests.integration.network_house import NOW, party
from tests.integration.outlook_house import HAND, consented, interviewed, quoted, withdrawn
from tests.integration.program_house import a_program, told, with_token
from tests.integration.register_house import a_request, everything
from tests.integration.test_api_activities_written import done, refusal, send

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]
WITH, WITHOUT, NOT, GONE = Consent
READ, EVALUATOR = TokenScope.READ, AccountRole.EVALUATOR
LIST = "/api/v1/evaluaties/2024/interviews"
ONE = "INT-2024-1"
SAID = "De vraag blijft groeien."
# Who it was, who of us asked, and how consent was given.
KEPT = ("B. Verzonnen", "Anna Bedacht", "per mail", "per brief", "per telefoon")


@pytest.fixture(autouse=True)
def _moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("openkader.api.doors.timezone.now", lambda: NOW)


def spoken(consent: Consent | None = WITH, **changes: Any) -> str:
    return interviewed(year=2024, **{"period": Period.month(2024, 4), "consent": consent} | changes)


def a_quote(consent: Consent | None = WITHOUT, words: str = SAID, interview: str = ONE) -> str:
    return quoted(interview, consent=consent, words=words)


def answers(client: Client) -> list[Any]:
    """The list, and one of it."""
    return [client.get(LIST), client.get(f"{LIST}/{ONE}")]


def holds(client: Client, words: str) -> bool:
    return any(words in response.content.decode() for response in answers(client))


def quotes(client: Client) -> list[tuple[str, str]]:
    rows = told(client.get(LIST))["interviews"]
    return [(one["woorden"], one["gezegdDoor"]["nl"]) for row in rows for one in row["citaten"]]


def test_a_program_reads_what_a_text_may_use() -> None:
    party()
    spoken(speaker=Speaker(party="NP-1"))
    a_quote(WITH)
    client = a_program(READ)
    found = told(client.get(LIST))
    (row,) = found["interviews"]
    assert row == {
        "nummer": ONE,
        "periode": {"van": "2024-04-01", "tot": "2024-04-30", "nauwkeurigheid": "maand"},
        "toestemming": "met_naam",
        "teltMee": True,
        "soortRelatie": "maatschappelijke_organisatie",
        "themas": ["growth", "upkeep"],
        "citaten": [
            {
                "nummer": "INT-2024-1-C1",
                "thema": "growth",
                "woorden": SAID,
                "gezegdDoor": {"nl": "Stichting Bedacht", "en": "Stichting Bedacht"},
            }
        ],
    }
    assert told(client.get(f"{LIST}/{ONE}")) == row
    counted = {one["thema"]: one["aantalInterviews"] for one in found["themas"]}
    assert {code: number for code, number in counted.items() if number} == {"growth": 1, "upkeep": 1}
    assert found["themas"][0]["omschrijving"]["nl"]
    assert not any(holds(client, one) for one in KEPT)


@pytest.mark.parametrize("consent", [None, NOT, GONE], ids=str)
@pytest.mark.parametrize("role", [EVALUATOR, AccountRole.ADVISER, AccountRole.AUDITOR])
def test_without_consent_no_token_reads_a_word_or_a_name_whoever_it_works_for(
    consent: Consent | None, role: AccountRole
) -> None:
    spoken(None if consent is None else WITH)
    a_quote(None if consent is None else WITH)
    if consent is NOT:
        consented(NOT, seen=2, interview=ONE)
    if consent is GONE:
        withdrawn(interview=ONE)
    client = a_program(*TokenScope, role=role)
    (row,) = told(client.get(LIST))["interviews"]
    assert not any(holds(client, one) for one in (SAID, "een bedachte kweker", *KEPT))
    words = {None: None, NOT: "niet_citeren", GONE: "ingetrokken"}[consent]
    assert (row["toestemming"], row["teltMee"], row["citaten"]) == (words, consent is NOT, [])
    assert row["themas"] == (["growth", "upkeep"] if consent is NOT else [])


def test_who_gave_consent_without_the_name_is_not_named() -> None:
    spoken(WITHOUT)
    a_quote(WITHOUT)
    client = a_program(*TokenScope, role=EVALUATOR)
    assert quotes(client) == [(SAID, "een bedachte kweker")]
    assert not any(holds(client, one) for one in KEPT)


def test_a_name_that_is_withheld_is_nowhere_and_nobody_is_called_by_it() -> None:
    spoken(WITHOUT, speaker=Speaker(is_withheld=True), called="")
    a_quote(WITHOUT)
    client = a_program(*TokenScope, role=EVALUATOR)
    assert quotes(client) == [(SAID, "een geïnterviewde")]
    assert told(client.get(LIST))["interviews"][0]["soortRelatie"] is None


def test_a_quote_with_the_name_does_not_tell_whose_the_one_beside_it_is() -> None:
    spoken(WITH)
    a_quote(WITH, "Met naam.")
    client = a_program(READ, role=EVALUATOR)
    assert quotes(client) == [("Met naam.", "B. Verzonnen")]
    a_quote(WITHOUT, "Zonder naam.")
    assert quotes(client) == [("Met naam.", "een bedachte kweker"), ("Zonder naam.", "een bedachte kweker")]
    assert not holds(client, "B. Verzonnen")
    withdrawn(quote="INT-2024-1-C2", interview=ONE)
    assert quotes(client) == [("Met naam.", "B. Verzonnen")]
    assert not holds(client, "Zonder naam.")


def test_who_withdraws_is_gone_from_the_next_answer() -> None:
    spoken(WITH)
    a_quote(WITH)
    client = a_program(READ)
    before = client.get(LIST)
    assert SAID in before.content.decode()
    withdrawn(interview=ONE)
    after = client.get(LIST, headers={"if-none-match": before["ETag"]})
    assert after.status_code == 200
    assert not any(holds(client, one) for one in (SAID, "een bedachte kweker", *KEPT))
    assert all(one["aantalInterviews"] == 0 for one in told(after)["themas"])


def test_the_themes_are_those_that_a_text_counts() -> None:
    spoken(NOT)
    spoken(None, speaker=Speaker(name="C. Verzonnen"))
    spoken(WITHOUT, speaker=Speaker(name="D. Verzonnen"), themes=("upkeep",))
    rows = told(a_program(READ).get(LIST))["themas"]
    counted = {one["thema"]: one["aantalInterviews"] for one in rows if one["aantalInterviews"]}
    assert counted == dict(selectors.interview_themes(2024, reader=HOUSE)) == {"upkeep": 2, "growth": 1}
    assert [one["aantalInterviews"] for one in rows[:3]] == [2, 1, 0]


def test_a_party_that_may_not_be_seen_has_no_kind_and_no_name_and_who_sees_it_stands_in_the_trail() -> None:
    a_request("V-1", confidentiality=Confidentiality.CONFIDENTIAL)
    models.Request.objects.filter(reference="V-1").update(team="china")
    place = ParticipantEntry(request="V-1", role=Role.COUNTERPART, kind=PartyKind.COMPANY, name="Kas Geheim")
    spoken(WITH, speaker=Speaker(party=services.add_participant(place, **HAND)))
    a_quote(WITH)
    other = a_program(READ, name="elders", team="elders")
    assert quotes(other) == [(SAID, "een bedachte kweker")]
    assert not holds(other, "Kas Geheim")
    assert told(other.get(LIST))["interviews"][0]["soortRelatie"] is None
    assert not any(one.action == "dossier.read" for one in selectors.events(limit=200))
    mine = a_program(READ)
    for response in answers(mine):
        assert "Kas Geheim" in response.content.decode()
    assert done() == ["dossier.read"] * 2


def test_who_may_not_read_the_page_reads_nothing() -> None:
    spoken(WITH)
    a_quote(WITH)
    reading = [one for one in TokenScope if Act.READ_CASES in acts_of([one])]
    narrow = a_program(*(one for one in TokenScope if one not in reading), name="loket")
    manager = a_program(*TokenScope, role=AccountRole.ADMINISTRATOR, name="beheer")
    for client, code in ((narrow, "token.out-of-scope"), (manager, "role.read-cases")):
        for response in answers(client):
            assert refusal(response) == (403, code)
            assert not any(one in response.content.decode() for one in (SAID, *KEPT))
    assert refusal(Client().get(LIST)) == (401, "token.unknown")
    for scope in reading:
        assert with_token(scope, account="loket", name=str(scope)).get(LIST).status_code == 200


def test_an_interview_of_another_year_or_of_none_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    spoken(WITH)
    interviewed()
    client = a_program(READ)
    for number in ("INT-2030-1", "INT-2024-9", "x" * 3000):
        assert refusal(client.get(f"{LIST}/{number}")) == (404, "interview.not-found")
    assert refusal(client.get(LIST.replace("2024", "1999"))) == (404, "year.not-found")
    assert client.get(f"{LIST}?naam=B").status_code == 400
    monkeypatch.setattr(interviews, "interviews_here", lambda: None)
    assert refusal(client.get(LIST)) == (404, "interview.not-found")


def test_a_person_notes_interviews_and_consent_and_a_program_that_tries_hears_why() -> None:
    spoken(WITH)
    client = a_program(*TokenScope, role=EVALUATOR)
    before = everything()
    for path in (LIST, f"{LIST}/{ONE}"):
        response = send(client, "POST", path, {"toestemming": "met_naam"})
        assert refusal(response) == (403, "interface.person-interviews")
        response = client.put(path, b"{}", content_type="application/json")
        assert (response.status_code, response["Allow"]) == (405, "GET")
    assert everything() == before
    assert Act.EVALUATE not in acts_of(list(TokenScope))


def test_the_commands_of_the_handbook_read_interviews() -> None:
    spoken(WITH)
    how = Path(__file__).parents[2] / "docs/how-to/let-a-program-read-the-account-of-a-year.md"
    part = (
        how.read_text(encoding="utf-8")
        .partition("## Read what was said in interviews")[2]
        .partition("## ")[0]
    )
    addresses = re.findall(r'"\$HERE(/[^"]*)"', part)
    assert len(addresses) == 2
    client = a_program(READ)
    assert [client.get(f"/api/v1/evaluaties/2024{one}").status_code for one in addresses] == [200, 200]
