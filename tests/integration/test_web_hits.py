"""Hits in the browser: the work list, why a hit came up, and two colleagues who judge it."""

from dataclasses import replace
from typing import Any

import pytest
from django.test import Client

from openkader.casework.permissions import HOUSE
from openkader.casework.screening import Cause, Verdict
from openkader.casework.vocabulary import PartyKind
from openkader.register import selectors, services
from openkader.register.entries import PartyEntry
from openkader.register.models import Request
from openkader.screening.evidence import Band, Evidence, Feature
from tests.integration.screening_house import (
    HAND,
    LI,
    NEAR_WANG,
    NOBODY,
    WANG,
    Broken,
    Lists,
    a_delegation,
    a_hit,
    a_list,
    reviewed,
    the_hit,
    work,
)
from tests.web_pages import MOST_QUERIES, colleague, queries_of

TRUE = {"act": "review", "seen": "0", "verdict": "true", "reason": "Zelfde karakters."}
pytestmark = pytest.mark.django_db


@pytest.fixture
def hit() -> int:
    """A hit that nobody judged yet."""
    a_delegation()
    work(NEAR_WANG)
    return the_hit()


def text_of(client: Client, url: str, status: int = 200) -> str:
    response = client.get(url)
    assert response.status_code == status
    return " ".join(response.content.decode().split())


def verdicts(hit: int) -> list[tuple[str, str]]:
    return [(review.by, str(review.verdict)) for review in selectors.hit_page(hit, reader=HOUSE).reviews]


def test_the_work_list_shows_both_names_and_leads_to_the_hit(hit: int) -> None:
    text = text_of(colleague(), "/screening/")
    assert "王虚构" in text
    assert "WANG Verzonnen" in text
    assert f'href="/screening/{hit}/"' in text


def test_the_work_list_can_be_narrowed_and_strange_words_harm_nothing(hit: int) -> None:
    client = colleague()
    assert "王虚构" in text_of(client, "/screening/?dossier=V-1&state=open&page=1")
    for words in ("dossier=V-2", "state=cleared", "dossier=" + "x" * 3000):
        assert "王虚构" not in text_of(client, f"/screening/?{words}"), words
    for words in ("state=nonsense", "page=-1", "page=99999999999", "page=x", "page=٣"):
        assert client.get(f"/screening/?{words}").status_code == 200, words
    assert reviewed(hit, ("a", Verdict.FALSE)) == "cleared"
    assert "Geen treffer voldoet" in text_of(client, "/screening/")
    assert "Iemand anders" in text_of(client, "/screening/?state=all")


def test_a_hit_explains_itself(hit: int) -> None:
    text = text_of(colleague(), f"/screening/{hit}/")
    told = [
        "Is dit dezelfde?",
        "wang verzonnen",
        "pinyin",
        "sterk voor",
        "Niet vergeleken",
        "Lijst fictional",
    ]
    assert [words for words in told if words not in text] == []


def test_what_a_list_says_never_becomes_code() -> None:
    a_delegation()
    words = "<script>alert(1)</script>"
    bad = a_hit(
        caption=words,
        listed=words + "\u202e",
        evidence=(Evidence(Feature.SIMILAR_WORDS, 1.0, words, words),),
        properties={
            "name": (words,),
            "notes": (words,),
            "sourceUrl": ("javascript:alert(1)", "https://a.nl/x"),
        },
    )
    work(Lists((WANG.name, bad)))
    text = text_of(colleague(), f"/screening/{the_hit()}/")
    assert "<script>alert" not in text
    assert "javascript:" not in text
    assert 'href="https://a.nl/x"' in text


def test_a_true_hit_is_closed_by_a_second_person_only(hit: int) -> None:
    anna, bram, url = colleague("anna"), colleague("bram"), f"/screening/{hit}/"
    assert anna.post(url, TRUE).headers["Location"] == url
    text = text_of(anna, url)
    assert "Een tweede persoon moet er nu naar kijken" in text
    assert 'disabled aria-describedby="why-not"' in text
    assert anna.post(url, {**TRUE, "seen": "1", "reason": "Nog eens."}).status_code == 409
    bram.post(url, {**TRUE, "seen": "1"})
    assert verdicts(hit) == [("anna", "true"), ("bram", "true")]
    assert "Staat op een lijst" in text_of(bram, url)


def test_a_false_hit_is_closed_by_one(hit: int) -> None:
    client = colleague()
    client.post(f"/screening/{hit}/", {**TRUE, "verdict": "false"})
    assert "Geen treffer voldoet" in text_of(client, "/screening/")


def test_a_second_click_gives_one_review(hit: int) -> None:
    client = colleague()
    codes = [client.post(f"/screening/{hit}/", TRUE).status_code for _click in range(2)]
    assert (codes, verdicts(hit)) == ([302, 302], [("anna", "true")])


