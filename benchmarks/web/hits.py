"""Hits on a part of the made-up parties, so that there is a work list of them to read.

Run as a process of its own, in the environment of the register: ``python -m benchmarks.web.hits``.
"""

import sys
from typing import Any

_EACH = 10  # one party in so many has a hit
_STATES = ("open", "cleared", "cleared", "second", "cleared", "confirmed")
_LIST = "fictional"


def main() -> int:
    """Enter them straight into the tables: no list was searched, and nothing is said of anybody."""
    import django

    django.setup()
    from django.utils import timezone

    from openkader.register.models import Hit, Party, Screening, ScreeningTask

    now = timezone.now()
    parties = list(Party.objects.order_by("pk").values_list("pk", "name")[::_EACH])
    screenings = Screening.objects.bulk_create(
        Screening(
            party_id=key,
            cause="new",
            asked={},
            fingerprint="0" * 64,
            lists=[{"id": _LIST, "snapshot": "1", "read_at": now.isoformat(), "entities": 1}],
            engine="made up",
            band="check",
            found=1,
            at=now,
            by="demo",
        )
        for key, _ in parties
    )
    done: dict[str, Any] = {"cause": "new", "requested_at": now, "requested_by": "demo", "not_before": now}
    ScreeningTask.objects.bulk_create(
        ScreeningTask(party_id=key, finished_at=now, **done) for key, _ in parties
    )
    Hit.objects.bulk_create(
        Hit(
            party_id=key,
            screening=screening,
            number=1,
            list=_LIST,
            snapshot="1",
            entity=f"{_LIST}-{key}",
            caption=name or "",
            party_fingerprint="0" * 64,
            entity_fingerprint="0" * 64,
            score=0.7,
            band="check",
            asked_name=name or "",
            listed_name=name or "",
            explanation={},
            found_at=now,
            state=_STATES[place % len(_STATES)],
        )
        for place, ((key, name), screening) in enumerate(zip(parties, screenings, strict=True))
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
