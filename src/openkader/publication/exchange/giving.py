"""A file for another organisation as it leaves the house from a page or for a program, once the trail knows."""

from datetime import datetime

from django.conf import settings

from openkader.publication.exchange.composing import entry_of
from openkader.publication.exchange.content import Exchange
from openkader.publication.exchange.envelope import SUFFIX, packed
from openkader.publication.kader_files.handing_on import SIGNED, HandedOn
from openkader.publication.kader_files.house_key import signing_key
from openkader.register.services.note_exchange import note_exchange


def given_file(given: Exchange, *, by: str, now: datetime) -> HandedOn:
    """What was chosen as one signed file; it is the installation that signs."""
    content = packed(given, signing_key(settings.OPENKADER_DATA, by=by, now=now))
    note_exchange(entry_of(content, given), by=by, now=now)
    return HandedOn(f"{given.organisation}-{given.made_on.isoformat()}{SUFFIX}", SIGNED, content)
