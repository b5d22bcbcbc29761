"""The pages on which a publication is chosen, published and revoked."""

import re
from dataclasses import replace
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from openkader.casework.permissions import HOUSE
from openkader.casework.publishing import Subject
from openkader.casework.vocabulary import AccountRole
from openkader.kader import Assessor
from openkader.register import models, public_site, services
from openkader.register.entries import ActivityEntry
from openkader.register.publishing.drafted import publication_file
from openkader.register.shelf import shelf
from tests.integration import evaluation_house
from tests.integration.agreement_house import ALONE, HAND
from tests.integration.publication_house import (
    DRAFT,
    PERSON,
    an_agreement,
    begun,
    drafted,
    public,
    revoked,
    started,
)
from tests.integration.register_house import TITLE, a_request
from tests.integration.test_cleaning import SECRET, a_word_document, everything_in
from tests.unit.documents import word
from tests.web_pages import MOST_QUERIES, colleague, queries_of, text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]
NEW = f"/publicaties/van/agreement/{ALONE}/"


@pytest.fixture
def anna() -> Client:
    return colleague("anna", AccountRole.ADVISER)


@pytest.fixture
def dirk() -> Client:
    return colleague("dirk", AccountRole.DECIDER)


def at(reference: str) -> str:
    return f"/publicaties/{reference}/"


def filled(reference: str, **choices: str) -> dict[str, Any]:
    """The form as somebody fills it in, with a choice for these keys."""
    found = publication_file(reference, HOUSE)
    keys = [item.key for item in found.offer.items if item.value is not None]
    typed = {f"item-{number}": choices.get(key.replace(":", "_"), "") for number, key in enumerate(keys)}
    return typed | {
        "act": "save",
        "seen": found.stand.draft,
        "title": "Samenwerking met Hebei",
        "summary": "Wat is afgesproken.",
        "category": "011",
        "is_cleared": "on",
    }


def to_publish(client: Client, reference: str) -> dict[str, str]:
    body = client.get(at(reference)).content.decode()
    shown = re.search(r'name="shown" value="(\w+)"', body)
    number = re.search(r'name="draft" value="(\d+)"', body)
    assert shown is not None
    assert number is not None
    return {"act": "publish", "shown": shown[1], "draft": number[1]}


def test_from_an_agreement_to_what_everybody_reads(assessor: Assessor, anna: Client, dirk: Client) -> None:
    an_agreement(assessor)
    assert NEW in text(anna.get(f"/afspraken/{ALONE}/"))
    answer = anna.post(NEW, {"act": "start"}, follow=True)
    reference = models.Publication.objects.get().reference
    assert "Er is nog niets openbaar" in text(answer)
    saved = anna.post(
        at(reference),
        filled(reference, title="publish", party_P_1="", country="publish", until="5.1.2.a"),
        follow=True,
    )
    assert "Het concept is bewaard" in text(saved)
    assert "Wie koos wat openbaar wordt" not in text(dirk.get(at(reference)))
    answer = dirk.post(at(reference), to_publish(dirk, reference), follow=True)
    assert "Het is nu openbaar" in text(answer)
    page = text(Client().get(f"/openbaar/{reference}/"))
    assert "Samenwerking met Hebei" in page
    assert "China" in page
    assert "Woo, artikel 5.1, tweede lid, onder a" in page
    assert "Provincie Fictief" not in page
    assert PERSON not in page


def test_begun_before_it_is_that_one(assessor: Assessor, anna: Client) -> None:
    reference = begun(assessor)
    assert anna.get(NEW).headers["Location"] == at(reference)


def test_nothing_is_chosen_beforehand(assessor: Assessor, anna: Client) -> None:
    body = text(anna.get(at(begun(assessor))))
    assert 'value="publish" selected' not in body


def test_a_person_stands_nowhere_in_the_form(assessor: Assessor, anna: Client) -> None:
    body = text(anna.get(at(begun(assessor))))
    assert "Provincie Fictief" in body
    assert PERSON not in body


def test_what_was_chosen_stands_in_the_form_again(assessor: Assessor, anna: Client) -> None:
    body = text(anna.get(at(drafted(assessor))))
    assert body.count('value="publish" selected') == 3
    assert body.count('value="5.1.2.a" selected') == 1


def test_the_button_says_why_not(assessor: Assessor, anna: Client, dirk: Client) -> None:
    reference = drafted(assessor, replace(DRAFT, is_cleared=None))
    assert "Openbaar maken doet alleen een beslisser" in text(anna.get(at(reference)))
    assert "Hiervan weet niemand of het vertrouwelijk is" in text(dirk.get(at(reference)))


def test_what_changed_since_is_shown_again(assessor: Assessor, dirk: Client) -> None:
    reference = drafted(assessor)
    typed = to_publish(dirk, reference) | {"shown": "0" * 64}
    assert "Er is intussen iets veranderd" in text(dirk.post(at(reference), typed), 409)
    assert public_site.public_count() == 0


