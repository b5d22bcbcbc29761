"""Sending a request as somebody without an account does it: nothing typed is lost, and it is sent once."""

import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from openkader.base.errors import NotFound
from openkader.casework.permissions import HOUSE
from openkader.casework.vocabulary import DraftKind, Kind
from openkader.register import kept_drafts, models, selectors
from openkader.web import request_drafts
from openkader.web.limits import address_of
from openkader.web.request_drafts import KEPT_DAYS
from tests.unit.documents import PDF, PROGRAM, word
from tests.web_pages import MOST_QUERIES, queries_of

pytestmark = pytest.mark.django_db
ANSWERS = {
    "kind": "incoming_delegation",
    "name": "A. Verzonnen",
    "organisation": "Kas Voorbeeld (fictief)",
    "email": "a@example.nl",
    "subject": "Bezoek uit Baoding",
    "asked": "Een ontvangst\nen een rondetafel.",
    "when": "12 mei",
    "country": "CN",
    "foreign_parties": "Landbouwbureau Baoding\n保定示例温室有限公司",
    "sector": "glastuinbouw",
    "initiative": "umbrella_organisation",
    "reason": "Kennismaken.",
}


@pytest.fixture(autouse=True)
def _data(settings: Any, tmp_path: Path) -> None:
    settings.OPENKADER_DATA = tmp_path
    cache.clear()


@pytest.fixture
def client() -> Client:
    """A browser that checks forgery tokens as a real one does, and takes no cookies along."""
    return Client(enforce_csrf_checks=True)


def begun(client: Client, kind: str = "incoming_delegation") -> str:
    response = client.post("/verzoek/", {"kind": kind})
    assert response.status_code == 302, response.content.decode()
    return response.headers["Location"]


def filled(client: Client, **changes: object) -> str:
    """The address of the page on which everything is checked."""
    url = begun(client)
    response = client.post(url, {**ANSWERS, **changes})
    assert response.status_code == 302, wrong_in(response.content.decode())
    assert response.headers["Location"] == url + "controle/"
    return url


def wrong_in(text: str) -> list[str]:
    return re.findall(r'form__wrong">.*?<span>(.*?)</span>', text, re.DOTALL)


def refused(client: Client, url: str, changes: dict[str, Any]) -> str:
    """The page that says why it does not go on; what is wrong stands there after a reload too."""
    response = client.post(url, {**ANSWERS, **changes})
    assert (response.status_code, response.headers["Location"]) == (302, url + "?controle=1")
    text = client.get(url + "?controle=1").content.decode()
    assert 'role="alert"' in text
    return text


def text_of(client: Client, url: str, status: int = 200) -> str:
    response = client.get(url)
    assert response.status_code == status
    return " ".join(response.content.decode().split())


def sent(client: Client, url: str) -> str:
    response = client.post(url + "controle/")
    assert response.status_code == 302, response.content.decode()
    return response.headers["Location"]


# --- the way of a requester -----------------------------------------------------------------------


def test_a_request_is_sent_without_account_and_without_cookies(client: Client) -> None:
    url = filled(client, documents=[SimpleUploadedFile("brief.pdf", PDF)])
    shown = text_of(client, url + "controle/")
    for word_of_it in ("Kas Voorbeeld (fictief)", "China", "koepel", "brief.pdf", "保定示例温室有限公司"):
        assert word_of_it in shown
    received = text_of(client, sent(client, url))
    reference = models.Request.objects.get().reference
    assert reference in received
    assert re.fullmatch(r"ZH-\d{4}-00001", reference)
    row = selectors.intake_of(reference, reader=HOUSE)
    assert row is not None
    assert (row.initiative, row.contact_email, row.channel) == (
        "umbrella_organisation",
        "a@example.nl",
        "form",
    )
    assert {"asked", "when", "foreign_parties"} <= {said["question"] for said in row.said}
    assert [document.name for document in selectors.documents_of(reference, reader=HOUSE)] == ["brief.pdf"]
    status = re.search(r"http://testserver(/verzoek/status/[\w-]{32}/)", received)
    assert status is not None
    assert "Wij hebben uw verzoek ontvangen" in text_of(client, status[1])


@pytest.mark.parametrize("kind", sorted(set(Kind) - {Kind.OTHER}))
def test_each_kind_is_asked_only_what_it_needs(kind: str, client: Client) -> None:
    text = text_of(client, begun(client, kind))
    assert 'name="initiative"' in text
    assert ('name="investors"' in text) is (kind == "investment_support")
    assert ('name="delegation_list"' in text) is (
        kind in ("incoming_delegation", "outgoing_mission", "event", "exchange")
    )


