"""Canaille, a provider of OpenID Connect that others wrote, on this computer for as long as a test needs it.

Nothing in it is ours: people type a name and a password on its own pages, and it says of them what it knows. What it
cannot be made to do, such as to forge a signature, is left to the small provider in `oidc_provider`.
"""

import logging
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Any
from urllib.parse import urljoin

import requests

# The provider refuses plain http otherwise, also on this computer; read when its library is loaded.
os.environ.setdefault("AUTHLIB_INSECURE_TRANSPORT", "1")

from canaille import create_app
from canaille.app import models
from canaille.backends import Backend
from joserfc.jwk import RSAKey
from werkzeug.serving import WSGIRequestHandler, make_server

CLIENT, SECRET = "openkader", "a secret that both know"
PASSWORD = "een wachtwoord daarginds"
BACK = "http://testserver/aanmelden/via/organisatie/terug/"
SIGNED_OUT = "http://testserver/afmelden/terug/"
SECONDS = 20
_BASIC = {"token_endpoint_auth_method": "client_secret_basic"}
# What answers before the provider itself is there, whose settings hold its address.
_NOTHING: Any = None


class Quiet(WSGIRequestHandler):
    """Answers, and writes no line about it."""

    def log_request(self, *_: Any) -> None:
        """Nothing."""


class Canaille:
    """The provider, with the people and the groups it knows."""

    def __init__(self) -> None:
        self.port, self.app = 0, _NOTHING
        self._open()
        self.url = f"http://127.0.0.1:{self.port}"
        self.app = create_app(config=_configuration(self.url), env_file="")
        self.server.app = self.app
        self.backend = Backend.instance
        self._register(CLIENT)

    def _open(self) -> None:
        self.server = make_server("127.0.0.1", self.port, self.app, threaded=True, request_handler=Quiet)
        self.port = self.server.server_port
        self.thread = Thread(target=self.server.serve_forever, daemon=True)
        self.thread.start()

    def stop(self) -> None:
        """Nobody answers at its address any more."""
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()

    @contextmanager
    def away(self) -> Iterator[None]:
        """A bad day: gone, as after a power cut, and back with all that it knew."""
        self.stop()
        try:
            yield
        finally:
            self._open()

    def person(self, name: str, *groups: str) -> None:
        """Somebody it knows, in these groups and no others."""
        with self.app.app_context():
            user = self.backend.get(models.User, user_name=name) or models.User(
                user_name=name, formatted_name=name, family_name=name, display_name=name, password=PASSWORD
            )
            self.backend.save(user)
            for group in self.backend.query(models.Group):
                group.members = [one for one in group.members if one.id != user.id]
                self.backend.save(group)
            for word in groups:
                group = self.backend.get(models.Group, display_name=word) or models.Group(display_name=word)
                group.members = [*(group.members or []), user]
                self.backend.save(group)

    def forget_codes(self) -> None:
        """The codes that nobody brought back; in its memory for tests (not in SQL or LDAP) one is taken for another."""
        with self.app.app_context():
            for code in self.backend.query(models.AuthorizationCode):
                self.backend.delete(code)

    def other_client(self, client: str) -> None:
        """Another application of the organisation, which may come back to the same address."""
        self._register(client)

    def machine(self, client: str) -> None:
        """A machine of the organisation, that asks for tokens by its own secret and for nobody else."""
        self._register(client, grant_types=["client_credentials"], scope=["mail"], **_BASIC)

    def _register(self, client: str, **more: Any) -> None:
        with self.app.app_context():
            about = {
                "redirect_uris": [BACK],
                "post_logout_redirect_uris": [SIGNED_OUT],
                "scope": ["openid", "profile", "groups"],
                "response_types": ["code"],
                "grant_types": ["authorization_code"],
                "token_endpoint_auth_method": "client_secret_post",
                "id_token_signed_response_alg": "RS256",
                "client_uri": "http://127.0.0.1",  # of the organisation itself: nobody is asked for consent
                **more,
            }
            known = models.Client(client_id=client, client_secret=SECRET, client_name=client, **about)
            self.backend.save(known)
            known.audience = [known]
            self.backend.save(known)


class Visitor:
    """A browser at the provider: follows it from page to page, types when it asks, and keeps its cookies."""

    def __init__(self, name: str, password: str = PASSWORD) -> None:
        self.browser, self.name, self.password = requests.Session(), name, password
        self.typed = 0

    def go(self, url: str) -> str:
        """From where we sent them to where they are sent back."""
        with self.browser:  # its connections end with it, its cookies stay
            return self._follow(url)

    def _follow(self, url: str) -> str:
        for _ in range(12):
            answer = self.browser.get(url, allow_redirects=False, timeout=SECONDS)
            while answer.status_code == 200:
                url = answer.url
                answer = self._fill_in(url)
            place = urljoin(answer.url, answer.headers.get("Location", ""))
            if place.startswith((BACK, SIGNED_OUT)):
                return place.removeprefix("http://testserver")
            assert answer.is_redirect, f"{answer.status_code} at {answer.url}: {answer.text[:2000]}"
            url = place
        raise AssertionError(f"the provider sends them round in circles, at {url}")

    def _fill_in(self, url: str) -> requests.Response:
        self.typed += 1
        assert self.typed < 12, f"the provider asks for ever, at {url}"
        said = {"password": self.password} if "password" in url else {"login": self.name}
        return self.browser.post(url, data=said, allow_redirects=False, timeout=SECONDS)


def _configuration(url: str) -> dict[str, Any]:
    """As its manual has it; only the memory in which it keeps its people is for tests."""
    return {
        "SECRET_KEY": secrets.token_urlsafe(32),
        "SERVER_NAME": url.removeprefix("http://"),
        "PREFERRED_URL_SCHEME": "http",
        # Its forms are filled in without reading them.
        "WTF_CSRF_ENABLED": False,
        "SESSION_COOKIE_SECURE": False,
        "CACHE_TYPE": "SimpleCache",
        "CANAILLE": {
            "DATABASE": "memory",
            "JAVASCRIPT": False,
            "ACL": {"DEFAULT": {"PERMISSIONS": ["use_oidc"]}},
            # Anything but an addition would take the log of the house away from it, in this process.
            "LOGGING": {"version": 1, "incremental": True},
        },
        "CANAILLE_OIDC": {
            "ACTIVE_JWKS": [RSAKey.generate_key(2048, auto_kid=True).as_dict(private=True)],
            "USERINFO_MAPPING": {"SUB": "{{ user.id }}", "PREFERRED_USERNAME": "{{ user.user_name }}"},
        },
    }


@contextmanager
def canaille_on_this_computer() -> Iterator[Canaille]:
    """The provider, stopped afterwards whatever happens."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    found = Canaille()
    try:
        yield found
    finally:
        found.stop()
