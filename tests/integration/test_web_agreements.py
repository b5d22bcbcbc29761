"""The pages of agreements: what asks for attention, what is known of one, and what a colleague adds to it."""

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from openkader.casework.agreements import PartyStated, Side, Term, TermKind, Whose
from openkader.casework.period import Period
from openkader.casework.vocabulary import AccountRole, AgreementStatus, Confidentiality
from openkader.kader import Assessor
from openkader.register import models, services
from openkader.register.entries import ActivityEntry
from tests.integration.agreement_house import HAND, MEMO, OTHERS, a_party, agreed
from tests.integration.register_house import TITLE, a_request, everything
from tests.unit.documents import PDF
from tests.web_pages import MOST_QUERIES, colleague, page, queries_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]
LIST, NEW = "/afspraken/", "/afspraken/nieuw/"
KEY = "k" * 32
VALUES = ("intellectual_property", "human_rights")


@pytest.fixture
def anna() -> Client:
    return colleague("anna", AccountRole.ADVISER)


def text(response: Any, status: int = 200) -> str:
    assert response.status_code == status, response.content.decode()[:3000]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def soon(days: int) -> date:
    return timezone.localdate() + timedelta(days=days)


def ending(days: int, **changes: Any) -> Any:
    """An agreement of years ago that ends in so many days."""
    term = Term(kind=TermKind.UNTIL, until=soon(days))
    return replace(MEMO, on=Period.year(2020), term=term, **changes)


def new(**changes: str) -> dict[str, str]:
    typed = {
        "key": KEY,
        "title": "MoU met Hebei",
        "form": "mou",
        "status": "signed",
        "whose": "own",
        "country": "CN",
        "on": "12-5-2025",
        "term": "until",
        "until": "2030-05-11",
        "party_0": "Provincie Fictief (P-1)",
        "side_0": "own",
        "role_0": "signatory",
        "party_1": "Provincie Hebei",
        "side_1": "other",
        "role_1": "signatory",
        "value_human_rights": "in",
        "words_human_rights": "Partijen achten de mensenrechten.",
        "value_level_playing_field": "out",
    }
    return {**typed, **changes}


def held(reference: str = "X-1") -> str:
    entry = ActivityEntry(
        reference=reference,
        year=2025,
        title=TITLE,
        country="CN",
        itemised=True,
        period=Period.year(2025),
    )
    return services.record_activity(entry, **HAND)


def newest(reference: str) -> models.AgreementDeed:
    return models.AgreementDeed.objects.filter(agreement__reference=reference).latest("number")


def test_the_list_says_first_what_asks_for_attention(anna: Client, assessor: Assessor) -> None:
    agreed(assessor, ending(30, title=TITLE), key="1")
    agreed(assessor, ending(-3), key="2")
    agreed(assessor, ending(900), key="3")
    shown = text(anna.get(LIST))
    first, rest = shown.split("Alle andere")
    assert "Dit vraagt aandacht" in first
    assert first.index("Voorbij de laatste dag") < first.index("Loopt bijna af")
    assert "Loopt bijna af" not in re.sub(r"Hoe zij ervoor staat Alle.*?Van wie Alle", "", rest)
    assert "MoU tussen Rotterdam en Shanghai" in rest
    assert "op zijn vroegst 30 juni 2029, berekend" in rest
    assert rest.count("Looptijd onbekend") >= 4  # three MoUs of 2024 and that of Noord-Brabant


def test_the_list_is_narrowed_by_standing_country_and_whose(anna: Client, assessor: Assessor) -> None:
    agreed(assessor, ending(900, country="KR"), key="1")
    assert "Samenwerking tuinbouw" in text(anna.get(f"{LIST}?land=KR"))
    assert "Rotterdam" not in text(anna.get(f"{LIST}?land=KR"))
    others = text(anna.get(f"{LIST}?van=other_authority"))
    assert "Jiangsu" in others
    assert "Samenwerking tuinbouw" not in others
    assert "Jiangsu" not in text(anna.get(f"{LIST}?van=unknown"))
    assert "Samenwerking tuinbouw" in text(anna.get(f"{LIST}?stand=runs"))
    assert "Geen overeenkomst past bij deze keuze" in text(anna.get(f"{LIST}?stand=over"))
    assert anna.get(f"{LIST}?stand=nope&van='--&land=zzzz").status_code == 200


