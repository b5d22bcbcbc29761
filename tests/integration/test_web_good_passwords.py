"""Which passwords nobody may choose: words of the house, and what leaked elsewhere."""

import hashlib
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils.timezone import now

from openkader.base.errors import Invalid, Unavailable
from openkader.casework.vocabulary import AccountRole
from openkader.conf.signing_in import SigningIn
from openkader.register import selectors, services
from openkader.register.accounts import Post, made_up_password
from openkader.register.leaked_passwords import LeakedPasswords
from openkader.register.passwords import words_of_house
from tests.integration.register_house import HAND
from tests.web_pages import text

pytestmark = pytest.mark.django_db
PLACE, OURS, NEW = "/account/wachtwoord/", "het vorige woord van anna", "vier heel andere woorden"
LEAKED = [
    "een wachtwoord van vroeger",
    "nog zo een van elders",
    *(f"gelekt nummer {one}" for one in range(997)),
]


@pytest.fixture(autouse=True)
def _no_earlier_attempts() -> None:
    cache.clear()


def hashes(words: Iterable[str]) -> list[str]:
    return sorted(hashlib.sha1(word.encode(), usedforsecurity=False).hexdigest().upper() for word in words)


def written(path: Path, lines: Iterable[str], end: str = "\r\n") -> Path:
    path.write_bytes("".join(line + end for line in lines).encode())
    return path


@pytest.fixture
def leaked(tmp_path: Path, settings: Any) -> Path:
    path = written(tmp_path / "pwned.txt", (f"{one}:{place}" for place, one in enumerate(hashes(LEAKED))))
    settings.LEAKED_PASSWORDS = LeakedPasswords(path)
    return path


def refused(password: str) -> set[str]:
    try:
        services.open_account("anna", password, **HAND)
    except Invalid as error:
        return {problem.code for problem in error.problems}
    return set()


def test_the_house_is_known_by_its_product_its_addresses_its_teams_and_what_was_set(settings: Any) -> None:
    settings.OPENKADER_ORGANISATION = "zuid-holland"
    settings.OPENKADER_PASSWORD_WORDS = ("Kustlijn", "Bureau Buitenland")
    settings.ALLOWED_HOSTS = ["kader.duinstreek.example"]
    services.open_account("bert", made_up_password("bert"), post=Post(team="Havenploeg"), **HAND)
    assert {"openkader", "zuidholland", "kustlijn", "bb", "duinstreek", "havenploeg"} <= words_of_house()


@pytest.mark.usefixtures("year_2024")
def test_the_organisation_is_known_by_the_name_in_its_kader() -> None:
    assert {"zuidholland", "provincie", "pzh"} <= words_of_house()
    assert refused("Pr0v1nc13-ZH-2026!") == {"account.password-of-house"}


def test_a_word_of_the_house_with_a_year_and_a_mark_opens_no_account(settings: Any) -> None:
    settings.OPENKADER_PASSWORD_WORDS = ("Zuid-Holland",)
    assert refused("ZuidHolland2026!") == {"account.password-of-house"}
    assert refused("0p3nK@d3r-2026") == {"account.password-of-house"}
    assert refused("vier paarden in Zuid-Holland") == set()


def test_a_password_that_leaked_opens_no_account(leaked: Path) -> None:
    assert refused("een wachtwoord van vroeger") == {"account.leaked-password"}
    assert refused("een wachtwoord van vroegen") == set()


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("number", [1, 2, 3, 64, 999])
def test_each_line_is_found_and_nothing_else(tmp_path: Path, number: int, end: str) -> None:
    words = LEAKED[:number]
    path = written(tmp_path / "pwned.txt", (f"{one}:{len(one)}" for one in hashes(words)), end)
    found = LeakedPasswords(path)
    assert found.is_fit()
    assert all(found.holds(word) for word in words)
    assert not any(found.holds(f"{word}!") for word in words)
    # Without counts, in small letters, and without an end at the end.
    path.write_text("\n".join(one.lower() for one in hashes(words)))
    assert all(found.holds(word) for word in words)


def test_a_list_that_is_not_in_order_or_not_there_says_so_and_passes_nothing(
    tmp_path: Path, settings: Any
) -> None:
    by_count = written(tmp_path / "by-count.txt", reversed(hashes(LEAKED)))
    for path in (
        by_count,
        written(tmp_path / "words.txt", LEAKED),
        written(tmp_path / "empty.txt", []),
        written(tmp_path / "ntlm.txt", sorted(one[:32] for one in hashes(LEAKED))),
        written(tmp_path / "long.txt", ["A" * 5000]),
        tmp_path / "gone.txt",
        tmp_path,
    ):
        with pytest.raises(Invalid) as caught:
            SigningIn.read({"OPENKADER_LEAKED_PASSWORDS": str(path)})
        assert [problem.code for problem in caught.value.problems] == ["settings.leaked-passwords"]
    settings.LEAKED_PASSWORDS = LeakedPasswords(tmp_path / "gone.txt")
    with pytest.raises(Unavailable):
        refused("vier heel andere woorden")


def test_words_and_list_come_from_the_environment(leaked: Path) -> None:
    found = SigningIn.read(
        {"OPENKADER_PASSWORD_WORDS": "Kustlijn, BB,", "OPENKADER_LEAKED_PASSWORDS": str(leaked)}
    ).passwords
    assert found.words == ("Kustlijn", "BB")
    assert found.leaked == LeakedPasswords(leaked)


