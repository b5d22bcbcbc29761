"""Mail that came in, for the pages in a browser."""

import hashlib
from datetime import datetime

from openkader.casework.permissions import HouseHand
from openkader.register import services
from openkader.register.mail_checks import looked_at
from tests.integration.mail_house import a_mail

BY = HouseHand("cli:tests")
NOBODYS = a_mail()  # answers nothing; without files it is the same bytes each time
KEY = hashlib.sha256(b"<1@x.example>" + hashlib.sha256(NOBODYS).digest()).hexdigest()
WAITS = f"/postvak/MAIL-{KEY[:12].upper()}/"


def fill_mail(now: datetime) -> None:
    """One that waits in the inbox."""
    services.keep_mail(looked_at(NOBODYS), by=BY, now=now)
