"""Mail that comes in: what is in it, whether a person wrote it, and what a mail server reports of mail of ours."""

from openkader.casework.mail.message import Attached, Delivery, MailBounds, Received
from openkader.casework.mail.reading import read_mail
from openkader.casework.mail.reports import Fault, fault_of

__all__ = ["Attached", "Delivery", "Fault", "MailBounds", "Received", "fault_of", "read_mail"]