def test_a_form_that_is_not_whole_keeps_what_was_typed(assessor: Assessor, anna: Client) -> None:
    reference = begun(assessor)
    body = text(anna.post(at(reference), filled(reference, title="publish") | {"summary": ""}), 422)
    assert "Samenwerking met Hebei" in body
    assert 'value="publish" selected' in body


def test_a_revocation_asks_a_reason_and_takes_it_away(assessor: Assessor, anna: Client) -> None:
    reference = public(assessor)
    assert text(anna.post(at(reference), {"act": "revoke", "reason": ""}), 422)
    answer = anna.post(at(reference), {"act": "revoke", "reason": "Verkeerde naam."}, follow=True)
    assert "ingetrokken" in text(answer)
    assert "Verkeerde naam." in text(answer)
    gone = Client().get(f"/openbaar/{reference}/")
    assert "Verkeerde naam." not in text(gone, 410)


def test_the_list_shows_what_waits_first(assessor: Assessor, anna: Client) -> None:
    assert "Er is nog niets gepubliceerd" in text(anna.get("/publicaties/"))
    drafted(assessor)
    evaluation_house.adopted()
    body = text(anna.get("/publicaties/"))
    assert "Samenwerking met Hebei over tuinbouw" in body
    assert "een beslisser" in body


def test_every_state_is_said(assessor: Assessor, anna: Client) -> None:
    reference = public(assessor)
    assert "Dit is openbaar" in text(anna.get(at(reference)))
    revoked(reference)
    assert "Niets ervan is openbaar" in text(anna.get(at(reference)))


def test_an_adopted_evaluation_leads_to_its_publication(anna: Client) -> None:
    evaluation_house.adopted()
    evaluator = colleague("eva", AccountRole.EVALUATOR)
    year = models.Evaluation.objects.get().year
    answer = evaluator.post(f"/publicaties/van/evaluation/EV-{year}/", {"act": "start"}, follow=True)
    assert "Onderzoeksrapporten" in text(answer)


@pytest.mark.parametrize(
    "path", ["/publicaties/van/party/P-1/", "/publicaties/van/agreement/X/", "/publicaties/W/"]
)
def test_what_is_not_there_is_not_found(anna: Client, path: str) -> None:
    assert anna.get(path).status_code == 404


@pytest.mark.parametrize("path", ["/publicaties/", "/publicaties/W/", NEW])
def test_only_colleagues_come_here(path: str) -> None:
    assert Client().get(path).status_code == 302


def test_the_pages_ask_little(assessor: Assessor, anna: Client) -> None:
    reference = public(assessor)
    services.record_activity(ActivityEntry(reference="X-7", year=2030, title=TITLE), **HAND)
    models.Activity.objects.filter(reference="X-7").update(
        request=models.Request.objects.get(reference=a_request())
    )
    activity = started("X-7", Subject.ACTIVITY)
    for path in ("/publicaties/", at(reference), at(activity)):
        assert queries_of(path, anna) <= MOST_QUERIES, path


def test_a_subject_is_one_of_three() -> None:
    assert {str(one) for one in Subject} == {"agreement", "activity", "evaluation"}


def test_a_document_is_added_read_as_it_would_leave_and_chosen(
    assessor: Assessor, anna: Client, dirk: Client
) -> None:
    reference = begun(assessor)
    file = SimpleUploadedFile("Afspraak.docx", a_word_document())
    answer = anna.post(at(reference), {"act": "add", "documents": file}, follow=True)
    assert "Het stuk is toegevoegd" in text(answer)
    handed = dirk.get(f"{at(reference)}stuk/1/")
    assert SECRET.encode() not in everything_in(handed.content)
    assert dirk.get(f"{at(reference)}stuk/2/").status_code == 404
    anna.post(at(reference), filled(reference, file_1="publish"))
    dirk.post(at(reference), to_publish(dirk, reference))
    assert Client().get(f"/openbaar/{reference}/stuk/1/").content == handed.content
    kept = models.PublicationFile.objects.get()
    assert SECRET.encode() in everything_in(shelf().take(kept.digest, kept.name))


def test_a_document_with_tracked_changes_is_refused_with_the_reason(assessor: Assessor, anna: Client) -> None:
    reference = begun(assessor)
    body = '<w:document xmlns:w="w"><w:ins w:author="Jan"/></w:document>'
    file = SimpleUploadedFile("Afspraak.docx", word({"word/document.xml": body}))
    assert "bijgehouden wijzigingen" in text(anna.post(at(reference), {"act": "add", "documents": file}), 422)
    assert anna.post(at(reference), {"act": "add"}).status_code == 422
    assert models.PublicationFile.objects.count() == 0