def test_the_page_helps_a_browser_to_fill_in_and_a_reader_to_find(client: Client) -> None:
    text = text_of(client, begun(client))
    for words in ("name", "organization", "email", "tel", "country"):
        assert f'autocomplete="{words}"' in text
    assert "Stap 2 van 3" in text


def test_it_can_be_done_in_english(client: Client) -> None:
    client.cookies["django_language"] = "en"
    url = begun(client)
    text = text_of(client, url)
    assert "What do you ask of the province?" in text
    assert "an embassy" in text
    assert 'lang="en"' in text


def test_without_a_kind_the_first_page_says_so(client: Client) -> None:
    for kind in ({}, {"kind": "party"}, {"kind": "other"}):
        response = client.post("/verzoek/", kind)
        assert response.status_code == 422
        assert 'role="alert"' in response.content.decode()


# --- nothing is lost ----------------------------------------------------------------------------


def test_what_is_missing_is_said_at_the_top_and_beside_the_field_and_the_rest_is_kept(client: Client) -> None:
    url = begun(client)
    text = refused(client, url, {"email": "geen adres", "subject": ""})
    assert 'href="#id_email"' in text
    assert 'href="#id_subject"' in text
    assert 'aria-invalid="true"' in text
    assert "Een ontvangst\nen een rondetafel." in text
    assert "geen adres" in text
    again = text_of(client, url)  # the back button, another day, another language
    assert "Kas Voorbeeld (fictief)" in again
    assert "geen adres" in again


def test_a_page_that_stayed_open_until_its_draft_was_gone_loses_nothing(client: Client) -> None:
    url = begun(client)
    models.KeptDraft.objects.all().delete()
    response = client.post(url, ANSWERS)
    assert response.status_code == 302
    assert response.headers["Location"].startswith("/verzoek/")
    assert "Kas Voorbeeld (fictief)" in text_of(client, response.headers["Location"])


def test_an_address_that_leads_nowhere_leads_to_the_beginning(client: Client) -> None:
    for token in ("x", "a" * 32, "drafts"):
        response = client.get(f"/verzoek/{token}/", follow=True)
        assert response.redirect_chain[0][0] == "/verzoek/"
    assert client.get("/verzoek/" + "a" * 32 + "/ontvangen/").status_code == 404


def test_a_bad_document_does_not_cost_the_rest(client: Client) -> None:
    url = begun(client)
    files = [SimpleUploadedFile("brief.pdf", PDF), SimpleUploadedFile("../../factuur.pdf", PROGRAM)]
    text = refused(client, url, {"documents": files})
    assert "factuur.pdf: Dit is een programma" in text
    assert 'href="#id_documents"' in text
    assert "brief.pdf</strong>" in text
    assert "Een ontvangst" in text
    assert client.post(url, ANSWERS).headers["Location"] == url + "controle/"
    assert "brief.pdf" in text_of(client, url + "controle/")


def test_a_document_can_be_removed_again(client: Client) -> None:
    url = filled(
        client, documents=[SimpleUploadedFile("brief.pdf", PDF), SimpleUploadedFile("b.docx", word())]
    )
    place = re.findall(r'name="remove" value="(\w+\.bin)"', text_of(client, url))
    client.post(url, {**ANSWERS, "remove": place[0], "when": "13 mei"})
    text = text_of(client, url)
    assert "brief.pdf" not in text
    assert "b.docx" in text
    assert "13 mei" in text
    client.post(url, {**ANSWERS, "remove": "../../db.sqlite3"})
    assert "b.docx" in text_of(client, url)


def test_a_file_of_a_hundred_megabytes_is_not_kept_and_the_words_are(client: Client, settings: Any) -> None:
    settings.OPENKADER_UPLOAD_BYTES = 1_000_000
    url = begun(client)
    text = refused(client, url, {"documents": [SimpleUploadedFile("groot.pdf", PDF + b"\0" * 100_000_000)]})
    assert "groot.pdf is groter dan 1 MB" in text
    assert "Een ontvangst" in text
    assert 'name="remove"' not in text


def test_more_documents_than_anybody_reads_are_refused(client: Client) -> None:
    url = begun(client)
    files = [SimpleUploadedFile(f"{number}.txt", f"Fictief {number}".encode()) for number in range(12)]
    text = refused(client, url, {"documents": files})
    assert "hooguit 10 bestanden" in text
    assert text.count('name="remove"') == 10


# --- once ------------------------------------------------------------------------------------------


def test_a_double_click_sends_one_request(client: Client) -> None:
    url = filled(client)
    assert sent(client, url) == sent(client, url) == url + "ontvangen/"
    assert client.get(url).headers["Location"] == url + "ontvangen/"
    assert client.post(url, {**ANSWERS, "subject": "anders"}).headers["Location"] == url + "ontvangen/"
    assert models.Request.objects.count() == 1


