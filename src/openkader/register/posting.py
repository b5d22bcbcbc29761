"""Telling a receiver of an event: once, signed, to where the settings allow, and without reading what it says."""

import json
import urllib.request
from datetime import UTC, datetime
from urllib.parse import quote

from django.conf import settings

from openkader import __version__
from openkader.casework.subscribing import Silence, signature
from openkader.register.answering import Trouble, answer_to
from openkader.register.subscriptions import TakenEvent

SECONDS = 15.0  # in all; Standard Webhooks asks for 15 to 30
MEDIA_TYPE = "application/cloudevents+json; charset=utf-8"


def post(taken: TakenEvent, *, now: datetime, seconds: float = SECONDS) -> str:
    """The status that the receiver answers, or why there was none. No redirect is followed."""
    if taken.secret is None:
        return Silence.LOCKED
    body = cloud_event(taken)
    headers = {
        "User-Agent": f"OpenKader/{__version__}",
        "Content-Type": MEDIA_TYPE,
        "Accept-Encoding": "identity",
        "webhook-id": taken.event,
        "webhook-timestamp": str(int(now.timestamp())),
        "webhook-signature": signature(taken.secret, taken.event, now, body),
    }
    request = urllib.request.Request(taken.address, data=body, headers=headers, method="POST")  # noqa: S310 - see `settings`
    try:
        with answer_to(request, seconds) as answer:
            return str(answer.status)
    except Trouble as why:
        return why.answer


def cloud_event(taken: TakenEvent) -> bytes:
    """The event as CloudEvents 1.0 has it (structured mode, JSON), by the NL GOV profile; without any content."""
    event = {
        "specversion": "1.0",
        "type": taken.kind,
        "source": source(),
        "id": taken.event,
        "time": taken.at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "subject": taken.subject,
    }
    return json.dumps(event, separators=(",", ":")).encode()


def source() -> str:
    """Where events come from: this system of this organisation, as a name and not as a place."""
    organisation = "-".join(settings.OPENKADER_ORGANISATION.lower().split())
    return f"urn:nld:{quote(organisation, safe='') or 'onbekend'}:systeem:openkader"