def test_one_is_recorded_with_its_parties_values_and_document_and_a_second_click_finds_it(
    anna: Client,
) -> None:
    a_party()
    assert KEY not in text(anna.get(NEW))
    for _ in range(2):
        file = SimpleUploadedFile("mou.pdf", PDF)
        answer = anna.post(NEW, {**new(), "documents": file})
        assert answer.status_code == 302, text(answer, answer.status_code)
        assert answer["Location"] == "/afspraken/OVK-2025-1/"
    assert models.Agreement.objects.filter(activity=None, source=None).count() == 1
    shown = text(anna.get("/afspraken/OVK-2025-1/"))
    for words in (
        "MoU met Hebei",
        "11 mei 2030",
        "12 mei 2025",
        "Provincie Fictief",
        "Provincie Hebei",
        "Partijen achten de mensenrechten.",
        "mou.pdf",
        "anna",
    ):
        assert words in shown, words
    values = shown.split("dan keek niemand na.")[1]
    assert re.search(r"Mensenrechten\s+Staat erin", values)
    assert re.search(r"Gelijk speelveld\s+Staat er niet in", values)
    assert re.search(r"Intellectueel eigendom\s+Niet bekend", values)


def test_its_document_comes_back_as_it_was_and_one_that_vanished_is_said(anna: Client, settings: Any) -> None:
    a_party()
    anna.post(NEW, {**new(), "documents": SimpleUploadedFile("mou.pdf", PDF)})
    answer = anna.get("/afspraken/OVK-2025-1/stuk/1/")
    assert answer.content == PDF
    assert 'attachment; filename="mou.pdf"' in answer["Content-Disposition"]
    assert anna.get("/afspraken/OVK-2025-1/stuk/2/").status_code == 404
    kept = newest("OVK-2025-1").sha256 or ""
    (settings.OPENKADER_DATA / "documents" / kept[:2] / kept).unlink()
    assert "Bestand is weg" in text(anna.get("/afspraken/OVK-2025-1/"))


def test_a_party_is_recognised_by_its_reference_and_never_by_its_name(anna: Client) -> None:
    a_party()
    anna.post(NEW, new(party_0="Provincie Fictief", party_1="Iemand (NOPE)"))
    bound = newest("OVK-2025-1").parties.order_by("place")
    assert [one.party for one in bound] == [None, None]
    assert [one.description_nl for one in bound] == ["Provincie Fictief", "Iemand (NOPE)"]


@pytest.mark.parametrize(
    ("status", "words", "changes"),
    [
        (422, "Schrijf een dag, een maand of een jaar", {"on": "gisteren"}),
        (422, "Dan staat zij erin", {"value_human_rights": ""}),
        (409, "staat er twee keer in", {"party_1": "Provincie Fictief (P-1)"}),
        (409, "ligt vóór het begin", {"until": "2020-01-01"}),
        (409, "Vul de laatste dag in", {"until": ""}),
        (409, "moet nog komen", {"on": "2199"}),
        (409, "niet tussen 1900 en 2200", {"starts_on": "0001-01-01", "on": ""}),
        (422, "Aantal jaren dat erin staat :", {"years": "0"}),
    ],
)
def test_what_does_not_fit_comes_back_as_it_was_typed(
    anna: Client, status: int, words: str, changes: dict[str, str]
) -> None:
    a_party()
    before = everything()
    answer = anna.post(NEW, new(**changes))
    assert words in text(answer, status)
    assert 'value="MoU met Hebei"' in answer.content.decode()
    assert 'value="Provincie Hebei"' in answer.content.decode() or "party_1" in changes
    assert everything() == before


def test_an_activity_shows_its_agreements_and_leads_to_a_new_one(anna: Client, assessor: Assessor) -> None:
    held()
    place = "/activiteiten/X-1/"
    assert "/afspraken/nieuw/?activiteit=X-1" in anna.get(place).content.decode()
    form = anna.get(f"{NEW}?activiteit=X-1").content.decode()
    assert '<option value="CN" selected>' in form
    a_party()
    assert anna.post(NEW, new(activity="X-1"))["Location"] == "/afspraken/X-1-A1/"
    assert "MoU met Hebei" in text(anna.get(place))
    assert "MoU met Hebei" in page("/dossiers/X-1/")
    assert anna.get(f"{NEW}?activiteit=NOPE").status_code == 404