def test_a_click_that_comes_while_the_first_is_at_work_finds_it_sent(client: Client) -> None:
    url = filled(client, documents=[SimpleUploadedFile("brief.pdf", PDF)])
    # As the first click does, after this one looked at the draft.
    models.KeptDraftFile.objects.all().delete()
    assert sent(client, url) == url + "ontvangen/"
    assert models.Request.objects.count() == 0


def test_what_was_sent_is_not_kept_beside_the_register(client: Client, tmp_path: Path) -> None:
    url = filled(client, documents=[SimpleUploadedFile("brief.pdf", PDF)])
    sent(client, url)
    left = models.KeptDraft.objects.get()
    assert "Voorbeeld" not in left.body
    assert not models.KeptDraftFile.objects.exists()
    assert not (tmp_path / "requests").exists()


def test_the_address_of_a_draft_cannot_be_read_from_the_database(client: Client) -> None:
    token = begun(client).strip("/").rpartition("/")[2]
    left = models.KeptDraft.objects.get()
    assert token not in left.digest + left.body


def test_a_draft_that_is_over_is_not_found_and_the_worker_clears_it_away_with_its_files() -> None:
    now = timezone.now()
    old = request_drafts.begin("event", now)
    kept_drafts.add_to_draft(old, "a.bin", b"fictief")
    over = now + timedelta(days=KEPT_DAYS, seconds=5)
    fresh = request_drafts.begin("event", over)
    with pytest.raises(NotFound):
        request_drafts.find(old, over)
    kept_drafts.forget_old_drafts(over)
    assert request_drafts.find(fresh, over).kind == "event"
    assert models.KeptDraft.objects.count() == 1
    assert not models.KeptDraftFile.objects.exists()
    kept_drafts.forget_old_drafts(over)  # nothing to do


def test_a_draft_that_went_while_somebody_typed_is_not_there() -> None:
    now = timezone.now()
    token = request_drafts.begin("event", now)
    draft = request_drafts.find(token, now)
    models.KeptDraft.objects.all().delete()
    for write in (
        lambda: request_drafts.keep(token, draft),
        lambda: kept_drafts.add_to_draft(token, "a.bin", b"fictief"),
        lambda: request_drafts.was_sent(token, draft, "ZH-1"),
    ):
        with pytest.raises(NotFound):
            write()


def test_a_draft_that_another_release_wrote_otherwise_is_not_there() -> None:
    now = timezone.now()
    for number, body in enumerate(("{}", '{"files": [], "wrong": [], "colour": "red"}')):
        kept_drafts.keep_draft(DraftKind.REQUEST, f"token-{number}", body, {}, now=now)
        with pytest.raises(NotFound):
            request_drafts.find(f"token-{number}", now)


def test_what_waits_for_a_colleague_is_no_request(client: Client) -> None:
    kept_drafts.keep_draft(DraftKind.HANDED_IN, "a" * 32, "{}", {}, now=timezone.now())
    assert client.get("/verzoek/" + "a" * 32 + "/").headers["Location"] == "/verzoek/"


def test_sending_waits_until_everything_is_right(client: Client) -> None:
    url = begun(client)
    assert client.post(url + "controle/").headers["Location"] == url
    assert models.Request.objects.count() == 0


# --- mail ------------------------------------------------------------------------------------------


def test_a_confirmation_says_nothing_of_what_was_asked(client: Client, settings: Any) -> None:
    settings.OPENKADER_MAIL_FROM = "provincie@example.nl"
    client.cookies["django_language"] = "en"
    assert "You get an e-mail" in text_of(client, sent(client, filled(client)))
    mail = models.OutgoingMail.objects.get()
    assert mail.to == "a@example.nl"
    assert mail.subject.startswith("Your request ZH-")
    assert "/verzoek/status/" in mail.text
    for secret in ("Baoding", "China", "delegation", "Kas Voorbeeld"):
        assert secret not in mail.subject + mail.text


def test_without_a_mail_server_none_is_promised(client: Client) -> None:
    assert "Er wordt geen e-mail verstuurd" in text_of(client, sent(client, filled(client)))
    assert not models.OutgoingMail.objects.exists()


# --- floods and robots -------------------------------------------------------------------------------


def test_too_many_requests_of_one_address_wait_and_lose_nothing(client: Client, settings: Any) -> None:
    settings.OPENKADER_REQUESTS_PER_HOUR = 2
    urls = [filled(client) for _ in range(3)]
    for url in urls[:2]:
        sent(client, url)
    response = client.post(urls[2] + "controle/")
    assert response.status_code == 429
    assert "Kas Voorbeeld (fictief)" in response.content.decode()
    assert models.Request.objects.count() == 2
    assert client.post(urls[2] + "controle/", REMOTE_ADDR="10.0.0.9").status_code == 302


