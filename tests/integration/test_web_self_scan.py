"""The self-scan in the browser of a company: by a link without an account, saved half-way, handed in once."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from openkader.register import models, selectors, services
from openkader.register.scan_forms import scan_form
from tests.integration.register_house import everything
from tests.integration.self_scan_house import COMPANY, HAND, TOKEN, a_mission, asked, handed_in
from tests.web_pages import MOST_QUERIES, page, queries_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]
PATH = f"/zelfscan/{TOKEN}/"
CLOSED = "Deze link werkt niet meer"


@pytest.fixture(autouse=True)
def scan() -> str:
    """A company that was asked for its scan."""
    cache.clear()
    a_mission(COMPANY)
    return asked()


def whole(reply: str = "in_place", **changes: str) -> dict[str, str]:
    answers = {f"reply-{one.id}": reply for one in scan_form().questions}
    return {"act": "hand_in", "seen": "0", "given_by": "A. Fictief", **answers, **changes}


def half(seen: str = "0", **changes: str) -> dict[str, str]:
    return {"act": "save", "seen": seen, **changes}


def post(said: dict[str, str], client: Client | None = None, **more: Any) -> Any:
    return (client or Client()).post(PATH, said, **more)


def test_the_page_asks_in_both_languages_and_says_whose_form_it_is() -> None:
    dutch, english = page(PATH), page(PATH, "en")
    assert "Het is niet de vragenlijst van RVO" in dutch
    assert "not the questionnaire of RVO" in english
    for step in scan_form().steps:
        assert step.title.nl in dutch
        assert step.title.en in english


def test_reading_changes_nothing_and_asks_little() -> None:
    before = everything()
    assert queries_of(PATH) <= MOST_QUERIES
    assert everything() == before


def test_half_of_it_is_saved_and_comes_back() -> None:
    answer = post(half(**{"reply-policy": "partly", "reason-plan": "Volgt in maart."}), follow=True)
    text = answer.content.decode()
    assert "1 van 15 vragen beantwoord" in text
    assert "Bewaard op" in text
    assert "Volgt in maart." in text
    assert 'value="partly" checked' in text or 'value="partly" id' in text


def test_handed_in_it_is_thanked_for_and_the_link_opens_nothing_more() -> None:
    client = Client()
    answer = post(whole(), client, follow=True)
    assert "Dank u, uw zelfscan is ingeleverd" in answer.content.decode()
    stranger = Client().get(PATH)
    assert (stranger.status_code, CLOSED in stranger.content.decode()) == (404, True)
    assert models.SelfScanResult.objects.get().given_by == "A. Fictief"


def test_handed_in_twice_the_second_is_told_and_nothing_changes() -> None:
    other = Client()
    assert other.get(PATH).status_code == 200
    post(whole())
    before = everything()
    answer = post(whole("not_yet"), other)
    assert answer.status_code == 409
    assert "Deze zelfscan is al ingeleverd" in answer.content.decode()
    assert everything() == before


def test_what_lacks_is_said_with_a_way_to_it_and_what_was_typed_stays() -> None:
    said = whole(
        **{"reply-policy": "", "reply-plan": "not_applicable", "given_by": "", "reason-stop": "Getypt."}
    )
    answer = post(said)
    text = answer.content.decode()
    assert answer.status_code == 422
    for target in ("#id_reply-policy_0", "#id_reason-plan", "#id_given_by"):
        assert f'href="{target}"' in text
    assert "Getypt." in text
    assert not models.SelfScanResult.objects.exists()


def test_of_two_browsers_the_second_keeps_what_it_changed_and_sees_what_the_first_saved() -> None:
    post(half(**{"reply-policy": "partly", "reply-plan": "not_yet"}))
    post(half("1", **{"reply-policy": "in_place", "reply-plan": "not_yet", "reply-stop": "partly"}))
    late = post(half("1", **{"reply-policy": "partly", "reply-plan": "in_place"}))
    text = late.content.decode()
    assert late.status_code == 409
    assert "Iemand anders van uw bedrijf" in text
    checked = {name for name in ("policy", "plan", "stop") if _is_checked(text, name)}
    assert checked == {"policy", "plan", "stop"}
    assert _chosen(text, "policy") == "in_place"  # not touched here: the newest
    assert _chosen(text, "plan") == "in_place"  # changed here
    assert _chosen(text, "stop") == "partly"
    assert 'name="seen" value="2"' in text


def _is_checked(text: str, name: str) -> bool:
    return bool(_chosen(text, name))


def _chosen(text: str, name: str) -> str:
    import re

    found = re.findall(rf'<input type="radio" name="reply-{name}" value="(\w+)"([^>]*)>', text)
    return next((value for value, rest in found if "checked" in rest), "")


def test_a_browser_that_was_overtaken_does_not_hand_in_over_the_other() -> None:
    post(half(**{"reply-policy": "partly"}))
    assert post(whole()).status_code == 409
    assert not models.SelfScanResult.objects.exists()


@pytest.mark.parametrize("token", ["x" * 32, "a", "s" * 31, "s" * 400, "__proto__"])
def test_a_guessed_link_gets_the_one_closed_page(token: str) -> None:
    answer = Client().get(f"/zelfscan/{token}/")
    assert (answer.status_code, CLOSED in answer.content.decode()) == (404, True)
    assert answer["X-Robots-Tag"] == "noindex, nofollow"


def test_a_link_that_ended_or_was_taken_back_gets_the_same_page() -> None:
    services.take_back_self_scan("X-1-Z1", "Verkeerd adres.", **HAND)
    back = Client().get(PATH)
    sent = post(whole())
    assert (back.status_code, sent.status_code) == (404, 404)
    assert CLOSED in back.content.decode()
    with pytest.raises(Exception, match="self_scan"):
        selectors.scan_by_link(selectors.link_digest(TOKEN), datetime(2040, 1, 1, tzinfo=UTC))


def test_who_guesses_too_often_waits_and_a_right_link_still_opens() -> None:
    statuses = [Client().get(f"/zelfscan/{'y' * 30}{at}/").status_code for at in range(22)]
    assert statuses == [404] * 20 + [429] * 2
    assert Client().get(PATH).status_code == 200


def test_saving_too_often_keeps_what_was_typed() -> None:
    for _ in range(60):
        post(half())
    answer = post(half(**{"reason-policy": "Nog getypt."}))
    assert answer.status_code == 429
    assert "Nog getypt." in answer.content.decode()


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"seen": "-1"}, 422),
        ({"seen": "x"}, 422),
        ({"seen": ""}, 422),
        ({"seen": "999999"}, 409),
        ({"reply-policy": "perfect"}, 422),
        ({"reason-policy": "x" * 2001}, 422),
        ({"reason-policy": "a\x00b"}, 302),
        ({"given_by": "x" * 201}, 422),
        ({"reply-invented": "in_place", "act": "destroy"}, 302),
    ],
)
def test_hostile_input_is_told_or_left_aside(changes: dict, status: int) -> None:
    answer = post({**half(), **changes})
    assert answer.status_code == status
    assert not models.SelfScanResult.objects.exists()


def test_what_is_typed_is_shown_as_text_and_not_as_a_page() -> None:
    post(half(**{"reason-policy": "<script>alert(1)</script>"}))
    assert "<script>alert(1)</script>" not in page(PATH)


def test_the_form_asked_is_the_form_answered_also_when_the_scan_was_handed_in_by_another() -> None:
    handed_in()
    answer = post(whole())
    assert answer.status_code == 409
