"""How often harmless people raise an alert was counted, against the lists that are in force."""

import hashlib
from datetime import datetime

from openkader.casework.permissions import Act
from openkader.register.hand import writing
from openkader.register.models import ScreeningCount


def keep_screening_count(content: str, *, by: str, now: datetime) -> None:
    """Keep the count for the page that shows it; the ones before it stay."""
    with writing(by=by, now=now, act=Act.RUN_HOUSE) as hand:
        hand.keeps_lines = False
        ScreeningCount.objects.create(at=now, by=by, content=content)
        hand.log(
            "screening.counted",
            "screening_count",
            "*",
            "*",
            digest=hashlib.sha256(content.encode()).hexdigest(),
        )