@pytest.mark.parametrize(
    ("proxies", "header", "address"),
    [
        (0, "9.9.9.9", "127.0.0.1"),
        (1, "9.9.9.9", "9.9.9.9"),
        (1, "6.6.6.6, 9.9.9.9", "9.9.9.9"),
        (2, "6.6.6.6, 9.9.9.9, 10.0.0.1", "9.9.9.9"),
        (2, "9.9.9.9", "127.0.0.1"),
        (1, "nonsense", "unknown"),
        (1, "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        (1, "::ffff:9.9.9.9", "9.9.9.9"),
        (1, "", "127.0.0.1"),
    ],
)
def test_an_address_is_what_our_own_proxy_saw(
    proxies: int, header: str, address: str, rf: Any, settings: Any
) -> None:
    settings.OPENKADER_PROXIES = proxies
    assert address_of(rf.get("/", HTTP_X_FORWARDED_FOR=header)) == address


def test_who_fills_in_the_trap_is_asked_to_clear_it(client: Client) -> None:
    url = begun(client)
    text = refused(client, url, {"website": "http://koop.example"})
    assert "Laat dit veld leeg" in text
    assert "form__trap" not in text
    assert client.post(url, ANSWERS).status_code == 302


# --- hostile -----------------------------------------------------------------------------------------


def test_ten_thousand_characters_and_tricks_stay_words(client: Client) -> None:
    tricks = "<script>alert(1)</script>\u202egpj.exe\x07 {{ 7*7 }}"
    url = filled(client, asked="x" * 10_000, subject=tricks)
    shown = text_of(client, url + "controle/")
    assert "<script>alert" not in shown
    sent(client, url)
    assert models.Request.objects.get().title_nl == "<script>alert(1)</script>gpj.exe {{ 7*7 }}"
    other = begun(client)
    assert "x" * 10_001 in refused(client, other, {"asked": "x" * 10_001})


def test_values_that_no_form_offers_are_refused(client: Client) -> None:
    url = begun(client)
    for name, value in (
        ("country", "XX"),
        ("initiative", "god"),
        ("email", "a@b.nl\nBcc: c@d.nl"),
        ("name", ""),
    ):
        refused(client, url, {name: value})
    assert (
        client.post(url, {**ANSWERS, "subject": "a\0b"}).status_code == 302
    )  # what cannot be shown is left out


@pytest.mark.parametrize("token", ["x", "a" * 32, "A" * 31 + "%00", "../../etc", "a" * 4000])
def test_a_link_that_was_tampered_with_leads_nowhere(token: str, client: Client) -> None:
    assert client.get(f"/verzoek/status/{token}/").status_code in (400, 404)


def test_the_status_tells_no_other_site_and_no_search_engine(client: Client) -> None:
    received = text_of(client, sent(client, filled(client)))
    link = re.search(r"(/verzoek/status/[\w-]{32}/)", received)
    assert link is not None
    response = client.get(link[1])
    assert (response["Referrer-Policy"], response["X-Robots-Tag"]) == ("no-referrer", "noindex")
    assert "no-store" in response["Cache-Control"]
    text = response.content.decode()
    for secret in ("Verzonnen", "a@example.nl", "Baoding", "Kas Voorbeeld"):
        assert secret not in text
    models.Intake.objects.all().delete()
    assert client.get(link[1]).status_code == 404


def test_a_closed_door_says_so(client: Client, settings: Any) -> None:
    settings.OPENKADER_ORGANISATION = "elders"
    response = client.get("/verzoek/")
    assert response.status_code == 403
    assert "geen verzoek indienen" in response.content.decode()
    assert "Verzoek indienen" not in client.get("/toegankelijkheid/").content.decode()


def test_each_page_asks_the_database_little(client: Client) -> None:
    url = filled(client)
    for page in ("/verzoek/", url, url + "controle/"):
        assert queries_of(page, client) <= MOST_QUERIES
    assert queries_of(sent(client, url), client) <= MOST_QUERIES


@pytest.mark.parametrize("field", ["documents", "delegation_list"])
def test_how_large_a_file_may_be_stands_above_its_field_and_is_read_with_it(
    settings: Any, field: str
) -> None:
    settings.OPENKADER_UPLOAD_BYTES = 7_000_000
    client = Client()
    text = client.get(begun(client)).content.decode()
    said = text.index(f'id="id_{field}_helptext"')
    assert said < text.index(f'id="id_{field}"')
    assert "Hooguit 7 MB" in text[said : text.index("</p>", said)]
    (box,) = re.findall(rf'<input[^>]*id="id_{field}"[^>]*>', text)
    assert f'aria-describedby="id_{field}_helptext"' in box
