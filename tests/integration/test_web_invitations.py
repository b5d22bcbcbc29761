"""A colleague is invited by mail to choose a password: a link that works once, and for some days."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils.timezone import now

from openkader.base.errors import Refused
from openkader.casework.permissions import HouseHand
from openkader.casework.vocabulary import AccountRole
from openkader.publication.account_invitations import invitation_mail
from openkader.register import selectors, services
from openkader.register.accounts import Post, account_named
from openkader.register.models import OutgoingMail
from tests.web_pages import PASSWORD, colleague, text

pytestmark = pytest.mark.django_db
PLACE, BEN = "/beheer/", "/beheer/accounts/ben/"
BY = HouseHand("cli:test")
NEW = "vier heel andere woorden"
FORM = {"password": NEW, "again": NEW}


@pytest.fixture(autouse=True)
def _mail(settings: Any) -> None:
    cache.clear()
    settings.OPENKADER_MAIL_FROM = "kader@voorbeeld.example"
    settings.OPENKADER_ADDRESS = "http://testserver"


@pytest.fixture
def administrator() -> Client:
    return colleague("beheer", AccountRole.ADMINISTRATOR)


def opened(name: str = "ben", password: str | None = None) -> None:
    services.open_account(name, password, post=Post(roles=[AccountRole.ADVISER]), by=BY, now=now())
    services.change_mail_address(name, f"{name}@voorbeeld.example", by=BY, now=now())


def sent_link(name: str = "ben", **ago: float) -> str:
    """What the newest mail of an invitation leads to."""
    services.invite_account(
        name, lambda to, token: invitation_mail(name, to, token), by=BY, now=now() - timedelta(**ago)
    )
    return link()


def link() -> str:
    mail = OutgoingMail.objects.order_by("-pk")[0]
    (found,) = {*re.findall(r"http://testserver(/uitnodiging/\S+)", mail.text)}
    return str(found)


def signs_in(name: str, password: str) -> bool:
    done = Client().post("/aanmelden/", {"username": name, "password": password})
    return bool(done.status_code == 302)


def test_who_gets_an_address_is_invited_and_no_password_is_shown(administrator: Client) -> None:
    form = {"name": "ben", "roles": ["adviser"], "team": "", "address": "ben@voorbeeld.example"}
    page = text(administrator.post(PLACE, form))
    assert "ben krijgt een uitnodiging" in page
    assert not re.search(r"<code>[\w-]{16}</code>", page)
    mail = OutgoingMail.objects.get()
    assert (mail.to, mail.purpose) == ("ben@voorbeeld.example", "invitation")
    place = link()
    assert link() not in page
    done = [event.action for event in selectors.events(limit=4)]
    assert done[0] == "account.invited"
    assert "account.opened" in done
    assert not any("voorbeeld.example" in str(event.detail) for event in selectors.events(limit=4))
    assert "Kies uw wachtwoord" in text(Client().get(place))
    assert Client().post(place, FORM).headers["Location"] == "/aanmelden/"
    assert signs_in("ben", NEW)
    event = selectors.events(limit=1)[0]
    assert (event.action, event.actor) == ("account.invitation-taken-up", "ben")


def test_without_mail_or_an_address_a_password_is_shown_as_before(
    administrator: Client, settings: Any
) -> None:
    page = text(administrator.post(PLACE, {"name": "ben", "address": ""}))
    assert re.search(r"<code>[\w-]{16}</code>", page)
    settings.OPENKADER_MAIL_FROM = ""
    assert 'name="address"' not in text(administrator.get(PLACE))
    page = text(administrator.post(PLACE, {"name": "carla", "address": "carla@voorbeeld.example"}))
    assert re.search(r"<code>[\w-]{16}</code>", page)
    assert not OutgoingMail.objects.exists()


def test_the_link_works_once() -> None:
    opened()
    place = sent_link()
    for _ in range(3):  # a scanner of mail looks at it first
        assert Client().get(place).status_code == 200
    assert Client().post(place, FORM).status_code == 302
    for answer in (Client().get(place), Client().post(place, FORM)):
        assert "Deze uitnodiging is gebruikt of verlopen" in text(answer, 403)


def test_the_link_ends_by_itself(settings: Any) -> None:
    settings.OPENKADER_INVITATION_DAYS = 2
    opened()
    assert Client().get(sent_link(days=1, hours=23)).status_code == 200
    assert Client().get(sent_link(days=2, minutes=1)).status_code == 403


def test_a_second_invitation_ends_the_first_and_a_closed_account_both() -> None:
    opened()
    first, second = sent_link(), sent_link()
    assert Client().get(first).status_code == 403
    assert Client().get(second).status_code == 200
    services.close_account("ben", by=BY, now=now())
    assert Client().get(second).status_code == 403
    with pytest.raises(Refused):
        sent_link()


def test_the_link_of_one_account_opens_no_other() -> None:
    opened()
    opened("carla")
    token = sent_link("ben").split("/")[3]
    sent_link("carla")
    for name in ("carla", "beheer", "nobody", "BEN"):
        assert Client().get(f"/uitnodiging/{name}/{token}/").status_code == 403
    assert Client().get(f"/uitnodiging/ben/{token[:-1]}/").status_code == 403


def test_a_weak_password_is_refused_and_uses_nothing_up() -> None:
    opened()
    place = sent_link()
    for wrong in ({"password": "kort", "again": "kort"}, {"password": NEW, "again": PASSWORD}, {}):
        assert Client().post(place, wrong).status_code == 422
    assert Client().post(place, FORM).status_code == 302


def test_another_address_ends_the_link_that_went_to_the_former() -> None:
    opened()
    place = sent_link()
    services.change_mail_address("ben", "ben@elders.example", by=BY, now=now())
    assert Client().get(place).status_code == 403


def test_who_forgot_the_password_is_invited_anew(administrator: Client) -> None:
    opened(password=PASSWORD)
    inside = Client()
    inside.post("/aanmelden/", {"username": "ben", "password": PASSWORD})
    done = administrator.post(BEN, {"act": "invite"}, follow=True)
    assert "Dat is gedaan" in text(done)
    assert inside.get("/account/").status_code == 302
    assert not signs_in("ben", PASSWORD)
    assert Client().post(link(), FORM).status_code == 302
    assert signs_in("ben", NEW)


def test_the_button_says_why_it_is_off(administrator: Client, settings: Any) -> None:
    services.open_account("ben", PASSWORD, by=BY, now=now())
    assert "Dit account heeft geen mailadres" in text(administrator.get(BEN))
    assert administrator.post(BEN, {"act": "invite"}).status_code == 409
    settings.OPENKADER_MAIL_FROM = ""
    assert "Hier is geen mail ingesteld" in text(administrator.get(BEN))
    assert administrator.post(BEN, {"act": "invite"}).status_code == 409
    services.change_mail_address("beheer", "beheer@voorbeeld.example", by=BY, now=now())
    settings.OPENKADER_MAIL_FROM = "kader@voorbeeld.example"
    assert administrator.post("/beheer/accounts/beheer/", {"act": "invite"}).status_code == 409


def test_nobody_else_invites() -> None:
    opened()
    assert colleague("anna", AccountRole.ADVISER).post(BEN, {"act": "invite"}).status_code == 403
    assert not OutgoingMail.objects.exists()


def test_who_was_invited_comes_in_through_the_provider_without_a_password() -> None:
    opened()
    sent_link()
    client = Client()
    client.force_login(account_named("ben"))
    assert client.get("/account/").status_code == 200
