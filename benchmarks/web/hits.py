"""Hits on a part of the made-up parties, so that there is a work list of them to read.

Run as a process of its own, in the environment of the register: ``python -m benchmarks.web.hits``.
They are entered straight into the tables: no list was searched, and nothing is said of anybody.
"""

import sys
from typing import Any

_EACH = 10  # one party in so many has a hit
_STATES = ("open", "cleared", "cleared", "second", "cleared", "confirmed")
_LIST, _NO_DIGEST = "fictional", "0" * 64


def main() -> int:
    """Enter the hits, each with the screening that would have found it."""
    import django

    django.setup()
    from django.utils import timezone

    from openkader.register.models import Hit, Party, Screening, ScreeningTask

    now = timezone.now()
    parties = list(Party.objects.order_by("pk").values_list("pk", "name")[::_EACH])
    keys = [key for key, _ in parties]
    task = {
        "cause": "new",
        "requested_at": now,
        "requested_by": "demo",
        "not_before": now,
        "finished_at": now,
    }
    ScreeningTask.objects.bulk_create(ScreeningTask(party_id=key, **task) for key in keys)
    screened = Screening.objects.bulk_create(Screening(**_screening(key, now)) for key in keys)
    Hit.objects.bulk_create(
        Hit(screening=screening, state=_STATES[place % len(_STATES)], **_hit(key, name or "", now))
        for place, ((key, name), screening) in enumerate(zip(parties, screened, strict=True))
    )
    return 0


def _screening(party: int, now: Any) -> dict[str, Any]:
    used = {"id": _LIST, "snapshot": "1", "read_at": now.isoformat(), "entities": 1}
    return {
        "party_id": party,
        "cause": "new",
        "asked": {},
        "fingerprint": _NO_DIGEST,
        "lists": [used],
        "engine": "made up",
        "band": "check",
        "found": 1,
        "at": now,
        "by": "demo",
    }


def _hit(party: int, name: str, now: Any) -> dict[str, Any]:
    return {
        "party_id": party,
        "number": 1,
        "list": _LIST,
        "snapshot": "1",
        "entity": f"{_LIST}-{party}",
        "party_fingerprint": _NO_DIGEST,
        "entity_fingerprint": _NO_DIGEST,
        "score": 0.7,
        "band": "check",
        "caption": name,
        "asked_name": name,
        "listed_name": name,
        "explanation": {},
        "found_at": now,
    }


if __name__ == "__main__":
    sys.exit(main())
