"""Whoever types while their session ends signs in again and still has every word."""

import io
import re
from html import unescape
from typing import Any

import pytest
from django.test import Client

from openkader.casework.permissions import HOUSE
from openkader.casework.vocabulary import AccountRole
from openkader.register import selectors, services
from openkader.register.accounts import Post
from tests.integration.screening_house import HAND, NEAR_WANG, a_delegation, the_hit, work
from tests.web_pages import PASSWORD

pytestmark = pytest.mark.django_db
REASON = "Verzonnen \"reden\" <b>\nmet twee regels & een 'teken'."


@pytest.fixture
def hit() -> str:
    services.open_account("anna", PASSWORD, post=Post(roles=[AccountRole.REVIEWER]), **HAND)
    a_delegation()
    work(NEAR_WANG)
    return f"/screening/{the_hit()}/"


def review(**changes: str) -> dict[str, str]:
    return {"act": "review", "seen": "0", "verdict": "false", "reason": REASON, **changes}


def fields(text: str, action: str) -> dict[str, Any]:
    """The hidden fields of the form that goes to an address."""
    (form,) = re.findall(
        rf'<form class="form panel" method="post" action="{action}".*?</form>', text, re.DOTALL
    )
    found = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)">', form, re.DOTALL)
    return {name: unescape(value) for name, value in found}


def signed_in_with(client: Client, kept: dict[str, Any], password: str = PASSWORD) -> Any:
    return client.post("/aanmelden/", {**kept, "username": "anna", "password": password})


def test_what_was_typed_comes_back_after_signing_in_and_is_saved_on_a_press(hit: str) -> None:
    client = Client()
    asked = client.post(hit, review())
    assert asked.status_code == 403
    wrong = signed_in_with(client, fields(asked.content.decode(), "/aanmelden/"), "verkeerd")
    again = signed_in_with(client, fields(wrong.content.decode(), "/aanmelden/"))
    assert "Verzonnen &quot;reden&quot; &lt;b&gt;<br>" in again.content.decode()
    (row,) = selectors.hit_list(reader=HOUSE).rows
    assert row.reviews == 0
    done = client.post(hit, fields(again.content.decode(), hit))
    assert (done.status_code, done.headers["Location"]) == (302, hit)
    (said,) = selectors.hit_page(row.id, reader=HOUSE).reviews
    assert (said.by, said.reason) == ("anna", REASON)


def test_who_looks_only_is_sent_to_sign_in_as_before(hit: str) -> None:
    answer = Client().get(hit)
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/aanmelden/?next={hit}")


def test_the_page_of_a_form_that_came_too_late_tells_nothing_of_the_hit(hit: str) -> None:
    pages = (Client().post(path, review()).content.decode() for path in (hit, "/screening/999/"))
    there, nowhere = (re.sub(r'value="[A-Za-z0-9]{64}"', "", page) for page in pages)
    assert there.replace(hit, "/screening/999/") == nowhere


def test_a_form_without_its_token_keeps_nothing(hit: str) -> None:
    answer = Client(enforce_csrf_checks=True).post(hit, review())
    assert answer.status_code == 403
    assert "Verzonnen" not in answer.content.decode()


def test_what_is_endless_or_a_file_is_not_kept(hit: str) -> None:
    endless = Client().post(hit, review(reason="x" * 1_300_000))
    file = Client().post("/dossiers/V-1/delegatie/", {"text": "Fictief", "file": io.BytesIO(b"x")})
    assert [answer.status_code for answer in (endless, file)] == [302, 302]
