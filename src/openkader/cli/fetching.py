"""Taking in the mail that answers ours, beside the other work: each mail once, whoever falls over half-way."""

import logging
import time
from dataclasses import dataclass

from django.conf import settings

from openkader.base.errors import Invalid, Unavailable
from openkader.casework.mail import read_mail
from openkader.cli.house import now
from openkader.cli.stopping import Stop
from openkader.register import services
from openkader.register.mail_checks import looked_at, mail_bounds
from openkader.register.mail_names import is_ours
from openkader.register.mailbox import Mailbox, opened_mailbox

logger = logging.getLogger(__name__)
MOST = 20  # of one round: other work waits meanwhile
MOST_LEFT = 3  # after so many the scanner or the shelf itself is away
PAUSE = 60.0  # seconds between two looks into the mailbox


@dataclass(slots=True)
class Fetching:
    """When this worker looks into the mailbox again."""

    due: float = 0.0

    def fetch_mail(self, worker: str, stop: Stop) -> int:
        """Take in what waits, when it is time; how many came in."""
        if not settings.MAILBOX.host or time.monotonic() < self.due:
            return 0
        self.due = time.monotonic() + PAUSE
        try:
            with opened_mailbox() as box:
                return _take_all(box, worker, stop)
        except Unavailable as error:
            logger.warning("no mail comes in: %s %s", error.code, " ".join(error.detail.values()))
        return 0


def _take_all(box: Mailbox, worker: str, stop: Stop) -> int:
    """Take in the oldest; what cannot be looked at or kept waits where it is, and keeps the next from nothing."""
    taken = left = 0
    for number in box.waiting()[:MOST]:
        try:
            # Kept first and put away after that: who dies in between finds it again, and knows it.
            with stop.held_off():
                taken += _take(box, number, worker)
        except Invalid:
            # The register does not take what was made of it: a mistake of ours, that no sender may stop all work with.
            logger.exception("a mail that cannot be kept waits in the mailbox")
        except Unavailable as error:
            logger.warning("a mail waits in the mailbox: %s", error.code)
            left += 1
            if left == MOST_LEFT:
                break
    return taken


def _take(box: Mailbox, number: str, worker: str) -> bool:
    """Whether one was there, and is kept now; of one that is too large only the beginning is fetched."""
    size, bounds = box.size(number), mail_bounds()
    content = box.content(number, head=size > bounds.size) if size is not None else None
    if size is None or content is None:
        return False
    mail = read_mail(content, bounds, size)
    if is_ours(mail.message_id):
        logger.warning("a mail of ours came back to our own mailbox, and was put away")
    elif not (
        mail.is_report and services.note_arrival(mail.reports_on, mail.deliveries, by=worker, now=now())
    ):
        services.keep_mail(looked_at(mail, content, size), by=worker, now=now())
    box.put_away(number)
    return True
