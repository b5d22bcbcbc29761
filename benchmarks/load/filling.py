"""Fills a register up with parties and with events, and opens the accounts of its officials.

Run as a process of its own, in the environment of the register:
``python -m benchmarks.load.filling [--parties N] [--events N] [--officials N]``. Everything goes the way of the
register itself, some thousand at a time, so that the trail holds; what is there already is not entered again.
"""

import argparse
import json
import secrets
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random
from typing import Any

TEAM = "economie"
_AT_ONCE = 5000
_PREFIX = "FICTIEF-BIJ"  # of parties that take part in nothing


def main() -> int:
    """Print who may work in it, each with a session."""
    import django

    django.setup()
    options = _options()
    _fill_parties(options.parties)
    _fill_trail(options.events)
    _analyse()
    print(json.dumps({"sessions": _sessions(options.officials), **_held()}))
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.load.filling")
    for name in ("parties", "events", "officials"):
        parser.add_argument(f"--{name}", type=int, default=0)
    return parser.parse_args()


def _fill_parties(wanted: int) -> None:
    """Parties with names in their own scripts, as the made-up cases have them."""
    from openkader.cli.fictional_names import a_party, countries
    from openkader.register.hand import writing
    from openkader.register.models import Party
    from openkader.register.parties import enter_parties

    there = Party.objects.count()
    begun = Party.objects.filter(reference__startswith=_PREFIX).count()
    luck = Random(begun)
    for first, number in _portions(max(0, wanted - there)):
        chosen = countries(luck, number)
        entries = [
            a_party(f"{_PREFIX}-{begun + first + place:06}", country, luck)
            for place, country in enumerate(chosen)
        ]
        with writing(by="demo", now=_now(), act=None) as hand:
            hand.keeps_lines = False  # they are in no case
            enter_parties(entries, hand)


def _fill_trail(wanted: int) -> None:
    """Events of readers who looked at what is confidential: in a real register most events are of that kind."""
    from django.db import transaction

    from openkader.register import audit
    from openkader.register.models import AuditEvent, Request

    there = AuditEvent.objects.count()
    dossiers = list(Request.objects.order_by("pk").values_list("reference", flat=True)[:_AT_ONCE])
    luck, began = Random(there), _now() - timedelta(days=365)
    for first, number in _portions(max(0, wanted - there)):
        drafts = [_reading(luck.choice(dossiers)) for _ in range(number)]
        with transaction.atomic():
            audit.append(drafts, by=luck.choice(officials(20)), now=began + timedelta(seconds=first))


def _reading(dossier: str) -> Any:
    from openkader.register.audit import Draft

    detail = {"level": "case_confidential", "what": "dossier"}
    return Draft("dossier.read", "request", dossier, dossier, detail)


def _portions(number: int) -> Iterator[tuple[int, int]]:
    """From which number on, and how many at once."""
    for first in range(0, number, _AT_ONCE):
        yield first, min(_AT_ONCE, number - first)


def _analyse() -> None:
    """So that the database knows at once how much there is of what."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def officials(number: int) -> list[str]:
    """Their names."""
    return [f"ambtenaar-{place:02}" for place in range(1, number + 1)]


def _sessions(number: int) -> dict[str, str]:
    """Signed in, each of them; the password is nobody's."""
    from django.contrib.auth.models import User

    from benchmarks.web.sessions import session_of

    for name in officials(number):
        if not User.objects.filter(username=name).exists():
            _open(name)
    return {name: session_of(name) for name in officials(number)}


def _open(name: str) -> None:
    from openkader.casework.permissions import HouseHand
    from openkader.casework.vocabulary import AccountRole
    from openkader.register import services
    from openkader.register.accounts import Post

    post = Post(roles=[AccountRole.ADVISER], team=TEAM)
    password = secrets.token_urlsafe(20)
    services.open_account(name, password, post=post, by=HouseHand("cli:benchmark"), now=_now())


def _held() -> dict[str, int]:
    """How much there is of what."""
    from openkader.register.models import AuditEvent, Party, Request

    return {
        "requests": Request.objects.count(),
        "parties": Party.objects.count(),
        "events": AuditEvent.objects.count(),
    }


def _now() -> datetime:
    from django.utils import timezone

    return timezone.now()


if __name__ == "__main__":
    sys.exit(main())
