"""How the house says at its mailbox who it is: by a password, or by a token of the organisation's provider.

The token is asked for anew each time (OAuth 2.0, RFC 6749 section 4.4), and told as RFC 7628 has it or in the older way
of Exchange Online (XOAUTH2). It is kept nowhere.
"""

import base64
import imaplib
import json
import re
import urllib.request
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from openkader.base.errors import Unavailable
from openkader.casework.subscribing import Silence, is_taken
from openkader.register.answering import Trouble, answer_to

_SECONDS, _MOST_BYTES = 20, 1 << 16
_TOKEN = re.compile(r"[A-Za-z0-9._~+/-]+=*")  # of what a token is made (RFC 6750)
_STANDARD, _OLDER = "OAUTHBEARER", "XOAUTH2"


@dataclass(frozen=True, slots=True)
class TokenGiver:
    """Who gives tokens for the mailbox: its address, as which client we ask, and for what (words, or none)."""

    url: str
    client: str
    scope: str = ""

    def token(self, secret: str) -> str:
        """A token for whoever has this secret; `Unavailable` with the status that came instead, or in a word."""
        who = ":".join(quote(word, safe="") for word in (self.client, secret))
        asked = {"grant_type": "client_credentials"} | ({"scope": self.scope} if self.scope else {})
        request = urllib.request.Request(  # noqa: S310 - see `answer_to`
            self.url, data=urlencode(asked).encode(), headers={"Accept": "application/json"}
        )
        known = f"Basic {base64.b64encode(who.encode()).decode()}"
        request.add_unredirected_header("Authorization", known)
        try:
            with answer_to(request, _SECONDS) as answer:
                return _token_in(str(answer.status), answer.read(_MOST_BYTES))
        except Trouble as error:
            raise Unavailable("mail.no-token", {"answer": error.answer}) from None


def sign_in(line: imaplib.IMAP4, user: str, secret: str, giver: TokenGiver | None) -> None:
    """Sign in on an open line; `imaplib.IMAP4.error` where the mailbox refuses, `Unavailable` where no token comes."""
    if giver is None:
        line.login(user, secret)
        return
    way = _STANDARD if f"AUTH={_STANDARD}" in line.capabilities else _OLDER
    said = [_words(way, user, giver.token(secret))]
    # A server that refuses says why first, and wants an answer before it says no.
    line.authenticate(way, lambda _: said.pop() if said else b"\x01")


def _token_in(status: str, body: bytes) -> str:
    if not is_taken(status):
        raise Trouble(status)
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        found = None
    token = found.get("access_token") if isinstance(found, dict) else None
    is_bearer = isinstance(found, dict) and str(found.get("token_type", "")).lower() == "bearer"
    if not is_bearer or not isinstance(token, str) or not _TOKEN.fullmatch(token):
        raise Trouble(Silence.UNREADABLE)
    return token


def _words(way: str, user: str, token: str) -> bytes:
    """What is said of whose mailbox it is, with the token."""
    if way == _OLDER:
        return f"user={user}\x01auth=Bearer {token}\x01\x01".encode()
    name = user.replace("=", "=3D").replace(",", "=2C")
    return f"n,a={name},\x01auth=Bearer {token}\x01\x01".encode()