def test_a_party_shows_its_agreements(anna: Client, assessor: Assessor) -> None:
    agreed(assessor)
    assert f"{LIST}?partij=P-1" in anna.get("/partijen/P-1/").content.decode()
    shown = text(anna.get(f"{LIST}?partij=P-1"))
    assert "Alleen die met Provincie Fictief." in shown
    assert "Samenwerking tuinbouw" in shown
    assert "Rotterdam" not in shown
    assert "Samenwerking tuinbouw" not in text(anna.get(f"{LIST}?partij=P-2"))
    form = anna.get(f"{NEW}?partij=P-1").content.decode()
    assert 'value="Provincie Fictief (P-1)"' in form


def changed(client: Client, place: str, **more: str) -> dict[str, str]:
    """The form of a page as it comes up, with what is typed into it."""
    from tests.integration.test_web_permissions import Forms

    forms = Forms(client.get(place).content.decode(), place).found
    fields = next(fields for _action, fields in forms if "seen" in fields and fields.get("act") != "end")
    shown = client.get(place).context["page"]["form"]
    typed = {name: shown[name].value() for name in shown.fields if name != "documents"}
    plain = {name: "" if value is None else str(value) for name, value in typed.items()}
    return {**plain, "act": fields["act"], **more}


def test_a_renewal_wants_its_evaluation_and_says_what_is_no_longer_in_it(
    anna: Client, assessor: Assessor
) -> None:
    agreed(assessor, ending(30))
    reference = "OVK-2020-1"
    place = f"/afspraken/{reference}/verlengen/"
    typed = changed(
        anna,
        place,
        on=soon(-1).strftime("%d-%m-%Y"),
        term="until",
        until=soon(1800).isoformat(),
        value_human_rights="out",
        words_human_rights="",
    )
    assert typed["party_0"] == "Provincie Fictief (P-1)"
    assert "Beschrijf wat er met de overeenkomst gedaan is" in text(anna.post(place, typed), 409)
    typed["evaluation"] = "Zeven bezoeken."
    assert anna.post(place, typed)["Location"] == f"/afspraken/{reference}/"
    assert anna.post(place, typed).status_code == 302
    shown = text(anna.get(f"/afspraken/{reference}/"))
    assert "Staat er niet meer in: mensenrechten" in shown
    assert "Zeven bezoeken." in shown
    assert newest(reference).number == 2
    assert newest(reference).parties.filter(party__reference="P-1").exists()
    stale = {**typed, "evaluation": "Iets anders."}
    assert "intussen bijgewerkt" in text(anna.post(place, stale), 409)


def test_it_ends_is_corrected_and_given_to_somebody(anna: Client, assessor: Assessor) -> None:
    agreed(assessor, ending(30))
    place = "/afspraken/OVK-2020-1/"
    end = {"act": "end", "seen": "1", "status": "not_renewed", "on": soon(0).strftime("%d-%m-%Y")}
    assert "Beschrijf wat er" in text(anna.post(place, end), 409)
    assert anna.post(place, {**end, "evaluation": "Er kwam weinig van."}).status_code == 302
    shown = text(anna.get(place))
    assert "Afgelopen" in shown
    assert "Zij is afgelopen. Klopt dat niet, corrigeer dat dan." in shown
    back = changed(anna, f"{place}corrigeren/", status="signed", on="2020")
    assert "Geef de reden" in text(anna.post(f"{place}corrigeren/", back), 409)
    assert anna.post(f"{place}corrigeren/", {**back, "reason": "Verkeerde overeenkomst."}).status_code == 302
    assert newest("OVK-2020-1").status == AgreementStatus.SIGNED
    assert anna.post(place, {"act": "give", "owner": "anna"}).status_code == 302
    assert models.Agreement.objects.get(reference="OVK-2020-1").owner == "anna"
    assert anna.post(place, {"act": "give", "owner": "niemand"}).status_code == 422
    assert anna.get(f"{place}verscheuren/").status_code == 404
    assert anna.post(place, {"act": "verscheur"}).status_code == 404


