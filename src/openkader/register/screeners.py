"""What this installation compares names with: its own lists, or a server that it runs."""

import time

from django.conf import settings

from openkader.register.wire import Wire
from openkader.screening.engine import open_engine
from openkader.screening.evidence import Screens
from openkader.screening.yente import Patience, Terms, YenteScreener


def screener() -> Screens:
    """The screener that the settings choose; `SCREENING_URL` names a yente server."""
    if settings.SCREENING_URL:
        return YenteScreener(
            Terms(
                dataset=settings.SCREENING_DATASET,
                check_from=settings.SCREENING_CHECK_FROM,
                match_from=settings.SCREENING_MATCH_FROM,
            ),
            Wire(settings.SCREENING_URL, _authorization(settings.SCREENING_API_KEY)),
            Patience(clock=time.monotonic, wait=time.sleep),
        )
    return open_engine(settings.OPENKADER_DATA / "lists")


def _authorization(key: str) -> str:
    """The header for a key: that of OpenSanctions, unless the key says itself of which sort it is (``Bearer …``)."""
    return key if " " in key or not key else f"ApiKey {key}"