def test_of_two_at_once_the_second_is_told_and_loses_nothing(hit: int) -> None:
    anna, bram, url = colleague("anna"), colleague("bram"), f"/screening/{hit}/"
    anna.post(url, {**TRUE, "reason": "Ik was eerst."})
    response = bram.post(url, {**TRUE, "verdict": "false", "reason": "Een andere geboortedatum."})
    text = " ".join(response.content.decode().split())
    assert response.status_code == 409
    assert "anna beoordeelde deze treffer intussen" in text
    assert "Ik was eerst." in text
    assert "Een andere geboortedatum.</textarea>" in text
    assert 'name="seen" value="1"' in text
    assert verdicts(hit) == [("anna", "true")]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"reason": ""}, "Waarom"),
        ({"reason": " \n"}, "Waarom"),
        ({"verdict": ""}, "Uw oordeel"),
        ({"verdict": "maybe"}, "Uw oordeel"),
        ({"seen": "-1"}, "Er is niets opgeslagen"),
        ({"seen": "x"}, "Er is niets opgeslagen"),
        ({"reason": "x" * 10_001}, "Waarom"),
        ({"reason": "\x00\u200b"}, "Waarom"),
    ],
)
def test_a_review_that_is_not_whole_is_said_and_kept(hit: int, changes: dict[str, str], said: str) -> None:
    response = colleague().post(f"/screening/{hit}/", {**TRUE, **changes})
    assert response.status_code == 422
    assert said in response.content.decode()
    assert verdicts(hit) == []


def test_putting_a_hit_before_others_refuses_nobody(hit: int) -> None:
    client, url = colleague(), f"/screening/{hit}/"
    question = {"act": "escalate", "to": "embassy", "text": "Kent u deze persoon?"}
    for _click in range(2):
        assert client.post(url, question).status_code == 302
    text = text_of(client, url)
    assert text.count("Kent u deze persoon?") == 1
    assert selectors.hit_page(hit, reader=HOUSE).row.state == "open"
    assert client.post(url, {**question, "text": ""}).status_code == 422


def test_what_is_settled_is_not_put_before_others(hit: int) -> None:
    reviewed(hit, ("a", Verdict.FALSE))
    client, url = colleague(), f"/screening/{hit}/"
    assert 'disabled aria-describedby="why-not-escalate"' in text_of(client, url)
    assert client.post(url, {"act": "escalate", "to": "embassy", "text": "x"}).status_code == 409


@pytest.mark.parametrize(
    "path", ["/screening/99/", "/screening/99999999999999999999/", "/screening/partij/X-1/"]
)
def test_what_is_not_there_is_not_found(path: str) -> None:
    client = colleague()
    assert client.get(path).status_code == 404
    assert client.post(path, TRUE).status_code == 404


def test_a_hit_that_is_judged_anew_says_why(hit: int) -> None:
    reviewed(hit, ("a", Verdict.FALSE))
    changed = a_hit(properties={"name": ("WANG Verzonnen",), "birthDate": ("1962-05",)})
    services.request_screening(["V-1-L1-2"], cause=Cause.ASKED, **HAND)
    work(Lists((WANG.name, changed)))
    client = colleague()
    assert "De lijst zegt er nu iets anders over" in text_of(client, "/screening/")
    assert "Deze treffer geldt niet meer" in text_of(client, f"/screening/{hit}/")


def test_clear_says_what_was_compared_and_what_was_missing() -> None:
    a_delegation(LI)
    work(NOBODY)
    text = text_of(colleague(), "/screening/partij/V-1-L1-3/")
    assert "dat geldt alleen voor de genoemde lijsten" in text
    assert "Vergeleken: naam" in text
    assert "momentopname 2030-04-30-aaaaaaaa" in text


def test_a_screening_that_failed_is_never_clear() -> None:
    a_delegation(LI)
    work(Broken())
    text = text_of(colleague(), "/screening/partij/V-1-L1-3/")
    assert "Niet gescreend" in text
    assert "https://lists.example" in text
    assert "dat geldt alleen voor de genoemde lijsten" not in text


def test_a_source_is_noted_with_its_quality(hit: int) -> None:
    client, url = colleague(), "/screening/partij/V-1-L1-2/"
    note = {"act": "note", "kind": "media", "quality": "doubtful", "title": "Krant", "says": "Een Wang."}
    for _click in range(2):
        client.post(url, {**note, "url": "krant.example/1", "published_on": "2025-03"})
    text = text_of(client, url)
    assert text.count('href="https://krant.example/1"') == 1
    assert "twijfelachtig" in text
    assert "Een Wang." in text_of(client, f"/screening/{hit}/")
    for wrong in ({"url": "javascript:alert(1)"}, {"published_on": "ooit"}, {"title": ""}):
        assert client.post(url, {**note, **wrong}).status_code == 422