def test_an_intention_is_signed_on_its_own_page(anna: Client, assessor: Assessor) -> None:
    reference = agreed(assessor, replace(MEMO, status=AgreementStatus.INTENDED, on=None))
    shown = anna.get(f"/afspraken/{reference}/").content.decode()
    assert f"/afspraken/{reference}/ondertekenen/" in shown
    assert "/verlengen/" not in shown
    place = f"/afspraken/{reference}/ondertekenen/"
    assert anna.post(place, changed(anna, place, on="12-5-2025")).status_code == 302
    assert newest(reference).status == AgreementStatus.SIGNED


def test_what_ends_stands_in_the_work_of_whom_it_falls_to(anna: Client, assessor: Assessor) -> None:
    bea = colleague("bea", AccountRole.ADVISER)
    cas = colleague("cas", AccountRole.REVIEWER)
    agreed(assessor, ending(30))
    said = "Van 1 overeenkomst moet gezegd worden"
    assert [said in text(one.get("/werk/")) for one in (anna, bea, cas)] == [True, True, False]
    services.give_agreement("OVK-2020-1", "cas", **HAND)
    assert [said in text(one.get("/werk/")) for one in (anna, bea, cas)] == [False, False, True]
    assert said not in text(cas.get("/werk/?van=all"))
    agreed(assessor, ending(30, whose=Whose.OTHER_AUTHORITY), key="2")
    agreed(assessor, ending(900), key="3")
    assert said not in text(anna.get("/werk/"))


def test_those_of_another_authority_are_a_reference_and_ask_nothing(anna: Client) -> None:
    shown = text(anna.get("/afspraken/ZH-2024-R1/"))
    assert "Zij telt in geen cijfer van ons mee." in shown
    assert "Tijdens deze reis is de MoU tussen Rotterdam en Shanghai voor vijf jaar verlengd" in shown
    assert "Berekend: 5 jaar vanaf juli 2024" in shown
    assert "vraagt" not in shown.split("Wat het is")[0]


def test_pages_ask_little_however_many_there_are(anna: Client, assessor: Assessor) -> None:
    held()
    for number in range(30):
        parties = (*(PartyStated(side=Side.OWN, party=f"P-{one}") for one in (1, 2)), OTHERS)
        if number == 0:
            a_party("P-1")
            a_party("P-2")
        activity = "X-1" if number % 2 else None
        agreed(assessor, ending(30 + number, parties=parties), key=str(number), activity=activity)
    for place in (
        *(LIST, f"{LIST}?van=own", NEW, f"{NEW}?activiteit=X-1", "/afspraken/X-1-A1/"),
        *("/afspraken/X-1-A1/verlengen/", "/activiteiten/X-1/", f"{LIST}?partij=P-1", "/werk/"),
    ):
        assert queries_of(place, anna) <= MOST_QUERIES, place


def test_one_of_a_secret_case_is_nowhere_for_who_may_not_see_that(anna: Client, assessor: Assessor) -> None:
    held()
    case = models.Request.objects.get(reference=a_request())
    models.Activity.objects.filter(reference="X-1").update(request=case)
    agreed(assessor, ending(30, title=replace(TITLE, nl="Geheimteken")), activity="X-1")
    models.Request.objects.filter(pk=case.pk).update(confidentiality=Confidentiality.SECRET)
    places = (LIST, f"{LIST}?partij=P-1", "/werk/", "/partijen/P-1/", f"{NEW}?partij=P-1")
    assert not any("Geheimteken" in anna.get(place).content.decode() for place in places)
    for place in ("", "verlengen/", "corrigeren/", "stuk/1/"):
        assert anna.get(f"/afspraken/X-1-A1/{place}").status_code == 404
    assert anna.post("/afspraken/X-1-A1/", {"act": "give", "owner": ""}).status_code == 404
    decider = colleague("dirk", AccountRole.DECIDER)
    assert "Geheimteken" in decider.get("/afspraken/X-1-A1/").content.decode()
    read = models.AuditEvent.objects.filter(action="dossier.read", actor="dirk")
    assert read.count() == 1


def test_whoever_may_not_work_on_cases_reads_and_adds_nothing(assessor: Assessor) -> None:
    agreed(assessor)
    reader = colleague("wim", AccountRole.EVALUATOR)
    assert reader.get(LIST).status_code == 200
    before = everything()
    assert reader.post(NEW, new()).status_code == 403
    assert reader.post("/afspraken/OVK-2025-1/", {"act": "give", "owner": "wim"}).status_code == 403
    assert everything() == before
    assert Client().get(LIST).status_code == 302
