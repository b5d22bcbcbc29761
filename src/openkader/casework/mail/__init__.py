"""Mail that comes in: what is in it, whether a person wrote it, and what a mail server reports of mail of ours."""

from openkader.casework.mail.handling import Arrival, MailOutcome, becomes_of, may_handle
from openkader.casework.mail.message import Attached, Delivery, MailBounds, Received
from openkader.casework.mail.reading import read_mail
from openkader.casework.mail.reports import Fault, fault_of

__all__ = [
    "Arrival",
    "Attached",
    "Delivery",
    "Fault",
    "MailBounds",
    "MailOutcome",
    "Received",
    "becomes_of",
    "fault_of",
    "may_handle",
    "read_mail",
]