def test_a_party_without_a_request_leads_back_to_the_work_list() -> None:
    services.record_party(PartyEntry(reference="P-1", kind=PartyKind.PERSON, name="Wang Verzonnen"), **HAND)
    services.request_screening(["P-1"], **HAND)
    work(NEAR_WANG)
    client = colleague()
    for url in ("/screening/partij/P-1/", f"/screening/{the_hit()}/"):
        assert "/dossiers/P-1/" not in text_of(client, url)


def test_a_colleague_asks_for_a_new_screening(hit: int) -> None:
    client, url = colleague(), "/screening/partij/V-1-L1-2/"
    for _click in range(2):
        assert client.post(url, {"act": "screen"}).status_code == 302
    assert selectors.queue().waiting == 1


def test_the_pages_of_hits_ask_the_database_at_most_twelve_times(hit: int) -> None:
    reviewed(hit, ("a", Verdict.TRUE))
    client = colleague()
    for url in ("/screening/", f"/screening/{hit}/", "/screening/partij/V-1-L1-2/"):
        assert queries_of(url, client) <= MOST_QUERIES, url


def test_a_long_work_list_is_paged() -> None:
    delegates = [
        replace(LI, row=row, names=(f"Li Bedacht {row}",), organisation_names=()) for row in range(2, 32)
    ]
    a_delegation(*delegates)
    work(Lists(*((one.name, a_hit(asked=one.name, band=Band.MATCH)) for one in delegates)))
    client = colleague()
    assert "Pagina 1 van 2" in text_of(client, "/screening/")
    assert "Pagina 2 van 2" in text_of(client, "/screening/?page=2")
    assert client.get("/screening/?page=9").status_code == 200


def test_everyone_reads_the_dossier_and_only_colleagues_its_screening(hit: int, year_2024: Any) -> None:
    from openkader.register.kaders import assessor_of

    services.assess_request("V-1", assessor=assessor_of("zuid-holland/2024-01-01"), **HAND)
    Request.objects.update(confidentiality="public")
    public, inside = text_of(Client(), "/dossiers/V-1/"), text_of(colleague(), "/dossiers/V-1/")
    assert "Collega’s zien de delegatie" in public
    for words in ("Delegatie en screening", "Partij gescreend", "Delegatielijst opgeslagen"):
        assert (words in public, words in inside) == (False, True), words
    assert queries_of("/dossiers/V-1/", colleague()) <= MOST_QUERIES
    assert "no-store" in colleague().get("/dossiers/V-1/").headers["Cache-Control"]


def test_a_list_without_its_second_version_keeps_its_hits(hit: int) -> None:
    a_list(WANG, seen=1)
    assert "王虚构" in text_of(colleague(), f"/screening/{hit}/")


# --- parties that no longer come along ---------------------------------------------------


def test_a_hit_of_somebody_who_no_longer_comes_along_is_marked_and_nobody_waits_for_it(hit: int) -> None:
    a_list(LI, seen=1)
    work()
    client = colleague()
    assert "王虚构" not in text_of(client, "/screening/")
    assert "Treffers te beoordelen</dt><dd>0" in text_of(client, "/screening/")
    for words in ("state=left", "state=all", "state=open"):
        assert "Komt niet meer mee" in text_of(client, f"/screening/?{words}"), words
    assert "Komt niet meer mee" in text_of(client, f"/screening/{hit}/")


def test_who_comes_back_has_the_hit_and_the_judgement_of_before(hit: int) -> None:
    assert reviewed(hit, ("a", Verdict.FALSE)) == "cleared"
    a_list(LI, seen=1)
    a_list(LI, WANG, seen=2)
    work(NEAR_WANG)
    assert the_hit() == hit
    page = text_of(colleague(), f"/screening/{hit}/")
    assert "Iemand anders" in page
    assert "Komt niet meer mee" not in page


def test_who_is_second_is_told_who_was_first(hit: int) -> None:
    reviewed(hit, ("berend", Verdict.TRUE))
    client = colleague()
    assert "berend keek als eerste." in text_of(client, f"/screening/{hit}/")
    done = client.post(f"/screening/{hit}/", TRUE | {"seen": "1"}, follow=True).content.decode()
    assert "berend beoordeelde deze treffer vóór u." in done
    assert "keek als eerste" not in done


def test_who_was_first_is_not_told_of_another(hit: int) -> None:
    done = colleague().post(f"/screening/{hit}/", TRUE, follow=True).content.decode()
    assert "Uw oordeel is vastgelegd." in done
    assert "vóór u" not in done
    assert "keek als eerste" not in done
