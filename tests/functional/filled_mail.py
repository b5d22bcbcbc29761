"""Mail that came in, for the pages in a browser."""

import hashlib
from datetime import datetime

from openkader.casework.permissions import HouseHand
from openkader.register import services
from tests.integration.mail_house import a_mail, entry_of

BY = HouseHand("cli:tests")
NOBODYS = a_mail()  # answers nothing; without files it is the same bytes each time
KEY = hashlib.sha256(b"<1@x.example>" + hashlib.sha256(NOBODYS).digest()).hexdigest()
WAITS = f"/postvak/MAIL-{KEY[:12].upper()}/"


def fill_mail(now: datetime) -> None:
    """One that waits in the inbox."""
    services.keep_mail(entry_of(NOBODYS), by=BY, now=now)
