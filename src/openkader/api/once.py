"""What a program sends twice, since it heard no answer, is done once: a key of its own says what is the same."""

from typing import Annotated

from django.http import HttpRequest
from ninja import Header

from openkader.api.doors import Caller
from openkader.api.sent import plain
from openkader.api.shapes import Shape
from openkader.register.chain import fingerprint
from openkader.register.making_once import Once

ONCE = "Idempotency-Key"
Key = Annotated[
    str,
    Header(
        alias=ONCE,
        min_length=1,
        max_length=255,
        pattern=r"^[\x21-\x7e]+$",
        description="Voor alles wat nieuw is een nieuwe, bijvoorbeeld een UUID. Wie hetzelfde met dezelfde sleutel"
        " nog eens stuurt, krijgt hetzelfde antwoord, en er komt niets bij.",
    ),
]


def key_of(who: Caller, key: str) -> str:
    """The digest of a key; that of another token is another."""
    return fingerprint([who.hand, who.hand.token, key])


def once_of(request: HttpRequest, who: Caller, key: str, sent: Shape) -> Once:
    """The key, with what was sent under it and to which address."""
    return Once(key=key_of(who, key), content=fingerprint([request.path, plain(sent)]))
