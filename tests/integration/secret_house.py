"""A confidential case of which an activity counts in the year 2024; made up, and every word can be recognised."""

from openkader.base.text import Text
from openkader.casework.vocabulary import Confidentiality, Kind
from openkader.register import models, services
from openkader.register.entries import RequestEntry
from tests.integration.register_house import HAND

MARK = "Geheimteken"
CASE, ACTIVITY = "V-GEHEIM", "X-GEHEIM"


def a_secret_activity(level: Confidentiality = Confidentiality.CONFIDENTIAL) -> str:
    """The number of the case; its activity is entered past the rules, which ask for a decision first."""
    entry = RequestEntry(
        reference=CASE,
        year=2024,
        title=Text(nl=MARK, en=MARK),
        kind=Kind.INCOMING_DELEGATION,
        country="CN",
        programme="china",
        confidentiality=level,
    )
    services.record_request(entry, **HAND)
    models.Activity.objects.create(
        reference=ACTIVITY,
        request=models.Request.objects.get(reference=CASE),
        year=2024,
        title_nl=MARK,
        title_en=MARK,
        kind=Kind.INCOMING_DELEGATION,
        country="CN",
        programme="china",
        standing="held",
        itemised=True,
        recorded_at=HAND["now"],
        recorded_by="test",
    )
    return CASE
