"""The network and its initiatives in the browser: noted, used as evidence, and kept from who may not know."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from openkader.casework.initiatives import StepKind
from openkader.casework.permissions import HOUSE
from openkader.casework.vocabulary import AccountRole, Confidentiality, MeasureStatus
from openkader.register import models, selectors, services
from tests.integration.network_house import HAND, a_member, activity, begun, party, reached, spoke, step
from tests.integration.register_house import a_request, everything
from tests.web_pages import MOST_QUERIES, colleague, queries_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]
AMNESTY = "/netwerk/NW-amnesty-international/"
MEMBER = "/netwerk/NW-1/"
TALK = {
    "act": "contact",
    "moment": "23-05-2025",
    "manner": "call",
    "purpose": "exploration",
    "by_whom": "Anna",
    "whom": "B. Verzonnen",
    "withheld": "yes",
    "about": "De keten.",
    "group": "further",
}


@pytest.fixture
def adviser() -> Client:
    return colleague("anna", AccountRole.ADVISER)


@pytest.fixture
def decider() -> Client:
    return colleague("bert", AccountRole.DECIDER)


def text_of(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return words(answer)


def words(answer: Any) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def talks(year: int) -> int:
    return sum(int(str(row["number"] or 0)) for row in selectors.rows("talks", year, reader=HOUSE))


# --- the network ---------------------------------------------------------------------


def test_the_list_says_first_who_asks_for_attention_and_asks_little(adviser: Client) -> None:
    a_member()
    text = text_of(adviser, "/netwerk/")
    assert text.index("Vraagt om aandacht") < text.index("Stichting Bedacht") < text.index("Wie erin staan")
    assert "Nooit iets genoteerd" in text
    assert "Amnesty International Slapend laatst van gehoord: 23–28 mei 2024" in text
    assert queries_of("/netwerk/", adviser) <= MOST_QUERIES
    assert queries_of(AMNESTY, adviser) <= MOST_QUERIES


def test_the_kader_says_for_which_countries_the_line_is_on(adviser: Client) -> None:
    text = text_of(adviser, "/netwerk/").split("Voor welke landen")[1]
    assert "China Aan" in text
    assert "Alle andere landen Uit" in text
    assert text.count(" Uit ") == 2  # inside the EU, and elsewhere


def test_the_list_is_filtered_on_what_members_know_of(adviser: Client) -> None:
    a_member()
    from tests.integration.network_house import described

    described(countries=("MA",))
    only = text_of(adviser, "/netwerk/?kennis=law").split("Wie erin staan")[1].split("Voor welke landen")[0]
    assert "Stichting Bedacht" in only
    assert "Amnesty" not in only
    there = text_of(adviser, "/netwerk/?land=CN").split("Wie erin staan")[1].split("Voor welke landen")[0]
    assert "Amnesty" in there
    assert "Stichting Bedacht" not in there
    assert "Geen lid heeft hier verstand van" in text_of(adviser, "/netwerk/?kennis=onzin&land=XX")


def test_an_empty_network_leads_on(adviser: Client) -> None:
    models.NetworkContribution.objects.all().delete()
    models.NetworkProfile.objects.all().delete()
    models.NetworkMember.objects.all().delete()
    assert "Er staat nog niemand in het netwerk" in text_of(adviser, "/netwerk/")


def test_a_party_joins_from_its_own_page_and_only_once(adviser: Client, decider: Client) -> None:
    party()
    assert "/netwerk/nieuw/?partij=NP-1" in adviser.get("/partijen/NP-1/").content.decode()
    path = "/netwerk/nieuw/?partij=NP-1"
    assert decider.get(path).status_code == 403
    wrong = adviser.post(path, {"act": "join", "why": "", "since": "ooit"})
    assert wrong.status_code == 422
    assert "Schrijf een dag, een maand of een jaar" in words(wrong)
    said = {
        "act": "join",
        "why": "Kent de keten.",
        "since": "2019",
        "expertise": ["human_rights"],
        "countries": ["CN", "MA"],
    }
    text = words(adviser.post(path, said, follow=True))
    assert "De partij staat in het netwerk." in text
    assert "Marokko" in text
    assert adviser.post(path, said).status_code == 302
    assert models.NetworkMember.objects.filter(party__reference="NP-1").count() == 1
    assert adviser.get("/netwerk/nieuw/?partij=NIEMAND").status_code == 404
    assert adviser.get("/netwerk/nieuw/").status_code == 404


def test_a_talk_with_a_member_counts_once_and_is_no_activity(adviser: Client, decider: Client) -> None:
    a_member()
    before = talks(2025), len(selectors.rows("activities", 2025, reader=HOUSE))
    for _ in range(2):
        assert adviser.post(MEMBER, TALK).status_code == 302
    assert (talks(2025), len(selectors.rows("activities", 2025, reader=HOUSE))) == (before[0] + 1, before[1])
    assert "23 mei 2025" in text_of(adviser, MEMBER)
    assert "B. Verzonnen" in text_of(adviser, MEMBER)
    seen = text_of(decider, MEMBER)
    assert "B. Verzonnen" not in seen
    assert "op hun verzoek niet genoemd" in seen


def test_one_of_the_ten_of_2024_does_not_make_eleven(adviser: Client) -> None:
    a_member()
    ten = sum(int(str(row["number"])) for row in selectors.rows("talks", 2024, reader=HOUSE) if row["number"])
    silent = adviser.post(MEMBER, TALK | {"moment": "2024", "group": ""})
    assert silent.status_code == 409
    assert "Zeg of dit er een van is" in words(silent)
    assert "De keten." in silent.content.decode()  # nothing that was typed is lost
    assert adviser.post(MEMBER, TALK | {"moment": "05-2024", "group": "G-2024-01"}).status_code == 302
    assert (
        sum(int(str(r["number"])) for r in selectors.rows("talks", 2024, reader=HOUSE) if r["number"]) == ten
    )
    assert "geteld in G-2024-01" in text_of(adviser, MEMBER)


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"moment": "31-02-2024"}, 422),
        ({"moment": "morgen"}, 422),
        ({"moment": "2999"}, 422),
        ({"moment": "2098"}, 409),
        ({"purpose": "onzin"}, 422),
        ({"about": ""}, 422),
        ({"about": "x" * 2001}, 409),
        ({"act": "onzin"}, 404),
    ],
)
def test_bad_input_changes_nothing(adviser: Client, changes: dict[str, str], status: int) -> None:
    a_member()
    before = everything()
    assert adviser.post(MEMBER, TALK | changes).status_code == status
    assert everything() == before


def test_people_are_for_advisers_alone(adviser: Client, decider: Client) -> None:
    a_member()
    reached()
    assert "b@example.nl" in text_of(adviser, MEMBER)
    assert "Bewaard voor één doel" in text_of(adviser, MEMBER)
    seen = decider.get(MEMBER).content.decode()
    assert "b@example.nl" not in seen
    assert "Er is 1 persoon bewaard." in re.sub(r"\s+", " ", seen)
    assert decider.post(MEMBER, {"act": "remove_point", "number": "1"}).status_code == 403
    assert adviser.post(MEMBER, {"act": "remove_point", "number": "x"}).status_code == 404
    assert adviser.post(MEMBER, {"act": "keep_point", "name": "C", "email": "kapot"}).status_code == 422
    assert adviser.post(MEMBER, {"act": "keep_point", "name": "C"}).status_code == 409
    assert adviser.post(MEMBER, {"act": "remove_point", "number": "1"}).status_code == 302
    assert "b@example.nl" not in text_of(adviser, MEMBER)


def test_a_contribution_names_what_it_was_to_and_what_is_known_is_not_typed_again(adviser: Client) -> None:
    said = {"act": "contribute", "kind": "activity", "to": "ZH-2024-02", "what": "Sprak."}
    known = adviser.post(AMNESTY, said)
    assert known.status_code == 409
    assert "Het register weet deze bijdrage al" in words(known)
    nowhere = adviser.post(AMNESTY, said | {"to": "NERGENS"})
    assert nowhere.status_code == 422
    assert "Er is geen activiteit met de naam ‘NERGENS’." in words(nowhere)
    assert adviser.post(AMNESTY, said | {"kind": "evaluation", "to": "2024"}).status_code == 302
    assert "De evaluatie van een jaar · 2024" in text_of(adviser, AMNESTY)


def test_a_member_stops_comes_back_and_is_described(adviser: Client) -> None:
    a_member()
    assert adviser.post(MEMBER, {"act": "stop", "reason": "Opgeheven."}).status_code == 302
    assert adviser.post(MEMBER, TALK).status_code == 409
    assert "Een gesprek noteren" not in text_of(adviser, MEMBER)
    assert adviser.post(MEMBER, {"act": "resume", "reason": "Weer terug."}).status_code == 302
    assert (
        adviser.post(
            MEMBER, {"act": "describe", "seen": "1", "expertise": ["law"], "countries": ["JP"]}
        ).status_code
        == 302
    )
    assert "Japan" in text_of(adviser, MEMBER)
    old = adviser.post(MEMBER, {"act": "describe", "seen": "1", "expertise": ["labour"]})
    assert old.status_code == 409


def test_a_member_of_a_case_that_one_may_not_see_is_not_there(adviser: Client) -> None:
    from openkader.casework.vocabulary import Role
    from openkader.register.entries import ParticipationEntry
    from openkader.register.hand import writing
    from openkader.register.participations import enter_participations
    from tests.integration.network_house import joined

    request = a_request("V-1")
    place = ParticipationEntry(reference="V-1-P1", role=Role.REQUESTER, party=party())
    with writing(by=HAND["by"], now=HAND["now"], act=None) as hand:
        enter_participations([(models.Request.objects.get(reference=request), [place])], hand)
    joined()
    models.Request.objects.filter(reference="V-1").update(confidentiality=Confidentiality.SECRET)
    assert adviser.get(MEMBER).status_code == 404
    assert "Stichting Bedacht" not in text_of(adviser, "/netwerk/")
    assert adviser.post(MEMBER, TALK).status_code == 404


# --- evidence -------------------------------------------------------------------------


def test_a_contribution_is_the_evidence_of_the_measure_of_the_network(
    adviser: Client, decider: Client
) -> None:
    path = "/activiteiten/ZH-2024-02/netwerk/"
    text = text_of(adviser, path)
    assert "Amnesty International" in text
    record = re.search(r'name="record" value="([^"]+)"', adviser.get(path).content.decode())
    assert record is not None
    assert decider.post(path, {"act": "prove", "record": record[1]}).status_code == 403
    assert adviser.post(path, {"act": "prove", "record": "NERGENS"}).status_code == 409
    assert adviser.post(path, {"act": "prove", "record": record[1]}).status_code == 302
    measure = models.Measure.objects.get(activity__reference="ZH-2024-02", code="M1.network")
    assert measure.status == MeasureStatus.DONE
    assert measure.evidence.get().record == record[1]
    assert adviser.post(path, {"act": "prove", "record": record[1]}).status_code == 409
    assert path in adviser.get(reverse("measure", args=["ZH-2024-02", measure.reference])).content.decode()


def test_what_was_contributed_is_noted_at_the_activity(adviser: Client) -> None:
    path = "/activiteiten/ZH-2024-03/netwerk/"
    assert "Er is nog niets genoteerd" in text_of(adviser, path)
    said = {
        "act": "contribute",
        "member": "NW-amnesty-international",
        "what": "Stuurde vragen.",
        "moment": "",
    }
    assert adviser.post(path, said).status_code == 302
    text = text_of(adviser, path)
    assert "Stuurde vragen." in text
    assert "onbekend" in text
    assert adviser.post(path, said | {"member": "NW-99"}).status_code == 422
    assert queries_of(path, adviser) <= MOST_QUERIES


# --- initiatives ------------------------------------------------------------------------


def test_the_chains_of_2024_are_drawn_and_told(adviser: Client) -> None:
    text = text_of(adviser, "/initiatieven/")
    assert text.count("Geen koppeling gevonden") >= 2  # in the drawing and in the table
    assert text.count("Gevolg gezien") >= 2
    assert "23–28 mei 2024" in text
    assert "moment onbekend" in text
    assert "Masterclass Business and Human Rights China" in text
    assert queries_of("/initiatieven/", adviser) <= MOST_QUERIES
    one = text_of(adviser, "/initiatieven/I-2024-02/")
    assert "Masterclass Business and Human Rights China" in one
    assert queries_of("/initiatieven/I-2024-02/", adviser) <= MOST_QUERIES


def test_a_chain_is_begun_at_a_case_and_goes_on_step_by_step(adviser: Client) -> None:
    a_request("V-1")
    path = "/dossiers/V-1/initiatieven/"
    assert path in adviser.get("/dossiers/V-1/").content.decode()
    assert "Er is geen initiatief genoteerd" in text_of(adviser, path)
    said = {
        "act": "start",
        "title": "Kennis",
        "what": "Zoekt kennis.",
        "seeker": "een school",
        "moment": "2025",
    }
    for _ in range(2):
        assert adviser.post(path, said).status_code == 302
    assert models.Initiative.objects.filter(request__reference="V-1").count() == 1
    chain = "/initiatieven/V-1-I1/"
    early = adviser.post(chain, {"act": "step", "kind": "effect", "what": "Iets."})
    assert early.status_code == 409
    assert "Noteer eerst wie aan wie is gekoppeld" in words(early)
    match = {"act": "step", "kind": "matched", "what": "Voorgesteld.", "partner": "P-amnesty-international"}
    assert adviser.post(chain, match | {"partner": ""}).status_code == 409
    assert adviser.post(chain, match).status_code == 302
    row = models.InitiativeStep.objects.get(initiative__reference="V-1-I1", kind="matched")
    assert row.partner is not None
    assert (
        adviser.post(chain, {"act": "step", "kind": "effect", "what": "Les.", "url": "kapot"}).status_code
        == 409
    )
    effect = {
        "act": "step",
        "kind": "effect",
        "what": "Les.",
        "url": "https://example.nl/les",
        "moment": "2026",
    }
    assert adviser.post(chain, effect).status_code == 302
    assert "Gevolg gezien" in text_of(adviser, chain)
    assert adviser.post(chain, {"act": "step", "kind": "ended", "what": "Klaar."}).status_code == 302
    assert "Dit initiatief is beëindigd" in text_of(adviser, chain)
    assert adviser.post(chain, match).status_code == 409


def test_an_initiative_is_the_evidence_of_looking_for_a_match(adviser: Client) -> None:
    path = "/activiteiten/ZH-2024-02/initiatieven/"
    assert "Sluit de maatregel af met dit initiatief" in text_of(adviser, path)
    assert adviser.post(path, {"act": "prove", "record": "I-2024-02"}).status_code == 409  # of another case
    assert adviser.post(path, {"act": "prove", "record": "I-2024-01"}).status_code == 302
    measure = models.Measure.objects.get(activity__reference="ZH-2024-02", code="M5.match")
    assert (measure.status, measure.evidence.get().record) == (MeasureStatus.DONE, "I-2024-01")
    assert queries_of(path, adviser) <= MOST_QUERIES


def test_what_is_still_sought_shows_nothing(adviser: Client) -> None:
    activity()
    services.require_measures("NX-1", {"M5.match": "M5"}, **HAND)
    begun()
    path = "/activiteiten/NX-1/initiatieven/"
    refused = adviser.post(path, {"act": "prove", "record": "NX-1-I1"})
    assert refused.status_code == 409
    assert "wordt nog gezocht" in words(refused)
    step(StepKind.NOT_FOUND)
    assert adviser.post(path, {"act": "prove", "record": "NX-1-I1"}).status_code == 302


def test_a_network_of_many_asks_as_little_as_one_of_few(adviser: Client) -> None:
    for number in range(1, 31):
        member = a_member(f"NP-{number}", f"Stichting Bedacht {number}")
        spoke(member, about=f"Gesprek {number}", withheld=None, group=None)
    assert queries_of("/netwerk/", adviser) <= MOST_QUERIES


def test_who_reads_an_initiative_of_a_confidential_case_is_noted(decider: Client) -> None:
    a_request("V-1")
    activity()
    models.Activity.objects.filter(reference="NX-1").update(
        request=models.Request.objects.get(reference="V-1")
    )
    begun()
    models.Request.objects.filter(reference="V-1").update(confidentiality=Confidentiality.SECRET)
    decider.get("/initiatieven/NX-1-I1/")
    event = selectors.events(limit=1)[0]
    assert (event.action, event.dossier, event.detail["what"]) == ("dossier.read", "V-1", "initiative")


def test_what_was_noted_wrongly_is_struck_out_where_it_stands(adviser: Client, decider: Client) -> None:
    a_member()
    before = talks(2025)
    adviser.post(MEMBER, TALK)
    reference = models.Talk.objects.get(members__member__reference="NW-1").reference
    said = {"act": "strike_contact", "talk": reference, "reason": "Dubbel."}
    assert decider.post(MEMBER, said).status_code == 403
    assert adviser.post(MEMBER, said | {"reason": ""}).status_code == 422
    assert adviser.post(MEMBER, said | {"talk": "G-2024-01"}).status_code == 404
    assert adviser.post(MEMBER, said).status_code == 302
    assert adviser.post(MEMBER, said).status_code == 409
    assert "Geschrapt: Dubbel." in text_of(adviser, MEMBER)
    assert talks(2025) == before
    adviser.post(MEMBER, {"act": "contribute", "kind": "evaluation", "to": "2024", "what": "Las mee."})
    wrong = {"act": "strike_contribution", "contribution": "NW-1-B1", "reason": "Verkeerd lid."}
    assert adviser.post(MEMBER, wrong).status_code == 302
    assert "Geschrapt: Verkeerd lid." in text_of(adviser, MEMBER)
    assert queries_of(MEMBER, adviser) <= MOST_QUERIES