def sign_in(password: str, **more: str) -> tuple[Client, Any]:
    client = Client()
    return client, client.post("/aanmelden/", {"username": "anna", "password": password, **more})


def with_leaked_password(path: Path) -> Client:
    """Signed in with a password that leaked after it was chosen."""
    services.open_account("anna", OURS, post=Post(roles=[AccountRole.ADVISER]), **HAND)
    written(path, hashes([*LEAKED, OURS]))
    client, done = sign_in(OURS, next="/lijsten/")
    assert done.headers["Location"] == PLACE
    return client


def test_who_signs_in_with_a_leaked_one_chooses_another_before_anything_else(leaked: Path) -> None:
    client = with_leaked_password(leaked)
    assert client.get("/lijsten/").headers["Location"] == PLACE
    assert client.get("/account/").headers["Location"] == PLACE
    assert "elders uitgelekt" in text(client.get(PLACE))
    events = selectors.events(limit=1)
    assert (events[0].action, events[0].actor, events[0].detail) == ("account.password-leaked", "anna", {})
    again = client.post(PLACE, {"former": OURS, "password": OURS, "again": OURS})
    assert "Dit is het wachtwoord dat u al had" in text(again, 422)
    for other in ("gelekt nummer 8", "kort"):
        assert client.post(PLACE, {"former": OURS, "password": other, "again": other}).status_code == 422
    assert client.post(PLACE, {"former": OURS, "password": NEW, "again": NEW}).status_code == 302
    assert client.get("/lijsten/").status_code == 200


def test_a_second_visit_with_it_is_noted_once(leaked: Path) -> None:
    with_leaked_password(leaked)
    before = selectors.event_count()
    client, _ = sign_in(OURS)
    assert client.get("/lijsten/").headers["Location"] == PLACE
    assert selectors.event_count() == before


def test_what_was_typed_waits_while_another_password_is_chosen(leaked: Path) -> None:
    client = with_leaked_password(leaked)
    assert client.post("/account/", {"address": "anna@voorbeeld.example"}).headers["Location"] == PLACE
    done = client.post(PLACE, {"former": OURS, "password": NEW, "again": NEW}, follow=True)
    assert 'name="address" value="anna@voorbeeld.example"' in text(done)


def test_what_was_typed_before_signing_in_waits_too(leaked: Path) -> None:
    with_leaked_password(leaked)
    client, done = sign_in(OURS, **{"next": "/account/", "kept-address": "anna@voorbeeld.example"})
    assert done.headers["Location"] == PLACE
    done = client.post(PLACE, {"former": OURS, "password": NEW, "again": NEW}, follow=True)
    assert 'name="address" value="anna@voorbeeld.example"' in text(done)


def test_a_public_page_shows_no_more_than_to_a_visitor_until_then(leaked: Path) -> None:
    client = with_leaked_password(leaked)
    assert "Werk</a>" not in client.get("/toegankelijkheid/").content.decode()


def test_a_list_that_broke_keeps_nobody_out_and_lets_nobody_choose(leaked: Path) -> None:
    services.open_account("anna", OURS, **HAND)
    leaked.unlink()
    client, done = sign_in(OURS, next="/account/")
    assert done.headers["Location"] == "/account/"
    wrong = client.post(PLACE, {"former": OURS, "password": NEW, "again": NEW})
    assert "is niet te lezen, of staat niet op volgorde" in text(wrong, 422)


def test_a_first_password_is_replaced_before_anything_else() -> None:
    first = made_up_password("anna")
    services.open_account("anna", first, post=Post(roles=[AccountRole.ADVISER]), by=HAND["by"], now=now())
    client, done = sign_in(first)
    assert done.headers["Location"] == PLACE
    assert "een eigen wachtwoord" in text(client.get(PLACE))
    assert client.post(PLACE, {"former": first, "password": NEW, "again": NEW}).status_code == 302
    assert client.get("/account/").status_code == 200
    assert sign_in(NEW)[1].headers["Location"] == "/"


def test_a_first_password_ends_by_itself_and_a_new_one_is_drawn(settings: Any) -> None:
    settings.OPENKADER_FIRST_PASSWORD_DAYS = 3
    first = made_up_password("anna")
    services.open_account("anna", first, by=HAND["by"], now=now() - timedelta(days=2, hours=23))
    assert sign_in(first)[1].status_code == 302
    services.change_password("anna", first, by=HAND["by"], now=now() - timedelta(days=3, minutes=1))
    client, done = sign_in(first)
    assert "Dit eerste wachtwoord gold tot" in text(done, 403)
    assert client.get("/account/").status_code == 302
    assert "De naam of het wachtwoord klopt niet" in text(sign_in("een gok van iemand")[1], 422)
    second = made_up_password("anna")
    services.change_password("anna", second, by=HAND["by"], now=now())
    assert sign_in(second)[1].headers["Location"] == PLACE


def test_a_password_that_somebody_chose_never_ends() -> None:
    services.open_account("anna", OURS, by=HAND["by"], now=now() - timedelta(days=3000))
    assert sign_in(OURS)[1].headers["Location"] == "/"
