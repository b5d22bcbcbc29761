"""A file of another province, made up, to be looked into and tampered with."""

import json
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from openkader.base.text import Text
from openkader.kader import Kader, load_kader, read_texts
from openkader.publication.exchange.content import (
    Bounds,
    Exchange,
    GivenFigure,
    GivenYear,
    KaderPart,
    WordsPart,
)
from openkader.publication.exchange.entries import lists_text, messages_text
from openkader.publication.exchange.envelope import FORM, packed
from openkader.publication.kader_files.signed_json import canonical, signature_of
from tests.unit.kader_factories import ZUID_HOLLAND

KEY = Ed25519PrivateKey.from_private_bytes(bytes(32))
DAY = date(2026, 11, 28)
NAME = Text(nl="Provincie Verweg (bedacht)", en="Province of Faraway (made up)")


@lru_cache(maxsize=1)
def kader() -> Kader:
    return load_kader(ZUID_HOLLAND)


@lru_cache(maxsize=1)
def texts() -> dict[str, str]:
    return read_texts(ZUID_HOLLAND)


def figure(name: str, low: int | None, high: int | None = None, **more: Any) -> GivenFigure:
    found = None if low is None else Bounds(low=low, high=low if high is None else high)
    said = Text(nl=name, en=name)
    usual = {"definition": "0123456789ab", "counts": "activities", "found": found}
    return GivenFigure(**{"id": name, "text": said, "says": said, **usual, **more})


def given(**changes: Any) -> Exchange:
    """Everything that can be in one, with a changed line, a new one and a list."""
    found = kader()
    lines = messages_text(texts(), {one.id for one in found.messages})
    lines = lines.replace("id: policy_line", "id: water_line").replace(
        "message: policy_line", "message: water_line"
    )
    year = GivenYear(
        year=2025,
        kader="verweg/2025-01-01",
        digest="a" * 64,
        adopted=None,
        fictional=True,
        figures=(figure("delegations", 12), figure("missions", None)),
    )
    usual = {
        "kader": KaderPart(version="2025-01-01", digest=found.digest, files=texts()),
        "messages": WordsPart(
            kader="verweg/2025-01-01", text=lines.replace("gelijk speelveld", "eerlijk speelveld")
        ),
        "lists": WordsPart(kader="verweg/2025-01-01", text=lists_text(texts(), {"desks", "topics"})),
        "years": (year,),
    }
    return Exchange(**{"organisation": "verweg", "name": NAME, "made_on": DAY, **usual, **changes})


def small() -> Exchange:
    """The same without its kader, which takes long to read."""
    return given(kader=None)


def rewritten(
    change: Callable[[Any], object], content: Exchange | None = None, *, sign: bool = True
) -> bytes:
    """A file of which something was changed; signed again, as a rogue with a key would."""
    found = json.loads(packed(content or small(), KEY))
    change(found["exchange"])
    if sign:
        found["signature"] = signature_of({"form": FORM, "exchange": found["exchange"]}, KEY)
    return canonical(found)
